package journal

import "time"

// ExchangeView is an exchange with its conversation and what became of it.
type ExchangeView struct {
	Exchange
	SessionUID   string // "" where it came from a reflection or a review
	ReflectionID int64  // 0 for none
	ReviewID     int64  // 0 for none
	At           time.Time
	Advice       []Advice // oldest first
}

// Advice is something received that went on: tried, or passed on to somebody else.
type Advice struct {
	ID         int64
	UID        string
	ExchangeID int64
	Text       string // what was received, as it stood when it went on
	FromUID    string // the relationship it came from, "" for an answer that is about nobody
	FromName   string
	Kind       AdviceKind
	Outcome    string // of what was tried: what came of it; of what was passed on: a word on it
	On         Date
	ToID       int64 // the relationship it was passed on in, 0 for one that was tried
	ToUID      string
	ToName     string
	// Returned is that it went to the person it came from, in whichever role: nobody notes it so, but an
	// answer may be about somebody else afterwards.
	Returned bool
}

// AdviceKind is how advice travelled.
type AdviceKind string

const (
	AdviceTried  AdviceKind = "tried"
	AdvicePassed AdviceKind = "passed on"
)

// Validate checks the rules of advice that went on: something received, a known way, and somebody
// it was passed on to where it was.
func (a Advice) Validate() error {
	switch {
	case a.ExchangeID == 0:
		return Errorf(CodeInvalid, "Advice that went on comes from something that was received.")
	case a.Kind != AdviceTried && a.Kind != AdvicePassed:
		return Errorf(CodeInvalid, "%q is not what becomes of advice; use tried or passed on.", a.Kind)
	case a.Kind == AdvicePassed && a.ToID == 0:
		return Errorf(CodeInvalid, "Advice that is passed on needs somebody it went to.")
	case a.Kind == AdviceTried && a.ToID != 0:
		return Errorf(CodeInvalid, "What was tried went to nobody else; note it as passed on for that.")
	case a.On.IsZero():
		return Errorf(CodeInvalid, "Advice that went on needs a day.")
	}
	return nil
}
