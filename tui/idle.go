package tui

import tea "charm.land/bubbletea/v2"

// foldAfter is how many looks in a row find the same before it is folded into the file: half a minute
// without a save.
const foldAfter = 6

// quiet counts how long nobody has written.
type quiet struct {
	unfolded string
	looks    int
}

// look takes in what is beside the file and reports whether it is time to fold it in.
func (q *quiet) look(unfolded string) bool {
	if unfolded == "" || unfolded != q.unfolded {
		*q = quiet{unfolded: unfolded}
		return false
	}
	q.looks++
	if q.looks < foldAfter {
		return false
	}
	q.looks = 0 // where somebody was in the way, half a minute on
	return true
}

// fold folds what was saved into the journal's file while nobody writes.
func fold(env *Env) tea.Cmd {
	return func() tea.Msg {
		_ = env.Store.Fold(env.Ctx) // it is tried again, and done when the journal is closed
		return nil
	}
}

// takeIn takes what was written into the index of the words, behind the pages.
func takeIn(env *Env) tea.Cmd {
	return func() tea.Msg {
		_, _ = env.Store.Indexed(env.Ctx) // it is tried again, and counted by a search
		return nil
	}
}
