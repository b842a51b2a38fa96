package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"
)

// Keeper is a page whose words may be on their way into the file for a while.
type Keeper interface {
	Typing
	// Keeping reports whether they are, and have been for longer than goes unnoticed.
	Keeping() bool
	// Since reports whether there are words beside those.
	Since() bool
}

// slowly says that words are on their way for longer than goes unnoticed. From here on what is typed
// is taken into the text at once, and so is what waited for its turn already: it was typed before
// anything was said, so it must not become commands of the page that follows.
func (r *Root) slowly(m keepSlow) tea.Cmd {
	page, keeps := r.top().(Keeper)
	if !keeps || page.ID() != m.to {
		return nil
	}
	was := page.Keeping()
	cmds := []tea.Cmd{page.Update(m)}
	if was || !page.Keeping() {
		return tea.Batch(cmds...)
	}
	// Put here at once: as a message of its own it could come after the words are kept.
	r.news = sayMsg{text: "Your words are being kept; that takes a moment. You can type on: what comes now is not kept with them."}
	waiting := r.turns.queue
	r.turns.queue = nil
	for _, msg := range waiting {
		cmds = append(cmds, r.turn(msg))
	}
	return tea.Batch(cmds...)
}

// glance lets a person go on while their words are being kept: what is the text's goes into the text,
// and the help can be read. To leave, and to keep what was typed since, has its turn after that;
// nothing overtakes it. Other commands would come too early.
func (r *Root) glance(msg tea.Msg) (tea.Cmd, bool) {
	page, keeps := r.top().(Keeper)
	if !keeps || !page.Keeping() || len(r.turns.queue) > 0 {
		return nil, false
	}
	k, isKey := msg.(tea.KeyPressMsg)
	if _, ok := r.overlay().(*menu); ok {
		switch {
		case isKey && looks(k):
			return r.overlayUpdate(k), true
		case isKey && k.Text == "":
			return nil, r.early()
		}
		r.overlays = nil // words are for the text: the help may go at any moment
	}
	switch {
	case r.overlay() != nil:
		return nil, false
	case ofText(page, msg):
		return page.Update(msg), true
	case k.Text == "" && r.does(k, "help") && !r.tooSmall():
		r.overlays = append(r.overlays, r.help())
		return nil, true
	case r.waits(page, k):
		return nil, false
	}
	return nil, r.early()
}

// early says that a command comes too early.
func (r *Root) early() bool {
	r.news = sayMsg{text: "Your words are being kept; that key works again once they are."}
	return true
}

// waits reports whether a command keeps its turn until the words are kept.
func (r *Root) waits(page Keeper, k tea.KeyPressMsg) bool {
	if k.String() == "ctrl+c" {
		return true
	}
	all := page.Actions()
	i := slices.IndexFunc(all, func(a Action) bool { return r.env.keysOf(a, true).takes(k) })
	return i >= 0 && (all[i].ID == "leave" || all[i].ID == "keep" && page.Since())
}

// looks reports whether a key only looks around in a menu, or closes it.
func looks(k tea.KeyPressMsg) bool {
	switch k.String() {
	case "esc", "up", "down", "pgup", "pgdown":
		return true
	}
	return false
}

// kept is what goes before words that were kept are left: the help is of what the page was before,
// and a paste that came meanwhile is of the text, for the page that follows would have no use for it.
// The letters that wait are for that page, but one of them is not to undo what was just kept.
func (r *Root) kept(m wordsKept) tea.Cmd {
	r.overlays = nil
	if m.err != nil || r.top().ID() != m.to {
		return nil
	}
	r.turns.kept = true
	page, ok := r.top().(Keeper)
	var cmds []tea.Cmd
	for ok && len(r.turns.queue) > 0 && ofText(page, r.turns.queue[0]) {
		next := r.turns.queue[0]
		r.turns.queue = r.turns.queue[1:]
		cmds = append(cmds, page.Update(next))
	}
	return tea.Batch(cmds...)
}

// ofText reports whether what waited for words to be kept is of their page's text: a paste, and where
// it was said that one can type on, all that is typed.
func ofText(page Keeper, msg tea.Msg) bool {
	k, isKey := msg.(tea.KeyPressMsg)
	return !isKey || page.Keeping() && (k.Text != "" || page.Claims(k))
}

// undoesEarly reports whether an action would undo what its key could not know to be kept yet.
func (r *Root) undoesEarly(a Action) bool { return r.turns.early && a.ID == "undo" }
