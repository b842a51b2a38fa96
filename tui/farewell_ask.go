package tui

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/theme"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// askThanks writes what one is thankful for. It may be written before an ending and after it.
func askThanks(env *Env, r journal.RelationshipSummary) tea.Cmd {
	return ask(newForm("Thanks to "+r.PersonName, []field{
		{key: "thanks", label: "thanks", hint: "for what? for yourself, or to be sent", value: r.Thanks, long: true},
	}, func(v values) tea.Cmd {
		if !v.anyChanged() {
			return nil
		}
		return changeEnding(env, r.ID, "Kept.", func(now *journal.Relationship) { now.Thanks = v.text("thanks") })
	}))
}

// askEndedOn sets the day on which a relationship ended.
func askEndedOn(env *Env, r journal.RelationshipSummary) tea.Cmd {
	return ask(newPrompt("When did it end?", "yesterday · fri · 12 nov", r.EndedOn.String(), pastEcho(env), func(s string) tea.Cmd {
		day, _ := pastDay(s, env.Now())
		if day == r.EndedOn {
			return nil
		}
		return changeEnding(env, r.ID, "Set.", func(now *journal.Relationship) { now.EndedOn = day })
	}))
}

// askGoalWords changes the words of a goal; what it is about stays.
func askGoalWords(env *Env, g journal.Goal) tea.Cmd {
	return ask(newPrompt("Change", "what do you work toward?", g.Text, someWords("A goal needs a few words."), func(s string) tea.Cmd {
		if s == g.Text {
			return nil
		}
		return write(env, "Changed.", func(ctx context.Context) error {
			now, err := env.Store.Goal(ctx, g.ID)
			if err != nil {
				return err
			}
			now.Text = s
			return env.Store.ChangeGoal(ctx, now)
		})
	}))
}

// changeEnding changes a relationship as the journal holds it by then.
func changeEnding(env *Env, id int64, done string, change func(*journal.Relationship)) tea.Cmd {
	return write(env, done, func(ctx context.Context) error {
		now, err := env.Store.Relationship(ctx, id)
		if err != nil {
			return err
		}
		change(&now.Relationship)
		return env.Store.ChangeRelationship(ctx, now.Relationship)
	})
}

// endAsk asks before a relationship ends, and what becomes of the actions that are still open.
type endAsk struct {
	env    *Env
	rel    journal.RelationshipSummary
	open   string // what is, "" for nothing
	choose bool   // there are open actions to leave or to drop
	theme  *theme.Theme
}

func askEnd(env *Env, r journal.RelationshipSummary, u journal.Unsettled, more bool) tea.Cmd {
	return ask(&endAsk{env: env, rel: r, open: stillOpen(u, more, wording.FirstName(r.PersonName)), choose: u.Actions() > 0, theme: env.Theme})
}

func (e *endAsk) Title() string           { return "End it with " + e.rel.PersonName + "?" }
func (e *endAsk) setTheme(t *theme.Theme) { e.theme = t }

func (e *endAsk) Hint() string {
	if e.choose {
		return "y end, leave them · d end, drop them · esc never mind"
	}
	return "y end · esc never mind"
}

func (e *endAsk) Update(msg tea.Msg) (bool, tea.Cmd) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return false, nil
	}
	switch s := k.String(); {
	case s == "y" || s == "Y":
		return true, e.end(journal.LeaveActions)
	case e.choose && s == "d":
		return true, e.end(journal.DropActions)
	case s == "esc" || s == "n" || s == "N" || s == "q":
		return true, nil
	}
	return false, nil
}

func (e *endAsk) end(actions journal.LeftActions) tea.Cmd {
	env, id := e.env, e.rel.ID
	return write(env, "Ended. u takes it back.", func(ctx context.Context) error {
		return env.Store.EndRelationship(ctx, id, journal.Ending{Actions: actions})
	})
}

func (e *endAsk) Render(w, h int) (string, *tea.Cursor) {
	said := "Nothing is deleted: all of it stays whole and readable, and it can begin again."
	if e.open != "" {
		said = "Still open: " + e.open + ". That may stay so.\n" + said
	}
	if e.choose {
		said += "\nThe open actions: y leaves them open, d drops them."
	}
	return strings.Join(widget.Wrap(said, w, h), "\n"), nil
}

// stillOpen says what is not settled, "" where all is.
func stillOpen(u journal.Unsettled, more bool, first string) string {
	var parts []string
	add := func(n int, one, several string) {
		switch {
		case n == 1:
			parts = append(parts, one)
		case n > 1:
			parts = append(parts, fmt.Sprintf("%d %s", n, several))
		}
	}
	add(len(u.Mine), "1 action of yours", "actions of yours")
	add(len(u.Theirs), "1 of "+first+"'s", "of "+first+"'s")
	add(len(u.Goals), "1 goal", "goals")
	add(len(u.Topics), "1 topic", "topics")
	if more {
		parts = append(parts, "and more")
	}
	return strings.Join(parts, ", ")
}
