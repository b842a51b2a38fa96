package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/editor"
)

// pen is the text of a page while it is typed: the editor, the draft it is in the file, and what
// would lift from it. A page on which notes or answers are written has one embedded.
type pen struct {
	env   *Env
	page  string // what the page's ID begins with
	ed    *editor.Editor
	draft journal.Draft
	base  string // the text as it was kept, when something kept is edited
	ready bool   // the words to go on from are there

	held    bool            // what is edited is a review that was held
	details bool            // what is around the words was changed, and is to be kept with an edit
	ticked  bool            // something beside the words was marked, which only the draft has
	lent    *editor.Handoff // the words, while another editor has them
	warned  bool            // it was said that the other editor hides nothing

	spend bool // the time on the page counts as spent on the words
	began time.Time

	lifts lifts
	saver saver
}

// newPen is a pen for a draft; ready says that it begins with nothing.
func newPen(env *Env, page string, d journal.Draft, ready bool) pen {
	d.UID = store.NewUID()
	if d.At.IsZero() && d.Kind != journal.DraftAnswer { // an answer is of the moment it is kept
		d.At = env.Now()
	}
	return pen{env: env, began: env.Now(), page: page, ed: editor.New(editor.Options{Measure: env.measure(), Now: env.Now}), ready: ready, draft: d, lifts: lifts{dates: env.Dates}}
}

// ID is the page's name for answers.
func (p *pen) ID() string { return p.page + ":" + p.draft.UID }

// take lays words into the editor: those that were kept, or those of a draft.
func (p *pen) take(kept string, d *journal.Draft) {
	id := p.draft.UID // the page keeps its own name
	p.base = kept
	if d == nil {
		p.ed.SetText(kept, len(kept))
	} else {
		p.draft = *d
		p.draft.UID = id
		p.ed.SetText(d.Text, d.Cursor)
		p.saver.fromTyped = d.Typed
		p.saver.uid, p.saver.from, p.saver.stored = d.UID, d.Writer, true
		p.details, p.ticked = d.Details, len(d.Raised) > 0
	}
	p.saver.saved = p.ed.Version()
	p.ready = true
	p.lifts.update(p.ed)
}

// typed gives a message to the text.
func (p *pen) typed(msg tea.Msg) tea.Cmd {
	if !p.ready || p.saver.leaving {
		return nil
	}
	before := p.ed.Version()
	cmd := p.ed.Update(msg)
	if p.ed.Version() != before {
		p.lifts.update(p.ed)
		return tea.Batch(cmd, p.touched())
	}
	return cmd
}

// insert puts a paragraph of its own into the text.
func (p *pen) insert(block string) tea.Cmd {
	if !p.ready || p.saver.keeping || p.saver.leaving {
		return nil
	}
	p.ed.InsertBlock(block)
	p.lifts.update(p.ed)
	return p.touched()
}

// begun takes the text as it stands for what nobody typed: alone it is not worth a draft.
func (p *pen) begun() {
	p.base, p.saver.saved = p.ed.Text(), p.ed.Version()
	p.lifts.update(p.ed)
}

// kept reports whether it is an edit of something that was kept before.
func (p *pen) kept() bool { return p.draft.SessionID != 0 || p.draft.ReflectionID != 0 || p.held }

// wordless reports whether there is nothing to make a note or an answer of.
func (p *pen) wordless() bool { return p.ed.Words() == 0 && journal.Blank(p.ed.Text()) }

// blank reports whether there is nothing worth a draft. What was said of a conversation is, also
// before there are words.
func (p *pen) blank() bool {
	return p.wordless() && (p.draft.Kind != journal.DraftNote || !p.details && !p.ticked)
}

// close takes the page away.
func (p *pen) close() tea.Cmd { return send(popMsg{p.ID()}) }

// Claims reports whether the text takes a key: most of them.
func (p *pen) Claims(k tea.KeyPressMsg) bool { return p.ed.Handles(k) }

// Words is the text as it stands.
func (p *pen) Words() string { return p.ed.Text() }

// Resume takes letters again although a keep or a leave was never answered.
func (p *pen) Resume() { p.saver.keeping, p.saver.slow, p.saver.leaving = false, false, false }

// TextKeys are what the editor does by itself, for the help.
func (p *pen) TextKeys() []Action {
	var out []Action
	for _, k := range p.ed.Help() {
		out = append(out, Action{Group: groupText, Keys: []string{strings.Split(k.Keys, " / ")[0]}, Name: k.Desc, Help: k.Keys, Run: func() tea.Cmd { return nil }})
	}
	return out
}
