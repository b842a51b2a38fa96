package tui

import (
	"context"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/fault"
)

// Words are kept beside the screen. Mostly that is over before the next key; where it takes longer,
// what is typed meanwhile goes on in the same text, and is a draft of an edit once the words are kept.

type (
	// keepSlow says that the nth keep of a page was begun a while ago.
	keepSlow struct {
		to string
		n  int
	}
	wordsKept struct {
		to string
		keptAs
		text string // as it was kept
		err  error
	}
	// keptAs is what words were kept as.
	keptAs struct {
		id   int64         // of the conversation, the reflection or the review
		edit journal.Draft // what an edit of it begins with
		came journal.Came
	}
	keepFunc func(context.Context, journal.Draft) (keptAs, error)
)

func (m keepSlow) target() string  { return m.to }
func (m wordsKept) target() string { return m.to }

// keeping is a keep that is under way.
type keeping struct {
	run func() wordsKept // keeps the words once, whoever asks, and answers everybody the same
}

// keep makes of the words what they are to be.
func (p *pen) keep() tea.Cmd {
	switch {
	case p.wordless():
		return say("There are no words yet, so there is nothing to keep.")
	case !p.kept() && p.base != "" && p.ed.Text() == p.base:
		return say("There is only the question yet, so there is nothing to keep.")
	}
	st := p.env.Store
	return p.keepBy(func(ctx context.Context, d journal.Draft) (keptAs, error) {
		if d.Kind == journal.DraftAnswer {
			kept, err := st.KeepAnswer(ctx, d)
			return keptAs{id: kept.Reflection.ID, edit: editOfAnswer(kept.Reflection.Reflection), came: kept.Came}, err
		}
		kept, err := st.KeepNote(ctx, noteOf(d))
		return keptAs{id: kept.Session.ID, edit: editOfNote(kept.Session), came: kept.Came}, err
	})
}

// keepBy is keep for a page that knows by itself whether there is something to keep, and as what.
func (p *pen) keepBy(as keepFunc) tea.Cmd {
	if p.saver.keeping {
		return nil
	}
	p.saver.keeping = true
	p.saver.keeps++
	p.saver.sent = p.ed.Version()
	d, to, n, ctx := p.snapshot(), p.ID(), p.saver.keeps, p.env.Ctx
	keep := &keeping{run: sync.OnceValue(func() wordsKept {
		kept, err := as(ctx, d)
		return wordsKept{to: to, keptAs: kept, text: d.Text, err: err}
	})}
	p.saver.keep = keep
	long := aside(tea.Tick(p.env.DraftEvery, func(time.Time) tea.Msg { return keepSlow{to, n} }))
	return tea.Batch(func() tea.Msg { return keep.run() }, long)
}

// takesLong notes that words are on their way for longer than a person waits without a word: a very
// long note, or a file that somebody else is writing.
func (p *pen) takesLong(m keepSlow) {
	if p.saver.keeping && p.saver.keeps == m.n {
		p.saver.slow = true
	}
}

// Keeping reports whether the words have been on their way for so long that a person goes on.
func (p *pen) Keeping() bool { return p.saver.keeping && p.saver.slow }

// Since reports whether there are words beside those that are being kept.
func (p *pen) Since() bool { return p.ed.Version() != p.saver.sent }

// wasKept answers what is said of words that were kept and are left now. Else that is "", and cmd
// says why they were not kept, or that there are more.
func (p *pen) wasKept(m wordsKept) (said string, cmd tea.Cmd) {
	p.saver.keep = nil
	if m.err != nil {
		p.saver.failing = journal.ErrorCode(m.err) != journal.CodeInvalid
		p.saver.keeping, p.saver.slow = false, false
		return "", p.notKept(m.err)
	}
	p.saver.failing = false
	notices := ""
	for _, n := range m.came.Notices {
		notices += " " + n.Text
	}
	if p.ed.Text() != m.text {
		return "", p.goOn(m, notices)
	}
	p.saver.settled = true
	p.lifts.gather()
	said = "Kept."
	if sum := p.lifts.summary(); sum != "" && !p.kept() {
		said = "Kept: " + sum + "." // of something kept before the things may have moved on since
	}
	return said + notices, nil
}

// goOn goes on with words that were typed since others were kept: the page is an edit of those now,
// and its words are a draft again.
func (p *pen) goOn(m wordsKept, notices string) tea.Cmd {
	writer := p.draft.UID // the page keeps its own name
	p.draft, p.base = m.edit, m.text
	p.draft.UID = writer
	p.details, p.ticked, p.spend, p.held = false, false, false, m.edit.Kind == journal.DraftReview
	p.saver = saver{uid: store.NewUID(), typed: p.saver.typed, keeps: p.saver.keeps, ticking: p.saver.ticking, again: true}
	p.lifts.update(p.ed)
	var save tea.Cmd
	if !p.blank() {
		save = aside(p.saveBecause(draftSaved{}))
	}
	return tea.Batch(save, send(changedMsg{say: "Kept." + notices + " What you typed since is not kept yet: " + p.env.textKey("keep", "ctrl+s") + " keeps it too."}))
}

// rest is what is still owed to a draft when the program ends while its words are being kept: nothing
// where d is what was kept, and else a draft of an edit. Without a keep it is all of d.
func (k *keeping) rest(ctx context.Context, d journal.Draft) (rest journal.Draft, owed bool, err error) {
	if k == nil {
		return d, true, nil
	}
	kept := make(chan wordsKept, 1)
	fault.Go(func() { kept <- k.run() }, nil)
	select {
	case m := <-kept:
		if m.err != nil {
			return d, true, nil
		}
		e := m.edit
		e.UID, e.Text, e.Cursor, e.UpdatedAt, e.Writer, e.Typed = store.NewUID(), d.Text, d.Cursor, d.UpdatedAt, d.Writer, d.Typed
		return e, d.Text != m.text, nil
	case <-ctx.Done():
		return d, true, journal.Errorf(journal.CodeInternal, "Your words were still being kept when the program had to end.")
	}
}

// noteOf is the note a draft becomes.
func noteOf(d journal.Draft) journal.Note {
	return journal.Note{
		SessionID: d.SessionID, BaseRev: d.BaseRev, RelationshipID: d.RelationshipID, PersonName: d.PersonName,
		Role: d.Role, At: d.At, Minutes: d.Minutes, Medium: d.Medium, CheckIn: d.CheckIn, Was: d.Was, Text: d.Text, Raised: d.Raised, SetDetails: d.Details,
		DraftUID: d.UID, DraftWriter: d.Writer, DraftTyped: d.Typed, DraftFrom: d.From, DraftFromTyped: d.FromTyped,
	}
}

// editOfNote is what an edit of a note begins with.
func editOfNote(v journal.SessionView) journal.Draft {
	was := v.Details()
	return journal.Draft{
		Kind: journal.DraftNote, SessionID: v.ID, BaseRev: v.Rev, RelationshipID: v.RelationshipID,
		Role: v.Role, At: v.At, Minutes: v.Minutes, Medium: v.Medium, CheckIn: v.CheckIn, Was: &was,
	}
}

// editOfAnswer is what an edit of an answer begins with.
func editOfAnswer(v journal.Reflection) journal.Draft {
	return journal.Draft{
		Kind: journal.DraftAnswer, ReflectionID: v.ID, BaseRev: v.Rev, PersonID: v.PersonID,
		Asked: v.Asked, At: v.At, Seconds: v.Seconds,
	}
}

// editOfReview is what an edit of a review that was held begins with.
func editOfReview(v journal.Review) journal.Draft {
	return journal.Draft{
		Kind: journal.DraftReview, ReviewID: v.ID, BaseRev: v.Rev, RelationshipID: v.RelationshipID,
		At: v.HeldAt, Was: &journal.Details{At: v.HeldAt},
	}
}
