package tui

import (
	"unicode/utf8"

	"bothways/journal"
	"bothways/tui/editor"
)

// hide is what the editor draws as dots in discreet mode, nil where nothing is hidden: names but for
// their first letters, and what was told in confidence but for the line that is being written. Every
// cell stays where it is.
func (p *pen) hide() func(string, bool) []editor.Span {
	veil := p.env.Veil
	if !veil.On() {
		return nil
	}
	return func(line string, here bool) []editor.Span {
		if at := journal.Confided(line); at > 0 && !here {
			return append(hiddenSpans(veil, line[:at]), editor.Span{From: at, To: len(line)})
		}
		return hiddenSpans(veil, line)
	}
}

// hiddenSpans are the parts of a line that say who is meant, but for the first letters of names.
func hiddenSpans(veil journal.Veil, line string) []editor.Span {
	var spans []editor.Span
	for _, h := range veil.Hidden(line) {
		if h.With != journal.Veiled {
			_, first := utf8.DecodeRuneInString(line[h.From:h.To])
			h.From += first
		}
		spans = append(spans, editor.Span{From: h.From, To: h.To})
	}
	return spans
}
