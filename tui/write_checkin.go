package tui

import (
	tea "charm.land/bubbletea/v2"
)

// checkedInMsg tells a note when its conversation was, how long, by what means, in which role, and how
// it went.
type checkedInMsg struct {
	to string
	checkInResult
}

func (m checkedInMsg) target() string { return m.to }

// askCheckIn asks what is around the words.
func (s *WriteScreen) askCheckIn() tea.Cmd {
	d, to := s.draft, s.ID()
	start := checkInStart{at: d.At, role: d.Role, minutes: d.Minutes, medium: d.Medium, said: d.CheckIn}
	return ask(newCheckIn(s.env, start, func(r checkInResult) tea.Cmd { return send(checkedInMsg{to, r}) }))
}
