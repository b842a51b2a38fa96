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

// columns draws columns within about h rows.
func columns(all []chart.Column, w, h int, at Spot, on bool) []chart.Row {
	where := chart.ColumnsAt{Column: -1}
	if on {
		where = chart.ColumnsAt{Column: at.Col, Side: sideOf(at.Row)}
	}
	return chart.Columns(all, w, max(1, min(8, (h-restRows)/2)), where)
}

// talks is conversations over time in both directions.
func talks(in journal.Insights, dates wording.Dates) Picture {
	sum := in.TalkSum()
	p := Picture{ID: "conversations", Title: "Conversations, both ways"}
	if sum.All() < journal.LeastTalks {
		p.Sentence, p.More = tooLittle(sum.All(), "conversation", "conversations"), fmt.Sprintf("From %d on they are drawn; a longer time may have more.", journal.LeastTalks)
		return p
	}
	cols := make([]chart.Column, len(in.Talks))
	quiet := 0
	for i, t := range in.Talks {
		cols[i] = chart.Column{Up: t.Mentor, Down: t.Mentee, Both: t.Mutual, Label: dates.StepShort(in.TalksBy, t.Days)}
		if t.All() == 0 {
			quiet++
		}
	}
	p.Title += ", " + wording.By(in.TalksBy)
	p.Sentence = fmt.Sprintf("%s: %s as mentor, %s as mentee", counted(sum.All(), "conversation", "conversations"), number(sum.Mentor), number(sum.Mentee))
	if sum.Mutual > 0 {
		p.Sentence += ", " + wording.Count(sum.Mutual) + " both ways"
	}
	p.Sentence += quietSteps(quiet, len(in.Talks), in.TalksBy) + "."
	p.Legend = []chart.Cell{{Text: "up ", As: chart.Aside}, {Text: chart.Full, As: chart.Up}, {Text: " as mentor · down ", As: chart.Aside}, {Text: chart.Full, As: chart.Down}, {Text: " as mentee · ", As: chart.Aside}, {Text: chart.Middle, As: chart.Both}, {Text: " both ways", As: chart.Aside}}
	p.Rows, p.Cols, p.Begin = rowsBothWays, len(cols), Spot{rowAll, len(cols) - 1}
	p.draw = func(w, h int, at Spot, on bool) []chart.Row { return columns(cols, w, h, at, on) }
	p.part = func(at Spot) Part {
		t := in.Talks[at.Col]
		pick := journal.Pick{Of: journal.PickSessions, Days: t.Days}
		name := dates.Step(in.TalksBy, t.Days) + ": "
		switch at.Row {
		case rowUp:
			pick.Role = journal.RoleMentor
			return Part{name + counted(t.Mentor, "conversation", "conversations") + " as mentor", t.Mentor, pick}
		case rowDown:
			pick.Role = journal.RoleMentee
			return Part{name + counted(t.Mentee, "conversation", "conversations") + " as mentee", t.Mentee, pick}
		}
		says := name + counted(t.All(), "conversation", "conversations")
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

// quietSteps says in how many steps there was nothing, "" where there was something in each.
func quietSteps(quiet, all int, unit journal.TimeUnit) string {
	if quiet == 0 {
		return ""
	}
	many := map[journal.TimeUnit]string{journal.UnitWeek: "weeks", journal.UnitMonth: "months", journal.UnitQuarter: "quarters", journal.UnitYear: "years", journal.UnitFiveYears: "stretches of five years"}[unit]
	return fmt.Sprintf("; nothing in %d of %d %s", quiet, all, many)
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
	quiet := 0
	for i, c := range in.Crossed {
		cols[i] = chart.Column{Up: c.Gave, Down: c.Got, Label: dates.StepShort(in.CrossedBy, c.Days)}
		if c.Gave+c.Got == 0 {
			quiet++
		}
	}
	p.Title += ", " + wording.By(in.CrossedBy)
	p.Sentence = fmt.Sprintf("You noted %s given and %s received%s.", number(sum.Gave), number(sum.Got), quietSteps(quiet, len(in.Crossed), in.CrossedBy))
	p.Legend = []chart.Cell{{Text: "up ", As: chart.Aside}, {Text: chart.Full, As: chart.Up}, {Text: " given · down ", As: chart.Aside}, {Text: chart.Full, As: chart.Down}, {Text: " received", As: chart.Aside}}
	p.Rows, p.Cols, p.Begin = rowsBothWays, len(cols), Spot{rowAll, len(cols) - 1}
	p.draw = func(w, h int, at Spot, on bool) []chart.Row { return columns(cols, w, h, at, on) }
	p.part = func(at Spot) Part {
		c := in.Crossed[at.Col]
		pick := journal.Pick{Of: journal.PickExchanges, Days: c.Days}
		name := dates.Step(in.CrossedBy, c.Days) + ": "
		switch at.Row {
		case rowUp:
			pick.Direction = journal.Gave
			return Part{name + number(c.Gave) + " given", c.Gave, pick}
		case rowDown:
			pick.Direction = journal.Got
			return Part{name + number(c.Got) + " received", c.Got, pick}
		}
		return Part{fmt.Sprintf("%s%s given, %s received", name, number(c.Gave), number(c.Got)), c.Gave + c.Got, pick}
	}
	return p
}
