package tui

import (
	"runtime"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/tui/editor"
)

// The steps of lending the words to another editor: they are in the file first, then in a private
// file of their own, and that one goes only once what came back is in the journal's file too.
type (
	handoffReady struct {
		to   string
		lent *editor.Handoff
		err  error
	}
	handoffRead struct {
		to   string
		lent *editor.Handoff
		back editor.Returned
	}
)

func (m handoffReady) target() string { return m.to }
func (m handoffRead) target() string  { return m.to }

// handOff keeps the draft, then writes the words to a file for $VISUAL or $EDITOR.
func (s *WriteScreen) handOff() tea.Cmd {
	owed, env, to := s.Unsaved(), s.env, s.ID()
	text := s.ed.Text()
	at := strings.Count(text[:s.ed.Cursor()], "\n") + 1
	return func() tea.Msg {
		if owed != nil {
			if err := owed(env.Ctx); err != nil {
				return failed(err)
			}
		}
		lent, err := editor.OpenHandoff(text, editor.HandoffOptions{Visual: env.Visual, Editor: env.Editor, Dir: env.Private, GOOS: runtime.GOOS, Line: at})
		return handoffReady{to: to, lent: lent, err: err}
	}
}

// openEditor gives the terminal to the other editor.
func (s *WriteScreen) openEditor(m handoffReady) tea.Cmd {
	if m.err != nil {
		return send(failed(m.err))
	}
	to := m.to
	return tea.ExecProcess(m.lent.Command(), func(err error) tea.Msg {
		return handoffRead{to: to, lent: m.lent, back: m.lent.Result(err)}
	})
}

// tookBack goes on with what came back. The lent file goes only when the words are stored.
func (s *WriteScreen) tookBack(m handoffRead) tea.Cmd {
	if m.back.Changed {
		s.ed.Replace(m.back.Text)
		s.lifts.update(s.ed)
		s.saver.again = true
	}
	owed, env := s.Unsaved(), s.env
	keepFile := m.back.Err != nil && m.back.Edited != "" // what the editor left is not in the journal
	finish := func() tea.Msg {
		if owed != nil {
			if err := owed(env.Ctx); err != nil {
				return failed(err)
			}
		}
		if !keepFile {
			if err := m.lent.Clean(); err != nil {
				return failed(err)
			}
		}
		if m.back.Err != nil {
			return failed(m.back.Err)
		}
		return nil
	}
	return tea.Batch(finish, s.touched())
}
