package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/veil"
)

// veiled is an overlay that hides in discreet mode more than names, which are hidden everywhere.
type veiled interface{ setVeil(journal.Veil) }

// veilRows hides who is meant in a page as it is about to be shown: whatever drew a name, a page, a
// form, a step that was undone, it goes through here. Columns stay where they are. Before the cursor
// every cell stays, since it stands between letters as they were typed.
//
// Of what was told in confidence only the beginning is known here; the rest is hidden where it is read
// from the journal, and in the text that is typed.
func (r *Root) veilRows(page string, cur *tea.Cursor) string {
	v := r.env.Veil
	if !v.On() {
		return page
	}
	_, typing := r.top().(Typing)
	typing = typing && r.overlay() == nil
	_, filling := r.overlay().(*form) // which hides by itself what is not asked for
	rows := strings.Split(page, "\n")
	for i, row := range rows {
		still := 0
		if cur != nil && cur.Y == i {
			still = cur.X
		}
		typed := typing || filling && cur != nil && cur.Y == i
		rows[i] = veil.Row(v, row, veil.Look{Width: r.w, Still: still, Typed: typed})
	}
	return strings.Join(rows, "\n")
}

// discreetSign stands in the corner while names are hidden, so that nobody wonders who P. N. is, and
// whoever shares the screen sees that it is on.
const discreetSign = "discreet"

// footRoom is how many cells the keys at the bottom have.
func (r *Root) footRoom() int {
	if r.env.Veil.On() {
		return r.w - len(discreetSign) - 2
	}
	return r.w
}

// corner puts the sign at the end of the last row.
func (r *Root) corner(foot string) string {
	if !r.env.Veil.On() {
		return foot
	}
	return foot + strings.Repeat(" ", max(1, r.w-1-len(discreetSign)-ansi.StringWidth(foot))) + r.env.Theme.Strong.Render(discreetSign)
}
