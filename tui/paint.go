package tui

import (
	"strings"

	"charm.land/lipgloss/v2"

	"bothways/tui/widget"
)

// indent is a sentence wrapped and set in from the edge.
func indent(style lipgloss.Style, s string, w int) string {
	rows := widget.Wrap(s, min(w-4, 72), 0)
	for i, r := range rows {
		rows[i] = "  " + style.Render(r)
	}
	return strings.Join(rows, "\n")
}
