package tui

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/theme"
	"bothways/tui/widget"
)

const noAction = "Choose an action first."

// actionActions is what can be done with the chosen action, the same on every page that shows
// one. a is nil where none is chosen; next is the coming conversation, to carry over to.
func actionActions(env *Env, a *journal.ActionView, next journal.Date) []Action {
	why, closed, open := "", "", ""
	switch {
	case a == nil:
		why, closed, open = noAction, noAction, noAction
		a = &journal.ActionView{}
	case a.State == journal.ActionOpen:
		open = "It is open already."
	default:
		closed = "It is closed; o opens it again."
	}
	v := *a
	return []Action{
		{ID: "done", Group: groupHere, Keys: []string{"x"}, Name: "done", Help: "it was done; say how it went, or leave that empty", Foot: true, Disabled: closed, Run: func() tea.Cmd { return askOutcome(env, v, journal.ActionDone) }},
		{ID: "carry", Group: groupHere, Keys: []string{"c"}, Name: "carry over", Help: "take it along to another day", Foot: true, Disabled: closed, Run: func() tea.Cmd { return askCarry(env, v, next) }},
		{ID: "drop", Group: groupHere, Keys: []string{"d"}, Name: "drop", Help: "it is not needed any more", Foot: true, Disabled: closed, Run: func() tea.Cmd { return askOutcome(env, v, journal.ActionDropped) }},
		{ID: "reopen", Group: groupHere, Keys: []string{"o"}, Name: "open again", Help: "it is not closed after all", Disabled: open, Run: func() tea.Cmd {
			return write(env, "Open again.", func(ctx context.Context) error { return env.Store.ReopenAction(ctx, v.ID) })
		}},
		{ID: "edit", Group: groupHere, Keys: []string{"e"}, Name: "edit", Help: "change its words, its day or whose it is", Disabled: why, Run: func() tea.Cmd { return askEditAction(env, v) }},
	}
}

func askOutcome(env *Env, a journal.ActionView, state journal.ActionState) tea.Cmd {
	title, hint, done := "Done: "+a.Text, "how did it go? enter alone is fine", "Done."
	if state == journal.ActionDropped {
		title, hint, done = "Drop: "+a.Text, "why, in a word? enter alone is fine", "Dropped."
	}
	return ask(newPrompt(title, hint, "", nil, func(outcome string) tea.Cmd {
		return write(env, done+" u takes it back.", func(ctx context.Context) error {
			return env.Store.CloseAction(ctx, a.ID, state, outcome)
		})
	}))
}

// askCarry proposes the next conversation, or a week from today.
func askCarry(env *Env, a journal.ActionView, next journal.Date) tea.Cmd {
	today := env.Day()
	if !next.After(today) {
		next = today.AddDays(7)
	}
	return ask(newPrompt("Carry over: "+a.Text, "fri · 1 dec · in 2 weeks · none", next.String(), dateEcho(today), func(s string) tea.Cmd {
		due, _ := typedDate(s, today)
		return write(env, "Carried over.", func(ctx context.Context) error { return env.Store.CarryAction(ctx, a.ID, due) })
	}))
}

// typedDate reads a date typed into a field; "" and "none" are no date.
func typedDate(s string, today journal.Date) (journal.Date, bool) {
	if s == "" || journal.Fold(s) == "none" || s == "-" {
		return journal.Date{}, true
	}
	return journal.ReadDate(s, today)
}

// dateEcho says which day a line means.
func dateEcho(today journal.Date) func(string) (string, bool) {
	return func(s string) (string, bool) {
		d, ok := typedDate(s, today)
		switch {
		case !ok:
			return "That is not a day I can read; try fri, 1 dec, 2026-12-01 or in 2 weeks.", false
		case d.IsZero():
			return "no day", true
		}
		return dateLong(d, today), true
	}
}

// actionLine is an action as it is typed: @them for theirs, its day at the end.
func actionLine(a journal.Action) string {
	s := a.Text
	if a.Owner == journal.OwnerThem {
		s = "@them " + s
	}
	if !a.Due.IsZero() {
		s += " " + a.Due.String()
	}
	return s
}

// readAction reads a typed line as an action, by the same rules as a line in a note.
func readAction(s, person string, today journal.Date) (journal.Lifted, []journal.Notice, bool) {
	return journal.LiftLine("- [ ] "+s, journal.LiftContext{On: today, Person: person})
}

// actionEcho says what a typed line becomes.
func actionEcho(person string, today journal.Date) func(string) (string, bool) {
	return func(s string) (string, bool) {
		got, notices, ok := readAction(s, person, today)
		if !ok {
			return "a few words; @them for theirs; a day at the end: fri, 1 dec", false
		}
		who := "yours"
		if got.Owner == journal.OwnerThem {
			who = firstName(person) + "'s"
		}
		out := who
		if !got.Due.IsZero() {
			out += ", due " + dateLong(got.Due, today)
		}
		for _, n := range notices {
			out += " · " + n.Text
		}
		return out, true
	}
}

func askEditAction(env *Env, a journal.ActionView) tea.Cmd {
	today := env.Day()
	return ask(newPrompt("Change", "", actionLine(a.Action), actionEcho(a.PersonName, today), func(s string) tea.Cmd {
		got, _, _ := readAction(s, a.PersonName, today)
		return write(env, "Changed.", func(ctx context.Context) error {
			return env.Store.EditAction(ctx, a.ID, got.Text, got.Owner, got.Due)
		})
	}))
}

// askNewAction adds an action by hand to a relationship.
func askNewAction(env *Env, r journal.RelationshipSummary) tea.Cmd {
	today := env.Day()
	return ask(newPrompt("A new action with "+r.PersonName, "send the list fri · @them rehearse 1 dec", "", actionEcho(r.PersonName, today), func(s string) tea.Cmd {
		got, _, _ := readAction(s, r.PersonName, today)
		return write(env, "Added.", func(ctx context.Context) error {
			_, err := env.Store.AddAction(ctx, journal.Action{PersonID: r.PersonID, RelationshipID: r.ID, Text: got.Text, Owner: got.Owner, Due: got.Due, State: journal.ActionOpen})
			return err
		})
	}))
}

// firstName is the part of a name one calls somebody by.
func firstName(name string) string {
	first, _, _ := strings.Cut(name, " ")
	return first
}

// actionSign is the sign of an action in a list: what it says in colour it says in shape too.
func actionSign(a journal.Action, today journal.Date) string {
	switch {
	case a.State == journal.ActionDone:
		return "✓"
	case a.State == journal.ActionDropped:
		return "–"
	case a.Overdue(today):
		return "!"
	case a.Owner == journal.OwnerThem:
		return "~"
	}
	return "·"
}

// actionRow is an action on one row: what has a known width first, the words last.
func actionRow(a journal.ActionView, today journal.Date, t *theme.Theme, name bool, chosen bool, w int) string {
	sign, due := actionSign(a.Action, today), dueLabel(a.Due, today)
	style := t.Faint
	switch {
	case a.Overdue(today):
		style = t.Overdue
	case a.Owner == journal.OwnerThem:
		style = t.Theirs
	}
	if due == "" {
		due = "-"
		if a.Owner == journal.OwnerThem && a.State == journal.ActionOpen {
			due = "wait"
		}
	}
	mark, text := "  ", t.Text
	if chosen {
		mark, text = "❯ ", t.Selected
	}
	head, used := mark+style.Render(sign+" "+widget.Pad(due, 7)), 11
	if name {
		head, used = head+t.Faint.Render(widget.Pad(firstName(a.PersonName), 8))+" ", used+9
	}
	words := a.Text
	if a.State != journal.ActionOpen && a.Outcome != "" {
		words += " → " + a.Outcome
	}
	var tail string
	if a.State == journal.ActionOpen && a.Carried > 0 {
		tail = carried(a.Carried)
	}
	words = widget.Cut(words, w-used-len(tail))
	return head + text.Render(words) + t.Faint.Render(tail)
}

func carried(n int) string {
	switch n {
	case 1:
		return "  carried once"
	case 2:
		return "  carried twice"
	}
	return "  carried often"
}
