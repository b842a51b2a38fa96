package journal

import "time"

// Note is what is handed in to be kept: a new conversation, or an edit of one.
type Note struct {
	SessionID int64 // the session being edited, 0 for a new one
	BaseRev   int64 // with SessionID: the revision the edit started from

	RelationshipID int64  // an existing relationship, or 0:
	PersonName     string // then this person, made where the name is new,
	Role           Role   // the role I took; for a new relationship its role as well

	At      time.Time
	Minutes int
	Medium  Medium
	CheckIn CheckIn
	// SetDetails says for an edit that At, Minutes, Medium, Role and CheckIn are to be set as given,
	// also where Minutes is 0, Medium "" or CheckIn zero: they are then unsaid again. A conversation
	// is never without a time and a role, so a zero At or Role leaves that one as it is. Without
	// SetDetails an edit touches none of the five; a new conversation always has them as given.
	SetDetails bool
	// Was is, for an edit with SetDetails, what was around the words when it began: then only what
	// differs from it is set. nil sets all five.
	Was *Details

	Text     string
	Raised   []int64 // topics that were raised in this conversation
	DraftID  int64   // the draft this was typed as, set aside with the same stroke; 0 for none
	DraftUID string  // the same by its uid, for a draft whose first save may still be on its way
	// The following are Writer, Typed, From and FromTyped of Draft. By them a save still on its way
	// is known to be older, and what somebody else typed in the same draft is known to be theirs.
	DraftWriter    string
	DraftTyped     int64
	DraftFrom      string
	DraftFromTyped int64
}

// Kept is what keeping a note made of it.
type Kept struct {
	Session   SessionView
	NewPerson bool
	Came
}

// Came is what came of words that were kept.
type Came struct {
	Actions   []Action
	Exchanges []Exchange
	Shifts    []Shift
	Topics    []Topic
	Notices   []Notice // what could not be read, what was edited, what stays though its line is gone
}

// Notice is something a person is told about their words.
type Notice struct {
	Line int    // the line of the note it speaks of, counted from 0; -1 where it is about none
	Text string // one sentence
}
