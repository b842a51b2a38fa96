package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
)

// What words belong to may be purged in another window while they are typed here, and the draft they
// are in as well. The words stay: they are what is still on the screen. They are saved as a draft that
// refers to nothing that is gone, and the page says so in one sentence.

type (
	// draftPurged says that a draft with the words of a page is not in the file any more.
	draftPurged struct{ to string }
	// looseMsg says that what the words of a page belonged to was purged.
	looseMsg struct {
		to   string
		edit bool // they were an edit of something kept
	}
)

func (m draftPurged) target() string { return m.to }
func (m looseMsg) target() string    { return m.to }

// stands is a page's reading, which looks first whether its words are still in the file.
func (p *pen) stands(read tea.Cmd) tea.Cmd {
	if !p.ready || !p.saver.stored || p.saver.settled || p.blank() || p.env.Store.ReadOnly() {
		return read
	}
	to, uid, env := p.ID(), p.saver.uid, p.env
	return func() tea.Msg {
		if purged, err := env.Store.DraftPurged(env.Ctx, uid); err == nil && purged {
			return draftPurged{to}
		}
		return read()
	}
}

// saveAnew saves words whose draft was purged.
func (p *pen) saveAnew() tea.Cmd {
	p.saver.again = true
	if p.saver.busy || p.saver.keeping || p.saver.leaving || p.saver.settled || p.blank() {
		return nil
	}
	return p.saveBecause(draftSaved{purged: true})
}

// Standing looks, for words that are in the file, whether they still are, and saves them anew where
// they were purged; nil where there are none.
func (p *pen) Standing() func(context.Context) error {
	if !p.ready || !p.saver.stored || p.saver.settled || p.blank() || p.env.Store.ReadOnly() {
		return nil
	}
	st, uid, d := p.env.Store, p.saver.uid, p.snapshot()
	return func(ctx context.Context) error {
		if purged, err := st.DraftPurged(ctx, uid); err != nil || !purged {
			return nil // what cannot be looked at was said to be saved
		}
		_, err := st.SaveDraft(ctx, d)
		return err
	}
}

// notKept says why words were not kept. Where what they belong to is gone, saving them shows whether
// they go on as something new.
func (p *pen) notKept(err error) tea.Cmd {
	code := journal.ErrorCode(err)
	if code != journal.CodeConflict && code != journal.CodeNotFound || p.saver.busy || p.blank() {
		return tea.Batch(send(unkept(p.env, err)), p.touched())
	}
	return p.saveBecause(draftSaved{unkept: err})
}

// loosened takes over what a saved draft does not refer to any more.
func (p *pen) loosened(m draftSaved) tea.Cmd {
	was, now := m.sent, m.saved
	edit := was.SessionID != now.SessionID || was.ReflectionID != now.ReflectionID || was.ReviewID != now.ReviewID
	switch {
	case edit || was.RelationshipID != now.RelationshipID || was.PersonID != now.PersonID:
	case m.unkept != nil:
		return send(unkept(p.env, m.unkept))
	case m.purged:
		return send(sayMsg{text: "This draft was purged in another window; it is saved again, since its words are still here." + inAFile(p.env), bad: true})
	default:
		return nil
	}
	p.draft.SessionID, p.draft.ReflectionID, p.draft.ReviewID = now.SessionID, now.ReflectionID, now.ReviewID
	p.draft.RelationshipID, p.draft.PersonID, p.draft.PersonName = now.RelationshipID, now.PersonID, now.PersonName
	p.draft.BaseRev, p.draft.Was, p.draft.Kind = now.BaseRev, now.Was, now.Kind
	if edit {
		p.base, p.held = "", false
	}
	return send(looseMsg{p.ID(), edit})
}

// inAFile is where words can be put that the journal is not to have.
func inAFile(env *Env) string {
	return " " + env.textKey("file", "ctrl+f") + " puts the words in a file."
}

// loose says that what words belonged to is gone, and what becomes of them now.
func loose(env *Env, gone, now string) tea.Cmd {
	return send(sayMsg{text: gone + " was purged in another window; your words are still here" + now + inAFile(env), bad: true})
}

// unreadable is what becomes of a page whose surroundings could not be read: where the words are here, what
// stands beside them is not worth losing them for.
func (p *pen) unreadable(err error) tea.Cmd {
	if p.ready {
		return send(goneMeanwhile(p.env, err))
	}
	return inOrder(p.close(), send(failed(err)))
}

// goneMeanwhile says that what stands beside words could not be read again: they are not lost by it.
func goneMeanwhile(env *Env, err error) tea.Msg {
	if journal.ErrorCode(err) != journal.CodeNotFound {
		return failed(err)
	}
	return sayMsg{text: "What these words belong to was deleted in another window; they are still here, and wait as a draft." + inAFile(env), bad: true}
}
