package wording_test

import (
	"testing"
	"time"

	"bothways/journal"
	"bothways/tui/wording"
)

func date(y int, m time.Month, d int) journal.Date { return journal.Date{Year: y, Month: m, Day: d} }

func TestDates(t *testing.T) {
	today := date(2026, time.November, 21) // a Saturday
	for _, c := range []struct {
		name           string
		d              journal.Date
		due, day, long string
	}{
		{"today", today, "today", "Sat 21", "Sat 21 Nov"},
		{"tomorrow", today.AddDays(1), "Sun", "Sun 22", "Sun 22 Nov"},
		{"in six days", today.AddDays(6), "Fri", "Fri 27", "Fri 27 Nov"},
		{"in seven days", today.AddDays(7), "28 Nov", "Sat 28", "Sat 28 Nov"},
		{"six days late", today.AddDays(-6), "Sun", "Sun", "Sun 15 Nov"},
		{"seven days late", today.AddDays(-7), "14 Nov", "14 Nov", "Sat 14 Nov"},
		{"24 days on", today.AddDays(24), "15 Dec", "Tue 15", "Tue 15 Dec"},
		{"25 days on", today.AddDays(25), "16 Dec", "16 Dec", "Wed 16 Dec"},
		{"next year soon", date(2027, time.January, 5), "5 Jan", "5 Jan", "Tue 5 Jan 2027"},
		{"next year later", date(2027, time.November, 5), "Nov'27", "Nov'27", "Fri 5 Nov 2027"},
		{"last year", date(2025, time.December, 31), "Dec'25", "Dec'25", "Wed 31 Dec 2025"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := wording.DayMonth.Due(c.d, today); got != c.due || len(got) > 7 {
				t.Errorf("Due: got %q, want %q", got, c.due)
			}
			if got := wording.DayMonth.Day(c.d, today); got != c.day {
				t.Errorf("Day: got %q, want %q", got, c.day)
			}
			if got := wording.DayMonth.Long(c.d, today); got != c.long {
				t.Errorf("Long: got %q, want %q", got, c.long)
			}
		})
	}
	t.Run("none", func(t *testing.T) {
		if got := wording.DayMonth.Due(journal.Date{}, today); got != "" {
			t.Errorf("got %q", got)
		}
	})
}

func TestAgo(t *testing.T) {
	zone := time.FixedZone("", 3600)
	now := time.Date(2026, time.November, 21, 0, 30, 0, 0, zone)
	for _, c := range []struct {
		name string
		t    time.Time
		want string
	}{
		{"never", time.Time{}, "not yet"},
		{"to come", now.AddDate(0, 0, 1), "planned"},
		{"later today", now.Add(time.Hour), "today"},
		{"an hour ago is another day", now.Add(-time.Hour), "yesterday"},
		{"the day before where it was", time.Date(2026, time.November, 20, 23, 10, 0, 0, time.UTC), "yesterday"},
		{"the same day further east", time.Date(2026, time.November, 21, 1, 0, 0, 0, time.FixedZone("", 9*3600)), "today"},
		{"the next day further east, a while ago", time.Date(2026, time.November, 22, 1, 0, 0, 0, time.FixedZone("", 26*3600)), "today"},
		{"13 days", now.AddDate(0, 0, -13), "13 days ago"},
		{"14 days", now.AddDate(0, 0, -14), "2 weeks ago"},
		{"59 days", now.AddDate(0, 0, -59), "8 weeks ago"},
		{"60 days", now.AddDate(0, 0, -60), "2 months ago"},
		{"729 days", now.AddDate(0, 0, -729), "24 months ago"},
		{"730 days", now.AddDate(0, 0, -730), "2 years ago"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := wording.Ago(c.t, now); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			last := "last " + c.want
			if c.t.IsZero() {
				last = "not talked yet"
			}
			if got := wording.LastTalked(c.t, now); got != last {
				t.Errorf("LastTalked: got %q, want %q", got, last)
			}
		})
	}
}

func TestActionSign(t *testing.T) {
	today := date(2026, time.November, 21)
	for _, c := range []struct {
		name string
		a    journal.Action
		want string
	}{
		{"done though late", journal.Action{State: journal.ActionDone, Due: today.AddDays(-1)}, "✓"},
		{"dropped", journal.Action{State: journal.ActionDropped, Owner: journal.OwnerThem}, "–"},
		{"late", journal.Action{State: journal.ActionOpen, Owner: journal.OwnerThem, Due: today.AddDays(-1)}, "!"},
		{"theirs due today", journal.Action{State: journal.ActionOpen, Owner: journal.OwnerThem, Due: today}, "~"},
		{"mine", journal.Action{State: journal.ActionOpen, Owner: journal.OwnerMe}, "·"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := wording.ActionSign(c.a, today); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestCarried(t *testing.T) {
	for n, want := range []string{"", "carried once", "carried twice", "carried often", "carried often"} {
		if got := wording.Carried(n); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
}

func TestOpenCount(t *testing.T) {
	for _, c := range []struct {
		name         string
		mine, theirs int
		want         string
	}{
		{"none", 0, 0, ""},
		{"mine", 2, 0, "2 mine"},
		{"theirs", 0, 1, "1 theirs"},
		{"both", 1, 2, "1 mine · 2 theirs"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := wording.OpenCount(c.mine, c.theirs); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestFirstName(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"one word", "Priya", "Priya"},
		{"several", "Sam T. Tanaka", "Sam"},
		{"space before", "  Zoë Ng", "Zoë"},
		{"other white space", "Ines\u00a0K.\tM.", "Ines"},
		{"none", " ", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := wording.FirstName(c.in); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
