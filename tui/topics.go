package tui

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/widget"
)

// topicActions is what can be done with a topic, the same on every page that shows one.
func topicActions(env *Env, t journal.TopicView) []Action {
	waiting, closed := "It is waiting already.", ""
	if t.State != journal.TopicWaiting {
		waiting, closed = "", "It is not waiting any more; "+env.key("topic waiting", "o")+" brings it back."
	}
	set := func(state journal.TopicState, said string) func() tea.Cmd {
		return func() tea.Cmd {
			return write(env, said+" "+env.key("undo", "u")+" takes it back.", func(ctx context.Context) error {
				return env.Store.SetTopicState(ctx, t.ID, state, 0)
			})
		}
	}
	return []Action{
		{ID: "topic raised", Group: groupHere, Writes: true, Keys: []string{"x"}, Name: "raised", Help: "it was raised", Foot: true, Disabled: closed, Run: set(journal.TopicRaised, "Raised.")},
		{ID: "topic dropped", Group: groupHere, Writes: true, Keys: []string{"d"}, Name: "drop", Help: "it need not be raised any more", Foot: true, Disabled: closed, Run: set(journal.TopicDropped, "Dropped.")},
		{ID: "topic waiting", Group: groupHere, Writes: true, Keys: []string{"o"}, Name: "wait again", Help: "it is to be raised after all", Disabled: waiting, Run: set(journal.TopicWaiting, "Waiting again.")},
		versionsAction(env, t.Text, "", journal.Texts(t.ID, journal.TextTopic)...),
		{ID: "topic edit", Group: groupHere, Writes: true, Keys: []string{"e"}, Name: "edit", Help: "change its words", Run: func() tea.Cmd { return askEditTopic(env, t) }},
		{ID: "topic hard", Group: groupHere, Writes: true, Keys: []string{"!"}, Name: "hard to ask", Help: "mark it as hard to ask, or not", Run: func() tea.Cmd {
			return write(env, "Changed.", func(ctx context.Context) error {
				now, err := env.Store.Topic(ctx, t.ID)
				if err != nil {
					return err
				}
				return env.Store.EditTopic(ctx, t.ID, now.Text, !t.Hard)
			})
		}},
	}
}

// readTopic reads a typed topic: an ! in front marks one that is hard to ask.
func readTopic(s string) (text string, hard bool) {
	text, hard = strings.CutPrefix(s, "!")
	return strings.TrimSpace(text), hard
}

func topicEcho(s string) (string, bool) {
	text, hard := readTopic(s)
	switch {
	case journal.Blank(text):
		return "a few words; ! in front for what is hard to ask", false
	case hard:
		return "hard to ask: it is offered again, gently", true
	}
	return "", true
}

func askNewTopic(env *Env, r journal.RelationshipSummary) tea.Cmd {
	return ask(newPrompt("To raise with "+r.PersonName, "what is it about?", "", topicEcho, func(s string) tea.Cmd {
		text, hard := readTopic(s)
		return write(env, "Added.", func(ctx context.Context) error {
			_, err := env.Store.AddTopic(ctx, journal.Topic{RelationshipID: r.ID, Text: text, Hard: hard, State: journal.TopicWaiting})
			return err
		})
	}))
}

// askEditTopic changes a topic. Only what was changed is written, over what the journal holds by
// then.
func askEditTopic(env *Env, t journal.TopicView) tea.Cmd {
	const hard = "hard"
	value := ""
	if t.Hard {
		value = hard
	}
	return ask(newForm("Change", []field{
		{key: "text", label: "words", value: t.Text, echo: someWords("A topic needs a few words.")},
		{key: hard, label: "hard to ask", value: value, choices: []choice{{"", "no"}, {hard, "yes"}}},
	}, func(v values) tea.Cmd {
		if !v.anyChanged() {
			return nil
		}
		return write(env, "Changed.", func(ctx context.Context) error {
			now, err := env.Store.Topic(ctx, t.ID)
			if err != nil {
				return err
			}
			v.set("text", &now.Text)
			if v.changed(hard) {
				now.Hard = v.text(hard) != ""
			}
			return env.Store.EditTopic(ctx, t.ID, now.Text, now.Hard)
		})
	}))
}

// topicRow is a topic on one row.
func topicRow(t journal.TopicView, env *Env, chosen bool, w int) string {
	th := env.Theme
	mark, style := "  ", th.Text
	if chosen {
		mark, style = "❯ ", th.Selected
	}
	sign := th.Faint.Render(widget.Pad(" ·", 10))
	switch {
	case t.State == journal.TopicRaised:
		sign = th.Good.Render(widget.Pad(" ✓ raised", 10))
	case t.State == journal.TopicDropped:
		sign = th.Faint.Render(widget.Pad(" – dropped", 10))
	case t.Hard:
		sign = th.Hard.Render(widget.Pad(" ? hard", 10))
	}
	return mark + sign + style.Render(widget.Cut(env.Veil.Words(t.Text), w-12))
}

// askNextDay sets the day of the next conversation.
func askNextDay(env *Env, r journal.RelationshipSummary) tea.Cmd {
	today := env.Day()
	return ask(newPrompt("The next conversation with "+r.PersonName, "fri · 1 dec · in 2 weeks · none", "", proposed(env.Dates, r.NextSession, today, toComeEcho(env.Dates, r.NextSession, today, "the next conversation")), func(s string) tea.Cmd {
		if s == "" {
			return nil
		}
		day, _ := typedDate(s, today)
		return write(env, "Set.", func(ctx context.Context) error {
			now, err := env.Store.Relationship(ctx, r.ID) // it may have changed since the page was read
			if err != nil {
				return err
			}
			now.NextSession = day
			return env.Store.ChangeRelationship(ctx, now.Relationship)
		})
	}))
}
