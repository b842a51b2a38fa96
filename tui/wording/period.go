package wording

import (
	"fmt"

	"bothways/journal"
)

// Period is a period as a head says it: "12 months", "last year", "1 Mar to 4 Apr 2026".
func (s Dates) Period(p journal.Period) string {
	switch p.Name {
	case journal.Period3Months:
		return "3 months"
	case journal.Period12Months:
		return "12 months"
	case journal.PeriodThisYear:
		return "this year"
	case journal.PeriodLastYear:
		return "last year"
	case journal.Period2Years:
		return "2 years"
	case journal.Period5Years:
		return "5 years"
	case journal.Period10Years:
		return "10 years"
	case journal.PeriodAll:
		return "all there is"
	}
	return s.Days(p.Days)
}

// PeriodAndDays is a period with its days: "12 months: 22 Nov 2025 to 21 Nov 2026"; where the journal began
// within them with its first day, as the pictures begin there: "12 months, kept since 2 Nov 2026".
func (s Dates) PeriodAndDays(p journal.Period) string {
	name, days := s.Period(p), s.Days(p.Days)
	switch {
	case !p.Begun.IsZero():
		return name + ", kept since " + s.DayAndYear(p.Begun)
	case name == days:
		return name
	}
	return name + ": " + days
}

// Days is a run of days as one says it: a whole year as "2025", a whole month as "March 2025", else
// "14 Mar 2025", "14 Mar to 2 Apr 2025", or "2025-03-14 to 2025-04-02".
func (s Dates) Days(d journal.Days) string {
	switch {
	case d.IsYear():
		return fmt.Sprint(d.From.Year)
	case d.IsMonth():
		return fmt.Sprintf("%s %d", d.From.Month, d.From.Year)
	case d.From == d.To:
		return s.DayAndYear(d.To)
	case d.From.Year == d.To.Year && s != ISO:
		return s.Short(d.From) + " to " + s.DayAndYear(d.To)
	}
	return s.DayAndYear(d.From) + " to " + s.DayAndYear(d.To)
}

// Step is one step of a period, as one names it: "the week of 16 Nov 2026", "November 2026",
// "July to September 2026", "2026", "2020 to 2024".
func (s Dates) Step(unit journal.TimeUnit, d journal.Days) string {
	switch unit {
	case journal.UnitWeek:
		return "week of " + s.DayAndYear(d.From)
	case journal.UnitMonth:
		return fmt.Sprintf("%s %d", d.From.Month, d.From.Year)
	case journal.UnitQuarter:
		first := d.From.Month - (d.From.Month-1)%3
		return fmt.Sprintf("%s to %s %d", first, first+2, d.From.Year)
	}
	if d.From.Year == d.To.Year {
		return fmt.Sprint(d.From.Year)
	}
	return fmt.Sprintf("%d to %d", d.From.Year, d.To.Year)
}

// StepShort is the same in at most seven cells, for a column: "16 Nov", "Nov 26", "2026", "2020-24". A
// month does not look like a day: where "Nov 26" is one, the month is "Nov'26", as numbers "2026-11".
func (s Dates) StepShort(unit journal.TimeUnit, d journal.Days) string {
	switch unit {
	case journal.UnitWeek:
		return s.Short(d.From)
	case journal.UnitMonth, journal.UnitQuarter:
		switch s {
		case MonthDay:
			return fmt.Sprintf("%.3s'%02d", d.From.Month, d.From.Year%100)
		case ISO:
			return fmt.Sprintf("%04d-%02d", d.From.Year, int(d.From.Month))
		}
		return fmt.Sprintf("%.3s %02d", d.From.Month, d.From.Year%100)
	}
	if d.From.Year == d.To.Year {
		return fmt.Sprint(d.From.Year)
	}
	return fmt.Sprintf("%d-%02d", d.From.Year, d.To.Year%100)
}

// By is how long steps are, as a title says it: "by week".
func By(unit journal.TimeUnit) string { return "by " + string(unit) }
