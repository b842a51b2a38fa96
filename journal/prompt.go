package journal

import (
	"slices"
	"strings"
	"time"
)

// Moment is when a question is for.
type Moment string

const (
	MomentBefore   Moment = "before" // a conversation
	MomentAfter    Moment = "after"  // a conversation
	MomentAlone    Moment = "alone"
	MomentChoosing Moment = "choosing" // a mentor, or somebody to mentor
	MomentReview   Moment = "review"
	MomentEnding   Moment = "ending"
)

// Moments are all moments in the order of a relationship's life.
func Moments() []Moment {
	return []Moment{MomentAlone, MomentChoosing, MomentBefore, MomentAfter, MomentReview, MomentEnding}
}

// ParseMoment reads a moment as a person writes it. An unknown word is CodeInvalid.
func ParseMoment(s string) (Moment, error) {
	if m := Moment(Fold(strings.TrimSpace(s))); slices.Contains(Moments(), m) {
		return m, nil
	}
	return "", Errorf(CodeInvalid, "%q is not a moment; use alone, choosing, before, after, review or ending.", s)
}

// PromptRole is the side of mentoring a question is for.
type PromptRole string

const (
	ForMentor PromptRole = "mentor"
	ForMentee PromptRole = "mentee"
	ForEither PromptRole = "either"
)

// PromptRoles are all of them in the order people are asked for one.
func PromptRoles() []PromptRole { return []PromptRole{ForEither, ForMentor, ForMentee} }

// ParsePromptRole reads one as a person writes it. An unknown word is CodeInvalid.
func ParsePromptRole(s string) (PromptRole, error) {
	if r := PromptRole(Fold(strings.TrimSpace(s))); slices.Contains(PromptRoles(), r) {
		return r, nil
	}
	return "", Errorf(CodeInvalid, "%q is not whom a question is for; use mentor, mentee or either.", s)
}

// Fits reports whether a question may be put to somebody in a role. Where it goes both ways, all may.
func (p PromptRole) Fits(r Role) bool {
	return p == ForEither || r == RoleMutual || string(p) == string(r)
}

// Source is one of the five texts this journal stands on, by its key.
type Source string

const (
	SourceOTO Source = "OTO"
	SourceWIM Source = "WIM"
	SourceINT Source = "INT"
	SourceMFA Source = "MFA"
	SourceOU  Source = "OU"
)

// Title is how the source is cited; what is no key of one is its own title.
func (s Source) Title() string {
	switch s {
	case SourceOTO:
		return "Mentoring: what is it, how it works"
	case SourceWIM:
		return "What is mentoring? (Anthea)"
	case SourceINT:
		return "An introduction to mentoring"
	case SourceMFA:
		return "Mentoring for all"
	case SourceOU:
		return "What is mentoring? (The Open University)"
	}
	return string(s)
}

// MaxPromptText is the longest question kept, in bytes.
const MaxPromptText = 2000

// MaxPromptSeconds is the longest time a question may name, in seconds: an hour.
const MaxPromptSeconds = 3600

// Prompt is one question, exercise or invitation to reflect.
type Prompt struct {
	ID       string // stable: an answer refers to it for good
	SetID    string
	Text     string   // the exact wording, perhaps of several lines
	Sources  []Source // what it is drawn from; none for the person's own
	Role     PromptRole
	Moment   Moment
	Seconds  int    // the time it asks for, 0 for none, at most MaxPromptSeconds
	Language string // of the wording, a BCP 47 tag; "" where unsaid
	Version  int    // of the wording in that language, from 1: it grows when the words change
	Own      bool   // the person's, not built in
	Hidden   bool   // by the person; it is not offered
}

// Validate checks the rules of a prompt: an id, words, and a known role and moment.
func (p Prompt) Validate() error {
	switch {
	case Blank(p.Text):
		return Errorf(CodeInvalid, "A question needs a few words.")
	case len(p.Text) > MaxPromptText:
		return Errorf(CodeInvalid, "A question has room for %d characters; this one is longer.", MaxPromptText)
	case p.Seconds < 0 || p.Seconds > MaxPromptSeconds:
		return Errorf(CodeInvalid, "The time for a question is up to an hour.")
	}
	if _, err := ParsePromptRole(string(p.Role)); err != nil {
		return err
	}
	_, err := ParseMoment(string(p.Moment))
	return err
}

// Asked is this question as it is put to somebody now.
func (p Prompt) Asked() Asked {
	return Asked{PromptID: p.ID, SetID: p.SetID, Question: p.Text, Language: p.Language, Version: p.Version}
}

// Asked is a question as it was put to somebody: the answer keeps it, whatever becomes of the
// question. The zero Asked stands for free words.
type Asked struct {
	PromptID string
	SetID    string
	Question string // the exact wording
	Language string // of that wording, as in Prompt
	Version  int    // of that wording, as in Prompt; 0 where it is not known
}

// PromptSet is questions that belong together, in the order they are asked.
type PromptSet struct {
	ID      string // stable
	Title   string
	About   string // one sentence, perhaps ""
	Prompts []Prompt
	Own     bool
	Hidden  bool
	At      string // the prompt somebody stopped at, "" for the beginning
}

// Visible are the prompts that are not hidden.
func (s PromptSet) Visible() []Prompt {
	return slices.DeleteFunc(slices.Clone(s.Prompts), func(p Prompt) bool { return p.Hidden })
}

// Questions is every set there is, built in and the person's own, in the person's order and with
// what is hidden, and when each was answered.
type Questions struct {
	Sets     []PromptSet
	Answered map[string]Answered // by the prompt's id; one that was never answered is not there
}

// Answered is when a question was answered.
type Answered struct {
	Last   time.Time
	Before time.Time // the last time before today, zero where there was none
}

// Set finds a set by its id.
func (q Questions) Set(id string) (PromptSet, bool) {
	for _, s := range q.Sets {
		if s.ID == id {
			return s, true
		}
	}
	return PromptSet{}, false
}

// Prompt finds a prompt by its id.
func (q Questions) Prompt(id string) (Prompt, bool) {
	for _, s := range q.Sets {
		for _, p := range s.Prompts {
			if p.ID == id {
				return p, true
			}
		}
	}
	return Prompt{}, false
}

// LastAnswered is when any question of a set was answered last, zero for never.
func (q Questions) LastAnswered(s PromptSet) (last time.Time) {
	for _, p := range s.Prompts {
		if at := q.Answered[p.ID].Last; at.After(last) {
			last = at
		}
	}
	return last
}
