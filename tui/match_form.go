package tui

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/wording"
)

// askEditMatch changes the words of a match. Only what was changed is written, over what the journal
// holds by then.
func askEditMatch(env *Env, r journal.RelationshipSummary, m journal.Match) tea.Cmd {
	first := wording.FirstName(r.PersonName)
	return ask(newForm("You and "+r.PersonName, []field{
		{key: "why", label: "why", hint: "why " + first + ", and not somebody else", value: m.Why, long: true},
		{key: "common", label: "common ground", hint: "what you share", value: m.Common, long: true},
		{key: "watch", label: "to watch", hint: "what to keep an eye on", value: m.Watch, long: true},
	}, func(v values) tea.Cmd {
		if !v.anyChanged() {
			return nil
		}
		return changeMatch(env, r.ID, "Changed.", func(m *journal.Match) {
			v.set("why", &m.Why)
			v.set("common", &m.Common)
			v.set("watch", &m.Watch)
		})
	}))
}

// answerCheck answers a line of the checklist; "" takes the answer away. The word on it stays as
// long as there is an answer.
func answerCheck(env *Env, r journal.RelationshipSummary, line string, to journal.CheckAnswer) tea.Cmd {
	said := "No answer now; " + env.key("undo", "u") + " takes it back."
	if to != "" {
		said = "Noted: " + string(to) + "."
	}
	return changeMatch(env, r.ID, said, func(m *journal.Match) {
		at := slices.IndexFunc(m.Checks, func(c journal.Check) bool { return c.Line == line })
		switch {
		case to == "" && at >= 0:
			m.Checks = slices.Delete(m.Checks, at, at+1)
		case to != "" && at >= 0:
			m.Checks[at].Answer = to
		case to != "":
			m.Checks = append(m.Checks, journal.Check{Line: line, Answer: to})
		}
	})
}

// askCheckWord asks for a word on an answered line.
func askCheckWord(env *Env, r journal.RelationshipSummary, line journal.CheckLine, now journal.Check) tea.Cmd {
	return ask(newPrompt(line.Text, "a few words on it; empty takes them away", now.Word, nil, func(s string) tea.Cmd {
		if s == now.Word {
			return nil
		}
		return write(env, "Noted.", func(ctx context.Context) error {
			m, err := env.Store.Match(ctx, r.ID)
			if err != nil {
				return err
			}
			at := slices.IndexFunc(m.Checks, func(c journal.Check) bool { return c.Line == line.ID })
			if at < 0 {
				return journal.Errorf(journal.CodeConflict, "This line has no answer any more, so the word was not kept; it still stands here.")
			}
			m.Checks[at].Word = s
			return env.Store.SetMatch(ctx, m)
		})
	}))
}

// changeMatch changes a match as the journal has it now.
func changeMatch(env *Env, relID int64, said string, change func(*journal.Match)) tea.Cmd {
	return write(env, said, func(ctx context.Context) error {
		m, err := env.Store.Match(ctx, relID)
		if err != nil {
			return err
		}
		change(&m)
		return env.Store.SetMatch(ctx, m)
	})
}
