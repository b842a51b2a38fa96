package tui

import "bothways/tui/config"

// first opens what the program was started for; where that is nothing in particular, the page the
// person wants to begin with, over the one that esc leads to.
func (r *Root) first(page config.First, s Start) {
	if s != (Start{}) {
		r.begin(s)
		return
	}
	switch page {
	case config.FirstPeople:
		r.pages = append(r.pages, NewPeople(r.env))
	case config.FirstActions:
		r.pages = append(r.pages, NewActions(r.env))
	case config.FirstReflect:
		r.pages = append(r.pages, NewReflect(r.env))
	case config.FirstLookBack:
		r.pages = append(r.pages, NewLookBack(r.env))
	case config.FirstInsights:
		r.pages = append(r.pages, NewInsights(r.env))
	case config.FirstSearch:
		r.pages = append(r.pages, NewSearch(r.env))
	case config.FirstLibrary:
		r.pages = append(r.pages, NewLibrary(r.env))
	case config.FirstWrite:
		r.begin(Start{Write: true})
	}
}
