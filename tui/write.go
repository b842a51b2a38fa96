package tui

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/editor"
)

// WriteStart says what is written: a new note within a relationship or with somebody new, an
// edit of a kept one, or a draft taken up again.
type WriteStart struct {
	DraftID        int64
	SessionID      int64 // edit the note of this conversation
	RelationshipID int64
	Name           string // somebody new, with Role
	Role           journal.Role
	At             time.Time // zero for now
	Minutes        int
	Medium         journal.Medium
}

// measure is how wide the words run, in cells: what an eye follows without losing the line.
const measure = 72

// WriteScreen is the page a note is written on.
type WriteScreen struct {
	env   *Env
	ed    *editor.Editor
	draft journal.Draft
	base  string // the text as it was kept, when an old note is edited
	ready bool   // the words to go on from are there
	seq   int

	details bool            // what is around the words was changed
	ticked  bool            // topics were marked as raised, or not any more
	lent    *editor.Handoff // the words, while another editor has them

	rel    journal.RelationshipSummary
	topics []journal.TopicView
	lifts  lifts
	saver  saver
}

// writeContext is what is read for the page: beside the words, all that helps to write them.
type writeContext struct {
	draft  *journal.Draft
	note   *journal.SessionView
	rel    *journal.RelationshipSummary
	topics []journal.TopicView
	orphan bool // the draft was of a conversation that is deleted
	again  bool // there was a draft of this edit
}

// topicsBeside is how many waiting topics are read to stand beside the words.
const topicsBeside = 30

// NewWrite makes the page.
func NewWrite(env *Env, s WriteStart) *WriteScreen {
	at := s.At
	if at.IsZero() {
		at = env.Now()
	}
	return &WriteScreen{
		env:   env,
		ed:    editor.New(editor.Options{Measure: measure, Now: env.Now}),
		ready: s.DraftID == 0 && s.SessionID == 0,
		draft: journal.Draft{
			ID: s.DraftID, UID: store.NewUID(), SessionID: s.SessionID, RelationshipID: s.RelationshipID,
			PersonName: s.Name, Role: s.Role, At: at, Minutes: s.Minutes, Medium: s.Medium,
		},
	}
}

// ID is the page's name for answers.
func (s *WriteScreen) ID() string { return "write:" + s.draft.UID }

// Init reads what the page needs; the words themselves only once.
func (s *WriteScreen) Init() tea.Cmd {
	s.seq++
	first, d := !s.ready, s.draft
	return load(s.env, s.ID(), s.seq, func(ctx context.Context) (writeContext, error) {
		return readForWriting(ctx, s.env.Store, d, first)
	})
}

func readForWriting(ctx context.Context, st *store.Store, d journal.Draft, words bool) (writeContext, error) {
	var c writeContext
	if words && d.ID != 0 {
		kept, err := st.Draft(ctx, d.ID)
		if err != nil {
			return c, err
		}
		c.draft, d = &kept.Draft, kept.Draft
	}
	if words && d.ID == 0 && d.SessionID != 0 { // an edit that was begun and not kept goes on
		waiting, err := st.Drafts(ctx, todayDrafts)
		if err != nil {
			return c, err
		}
		for _, w := range waiting {
			if w.SessionID == d.SessionID {
				c.draft, c.again = &w.Draft, true
				break
			}
		}
	}
	if d.SessionID != 0 {
		note, err := st.Session(ctx, d.SessionID)
		switch {
		case err == nil:
			c.note, d.RelationshipID = &note, note.RelationshipID
		case c.draft != nil && journal.ErrorCode(err) == journal.CodeNotFound: // deleted since: the words go on as a new note
			c.draft.SessionID, c.draft.BaseRev, c.orphan = 0, 0, true
		default:
			return c, err
		}
	}
	if d.RelationshipID == 0 {
		return c, nil
	}
	rel, err := st.Relationship(ctx, d.RelationshipID)
	if err != nil {
		return c, err
	}
	c.rel = &rel
	c.topics, _, err = st.Topics(ctx, store.TopicQuery{RelationshipID: rel.ID, Limit: topicsBeside})
	return c, err
}

// Update takes in answers, and keys of the text.
func (s *WriteScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loaded[writeContext]:
		return s.take(msg)
	case draftDue, draftSaved, handoffReady, handoffRead, noteKept:
		return s.progress(msg)
	case detailsMsg:
		s.draft.At, s.draft.Minutes, s.draft.Medium, s.draft.Role = msg.at, msg.minutes, msg.medium, msg.role
		s.details = true
		s.lifts.context(s.liftContext())
		return s.touched()
	case leaveMsg:
		return s.left(msg)
	case raisedMsg:
		s.draft.Raised, s.ticked = msg.topics, true
		return s.touched()
	}
	if !s.ready || s.saver.keeping || s.saver.leaving {
		return nil
	}
	before := s.ed.Version()
	cmd := s.ed.Update(msg)
	if s.ed.Version() != before {
		s.lifts.update(s.ed)
		return tea.Batch(cmd, s.touched())
	}
	return cmd
}

// take puts what was read in its place.
func (s *WriteScreen) take(msg loaded[writeContext]) tea.Cmd {
	if msg.seq != s.seq {
		return nil
	}
	if msg.err != nil {
		if s.ready { // the words are here; what stands beside them is not worth losing them for
			return send(failed(msg.err))
		}
		return inOrder(popPage(s), send(failed(msg.err)))
	}
	c := msg.value
	if c.rel != nil {
		s.rel, s.draft.RelationshipID = *c.rel, c.rel.ID
		if s.draft.Role == "" {
			s.draft.Role = c.rel.Role
		}
	}
	s.topics = c.topics
	if !s.ready {
		s.begin(c)
	}
	s.lifts.context(s.liftContext())
	switch {
	case c.orphan:
		return say("The conversation these words were about was deleted; kept, they become a new one.")
	case c.again:
		return say("These are the words you had not kept yet.")
	case s.env.Store.ReadOnly():
		return send(sayMsg{text: "The journal can only be read, so nothing written here can be kept in it.", bad: true})
	}
	return nil
}

// begin lays the words of a draft or of a kept note into the editor.
func (s *WriteScreen) begin(c writeContext) {
	id := s.draft.UID // the page keeps its own name
	if c.note != nil {
		s.base = c.note.Note
		if c.draft == nil {
			s.draft.BaseRev, s.draft.Role, s.draft.At = c.note.Rev, c.note.Role, c.note.At
			s.draft.Minutes, s.draft.Medium = c.note.Minutes, c.note.Medium
			s.ed.SetText(c.note.Note, len(c.note.Note))
		}
	}
	if c.draft != nil {
		s.draft = *c.draft
		s.ed.SetText(c.draft.Text, c.draft.Cursor)
		s.saver.fromTyped = c.draft.Typed
		s.saver.uid, s.saver.from, s.saver.stored = c.draft.UID, c.draft.Writer, true
		s.details, s.ticked = c.draft.Details, len(c.draft.Raised) > 0
		if c.note != nil && !s.details { // they may have been changed in another place since
			s.draft.At, s.draft.Minutes, s.draft.Medium, s.draft.Role = c.note.At, c.note.Minutes, c.note.Medium, c.note.Role
		}
	}
	s.draft.UID = id
	s.saver.saved = s.ed.Version()
	s.ready = true
	s.lifts.update(s.ed)
}

// Claims reports whether the text takes a key: most of them.
func (s *WriteScreen) Claims(k tea.KeyPressMsg) bool { return s.ed.Handles(k) }

// name is who the note is about.
func (s *WriteScreen) name() string {
	if s.rel.PersonName != "" {
		return s.rel.PersonName
	}
	return s.draft.PersonName
}

func (s *WriteScreen) liftContext() journal.LiftContext {
	return journal.LiftContext{On: journal.DateOf(s.draft.At), Person: s.name()}
}

// raised reports whether a topic was marked as raised in this conversation.
func (s *WriteScreen) raised(id int64) bool { return slices.Contains(s.draft.Raised, id) }

// blank reports whether there is nothing worth keeping.
func (s *WriteScreen) blank() bool { return s.ed.Words() == 0 && journal.Blank(s.ed.Text()) }

// Words is the text as it stands.
func (s *WriteScreen) Words() string { return s.ed.Text() }

// Resume takes letters again although a keep or a leave was never answered.
func (s *WriteScreen) Resume() { s.saver.keeping, s.saver.leaving = false, false }
