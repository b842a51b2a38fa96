package tui

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/fault"
)

// guard stands between the terminal library and the root. The library ends well on a panic too, but
// prints what it panicked with, which may be somebody's words. So none gets through to it: what
// panics is noted here, and the program is asked to end as by a key.
type guard struct {
	root *Root
	stop func() // asks the program to end

	mu   sync.Mutex
	what *fault.Fault // the first, nil for none
	view tea.View     // the last that was drawn whole
}

var _ tea.Model = (*guard)(nil)

// faultMsg brings a fault from where no command of ours was running.
type faultMsg struct{ what *fault.Fault }

func (g *guard) Init() (cmd tea.Cmd) {
	defer g.catch()
	return g.command(g.root.Init())
}

// Update goes on until something panicked; from then on nothing is to be trusted but the words.
func (g *guard) Update(msg tea.Msg) (model tea.Model, cmd tea.Cmd) {
	model = g // also where it panics
	defer g.catch()
	if m, ok := msg.(faultMsg); ok {
		g.note(m.what)
	}
	if g.fault() != nil {
		return g, nil
	}
	_, cmd = g.root.Update(msg)
	return g, g.command(cmd)
}

func (g *guard) View() (view tea.View) {
	view = g.view // also where it panics
	defer g.catch()
	if g.fault() == nil {
		g.view = g.root.View()
	}
	return g.view
}

// command is cmd with all it leads to under guard.
func (g *guard) command(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer g.catch()
		msg = cmd()
		if several, ok := msg.(tea.BatchMsg); ok {
			all := make(tea.BatchMsg, len(several))
			for i, c := range several {
				all[i] = g.command(c)
			}
			return all
		}
		return msg
	}
}

// catch notes a panic. It is to be deferred as it is.
func (g *guard) catch() {
	if v := recover(); v != nil {
		g.note(fault.Caught(v))
	}
}

// note keeps the first fault and asks for the end.
func (g *guard) note(f *fault.Fault) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.what != nil {
		return
	}
	g.what = f
	fault.Go(g.stop, nil)
}

func (g *guard) fault() *fault.Fault {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.what
}

// keep brings the words into the file, also where a page is in no state to be asked for them:
// flush is what usually does.
func (g *guard) keep(flush func() error) error {
	err := fault.Try(flush)
	var again *fault.Fault
	if !errors.As(err, &again) {
		return err
	}
	g.note(again)
	boat := &lifeboat{beside: g.root.env.Private}
	for _, p := range g.root.pages {
		_ = fault.Try(func() error { boat.take(p); return nil })
	}
	return boat.save(journal.Errorf(journal.CodeInternal, "The words typed last could not be put into the journal."))
}

// ended is what a person is told of a fault, nil where there was none. kept is what came of keeping
// the words.
func (g *guard) ended(kept error, journalPath string) error {
	f := g.fault()
	if f == nil {
		return kept
	}
	said := "The program had to stop because of a fault of its own; everything typed up to then is kept and waits on the first page."
	if kept != nil {
		said = "The program had to stop because of a fault of its own. " + strings.TrimSpace(journal.ErrorMessage(kept))
	}
	path, err := f.Report(journalPath, g.root.env.Now(), fmt.Sprintf("page: %T", g.root.top()))
	if err == nil {
		said += " What happened, without a word of your journal, is in " + path + "; it helps whoever mends it."
	}
	e := journal.Errorf(journal.CodeInternal, "%s", said)
	e.Cause = errors.Join(f, kept)
	return e
}
