package tui

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
)

// A goal is about one of what the material names, or about a skill in one's own words. In a form the
// first is one choice, "focus|transition"; the second has a field of its own.

const aboutBetween = "|"

func aboutValue(k journal.GoalKind, tag string) string {
	if k == journal.GoalSkill {
		tag = "" // which one stands in the field for it
	}
	if k == "" && tag == "" {
		return ""
	}
	return string(k) + aboutBetween + tag
}

// aboutChoices are what a goal can be about; now is what it is about so far, which stays one of them.
func aboutChoices(now journal.Goal) []choice {
	out := []choice{{"", "unsaid"}}
	add := func(k journal.GoalKind, head string, tags []string) {
		for _, t := range tags {
			out = append(out, choice{aboutValue(k, t), head + ": " + t})
		}
	}
	add(journal.GoalFocus, "career", journal.CareerFocuses())
	add(journal.GoalFocus, "person", journal.PersonFocuses())
	add(journal.GoalNeed, "need", journal.Needs())
	out = append(out, choice{aboutValue(journal.GoalSkill, ""), "a skill"})
	value := aboutValue(now.Kind, now.Tag)
	if !slices.ContainsFunc(out, func(c choice) bool { return c.value == value }) {
		out = append(out, choice{value, strings.Trim(string(now.Kind)+": "+now.Tag, ": ")})
	}
	return out
}

// goalFields are the fields of a goal, with what it holds so far.
func goalFields(g journal.Goal) []field {
	skill := ""
	if g.Kind == journal.GoalSkill {
		skill = g.Tag
	}
	return []field{
		{key: "text", label: "words", hint: "say what I think in the room", value: g.Text, echo: someWords("A goal needs a few words.")},
		{key: "about", label: "about", value: aboutValue(g.Kind, g.Tag), choices: aboutChoices(g)},
		{key: "skill", label: "which skill", hint: "only where it is one: running a meeting", value: skill, echo: skillEcho},
	}
}

func skillEcho(s string) (string, bool) {
	if s != "" {
		return "the goal is about this skill", true
	}
	return "", true
}

// changedGoal is g with what was changed in the form.
func changedGoal(g journal.Goal, v values) journal.Goal {
	v.set("text", &g.Text)
	if v.changed("about") {
		kind, tag, _ := strings.Cut(v.text("about"), aboutBetween)
		g.Kind, g.Tag = journal.GoalKind(kind), tag
		if g.Kind == journal.GoalSkill {
			g.Tag = v.text("skill")
		}
	}
	if !v.changed("skill") {
		return g
	}
	if s := v.text("skill"); s != "" { // words that were typed are never dropped
		g.Kind, g.Tag = journal.GoalSkill, s
	} else if g.Kind == journal.GoalSkill {
		g.Tag = ""
	}
	return g
}

func askNewGoal(env *Env, r journal.RelationshipSummary) tea.Cmd {
	return ask(newForm("A goal with "+r.PersonName, goalFields(journal.Goal{}), func(v values) tea.Cmd {
		return write(env, "Added.", func(ctx context.Context) error {
			_, err := env.Store.AddGoal(ctx, changedGoal(journal.Goal{RelationshipID: r.ID}, v))
			return err
		})
	}))
}

// askEditGoal changes a goal. Only what was changed is written, over what the journal holds by then.
func askEditGoal(env *Env, g journal.Goal) tea.Cmd {
	return ask(newForm("Change", goalFields(g), func(v values) tea.Cmd {
		if !v.anyChanged() {
			return nil
		}
		return write(env, "Changed.", func(ctx context.Context) error {
			now, err := env.Store.Goal(ctx, g.ID)
			if err != nil {
				return err
			}
			return env.Store.ChangeGoal(ctx, changedGoal(now, v))
		})
	}))
}
