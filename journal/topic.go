package journal

import "time"

// TopicState is what became of something to raise.
type TopicState string

const (
	TopicWaiting TopicState = "waiting"
	TopicRaised  TopicState = "raised"
	TopicDropped TopicState = "dropped"
)

// Topic is something to raise next time, perhaps hard to ask. Source: "Mentoring: what is it, how
// it works", on questions that find no place elsewhere.
type Topic struct {
	ID             int64
	UID            string
	RelationshipID int64
	Text           string
	Hard           bool
	State          TopicState
	RaisedIn       int64  // the session it was raised in, 0 for none
	SessionID      int64  // the conversation it came from, 0 for none
	ReflectionID   int64  // the reflection it came from, 0 for none
	ReviewID       int64  // the review it came from, 0 for none
	Source         string // the line of those words it lifted from, "" for by hand
	CreatedAt      time.Time
}

// Validate checks the rules of a topic: a text, and a known state.
func (t Topic) Validate() error {
	if Blank(t.Text) {
		return Errorf(CodeInvalid, "A topic needs a few words.")
	}
	switch t.State {
	case TopicWaiting, TopicRaised, TopicDropped:
		return nil
	}
	return Errorf(CodeInvalid, "%q is not a state of a topic.", t.State)
}
