package tui

import (
	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/wording"
)

// Actions are what can be done on the page: with the chosen row of the part that is shown, and
// with the person and the relationship everywhere on it.
func (p *RelationshipScreen) Actions() []Action {
	if !p.read || p.err != nil {
		return nil
	}
	single := ""
	if p.other() == 0 {
		single = "There is one relationship with " + wording.FirstName(p.rel.PersonName) + "; " + p.env.key("role", "N") + " adds another."
	}
	acts := p.tabActions()
	acts = append(acts,
		Action{ID: "note", Group: groupHere, Writes: true, Keys: []string{"n"}, Name: "note", Help: "write about a conversation", Foot: true, Run: func() tea.Cmd { return push(NewWrite(p.env, WriteStart{RelationshipID: p.id})) }},
		Action{ID: "prepare", Group: groupHere, Keys: []string{"p"}, Name: "prepare", Help: "one page to read before the next conversation", Foot: p.rel.State.Open(), Run: func() tea.Cmd { return push(NewPrepare(p.env, p.id)) }},
		Action{ID: "tab", Group: groupMove, Keys: []string{"tab", "right", "l"}, Name: "next part", Help: "timeline, actions, topics and the others", Foot: true, Run: p.turn(1)},
		Action{ID: "back tab", Group: groupMove, Keys: []string{"shift+tab", "left", "h"}, Name: "part before", Help: "the other way round", Run: p.turn(-1)},
		Action{ID: "switch", Group: groupHere, Keys: []string{"s"}, Name: "other role", Help: "the other relationship with the same person", Disabled: single, Run: func() tea.Cmd { return replace(NewRelationship(p.env, p.other())) }},
		Action{ID: "answers", Group: groupGo, Keys: []string{"r"}, Name: "your answers", Help: "what you wrote about them on your own", Foot: p.answers > 0, Run: func() tea.Cmd { return push(NewAnswersAbout(p.env, p.rel.PersonID, p.rel.PersonName)) }},
		Action{ID: "person", Group: groupHere, Writes: true, Keys: []string{"E"}, Name: "edit person", Help: "their name, what you share, where to find them", Foot: p.tab == tabAbout, Run: func() tea.Cmd { return askEditPerson(p.env, p.person.Person) }},
		Action{ID: "ending", Group: groupGo, Keys: []string{"F"}, Name: "ending", Help: "a way to end it well, or to begin again", Foot: p.rel.State == journal.StateEnded, Run: func() tea.Cmd { return push(NewEnding(p.env, p.id)) }},
		Action{ID: "role", Group: groupHere, Writes: true, Keys: []string{"N"}, Name: "another role", Help: "another relationship with the same person", Run: func() tea.Cmd { return askNewRelationship(p.env, p.person, p.goOn) }},
	)
	acts = append(acts, p.way.actions(p.env, p.rel, p.person)...)
	return append(acts, listMoves(p.move)...)
}

// tabActions are those of the part that is shown.
func (p *RelationshipScreen) tabActions() []Action {
	edit := Action{ID: "relationship", Group: groupHere, Writes: true, Keys: []string{"e"}, Name: "edit", Help: "its purpose, state, rhythm, next conversation", Run: func() tea.Cmd { return askEditRelationship(p.env, p.rel) }}
	if part := p.part(); part != nil {
		return part.actions()
	}
	switch p.tab {
	case tabActions:
		a := p.action()
		read := Action{ID: "source", Group: groupHere, Keys: []string{"enter"}, Name: "read", Help: "the conversation it came from"}
		switch {
		case a == nil:
			read.Disabled = noAction
		case a.SessionID != 0:
			from := a.SessionID
			read.Run = func() tea.Cmd { return push(NewSession(p.env, from)) }
		case a.ReflectionID != 0:
			from := a.ReflectionID
			read.Help, read.Run = "your answer it came from", func() tea.Cmd { return push(NewReflection(p.env, from)) }
		case a.ReviewID != 0:
			from := a.ReviewID
			read.Help, read.Run = "the review it came from", func() tea.Cmd { return push(NewHeldReview(p.env, from)) }
		default:
			read.Disabled = "It was added by hand; no conversation to read."
		}
		acts := actionActions(p.env, a, p.rel.NextSession)
		return append(acts,
			Action{ID: "add", Group: groupHere, Writes: true, Keys: []string{"+"}, Name: "add action", Help: "what one of you will do", Foot: true, Run: func() tea.Cmd { return askNewAction(p.env, p.rel) }},
			read,
		)
	case tabTopics:
		return append(p.topicActions(),
			Action{ID: "add", Group: groupHere, Writes: true, Keys: []string{"+"}, Name: "add topic", Help: "something to raise next time", Foot: true, Run: func() tea.Cmd { return askNewTopic(p.env, p.rel) }})
	case tabAbout:
		edit.Foot = true
		texts := append(journal.Texts(p.id, journal.RelationshipTexts()...), journal.Texts(p.rel.PersonID, journal.PersonTexts()...)...)
		return []Action{edit, versionsAction(p.env, p.rel.PersonName, "", texts...)}
	}
	s := p.session()
	none := ""
	if s == nil {
		none = "No conversation is kept yet; " + p.env.key("note", "n") + " writes about one."
		s = &journal.SessionView{}
	}
	id, chosen := s.ID, *s
	acts := []Action{
		{ID: "read", Group: groupHere, Keys: []string{"enter"}, Name: "read", Help: "the whole conversation", Foot: true, Disabled: none, Run: func() tea.Cmd { return push(NewSession(p.env, id)) }},
		{ID: "details", Group: groupHere, Writes: true, Keys: []string{"m"}, Name: "details", Help: "when and how it was, and how it went", Disabled: none, Run: func() tea.Cmd { return askEditSession(p.env, chosen) }},
		edit,
	}
	if id == 0 {
		return acts
	}
	return append(acts,
		Action{ID: "delete", Group: groupHere, Writes: true, Keys: []string{"D"}, Name: "delete", Help: "take this conversation out of the journal", Run: func() tea.Cmd { return askDeleteSession(p.env, id, nil) }},
		sessionVersions(p.env, chosen))
}

// topicActions are those of the chosen topic; where none is chosen they say so.
func (p *RelationshipScreen) topicActions() []Action {
	if t := p.topic(); t != nil {
		return topicActions(p.env, *t)
	}
	acts := topicActions(p.env, journal.TopicView{})
	for i := range acts {
		acts[i].Disabled = "Choose a topic first."
	}
	return acts
}
