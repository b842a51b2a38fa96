package tui

import "slices"

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
