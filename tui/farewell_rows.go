package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// thanksRows is how many rows of the thanks stand on the page.
const thanksRows = 4

// Render draws the page.
func (p *FarewellScreen) Render(w, h int) (string, *tea.Cursor) {
	th := p.env.Theme
	switch {
	case p.err != nil:
		return "\n" + indent(th.Error, journal.ErrorMessage(p.err), w), nil
	case !p.read:
		return "", nil
	}
	w = min(w, 110)
	rows := append(p.head(w), "")
	foot := p.thanks(w)
	room := h - len(rows) - len(foot)
	if room < 3 { // what is open comes before what was written
		foot, room = nil, h-len(rows)
	}
	if p.list.Len == 0 {
		rows = append(rows, strings.Split(indent(th.Faint, "Nothing is open between you: nothing promised, no goal, nothing to raise.", w), "\n")...)
		return strings.Join(append(rows, foot...), "\n"), nil
	}
	list, cur := p.list.render(room, th, w, func(i int, chosen bool) string { return p.drawn(p.row(i), chosen, w-1) })
	c := rowCursor(cur, len(rows))
	return strings.Join(append(append(rows, list...), foot...), "\n"), c
}

// head is with whom it ends, how it stands, and what this page is for.
func (p *FarewellScreen) head(w int) []string {
	th, r := p.env.Theme, p.rel
	title, said := "Ending well with ", "Look at what is still open, thank them if you like, and end it when you are ready. All of it may be left as it is."
	switch r.State {
	case journal.StateEnded:
		title, said = "Ended with ", "It ended. All of it stays whole and readable."
		if !r.EndedOn.IsZero() {
			said = "It ended on " + wording.DateLong(r.EndedOn, p.env.Day()) + ". All of it stays whole and readable."
		}
	case journal.StateDeclined:
		title, said = "Not taken up with ", "Nothing came of this one, so there is nothing to end. B considers it again."
	}
	what := " · " + r.Role.Phrase()
	rows := []string{"  " + th.Strong.Render(widget.Cut(title+r.PersonName, w-len(what)-3)) + th.Faint.Render(what)}
	return append(rows, strings.Split(indent(th.Faint, said, w), "\n")...)
}

func (p *FarewellScreen) thanks(w int) []string {
	if journal.Blank(p.rel.Thanks) {
		return nil
	}
	th := p.env.Theme
	rows := []string{"", "  " + th.Heading.Render("THANKS")}
	for _, row := range widget.Wrap(p.rel.Thanks, min(w-4, 72), thanksRows) {
		rows = append(rows, "  "+th.Text.Render(row))
	}
	return rows
}

func (p *FarewellScreen) drawn(r farewellRow, chosen bool, w int) string {
	th := p.env.Theme
	switch {
	case r.action != nil:
		return actionRow(*r.action, p.env.Day(), th, "", chosen, w)
	case r.topic != nil:
		return topicRow(*r.topic, th, chosen, w)
	case r.goal == nil:
		return ""
	}
	style := th.Text
	if chosen {
		style = th.Selected
	}
	words := r.goal.Text
	if r.goal.Tag != "" {
		words += " (" + r.goal.Tag + ")"
	}
	return chosenMark(chosen) + th.Faint.Render(widget.Pad(" ·", 10)) + style.Render(widget.Cut(words, w-12))
}

// upperFirst is a first name as a heading has it.
func upperFirst(name string) string { return strings.ToUpper(wording.FirstName(name)) }
