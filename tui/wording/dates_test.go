package wording_test

import (
	"testing"
	"time"

	"bothways/journal"
	"bothways/tui/wording"
)

func TestDatesAsWanted(t *testing.T) {
	today := journal.Date{Year: 2026, Month: time.November, Day: 21}
	for _, c := range []struct {
		style                                        wording.Dates
		short, year, long, other, due, late, now, on string
	}{
		{"", "2 Dec", "2 Dec 2026", "Wed 2 Dec", "Sat 2 Dec 2028", "2 Dec", "Dec'28", "Saturday 21 November", "Wed 2"},
		{wording.DayMonth, "2 Dec", "2 Dec 2026", "Wed 2 Dec", "Sat 2 Dec 2028", "2 Dec", "Dec'28", "Saturday 21 November", "Wed 2"},
		{wording.MonthDay, "Dec 2", "Dec 2 2026", "Wed Dec 2", "Sat Dec 2 2028", "Dec 2", "Dec'28", "Saturday November 21", "Wed 2"},
		{wording.ISO, "12-02", "2026-12-02", "Wed 2026-12-02", "Sat 2028-12-02", "12-02", "2028-12", "Saturday 2026-11-21", "Wed 2"},
	} {
		t.Run(string(c.style), func(t *testing.T) {
			d := journal.Date{Year: 2026, Month: time.December, Day: 2}
			far := journal.Date{Year: 2028, Month: time.December, Day: 2}
			for _, one := range [][2]string{
				{c.style.Short(d), c.short}, {c.style.DayAndYear(d), c.year}, {c.style.Long(d, today), c.long}, {c.style.Long(far, today), c.other},
				{c.style.Due(d, today), c.due}, {c.style.Due(far, today), c.late}, {c.style.Today(today), c.now}, {c.style.Day(d, today), c.on},
				{c.style.Due(today, today), "today"}, {c.style.Due(journal.Date{}, today), ""}, {c.style.Ended(d), "ended " + c.year},
				{c.style.Coming(journal.Coming{Kind: journal.ComingReview, On: d}, journal.RoleMentor, today), "review " + c.long},
			} {
				if one[0] != one[1] {
					t.Errorf("got %q, want %q", one[0], one[1])
				}
			}
		})
	}
	t.Run("no wider than their columns", func(t *testing.T) {
		for n := range 800 {
			d := today.AddDays(n - 400)
			for _, s := range []wording.Dates{wording.DayMonth, wording.MonthDay, wording.ISO} {
				if due, long := s.Due(d, today), s.Long(d, today); len(due) > 7 || len(long) > 15 {
					t.Fatalf("%s: %q, %q", s, due, long)
				}
			}
		}
	})
}
