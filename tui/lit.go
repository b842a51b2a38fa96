package tui

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/safe"
	"bothways/tui/theme"
	"bothways/tui/widget"
)

// litStyle is how what was searched for is lit where it stands: light on dark where the rest is dark
// on light, so that it is seen without colours too.
func litStyle(t *theme.Theme) lipgloss.Style { return t.Mark }

// litRow draws a row of a text that begins at from, with the places that are lit in it.
func litRow(text string, from int, lit []journal.Place, plain, hit lipgloss.Style) string {
	var b strings.Builder
	at, end := 0, len(text)
	for _, p := range lit {
		start, stop := max(p.Start-from, at), min(p.End-from, end)
		if start >= stop {
			continue
		}
		if start > at {
			b.WriteString(plain.Render(text[at:start]))
		}
		b.WriteString(hit.Render(text[start:stop]))
		at = stop
	}
	if at < end {
		b.WriteString(plain.Render(text[at:]))
	}
	return b.String()
}

// litLine draws a line with what is lit in it, cut to w cells.
func litLine(text string, lit []journal.Place, w int, plain, hit lipgloss.Style) string {
	var b strings.Builder
	used, at := 0, 0
	put := func(part string, style lipgloss.Style) {
		part = safe.Line(part)
		if room := w - used; ansi.StringWidth(part) > room {
			part = ansi.Truncate(part, room, "…")
			used = w
		} else {
			used += ansi.StringWidth(part)
		}
		if part != "" {
			b.WriteString(style.Render(part))
		}
	}
	for _, p := range lit {
		if used >= w {
			return b.String()
		}
		put(text[at:p.Start], plain)
		if used < w {
			put(text[p.Start:p.End], hit)
		}
		at = p.End
	}
	if used < w {
		put(text[at:], plain)
	}
	return b.String()
}

// shownText is a text as it is drawn, before it is wrapped.
func shownText(text string) string { return strings.ReplaceAll(safe.Text(text), "\t", "    ") }

// wrapLit wraps a text to rows of w cells, and says for each where in the text as it is drawn it
// begins and what in it is to be lit. Where that cannot be told nothing is lit.
func wrapLit(text string, w int, q journal.Search) (rows []string, from []int, lit []journal.Place) {
	const most = 500
	rows = widget.Wrap(text, w, 0)
	drawn := shownText(text)
	if lit = q.Hits(drawn, most); len(lit) == 0 {
		return rows, nil, nil
	}
	at := 0
	for _, row := range rows {
		i := strings.Index(drawn[at:], row)
		if i < 0 || strings.TrimSpace(drawn[at:at+i]) != "" {
			return rows, nil, nil
		}
		from = append(from, at+i)
		at += i + len(row)
	}
	return rows, from, lit
}
