package journal

import (
	"time"
	"unicode/utf8"
)

// Medium is how a conversation was held.
type Medium string

const (
	MediumInPerson Medium = "in person"
	MediumCall     Medium = "call"
	MediumText     Medium = "text"
	MediumMail     Medium = "mail"
)

// Media are all media in the order people are asked for them.
func Media() []Medium { return []Medium{MediumInPerson, MediumCall, MediumText, MediumMail} }

// ParseMedium reads a medium as a person writes it; "" is unsaid. An unknown word is CodeInvalid.
func ParseMedium(s string) (Medium, error) {
	switch Fold(s) {
	case "":
		return "", nil
	case "in person", "in-person", "person":
		return MediumInPerson, nil
	case "call", "phone", "video":
		return MediumCall, nil
	case "text", "chat":
		return MediumText, nil
	case "mail", "email", "e-mail", "letter":
		return MediumMail, nil
	}
	return "", Errorf(CodeInvalid, "%q is not a medium; use in person, call, text or mail.", s)
}

// MaxMinutes is the longest conversation kept, in minutes: a whole day.
const MaxMinutes = 24 * 60

// MaxNote is the longest note kept, in bytes. It is far above a lifetime's longest evening, and
// keeps a mistaken pipe from filling the journal.
const MaxNote = 64 << 20

// Session is one conversation within a relationship.
type Session struct {
	ID             int64
	UID            string
	RelationshipID int64
	At             time.Time // in the zone it was written in
	Minutes        int       // 0 where unsaid
	Medium         Medium    // "" where unsaid
	Role           Role      // the role I took that day
	Note           string    // Markdown, byte for byte as written
	Private        string    // a note apart, never in anything shared
	Rev            int64     // grows with every saved change of the words
	CreatedAt      time.Time
	UpdatedAt      time.Time
}

// Validate checks the rules of a session: a role, words, and sensible minutes.
func (s Session) Validate() error {
	if _, err := ParseRole(string(s.Role)); err != nil {
		return Errorf(CodeInvalid, "A conversation needs the role you took: mentor, mentee or mutual.")
	}
	if s.Minutes < 0 || s.Minutes > MaxMinutes {
		return Errorf(CodeInvalid, "A conversation lasts between 1 and %d minutes.", MaxMinutes)
	}
	if s.At.IsZero() {
		return Errorf(CodeInvalid, "A conversation needs a time.")
	}
	return ValidateNote(s.Note)
}

// ValidateNote checks a text that is about to be kept: something in it, UTF-8, and not above MaxNote.
func ValidateNote(text string) error {
	switch {
	case Blank(text):
		return Errorf(CodeInvalid, "There are no words yet, so nothing was kept.")
	case !utf8.ValidString(text):
		return Errorf(CodeInvalid, "The text is not UTF-8; nothing was kept, and the text itself is untouched.")
	case len(text) > MaxNote:
		return Errorf(CodeInvalid, "The text has %d MB and a note can have %d; nothing was kept, and the text itself is untouched.", len(text)>>20, MaxNote>>20)
	}
	return nil
}
