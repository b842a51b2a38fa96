package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/wording"
)

// nextStep asks for what the next step on the way from considering to under way needs to know.
func nextStep(env *Env, r journal.RelationshipSummary) tea.Cmd {
	switch r.State {
	case journal.StateConsidering:
		return askAsked(env, r)
	case journal.StateAsked:
		return askOutcomeOf(env, r, "What came of it, with "+r.PersonName, []choice{
			{string(journal.StateTrial), "a trial"}, {string(journal.StateActive), "yes"}, {string(journal.StateDeclined), "no"},
		})
	case journal.StateTrial:
		return askOutcomeOf(env, r, "After the trial with "+r.PersonName, []choice{
			{string(journal.StateActive), "it goes on"}, {string(journal.StateTrial), "a longer trial"}, {string(journal.StateDeclined), "it stops here"},
		})
	case journal.StatePaused:
		return settle(env, r, journal.StateActive, journal.Date{}, "")
	case journal.StateDeclined:
		return write(env, "One to consider again.", func(ctx context.Context) error { return env.Store.BeginAgain(ctx, r.ID) })
	}
	return nil
}

// askAsked notes that it was asked or offered, or the day one means to.
func askAsked(env *Env, r journal.RelationshipSummary) tea.Cmd {
	today, words := env.Day(), askingWords(r.Role)
	return ask(newForm(words.title+r.PersonName, []field{
		{key: "on", label: "when", hint: "today · yesterday · a day to come", echo: askedEcho(env.Dates, today)},
		{key: "how", label: "how", hint: words.how, value: r.AskedHow, echo: optional},
	}, func(v values) tea.Cmd {
		on, _ := askedDay(v.text("on"), today)
		if !on.After(today) {
			return write(env, "Noted: "+words.asked+".", func(ctx context.Context) error { return env.Store.Ask(ctx, r.ID, on, v.text("how")) })
		}
		return write(env, "Noted for "+env.Dates.Long(on, today)+".", func(ctx context.Context) error {
			now, err := env.Store.Relationship(ctx, r.ID)
			if err != nil {
				return err
			}
			now.AskedOn = on
			v.set("how", &now.AskedHow)
			return env.Store.ChangeRelationship(ctx, now.Relationship)
		})
	}))
}

// askedEcho says which day a line means; nothing is today, and a day to come is a plan.
func askedEcho(dates wording.Dates, today journal.Date) func(string) (string, bool) {
	echo := dateEcho(dates, today)
	return func(s string) (string, bool) {
		said, ok := echo(s)
		d, read := askedDay(s, today)
		switch {
		case !read:
			return said, ok
		case d.IsZero():
			return "today; another day may stand here", true
		case d.After(today):
			return said + ", a plan: until then it stays one to consider", true
		}
		return dates.Long(d, today), true
	}
}

// askedDay reads a day that has been or is to come; "" and "none" are no day.
func askedDay(s string, today journal.Date) (journal.Date, bool) {
	if journal.Fold(s) == "yesterday" {
		return today.AddDays(-1), true
	}
	d, ok := typedDate(s, today)
	// A day and month just gone by is that day, and not the same one in a year.
	if ok && d.DaysSince(today) > askedBack {
		if gone, ok := journal.ReadDate(s, today.AddDays(-365)); ok && gone != d && gone.Day == d.Day && gone.Month == d.Month && !gone.After(today) {
			return gone, true
		}
	}
	return d, ok
}

// askedBack is how many days ahead a day without a year is at most; beyond it is the one that was.
const askedBack = 183

// askOutcomeOf asks what came of asking or of a trial. Only the state itself is needed.
func askOutcomeOf(env *Env, r journal.RelationshipSummary, title string, came []choice) tea.Cmd {
	today := env.Day()
	until := ""
	if r.State == journal.StateTrial {
		until = r.TrialUntil.String()
	}
	return ask(newForm(title, []field{
		{key: "came", label: "it is", value: came[0].value, choices: came},
		{key: "until", label: "trial until", hint: "for a trial: in 2 months", value: until, echo: toComeEcho(env.Dates, r.TrialUntil, today, "a trial")},
		{key: "instead", label: "named instead", name: true, hint: "for a no: somebody else they named", echo: insteadEcho},
	}, func(v values) tea.Cmd {
		state := journal.State(v.text("came"))
		if v.text("instead") != "" && state != journal.StateDeclined {
			return send(sayMsg{text: "Somebody is named instead where it comes to nothing: choose that above, or take the name away.", bad: true})
		}
		if v.changed("until") && v.text("until") != "" && state != journal.StateTrial {
			return send(sayMsg{text: "A day to look at it again goes with a trial: choose that above, or take the day away.", bad: true})
		}
		day, _ := typedDate(v.text("until"), today)
		return settle(env, r, state, day, v.text("instead"))
	}))
}

func insteadEcho(s string) (string, bool) {
	if s == "" {
		return "may stay empty", true
	}
	if said, ok := nameEcho(s); !ok {
		return said, false
	}
	return s + " becomes the next one to consider", true
}

// settle writes what came of it.
func settle(env *Env, r journal.RelationshipSummary, state journal.State, until journal.Date, instead string) tea.Cmd {
	switch state {
	case journal.StateTrial:
		return write(env, "On trial.", func(ctx context.Context) error { return env.Store.Trial(ctx, r.ID, until) })
	case journal.StateDeclined:
		return func() tea.Msg {
			next, err := env.Store.Decline(env.Ctx, r.ID, instead)
			switch {
			case err != nil:
				return failed(err)
			case next.ID == 0:
				return changedMsg{say: "Noted. " + env.key("undo", "u") + " takes it back."}
			case next.State != journal.StateConsidering:
				return changedMsg{say: "Noted. With " + next.PersonName + " there is one already; " + env.key("undo", "u") + " takes it back."}
			}
			return changedMsg{say: "Noted. " + next.PersonName + " is one to consider now; " + env.key("suggested", "S") + " goes there."}
		}
	}
	return write(env, "Under way.", func(ctx context.Context) error {
		now, err := env.Store.Relationship(ctx, r.ID)
		if err != nil {
			return err
		}
		now.State = journal.StateActive
		return env.Store.ChangeRelationship(ctx, now.Relationship)
	})
}
