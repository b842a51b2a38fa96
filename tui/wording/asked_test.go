package wording_test

import (
	"testing"
	"time"

	"bothways/tui/wording"
)

func TestNotAskedSince(t *testing.T) {
	zone := time.FixedZone("", 3600)
	now := time.Date(2026, time.November, 21, 14, 30, 0, 0, zone)
	for _, c := range []struct {
		name string
		t    time.Time
		want string
	}{
		{"never", time.Time{}, "not asked yet"},
		{"this morning", now.Add(-6 * time.Hour), "asked today"},
		{"the day before", now.AddDate(0, 0, -1), "asked yesterday"},
		{"this month", now.AddDate(0, 0, -18), "asked on 3 November"},
		{"the last day of the month before", time.Date(2026, time.October, 31, 23, 0, 0, 0, zone), "not asked since October"},
		{"this year", time.Date(2026, time.May, 3, 9, 0, 0, 0, zone), "not asked since May"},
		{"the same month of another year", time.Date(2025, time.November, 30, 9, 0, 0, 0, zone), "not asked since November 2025"},
		{"another year", time.Date(2019, time.May, 3, 9, 0, 0, 0, zone), "not asked since May 2019"},
		{"by the calendar of now", time.Date(2026, time.October, 31, 23, 30, 0, 0, time.UTC), "asked on 1 November"},
		{"later this year by a clock that was wrong", now.AddDate(0, 1, 0), "asked on 21 December"},
		{"next year by a clock that was wrong", now.AddDate(1, 0, 0), "asked on 21 November 2027"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := wording.DayMonth.NotAskedSince(c.t, now); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	t.Run("yesterday though it was another month", func(t *testing.T) {
		first := time.Date(2026, time.November, 1, 9, 0, 0, 0, zone)
		if got := wording.DayMonth.NotAskedSince(first.AddDate(0, 0, -1), first); got != "asked yesterday" {
			t.Errorf("got %q", got)
		}
	})
}
