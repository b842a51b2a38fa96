package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

const noAction = "Choose an action first."

// actionActions is what can be done with the chosen action, the same on every page that shows
// one. a is nil where none is chosen; next is the coming conversation, to carry over to.
func actionActions(env *Env, a *journal.ActionView, next journal.Date) []Action {
	why, closed, open := "", "", ""
	changes := "change its words, its day or whose it is"
	switch {
	case a == nil:
		why, closed, open = noAction, noAction, noAction
		a = &journal.ActionView{}
	case a.State == journal.ActionOpen:
		open = "It is open already."
	default:
		closed = "It is closed; " + env.key("edit", "e") + " changes how it went, and " + env.key("reopen", "o") + " opens it again."
		changes = "change its words, its day, whose it is or how it went"
	}
	v := *a
	return []Action{
		{ID: "done", Group: groupHere, Writes: true, Keys: []string{"x"}, Name: "done", Help: "it was done; say how it went, or leave that empty", Foot: true, Disabled: closed, Run: func() tea.Cmd { return askOutcome(env, v, journal.ActionDone) }},
		{ID: "carry", Group: groupHere, Writes: true, Keys: []string{"c"}, Name: "carry over", Help: "take it along to another day", Foot: true, Disabled: closed, Run: func() tea.Cmd { return askCarry(env, v, next) }},
		{ID: "drop", Group: groupHere, Writes: true, Keys: []string{"d"}, Name: "drop", Help: "it is not needed any more", Foot: true, Disabled: closed, Run: func() tea.Cmd { return askOutcome(env, v, journal.ActionDropped) }},
		{ID: "reopen", Group: groupHere, Writes: true, Keys: []string{"o"}, Name: "open again", Help: "it is not closed after all", Disabled: open, Run: func() tea.Cmd {
			return write(env, "Open again.", func(ctx context.Context) error { return env.Store.ReopenAction(ctx, v.ID) })
		}},
		versionsAction(env, v.Text, why, journal.Texts(v.ID, journal.ActionTexts()...)...),
		{ID: "edit", Group: groupHere, Writes: true, Keys: []string{"e"}, Name: "edit", Help: changes, Disabled: why, Run: func() tea.Cmd { return askEditAction(env, v) }},
		{ID: "delete action", Group: groupHere, Writes: true, Keys: []string{"D"}, Name: "delete", Help: "take this action out of the journal", Disabled: why, Run: func() tea.Cmd { return askDeleteAction(env, v) }},
	}
}

func askDeleteAction(env *Env, a journal.ActionView) tea.Cmd {
	said := "It goes to the trash, and " + env.key("undo", "u") + " brings it back."
	if a.Source != "" {
		said += " The line it came from stays in your words, and makes no new one."
	}
	return ask(newConfirm("Delete this action?", said, "delete", func() tea.Cmd {
		return write(env, "Deleted. "+env.key("undo", "u")+" brings it back.", func(ctx context.Context) error { return env.Store.DeleteAction(ctx, a.ID) })
	}))
}

// askOutcome asks how it went. Where it was closed before and opened again, what was said then stands
// in the field.
func askOutcome(env *Env, a journal.ActionView, state journal.ActionState) tea.Cmd {
	title, hint, done := "Done: "+a.Text, "how did it go? enter alone is fine", "Done."
	if state == journal.ActionDropped {
		title, hint, done = "Drop: "+a.Text, "why, in a word? enter alone is fine", "Dropped."
	}
	return func() tea.Msg {
		before, err := env.Store.LastOutcome(env.Ctx, a.ID)
		if err != nil {
			before = "" // it can be typed again; that an action cannot be closed would be worse
		}
		return overlayMsg{newPrompt(title, hint, before, nil, func(outcome string) tea.Cmd {
			return write(env, done+" "+env.key("undo", "u")+" takes it back.", func(ctx context.Context) error {
				return env.Store.CloseAction(ctx, a.ID, state, outcome)
			})
		})}
	}
}

// askCarry proposes the next conversation, or a week from when it was due.
func askCarry(env *Env, a journal.ActionView, next journal.Date) tea.Cmd {
	today := env.Day()
	if !next.After(today) || !next.After(a.Due) {
		next = today.AddDays(7)
		if a.Due.After(today) {
			next = a.Due.AddDays(7)
		}
	}
	return ask(newPrompt("Carry over: "+a.Text, env.Dates.Long(next, today)+" · or fri · 1 dec · in 2 weeks · none", "", proposed(env.Dates, next, today, dateEcho(env.Dates, today)), func(s string) tea.Cmd {
		due := next
		if s != "" {
			due, _ = typedDate(s, today)
		}
		return write(env, "Carried over.", func(ctx context.Context) error { return env.Store.CarryAction(ctx, a.ID, due) })
	}))
}

// proposed says the day that is taken where nothing is typed, and else what echo says of a line.
func proposed(dates wording.Dates, day, today journal.Date, echo func(string) (string, bool)) func(string) (string, bool) {
	return func(s string) (string, bool) {
		if s == "" && !day.IsZero() {
			return "enter takes " + dates.Long(day, today), true
		}
		return echo(s)
	}
}

// typedDate reads a date typed into a field; "" and "none" are no date.
func typedDate(s string, today journal.Date) (journal.Date, bool) {
	if s == "" || journal.Fold(s) == "none" || s == "-" {
		return journal.Date{}, true
	}
	return journal.ReadDate(s, today)
}

// dateEcho says which day a line means.
func dateEcho(dates wording.Dates, today journal.Date) func(string) (string, bool) {
	return func(s string) (string, bool) {
		d, ok := typedDate(s, today)
		switch {
		case !ok:
			return "That is not a day I can read; try fri, 1 dec, 2026-12-01 or in 2 weeks.", false
		case d.IsZero():
			return "no day", true
		}
		return dates.Long(d, today), true
	}
}

// readAction reads a typed line as an action, by the same rules as a line in a note.
func readAction(s, person string, today journal.Date) (journal.Lifted, []journal.Notice, bool) {
	return journal.LiftLine("- [ ] "+s, journal.LiftContext{On: today, Person: person})
}

// actionEcho says what a typed line becomes.
func actionEcho(person string, dates wording.Dates, today journal.Date) func(string) (string, bool) {
	return func(s string) (string, bool) {
		got, notices, ok := readAction(s, person, today)
		if !ok {
			return "a few words; @them for theirs; a day at the end: fri, 1 dec", false
		}
		who := "yours"
		if got.Owner == journal.OwnerThem {
			who = wording.FirstName(person) + "'s"
		}
		out := who
		if !got.Due.IsZero() {
			out += ", due " + dates.Long(got.Due, today)
		}
		for _, n := range notices {
			out += " · " + n.Text
		}
		return out, true
	}
}

// askEditAction changes an action. Each part has a field of its own, so that words that read as a
// name or a day stay words; only what was changed is written, over what the journal holds by then.
func askEditAction(env *Env, a journal.ActionView) tea.Cmd {
	today := env.Day()
	theirs := "theirs"
	if name := wording.FirstName(a.PersonName); name != "" {
		theirs = name + "'s"
	}
	fields := []field{
		{key: "text", label: "words", value: a.Text, echo: someWords("An action needs a few words.")},
		{key: "owner", label: "whose it is", value: string(a.Owner), choices: []choice{{string(journal.OwnerMe), "mine"}, {string(journal.OwnerThem), theirs}}},
		{key: "due", label: "due", hint: "fri · 1 dec · in 2 weeks · none", value: a.Due.String(), echo: dateEcho(env.Dates, today)},
	}
	if a.State != journal.ActionOpen {
		fields = append(fields, field{key: "outcome", label: "how it went", hint: "may stay empty", value: a.Outcome})
	}
	return ask(newForm("Change", fields, func(v values) tea.Cmd {
		if !v.anyChanged() {
			return nil
		}
		return write(env, "Changed.", func(ctx context.Context) error {
			now, err := env.Store.Action(ctx, a.ID)
			if err != nil {
				return err
			}
			changed := changedAction(now.Action, v, today)
			if v.changed("outcome") {
				return env.Store.EditClosedAction(ctx, a.ID, changed.Text, changed.Owner, changed.Due, v.text("outcome"))
			}
			return env.Store.EditAction(ctx, a.ID, changed.Text, changed.Owner, changed.Due)
		})
	}))
}

// changedAction is a with what was changed in the form, whose fields have all been found good.
func changedAction(a journal.Action, v values, today journal.Date) journal.Action {
	v.set("text", &a.Text)
	if v.changed("owner") {
		a.Owner = journal.Owner(v.text("owner"))
	}
	if due, ok := typedDate(v.text("due"), today); ok && v.changed("due") {
		a.Due = due
	}
	return a
}

// someWords is an echo that takes everything but nothing, of which it says need.
func someWords(need string) func(string) (string, bool) {
	return func(s string) (string, bool) {
		if journal.Blank(s) {
			return need, false
		}
		return "", true
	}
}

// askNewAction adds an action by hand to a relationship.
func askNewAction(env *Env, r journal.RelationshipSummary) tea.Cmd {
	today := env.Day()
	return ask(newPrompt("A new action with "+r.PersonName, "send the list fri · @them rehearse 1 dec", "", actionEcho(r.PersonName, env.Dates, today), func(s string) tea.Cmd {
		got, _, _ := readAction(s, r.PersonName, today)
		return write(env, "Added.", func(ctx context.Context) error {
			_, err := env.Store.AddAction(ctx, journal.Action{PersonID: r.PersonID, RelationshipID: r.ID, Text: got.Text, Owner: got.Owner, Due: got.Due, State: journal.ActionOpen})
			return err
		})
	}))
}

// actionRow is an action on one row: what has a known width first, the words last.
func actionRow(a journal.ActionView, env *Env, called string, chosen bool, w int) string {
	dates, today, t, v := env.Dates, env.Day(), env.Theme, env.Veil
	sign, due := " "+wording.ActionSign(a.Action, today), dates.Due(a.Due, today)
	if a.Overdue(today) && a.Owner == journal.OwnerThem {
		sign = "~!" // late, and not mine
	}
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
	head, used := mark+style.Render(sign+" "+widget.Pad(due, 7)), 12
	if called != "" {
		head, used = head+t.Faint.Render(widget.Pad(called, 8))+" ", used+9
	}
	words := v.Words(a.Text)
	if a.State != journal.ActionOpen && a.Outcome != "" {
		words += " → " + v.Words(a.Outcome)
	}
	var tail string
	if a.State == journal.ActionOpen && a.Carried > 0 {
		tail = "  " + wording.Carried(a.Carried)
	}
	words = widget.Cut(words, w-used-len(tail))
	return head + text.Render(words) + t.Faint.Render(tail)
}
