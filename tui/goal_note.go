package tui

import (
	"context"
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/wording"
)

// noteFields are the fields of a progress note.
func noteFields(env *Env, n journal.GoalNote, now time.Time) []field {
	return []field{
		{key: "text", label: "words", hint: "how it goes, in a line", value: n.Text, long: true, echo: someWords("A note on a goal needs a few words.")},
		{key: "on", label: "day", hint: "today", value: n.On.String(), echo: noteDayEcho(env.Dates, now)},
	}
}

// noteDayEcho says which day a note is of: today where none is typed.
func noteDayEcho(dates wording.Dates, now time.Time) func(string) (string, bool) {
	today := journal.DateOf(now)
	return func(s string) (string, bool) {
		d, ok := noteDay(s, now)
		switch {
		case s == "":
			return "of today", true
		case !ok:
			return "That is not a day that was; try yesterday, fri, 1 nov or 2026-11-01.", false
		}
		return dates.Long(d, today), true
	}
}

// noteDay reads the day of a note, today for none: it is told afterwards.
func noteDay(s string, now time.Time) (journal.Date, bool) {
	if s == "" {
		return journal.DateOf(now), true
	}
	return pastDay(s, now)
}

func askNewGoalNote(env *Env, goalID int64) tea.Cmd {
	now := env.Now()
	return ask(newForm("How does it go?", noteFields(env, journal.GoalNote{}, now), func(v values) tea.Cmd {
		day, _ := noteDay(v.text("on"), now)
		return write(env, "Noted.", func(ctx context.Context) error {
			_, err := env.Store.AddGoalNote(ctx, journal.GoalNote{GoalID: goalID, On: day, Text: v.text("text")})
			return err
		})
	}))
}

// askEditGoalNote changes a note's words, and its day where that was changed.
func askEditGoalNote(env *Env, n journal.GoalNote) tea.Cmd {
	now := env.Now()
	return ask(newForm("Change", noteFields(env, n, now), func(v values) tea.Cmd {
		if !v.anyChanged() {
			return nil
		}
		changed := journal.GoalNote{ID: n.ID, Text: v.text("text")}
		if v.changed("on") {
			changed.On, _ = noteDay(v.text("on"), now)
		}
		return write(env, "Changed.", func(ctx context.Context) error { return env.Store.ChangeGoalNote(ctx, changed) })
	}))
}

func askDeleteGoalNote(env *Env, n journal.GoalNote) tea.Cmd {
	return ask(newConfirm("Delete this note?", "Its words go; the goal stays. "+env.key("undo", "u")+" brings them back.", "delete", func() tea.Cmd {
		return write(env, "Deleted. "+env.key("undo", "u")+" brings it back.", func(ctx context.Context) error { return env.Store.DeleteGoalNote(ctx, n.ID) })
	}))
}

// askProgress notes how one of a relationship's open goals goes, out of a conversation: the note is of
// its day and is linked to it.
func askProgress(env *Env, relationshipID, sessionID int64) tea.Cmd {
	return func() tea.Msg {
		goals, err := env.Store.Goals(env.Ctx, relationshipID)
		if err != nil {
			return failed(err)
		}
		s, err := env.Store.Session(env.Ctx, sessionID)
		if err != nil {
			return failed(err)
		}
		var open []choice
		for _, g := range goals {
			if g.State == journal.GoalOpen {
				open = append(open, choice{strconv.FormatInt(g.ID, 10), oneLine(g.Text)})
			}
		}
		if len(open) == 0 {
			return sayMsg{text: "The two of you have no open goal; the goals on the relationship's page can have one."}
		}
		return overlayMsg{newForm("Progress, from this conversation", []field{
			{key: "text", label: "words", hint: "how it goes, in a line", echo: someWords("A note on a goal needs a few words.")},
			{key: "goal", label: "goal", value: open[0].value, choices: open},
		}, func(v values) tea.Cmd {
			goal, err := strconv.ParseInt(v.text("goal"), 10, 64)
			if err != nil {
				return send(failed(err))
			}
			return write(env, "Noted.", func(ctx context.Context) error {
				_, err := env.Store.AddGoalNote(ctx, journal.GoalNote{GoalID: goal, SessionID: sessionID, On: journal.DateOf(s.At), Text: v.text("text")})
				return err
			})
		})}
	}
}
