package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/wording"
)

// askAgree writes down what is agreed, beginning with the newest version, or with nothing where was is
// zero. Kept on the day of a version it changes that one; on another day it is a new one.
func askAgree(env *Env, r journal.RelationshipSummary, was journal.Agreement) tea.Cmd {
	today := env.Day()
	fields := append(agreementFields(r, was), field{key: "on", label: "agreed on", value: today.String(), echo: agreedEcho(was.On, env)})
	return ask(newForm("What you agree on with "+r.PersonName, fields, func(v values) tea.Cmd {
		if !v.anyChanged() {
			if was.IsZero() {
				return say("Nothing was written, so nothing was kept.")
			}
			return nil
		}
		on, _ := agreedDay(v.text("on"), env)
		return write(env, "Kept.", func(ctx context.Context) error {
			all, err := env.Store.Agreements(ctx, r.ID)
			if err != nil {
				return err
			}
			// What was written meanwhile in another place is what the changes go into.
			var now journal.Agreement
			if len(all) > 0 {
				now = all[0]
			}
			now = changedAgreement(now, v)
			now.ID, now.UID, now.RelationshipID, now.On = 0, "", r.ID, on
			for i, a := range all {
				if i > 0 && a.On == on { // those words are not what was changed here
					return journal.Errorf(journal.CodeConflict, "There is an earlier version of that day; nothing was kept. Choose another day, or change that version where it stands.")
				}
			}
			_, err = env.Store.KeepAgreement(ctx, now)
			return err
		})
	}))
}

// askCorrectAgreement puts right what stands in an earlier version.
func askCorrectAgreement(env *Env, r journal.RelationshipSummary, was journal.Agreement) tea.Cmd {
	return ask(newForm("As agreed on "+env.Dates.InFull(was.On, env.Day()), agreementFields(r, was), func(v values) tea.Cmd {
		if !v.anyChanged() {
			return nil
		}
		return write(env, "Changed.", func(ctx context.Context) error {
			all, err := env.Store.Agreements(ctx, r.ID)
			if err != nil {
				return err
			}
			for _, a := range all {
				if a.ID == was.ID {
					_, err = env.Store.KeepAgreement(ctx, changedAgreement(a, v))
					return err
				}
			}
			return journal.Errorf(journal.CodeNotFound, "This version is not here any more, so nothing was changed; your words still stand here.")
		})
	}))
}

func agreementFields(r journal.RelationshipSummary, a journal.Agreement) []field {
	first := wording.FirstName(r.PersonName)
	return []field{
		{key: "mine", label: "you expect", hint: "what you expect of it", value: a.ExpectMine, long: true},
		{key: "theirs", label: "they expect", hint: "what " + first + " expects of it", value: a.ExpectTheirs, long: true},
		{key: "confidence", label: "between you", hint: "what stays between the two of you", value: a.Confidence, long: true},
		{key: "boundaries", label: "limits", hint: "what it is not for", value: a.Boundaries, long: true},
		{key: "feedback", label: "telling", hint: "how you tell each other how it goes", value: a.Feedback, long: true},
		{key: "often", label: "how often", hint: "and how long each time", value: a.Often, long: true},
		{key: "review", label: "look at it", hint: "every 3 months · none", value: a.Review.String(), echo: rhythmEcho},
		{key: "ending", label: "how it ends", hint: "how it may end without blame", value: a.Ending, long: true},
	}
}

// changedAgreement is a with what was changed in the form, whose fields have all been found good.
func changedAgreement(a journal.Agreement, v values) journal.Agreement {
	v.set("mine", &a.ExpectMine)
	v.set("theirs", &a.ExpectTheirs)
	v.set("confidence", &a.Confidence)
	v.set("boundaries", &a.Boundaries)
	v.set("feedback", &a.Feedback)
	v.set("often", &a.Often)
	v.set("ending", &a.Ending)
	if review, ok := readRhythm(v.text("review")); ok && v.changed("review") {
		a.Review = review
	}
	return a
}

// agreedDay reads the day something was agreed on; nothing is today. Nothing is agreed on ahead.
func agreedDay(s string, env *Env) (journal.Date, bool) {
	if journal.Blank(s) {
		return env.Day(), true
	}
	return pastDay(s, env.Now())
}

// agreedEcho says what keeping it on a day means.
func agreedEcho(newest journal.Date, env *Env) func(string) (string, bool) {
	past := pastEcho(env)
	return func(s string) (string, bool) {
		today := env.Day()
		d, ok := agreedDay(s, env)
		if !ok {
			return past(s)
		}
		said := env.Dates.Long(d, today)
		if journal.Blank(s) {
			said = "today"
		}
		switch {
		case newest.IsZero():
			return said, true
		case d == newest:
			return said + ": changes the version of that day", true
		}
		return said + ": a new version; the one of " + env.Dates.InFull(newest, today) + " stays to read", true
	}
}

// askDeleteAgreement takes one version of an agreement out of the journal; all is how many there are.
func askDeleteAgreement(env *Env, a journal.Agreement, all int) tea.Cmd {
	said := "Its words go. " + env.key("undo", "u") + " brings them back."
	if all > 1 {
		said = "Its words go; the other versions stay. " + env.key("undo", "u") + " brings them back."
	}
	return ask(newConfirm("Delete what you agreed on "+env.Dates.InFull(a.On, env.Day())+"?", said, "delete", func() tea.Cmd {
		return write(env, "Deleted. "+env.key("undo", "u")+" brings it back.", func(ctx context.Context) error { return env.Store.DeleteAgreement(ctx, a.ID) })
	}))
}
