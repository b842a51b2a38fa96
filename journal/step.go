package journal

import (
	"strings"
	"time"
	"unicode/utf8"
)

// Step is one thing a person did, as undo and redo take it: all of it or nothing.
type Step struct {
	ID   int64
	What StepKind
	Name string // the person it concerns, "" for nobody
	Text string // the words it concerns, such as an action's text; "" for none
	At   time.Time
}

// StepKind says what was done.
type StepKind string

const (
	StepNoteKept        StepKind = "note kept"
	StepNoteEdited      StepKind = "note edited"
	StepNoteDeleted     StepKind = "note deleted"
	StepSessionChanged  StepKind = "conversation changed"
	StepPersonAdded     StepKind = "person added"
	StepPersonChanged   StepKind = "person changed"
	StepPersonDeleted   StepKind = "person deleted"
	StepRelationAdded   StepKind = "relationship added"
	StepRelationChanged StepKind = "relationship changed"
	StepActionAdded     StepKind = "action added"
	StepActionEdited    StepKind = "action edited"
	StepActionDone      StepKind = "action done"
	StepActionDropped   StepKind = "action dropped"
	StepActionReopened  StepKind = "action reopened"
	StepActionCarried   StepKind = "action carried over"
	StepActionDeleted   StepKind = "action deleted"
	StepTopicAdded      StepKind = "topic added"
	StepTopicEdited     StepKind = "topic edited"
	StepTopicRaised     StepKind = "topic raised"
	StepTopicDropped    StepKind = "topic dropped"
	StepTopicReopened   StepKind = "topic waiting again"
	StepTopicDeleted    StepKind = "topic deleted"
	StepDraftSetAside   StepKind = "draft set aside"
	StepAnswerKept      StepKind = "answer kept"
	StepAnswerEdited    StepKind = "answer edited"
	StepAnswerDeleted   StepKind = "answer deleted"
	StepPromptAdded     StepKind = "question added"
	StepPromptChanged   StepKind = "question changed"
	StepPromptDeleted   StepKind = "question deleted"
	StepPromptHidden    StepKind = "question hidden"
	StepPromptShown     StepKind = "question brought back"
	StepPromptsOrdered  StepKind = "questions put in another order"
	StepSetAdded        StepKind = "set added"
	StepSetChanged      StepKind = "set changed"
	StepSetDeleted      StepKind = "set deleted"
	StepSetHidden       StepKind = "set hidden"
	StepSetShown        StepKind = "set brought back"
	StepMatchChanged    StepKind = "match changed"
	StepAgreementKept   StepKind = "agreement kept"
	StepAgreementGone   StepKind = "agreement deleted"
	StepGoalAdded       StepKind = "goal added"
	StepGoalChanged     StepKind = "goal changed"
	StepGoalReached     StepKind = "goal reached"
	StepGoalLetGo       StepKind = "goal let go"
	StepGoalReopened    StepKind = "goal open again"
	StepGoalDeleted     StepKind = "goal deleted"
	StepGoalNoted       StepKind = "progress noted"
	StepGoalNoteChanged StepKind = "progress note changed"
	StepGoalNoteDeleted StepKind = "progress note deleted"
	StepReviewPlanned   StepKind = "review planned"
	StepReviewKept      StepKind = "review kept"
	StepReviewEdited    StepKind = "review edited"
	StepReviewDeleted   StepKind = "review deleted"
	StepRelationAsked   StepKind = "asked"
	StepRelationTrial   StepKind = "on trial"
	StepRelationDecline StepKind = "declined"
	StepRelationEnded   StepKind = "relationship ended"
	StepRelationAgain   StepKind = "begun again"
	StepAdviceNoted     StepKind = "advice noted"
	StepAdviceChanged   StepKind = "advice changed"
	StepAdviceDeleted   StepKind = "advice note deleted"
	StepHintNo          StepKind = "told no"
	StepBroughtBack     StepKind = "brought back"
	StepWordsPurged     StepKind = "edit; the words before it are destroyed" // it can be undone but for those
	StepPurged          StepKind = "purged"                                  // what it was of is destroyed; it cannot be undone
)

// String says the step in a few words: "action done: send the panel list (Priya N.)".
func (s Step) String() string {
	out := string(s.What)
	if s.Text != "" {
		out += ": " + s.Text
	}
	if s.Name != "" {
		out += " (" + s.Name + ")"
	}
	return out
}

// Sentence is String with an end: a full stop, but where its last words end a sentence already.
func (s Step) Sentence() string {
	said := strings.TrimSpace(s.String())
	// A question within quotation marks has its mark before them.
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(said, "\"'”’»」』"))
	if strings.ContainsRune(".!?…‥。．｡！？؟۔।‽", last) {
		return said
	}
	return said + "."
}
