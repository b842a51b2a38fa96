package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
)

// saver keeps the words being typed in the file: one save at a time, and never an older text over
// a newer one.
type saver struct {
	uid     string // the draft's uid in the file
	from    string // who typed the words this page went on from
	typed   int64  // counts the saves
	saved   uint64 // the version of the text that is in the file
	ticking bool
	busy    bool
	again   bool // the details changed though the text did not
	keeping bool // the note itself is being kept
	stored  bool // there is a draft in the file
}

type (
	draftDue   struct{ to string }
	draftSaved struct {
		to      string
		uid     string
		version uint64
		err     error
	}
	noteKept struct {
		to   string
		kept journal.Kept
		err  error
	}
)

func (m draftDue) target() string   { return m.to }
func (m draftSaved) target() string { return m.to }
func (m noteKept) target() string   { return m.to }

// touched is called after every change: the draft is due soon.
func (s *WriteScreen) touched() tea.Cmd {
	s.saver.again = true
	if s.saver.ticking {
		return nil
	}
	s.saver.ticking = true
	to := s.ID()
	return aside(tea.Tick(s.env.DraftEvery, func(time.Time) tea.Msg { return draftDue{to} }))
}

// progress takes in how saves went.
func (s *WriteScreen) progress(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case draftDue:
		s.saver.ticking = false
		if s.saver.busy {
			return s.touched()
		}
		return s.save()
	case draftSaved:
		s.saver.busy = false
		if msg.err != nil {
			return tea.Batch(send(failed(msg.err)), s.touched())
		}
		s.saver.uid, s.saver.saved, s.saver.stored = msg.uid, msg.version, true
		if s.saver.again {
			return s.touched()
		}
	case noteKept:
		return s.wasKept(msg)
	case handoffReady:
		return s.openEditor(msg)
	case handoffRead:
		return s.tookBack(msg)
	}
	return nil
}

// snapshot is the draft as it stands. Its number is what keeps an older save from landing on a
// newer one.
func (s *WriteScreen) snapshot() journal.Draft {
	d := s.draft
	if s.saver.uid == "" {
		s.saver.uid = d.UID
	}
	d.UID, d.Text, d.Cursor, d.UpdatedAt = s.saver.uid, s.ed.Text(), s.ed.Cursor(), s.env.Now()
	s.saver.typed++
	d.Writer, d.Typed, d.From = s.draft.UID, s.saver.typed, s.saver.from
	return d
}

// dirty reports whether there is something the file does not have.
func (s *WriteScreen) dirty() bool {
	switch {
	case !s.ready || s.saver.keeping:
		return false
	case s.ed.Version() == s.saver.saved && !s.saver.again && !s.saver.busy:
		return false
	case s.blank():
		return s.saver.stored
	}
	return s.ed.Text() != s.base || s.saver.stored
}

// save keeps the draft as a command.
func (s *WriteScreen) save() tea.Cmd {
	if !s.dirty() {
		s.saver.again = false
		return nil
	}
	d, version, to, st := s.snapshot(), s.ed.Version(), s.ID(), s.env.Store
	s.saver.busy, s.saver.again = true, false
	return func() tea.Msg {
		saved, err := st.SaveDraft(s.env.Ctx, d)
		return draftSaved{to: to, uid: saved.UID, version: version, err: err}
	}
}

// Unsaved is the save that is still owed, to be run when the program ends; nil for none.
func (s *WriteScreen) Unsaved() func(context.Context) error {
	if !s.dirty() {
		return nil
	}
	d, st := s.snapshot(), s.env.Store
	return func(ctx context.Context) error {
		_, err := st.SaveDraft(ctx, d)
		return err
	}
}

// goBack leaves the page. The words stay as a draft; where there are none, nothing stays.
func (s *WriteScreen) goBack() tea.Cmd {
	switch {
	case !s.ready:
		return pop()
	case s.blank() && s.saver.stored, s.saver.stored && s.draft.SessionID != 0 && s.ed.Text() == s.base:
		d, st := s.snapshot(), s.env.Store
		s.saver.keeping = true // nothing more is saved from here
		return inOrder(pop(), write(s.env, "", func(ctx context.Context) error {
			kept, err := st.SaveDraft(ctx, d)
			if err != nil {
				return err
			}
			return st.SetDraftAside(ctx, kept.ID)
		}))
	}
	owed := s.Unsaved()
	said := ""
	if owed != nil || s.saver.stored {
		said = "Not kept yet: the words wait on the first page."
	}
	if owed == nil {
		return inOrder(pop(), send(changedMsg{say: said}))
	}
	return func() tea.Msg {
		if err := owed(s.env.Ctx); err != nil {
			return failed(err) // stay: the words are only here
		}
		return leaveMsg{to: s.ID(), said: said}
	}
}

// leaveMsg follows a draft that is safely in the file: now the page can go.
type leaveMsg struct{ to, said string }

func (m leaveMsg) target() string { return m.to }

// keep makes the note of the words.
func (s *WriteScreen) keep() tea.Cmd {
	if s.blank() {
		return say("There are no words yet, so there is nothing to keep.")
	}
	if s.saver.keeping {
		return nil
	}
	s.saver.keeping = true
	d := s.snapshot()
	n := journal.Note{
		SessionID: d.SessionID, BaseRev: d.BaseRev, RelationshipID: d.RelationshipID, PersonName: d.PersonName,
		Role: d.Role, At: d.At, Minutes: d.Minutes, Medium: d.Medium, Text: d.Text, Raised: d.Raised, DraftUID: d.UID, DraftWriter: d.Writer, DraftTyped: d.Typed,
	}
	to, st := s.ID(), s.env.Store
	return func() tea.Msg {
		kept, err := st.KeepNote(s.env.Ctx, n)
		return noteKept{to: to, kept: kept, err: err}
	}
}

func (s *WriteScreen) wasKept(msg noteKept) tea.Cmd {
	if msg.err != nil {
		s.saver.keeping = false
		return tea.Batch(send(failed(msg.err)), s.touched())
	}
	said := "Kept."
	if sum := s.lifts.summary(); sum != "" {
		said = "Kept: " + sum + "."
	}
	for _, n := range msg.kept.Notices {
		said += " " + n.Text
	}
	return inOrder(pop(), send(changedMsg{say: said}))
}
