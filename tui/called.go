package tui

import (
	"bothways/journal"
	"bothways/tui/wording"
)

// called is what people are called in a list: by their first names, and by their whole ones where
// two of them share the first.
type called map[string]string // the only whole name with this first name, "" for several

func calledIn(actions []journal.ActionView) called {
	c := called{}
	for _, a := range actions {
		c.add(a.PersonName)
	}
	return c
}

func (c called) add(name string) {
	first := wording.FirstName(name)
	if whole, ok := c[first]; ok && whole != name {
		name = ""
	}
	c[first] = name
}

// name is never empty, so that the column stays where it is. Of somebody who is hidden it is all
// initials: those of first names are the same too often.
func (c called) name(v journal.Veil, whole string) string {
	if v.On() && whole != "" {
		return v.Name(whole)
	}
	first := wording.FirstName(whole)
	if whole != "" && c[first] == "" {
		return whole
	}
	if first == "" {
		return "-"
	}
	return first
}
