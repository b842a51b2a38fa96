package wording

import (
	"fmt"

	"bothways/journal"
)

// Period is a period as a head says it: "12 months", "last year, 2025", "1 Mar to 4 Apr 2026".
func Period(p journal.Period) string {
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
	return Days(p.Days)
}

// Days is a stretch of days: "1 Mar to 4 Apr 2026".
func Days(d journal.Days) string {
	one := func(d journal.Date, year bool) string {
		s := fmt.Sprintf("%d %.3s", d.Day, d.Month)
		if year {
			s += fmt.Sprintf(" %d", d.Year)
		}
		return s
	}
	if d.From == d.To {
		return one(d.To, true)
	}
	return one(d.From, d.From.Year != d.To.Year) + " to " + one(d.To, true)
}

// Step is one step of a period, as one names it: "the week of 16 Nov 2026", "November 2026",
// "July to September 2026", "2026", "2020 to 2024".
func Step(unit journal.TimeUnit, d journal.Days) string {
	switch unit {
	case journal.UnitWeek:
		return "week of " + Days(journal.Days{From: d.From, To: d.From})
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

// StepShort is the same in a few cells, for a column: "16 Nov", "Nov 26", "Jul 26", "2026", "2020".
func StepShort(unit journal.TimeUnit, d journal.Days) string {
	switch unit {
	case journal.UnitWeek:
		return fmt.Sprintf("%d %.3s", d.From.Day, d.From.Month)
	case journal.UnitMonth, journal.UnitQuarter:
		return fmt.Sprintf("%.3s %02d", d.From.Month, d.From.Year%100)
	}
	if d.From.Year == d.To.Year {
		return fmt.Sprint(d.From.Year)
	}
	return fmt.Sprintf("%d-%02d", d.From.Year, d.To.Year%100)
}

// By is how long steps are, as a title says it: "by week".
func By(unit journal.TimeUnit) string { return "by " + string(unit) }
