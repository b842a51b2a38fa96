package tui

import (
	"context"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/theme"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// monthLoad adds up what mentoring asks of a mentor in the calendar month of now, or in the one before
// as long as there was no conversation in this one: a month begins with nothing.
func monthLoad(ctx context.Context, st *store.Store, now time.Time) (journal.Load, error) {
	from := time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, now.Location())
	l, err := st.Load(ctx, from, from.AddDate(0, 1, 0))
	if err != nil || l.Sessions > 0 {
		return l, err
	}
	l, err = st.Load(ctx, from.AddDate(0, -1, 0), from)
	l.Before = l.Sessions > 0
	return l, err
}

// loadRow says it on one row, "" where there was no conversation as a mentor.
func loadRow(l journal.Load, t *theme.Theme, w int) string {
	if l.Sessions == 0 {
		return ""
	}
	said := loadSaid(l)
	if ansi.StringWidth(said) > w-2 {
		said = loadBrief(l)
	}
	return "  " + t.Faint.Render(widget.Cut(said, w-2))
}

// loadEnergies is how many energies are drawn, the last ones.
const loadEnergies = 12

// loadSaid is "this month: 4 people, 7 conversations, 5 h 20, energy ▅▄▃".
func loadSaid(l journal.Load) string {
	if l.Sessions == 0 {
		return ""
	}
	said := loadPeople(l) + ", " + loadTalks(l)
	if l.Timed > 0 {
		said += ", " + wording.Hours(l.Minutes)
	}
	if l.Timed > 0 && l.Timed < l.Sessions {
		said += fmt.Sprintf(" noted in %d", l.Timed)
	}
	return said + loadEnergy(l)
}

// loadBrief is the same without how many conversations there were, where it is known how long.
func loadBrief(l journal.Load) string {
	said := loadPeople(l)
	switch {
	case l.Timed == 0:
		said += ", " + loadTalks(l)
	case l.Timed < l.Sessions:
		said += ", " + wording.Hours(l.Minutes) + " noted"
	default:
		said += ", " + wording.Hours(l.Minutes)
	}
	return said + loadEnergy(l)
}

func loadPeople(l journal.Load) string {
	month := "this month: "
	if l.Before {
		month = "last month: "
	}
	if l.People == 1 {
		return month + "1 person"
	}
	return fmt.Sprintf("%s%d people", month, l.People)
}

func loadTalks(l journal.Load) string {
	if l.Sessions == 1 {
		return "1 conversation"
	}
	return fmt.Sprintf("%d conversations", l.Sessions)
}

// loadEnergy is the energies as a tail, "" for none.
func loadEnergy(l journal.Load) string {
	n := min(len(l.Energies), loadEnergies)
	if n == 0 {
		return ""
	}
	return ", energy " + widget.Spark(l.Energies, journal.MinEnergy, journal.MaxEnergy, n)
}

// loadAction opens the questions for looking after the mentor that one is.
func loadAction(env *Env, key string) Action {
	return Action{ID: "looking after", Group: groupHere, Keys: []string{key}, Name: "look after yourself", Help: "questions on what mentoring asks of you", Run: func() tea.Cmd {
		return push(NewSetPage(env, "looking-after-the-mentor"))
	}}
}
