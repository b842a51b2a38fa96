package journal

import (
	"fmt"
	"time"
)

// TrashDays is how many days what was deleted is offered to be brought back. It is still in the
// journal after that, until it is purged.
const TrashDays = 30

// TrashKind says what was deleted, as it is called.
type TrashKind string

const (
	TrashPerson       TrashKind = "person"
	TrashRelationship TrashKind = "relationship"
	TrashSession      TrashKind = "conversation"
	TrashAnswer       TrashKind = "answer"
	TrashAction       TrashKind = "action"
	TrashTopic        TrashKind = "topic"
	TrashGoal         TrashKind = "goal"
	TrashGoalNote     TrashKind = "progress note"
	TrashReview       TrashKind = "review"
	TrashAgreement    TrashKind = "agreement"
	TrashMatch        TrashKind = "match"
	TrashQuestion     TrashKind = "question"
	TrashSet          TrashKind = "set"
	TrashAdvice       TrashKind = "note on advice"
	TrashDraft        TrashKind = "draft"
	TrashExchange     TrashKind = "given or received"
	TrashShift        TrashKind = "shift"
	TrashCheckIn      TrashKind = "check-in"
	TrashEnding       TrashKind = "ending"
	TrashUndone       TrashKind = "undone" // a step that was undone, with the words it had
)

// Trashed is one thing that was deleted and can be brought back, or a step that was undone.
type Trashed struct {
	StepID int64 // the step that deleted it, or that was undone
	Kind   TrashKind
	Name   string // the person it is about, "" for nobody
	Text   string // its first words, on one line; "" where it has none
	On     Date   // the day it is of, zero where it has none
	At     time.Time
	With   []TrashCount // what goes with it

	// Of a step that was undone. It is not brought back from the trash: what was undone last is done
	// again first, and nothing is once something else was done.
	Undone StepKind // what it did
	Again  bool     // it can still be done again
}

// TrashWaiting is how many drafts that nobody kept go with a purge, and when the last one was typed in.
type TrashWaiting struct {
	N    int
	Last time.Time
}

// TrashCount is how many things of a kind there are.
type TrashCount struct {
	Kind TrashKind
	N    int
}

// String is "3 conversations".
func (c TrashCount) String() string {
	switch {
	case c.Kind == TrashExchange && c.N == 1:
		return "1 thing given or received"
	case c.Kind == TrashExchange:
		return fmt.Sprintf("%d things given or received", c.N)
	case c.Kind == TrashUndone && c.N == 1:
		return "1 step undone"
	case c.Kind == TrashUndone:
		return fmt.Sprintf("%d steps undone", c.N)
	case c.N == 1:
		return "1 " + string(c.Kind)
	case c.Kind == TrashPerson:
		return fmt.Sprintf("%d people", c.N)
	case c.Kind == TrashMatch:
		return fmt.Sprintf("%d matches", c.N)
	case c.Kind == TrashAdvice:
		return fmt.Sprintf("%d notes on advice", c.N)
	}
	return fmt.Sprintf("%d %ss", c.N, c.Kind)
}
