package journal

import "time"

// Reflection is an answer to a question, or free words, written alone.
type Reflection struct {
	ID        int64
	UID       string
	PersonID  int64 // 0 where it is about nobody
	Asked           // the question as it was put; zero for free words
	Text      string
	At        time.Time
	Seconds   int   // how long was spent on it, 0 where unsaid
	Rev       int64 // grows with every saved change of the words
	CreatedAt time.Time
	UpdatedAt time.Time
}

// Validate checks the rules of a reflection: words and a time.
func (r Reflection) Validate() error {
	if r.At.IsZero() {
		return Errorf(CodeInvalid, "A reflection needs a time.")
	}
	return ValidateNote(r.Text)
}

// ReflectionView is a reflection with its person and what lifted from it.
type ReflectionView struct {
	Reflection
	PersonUID  string // "" where it is about nobody
	PersonName string
	Actions    []Action
	Exchanges  []Exchange
	Shifts     []string
	Topics     []Topic
}

// KeptAnswer is what keeping an answer made of it.
type KeptAnswer struct {
	Reflection ReflectionView
	Came
}
