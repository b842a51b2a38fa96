package store

import (
	"time"

	"bothways/journal"
)

// Cursor marks a place in a list. It is opaque: "" is the start of a list when asked for, and its
// end when answered.
type Cursor string

// pageSize is how many rows a page has where the asker does not say.
const pageSize = 50

// TodayLimits says how many rows each list of Today may have. 0 leaves a list out.
type TodayLimits struct{ FollowUp, Coming, People, Drafts int }

// PeopleQuery asks for people by name. Part is any part of a name, "" for everybody.
type PeopleQuery struct {
	Part  string
	After Cursor
	Limit int // 0 is 50
}

// SessionQuery asks for the conversations of a person or of one relationship, newest first. With
// neither, it is about all.
type SessionQuery struct {
	PersonID, RelationshipID int64
	Before                   Cursor
	Limit                    int // 0 is 50
	Preview                  int // above 0: notes are cut to so many characters, and private ones left out
}

// ActionQuery asks for actions: open ones by due date with undated ones last, or closed ones, last
// closed first. The zero value of a field asks for all.
type ActionQuery struct {
	PersonID, RelationshipID int64
	Owner                    journal.Owner
	Closed                   bool
	OverdueOn                journal.Date // only open ones that were due before this day
	After                    Cursor
	Limit                    int // 0 is 50
}

// TopicQuery asks for the topics of a relationship: waiting ones, oldest first, or those raised
// and dropped, newest first.
type TopicQuery struct {
	RelationshipID int64
	Closed         bool
	After          Cursor
	Limit          int // 0 is 50
}

// SessionChange is what can be changed of a conversation besides its note. All of it is set.
type SessionChange struct {
	At      time.Time
	Minutes int
	Medium  journal.Medium
	Role    journal.Role
	Private string
	CheckIn journal.CheckIn
}

// ReflectionQuery asks for reflections, newest first: the answers to one question, those about one
// person, or, with neither, all.
type ReflectionQuery struct {
	PromptID string
	PersonID int64
	Before   Cursor
	Limit    int // 0 is 50
}
