package tui

import (
	"context"
	"path/filepath"
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
	again     bool     // the details changed though the text did not
	keeping   bool     // the note itself is being kept
	keep      *keeping // how, until that is answered; nil for not
	keeps     int      // counts how often that was begun
	sent      uint64   // the version of the text that is being kept
	slow      bool     // and that takes longer than a person waits without a word
	leaving   bool     // the page goes once its words are in the file
	settled   bool     // the words are where they belong: nothing is owed to them any more
	stored    bool     // there is a draft in the file
	failing   bool     // the last try to put the words into it failed
}

type (
	draftDue   struct{ to string }
	draftSaved struct {
		to      string
		uid     string
		version uint64
		err     error

		sent, saved journal.Draft // as it was, and as it is in the file: what it refers to may be purged
		purged      bool          // the draft itself was
		unkept      error         // why the words were not kept before they were saved, nil mostly
	}
)

func (m draftDue) target() string   { return m.to }
func (m draftSaved) target() string { return m.to }

// touched is called after every change: the draft is due soon.
func (p *pen) touched() tea.Cmd {
	return p.due(p.env.DraftEvery)
}

// retryAfter is how many times longer than usual a save that failed waits to be tried again.
const retryAfter = 8

func (p *pen) due(in time.Duration) tea.Cmd {
	p.saver.again = true
	if p.saver.ticking {
		return nil
	}
	p.saver.ticking = true
	to := p.ID()
	return aside(tea.Tick(in, func(time.Time) tea.Msg { return draftDue{to} }))
}

// progress takes in how saves and another editor went on; ok is false for any other message.
func (p *pen) progress(msg tea.Msg) (cmd tea.Cmd, ok bool) {
	switch msg := msg.(type) {
	case draftDue:
		return p.draftIsDue(), true
	case draftSaved:
		return p.wasSaved(msg), true
	case draftPurged:
		return p.saveAnew(), true
	case keepSlow:
		p.takesLong(msg)
		return nil, true
	case handoffReady:
		return p.openEditor(msg), true
	case handoffRead:
		return p.tookBack(msg), true
	case leaveMsg:
		return p.left(msg), true
	}
	return nil, false
}

func (p *pen) draftIsDue() tea.Cmd {
	p.saver.ticking = false
	p.lifts.gather()
	if p.saver.busy {
		return p.touched()
	}
	return p.save()
}

func (p *pen) wasSaved(m draftSaved) tea.Cmd {
	if m.sent.UID != p.saver.uid {
		return nil // of the draft of words that were kept since
	}
	p.saver.busy = false
	p.saver.failing = m.err != nil
	if m.err != nil {
		return tea.Batch(send(unkept(p.env, m.err)), p.due(retryAfter*p.env.DraftEvery))
	}
	p.saver.uid, p.saver.saved, p.saver.stored = m.uid, m.version, true
	cmd := p.loosened(m)
	if p.saver.again {
		return tea.Batch(p.touched(), cmd)
	}
	return cmd
}

// maxSpent is the longest one sitting counts, in seconds: a page left open overnight was not sat with.
const maxSpent = 3 * 60 * 60

// snapshot is the draft as it stands. Its number is what keeps an older save from landing on a
// newer one.
func (p *pen) snapshot() journal.Draft {
	d := p.draft
	if p.saver.uid == "" {
		p.saver.uid = d.UID
	}
	d.UID, d.Text, d.Cursor, d.UpdatedAt = p.saver.uid, p.ed.Text(), p.ed.Cursor(), p.env.Now()
	d.Details = p.details
	if p.spend {
		d.Seconds += max(0, min(int(p.env.Now().Sub(p.began).Seconds()), maxSpent))
	}
	p.saver.typed++
	d.Writer, d.Typed, d.From, d.FromTyped = p.draft.UID, p.saver.typed, p.saver.from, p.saver.fromTyped
	return d
}

// dirty reports whether there is something the file does not have.
func (p *pen) dirty() bool {
	switch {
	case !p.ready || p.saver.settled:
		return false
	case p.blank():
		return p.saver.stored || p.saver.busy
	case p.ed.Version() == p.saver.saved && !p.saver.again && !p.saver.busy:
		return false
	}
	return p.ed.Text() != p.base || p.saver.stored || p.details || p.ticked
}

// save keeps the draft as a command.
func (p *pen) save() tea.Cmd {
	switch {
	case !p.dirty(), p.saver.keeping, p.blank(), p.env.Store.ReadOnly(): // the words that were deleted stay until the page is left
		p.saver.again = false
		return nil
	}
	return p.saveBecause(draftSaved{})
}

// saveBecause keeps the draft; why is taken along in the answer.
func (p *pen) saveBecause(why draftSaved) tea.Cmd {
	d, version, to, st := p.snapshot(), p.ed.Version(), p.ID(), p.env.Store
	p.saver.busy, p.saver.again = true, false
	return func() tea.Msg {
		saved, err := st.SaveDraft(p.env.Ctx, d)
		why.to, why.uid, why.version, why.err, why.sent, why.saved = to, saved.UID, version, err, d, saved
		return why
	}
}

// Unsaved is the save that is still owed, to be run when the program ends; nil for none.
func (p *pen) Unsaved() func(context.Context) error {
	if !p.dirty() {
		return nil
	}
	if p.blank() {
		return p.setAside()
	}
	d, st, keep := p.snapshot(), p.env.Store, p.saver.keep
	return func(ctx context.Context) error {
		d, owed, err := keep.rest(ctx, d)
		if err == nil && owed {
			_, err = st.SaveDraft(ctx, d)
		}
		return err
	}
}

// setAside takes the draft away, with the words it had last; undo offers them again.
func (p *pen) setAside() func(context.Context) error {
	d, st := p.snapshot(), p.env.Store
	return func(ctx context.Context) error { return st.SetDraftAsideAs(ctx, d) }
}

// goBack leaves the page. The words stay as a draft; where there are none, nothing stays.
func (p *pen) goBack() tea.Cmd {
	switch {
	case !p.ready:
		return p.close()
	case p.saver.keeping || p.saver.leaving:
		return nil
	case p.blank() && (p.saver.stored || p.saver.busy), p.saver.stored && p.kept() && p.ed.Text() == p.base && !p.details && !p.ticked:
		p.saver.settled = true
		return inOrder(p.close(), write(p.env, "", p.setAside()))
	}
	owed := p.Unsaved()
	if owed != nil && p.env.Store.ReadOnly() {
		return p.rescue()
	}
	said := ""
	if owed != nil || p.saver.stored {
		said = "Not kept yet: the words wait on the first page."
	}
	if owed == nil {
		owed = p.Standing()
	}
	if owed == nil {
		return inOrder(p.close(), send(changedMsg{say: said}))
	}
	p.saver.leaving = true
	to, ctx := p.ID(), p.env.Ctx
	return func() tea.Msg { return leaveMsg{to: to, said: said, err: owed(ctx)} }
}

// rescue leaves the page of a journal that can only be read: its words go into a file that is named.
func (p *pen) rescue() tea.Cmd {
	p.saver.leaving = true
	to, beside, text := p.ID(), p.env.Private, p.ed.Text()
	return func() tea.Msg {
		dir, err := rescueFile(beside, text)
		return leaveMsg{to: to, said: "The journal can only be read, so the words are in " + filepath.Join(dir, noteFile) + ".", err: err}
	}
}

// left follows the save of a page that is to go. Where it failed the page stays: the words are
// only here.
func (p *pen) left(m leaveMsg) tea.Cmd {
	p.saver.leaving = false
	if m.err != nil {
		return send(stuck(m.err))
	}
	p.saver.saved, p.saver.again, p.saver.stored = p.ed.Version(), false, true
	p.saver.settled = p.env.Store.ReadOnly()
	return inOrder(p.close(), send(changedMsg{say: m.said}))
}

// leaveMsg says how the last save of a page that is to go went.
type leaveMsg struct {
	to, said string
	err      error
}

func (m leaveMsg) target() string { return m.to }
