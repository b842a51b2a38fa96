package picture

import (
	"fmt"

	"bothways/journal"
	"bothways/tui/wording"
)

// step is one step of a period and how much there was in it.
type step struct {
	journal.Days
	n int
}

// lastWith is the last step with anything in it, the last of all where none has.
func lastWith(all []step) int {
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].n > 0 {
			return i
		}
	}
	return max(0, len(all)-1)
}

// quietSteps says in how many whole steps there was nothing since the first thing was kept, "" where
// there was something in each. A step the period or the journal begins or ends within is not counted:
// a quiet day or two are no quiet week.
func quietSteps(p journal.Period, unit journal.TimeUnit, all []step) string {
	told := p.Told()
	for _, s := range all {
		if s.n > 0 {
			if s.To.Before(told.From) {
				told.From = s.From
			}
			break
		}
	}
	quiet, whole, pieces := 0, 0, ""
	for _, s := range all {
		switch {
		case s.To.Before(told.From):
		case s.From.Before(told.From) || !unit.Whole(s.Days):
			pieces = "whole "
		default:
			if whole++; s.n == 0 {
				quiet++
			}
		}
	}
	if quiet == 0 {
		return ""
	}
	many := map[journal.TimeUnit]string{journal.UnitWeek: "weeks", journal.UnitMonth: "months", journal.UnitQuarter: "quarters", journal.UnitYear: "years", journal.UnitFiveYears: "stretches of five years"}[unit]
	return fmt.Sprintf("; nothing in %s of %s %s%s%s", wording.Count(quiet), wording.Count(whole), pieces, many, since(p, told.From))
}

// since says from when on something is counted, where that is not the beginning of the period.
func since(p journal.Period, from journal.Date) string {
	if from == p.From {
		return ""
	}
	return fmt.Sprintf(" since %s %d", from.Month, from.Year)
}
