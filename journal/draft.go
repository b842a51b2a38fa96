package journal

import "time"

// DraftKind is what a draft becomes when it is kept.
type DraftKind string

const (
	DraftNote   DraftKind = ""
	DraftAnswer DraftKind = "answer"
	DraftReview DraftKind = "review"
)

// Draft is what is being typed and not yet kept. It is in the file moments after the last key,
// and is offered again until it is kept or set aside.
type Draft struct {
	ID             int64
	UID            string // given by whoever types, so that every save of one draft finds the same row
	SessionID      int64  // the session whose note is being edited, 0 for a new note
	BaseRev        int64  // the revision of that note the edit started from
	RelationshipID int64  // 0 where the person is new
	PersonName     string // the name as typed, where the person is new
	Role           Role
	At             time.Time // when the conversation was
	Minutes        int
	Medium         Medium
	Details        bool // At, Minutes, Medium, Role or CheckIn were changed by hand while writing
	Text           string
	Cursor         int      // byte offset in Text
	Raised         []int64  // topics marked as raised while writing
	CheckIn        CheckIn  // as far as it was filled in
	Was            *Details // of an edit: what was around the words when it began; nil where that is not known

	// An answer written alone has the following, and no relationship. Role, Minutes, Medium and
	// Raised mean nothing to it; SessionID is 0.
	Kind         DraftKind
	ReflectionID int64 // the reflection being edited, 0 for a new one; BaseRev is then its revision
	PersonID     int64 // whom it is about, 0 for nobody
	Asked        Asked // the question as it was put
	Seconds      int   // spent on it so far

	// A review has the following. Was is nil while the one it is of is only planned.
	ReviewID int64     // the one that is planned or edited, 0 for one that is held unplanned
	Decided  *Decision // what had been decided when this was begun, nil where that is not known; not kept
	Next     *Date     // the day of the next review, zero for none, nil to leave it as it is; not kept

	Writer    string    // who types: a uid, new each time a draft is taken up
	Typed     int64     // grows with every change by one writer; what is older never lands on what is newer
	From      string    // the writer whose words these go on from, "" for none; not kept
	FromTyped int64     // Typed of the words these go on from, 0 where it is not known; not kept
	UpdatedAt time.Time // when it was typed
}
