package tui

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
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
	Heading        string // a question to begin with, "" for none
}

// WriteScreen is the page a note is written on.
type WriteScreen struct {
	pen
	seq int

	rel       journal.RelationshipSummary
	topics    []journal.TopicView
	questions journal.Questions
	asks      []journal.Offered // those that fit, for after a conversation first
}

// writeContext is what is read for the page: beside the words, all that helps to write them.
type writeContext struct {
	draft  *journal.Draft
	note   *journal.SessionView
	rel    *journal.RelationshipSummary
	topics []journal.TopicView
	orphan bool // the draft was of a conversation that is deleted
	again  bool // there was a draft of this edit

	questions journal.Questions
}

// topicsRead is how many waiting topics are read to stand beside the words.
const topicsRead = 30

// NewWrite makes the page.
func NewWrite(env *Env, s WriteStart) *WriteScreen {
	env.Veil = env.Veil.With(s.Name) // the journal may not have it yet
	d := journal.Draft{
		ID: s.DraftID, SessionID: s.SessionID, RelationshipID: s.RelationshipID,
		PersonName: s.Name, Role: s.Role, At: s.At, Minutes: s.Minutes, Medium: s.Medium,
	}
	w := &WriteScreen{pen: newPen(env, "write", d, s.DraftID == 0 && s.SessionID == 0)}
	if s.Heading != "" && w.ready {
		w.ed.InsertBlock(heading(s.Heading))
		w.begun()
	}
	return w
}

// Init reads what the page needs; the words themselves only once.
func (s *WriteScreen) Init() tea.Cmd {
	s.seq++
	first, d := !s.ready, s.draft
	return s.stands(load(s.env, s.ID(), s.seq, func(ctx context.Context) (writeContext, error) {
		return readForWriting(ctx, s.env.Store, d, first)
	}))
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
	var err error
	if c.questions, err = st.Questions(ctx); err != nil || d.RelationshipID == 0 {
		return c, err
	}
	rel, err := st.Relationship(ctx, d.RelationshipID)
	if err != nil {
		return c, err
	}
	c.rel = &rel
	c.topics, _, err = st.Topics(ctx, store.TopicQuery{RelationshipID: rel.ID, Limit: topicsRead})
	return c, err
}

// Update takes in answers, and keys of the text.
func (s *WriteScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loaded[writeContext]:
		return s.read(msg)
	case wordsKept:
		said, cmd := s.wasKept(msg)
		if said == "" {
			return cmd
		}
		return inOrder(s.close(), send(changedMsg{say: said}))
	case checkedInMsg:
		s.draft.At, s.draft.Minutes, s.draft.Medium, s.draft.Role, s.draft.CheckIn = msg.at, msg.minutes, msg.medium, msg.role, msg.said
		s.details = true
		s.fitAsks()
		s.lifts.context(s.liftContext())
		return s.touched()
	case raisedMsg:
		s.draft.Raised, s.ticked = msg.topics, true
		return s.touched()
	case headingMsg:
		return s.insert(heading(msg.text))
	case looseMsg:
		return s.loose()
	case whomMsg:
		s.draft.RelationshipID, s.draft.PersonName, s.draft.Role = msg.RelationshipID, msg.Name, msg.Role
		return s.keep()
	}
	if cmd, ok := s.progress(msg); ok {
		return cmd
	}
	return s.typed(msg)
}

// read puts what was read in its place.
func (s *WriteScreen) read(msg loaded[writeContext]) tea.Cmd {
	if msg.seq != s.seq {
		return nil
	}
	if msg.err != nil {
		return s.unreadable(msg.err)
	}
	c := msg.value
	if c.rel != nil {
		s.rel, s.draft.RelationshipID = *c.rel, c.rel.ID
		if s.draft.Role == "" {
			s.draft.Role = c.rel.Role
		}
	}
	s.topics, s.questions = c.topics, c.questions
	if s.ready {
		s.around(c.note)
	} else {
		s.begin(c)
	}
	s.fitAsks()
	s.lifts.context(s.liftContext())
	switch {
	case c.orphan:
		return say("The conversation these words were about was deleted; kept, they become a new one.")
	case c.again:
		return say("These are the words you had not kept yet.")
	case s.env.Store.ReadOnly():
		return send(sayMsg{text: "The journal can only be read, so nothing written here can be kept in it; " + s.env.textKey("file", "ctrl+f") + " puts the words into a file.", bad: true})
	}
	return nil
}

// begin lays the words of a draft or of a kept note into the editor.
func (s *WriteScreen) begin(c writeContext) {
	kept := ""
	if c.note != nil {
		kept = c.note.Note
	}
	s.take(kept, c.draft)
	if c.note != nil && c.draft == nil {
		s.draft.BaseRev = c.note.Rev
	}
	s.around(c.note)
}

// around takes what is around the words from the note as the journal has it, until somebody changes
// it here: it may have been changed in another place since.
func (s *WriteScreen) around(note *journal.SessionView) {
	if note == nil || s.details {
		return
	}
	d := note.Details()
	s.draft.At, s.draft.Role, s.draft.Minutes, s.draft.Medium, s.draft.CheckIn = d.At, d.Role, d.Minutes, d.Medium, d.CheckIn
	s.draft.Was = &d
}

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
