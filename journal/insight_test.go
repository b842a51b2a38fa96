package journal_test

import (
	"slices"
	"strings"
	"testing"

	"bothways/journal"
)

func isoDay(t *testing.T, s string) journal.Date {
	t.Helper()
	d, err := journal.ParseISODate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestPeriod(t *testing.T) {
	today, first := isoDay(t, "2026-11-21"), isoDay(t, "2019-03-04")
	for _, c := range []struct {
		name     journal.PeriodName
		from, to string
	}{
		{journal.Period3Months, "2026-08-22", "2026-11-21"},
		{journal.Period12Months, "2025-11-22", "2026-11-21"},
		{journal.PeriodThisYear, "2026-01-01", "2026-11-21"},
		{journal.PeriodLastYear, "2025-01-01", "2025-12-31"},
		{journal.Period2Years, "2024-11-22", "2026-11-21"},
		{journal.Period5Years, "2021-11-22", "2026-11-21"},
		{journal.Period10Years, "2016-11-22", "2026-11-21"},
		{journal.PeriodAll, "2019-03-04", "2026-11-21"},
	} {
		t.Run(string(c.name), func(t *testing.T) {
			p := c.name.Period(today, first)
			if p.From.String() != c.from || p.To.String() != c.to || p.Name != c.name {
				t.Errorf("%s to %s (%s), want %s to %s", p.From, p.To, p.Name, c.from, c.to)
			}
			if name, err := journal.ParsePeriodName(strings.ToUpper(string(c.name))); err != nil || name != c.name {
				t.Errorf("read back it is %q, %v", name, err)
			}
		})
	}
	t.Run("every period is tested", func(t *testing.T) {
		if n := len(journal.PeriodNames()); n != 8 {
			t.Errorf("there are %d", n)
		}
	})
	t.Run("all of nothing", func(t *testing.T) {
		if p := journal.PeriodAll.Period(today, journal.Date{}); p.From != today || p.To != today {
			t.Errorf("%v", p)
		}
	})
	t.Run("all where the first is still to come", func(t *testing.T) {
		if p := journal.PeriodAll.Period(today, today.AddDays(9)); p.Count() != 1 {
			t.Errorf("%v", p)
		}
	})
	t.Run("a leap day", func(t *testing.T) {
		p := journal.Period12Months.Period(isoDay(t, "2024-02-29"), first)
		if p.From.String() != "2023-03-01" {
			t.Errorf("it begins %s", p.From)
		}
	})
	t.Run("no such name", func(t *testing.T) {
		if _, err := journal.ParsePeriodName("week"); journal.ErrorCode(err) != journal.CodeInvalid {
			t.Errorf("%v", err)
		}
	})
}

func TestPeriodBetween(t *testing.T) {
	today, first := isoDay(t, "2026-11-21"), isoDay(t, "2019-03-04")
	for _, c := range []struct{ name, from, to, wantFrom, wantTo string }{
		{"both", "2024-01-01", "2024-12-31", "2024-01-01", "2024-12-31"},
		{"open end", "2024-01-01", "", "2024-01-01", "2026-11-21"},
		{"open beginning", "", "2024-12-31", "2019-03-04", "2024-12-31"},
		{"open beginning before the first", "", "2018-12-31", "2018-12-31", "2018-12-31"},
		{"one day", "2024-02-29", "2024-02-29", "2024-02-29", "2024-02-29"},
		{"what is still to come", "2026-01-01", "2026-12-31", "2026-01-01", "2026-11-21"},
		{"all of it to come", "2027-01-01", "2027-12-31", "2027-01-01", "2027-12-31"},
		{"backwards", "2025-01-01", "2024-12-31", "", ""},
		{"from a day to come", "2027-01-01", "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := journal.PeriodBetween(isoDay(t, c.from), isoDay(t, c.to), today, first)
			if c.wantFrom == "" {
				if journal.ErrorCode(err) != journal.CodeInvalid {
					t.Errorf("%v, %v", p, err)
				}
				return
			}
			if err != nil || p.From.String() != c.wantFrom || p.To.String() != c.wantTo {
				t.Errorf("%v, %v", p, err)
			}
		})
	}
}

func TestStepsIn(t *testing.T) {
	days := func(from, to string) journal.Days { return journal.Days{From: isoDay(t, from), To: isoDay(t, to)} }
	for _, c := range []struct {
		name     string
		days     journal.Days
		week     journal.Week
		shortest journal.TimeUnit
		most     int
		unit     journal.TimeUnit
		steps    []string // the first few
		n        int
	}{
		{"one day", days("2026-11-21", "2026-11-21"), 0, journal.UnitWeek, 54, journal.UnitWeek, []string{"2026-11-21 2026-11-21"}, 1},
		{"a week over new year", days("2025-12-30", "2026-01-08"), 0, journal.UnitWeek, 54, journal.UnitWeek, []string{"2025-12-30 2026-01-04", "2026-01-05 2026-01-08"}, 2},
		{"weeks that begin on Sunday", days("2025-12-30", "2026-01-08"), journal.WeekSunday, journal.UnitWeek, 54, journal.UnitWeek, []string{"2025-12-30 2026-01-03", "2026-01-04 2026-01-08"}, 2},
		{"a year of weeks", days("2025-11-22", "2026-11-21"), 0, journal.UnitWeek, 54, journal.UnitWeek, []string{"2025-11-22 2025-11-23", "2025-11-24 2025-11-30"}, 53},
		{"never more than a year has", days("2024-01-01", "2024-12-31"), journal.WeekSunday, journal.UnitWeek, 54, journal.UnitWeek, []string{"2024-01-01 2024-01-06"}, 53},
		{"two years are months", days("2024-11-22", "2026-11-21"), 0, journal.UnitWeek, 54, journal.UnitMonth, []string{"2024-11-22 2024-11-30", "2024-12-01 2024-12-31"}, 25},
		{"ten years are quarters", days("2016-11-22", "2026-11-21"), 0, journal.UnitWeek, 54, journal.UnitQuarter, []string{"2016-11-22 2016-12-31", "2017-01-01 2017-03-31"}, 41},
		{"forty years are years", days("1987-06-01", "2026-11-21"), 0, journal.UnitWeek, 54, journal.UnitYear, []string{"1987-06-01 1987-12-31", "1988-01-01 1988-12-31"}, 40},
		{"sixty years are fives", days("1966-11-30", "2026-11-21"), 0, journal.UnitWeek, 54, journal.UnitFiveYears, []string{"1966-11-30 1969-12-31", "1970-01-01 1974-12-31"}, 13},
		{"rows are months at least", days("2026-08-22", "2026-11-21"), 0, journal.UnitMonth, 13, journal.UnitMonth, []string{"2026-08-22 2026-08-31"}, 4},
		{"more than there is room for", days("0001-01-01", "2026-11-21"), 0, journal.UnitWeek, 54, journal.UnitFiveYears, []string{"0001-01-01 0004-12-31", "0005-01-01 0009-12-31"}, 406},
		{"the end of the calendar", days("9999-12-01", "9999-12-31"), 0, journal.UnitMonth, 13, journal.UnitMonth, []string{"9999-12-01 9999-12-31"}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			unit, steps := journal.StepsIn(c.days, c.week, c.shortest, c.most)
			if unit != c.unit || len(steps) != c.n {
				t.Fatalf("%d by %s, want %d by %s", len(steps), unit, c.n, c.unit)
			}
			for i, want := range c.steps {
				if got := steps[i].From.String() + " " + steps[i].To.String(); got != want {
					t.Errorf("step %d is %s, want %s", i, got, want)
				}
			}
			// They lie side by side and fill the period.
			next := c.days.From
			for _, s := range steps {
				if s.From != next || s.To.Before(s.From) {
					t.Fatalf("after %s comes %s to %s", next, s.From, s.To)
				}
				next = s.To.AddDays(1)
			}
			if last := steps[len(steps)-1].To; last != c.days.To {
				t.Errorf("the last ends %s", last)
			}
		})
	}
}

func TestPeriodSteps(t *testing.T) {
	for _, c := range []struct {
		name        string
		of          journal.PeriodName
		first       string
		unit        journal.TimeUnit
		n           int
		from, until string // of the first step
	}{
		{"a journal of three weeks", journal.Period12Months, "2026-11-04", journal.UnitWeek, 3, "2026-11-02", "2026-11-08"},
		{"begun today", journal.PeriodAll, "2026-11-21", journal.UnitWeek, 1, "2026-11-21", "2026-11-21"},
		{"begun in the week the time begins in", journal.Period12Months, "2025-11-23", journal.UnitWeek, 53, "2025-11-22", "2025-11-23"},
		{"of two years where ten are looked at", journal.Period10Years, "2024-12-03", journal.UnitMonth, 24, "2024-12-01", "2024-12-31"},
		{"an old one", journal.Period12Months, "2001-02-03", journal.UnitWeek, 53, "2025-11-22", "2025-11-23"},
		{"none", journal.Period12Months, "", journal.UnitWeek, 53, "2025-11-22", "2025-11-23"},
	} {
		t.Run(c.name, func(t *testing.T) {
			unit, steps := c.of.Period(isoDay(t, "2026-11-21"), isoDay(t, c.first)).Steps(journal.WeekMonday, journal.UnitWeek, 54)
			if unit != c.unit || len(steps) != c.n {
				t.Fatalf("%d by %s", len(steps), unit)
			}
			if steps[0].From.String() != c.from || steps[0].To.String() != c.until || steps[c.n-1].To.String() != "2026-11-21" {
				t.Errorf("%v", steps)
			}
		})
	}
}

func TestMonths(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     int
	}{
		{"2025-11-22", "2026-11-21", 12}, {"2026-01-01", "2026-01-31", 1}, {"2026-01-01", "2026-12-31", 12},
		{"2026-11-21", "2026-11-21", 1}, {"2026-08-22", "2026-11-21", 3}, {"2026-01-31", "2026-03-01", 1},
	} {
		if got := (journal.Days{From: isoDay(t, c.from), To: isoDay(t, c.to)}).Months(); got != c.want {
			t.Errorf("%s to %s are %d months, want %d", c.from, c.to, got, c.want)
		}
	}
}

func TestFocusRows(t *testing.T) {
	in := journal.Insights{Focused: []journal.FocusPerson{
		{PersonName: "Priya", Role: journal.RoleMentor, Focus: []string{"Confidence", "confidence", "chairing"}},
		{PersonName: "Sam", Role: journal.RoleMentee, Focus: []string{"confidence"}},
		{PersonName: "Ines", Role: journal.RoleMutual, Focus: []string{"stretch"}},
	}}
	in.Focus = journal.FocusRows(in.Focused)
	if r := in.Focus[0]; r.Focus != "Confidence" || !slices.Equal(r.With, []int{0, 1}) {
		t.Errorf("the first is %+v", r)
	}
	nobody := in.NobodyHelps()
	if slices.Contains(nobody, "Confidence") || slices.Contains(nobody, "stretch") || slices.Contains(nobody, "chairing") || !slices.Contains(nobody, "identity") {
		t.Errorf("nobody helps with %q", nobody)
	}
	if n := len(in.Focus); n != 2+len(journal.Focuses())-1 { // confidence and stretch are among those
		t.Errorf("%d rows: %+v", n, in.Focus)
	}
	if rows := journal.FocusRows(nil); len(rows) != len(journal.Focuses()) {
		t.Errorf("of nobody %d", len(rows))
	}
}

func TestInsightSums(t *testing.T) {
	in := journal.Insights{
		Talks:   []journal.TalkStep{{Mentor: 1, Mutual: 2}, {Mentee: 3}},
		Hours:   []journal.HourStep{{Minutes: 45, Timed: 1, Talks: 3}, {Talks: 1}},
		Splits:  []journal.SplitStep{{Said: 1, Split: journal.Split{Listening: 5, Asking: 3, Advising: 2}}, {Said: 1, Split: journal.Split{Listening: 1, Asking: 1, Advising: 8}}},
		Crossed: []journal.CrossedStep{{Gave: 2}, {Got: 1}},
		Used:    []journal.Intervention{{Word: "teaching"}, {Word: "coaching", Mentee: 1}},
	}
	if got := in.TalkSum(); got.Mentor != 1 || got.Mentee != 3 || got.Mutual != 2 || got.All() != 6 {
		t.Errorf("talks %+v", got)
	}
	if got := in.HourSum(); got.Minutes != 45 || got.Timed != 1 || got.Talks != 4 {
		t.Errorf("hours %+v", got)
	}
	if got := in.SplitSum(); got.Said != 2 || got.Split != (journal.Split{Listening: 6, Asking: 4, Advising: 10}) {
		t.Errorf("splits %+v", got)
	}
	if got := in.CrossedSum(); got.Gave != 2 || got.Got != 1 {
		t.Errorf("crossed %+v", got)
	}
	if got := in.NeverUsed(); !slices.Equal(got, []string{"teaching"}) {
		t.Errorf("never %q", got)
	}
	p := journal.Promises{Kept: 3, Dropped: 1, Open: 2, KeptCarried: 1, OpenCarried: 2}
	if p.All() != 6 || p.Carried() != 3 {
		t.Errorf("%d, %d carried", p.All(), p.Carried())
	}
}

func TestPeriodBegun(t *testing.T) {
	today, first := isoDay(t, "2026-11-21"), isoDay(t, "2024-03-04")
	p := journal.Period5Years.Period(today, first)
	if p.Begun != first || p.From.String() != "2021-11-22" || p.Told() != (journal.Days{From: first, To: today}) {
		t.Errorf("five years are %+v", p)
	}
	for _, p := range []journal.Period{journal.Period12Months.Period(today, first), journal.PeriodAll.Period(today, first), journal.Period12Months.Period(today, journal.Date{}), journal.Period12Months.Period(today, today.AddDays(3))} {
		if !p.Begun.IsZero() || p.Told() != p.Days {
			t.Errorf("%+v", p)
		}
	}
	if p, err := journal.PeriodBetween(isoDay(t, "2023-01-01"), isoDay(t, "2024-12-31"), today, first); err != nil || p.Begun != first {
		t.Errorf("%+v, %v", p, err)
	}
}

func TestWhole(t *testing.T) {
	for _, c := range []struct {
		unit     journal.TimeUnit
		from, to string
		want     bool
	}{
		{journal.UnitWeek, "2026-11-16", "2026-11-22", true}, {journal.UnitWeek, "2026-11-15", "2026-11-21", true}, {journal.UnitWeek, "2026-11-16", "2026-11-21", false},
		{journal.UnitMonth, "2024-02-01", "2024-02-29", true}, {journal.UnitMonth, "2024-02-02", "2024-02-29", false}, {journal.UnitMonth, "2024-02-01", "2024-02-28", false},
		{journal.UnitQuarter, "2026-04-01", "2026-06-30", true}, {journal.UnitQuarter, "2026-05-01", "2026-07-31", false},
		{journal.UnitYear, "2026-01-01", "2026-12-31", true}, {journal.UnitFiveYears, "2020-01-01", "2024-12-31", true}, {journal.UnitFiveYears, "2020-01-01", "2023-12-31", false},
	} {
		if got := c.unit.Whole(journal.Days{From: isoDay(t, c.from), To: isoDay(t, c.to)}); got != c.want {
			t.Errorf("%s to %s is a whole %s: %v", c.from, c.to, c.unit, got)
		}
	}
}

func TestNobodyHelps(t *testing.T) {
	if got := (journal.Insights{Focus: journal.FocusRows(nil)}).NobodyHelps(); len(got) != 0 {
		t.Errorf("of a journal without a focus it says %q", got)
	}
}
