package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/tui/widget"
)

// welcome is what an empty journal opens on: what this is, and the few ways to begin.
func (t *TodayScreen) welcome(w, h int) string {
	th := t.env.Theme
	title := "  " + th.Strong.Render("bothways")
	rows := []string{title, ""}
	for _, line := range widget.Wrap("A journal for your mentoring, in both directions: the people you mentor, and the people who mentor you. It is one file on this machine, and nobody else reads it.", min(w-4, 66), 0) {
		rows = append(rows, "  "+line)
	}
	if rows = append(rows, ""); len(rows)+len(t.beginnings()) > h { // what can be done says more than what this is
		rows = []string{title, ""}
	}
	for _, a := range t.beginnings() {
		rows = append(rows, "  "+th.Key.Render(widget.Pad(a.Label(), 4))+th.Text.Render(widget.Cut(a.Help, w-8)))
	}
	rows = append(rows, "")
	for _, line := range widget.Wrap("All it needs is a name and some words. The rest can wait.", min(w-4, 66), 0) {
		rows = append(rows, "  "+th.Faint.Render(line))
	}
	top := max(0, (h-len(rows))/4)
	return strings.Repeat("\n", top) + strings.Join(rows, "\n")
}

// beginnings are the ways into an empty journal.
func (t *TodayScreen) beginnings() []Action {
	look := Action{ID: "demo", Group: groupGo, Keys: []string{"d"}, Name: "look around", Help: "look around a made-up journal; nothing of it is kept", Foot: true, Run: func() tea.Cmd { return send(demoMsg{}) }}
	if t.env.MadeUp {
		look.Disabled = "This is the made-up journal."
	}
	return []Action{
		{ID: "note", Group: groupHere, Writes: true, Keys: []string{"n"}, Name: "write", Help: "write about a conversation you just had", Foot: true, Run: t.newNote},
		{ID: "add", Group: groupHere, Writes: true, Keys: []string{"p"}, Name: "add someone", Help: "add someone you mentor, or who mentors you", Foot: true, Run: func() tea.Cmd { return addPerson(t.env) }},
		answerAction(t.env, t.question, Action{Name: "question", Help: "sit with a question for a few minutes, on your own"}),
		look,
	}
}

// newNote asks who it was with, the person of the chosen row first.
func (t *TodayScreen) newNote() tea.Cmd {
	return ask(newPicker(t.env, "Who did you talk with?", true, func(s WriteStart) tea.Cmd { return push(NewWrite(t.env, s)) }))
}

// prepare opens the page to read before a conversation.
func (t *TodayScreen) prepare() tea.Cmd {
	if r := t.chosenRelationship(); r != 0 {
		return push(NewPrepare(t.env, r))
	}
	return ask(newPicker(t.env, "Prepare for whom?", false, func(s WriteStart) tea.Cmd { return push(NewPrepare(t.env, s.RelationshipID)) }))
}
