package wording

import (
	"fmt"

	"bothways/journal"
)

// Ended says when a relationship ended: "ended 3 Mar 2027", or "ended" where the day is not known.
func (s Dates) Ended(on journal.Date) string {
	if on.IsZero() {
		return "ended"
	}
	return "ended " + s.DayAndYear(on)
}

// EndedAndAgain says an ending after which it began again: "ended 3 Mar 2027, begun again 5 May 2027".
func (s Dates) EndedAndAgain(e journal.PastEnding) string {
	return s.Ended(e.On) + ", begun again " + s.DayAndYear(e.Again)
}

// Talked is how often two people talked: "talked once", "talked 14 times".
func Talked(n int) string {
	switch n {
	case 0:
		return "not talked yet"
	case 1:
		return "talked once"
	}
	return fmt.Sprintf("talked %d times", n)
}
