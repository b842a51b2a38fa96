package journal_test

import (
	"testing"

	"bothways/journal"
)

func TestWeekStart(t *testing.T) {
	for _, c := range []struct {
		week     journal.Week
		day, out string
	}{
		{journal.WeekMonday, "2026-11-22", "2026-11-16"},
		{journal.WeekMonday, "2026-11-16", "2026-11-16"},
		{journal.WeekSunday, "2026-11-22", "2026-11-22"},
		{journal.WeekSunday, "2026-11-21", "2026-11-15"},
		{journal.WeekSaturday, "2026-11-22", "2026-11-21"},
		{journal.WeekSaturday, "2026-11-20", "2026-11-14"},
		{journal.WeekMonday, "2027-01-01", "2026-12-28"},
	} {
		if got := c.week.Start(isoDay(t, c.day)).String(); got != c.out {
			t.Errorf("the week of %s that begins %d days after Monday begins on %s, not %s", c.day, c.week, got, c.out)
		}
	}
}
