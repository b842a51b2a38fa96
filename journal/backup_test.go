package journal

import (
	"strings"
	"testing"
	"time"
)

// at reads days and minutes as a test writes them.
func at(t *testing.T, loc *time.Location, words string) (out []time.Time) {
	t.Helper()
	for _, w := range strings.Fields(words) {
		layout := "2006-01-02"
		if strings.Contains(w, "T") {
			layout = "2006-01-02T15:04"
		}
		v, err := time.ParseInLocation(layout, w, loc)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	return out
}

func TestKeepBackups(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, times, now, gone string
		loc                    *time.Location
	}{
		{"none", "", "2026-11-22", "", time.UTC},
		{"all of the newest day", "2026-11-22T09:00 2026-11-22T10:00 2026-11-22T11:00", "2026-11-22T12:00", "", time.UTC},
		{"the first of an earlier day", "2026-11-21T09:00 2026-11-21T10:00 2026-11-21T23:59 2026-11-22T00:01", "2026-11-22T12:00", "2026-11-21T10:00 2026-11-21T23:59", time.UTC},
		{"the day where the person is", "2026-11-20T23:30 2026-11-21T00:30 2026-11-22T09:00", "2026-11-22T12:00", "", berlin},
		{"an hour that comes twice", "2026-10-25T02:30 2026-10-25T03:30 2026-10-26T09:00", "2026-10-26T12:00", "2026-10-25T03:30", berlin},
		{
			"seven days, then the last of a week, then of a month",
			"2026-08-01 2026-08-31 2026-09-15 2026-10-30 2026-10-31 2026-11-02 2026-11-08 2026-11-09 2026-11-10 2026-11-15 2026-11-16 2026-11-17 2026-11-18 2026-11-19 2026-11-20 2026-11-21 2026-11-22",
			"2026-11-22T12:00",
			// 15, 8 and 1 November's weeks are still there; 31 October closes a week and a month.
			"2026-08-01 2026-10-30 2026-11-02 2026-11-09 2026-11-10",
			time.UTC,
		},
		{
			"days that were left out count for nothing",
			"2020-01-01 2021-05-05 2022-01-01 2023-01-01 2024-01-01 2025-01-01 2026-01-01", "2026-11-22", "", time.UTC,
		},
		{
			"thirteen months",
			"2025-01-01 2025-02-01 2025-03-01 2025-04-01 2025-05-01 2025-06-01 2025-07-01 2025-08-01 2025-09-01 2025-10-01 2025-11-01 2025-12-01 2026-01-01",
			"2026-01-02", "2025-01-01", time.UTC,
		},
		{"a clock that went back takes nothing", "2026-11-21T09:00 2026-11-21T10:00 2026-11-22T09:00 2026-11-22T10:00", "1999-12-31", "", time.UTC},
		{"a clock that is far ahead neither", "2026-11-20 2026-11-21 2026-11-22 2099-01-01", "2099-01-01T12:00", "", time.UTC},
		{"what was made while it was ahead takes no place", "2026-11-21T09:00 2026-11-21T10:00 2026-11-22T09:00 2099-01-01 2099-01-02", "2026-11-22T12:00", "2026-11-21T10:00", time.UTC},
	} {
		t.Run(c.name, func(t *testing.T) {
			times := at(t, c.loc, c.times)
			now := at(t, c.loc, c.now)[0]
			var gone []string
			for i, keep := range KeepBackups(times, now) {
				if !keep {
					gone = append(gone, strings.Fields(c.times)[i])
				}
			}
			if got := strings.Join(gone, " "); got != c.gone {
				t.Errorf("it lets go %q, want %q", got, c.gone)
			}
		})
	}
	t.Run("a day at a time for three years", func(t *testing.T) {
		day := at(t, berlin, "2024-01-01T09:00")[0]
		var have []time.Time
		for range 3 * 365 {
			have = append(have, day, day.Add(time.Hour))
			var left []time.Time
			for i, keep := range KeepBackups(have, day.Add(time.Hour)) {
				if keep {
					left = append(left, have[i])
				}
			}
			have, day = left, day.AddDate(0, 0, 1)
		}
		if oldest := have[0]; len(have) > 24 || len(have) < 19 || day.Sub(oldest) < 330*24*time.Hour {
			t.Errorf("%d are left, the oldest of %v", len(have), oldest)
		}
	})
}
