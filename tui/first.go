package tui

import "bothways/tui/config"

// first opens what the program was started for; where that is nothing in particular, the page the
// person wants to begin with, over the one that esc leads to.
func (r *Root) first(page config.First, s Start) {
	if s != (Start{}) {
		r.begin(s)
		return
	}
	if page == config.FirstWrite {
		r.begin(Start{Write: true})
		return
	}
	for _, p := range places() {
		if config.ID(p.id) == string(page) {
			r.pages = append(r.pages, p.open(r.env))
		}
	}
}
