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
	return append(openGoalStates(env, g),
		Action{ID: "goal noted", Group: groupHere, Writes: true, Keys: []string{"m"}, Name: "progress", Help: "how it goes, in a line with its day", Foot: true, Run: func() tea.Cmd { return askNewGoalNote(env, g.ID) }},
		Action{ID: "goal edit", Group: groupHere, Writes: true, Keys: []string{"e"}, Name: "edit", Help: "change its words and what it is about", Run: func() tea.Cmd { return askEditGoal(env, g) }},
	)
}

// goalRow is a goal on one row, and when it was last noted.
func (p *PrepareScreen) goalRow(g journal.Goal, chosen bool, w int) string {
	return rowWithTail(p.env.Theme.Faint.Render(widget.Pad(" ·", 10)), p.env.Veil.Words(wording.GoalWords(g)), p.env.Dates.NotedOn(g, p.env.Day()), p.env.Theme, chosen, w)
}

// hardRow is something hard to ask, and how long it has waited.
func (p *PrepareScreen) hardRow(t journal.TopicView, chosen bool, w int) string {
	th := p.env.Theme
	return rowWithTail(th.Hard.Render(widget.Pad(" ? hard", 10)), p.env.Veil.Words(t.Text), wording.WaitingSince(t.CreatedAt, p.env.Now()), th, chosen, w)
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
