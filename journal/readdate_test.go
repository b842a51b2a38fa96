package journal

import (
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the zones tested have to be there on any machine
)

// day reads a date of a test. A mistyped one stops the test.
func day(t testing.TB, iso string) Date {
	t.Helper()
	d, err := ParseISODate(iso)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestReadDate(t *testing.T) {
	const sat = "2026-11-21" // a Saturday
	tests := []struct{ name, words, on, want string }{
		{"today", "today", sat, "2026-11-21"},
		{"tomorrow", "tomorrow", sat, "2026-11-22"},
		{"tomorrow over the year", "tomorrow", "2026-12-31", "2027-01-01"},

		{"weekday", "fri", sat, "2026-11-27"},
		{"weekday tomorrow", "sun", sat, "2026-11-22"},
		{"weekday in full", "Wednesday", sat, "2026-11-25"},
		{"weekday on itself is in a week", "sat", sat, "2026-11-28"},
		{"weekday fri on a friday", "fri", "2026-11-27", "2026-12-04"},
		{"weekday next", "next tue", sat, "2026-11-24"},
		{"weekday next on itself", "next saturday", sat, "2026-11-28"},
		{"weekday mon", "mon", sat, "2026-11-23"},
		{"weekday tues", "tues", sat, "2026-11-24"},
		{"weekday weds", "weds", sat, "2026-11-25"},
		{"weekday thu", "thu", sat, "2026-11-26"},
		{"weekday thur", "thur", sat, "2026-11-26"},
		{"weekday thurs", "thurs", sat, "2026-11-26"},
		{"weekday sunday over the year", "thu", "2026-12-31", "2027-01-07"},

		{"day month", "1 dec", sat, "2026-12-01"},
		{"day month in full", "1 december", sat, "2026-12-01"},
		{"day month with a nought", "01 dec", sat, "2026-12-01"},
		{"month day", "dec 1", sat, "2026-12-01"},
		{"month of four letters", "5 sept", sat, "2027-09-05"},
		{"month half written", "5 febru", sat, "2027-02-05"},
		{"day month today is this year", "21 nov", sat, "2026-11-21"},
		{"day month passed is next year", "20 nov", sat, "2027-11-20"},
		{"day month at the end of a year", "1 jan", "2026-12-31", "2027-01-01"},
		{"day month year", "1 dec 2027", sat, "2027-12-01"},
		{"day month year past", "1 dec 2020", sat, "2020-12-01"},
		{"month day year", "dec 1 2027", sat, "2027-12-01"},
		{"month day comma year", "Dec 1, 2027", sat, "2027-12-01"},
		{"29 feb waits", "29 feb", sat, "2028-02-29"},
		{"29 feb this year", "29 feb", "2028-02-29", "2028-02-29"},
		{"29 feb passed", "29 feb", "2028-03-01", "2032-02-29"},
		{"29 feb over a century", "29 feb", "2096-03-01", "2104-02-29"},
		{"weekday that agrees", "tue 1 dec", sat, "2026-12-01"},
		{"weekday that agrees, with a year", "Tue 5 Jan 2027", sat, "2027-01-05"},

		{"iso", "2026-12-01", sat, "2026-12-01"},
		{"iso past", "2019-02-28", sat, "2019-02-28"},
		{"iso first year", "0001-01-01", sat, "0001-01-01"},
		{"iso last day", "9999-12-31", sat, "9999-12-31"},

		{"in days", "in 3 days", sat, "2026-11-24"},
		{"in no days", "in 0 days", sat, "2026-11-21"},
		{"in a day", "in a day", sat, "2026-11-22"},
		{"in weeks", "in 2 weeks", sat, "2026-12-05"},
		{"in a week", "in a week", sat, "2026-11-28"},
		{"in a month", "in 1 month", sat, "2026-12-21"},
		{"in months", "in 2 months", sat, "2027-01-21"},
		{"in a month from the 31st", "in a month", "2027-01-31", "2027-02-28"},
		{"plus days", "+10d", sat, "2026-12-01"},
		{"plus weeks", "+2w", sat, "2026-12-05"},
		{"plus months", "+1m", sat, "2026-12-21"},
		{"plus many months", "+7973m", sat, "2691-04-21"},

		{"case", "NEXT Tue", sat, "2026-11-24"},
		{"white space at the end", "2026-12-01 ", sat, "2026-12-01"},
		{"white space", "\t1\u00a0 dec\r\n", sat, "2026-12-01"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := ReadDate(tt.words, day(t, tt.on))
			if !ok || got.String() != tt.want {
				t.Errorf("ReadDate(%q, %s) = %q, %v; want %s", tt.words, tt.on, got, ok, tt.want)
			}
		})
	}
}

func TestReadDateUnknown(t *testing.T) {
	on := day(t, "2026-11-21")
	for _, words := range []string{
		"", " ", "soon", "yesterday", "someday", "to morrow", "tod", "m", "mo", "we", "thurz", "next", "next week",
		"next 1 dec", "this fri", "last fri", "week", "fri fri", "1", "dec", "1 de", "1 decx", "0 dec", "31 nov",
		"32 dec", "30 feb", "001 dec", "1 dec 27", "1 dec 02027", "1 dec 0000", "1dec", "1st dec", "1. dec", "1/12",
		"1.12.", "29 feb 2027", "mon 1 dec", "tue 1 dec 2027", "2026-13-01", "2026-12-1", "2026-1-01", "0000-01-01",
		"+", "+d", "+10", "+10x", "+10 d", "+-1d", "10d", "+aw", "+ad", "+99999999d", "+9999999m",
		"in", "in 3", "in days", "in three days", "in 2 fortnights", "in -1 days", "in 99999999999 weeks",
		"in 9999999 days", "in 3 d", "in 1.5 weeks", "in 3 days time", "ſun", "ſat", "in 1 wee\u212a", "１ dec",
		"1 dec 2027 x", "tue 1 dec 2026 x", strings.Repeat("a", 1<<20),
	} {
		if got, ok := ReadDate(words, on); ok || !got.IsZero() {
			t.Errorf("ReadDate(%.40q) = %s, %v; want none", words, got, ok)
		}
	}
}

func TestReadDateNoDay(t *testing.T) {
	// Nothing counts from a day that is none, and a date in full needs none.
	for _, on := range []Date{{}, {2026, 13, 45}, {2026, 2, 30}, {1 << 40, 1, 1}, {-5, 1, 1}} {
		for _, words := range []string{"today", "tomorrow", "fri", "1 dec", "in 3 days", "+800m", "+99999w"} {
			if got, ok := ReadDate(words, on); ok {
				t.Errorf("ReadDate(%q, %v) = %v; want none", words, on, got)
			}
		}
		if got, ok := ReadDate("2026-12-01", on); !ok || got != (Date{2026, 12, 1}) {
			t.Errorf("ReadDate(ISO, %v) = %v, %v", on, got, ok)
		}
	}
}

func TestEchoDate(t *testing.T) {
	on := day(t, "2026-11-21")
	tests := []struct{ name, date, want string }{
		{"today", "2026-11-21", "today"},
		{"tomorrow", "2026-11-22", "tomorrow"},
		{"this year", "2026-11-27", "Fri 27 Nov"},
		{"one figure", "2026-12-01", "Tue 1 Dec"},
		{"next year", "2027-01-05", "Tue 5 Jan 2027"},
		{"past", "2026-11-20", "Fri 20 Nov"},
		{"past year", "2025-11-20", "Thu 20 Nov 2025"},
		{"early year", "0999-11-20", "Wed 20 Nov 0999"},
		{"none", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := EchoDate(day(t, tt.date), on); got != tt.want {
				t.Errorf("EchoDate(%s) = %q, want %q", tt.date, got, tt.want)
			}
		})
	}
	t.Run("reads back", func(t *testing.T) {
		for on := day(t, "2027-12-25"); on.Before(day(t, "2028-03-03")); on = on.AddDays(1) {
			for n := range 800 {
				d := on.AddDays(n)
				if got, ok := ReadDate(EchoDate(d, on), on); !ok || got != d {
					t.Fatalf("on %s, %s is echoed as %q, which reads as %s, %v", on, d, EchoDate(d, on), got, ok)
				}
			}
		}
	})
}

func FuzzReadDate(f *testing.F) {
	for _, words := range []string{"today", "next tue", "1 dec", "dec 1, 2027", "2026-12-01", "in 3 days", "+10d", "29 feb", "tue 1 dec 2026", "in a month"} {
		f.Add(words, 2026, 11, 21)
	}
	f.Add("+9999999m", 9999, 12, 31)
	f.Add("1 dec", -1<<62, 12, 31)
	f.Fuzz(func(t *testing.T, words string, year, month, day int) {
		on := Date{year, time.Month(month), day}
		_, onOK := NewDate(on.Year, on.Month, on.Day)
		d, ok := ReadDate(words, on)
		if !ok {
			if !d.IsZero() {
				t.Fatalf("ReadDate(%q, %v) does not read and is %v", words, on, d)
			}
			return
		}
		if _, valid := NewDate(d.Year, d.Month, d.Day); !valid {
			t.Fatalf("ReadDate(%q, %v) = %v, which no calendar has", words, on, d)
		}
		// Only a date with its year may be past: each has four digits in a row.
		if onOK && d.Before(on) && !hasYear(words) {
			t.Fatalf("ReadDate(%q, %v) = %v, before that day", words, on, d)
		}
		if upper, ok := ReadDate(" "+strings.ToUpper(words)+"\t", on); !ok || upper != d {
			t.Fatalf("ReadDate(%q, %v) depends on case or space", words, on)
		}
		if text, due, tried := CutDate("word "+words, on); text == "" || due != d && tried == "" {
			t.Fatalf("CutDate(word %q, %v) = %q, %v, %q; want %v", words, on, text, due, tried, d)
		}
	})
}

func hasYear(words string) bool {
	digits := 0
	for _, r := range words {
		if digits++; r < '0' || r > '9' {
			digits = 0
		}
		if digits == 4 {
			return true
		}
	}
	return false
}
