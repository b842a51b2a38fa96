package journal

import (
	"strings"
	"testing"
)

func TestReadDays(t *testing.T) {
	today := Date{2026, 11, 21}
	for words, want := range map[string]string{
		"2025": "2025-01-01 2025-12-31", "2025-03": "2025-03-01 2025-03-31", "2025-3": "2025-03-01 2025-03-31", "march 2025": "2025-03-01 2025-03-31",
		" Mar  2025 ": "2025-03-01 2025-03-31", "march": "2026-03-01 2026-03-31", "nov": "2026-11-01 2026-11-30",
		"december": "2025-12-01 2025-12-31", "last month": "2026-10-01 2026-10-31", "this month": "2026-11-01 2026-11-30",
		"this year": "2026-01-01 2026-12-31", "last year": "2025-01-01 2025-12-31", "2024-02": "2024-02-01 2024-02-29",
		"2024-02-29": "2024-02-29 2024-02-29", "today": "2026-11-21 2026-11-21", "yesterday": "2026-11-20 2026-11-20",
		"0001": "0001-01-01 0001-12-31", "9999": "9999-01-01 9999-12-31",
	} {
		t.Run(words, func(t *testing.T) {
			got, err := ReadDays(words, today)
			if said := got.From.String() + " " + got.To.String(); err != nil || said != want {
				t.Errorf("%s, %v; want %s", said, err, want)
			}
		})
	}
	for _, words := range []string{"", " ", "25", "0000", "12025", "2025-13", "2025-0", "2025-x", "2025-", "2025-02-30", "03/2025", "2025 march", "ma", "marchs", "march 25", "next month", "this", "last",
		"last march", "this week", "march 2025 x", "-", "*", "\x00", "２０２５", strings.Repeat("x", 10_000)} {
		t.Run("not "+clip(words, 12), func(t *testing.T) {
			got, err := ReadDays(words, today)
			if ErrorCode(err) != CodeInvalid || got != (Days{}) {
				t.Fatalf("%v, %v", got, err)
			}
			if m := ErrorMessage(err); len(m) > 250 || !strings.Contains(m, "march 2025") {
				t.Errorf("%s", m)
			}
		})
	}
}

func TestDaysMove(t *testing.T) {
	of := func(from, to string) Days { return Days{day(t, from), day(t, to)} }
	for name, c := range map[string]struct {
		was  Days
		n    int
		want string
	}{
		"month":                  {MonthOf(Date{2026, 1, 31}), 1, "2026-02-01 2026-02-28"},
		"month back over a year": {MonthOf(Date{2026, 1, 31}), -1, "2025-12-01 2025-12-31"},
		"year":                   {YearOf(Date{2026, 5, 5}), -3, "2023-01-01 2023-12-31"},
		"day":                    {of("2026-03-01", "2026-03-01"), -1, "2026-02-28 2026-02-28"},
		"days":                   {of("2026-03-01", "2026-03-07"), 1, "2026-03-08 2026-03-14"},
		"the end of all":         {YearOf(Date{9999, 1, 1}), 1, "9999-01-01 9999-12-31"},
		"the beginning of all":   {MonthOf(Date{1, 1, 1}), -1, "0001-01-01 0001-01-31"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := c.was.Move(c.n); got.From.String()+" "+got.To.String() != c.want {
				t.Errorf("%s to %s, want %s", got.From, got.To, c.want)
			}
		})
	}
	if s := of("2025-12-30", "2026-01-02"); !s.Has(Date{2026, 1, 1}) || s.Has(Date{2026, 1, 3}) {
		t.Errorf("%v has not its own days", s)
	}
}

func TestSameDays(t *testing.T) {
	for on, want := range map[string]string{"2026-11-21": "11-21", "2026-02-28": "02-28 02-29", "2024-02-28": "02-28", "2024-02-29": "02-29"} {
		if got := strings.Join(SameDays(day(t, on)), " "); got != want {
			t.Errorf("%s: %s, want %s", on, got, want)
		}
	}
	if got := strings.Join(SameWeek(day(t, "2026-03-01")), " "); got != "02-26 02-27 02-28 02-29 03-01 03-02 03-03 03-04" {
		t.Error(got)
	}
}
