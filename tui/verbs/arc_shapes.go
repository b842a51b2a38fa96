package verbs

import (
	"slices"

	"bothways/journal"
)

type goalJSON struct {
	ID           string            `json:"id"`
	Relationship string            `json:"relationship"`
	Text         string            `json:"text"`
	Kind         *string           `json:"kind"`
	Tag          *string           `json:"tag"`
	State        journal.GoalState `json:"state"`
	ClosedAt     *string           `json:"closed_at"` // when it was reached or let go
	Notes        []goalNoteJSON    `json:"notes"`     // newest first
}

type goalNoteJSON struct {
	On      journal.Date `json:"on"`
	Text    string       `json:"text"`
	Session *string      `json:"session"` // the conversation it came from
}

type reviewJSON struct {
	ID           string       `json:"id"`
	Relationship string       `json:"relationship"`
	Due          journal.Date `json:"due"`
	At           *string      `json:"at"` // null while it is only planned
	Decision     *string      `json:"decision"`
	Text         string       `json:"text"`
}

type agreementJSON struct {
	ID           string       `json:"id"`
	Relationship string       `json:"relationship"`
	On           journal.Date `json:"on"`
	ExpectMine   *string      `json:"expect_mine"`
	ExpectTheirs *string      `json:"expect_theirs"`
	Confidence   *string      `json:"confidence"`
	Boundaries   *string      `json:"boundaries"`
	Feedback     *string      `json:"feedback"`
	Often        *string      `json:"often"`
	Review       *string      `json:"review"`
	Ending       *string      `json:"ending"`
}

type matchJSON struct {
	Relationship string      `json:"relationship"`
	Why          *string     `json:"why"`
	Common       *string     `json:"common_ground"`
	Watch        *string     `json:"watch"`
	Checks       []checkJSON `json:"checks"`
}

type checkJSON struct {
	Line   string              `json:"line"`
	Answer journal.CheckAnswer `json:"answer"`
	Word   *string             `json:"word"`
}

// adviceJSON is something received that went on.
type adviceJSON struct {
	ID      string             `json:"id"`
	Text    string             `json:"text"` // as it was received
	Kind    journal.AdviceKind `json:"kind"`
	Outcome *string            `json:"outcome"`
	On      journal.Date       `json:"on"`
	From    *sideJSON          `json:"from"` // null where it came from an answer that is about nobody
	To      *sideJSON          `json:"to"`   // null for what was tried
}

type sideJSON struct {
	Relationship string `json:"relationship"`
	Person       string `json:"person"`
}

func adviceShape(a journal.Advice) adviceJSON {
	side := func(relationship, person string) *sideJSON {
		if relationship == "" {
			return nil
		}
		return &sideJSON{relationship, person}
	}
	return adviceJSON{a.UID, a.Text, a.Kind, orNull(a.Outcome), a.On, side(a.FromUID, a.FromName), side(a.ToUID, a.ToName)}
}

// endingJSON is an ending after which a relationship began again.
type endingJSON struct {
	Relationship string       `json:"relationship"`
	On           journal.Date `json:"on"` // null where it is not known
	Again        journal.Date `json:"again"`
	Thanks       *string      `json:"thanks"`
}

func goalShape(g journal.Goal, relationship string) goalJSON {
	return goalJSON{
		ID: g.UID, Relationship: relationship, Text: g.Text, Kind: orNull(string(g.Kind)), Tag: orNull(g.Tag), State: g.State,
		ClosedAt: instant(g.ClosedAt),
		Notes: shapes(g.Notes, func(n journal.GoalNote) goalNoteJSON {
			return goalNoteJSON{n.On, n.Text, orNull(n.SessionUID)}
		}),
	}
}

func reviewShape(r journal.Review, relationship string) reviewJSON {
	return reviewJSON{ID: r.UID, Relationship: relationship, Due: r.Due, At: instant(r.HeldAt), Decision: orNull(string(r.Decision)), Text: r.Text}
}

func agreementShape(a journal.Agreement, relationship string) agreementJSON {
	return agreementJSON{
		ID: a.UID, Relationship: relationship, On: a.On, ExpectMine: orNull(a.ExpectMine), ExpectTheirs: orNull(a.ExpectTheirs),
		Confidence: orNull(a.Confidence), Boundaries: orNull(a.Boundaries), Feedback: orNull(a.Feedback),
		Often: orNull(a.Often), Review: orNull(a.Review.String()), Ending: orNull(a.Ending),
	}
}

func matchShape(m journal.Match, relationship string) matchJSON {
	return matchJSON{
		Relationship: relationship, Why: orNull(m.Why), Common: orNull(m.Common), Watch: orNull(m.Watch),
		Checks: shapes(m.Checks, func(c journal.Check) checkJSON { return checkJSON{c.Line, c.Answer, orNull(c.Word)} }),
	}
}

type balanceJSON struct {
	Relationship string     `json:"relationship"`
	Gave         int        `json:"gave"`
	Got          int        `json:"got"`
	Sessions     int        `json:"sessions"`
	Minutes      int        `json:"minutes"` // of the conversations that say how long they were
	AsMentor     int        `json:"as_mentor"`
	AsMentee     int        `json:"as_mentee"`
	BothWays     int        `json:"both_ways"`
	Split        *splitJSON `json:"split"`  // null where no conversation says it
	Energy       []int      `json:"energy"` // oldest first, of the conversations that say it
	Mine         tallyJSON  `json:"actions_mine"`
	Theirs       tallyJSON  `json:"actions_theirs"`
}

// splitJSON is added up over the conversations that say it, in tenths of each.
type splitJSON struct {
	Sessions  int `json:"sessions"`
	Listening int `json:"listening"`
	Asking    int `json:"asking"`
	Advising  int `json:"advising"`
}

type tallyJSON struct {
	Open    int `json:"open"`
	Done    int `json:"done"`
	Dropped int `json:"dropped"`
	Carried int `json:"carried"`
}

func balanceShape(b journal.Balance, relationship string) balanceJSON {
	out := balanceJSON{
		Relationship: relationship, Gave: b.Gave, Got: b.Got, Sessions: b.Sessions, Minutes: b.Minutes,
		AsMentor: b.AsMentor, AsMentee: b.AsMentee, BothWays: b.BothWays, Energy: append([]int{}, b.Energies...),
		Mine: tallyJSON(b.Mine), Theirs: tallyJSON(b.Theirs),
	}
	if b.Splits > 0 {
		out.Split = &splitJSON{b.Splits, b.Split.Listening, b.Split.Asking, b.Split.Advising}
	}
	return out
}

// arcJSON is the arc of a person's relationships. Lists go through them in order.
type arcJSON struct {
	goals      []goalJSON
	reviews    []reviewJSON
	agreement  *agreementJSON // the one in force with the first open relationship that has one, else with any
	agreements []agreementJSON
	matches    []matchJSON
	balance    []balanceJSON
	advice     []adviceJSON // that went on from one of them, or came to one
	endings    []endingJSON // that are past: each relationship's, oldest first
}

func arcShape(all []arc) arcJSON {
	out := arcJSON{goals: []goalJSON{}, reviews: []reviewJSON{}, agreements: []agreementJSON{}, matches: []matchJSON{}, balance: []balanceJSON{}, advice: []adviceJSON{}, endings: []endingJSON{}}
	for _, one := range all {
		uid := one.rel.UID
		for _, g := range one.goals {
			out.goals = append(out.goals, goalShape(g, uid))
		}
		for _, v := range one.reviews {
			out.reviews = append(out.reviews, reviewShape(v, uid))
		}
		for i, a := range one.agreements {
			shape := agreementShape(a, uid)
			if i == 0 && out.agreement == nil { // open relationships come first
				out.agreement = &shape
			}
			out.agreements = append(out.agreements, shape)
		}
		if !one.match.IsZero() {
			out.matches = append(out.matches, matchShape(one.match, uid))
		}
		out.balance = append(out.balance, balanceShape(one.balance, uid))
		for _, v := range one.advice {
			// Between two relationships with the same person it is there once.
			if !slices.ContainsFunc(out.advice, func(a adviceJSON) bool { return a.ID == v.UID }) {
				out.advice = append(out.advice, adviceShape(v))
			}
		}
		for _, e := range one.endings {
			out.endings = append(out.endings, endingJSON{uid, e.On, e.Again, orNull(e.Thanks)})
		}
	}
	return out
}

// fields are the arc as it stands in the answer.
func (j arcJSON) fields() []named {
	return []named{{"goals", j.goals}, {"reviews", j.reviews}, {"agreement", j.agreement}, {"agreements", j.agreements},
		{"matches", j.matches}, {"balance", j.balance}, {"advice", j.advice}, {"endings", j.endings}}
}
