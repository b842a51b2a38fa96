package tui

import tea "charm.land/bubbletea/v2"

// Keeper is a page whose words may be on their way into the file for a while.
type Keeper interface {
	Typing
	// Keeping reports whether they are, and have been for longer than goes unnoticed.
	Keeping() bool
	// Moves gives a key to the text where it only moves in it, and reports whether it does.
	Moves(tea.KeyPressMsg) bool
}

// glance lets a person look around while their words are being kept: keys that only move in the text,
// and the help, need not wait for that. Everything else keeps its place in the queue, and what is
// waiting there already is not overtaken by a move.
func (r *Root) glance(msg tea.Msg) (tea.Cmd, bool) {
	k, isKey := msg.(tea.KeyPressMsg)
	page, keeps := r.top().(Keeper)
	if !isKey || !keeps || !page.Keeping() || r.tooSmall() {
		return nil, false
	}
	if _, ok := r.overlay().(*menu); ok {
		if looks(k) {
			return r.overlayUpdate(k), true
		}
		return nil, true // a command would come too early, and is no word of a text
	}
	switch {
	case r.overlay() != nil:
		return nil, false
	case k.String() == "f1":
		r.overlays = append(r.overlays, r.help())
		return nil, true
	}
	return nil, len(r.turns.queue) == 0 && page.Moves(k)
}

// looks reports whether a key only looks around in a menu, or closes it.
func looks(k tea.KeyPressMsg) bool {
	switch k.String() {
	case "esc", "up", "down", "pgup", "pgdown":
		return true
	}
	return false
}
