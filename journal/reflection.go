package journal

import "time"

// Reflection is an answer to a question, or free words, written alone.
type Reflection struct {
	ID        int64
	UID       string
	PersonID  int64  // 0 where it is about nobody
	Question  string // the exact wording it was asked in, "" for free words
	Text      string
	At        time.Time
	Seconds   int // how long was spent on it, 0 where unsaid
	CreatedAt time.Time
}

// Validate checks the rules of a reflection: words and a time.
func (r Reflection) Validate() error {
	if r.At.IsZero() {
		return Errorf(CodeInvalid, "A reflection needs a time.")
	}
	return ValidateNote(r.Text)
}
