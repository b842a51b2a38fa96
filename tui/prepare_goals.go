package tui

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/theme"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// openGoals are what the two still work toward.
func openGoals(ctx context.Context, env *Env, relationship int64) ([]journal.Goal, error) {
	all, err := env.Store.Goals(ctx, relationship)
	return slices.DeleteFunc(all, func(g journal.Goal) bool { return g.State != journal.GoalOpen }), err
}

// openGoalActions is what can be done with an open goal while preparing.
func openGoalActions(env *Env, g journal.Goal) []Action {
	set := func(to journal.GoalState, said string) func() tea.Cmd {
		return func() tea.Cmd {
			return write(env, said+" u takes it back.", func(ctx context.Context) error { return env.Store.SetGoalState(ctx, g.ID, to) })
		}
	}
	return []Action{
		{ID: "goal reached", Group: groupHere, Writes: true, Keys: []string{"x"}, Name: "reached", Help: "you got there", Foot: true, Run: set(journal.GoalReached, "Reached.")},
		{ID: "goal let go", Group: groupHere, Writes: true, Keys: []string{"d"}, Name: "let go", Help: "it is not what you work toward any more", Foot: true, Run: set(journal.GoalLetGo, "Let go.")},
		{ID: "goal noted", Group: groupHere, Writes: true, Keys: []string{"m"}, Name: "progress", Help: "one line on how it goes, with today's date", Foot: true, Run: func() tea.Cmd { return askHowItGoes(env, g) }},
	}
}

// askHowItGoes notes how a goal goes today.
func askHowItGoes(env *Env, g journal.Goal) tea.Cmd {
	return ask(newPrompt("How it goes: "+g.Text, "one line, dated today", "", someWords("A note on a goal needs a few words."), func(s string) tea.Cmd {
		day := env.Day()
		return write(env, "Noted.", func(ctx context.Context) error {
			_, err := env.Store.AddGoalNote(ctx, journal.GoalNote{GoalID: g.ID, On: day, Text: s})
			return err
		})
	}))
}

// goalRow is a goal on one row, and when it was last noted.
func (p *PrepareScreen) goalRow(g journal.Goal, chosen bool, w int) string {
	return rowWithTail(p.env.Theme.Faint.Render(widget.Pad(" ·", 10)), wording.GoalWords(g), wording.NotedOn(g, p.env.Day()), p.env.Theme, chosen, w)
}

// hardRow is something hard to ask, and how long it has waited.
func (p *PrepareScreen) hardRow(t journal.TopicView, chosen bool, w int) string {
	th := p.env.Theme
	return rowWithTail(th.Hard.Render(widget.Pad(" ? hard", 10)), t.Text, wording.WaitingSince(t.CreatedAt, p.env.Now()), th, chosen, w)
}

// rowWithTail is a sign of ten cells, words, and a few more of the program's own behind them, which
// are whole also where the words are long.
func rowWithTail(sign, words, tail string, th *theme.Theme, chosen bool, w int) string {
	mark, style := "  ", th.Text
	if chosen {
		mark, style = "❯ ", th.Selected
	}
	if tail != "" {
		tail = "  " + tail
	}
	return mark + sign + style.Render(widget.Cut(words, w-12-len(tail))) + th.Faint.Render(tail)
}
