package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
)

// promptFields are the fields of a question, filled with p.
func promptFields(p journal.Prompt) []field {
	var sides, moments []choice
	for _, r := range journal.PromptRoles() {
		name := promptSide(r)
		if name == "" {
			name = "either side"
		}
		sides = append(sides, choice{string(r), name})
	}
	for _, m := range journal.Moments() {
		moments = append(moments, choice{string(m), string(m)})
	}
	return []field{
		{key: "text", label: "question", hint: "the words you want to be asked in", value: p.Text, long: true, echo: someWords("A question needs a few words.")},
		{key: "role", label: "your side", value: string(p.Role), choices: sides},
		{key: "moment", label: "moment", value: string(p.Moment), choices: moments},
		{key: "time", label: "time", hint: "30 seconds · 3 min · empty for none", value: journal.Span(p.Seconds), echo: spanEcho},
	}
}

// setPrompt puts what was changed in the form into a question.
func setPrompt(p *journal.Prompt, v values) {
	v.set("text", &p.Text)
	if v.changed("role") {
		p.Role = journal.PromptRole(v.text("role"))
	}
	if v.changed("moment") {
		p.Moment = journal.Moment(v.text("moment"))
	}
	if v.changed("time") {
		p.Seconds, _ = journal.ReadSpan(v.text("time")) // its echo found it good
	}
}

// askNewPrompt puts a question of the person's own into the set. It is proposed for the side and
// the moment the others there are for.
func (p *SetScreen) askNewPrompt() tea.Cmd {
	env, to := p.env, p.ID()
	blank := journal.Prompt{SetID: p.id, Role: journal.ForEither, Moment: journal.MomentAlone, Own: true}
	if all := p.set.Prompts; len(all) > 0 {
		blank.Role, blank.Moment = all[0].Role, all[0].Moment
	}
	return ask(newForm("A question of your own", promptFields(blank), func(v values) tea.Cmd {
		return func() tea.Msg {
			q := blank
			setPrompt(&q, v)
			got, err := env.Store.AddPrompt(env.Ctx, q)
			if err != nil {
				return failed(err)
			}
			return inOrderMsg{[]tea.Cmd{
				send(loaded[promptAdded]{to: to, value: promptAdded{got.ID}}),
				send(changedMsg{say: "Added."}),
			}}
		}
	}))
}

// askEditPrompt changes a question of the person's own. Only what was changed is written, over
// what the journal holds by then.
func askEditPrompt(env *Env, q journal.Prompt) tea.Cmd {
	return ask(newForm("Change the question", promptFields(q), func(v values) tea.Cmd {
		if !v.anyChanged() {
			return nil
		}
		return write(env, "Changed. Earlier answers keep the words they were asked in.", func(ctx context.Context) error {
			all, err := env.Store.Questions(ctx)
			if err != nil {
				return err
			}
			now, ok := all.Prompt(q.ID)
			if !ok {
				return journal.Errorf(journal.CodeNotFound, "That question is not in the journal any more.")
			}
			setPrompt(&now, v)
			return env.Store.ChangePrompt(ctx, now)
		})
	}))
}

func hidePrompt(env *Env, q journal.Prompt) tea.Cmd {
	return write(env, hiddenSay(env, !q.Hidden), func(ctx context.Context) error { return env.Store.HidePrompt(ctx, q.ID, !q.Hidden) })
}

func askDeletePrompt(env *Env, q journal.Prompt) tea.Cmd {
	return ask(newConfirm("Delete this question?", "Your answers to it stay, with the words they were asked in. "+env.key("undo", "u")+" brings it back.", "delete", func() tea.Cmd {
		return write(env, "Deleted. "+env.key("undo", "u")+" brings it back.", func(ctx context.Context) error { return env.Store.DeletePrompt(ctx, q.ID) })
	}))
}

// order puts a question past another one, among those the set has by then.
func (p *SetScreen) order(id, past string, after bool) tea.Cmd {
	st, set := p.env.Store, p.id
	return write(p.env, orderedSay(p.env, after), func(ctx context.Context) error {
		now, err := setNow(ctx, p.env, set)
		if err != nil {
			return err
		}
		ids := make([]string, 0, len(now.Prompts))
		for _, q := range now.Prompts {
			ids = append(ids, q.ID)
		}
		return st.OrderPrompts(ctx, set, movedPast(ids, id, past, after))
	})
}
