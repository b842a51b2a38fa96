package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/theme"
	"bothways/tui/widget"
)

// aboutText is where somebody is in what is known of a person.
type aboutText struct {
	top     int            // the first row shown
	look    journal.Search // words to be lit
	arrived bool           // those were gone to
}

// render draws at most h of the rows, and says where more follow.
func (a *aboutText) render(rows []string, h int, t *theme.Theme) []string {
	if h < 1 {
		return nil
	}
	if !a.arrived {
		a.arrived = true
		text := ansi.Strip(strings.Join(rows, "\n"))
		if at := a.look.Best(text); at > 0 {
			a.top = strings.Count(text[:at], "\n") - h/2
		}
	}
	a.top = max(0, min(a.top, len(rows)-h))
	more := h > 1 && a.top+h < len(rows)
	if more {
		h--
	}
	var out []string
	for _, row := range rows[a.top:min(len(rows), a.top+h)] {
		out = append(out, "  "+row)
	}
	if more {
		out = append(out, "  "+t.Faint.Render(moreBelow))
	}
	return out
}

// aboutBlock collects facts, each with its label.
type aboutBlock struct {
	w, most int
	rows    []string
	theme   *theme.Theme
	look    journal.Search // words to be lit
}

// say adds a fact, unless there is none.
func (b *aboutBlock) say(label, value string) {
	if journal.Blank(value) {
		return
	}
	const column = 14
	faint := b.theme.Faint
	if b.w < 2*column { // too narrow for two columns
		b.rows = append(b.rows, faint.Render(widget.Cut(label, b.w)))
		b.rows = append(b.rows, b.words(value, b.w)...)
		return
	}
	for i, row := range b.words(value, b.w-column) {
		if i > 0 {
			label = ""
		}
		b.rows = append(b.rows, faint.Render(widget.Pad(label, column))+row)
	}
}

// words are the rows of a fact in w cells.
func (b *aboutBlock) words(value string, w int) []string {
	rows, from, lit := wrapLit(value, w, b.look)
	cut := b.most > 0 && len(rows) > b.most
	if cut {
		rows, from = widget.Wrap(value, w, b.most), nil
	}
	for i, row := range rows {
		if from == nil {
			rows[i] = b.theme.Text.Render(row)
		} else {
			rows[i] = litRow(row, from[i], lit, b.theme.Text, litStyle(b.theme))
		}
	}
	return rows
}
