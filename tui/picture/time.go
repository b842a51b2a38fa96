package picture

import (
	"fmt"

	"bothways/journal"
	"bothways/tui/chart"
	"bothways/tui/wording"
)

// The rows of a picture that goes both ways: what goes up, all of it, and what goes down.
const (
	rowUp = iota
	rowAll
	rowDown
	rowsBothWays
)

// sideOf is the side of a column a row of the parts stands for.
func sideOf(row int) chart.Side {
	switch row {
	case rowUp:
		return chart.Above
	case rowDown:
		return chart.Below
	}
	return chart.Whole
}

// restRows are the rows of such a picture that are not columns: the line, the mark and the labels.
const restRows = 3

// half is how many rows columns have on either side of the line, within about h rows.
func half(h int) int { return max(1, min(8, (h-restRows)/2)) }

// where is the column the keys are at, if they are.
func where(at Spot, on bool) chart.ColumnsAt {
	if !on {
		return chart.ColumnsAt{Column: -1}
	}
	return chart.ColumnsAt{Column: at.Col, Side: sideOf(at.Row)}
}

// columns makes columns the drawing of a picture.
func (p *Picture) columns(all []chart.Column) {
	p.draw = func(w, h int, at Spot, on bool) []chart.Row { return chart.Columns(all, w, half(h), where(at, on)) }
	p.under = func(w, h int, at Spot, on bool, row, x int) (Spot, bool) {
		found, ok := chart.ColumnAt(all, w, half(h), where(at, on), row, x)
		return Spot{rowOf(found.Side), found.Column}, ok
	}
}

// rowOf is the row of the parts a side of a column stands for.
func rowOf(side chart.Side) int {
	switch side {
	case chart.Above:
		return rowUp
	case chart.Below:
		return rowDown
	}
	return rowAll
}

// talks is conversations over time in both directions.
func talks(in journal.Insights, dates wording.Dates) Picture {
	sum := in.TalkSum()
	p := Picture{ID: "conversations", Title: "Conversations, both ways"}
	if sum.All() < journal.LeastTalks {
		p.Sentence, p.More = tooLittle(sum.All(), "conversation", "conversations"), fmt.Sprintf("From %d on they are drawn", journal.LeastTalks)
		if in.Period.Begun.IsZero() && in.Period.Name != journal.PeriodAll { // else this is all there is
			p.More += "; a longer time may have more"
		}
		p.More += "."
		return p
	}
	cols := make([]chart.Column, len(in.Talks))
	steps := make([]step, len(in.Talks))
	for i, t := range in.Talks {
		cols[i] = chart.Column{Up: t.Mentor, Down: t.Mentee, Both: t.Mutual, Label: dates.StepShort(in.TalksBy, t.Days)}
		steps[i] = step{t.Days, t.All()}
	}
	p.Title += ", " + wording.By(in.TalksBy)
	p.Sentence = fmt.Sprintf("%s: %s as mentor, %s as mentee", wording.Counted(sum.All(), "conversation", "conversations"), number(sum.Mentor), number(sum.Mentee))
	if sum.Mutual > 0 {
		p.Sentence += ", " + wording.Count(sum.Mutual) + " both ways"
	}
	p.Sentence += quietSteps(in.Period, in.TalksBy, steps) + "."
	p.Legend = []chart.Cell{{Text: "up ", As: chart.Aside}, {Text: chart.Full, As: chart.Up}, {Text: " as mentor · down ", As: chart.Aside}, {Text: chart.Full, As: chart.Down}, {Text: " as mentee · ", As: chart.Aside}, {Text: chart.Middle, As: chart.Both}, {Text: " both ways", As: chart.Aside}}
	p.Rows, p.Cols, p.Begin = rowsBothWays, len(cols), Spot{rowAll, lastWith(steps)}
	p.columns(cols)
	p.part = func(at Spot) Part {
		t := in.Talks[at.Col]
		pick := journal.Pick{Of: journal.PickSessions, Days: t.Days}
		name := dates.Step(in.TalksBy, t.Days) + ": "
		if n, other, as, notAs, role := t.Mentor, t.Mentee, " as mentor", " as mentee", journal.RoleMentor; at.Row != rowAll && t.All() > 0 {
			if at.Row == rowDown {
				n, other, as, notAs, role = other, n, notAs, as, journal.RoleMentee
			}
			says := name + wording.Counted(n, "conversation", "conversations") + as + "; " + number(other) + notAs
			if t.Mutual > 0 {
				says += ", " + wording.Count(t.Mutual) + " both ways"
			}
			if n == 0 { // where this half has none, it stands for the whole
				return Part{says, t.All(), pick}
			}
			pick.Role = role
			return Part{says, n, pick}
		}
		says := name + wording.Counted(t.All(), "conversation", "conversations")
		if t.All() > 0 {
			says += ", " + byRole(t.Mentor, t.Mentee, t.Mutual)
		}
		return Part{says, t.All(), pick}
	}
	return p
}

// number is n, or "none".
func number(n int) string {
	if n == 0 {
		return "none"
	}
	return wording.Count(n)
}

// crossed is what was given and received over time.
func crossed(in journal.Insights, dates wording.Dates) Picture {
	sum := in.CrossedSum()
	p := Picture{ID: "exchanges", Title: "Given and received"}
	if n := sum.Gave + sum.Got; n < journal.LeastCrossed {
		p.Sentence, p.More = tooLittle(n, "line given or received", "lines given or received"), "A line “gave: …” or “got: …” in a note is counted here."
		return p
	}
	cols := make([]chart.Column, len(in.Crossed))
	steps := make([]step, len(in.Crossed))
	for i, c := range in.Crossed {
		cols[i] = chart.Column{Up: c.Gave, Down: c.Got, Label: dates.StepShort(in.CrossedBy, c.Days)}
		steps[i] = step{c.Days, c.Gave + c.Got}
	}
	p.Title += ", " + wording.By(in.CrossedBy)
	p.Sentence = fmt.Sprintf("You noted %s given and %s received%s.", number(sum.Gave), number(sum.Got), quietSteps(in.Period, in.CrossedBy, steps))
	p.Legend = []chart.Cell{{Text: "up ", As: chart.Aside}, {Text: chart.Full, As: chart.Up}, {Text: " given · down ", As: chart.Aside}, {Text: chart.Full, As: chart.Down}, {Text: " received", As: chart.Aside}}
	p.Rows, p.Cols, p.Begin = rowsBothWays, len(cols), Spot{rowAll, lastWith(steps)}
	p.columns(cols)
	p.part = func(at Spot) Part {
		c := in.Crossed[at.Col]
		pick := journal.Pick{Of: journal.PickExchanges, Days: c.Days}
		name := dates.Step(in.CrossedBy, c.Days) + ": "
		switch {
		case at.Row == rowUp && c.Gave > 0:
			pick.Direction = journal.Gave
			return Part{fmt.Sprintf("%s%s given; %s received", name, number(c.Gave), number(c.Got)), c.Gave, pick}
		case at.Row == rowDown && c.Got > 0:
			pick.Direction = journal.Got
			return Part{fmt.Sprintf("%s%s received; %s given", name, number(c.Got), number(c.Gave)), c.Got, pick}
		}
		return Part{fmt.Sprintf("%s%s given, %s received", name, number(c.Gave), number(c.Got)), c.Gave + c.Got, pick}
	}
	return p
}
