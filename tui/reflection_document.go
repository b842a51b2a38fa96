package tui

import (
	"strings"

	"bothways/journal"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// askedRows is how many rows of a question stand over its answer, where the window is not low.
const askedRows = 6

// reflectionDocument is an answer with the lines that lift marked and what came of it below. A
// question too long for the head of a page stands at the end.
func reflectionDocument(r journal.ReflectionView, dates wording.Dates, today journal.Date) document {
	// An answer reads as a note does.
	d := sessionDocument(journal.SessionView{
		Session: journal.Session{Note: r.Text}, PersonName: r.PersonName,
		Actions: r.Actions, Exchanges: r.Exchanges, Shifts: r.Shifts,
	}, dates, today, r.Topics...)
	const narrowest = minWidth - 4
	if len(widget.Wrap(r.Question, narrowest, 0)) <= askedRows {
		return d
	}
	d.add("", docPlain)
	d.add("THE WHOLE QUESTION", docHeading)
	for line := range strings.SplitSeq(r.Question, "\n") {
		d.add(line, docPlain)
	}
	return d
}
