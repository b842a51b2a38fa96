package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// adviceIndent is how many cells come before the words on a row.
const adviceIndent = 20

func (p *advicePart) render(w, h int) ([]string, int) {
	switch {
	case !p.there:
		return nil, -1
	case len(p.rows) == 0:
		return strings.Split(indent(p.env.Theme.Faint, "Nothing is noted as given or received yet. A line “gave: …” or “got: …” in a note stands here; what you received can then be noted as tried (t) or passed on (f).", w), "\n"), -1
	}
	room := h
	if h >= wholeFrom+wholeRows {
		room -= wholeRows
	}
	rows, cur := p.list.render(room, p.env.Theme, w, func(i int, chosen bool) string {
		return p.env.spots.row(p.row(p.rows[i], chosen, w-1), chosen, func() tea.Cmd { p.move(i - p.list.At); return nil })
	})
	if room == h {
		return rows, cur
	}
	for len(rows) < room+1 {
		rows = append(rows, "")
	}
	r, _ := p.chosen()
	for _, s := range widget.Wrap(strings.Join(strings.Fields(p.env.Veil.Words(p.whole(r))), " "), min(w-6, 90), wholeRows-1) {
		rows = append(rows, "    "+p.env.Theme.Faint.Render(s))
	}
	return rows, cur
}

// row is one line: what has a known width first, the words last.
func (p *advicePart) row(r adviceRow, chosen bool, w int) string {
	th, today := p.env.Theme, p.env.Day()
	style := th.Text
	if chosen {
		style = th.Selected
	}
	head, words := "", ""
	switch {
	case r.came, r.left():
		head, words = widget.Pad(p.aloneWord(r), 10)+widget.Pad(p.env.Dates.Due(r.note.On, today), 8), p.said(r)
	case r.note != nil:
		head, words, style = strings.Repeat(" ", adviceIndent-2), p.said(r), th.Theirs
		if chosen {
			style = th.Selected
		}
	default:
		head, words = widget.Pad(directionWord(r.exchange.Direction), 10)+widget.Pad(p.env.Dates.Due(journal.DateOf(r.exchange.At), today), 8), p.env.Veil.Words(r.exchange.Text)
	}
	return chosenMark(chosen) + th.Faint.Render(head) + style.Render(widget.Cut(words, w-adviceIndent))
}

// aloneWord is what a row begins with that is a note alone: that it came, or how it went on.
func (p *advicePart) aloneWord(r adviceRow) string {
	switch {
	case r.came:
		return "came"
	case r.note.Returned:
		return "talked"
	}
	return string(r.note.Kind)
}

// said is a note in words: "→ tried 12 Nov: it worked", "→ passed on to Tom 14 Nov", "from Sam: …".
// One alone has the words that went on, and its day stands before them.
func (p *advicePart) said(r adviceRow) string {
	text, outcome := p.env.Veil.Words(r.note.Text), p.env.Veil.Words(r.note.Outcome)
	switch {
	case r.came:
		return p.cameFrom(*r.note) + text + tail(" → ", outcome)
	case r.left() && r.note.Kind == journal.AdvicePassed:
		return text + " → " + wentTo(*r.note) + tail(": ", outcome)
	case r.left():
		return text + tail(" → ", outcome)
	}
	said := "→ tried"
	switch {
	case r.note.Returned:
		said = "→ talked over " + wentTo(*r.note)
	case r.note.Kind == journal.AdvicePassed:
		said = "→ passed on " + wentTo(*r.note)
	}
	if !r.note.On.IsZero() {
		said += " " + p.env.Dates.Due(r.note.On, p.env.Day())
	}
	return said + tail(": ", outcome)
}

// cameFrom is where advice came from, before its words.
func (p *advicePart) cameFrom(a journal.Advice) string {
	switch {
	case a.FromName == "":
		return "from an answer of yours: "
	case a.Returned:
		return "talked over: "
	}
	return "from " + wording.FirstName(a.FromName) + ": "
}

// wentTo is whom advice went to. The answer it came from may be about that very person now; then it
// was talked over with them.
func wentTo(a journal.Advice) string {
	if a.Returned {
		return "with " + wording.FirstName(a.ToName)
	}
	return "to " + wording.FirstName(a.ToName)
}

// tail is words with what joins them to those before, "" for none.
func tail(join, words string) string {
	if words == "" {
		return ""
	}
	return join + words
}

// whole is all that a row says, for below the list.
func (p *advicePart) whole(r adviceRow) string {
	switch {
	case r.note != nil && r.exchange != nil && r.note.Text != r.exchange.Text: // its line was changed since
		return p.said(r) + " · as it stood then: " + r.note.Text
	case r.note != nil:
		return p.said(r)
	case r.exchange != nil:
		return r.exchange.Text + " · " + p.env.Dates.Long(journal.DateOf(r.exchange.At), p.env.Day())
	}
	return ""
}

func directionWord(d journal.Direction) string {
	if d == journal.Gave {
		return "given"
	}
	return "received"
}
