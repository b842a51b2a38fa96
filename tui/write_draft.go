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
	uid       string // the draft's uid in the file
	from      string // who typed the words this page went on from
	fromTyped int64  // and how far they had come
	typed     int64  // counts the saves
	saved     uint64 // the version of the text that is in the file
	ticking   bool
	busy      bool
	again     bool // the details changed though the text did not
	keeping   bool // the note itself is being kept
	leaving   bool // the page goes once its words are in the file
	settled   bool // the words are where they belong: nothing is owed to them any more
	stored    bool // there is a draft in the file
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
	return s.due(s.env.DraftEvery)
}

// retryAfter is how many times longer than usual a save that failed waits to be tried again.
const retryAfter = 8

func (s *WriteScreen) due(in time.Duration) tea.Cmd {
	s.saver.again = true
	if s.saver.ticking {
		return nil
	}
	s.saver.ticking = true
	to := s.ID()
	return aside(tea.Tick(in, func(time.Time) tea.Msg { return draftDue{to} }))
}

// progress takes in how saves went.
func (s *WriteScreen) progress(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case draftDue:
		s.saver.ticking = false
		s.lifts.gather()
		if s.saver.busy {
			return s.touched()
		}
		return s.save()
	case draftSaved:
		s.saver.busy = false
		if msg.err != nil {
			return tea.Batch(send(failed(msg.err)), s.due(retryAfter*s.env.DraftEvery))
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
	d.Details = s.details
	s.saver.typed++
	d.Writer, d.Typed, d.From, d.FromTyped = s.draft.UID, s.saver.typed, s.saver.from, s.saver.fromTyped
	return d
}

// dirty reports whether there is something the file does not have.
func (s *WriteScreen) dirty() bool {
	switch {
	case !s.ready || s.saver.settled:
		return false
	case s.blank():
		return s.saver.stored || s.saver.busy
	case s.ed.Version() == s.saver.saved && !s.saver.again && !s.saver.busy:
		return false
	}
	return s.ed.Text() != s.base || s.saver.stored || s.details || s.ticked
}

// save keeps the draft as a command.
func (s *WriteScreen) save() tea.Cmd {
	if !s.dirty() || s.saver.keeping || s.blank() { // the words that were deleted stay until the page is left
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
	if s.blank() {
		return s.setAside()
	}
	d, st := s.snapshot(), s.env.Store
	return func(ctx context.Context) error {
		_, err := st.SaveDraft(ctx, d)
		return err
	}
}

// setAside takes the draft away, with the words it had last; undo offers them again.
func (s *WriteScreen) setAside() func(context.Context) error {
	d, st := s.snapshot(), s.env.Store
	return func(ctx context.Context) error { return st.SetDraftAsideAs(ctx, d) }
}

// goBack leaves the page. The words stay as a draft; where there are none, nothing stays.
func (s *WriteScreen) goBack() tea.Cmd {
	switch {
	case !s.ready:
		return popPage(s)
	case s.saver.keeping || s.saver.leaving:
		return nil
	case s.blank() && (s.saver.stored || s.saver.busy), s.saver.stored && s.draft.SessionID != 0 && s.ed.Text() == s.base && !s.details && !s.ticked:
		s.saver.settled = true
		return inOrder(popPage(s), write(s.env, "", s.setAside()))
	}
	owed := s.Unsaved()
	said := ""
	if owed != nil || s.saver.stored {
		said = "Not kept yet: the words wait on the first page."
	}
	if owed == nil {
		return inOrder(popPage(s), send(changedMsg{say: said}))
	}
	s.saver.leaving = true
	to, ctx := s.ID(), s.env.Ctx
	return func() tea.Msg { return leaveMsg{to: to, said: said, err: owed(ctx)} }
}

// left follows the save of a page that is to go. Where it failed the page stays: the words are
// only here.
func (s *WriteScreen) left(m leaveMsg) tea.Cmd {
	s.saver.leaving = false
	if m.err != nil {
		return send(stuck(m.err))
	}
	s.saver.saved, s.saver.again, s.saver.stored = s.ed.Version(), false, true
	return inOrder(popPage(s), send(changedMsg{say: m.said}))
}

// leaveMsg says how the last save of a page that is to go went.
type leaveMsg struct {
	to, said string
	err      error
}

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
		Role: d.Role, At: d.At, Minutes: d.Minutes, Medium: d.Medium, Text: d.Text, Raised: d.Raised, SetDetails: s.details,
		DraftUID: d.UID, DraftWriter: d.Writer, DraftTyped: d.Typed, DraftFrom: d.From, DraftFromTyped: d.FromTyped,
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
	s.saver.settled = true
	s.lifts.gather()
	said := "Kept."
	if sum := s.lifts.summary(); sum != "" && s.draft.SessionID == 0 {
		said = "Kept: " + sum + "." // of an old note the things may have moved on since
	}
	for _, n := range msg.kept.Notices {
		said += " " + n.Text
	}
	return inOrder(popPage(s), send(changedMsg{say: said}))
}
