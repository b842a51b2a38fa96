package tui

import (
	tea "charm.land/bubbletea/v2"

	"bothways/journal"
)

// whomMsg says whom a note is about that names nobody any more.
type whomMsg struct {
	to string
	WriteStart
}

func (m whomMsg) target() string { return m.to }

// called is who the note is about, as the page is headed.
func (s *WriteScreen) called() string {
	if s.nobody() {
		return "Nobody"
	}
	return s.name()
}

// nobody reports whether the note names nobody any more.
func (s *WriteScreen) nobody() bool {
	return s.ready && s.draft.SessionID == 0 && s.draft.RelationshipID == 0 && s.draft.PersonName == ""
}

// loose goes on with words that belong to nothing, or to nobody, any more.
func (s *WriteScreen) loose() tea.Cmd {
	gone, now := "The note you edit here", ": "+s.env.textKey("keep", "ctrl+s")+" keeps them as a new one,"
	if s.draft.RelationshipID == 0 {
		s.rel, s.topics, s.draft.Raised = journal.RelationshipSummary{}, nil, nil
		gone, now = "Whom you write about here", ": "+s.env.textKey("keep", "ctrl+s")+" asks who it was with,"
	}
	s.lifts.context(s.liftContext())
	return tea.Batch(s.Init(), loose(s.env, gone, now))
}

// keepIt keeps the note, once it is said whom it is about.
func (s *WriteScreen) keepIt() tea.Cmd {
	if !s.nobody() || s.saver.keeping || s.wordless() {
		return s.keep()
	}
	to := s.ID()
	return ask(newPicker(s.env, "Who was this with?", true, func(w WriteStart) tea.Cmd { return send(whomMsg{to, w}) }))
}
