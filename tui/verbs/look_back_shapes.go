package verbs

import "bothways/journal"

// The types here are what scripts read of looking back, under the same rules as those in shapes.go.
// What was told in confidence is in none of them.

type lookBackJSON struct {
	From       journal.Date        `json:"from"`
	To         journal.Date        `json:"to"`
	OnThisDay  *thisDayJSON        `json:"on_this_day"` // null where a month or a year was named
	Minutes    *int                `json:"minutes"`     // of the conversations that say how long they were
	Sessions   []memoryJSON        `json:"sessions"`
	Shifts     []pastLineJSON      `json:"shifts"`
	Actions    []pastActionJSON    `json:"actions"` // done and dropped in these days
	Goals      []pastGoalJSON      `json:"goals"`   // reached and let go in these days
	Answers    []memoryJSON        `json:"answers"`
	Agreements []pastAgreementJSON `json:"agreements"`
	Reviews    []pastReviewJSON    `json:"reviews"`
	Exchanges  []pastExchangeJSON  `json:"exchanges"`
	Met        []meetingJSON       `json:"met"` // talked with for the first time
}

type thisDayJSON struct {
	On       journal.Date `json:"on"`
	SameWeek bool         `json:"same_week"` // nothing was on the day itself
	Memories []memoryJSON `json:"memories"`  // newest first
}

// memoryJSON is a conversation or an answer by its first words.
type memoryJSON struct {
	Kind     journal.MemoryKind `json:"kind"`
	ID       string             `json:"id"`
	On       journal.Date       `json:"on"`
	At       *string            `json:"at"`
	Person   *string            `json:"person"`
	Role     *string            `json:"role"`    // null for an answer
	Minutes  *int               `json:"minutes"` // null where unsaid
	Question *string            `json:"question"`
	Words    string             `json:"words"`
}

// pastLineJSON is a shift; from is the conversation, the answer or the review it came from.
type pastLineJSON struct {
	ID     string       `json:"id"`
	On     journal.Date `json:"on"`
	Person *string      `json:"person"`
	Text   string       `json:"text"`
	From   *string      `json:"from"`
}

type pastExchangeJSON struct {
	pastLineJSON
	Direction journal.Direction `json:"direction"`
}

type pastActionJSON struct {
	actionJSON
	ClosedAt *string `json:"closed_at"`
}

type pastGoalJSON struct {
	ID       string            `json:"id"`
	Person   string            `json:"person"`
	Text     string            `json:"text"`
	State    journal.GoalState `json:"state"`
	ClosedAt *string           `json:"closed_at"`
}

type pastAgreementJSON struct {
	ID     string       `json:"id"`
	On     journal.Date `json:"on"`
	Person string       `json:"person"`
}

type pastReviewJSON struct {
	ID       string  `json:"id"`
	At       *string `json:"at"`
	Person   string  `json:"person"`
	Decision *string `json:"decision"`
}

type meetingJSON struct {
	ID     string       `json:"id"` // of the person
	Person string       `json:"person"`
	On     journal.Date `json:"on"`
}

func memoryShape(m journal.Memory) memoryJSON {
	return memoryJSON{
		Kind: m.Kind, ID: m.UID, On: m.On, At: instant(m.At), Person: orNull(m.PersonName), Role: orNull(string(m.Role)), Minutes: orNull(m.Minutes),
		Question: orNull(m.Question), Words: memoryWords(m),
	}
}

func pastLineShape(l journal.PastLine) pastLineJSON {
	return pastLineJSON{ID: l.UID, On: l.On, Person: orNull(l.PersonName), Text: l.Text, From: orNull(l.FromUID)}
}

func (a *app) lookBackShape(p lookedBack) lookBackJSON {
	b := p.back
	minutes, _ := b.Minutes()
	out := lookBackJSON{
		From: p.days.From, To: p.days.To, Minutes: orNull(minutes), Sessions: shapes(b.Sessions, memoryShape), Shifts: shapes(b.Shifts, pastLineShape),
		Actions: shapes(b.Actions, func(v journal.ActionView) pastActionJSON {
			return pastActionJSON{a.actionShape(v), instant(v.ClosedAt)}
		}),
		Goals: shapes(b.Goals, func(g journal.PastGoal) pastGoalJSON {
			return pastGoalJSON{g.UID, g.PersonName, g.Text, g.State, instant(g.ClosedAt)}
		}),
		Answers:    shapes(b.Answers, memoryShape),
		Agreements: shapes(b.Agreements, func(v journal.PastAgreement) pastAgreementJSON { return pastAgreementJSON{v.UID, v.On, v.PersonName} }),
		Reviews: shapes(b.Reviews, func(v journal.PastReview) pastReviewJSON {
			return pastReviewJSON{v.UID, instant(v.HeldAt), v.PersonName, orNull(string(v.Decision))}
		}),
		Exchanges: shapes(b.Exchanges, func(l journal.PastLine) pastExchangeJSON { return pastExchangeJSON{pastLineShape(l), l.Direction} }),
		Met:       shapes(b.Met, func(m journal.Meeting) meetingJSON { return meetingJSON{m.PersonUID, m.PersonName, m.On} }),
	}
	if p.day != nil {
		out.OnThisDay = &thisDayJSON{p.day.On, p.day.Week, shapes(p.day.Memories, memoryShape)}
	}
	return out
}
