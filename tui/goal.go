package tui

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/widget"
)

// goalsPart is what the two work toward, on the page of a relationship: open goals first.
type goalsPart struct {
	env   *Env
	rel   journal.RelationshipSummary
	goals []journal.Goal
	list  widget.List
}

func newGoalsPart(env *Env) *goalsPart { return &goalsPart{env: env} }

func (p *goalsPart) title() string { return "goals" }

// count is how many are open: those are what there is to come back to.
func (p *goalsPart) count() int {
	n := 0
	for _, g := range p.goals {
		if g.State == journal.GoalOpen {
			n++
		}
	}
	return n
}

func (p *goalsPart) read(ctx context.Context, st *store.Store, rel journal.RelationshipSummary) (func(), error) {
	goals, err := st.Goals(ctx, rel.ID)
	if err != nil {
		return nil, err
	}
	return func() {
		was := p.chosen()
		p.rel, p.goals = rel, goals
		p.list.SetLen(len(goals))
		if was == nil {
			return
		}
		// A goal that was closed or opened again has gone to the other section: the cursor stays where
		// it was, on what comes next.
		i := slices.IndexFunc(goals, func(g journal.Goal) bool { return g.ID == was.ID })
		if i >= 0 && (goals[i].State == journal.GoalOpen) == (was.State == journal.GoalOpen) {
			p.list.At = i
		}
	}, nil
}

// chosen is the goal the cursor is on, nil for none.
func (p *goalsPart) chosen() *journal.Goal { return rowAt(p.list.At, p.goals, nil) }

func (p *goalsPart) move(n int) { p.list.Move(n) }

func (p *goalsPart) actions() []Action {
	none := ""
	g := p.chosen()
	if g == nil {
		none, g = "There is no goal yet; "+p.env.key("add goal", "+")+" adds one.", &journal.Goal{}
	}
	goal, rel := *g, p.rel
	acts := []Action{
		{ID: "goal notes", Group: groupHere, Keys: []string{"enter"}, Name: "its notes", Help: "how this goal goes, in dated lines", Foot: none == "", Disabled: none, Run: func() tea.Cmd { return push(NewGoal(p.env, goal.ID)) }},
		{ID: "add goal", Group: groupHere, Writes: true, Keys: []string{"+"}, Name: "add goal", Help: "something the two of you work toward", Foot: true, Run: func() tea.Cmd { return askNewGoal(p.env, rel) }},
		{ID: "edit goal", Group: groupHere, Writes: true, Keys: []string{"e"}, Name: "edit", Help: "change its words and what it is about", Disabled: none, Run: func() tea.Cmd { return askEditGoal(p.env, goal) }},
	}
	acts = append(acts, versionsAction(p.env, goal.Text, none, journal.Texts(goal.ID, journal.GoalTexts()...)...))
	acts = append(acts, goalStateActions(p.env, goal, none)...)
	return append(acts,
		Action{ID: "delete goal", Group: groupHere, Writes: true, Keys: []string{"D"}, Name: "delete", Help: "take this goal and its notes out of the journal", Disabled: none, Run: func() tea.Cmd {
			return ask(newConfirm("Delete this goal?", "It goes with its notes; "+p.env.key("goal let go", "d")+" only lets it go. "+p.env.key("undo", "u")+" brings all of it back.", "delete", func() tea.Cmd {
				return write(p.env, "Deleted. "+p.env.key("undo", "u")+" brings it back.", func(ctx context.Context) error { return p.env.Store.DeleteGoal(ctx, goal.ID) })
			}))
		}})
}

// goalStateActions say where a goal stands, the same on every page that shows one; none is why they
// cannot be used, "" where they can.
func goalStateActions(env *Env, g journal.Goal, none string) []Action {
	closed, open := none, none
	switch {
	case none != "":
	case g.State == journal.GoalOpen:
		open = "It is open already."
	default:
		closed = "It is closed; " + env.key("goal open", "o") + " opens it again."
	}
	set := func(to journal.GoalState, said string) func() tea.Cmd {
		return func() tea.Cmd {
			return write(env, said, func(ctx context.Context) error { return env.Store.SetGoalState(ctx, g.ID, to) })
		}
	}
	return []Action{
		{ID: "goal reached", Group: groupHere, Writes: true, Keys: []string{"x"}, Name: "reached", Help: "the two of you got there", Foot: closed == "", Disabled: closed, Run: set(journal.GoalReached, "Reached. "+env.key("undo", "u")+" takes it back.")},
		{ID: "goal let go", Group: groupHere, Writes: true, Keys: []string{"d"}, Name: "let go", Help: "it is not what you work toward any more", Foot: closed == "", Disabled: closed, Run: set(journal.GoalLetGo, "Let go. "+env.key("undo", "u")+" takes it back.")},
		{ID: "goal open", Group: groupHere, Writes: true, Keys: []string{"o"}, Name: "open again", Help: "it is what you work toward after all", Foot: none == "" && open == "", Disabled: open, Run: set(journal.GoalOpen, "Open again. "+env.key("undo", "u")+" takes it back.")},
	}
}

// openGoalStates are the ways to close an open goal, for the pages on which it is one row of many.
// There o does something else, so opening it again is left to the goal's own page.
func openGoalStates(env *Env, g journal.Goal) []Action {
	return slices.DeleteFunc(goalStateActions(env, g, ""), func(a Action) bool { return !a.Enabled() })
}
