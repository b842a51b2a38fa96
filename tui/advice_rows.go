package tui

import (
	"strings"

	"bothways/journal"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// adviceIndent is how many cells come before the words on a row.
const adviceIndent = 20

func (p *advicePart) render(w, h int) ([]string, int) {
	if len(p.rows) == 0 {
		return strings.Split(indent(p.env.Theme.Faint, "Nothing is noted as given or received yet. A line “gave: …” or “got: …” in a note stands here; what you received can then be noted as tried (t) or passed on (f).", w), "\n"), -1
	}
	room := h
	if h >= wholeFrom+wholeRows {
		room -= wholeRows
	}
	from, to := p.list.Window(room)
	cur := -1
	var rows []string
	for i := from; i < to; i++ {
		if i == p.list.At {
			cur = len(rows)
		}
		rows = append(rows, p.row(p.rows[i], i == p.list.At, w-1))
	}
	if room == h {
		return rows, cur
	}
	for len(rows) < room+1 {
		rows = append(rows, "")
	}
	r, _ := p.chosen()
	for _, s := range widget.Wrap(strings.Join(strings.Fields(p.whole(r)), " "), min(w-6, 90), wholeRows-1) {
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
	case r.came:
		head, words = widget.Pad("came", 10)+widget.Pad(wording.DueLabel(r.note.On, today), 8), p.said(r)
	case r.note != nil:
		head, words, style = strings.Repeat(" ", adviceIndent-2), p.said(r), th.Theirs
		if chosen {
			style = th.Selected
		}
	default:
		head, words = widget.Pad(directionWord(r.exchange.Direction), 10)+widget.Pad(wording.DueLabel(journal.DateOf(r.exchange.At), today), 8), r.exchange.Text
	}
	return chosenMark(chosen) + th.Faint.Render(head) + style.Render(widget.Cut(words, w-adviceIndent))
}

// said is a note in words: "→ tried 12 Nov: it worked", "→ passed on to Tom 14 Nov", "from Sam: …".
func (p *advicePart) said(r adviceRow) string {
	day := ""
	if !r.note.On.IsZero() {
		day = " " + wording.DueLabel(r.note.On, p.env.Day())
	}
	said := "→ tried" + day
	switch {
	case r.came:
		said = "from " + wording.FirstName(r.note.FromName) + ": " + r.note.Text
		if r.note.Outcome != "" {
			return said + " → " + r.note.Outcome
		}
		return said
	case r.note.Kind == journal.AdvicePassed:
		said = "→ passed on to " + wording.FirstName(r.note.ToName) + day
	}
	if r.note.Outcome != "" {
		said += ": " + r.note.Outcome
	}
	return said
}

// whole is all that a row says, for below the list.
func (p *advicePart) whole(r adviceRow) string {
	switch {
	case r.note != nil:
		return p.said(r)
	case r.exchange != nil:
		return r.exchange.Text + " · " + wording.DateLong(journal.DateOf(r.exchange.At), p.env.Day())
	}
	return ""
}

func directionWord(d journal.Direction) string {
	if d == journal.Gave {
		return "given"
	}
	return "received"
}
