package journal

import "slices"

// Match is why two people came together. Sources: "Mentoring: what is it, how it works" on careful
// matching; "What is mentoring?" (The Open University) on common ground.
type Match struct {
	RelationshipID int64
	Why            string  // why this person
	Common         string  // the ground we share
	Watch          string  // what to keep an eye on
	Checks         []Check // answered lines of the checklist, in its order
}

// IsZero reports whether nothing is said.
func (m Match) IsZero() bool {
	return m.Why == "" && m.Common == "" && m.Watch == "" && len(m.Checks) == 0
}

// CheckAnswer is the answer to a line of the choosing checklist.
type CheckAnswer string

const (
	CheckYes     CheckAnswer = "yes"
	CheckNo      CheckAnswer = "no"
	CheckNotSure CheckAnswer = "not sure"
)

// CheckAnswers are all answers.
func CheckAnswers() []CheckAnswer { return []CheckAnswer{CheckYes, CheckNo, CheckNotSure} }

// Check is one answered line of the choosing checklist.
type Check struct {
	Line   string // which line, by CheckLine.ID
	Answer CheckAnswer
	Word   string // a word on it, perhaps ""
}

// CheckLine is a line of the choosing checklist.
type CheckLine struct {
	ID     string
	Text   string // a statement that can be answered with yes, no or not sure
	Source Source
}

// Checklist is what to look at before asking somebody to be a mentor or, as mentor, before offering
// oneself. Where it goes both ways it is that of asking. The lines of both have the same ids.
func Checklist(r Role) []CheckLine {
	if r == RoleMentor {
		return []CheckLine{
			{"respect", "I like how they go about things.", SourceMFA},
			{"nothing-to-gain", "I gain nothing if they fail.", SourceMFA},
			{"time", "I have the time, even if it is little.", SourceMFA},
			{"no-say", "I have no say over their work or their pay.", SourceOU},
			{"no-rivalry", "We will never want the same place.", SourceMFA},
			{"ahead", "I know the way they want to go: a step ahead, or far.", SourceWIM},
		}
	}
	return []CheckLine{
		{"respect", "I respect them, and would take a hard word from them.", SourceMFA},
		{"nothing-to-gain", "They gain nothing if I fail.", SourceMFA},
		{"time", "They would make time, even if it is little.", SourceMFA},
		{"no-say", "They have no say over my work or my pay.", SourceOU},
		{"no-rivalry", "We will never want the same place.", SourceMFA},
		{"ahead", "They know the way I want to go: a step ahead, or far.", SourceWIM},
	}
}

// Validate checks that every line and answer is a known one, each line once.
func (m Match) Validate() error {
	seen := map[string]bool{}
	for _, c := range m.Checks {
		if !slices.ContainsFunc(Checklist(RoleMentee), func(l CheckLine) bool { return l.ID == c.Line }) || seen[c.Line] {
			return Errorf(CodeInvalid, "%q is not a line of the checklist, or it is there twice.", c.Line)
		}
		if !slices.Contains(CheckAnswers(), c.Answer) {
			return Errorf(CodeInvalid, "A line of the checklist is answered with yes, no or not sure.")
		}
		seen[c.Line] = true
	}
	return nil
}
