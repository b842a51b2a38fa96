package tui

import (
	"context"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/theme"
	"bothways/tui/widget"
)

// monthLoad adds up what mentoring asks of a mentor in the calendar month of now.
func monthLoad(ctx context.Context, st *store.Store, now time.Time) (journal.Load, error) {
	from := time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, now.Location())
	return st.Load(ctx, from, from.AddDate(0, 1, 0))
}

// loadRow says it on one row, "" where there was no conversation as a mentor.
func loadRow(l journal.Load, t *theme.Theme, w int) string {
	said := loadSaid(l)
	if said == "" {
		return ""
	}
	return "  " + t.Faint.Render(widget.Cut(said, w-2))
}

// loadEnergies is how many energies are drawn, the last ones.
const loadEnergies = 12

// loadSaid is "this month: 4 people, 7 conversations, 5 h 20, energy ▆▄▂".
func loadSaid(l journal.Load) string {
	if l.Sessions == 0 {
		return ""
	}
	people, talks := "1 person", "1 conversation"
	if l.People != 1 {
		people = fmt.Sprintf("%d people", l.People)
	}
	if l.Sessions != 1 {
		talks = fmt.Sprintf("%d conversations", l.Sessions)
	}
	said := "this month: " + people + ", " + talks
	if l.Minutes > 0 {
		said += ", " + hours(l.Minutes)
	}
	if n := len(l.Energies); n > 0 {
		said += ", energy " + energyLine(l.Energies[max(0, n-loadEnergies):])
	}
	return said
}

// loadAction opens the questions for looking after the mentor that one is.
func loadAction(env *Env, key string) Action {
	return Action{ID: "looking after", Group: groupHere, Keys: []string{key}, Name: "look after yourself", Help: "questions on what mentoring asks of you", Run: func() tea.Cmd {
		return push(NewSetPage(env, "looking-after-the-mentor"))
	}}
}
