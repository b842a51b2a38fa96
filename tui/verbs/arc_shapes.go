package verbs

import (
	"context"

	"bothways/journal"
	"bothways/store"
)

type goalJSON struct {
	ID           string            `json:"id"`
	Relationship string            `json:"relationship"`
	Text         string            `json:"text"`
	Kind         *string           `json:"kind"`
	Tag          *string           `json:"tag"`
	State        journal.GoalState `json:"state"`
	Notes        []goalNoteJSON    `json:"notes"` // newest first
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

func goalShape(g journal.Goal, relationship string) goalJSON {
	return goalJSON{
		ID: g.UID, Relationship: relationship, Text: g.Text, Kind: orNull(string(g.Kind)), Tag: orNull(g.Tag), State: g.State,
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

// arcJSON is what there is of the arc of a person's relationships. Lists go through them in order.
type arcJSON struct {
	goals      []goalJSON
	reviews    []reviewJSON
	agreement  *agreementJSON // the one in force with the first open relationship that has one, else with any
	agreements []agreementJSON
	matches    []matchJSON
}

// readArc reads it. None of the lists is long: they are what two people settled in years.
func readArc(ctx context.Context, s *store.Store, p journal.PersonSummary) (arc arcJSON, err error) {
	arc = arcJSON{goals: []goalJSON{}, reviews: []reviewJSON{}, agreements: []agreementJSON{}, matches: []matchJSON{}}
	for _, r := range p.Relationships {
		goals, err := s.Goals(ctx, r.ID)
		if err != nil {
			return arc, err
		}
		for _, g := range goals {
			arc.goals = append(arc.goals, goalShape(g, r.UID))
		}
		reviews, err := s.Reviews(ctx, r.ID)
		if err != nil {
			return arc, err
		}
		for _, v := range reviews {
			arc.reviews = append(arc.reviews, reviewShape(v, r.UID))
		}
		agreements, err := s.Agreements(ctx, r.ID)
		if err != nil {
			return arc, err
		}
		for i, a := range agreements {
			shape := agreementShape(a, r.UID)
			if i == 0 && arc.agreement == nil { // open relationships come first
				arc.agreement = &shape
			}
			arc.agreements = append(arc.agreements, shape)
		}
		m, err := s.Match(ctx, r.ID)
		if err != nil {
			return arc, err
		}
		if !m.IsZero() {
			arc.matches = append(arc.matches, matchShape(m, r.UID))
		}
	}
	return arc, nil
}
