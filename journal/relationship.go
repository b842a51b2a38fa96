package journal

import (
	"slices"
	"time"
)

// Kind is which of three ways of mentoring a relationship is. Source: "Mentoring for all".
type Kind string

const (
	KindInstitutional Kind = "institutional" // by an institution, age or experience
	KindTeaching      Kind = "teaching"      // with a twist of teaching
	KindEveryday      Kind = "everyday"
)

// State is where a relationship stands, from being thought about to its end.
// Source: "Mentoring for all" on asking, trials and changing a relationship.
type State string

const (
	StateConsidering State = "considering"
	StateAsked       State = "asked"
	StateTrial       State = "trial"
	StateActive      State = "active"
	StatePaused      State = "paused"
	StateEnded       State = "ended"
	StateDeclined    State = "declined"
)

// States are all states in the order a relationship may go through them.
func States() []State {
	return []State{StateConsidering, StateAsked, StateTrial, StateActive, StatePaused, StateEnded, StateDeclined}
}

// Open reports whether conversations still belong to a relationship in this state.
func (s State) Open() bool { return s != StateEnded && s != StateDeclined }

// Kinds are all kinds.
func Kinds() []Kind { return []Kind{KindEveryday, KindTeaching, KindInstitutional} }

// Formality says whether a relationship has terms on paper. Unsaid is a fine answer.
type Formality string

const (
	FormalUnsaid Formality = ""
	Formal       Formality = "formal"
	Informal     Formality = "informal"
)

// Relationship is mentoring between me and one person, in one direction or both. A person may
// have several: I mentor Ada in Go, she mentors me in public speaking.
type Relationship struct {
	ID          int64
	UID         string
	PersonID    int64
	Role        Role
	Kind        Kind // "" where unsaid
	Setting     string
	Formality   Formality
	State       State
	Purpose     string
	Focus       []string
	From, Until Date
	Rhythm      Rhythm
	NextSession Date

	// The beginning and the end, as far as they are noted. Source: "Mentoring for all".
	AskedOn     Date   // by whichever side asked; a day to come is one it is meant to be done on
	AskedHow    string // in what words, or where
	TrialUntil  Date   // the day it is looked at; it may lie before From, where a period is agreed after it
	SuggestedIn int64  // the relationship that was declined and named this person, 0 for none
	EndedOn     Date
	Thanks      string // written at the end, for oneself or to be sent
	ResumedOn   Date   // the day it went on again after a pause or an ending, zero for never

	CreatedAt time.Time
}

// Validate checks the rules of a relationship: a role, a known state, a period that does not
// end before it begins, a rhythm that can be kept.
func (r Relationship) Validate() error {
	if _, err := ParseRole(string(r.Role)); err != nil {
		return Errorf(CodeInvalid, "A relationship needs a role: mentor, mentee or mutual.")
	}
	switch {
	case !r.From.IsZero() && !r.Until.IsZero() && r.Until.Before(r.From):
		return Errorf(CodeInvalid, "The period ends (%s) before it begins (%s).", r.Until, r.From)
	case r.Kind != "" && !slices.Contains(Kinds(), r.Kind):
		return Errorf(CodeInvalid, "%q is not a kind of mentoring; use everyday, teaching or institutional.", r.Kind)
	case r.Formality != FormalUnsaid && r.Formality != Formal && r.Formality != Informal:
		return Errorf(CodeInvalid, "A relationship is formal, informal, or that is left unsaid.")
	case !slices.Contains(States(), r.State):
		return Errorf(CodeInvalid, "%q is not a state of a relationship.", r.State)
	}
	return r.Rhythm.Validate()
}
