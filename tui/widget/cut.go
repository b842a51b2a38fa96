// Package widget holds the small parts screens are drawn with: cutting and padding of text that
// came from a person, lists that scroll, columns.
package widget

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"bothways/tui/safe"
)

// Cut is s made safe for one row and no wider than w cells, with an ellipsis where it was longer.
func Cut(s string, w int) string {
	if w <= 0 {
		return ""
	}
	if len(s) > 8*w+64 { // no need to look at a page of text to draw a line of it
		s = strings.ToValidUTF8(s[:8*w+64], "") + "…"
	}
	return ansi.Truncate(safe.Line(s), w, "…")
}

// Pad is Cut, filled with spaces to exactly w cells.
func Pad(s string, w int) string {
	return PadStyled(Cut(s, w), w)
}

// PadStyled fills text that is already safe and styled with spaces to w cells; it cuts nothing.
func PadStyled(s string, w int) string {
	s += strings.Repeat(" ", max(0, w-ansi.StringWidth(s)))
	// Some letters take the space after them in, which then has no cell of its own.
	for ansi.StringWidth(s) < w {
		s += " "
	}
	return s
}

// Columns puts two blocks of rows side by side, the left one padded to w cells. Rows are cut, not
// wrapped, by whoever made them.
func Columns(left, right []string, w int, between string) []string {
	out := make([]string, 0, max(len(left), len(right)))
	for i := range max(len(left), len(right)) {
		var l, r string
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		if r == "" && strings.TrimSpace(between) == "" {
			out = append(out, l)
			continue
		}
		out = append(out, PadStyled(l, w)+between+r)
	}
	return out
}
