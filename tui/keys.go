package tui

import tea "charm.land/bubbletea/v2"

// bound is what the keys do on the page on top, its own actions first, with the keys the person set.
func (r *Root) bound() []Action {
	_, typing := r.top().(Typing)
	own := r.top().Actions()
	out := make([]Action, 0, len(own)+16)
	for _, a := range append(own, r.global()...) {
		out = append(out, r.env.keysOf(a, typing))
	}
	return out
}

// does reports whether a key is one of the global action id's here.
func (r *Root) does(k tea.KeyPressMsg, id string) bool {
	_, typing := r.top().(Typing)
	for _, a := range r.global() {
		if a.ID == id {
			return r.env.keysOf(a, typing).takes(k)
		}
	}
	return false
}
