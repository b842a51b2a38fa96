package journal

import "slices"

// Insights are the numbers the pictures of a period are drawn from. Lists over time have a part for
// each step of the period since something was first kept, also where nothing happened in it.
type Insights struct {
	Period Period

	TalksBy TimeUnit
	Talks   []TalkStep
	HoursBy TimeUnit // a month, or longer where the period is
	Hours   []HourStep

	Used     []Intervention // all nine, in the order of Interventions
	UsedSaid int            // conversations that say any

	SplitsBy TimeUnit
	Splits   []SplitStep

	Energy []EnergyOf // those with the most conversations that say it first

	CrossedBy TimeUnit
	Crossed   []CrossedStep

	Mine, Theirs Promises

	Focus []FocusRow
	// Focused are the relationships that have a focus, the columns of Focus: those with the most
	// conversations in the period first.
	Focused []FocusPerson
}

// TalkStep is how many conversations there were by the role of the day.
type TalkStep struct {
	Days
	Mentor, Mentee, Mutual int
}

// All is how many there were.
func (t TalkStep) All() int { return t.Mentor + t.Mentee + t.Mutual }

// HourStep is how long conversations were.
type HourStep struct {
	Days
	Minutes int // of those that say it
	Timed   int // how many say it
	Talks   int // how many there were
}

// Intervention is how often one of the nine was noted, by the role of the day: as mentor it is what
// I did, as mentee what was done for me.
type Intervention struct {
	Word                   string
	Mentor, Mentee, Mutual int
}

// All is how often it was noted.
func (i Intervention) All() int { return i.Mentor + i.Mentee + i.Mutual }

// SplitStep is how conversations were shared between listening, asking and advising.
type SplitStep struct {
	Days
	Said  int   // how many say it
	Split Split // added up over them
}

// EnergyOf is the energy after the conversations of one relationship.
type EnergyOf struct {
	RelationshipID  int64
	RelationshipUID string
	PersonName      string
	Role            Role
	Said            int   // how many say it
	Sum             int   // of them all
	Newest          []int // oldest first, at most EnergiesRead
}

// CrossedStep is how much was noted as given and as received.
type CrossedStep struct {
	Days
	Gave, Got int
}

// Promises are what became of what one side said in the period that they would do.
type Promises struct {
	Owner                                    Owner
	Kept, Dropped, Open                      int
	KeptCarried, DroppedCarried, OpenCarried int // of those, the ones carried over at least once
}

// All is how many there are.
func (p Promises) All() int { return p.Kept + p.Dropped + p.Open }

// Carried is how many were carried over at least once, whatever became of them.
func (p Promises) Carried() int { return p.KeptCarried + p.DroppedCarried + p.OpenCarried }

// FocusPerson is a relationship that has a focus.
type FocusPerson struct {
	RelationshipID  int64
	RelationshipUID string
	PersonName      string
	Role            Role
	Talks           int // conversations in the period
	Focus           []string
}

// FocusRow is one focus and the relationships that have it.
type FocusRow struct {
	Focus string
	With  []int // into Insights.Focused
}

// HelpedBy reports whether anybody of the row helps me with it.
func (in Insights) HelpedBy(r FocusRow) bool {
	return slices.ContainsFunc(r.With, func(i int) bool { return in.Focused[i].Role != RoleMentor })
}

// HelpedWith reports whether I help anybody of the row with it.
func (in Insights) HelpedWith(r FocusRow) bool {
	return slices.ContainsFunc(r.With, func(i int) bool { return in.Focused[i].Role != RoleMentee })
}

// FocusRows are the focuses of some relationships: those that most of them have first, and last,
// in their own order, those of Focuses that none of them has.
func FocusRows(people []FocusPerson) []FocusRow {
	var rows []FocusRow
	at := map[string]int{}
	for i, p := range people {
		for _, f := range p.Focus {
			key := Fold(f)
			n, known := at[key]
			if !known {
				n = len(rows)
				at[key], rows = n, append(rows, FocusRow{Focus: f})
			}
			if !slices.Contains(rows[n].With, i) {
				rows[n].With = append(rows[n].With, i)
			}
		}
	}
	slices.SortStableFunc(rows, func(a, b FocusRow) int { return len(b.With) - len(a.With) })
	for _, f := range Focuses() {
		if _, known := at[Fold(f)]; !known {
			rows = append(rows, FocusRow{Focus: f})
		}
	}
	return rows
}

// The least there has to be before a picture is drawn: with fewer it would show chance.
const (
	LeastTalks    = 3
	LeastUsed     = 3
	LeastSplits   = 3
	LeastEnergies = 3 // of one relationship
	LeastCrossed  = 3
	LeastPromises = 3
	LeastTimed    = 3
	LeastFocused  = 1
)

// TalkSum adds up the conversations of all steps.
func (in Insights) TalkSum() (sum TalkStep) {
	for _, t := range in.Talks {
		sum.Mentor, sum.Mentee, sum.Mutual = sum.Mentor+t.Mentor, sum.Mentee+t.Mentee, sum.Mutual+t.Mutual
	}
	sum.Days = in.Period.Days
	return sum
}

// HourSum adds up the hours of all steps.
func (in Insights) HourSum() (sum HourStep) {
	for _, h := range in.Hours {
		sum.Minutes, sum.Timed, sum.Talks = sum.Minutes+h.Minutes, sum.Timed+h.Timed, sum.Talks+h.Talks
	}
	sum.Days = in.Period.Days
	return sum
}

// SplitSum adds up how conversations were shared over all steps.
func (in Insights) SplitSum() (sum SplitStep) {
	for _, s := range in.Splits {
		sum.Said += s.Said
		sum.Split.Listening += s.Split.Listening
		sum.Split.Asking += s.Split.Asking
		sum.Split.Advising += s.Split.Advising
	}
	sum.Days = in.Period.Days
	return sum
}

// CrossedSum adds up what was given and received in all steps.
func (in Insights) CrossedSum() (sum CrossedStep) {
	for _, c := range in.Crossed {
		sum.Gave, sum.Got = sum.Gave+c.Gave, sum.Got+c.Got
	}
	sum.Days = in.Period.Days
	return sum
}

// NeverUsed are those of the nine that no conversation says.
func (in Insights) NeverUsed() (words []string) {
	for _, u := range in.Used {
		if u.All() == 0 {
			words = append(words, u.Word)
		}
	}
	return words
}

// NobodyHelps are those of Focuses with which nobody helps me. What only somebody I help works on is
// theirs, and no gap of mine. With fewer than LeastFocused relationships there is nothing to say.
func (in Insights) NobodyHelps() (words []string) {
	if len(in.Focused) < LeastFocused {
		return nil
	}
	for _, r := range in.Focus {
		if in.NotYet(r) {
			words = append(words, r.Focus)
		}
	}
	return words
}

// NotYet reports whether a row is one of Focuses with which nobody helps me.
func (in Insights) NotYet(r FocusRow) bool {
	usual := func(f string) bool { return Fold(f) == Fold(r.Focus) }
	return !in.HelpedBy(r) && slices.ContainsFunc(Focuses(), usual)
}
