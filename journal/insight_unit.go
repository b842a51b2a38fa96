package journal

// TimeUnit is how long each part of a period is where something is drawn over time.
type TimeUnit string

// The steps, from the shortest. Five years are those from one that five divides.
const (
	UnitWeek      TimeUnit = "week"
	UnitMonth     TimeUnit = "month"
	UnitQuarter   TimeUnit = "quarter"
	UnitYear      TimeUnit = "year"
	UnitFiveYears TimeUnit = "five years"
)

// StepsIn cuts a period into at most most steps, as short ones as that allows but none shorter than
// shortest. The first and the last are cut where the period begins and ends within them.
func StepsIn(d Days, week Week, shortest TimeUnit, most int) (TimeUnit, []Days) {
	begun := false
	var step TimeUnit
	var all []Days
	for _, step = range []TimeUnit{UnitWeek, UnitMonth, UnitQuarter, UnitYear, UnitFiveYears} {
		if begun = begun || step == shortest; !begun {
			continue
		}
		if all = step.cut(d, week, most); all != nil {
			return step, all
		}
	}
	return step, step.cut(d, week, int(^uint(0)>>1))
}

// Steps cuts what a period tells of into steps as StepsIn does. The time before anything was kept is in
// none of them, but the step of the first thing is there from its beginning, as far as the period is.
func (p Period) Steps(week Week, shortest TimeUnit, most int) (TimeUnit, []Days) {
	step, all := StepsIn(p.Told(), week, shortest, most)
	if len(all) == 0 {
		return step, nil
	}
	all[0].From = step.start(all[0].From, week)
	if all[0].From.Before(p.From) {
		all[0].From = p.From
	}
	return step, all
}

// cut is d in these steps, nil where there would be more than most.
func (s TimeUnit) cut(d Days, week Week, most int) (all []Days) {
	for from := s.start(d.From, week); !from.After(d.To); {
		if len(all) == most {
			return nil
		}
		next := s.next(from)
		one := Days{from, next.AddDays(-1)}
		if one.From.Before(d.From) {
			one.From = d.From
		}
		if one.To.After(d.To) {
			one.To = d.To
		}
		all, from = append(all, one), next
	}
	return all
}

// start is the first day of the step a day is in.
func (s TimeUnit) start(d Date, week Week) Date {
	const quarter, five = 3, 5
	switch s {
	case UnitWeek:
		return week.Start(d)
	case UnitMonth:
		return Date{d.Year, d.Month, 1}
	case UnitQuarter:
		return Date{d.Year, d.Month - (d.Month-1)%quarter, 1}
	case UnitYear:
		return Date{d.Year, 1, 1}
	}
	return Date{max(1, d.Year-d.Year%five), 1, 1}
}

// next is the first day after the step that begins on start.
func (s TimeUnit) next(start Date) Date {
	switch s {
	case UnitWeek:
		return start.AddDays(7)
	case UnitMonth:
		return start.AddMonths(1)
	case UnitQuarter:
		return start.AddMonths(3)
	case UnitYear:
		return start.AddMonths(monthsOfYear)
	}
	return Date{start.Year - start.Year%5 + 5, 1, 1}
}

// Whole reports whether days are such a step from its beginning to its end, and no piece of one.
func (s TimeUnit) Whole(d Days) bool {
	if s == UnitWeek { // it may begin on any day
		return d.Count() == 7
	}
	return s.start(d.From, 0) == d.From && s.next(d.From) == d.To.AddDays(1)
}

// Months is about how many months days are, 1 at least: for what is told by the month.
func (d Days) Months() int {
	end := d.To.AddDays(1)
	n := (end.Year-d.From.Year)*monthsOfYear + int(end.Month) - int(d.From.Month)
	if end.Day < d.From.Day {
		n--
	}
	return max(1, n)
}
