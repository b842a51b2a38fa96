package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
)

// askNewSet makes a set of the person's own and opens it: it has no question yet.
func askNewSet(env *Env) tea.Cmd {
	return ask(newForm("A set of your own", []field{
		{key: "title", label: "title", hint: "what you will call it", echo: someWords("A set needs a title.")},
		{key: "about", label: "about", hint: "a sentence, for the day you find it again", echo: optional},
	}, func(v values) tea.Cmd {
		return func() tea.Msg {
			set, err := env.Store.AddSet(env.Ctx, journal.PromptSet{Title: v.text("title"), About: v.text("about"), Own: true})
			if err != nil {
				return failed(err)
			}
			return inOrderMsg{[]tea.Cmd{
				send(loaded[setAdded]{to: "reflect", value: setAdded{set.ID}}),
				send(changedMsg{say: "Added. " + env.key("new", "n") + " writes its first question."}),
				push(NewSetPage(env, set.ID)),
			}}
		}
	}))
}

// askEditSet changes a set of the person's own. Only what was changed is written, over what the
// journal holds by then.
func askEditSet(env *Env, s journal.PromptSet) tea.Cmd {
	return ask(newForm("Change the set", []field{
		{key: "title", label: "title", value: s.Title, echo: someWords("A set needs a title.")},
		{key: "about", label: "about", hint: "a sentence, for the day you find it again", value: s.About},
	}, func(v values) tea.Cmd {
		if !v.anyChanged() {
			return nil
		}
		return write(env, "Changed.", func(ctx context.Context) error {
			now, err := setNow(ctx, env, s.ID)
			if err != nil {
				return err
			}
			v.set("title", &now.Title)
			v.set("about", &now.About)
			return env.Store.ChangeSet(ctx, now)
		})
	}))
}

// setNow reads a set as the journal holds it now.
func setNow(ctx context.Context, env *Env, id string) (journal.PromptSet, error) {
	q, err := env.Store.Questions(ctx)
	if err != nil {
		return journal.PromptSet{}, err
	}
	s, ok := q.Set(id)
	if !ok {
		return s, journal.Errorf(journal.CodeNotFound, "That set is not in the journal any more.")
	}
	return s, nil
}

// hideSet stops offering a set, or offers it again.
func hideSet(env *Env, s journal.PromptSet) tea.Cmd {
	return write(env, hiddenSay(env, !s.Hidden), func(ctx context.Context) error { return env.Store.HideSet(ctx, s.ID, !s.Hidden) })
}

func hiddenSay(env *Env, hidden bool) string {
	if hidden {
		return "Hidden. " + env.key("hidden", "z") + " shows what is hidden; " + env.key("undo", "u") + " brings it back."
	}
	return "It is here again."
}

func askDeleteSet(env *Env, s journal.PromptSet) tea.Cmd {
	return ask(newConfirm("Delete “"+s.Title+"”?", "Its questions go with it. Your answers stay, with the words they were asked in. "+env.key("undo", "u")+" brings all of it back.", "delete", func() tea.Cmd {
		return write(env, "Deleted. "+env.key("undo", "u")+" brings it back.", func(ctx context.Context) error { return env.Store.DeleteSet(ctx, s.ID) })
	}))
}
