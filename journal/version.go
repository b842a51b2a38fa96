package journal

import (
	"slices"
	"strings"
)

// TextKind is one of the texts a person writes whose every saved version is kept.
type TextKind string

const (
	TextNote            TextKind = "note" // of a conversation
	TextPrivate         TextKind = "note apart"
	TextAnswer          TextKind = "answer"
	TextReview          TextKind = "review"
	TextGoal            TextKind = "goal"
	TextGoalTag         TextKind = "what it is about" // the focus, need or skill of a goal
	TextGoalNote        TextKind = "progress note"
	TextTopic           TextKind = "topic"
	TextAction          TextKind = "action"
	TextOutcome         TextKind = "how it went" // of an action
	TextExpectMine      TextKind = "what I expect"
	TextExpectTheirs    TextKind = "what they expect"
	TextConfidence      TextKind = "what stays between us"
	TextBoundaries      TextKind = "where the limits are"
	TextFeedback        TextKind = "how we tell each other"
	TextOften           TextKind = "how often and how long"
	TextAgreementEnding TextKind = "how it may end"
	TextWhy             TextKind = "why this person"
	TextCommon          TextKind = "what you share"
	TextWatch           TextKind = "what to watch"
	TextPurpose         TextKind = "purpose" // of a relationship
	TextAskedHow        TextKind = "how you asked"
	TextThanks          TextKind = "thanks"
	TextPastThanks      TextKind = "thanks of before" // of an ending after which it began again
	TextSetting         TextKind = "setting"
	TextFocus           TextKind = "focus" // the tags of a relationship, with commas between them
	TextPersonNotes     TextKind = "notes"
	TextHowKnown        TextKind = "how you know each other"
	TextCommonGround    TextKind = "common ground"
	TextCoreValues      TextKind = "core values"
	TextContact         TextKind = "where to find them"
	TextName            TextKind = "name"
	TextAdvice          TextKind = "what became of it"
	TextQuestion        TextKind = "question" // of the person's own
	TextSetTitle        TextKind = "title"    // of a set of questions of the person's own
	TextSetAbout        TextKind = "what it says of itself"
)

// TextOf is one text of one thing: of an agreement a part of one version, of a match that of a
// relationship.
type TextOf struct {
	Kind TextKind
	ID   int64  // 0 where the thing is known by its UID, as a question is and a match
	UID  string // a match has that of its relationship
}

// Texts are several kinds of text of one thing.
func Texts(id int64, kinds ...TextKind) []TextOf {
	out := make([]TextOf, len(kinds))
	for i, k := range kinds {
		out[i] = TextOf{Kind: k, ID: id}
	}
	return out
}

// TextsUID are several kinds of text of a thing that is known by its uid.
func TextsUID(uid string, kinds ...TextKind) []TextOf {
	out := make([]TextOf, len(kinds))
	for i, k := range kinds {
		out[i] = TextOf{Kind: k, UID: uid}
	}
	return out
}

// The texts that several pages show together.

// SessionTexts are the texts of a conversation.
func SessionTexts() []TextKind { return []TextKind{TextNote, TextPrivate} }

// ActionTexts are the texts of an action.
func ActionTexts() []TextKind { return []TextKind{TextAction, TextOutcome} }

// AgreementTexts are the parts of an agreement.
func AgreementTexts() []TextKind {
	return []TextKind{TextExpectMine, TextExpectTheirs, TextConfidence, TextBoundaries, TextFeedback, TextOften, TextAgreementEnding}
}

// GoalTexts are the texts of a goal.
func GoalTexts() []TextKind { return []TextKind{TextGoal, TextGoalTag} }

// TextCheck is the word on a line of the choosing checklist, which is known by its id.
func TextCheck(line string) TextKind {
	return TextKind("word on " + strings.ReplaceAll(line, "-", " "))
}

// CheckLine is the id of the line of the choosing checklist that k is the word on, "" for other kinds.
func (k TextKind) CheckLine() string {
	for _, l := range Checklist(RoleMentee) {
		if TextCheck(l.ID) == k {
			return l.ID
		}
	}
	return ""
}

// MatchTexts are the words on why two people came together, and those on the lines of the checklist.
func MatchTexts() []TextKind {
	all := []TextKind{TextWhy, TextCommon, TextWatch}
	for _, l := range Checklist(RoleMentee) {
		all = append(all, TextCheck(l.ID))
	}
	return all
}

// RelationshipTexts are the texts a relationship has of its own.
func RelationshipTexts() []TextKind {
	return []TextKind{TextPurpose, TextAskedHow, TextThanks, TextSetting, TextFocus}
}

// PersonTexts are what is noted of a person.
func PersonTexts() []TextKind {
	return []TextKind{TextPersonNotes, TextHowKnown, TextCommonGround, TextCoreValues, TextContact, TextName}
}

// TextKinds are all kinds of text.
func TextKinds() []TextKind {
	return slices.Concat(SessionTexts(), ActionTexts(), AgreementTexts(), MatchTexts(), RelationshipTexts(), PersonTexts(), GoalTexts(),
		[]TextKind{TextAnswer, TextReview, TextGoalNote, TextTopic, TextPastThanks, TextAdvice, TextQuestion, TextSetTitle, TextSetAbout})
}
