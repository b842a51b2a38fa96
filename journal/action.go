package journal

import "time"

// Owner is whose an action is: whoever does it.
type Owner string

const (
	OwnerMe   Owner = "me"
	OwnerThem Owner = "them"
)

// ParseOwner reads an owner; an unknown word is CodeInvalid.
func ParseOwner(s string) (Owner, error) {
	switch Fold(s) {
	case "me", "mine", "i":
		return OwnerMe, nil
	case "them", "theirs", "they":
		return OwnerThem, nil
	}
	return "", Errorf(CodeInvalid, "%q is not an owner; use me or them.", s)
}

// ActionState is what became of an action.
type ActionState string

const (
	ActionOpen    ActionState = "open"
	ActionDone    ActionState = "done"
	ActionDropped ActionState = "dropped"
)

// Action is something one side said they would do. Source: "Mentoring: what is it, how it works".
type Action struct {
	ID             int64
	UID            string
	PersonID       int64  // 0 where it concerns nobody
	RelationshipID int64  // 0 where it concerns no relationship
	SessionID      int64  // the conversation it came from, 0 for none
	ReflectionID   int64  // the reflection it came from, 0 for none
	ReviewID       int64  // the review it came from, 0 for none
	Source         string // the line of those words it lifted from, "" for by hand
	Text           string
	Owner          Owner
	Due            Date // zero for none
	State          ActionState
	Outcome        string // one line on how it went
	Carried        int    // how often it was carried over
	ClosedAt       time.Time
	CreatedAt      time.Time
}

// Validate checks the rules of an action: a text, an owner and a known state.
func (a Action) Validate() error {
	if Blank(a.Text) {
		return Errorf(CodeInvalid, "An action needs a few words.")
	}
	if a.Owner != OwnerMe && a.Owner != OwnerThem {
		return Errorf(CodeInvalid, "An action belongs to me or to them.")
	}
	switch a.State {
	case ActionOpen, ActionDone, ActionDropped:
		return nil
	}
	return Errorf(CodeInvalid, "%q is not a state of an action.", a.State)
}

// Overdue reports whether an open action was due before the day today.
func (a Action) Overdue(today Date) bool {
	return a.State == ActionOpen && !a.Due.IsZero() && a.Due.Before(today)
}
