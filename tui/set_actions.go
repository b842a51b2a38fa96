package tui

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
)

// Actions are what can be done with the chosen question, and with the set.
func (p *SetScreen) Actions() []Action {
	if !p.read || p.err != nil {
		return nil
	}
	can := cannotChange(p.env)
	none, keep := "", can
	q := p.chosen()
	if q == nil {
		none = "There is no question to choose; " + p.env.key("new", "n") + " writes one."
		keep, q = cmp.Or(can, none), &journal.Prompt{}
	}
	chosen, own, gone := *q, keep, keep
	if keep == "" && !chosen.Own {
		own = "This question is built in and stays as it is; " + p.env.key("hide", "d") + " hides it, and " + p.env.key("new", "n") + " puts one of your own beside it."
		gone = "This question is built in; " + p.env.key("hide", "d") + " hides it."
	}
	acts := []Action{
		{ID: "answer", Group: groupHere, Keys: []string{"enter", "right", "l"}, Name: "answer", Help: "sit with this question", Foot: true, Disabled: none, Run: func() tea.Cmd {
			return push(NewQuestion(p.env, QuestionStart{SetID: p.id, PromptID: chosen.ID}))
		}},
		{ID: "new", Group: groupHere, Keys: []string{"n", "+"}, Name: "new question", Help: "one of your own, in this set", Foot: true, Disabled: can, Run: p.askNewPrompt},
		hideAction(chosen.Hidden, keep, "the question", func() tea.Cmd { return hidePrompt(p.env, chosen) }),
		showHiddenAction(p.hidden, p.hiddenPrompts(), p.toggle),
		{ID: "edit", Group: groupHere, Keys: []string{"e"}, Name: "edit", Help: "a question of yours: its words, its side, its moment, its time", Foot: chosen.Own, Disabled: own, Run: func() tea.Cmd { return askEditPrompt(p.env, chosen) }},
		{ID: "delete", Group: groupHere, Keys: []string{"D"}, Name: "delete", Help: "take a question of yours away; its answers stay", Disabled: gone, Run: func() tea.Cmd { return askDeletePrompt(p.env, chosen) }},
		versionsAction(p.env, "a question of yours", gone, journal.TextsUID(chosen.ID, journal.TextQuestion)...),
		{ID: "sets", Group: groupMove, Keys: []string{"left", "h"}, Name: "sets", Help: "back to the sets", Run: pop},
	}
	acts[2].Foot = true
	acts = append(acts, orderActions(p.list.At, p.list.Len, keep, func(to int) tea.Cmd {
		return p.order(chosen.ID, p.key(to), to > p.list.At)
	})...)
	return append(acts, listMoves(p.move)...)
}
