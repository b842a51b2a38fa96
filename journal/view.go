package journal

import "time"

// The types here are what lists and pages show: a thing together with the few facts from its
// neighbours that are always read with it.

// RelationshipSummary is a relationship as lists show it.
type RelationshipSummary struct {
	Relationship
	SuggestedInUID string // the uid of SuggestedIn, "" for none
	PersonUID      string
	PersonName     string
	LastSession    time.Time // zero where there was none yet
	Sessions       int       // how many conversations are kept; 0 where it was not asked for
	OpenMine       int
	OpenTheirs     int
}

// PersonSummary is a person with every relationship they are part of, open ones first.
type PersonSummary struct {
	Person
	Relationships []RelationshipSummary
}

// ActionView is an action with the names around it.
type ActionView struct {
	Action
	PersonName string // "" where it concerns nobody
	SessionUID string // "" where it came from no conversation
	SessionAt  time.Time
}

// TopicView is a topic with the uid of the conversation it was raised in, if any.
type TopicView struct {
	Topic
	RaisedInUID string
}

// SessionView is a conversation with its person and what lifted from its note.
type SessionView struct {
	Session
	PersonID   int64
	PersonName string
	Shifts     []string
	Exchanges  []Exchange // filled where one conversation or a page of them is asked for
	Actions    []Action
	CheckIn    CheckIn
}

// DraftView is a draft with the name it is offered under.
type DraftView struct {
	Draft
	// Name is the person's name, known or as typed. For an answer it is that of whom it is about, ""
	// for nobody; who was deleted is nobody, and PersonID is 0 then.
	Name string

	// SessionGone is set for an edit of a conversation that was deleted. Its words can be kept as a
	// new one: RelationshipID then has the relationship the deleted one was part of. SessionID stays
	// what it was.
	//
	// With it or without, where the relationship was deleted too, RelationshipID is 0, and
	// PersonName and Role say with whom and in which role it would begin again.
	SessionGone bool

	// ReflectionGone is set for an edit of an answer that was deleted. Its words can be kept as a new
	// one, with ReflectionID 0; until then ReflectionID stays what it was.
	ReflectionGone bool

	// ReviewGone is the same of a review: its words can be kept as one that is held unplanned, with
	// ReviewID 0.
	ReviewGone bool
}

// Today is what the home page shows. Every list is cut to what a page can hold.
type Today struct {
	Empty      bool                  // nothing at all was written yet
	Drafts     []DraftView           // newest first
	MoreDrafts int                   // how many drafts there are beyond Drafts
	FollowUp   []ActionView          // open: overdue first, then by due date, undated last, oldest first
	More       int                   // how many open actions there are beyond FollowUp
	Coming     []RelationshipSummary // with a next conversation on or after today, soonest first; then the others of which Comings may say something
	People     []RelationshipSummary // open relationships, last talked to first
	MorePeople int
}

// Preparation is the page read right before a conversation.
type Preparation struct {
	Relationship RelationshipSummary
	Mine, Theirs []ActionView // open, as in Today.FollowUp
	Topics       []TopicView  // waiting ones, oldest first
	Last         *SessionView // nil where there was none yet
}

// NameMatch is a person whose name fits what was typed.
type NameMatch struct {
	ID   int64
	UID  string
	Name string
}
