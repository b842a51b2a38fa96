package tui

import (
	"cmp"
	"context"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
)

// Actions are what can be done with the chosen set, or with the chosen answer.
func (p *ReflectScreen) Actions() []Action {
	free := Action{ID: "free", Group: groupHere, Keys: []string{"f"}, Name: "free words", Help: "write without a question", Foot: true, Run: func() tea.Cmd { return push(NewAnswer(p.env, AnswerStart{})) }}
	other := Action{ID: "tab", Group: groupMove, Keys: []string{"tab", "shift+tab"}, Name: "answers", Help: "all that you answered, newest first", Foot: true, Run: p.turn}
	if p.tab == tabAnswers {
		other.Name, other.Help = "questions", "the sets of questions"
		return append(append(p.answers.actions(), free, other), listMoves(p.move)...)
	}
	acts := append(p.setActions(), free)
	acts = append(acts, p.keepingActions()...)
	return append(append(acts, other), listMoves(p.move)...)
}

// setActions are those that lead on from the chosen set, and the one that hides it.
func (p *ReflectScreen) setActions() []Action {
	none := ""
	s := p.chosen()
	if s == nil {
		none, s = "There is no set to choose; "+p.env.key("new", "n")+" makes one.", &journal.PromptSet{}
	}
	id := s.ID
	open := func() tea.Cmd { return push(NewSetPage(p.env, id)) }
	begin := Action{ID: "begin", Group: groupHere, Keys: []string{"enter"}, Name: "begin", Help: "sit with its first question", Foot: true, Disabled: none, Run: func() tea.Cmd { return push(NewQuestion(p.env, QuestionStart{SetID: id})) }}
	switch {
	case s.At != "":
		begin.Name, begin.Help = "go on", "at the question you stopped at"
	case none == "" && len(s.Visible()) == 0:
		begin.Name, begin.Help, begin.Run = "open", "it has no question yet: write the first", open
	}
	set := *s
	return []Action{
		begin,
		hideAction(set.Hidden, cmp.Or(cannotChange(p.env), none), "the set", func() tea.Cmd { return hideSet(p.env, set) }),
		{ID: "questions", Group: groupHere, Keys: []string{"o", "right", "l"}, Name: "questions", Help: "all questions of the set, to choose one or add your own", Foot: true, Disabled: none, Run: open},
	}
}

// keepingActions are those that make, change and order sets.
func (p *ReflectScreen) keepingActions() []Action {
	can := cannotChange(p.env)
	s := p.chosen()
	none := can
	if s == nil {
		none, s = cmp.Or(can, "There is no set to choose; "+p.env.key("new", "n")+" makes one."), &journal.PromptSet{}
	}
	set, own, gone := *s, none, none
	if none == "" && !set.Own {
		own = "This set is built in and stays as it is; " + p.env.key("hide", "d") + " hides it. A question of your own can go into it: " + p.env.key("questions", "o") + ", then " + p.env.key("new", "n") + "."
		gone = "This set is built in; " + p.env.key("hide", "d") + " hides it."
	}
	one := ""
	switch {
	case p.chosen() == nil:
		one = "There is no set to choose."
	case !set.Own:
		one = "This set is built in, and was never changed."
	}
	return append([]Action{
		versionsAction(p.env, set.Title, one, journal.TextsUID(set.ID, journal.TextSetTitle, journal.TextSetAbout)...),
		{ID: "new", Group: groupHere, Keys: []string{"n", "+"}, Name: "new set", Help: "a set of questions of your own", Foot: true, Disabled: can, Run: func() tea.Cmd { return askNewSet(p.env) }},
		{ID: "edit", Group: groupHere, Keys: []string{"e"}, Name: "edit", Help: "the title and the sentence of a set of yours", Disabled: own, Run: func() tea.Cmd { return askEditSet(p.env, set) }},
		showHiddenAction(p.hidden, p.hiddenSets(), p.toggle),
		{ID: "delete", Group: groupHere, Keys: []string{"D"}, Name: "delete", Help: "take a set of yours away; its answers stay", Disabled: gone, Run: func() tea.Cmd { return askDeleteSet(p.env, set) }},
	}, orderActions(p.list.At, p.list.Len, none, func(to int) tea.Cmd { return p.order(set.ID, p.key(to), to > p.list.At) })...)
}

// hideAction hides what is chosen, or brings it back where it is hidden.
func hideAction(hidden bool, why, what string, run func() tea.Cmd) Action {
	a := Action{ID: "hide", Group: groupHere, Keys: []string{"d"}, Name: "hide", Help: "do not offer " + what + " any more; it is not lost", Disabled: why, Run: run}
	if hidden {
		a.Name, a.Help = "bring back", "offer "+what+" again"
		a.Foot = true
	}
	return a
}

// showHiddenAction shows what is hidden, or leaves it out again.
func showHiddenAction(shown, any bool, run func() tea.Cmd) Action {
	a := Action{ID: "hidden", Group: groupMove, Keys: []string{"z"}, Name: "show hidden", Help: "what you hid, to bring it back", Run: run}
	switch {
	case shown:
		a.Name, a.Help = "leave out hidden", "only what is offered"
	case !any:
		a.Disabled = "Nothing is hidden here."
	}
	return a
}

// orderActions put the chosen row at of n lower and higher: swap is given the row it goes past.
func orderActions(at, n int, why string, swap func(to int) tea.Cmd) []Action {
	lower, higher := why, why
	if why == "" && at >= n-1 {
		lower = "It is the last one."
	}
	if why == "" && at == 0 {
		higher = "It is the first one."
	}
	return []Action{
		{ID: "lower", Group: groupHere, Keys: []string{"J", "shift+down"}, Name: "put lower", Help: "one place further down", Disabled: lower, Run: func() tea.Cmd { return swap(at + 1) }},
		{ID: "higher", Group: groupHere, Keys: []string{"K", "shift+up"}, Name: "put higher", Help: "one place further up", Disabled: higher, Run: func() tea.Cmd { return swap(at - 1) }},
	}
}

// order puts a set past another one, among those the journal holds by then.
func (p *ReflectScreen) order(id, past string, after bool) tea.Cmd {
	st := p.env.Store
	return write(p.env, orderedSay(p.env, after), func(ctx context.Context) error {
		q, err := st.Questions(ctx)
		if err != nil {
			return err
		}
		ids := make([]string, len(q.Sets))
		for i, s := range q.Sets {
			ids[i] = s.ID
		}
		return st.OrderSets(ctx, movedPast(ids, id, past, after))
	})
}

func orderedSay(env *Env, after bool) string {
	if after {
		return "One place down. " + env.key("undo", "u") + " puts it back."
	}
	return "One place up. " + env.key("undo", "u") + " puts it back."
}
