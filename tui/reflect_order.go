package tui

import (
	"slices"

	"bothways/tui/widget"
)

// lostRow remembers the row a cursor was on when it went, so that the cursor is on it again once an
// undo brings it back.
type lostRow struct{ id string }

// follow keeps the cursor of a list on the row it was on, or puts it back on the one that came back.
func (r *lostRow) follow(l *widget.List, was string, key func(int) string) {
	there := func(id string) bool {
		for i := range l.Len {
			if key(i) == id {
				return true
			}
		}
		return false
	}
	switch {
	case r.id != "" && there(r.id):
		was, r.id = r.id, ""
	case was != "" && !there(was):
		r.id = was
	}
	l.Follow(was, key)
}

// movedPast is ids with id right after another one of them, or right before it. Where one of the
// two is not there any more nothing moves.
func movedPast(ids []string, id, past string, after bool) []string {
	if id == past || !slices.Contains(ids, id) || !slices.Contains(ids, past) {
		return ids
	}
	rest := slices.DeleteFunc(slices.Clone(ids), func(s string) bool { return s == id })
	at := slices.Index(rest, past)
	if after {
		at++
	}
	return slices.Insert(rest, at, id)
}
