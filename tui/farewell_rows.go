package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// thanksRows is how many rows of the thanks of an ending before stand on the page at most.
const thanksRows = 4

// thanksLeast is how many rows the thanks have at least, with what stands above them, where the page
// has thanksFrom rows; else it is one.
const (
	thanksLeast = 4
	thanksFrom  = 14
)

// Render draws the page.
func (p *FarewellScreen) Render(w, h int) (string, *tea.Cursor) {
	th := p.env.Theme
	if shown, unread := p.env.unread("", p.read, p.err, w); unread {
		return shown, nil
	}
	w = min(w, 110)
	rows := p.head(w, h)
	if h >= 12 {
		rows = append(rows, "")
	}
	foot := func(most int) []string {
		if most > 0 && most < 3 && !journal.Blank(p.rel.Thanks) {
			return []string{"  " + th.Faint.Render("thanks: ") + th.Text.Render(widget.Cut(oneLine(p.rel.Thanks), w-11))}
		}
		rows := p.foot(w, max(1, most))
		for n := most - 1; len(rows) > most && n > 0; n-- {
			rows = p.foot(w, n)
		}
		return cutRows(rows, most)
	}
	if p.list.Len == 0 {
		said := "Nothing is open between you: nothing promised, no goal, nothing to raise."
		if h < 12 {
			said = "Nothing is open between you."
		}
		rows = append(rows, strings.Split(indent(th.Faint, said, w), "\n")...)
		return strings.Join(append(rows, foot(h-len(rows))...), "\n"), nil
	}
	// What is open comes first, and what was written has a few rows at least.
	least := 1
	if h >= thanksFrom {
		least = thanksLeast
	}
	below := foot(max(least, h-len(rows)-p.list.lineOf(p.list.Len-1)-1))
	list, cur := p.list.render(h-len(rows)-len(below), th, w, func(i int, chosen bool) string {
		return p.env.spots.row(p.drawn(p.row(i), chosen, w-1), chosen, func() tea.Cmd { p.list.Move(i - p.list.At); return nil })
	})
	if last := len(list) - 1; last > cur && p.list.cutBelow(len(list)) {
		list[last] = "  " + th.Faint.Render(moreBelow)
	}
	c := rowCursor(cur, len(rows))
	return strings.Join(append(append(rows, list...), below...), "\n"), c
}

// cutRows is the first of rows, none where hardly any would be left.
func cutRows(rows []string, most int) []string {
	if most < 3 {
		return nil
	}
	return rows[:min(len(rows), most)]
}

// head is with whom it ends, how it stands, and what this page is for.
func (p *FarewellScreen) head(w, h int) []string {
	th, r := p.env.Theme, p.rel
	title, said := "Ending well with ", "Look at what is still open, thank them if you like, and end it when you are ready. All of it may be left as it is."
	short := "All of it may be left as it is."
	switch r.State {
	case journal.StateEnded:
		title, short = "Ended with ", "It ended."
		if !r.EndedOn.IsZero() {
			short = "It ended on " + p.env.Dates.Long(r.EndedOn, p.env.Day()) + "."
		}
		said = short + " All of it stays whole and readable."
	case journal.StateDeclined:
		title, short = "Not taken up with ", p.env.key("again", "B")+" considers it again."
		said = "Nothing came of this one, so there is nothing to end. " + p.env.key("again", "B") + " considers it again."
		if r.Sessions > 0 {
			said = "Nothing came of this one, though you " + wording.Talked(r.Sessions) + ". " + p.env.key("end", "E") + " ends it well all the same; " + p.env.key("again", "B") + " considers it again."
		}
	}
	if h < 12 {
		said = short
	}
	what := " · " + r.Role.Phrase()
	rows := []string{"  " + th.Strong.Render(widget.Cut(title+p.env.Veil.Name(r.PersonName), w-len(what)-3)) + th.Faint.Render(what)}
	return append(rows, strings.Split(indent(th.Faint, said, w), "\n")...)
}

// foot is the thanks in at most so many rows, and how it ended before.
func (p *FarewellScreen) foot(w, most int) (rows []string) {
	th := p.env.Theme
	words := func(s string, most int) {
		for _, row := range widget.Wrap(p.env.Veil.Words(s), min(w-4, p.env.measure()), most) {
			rows = append(rows, "  "+th.Text.Render(row))
		}
	}
	if !journal.Blank(p.rel.Thanks) {
		rows = append(rows, "", "  "+th.Heading.Render("THANKS"))
		words(p.rel.Thanks, most)
	}
	if len(p.past) > 0 {
		rows = append(rows, "", "  "+th.Heading.Render("BEFORE"))
	}
	for _, e := range slices.Backward(p.past) {
		for _, row := range widget.Wrap(p.env.Veil.Words(p.env.Dates.EndedAndAgain(e)), min(w-4, p.env.measure()), 2) {
			rows = append(rows, "  "+th.Faint.Render(row))
		}
		if !journal.Blank(e.Thanks) {
			words(e.Thanks, thanksRows)
		}
	}
	return rows
}

func (p *FarewellScreen) drawn(r farewellRow, chosen bool, w int) string {
	th := p.env.Theme
	switch {
	case r.action != nil:
		return actionRow(*r.action, p.env, "", chosen, w)
	case r.topic != nil:
		return topicRow(*r.topic, p.env, chosen, w)
	case r.goal == nil:
		return ""
	}
	style := th.Text
	if chosen {
		style = th.Selected
	}
	return chosenMark(chosen) + th.Faint.Render(widget.Pad(" ·", 10)) + style.Render(widget.Cut(p.env.Veil.Words(wording.GoalWords(*r.goal)), w-12))
}

// upperFirst is a first name as a heading has it.
func upperFirst(name string) string { return strings.ToUpper(wording.FirstName(name)) }
