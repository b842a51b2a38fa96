package tui

import tea "charm.land/bubbletea/v2"

// pointed is row y of the text in the field that is typed in: a press there moves the cursor, and a drag
// selects. What is hidden stays so until a key in that field asks for it.
func (f *form) pointed(ff *formField, row string, y int) string {
	if f.busy || f.veil.On() && !ff.asked() {
		return row
	}
	return f.spots.words(row, func(x int, drag bool) tea.Cmd {
		f.typed()
		ff.ed.Point(x, y, drag)
		return nil
	})
}
