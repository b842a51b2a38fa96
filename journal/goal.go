package journal

import (
	"slices"
	"time"
)

// GoalKind is what a goal is about.
type GoalKind string

const (
	GoalFocus GoalKind = "focus" // of career or of the person, see Focuses
	GoalNeed  GoalKind = "need"  // see Needs
	GoalSkill GoalKind = "skill"
)

// GoalKinds are all kinds.
func GoalKinds() []GoalKind { return []GoalKind{GoalFocus, GoalNeed, GoalSkill} }

// CareerFocuses and PersonFocuses are what mentoring can turn to. Source: "An introduction to mentoring".
func CareerFocuses() []string {
	return []string{"transition", "change", "finding one's way", "politics and conflict", "stretch"}
}

// PersonFocuses are the psychosocial ones.
func PersonFocuses() []string {
	return []string{"identity", "resilience", "confidence", "self-esteem"}
}

// Focuses are all of them, those of career first.
func Focuses() []string { return append(CareerFocuses(), PersonFocuses()...) }

// GoalKindOf is what a goal with this focus, need or skill is about: what it is about now, where that
// has it too.
func GoalKindOf(tag string, now GoalKind) GoalKind {
	has := func(k GoalKind) bool {
		switch k {
		case GoalFocus:
			return slices.Contains(Focuses(), tag)
		case GoalNeed:
			return slices.Contains(Needs(), tag)
		}
		return k == GoalSkill && !slices.Contains(Focuses(), tag) && !slices.Contains(Needs(), tag)
	}
	if tag == "" || has(now) {
		return now
	}
	all := GoalKinds()
	return all[slices.IndexFunc(all, has)]
}

// GoalState is where a goal stands. There is no measure of how far: nobody promised that.
type GoalState string

const (
	GoalOpen    GoalState = "open"
	GoalReached GoalState = "reached"
	GoalLetGo   GoalState = "let go"
)

// Goal is something the two work toward.
type Goal struct {
	ID             int64
	UID            string
	RelationshipID int64
	Text           string
	Kind           GoalKind // "" where unsaid
	Tag            string   // the focus, need or skill, "" where unsaid
	State          GoalState
	ClosedAt       time.Time
	CreatedAt      time.Time
	Notes          []GoalNote // newest first, as far as they were asked for
}

// GoalNote is a dated line on how a goal goes.
type GoalNote struct {
	ID         int64
	UID        string
	GoalID     int64
	On         Date
	Text       string
	SessionID  int64  // the conversation it came from, 0 for by hand
	SessionUID string // the same by its uid
}

// Validate checks the rules of a goal: a few words, a known kind and state.
func (g Goal) Validate() error {
	switch {
	case Blank(g.Text):
		return Errorf(CodeInvalid, "A goal needs a few words.")
	case g.Kind != "" && !slices.Contains(GoalKinds(), g.Kind):
		return Errorf(CodeInvalid, "%q is not what a goal can be about; use focus, need or skill.", g.Kind)
	case g.State != GoalOpen && g.State != GoalReached && g.State != GoalLetGo:
		return Errorf(CodeInvalid, "%q is not a state of a goal; use open, reached or let go.", g.State)
	}
	return nil
}

// Validate checks the rules of a progress note: a few words and a day.
func (n GoalNote) Validate() error {
	switch {
	case Blank(n.Text):
		return Errorf(CodeInvalid, "A note on a goal needs a few words.")
	case n.On.IsZero():
		return Errorf(CodeInvalid, "A note on a goal needs a day.")
	}
	return nil
}
