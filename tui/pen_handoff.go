package tui

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/tui/editor"
	"bothways/tui/fault"
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
func (p *pen) handOff() tea.Cmd {
	if p.env.Veil.On() && !p.warned {
		p.warned = true
		return send(sayMsg{text: "The other editor shows every name and every word. " + p.env.textKey("editor", "ctrl+e") + " once more opens it."})
	}
	owed, env, to := p.Unsaved(), p.env, p.ID()
	text := p.ed.Text()
	at := strings.Count(text[:p.ed.Cursor()], "\n") + 1
	return func() tea.Msg {
		if owed != nil {
			if err := owed(env.Ctx); err != nil {
				return failed(err)
			}
		}
		lent, err := editor.OpenHandoff(text, editor.HandoffOptions{Chosen: env.Chosen, Visual: env.Visual, Editor: env.Editor, Dir: env.Private, GOOS: runtime.GOOS, Line: at})
		return handoffReady{to: to, lent: lent, err: err}
	}
}

// lentLonger is how long after the other editor ended an interrupt may still have been meant for it:
// signals take their time.
const lentLonger = time.Second

// openEditor gives the terminal to the other editor.
func (p *pen) openEditor(m handoffReady) tea.Cmd {
	if m.err != nil {
		return send(failed(m.err))
	}
	to, lent := m.to, p.env.Lent
	p.lent = m.lent
	lent.Add(1)
	return tea.ExecProcess(m.lent.Command(), func(err error) (msg tea.Msg) {
		defer func() { // it is no command that is under guard
			if v := recover(); v != nil {
				msg = faultMsg{fault.Caught(v)}
			}
		}()
		fault.After(lentLonger, func() { lent.Add(-1) }, nil)
		return handoffRead{to: to, lent: m.lent, back: m.lent.Result(err)}
	})
}

// tookBack goes on with what came back. The lent file goes only when the words are stored.
func (p *pen) tookBack(m handoffRead) tea.Cmd {
	p.lent = nil
	if m.back.Changed {
		p.ed.Replace(m.back.Text)
		p.lifts.update(p.ed)
		p.saver.again = true
	}
	owed, env := p.Unsaved(), p.env
	finish := func() tea.Msg {
		if owed != nil {
			if err := owed(env.Ctx); err != nil {
				return failed(err)
			}
		}
		if !m.back.Keep {
			if err := m.lent.Clean(); err != nil {
				return failed(err)
			}
		}
		if m.back.Err != nil {
			return failed(m.back.Err)
		}
		return nil
	}
	return tea.Batch(finish, p.touched())
}

// Reclaim takes back words that another editor still has when the program ends, and returns what
// removes the lent file once they are stored; nil where nothing is to be removed.
func (p *pen) Reclaim() func() error {
	if p.lent == nil {
		return nil
	}
	lent := p.lent
	p.lent = nil
	back := lent.Result(nil)
	if back.Keep {
		return nil
	}
	if back.Changed {
		p.ed.Replace(back.Text)
		p.saver.again = true
	}
	return lent.Clean
}

// leftBehind tells of words outside of the journal: lent to another editor while the program was
// killed, or put there because the journal could not be written.
func leftBehind(private string) tea.Cmd {
	return func() tea.Msg {
		dirs, err := os.ReadDir(private)
		if err != nil {
			return nil // there is none
		}
		var left []string
		for _, d := range dirs {
			path := filepath.Join(private, d.Name(), noteFile)
			if _, err := os.Stat(path); err == nil && strings.HasPrefix(d.Name(), "note-") {
				left = append(left, path)
			}
		}
		if len(left) == 0 {
			return nil
		}
		return sayMsg{text: "Words that did not find their way back into the journal, unless another window has them in an editor, are in " + strings.Join(left, " and ") + "."}
	}
}
