package wording

import (
	"fmt"

	"bothways/journal"
)

// ActionSign is the sign of an action in a list, one cell wide: what a screen says in colour it
// says in shape too.
func ActionSign(a journal.Action, today journal.Date) string {
	switch {
	case a.State == journal.ActionDone:
		return "✓"
	case a.State == journal.ActionDropped:
		return "–"
	case a.Overdue(today):
		return "!"
	case a.Owner == journal.OwnerThem:
		return "~"
	}
	return "·"
}

// Carried says that an action was carried over n times, "" for never. It stops counting early: a
// large number would read as blame.
func Carried(n int) string {
	switch {
	case n <= 0:
		return ""
	case n == 1:
		return "carried once"
	case n == 2:
		return "carried twice"
	}
	return "carried often"
}

// OpenCount says how many actions are open on each side, "" where none is.
func OpenCount(mine, theirs int) string {
	switch {
	case mine == 0 && theirs == 0:
		return ""
	case theirs == 0:
		return fmt.Sprintf("%d mine", mine)
	case mine == 0:
		return fmt.Sprintf("%d theirs", theirs)
	}
	return fmt.Sprintf("%d mine · %d theirs", mine, theirs)
}
