package journal

import "time"

// Direction is which way something went in a conversation.
type Direction string

const (
	Gave Direction = "gave"
	Got  Direction = "got"
)

// Exchange is one line given or received in a conversation. Source: "Mentoring: what is it, how
// it works", where two people exchange insight, information and understanding.
type Exchange struct {
	ID        int64
	UID       string
	SessionID int64 // 0 where it came from a reflection or a review
	Direction Direction
	Text      string
	Source    string // the line of the note it lifted from
	CreatedAt time.Time
}

// Shift is one line on what changed in a perspective, in knowledge or in understanding.
// Source: "An introduction to mentoring".
type Shift struct {
	ID        int64
	UID       string
	SessionID int64 // 0 where it came from a reflection or a review
	Text      string
	Source    string // the line of the note it lifted from
	CreatedAt time.Time
}
