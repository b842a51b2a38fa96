package journal

import "strings"

// PeriodName is a stretch of time up to now that can be looked at, "" for one between two days that
// were given.
type PeriodName string

// The periods there are.
const (
	Period3Months  PeriodName = "3months"
	Period12Months PeriodName = "12months"
	PeriodThisYear PeriodName = "this-year"
	PeriodLastYear PeriodName = "last-year"
	Period2Years   PeriodName = "2years"
	Period5Years   PeriodName = "5years"
	Period10Years  PeriodName = "10years"
	PeriodAll      PeriodName = "all"
)

// PeriodNames are all periods, the shorter ones first.
func PeriodNames() []PeriodName {
	return []PeriodName{Period3Months, Period12Months, PeriodThisYear, PeriodLastYear, Period2Years, Period5Years, Period10Years, PeriodAll}
}

// ParsePeriodName reads the name of a period in any case. An unknown one is CodeInvalid.
func ParsePeriodName(s string) (PeriodName, error) {
	var all []string
	for _, n := range PeriodNames() {
		if Fold(s) == string(n) {
			return n, nil
		}
		all = append(all, string(n))
	}
	last := len(all) - 1
	return "", Errorf(CodeInvalid, "%q is no period; use %s or %s.", s, strings.Join(all[:last], ", "), all[last])
}

// Period is the days that are looked at, and the name they were chosen by.
type Period struct {
	Name PeriodName
	Days
	// Begun is the day of the first thing kept where that is after the first of the days: the time
	// before it says nothing. It is zero where something was kept by then.
	Begun Date
}

// begunBy is the period of a journal whose first thing was kept on a day, zero where there is none.
func (p Period) begunBy(first Date) Period {
	if first.After(p.From) && !first.After(p.To) {
		p.Begun = first
	}
	return p
}

// Told is the part of the days of which there is anything to say.
func (p Period) Told() Days {
	if p.Begun.IsZero() {
		return p.Days
	}
	return Days{p.Begun, p.To}
}

// Period is the days it means today. first is the day of the first thing kept, with which all there
// is begins; without one it begins today.
func (n PeriodName) Period(today, first Date) Period {
	p := Period{Name: n, Days: Days{today, today}}
	back := func(months int) { p.From = today.AddMonths(-months).AddDays(1) }
	switch n {
	case Period3Months:
		back(3)
	case PeriodThisYear:
		p.From = Date{today.Year, 1, 1}
	case PeriodLastYear:
		p.Days = Days{Date{today.Year - 1, 1, 1}, Date{today.Year - 1, 12, 31}}
	case Period2Years:
		back(2 * monthsOfYear)
	case Period5Years:
		back(5 * monthsOfYear)
	case Period10Years:
		back(10 * monthsOfYear)
	case PeriodAll:
		if !first.IsZero() && first.Before(today) {
			p.From = first
		}
	default:
		back(monthsOfYear)
	}
	return p.begunBy(first)
}

// PeriodBetween is the period of two days that were given, both included. A zero one is open: it
// begins with first, or ends today. One that would go on after today ends today, as what is still to
// come is no quiet time; one that ends before it begins is CodeInvalid.
func PeriodBetween(from, to, today, first Date) (Period, error) {
	if to.IsZero() || to.After(today) && !from.After(today) {
		to = today
	}
	if from.IsZero() {
		from = first
		if from.IsZero() || from.After(to) {
			from = to
		}
	}
	if to.Before(from) {
		return Period{}, Errorf(CodeInvalid, "That time ends (%s) before it begins (%s).", to, from)
	}
	return Period{Days: Days{from, to}}.begunBy(first), nil
}

const monthsOfYear = 12
