package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
)

// askTried notes that something received was tried.
func askTried(env *Env, e journal.ExchangeView) tea.Cmd {
	return ask(newPrompt("Tried: "+env.Veil.Words(e.Text), "what came of it? enter alone is fine", "", nil, func(s string) tea.Cmd {
		return noteAdvice(env, journal.Advice{ExchangeID: e.ID, Kind: journal.AdviceTried, Outcome: s})
	}))
}

// askPassedOn notes that something received was passed on, asking to whom and then for a word.
func askPassedOn(env *Env, from journal.RelationshipSummary, e journal.ExchangeView) tea.Cmd {
	whom := newPicker(env, "Passed on to whom?", false, func(to WriteStart) tea.Cmd {
		return ask(newPrompt("Passed on: "+env.Veil.Words(e.Text), "a word on it? enter alone is fine", "", nil, func(s string) tea.Cmd {
			return noteAdvice(env, journal.Advice{ExchangeID: e.ID, Kind: journal.AdvicePassed, Outcome: s, ToID: to.RelationshipID})
		}))
	})
	whom.without, whom.withoutWhy = from.PersonID, "It came from "+from.PersonName+"; "
	return ask(whom)
}

func noteAdvice(env *Env, a journal.Advice) tea.Cmd {
	return write(env, "Noted. "+env.key("undo", "u")+" takes it back.", func(ctx context.Context) error {
		_, err := env.Store.NoteAdvice(ctx, a)
		return err
	})
}

// askEditAdvice changes a note on what became of advice.
func askEditAdvice(env *Env, a journal.Advice) tea.Cmd {
	label := "what came"
	if a.Kind == journal.AdvicePassed {
		label = "a word on it"
	}
	return ask(newForm("Change", []field{
		{key: "outcome", label: label, value: a.Outcome},
		{key: "on", label: "when", hint: "yesterday · fri · 12 nov", value: a.On.String(), echo: pastEcho(env)},
	}, func(v values) tea.Cmd {
		if !v.anyChanged() {
			return nil
		}
		v.set("outcome", &a.Outcome)
		if day, ok := pastDay(v.text("on"), env.Now()); ok && v.changed("on") {
			a.On = day
		}
		return write(env, "Changed.", func(ctx context.Context) error { return env.Store.ChangeAdvice(ctx, a) })
	}))
}

func deleteAdvice(env *Env, a journal.Advice) tea.Cmd {
	return write(env, "Deleted. "+env.key("undo", "u")+" brings it back.", func(ctx context.Context) error { return env.Store.DeleteAdvice(ctx, a.ID) })
}
