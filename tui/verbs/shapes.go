package verbs

import (
	"strings"
	"time"

	"bothways/journal"
)

// The types here are what scripts read. Fields may be added to them, never renamed or dropped.
// What is not there is null, a list without elements is [].

type personJSON struct {
	ID            string             `json:"id"`
	Name          string             `json:"name"`
	Relationships []relationshipJSON `json:"relationships"`
}

type relationshipJSON struct {
	ID          string       `json:"id"`
	Role        journal.Role `json:"role"`
	State       string       `json:"state"`
	Kind        *string      `json:"kind"`
	Formal      *bool        `json:"formal"`
	Purpose     *string      `json:"purpose"`
	Focus       []string     `json:"focus"`
	From        journal.Date `json:"from"`
	Until       journal.Date `json:"until"`
	Rhythm      *string      `json:"rhythm"`
	NextSession journal.Date `json:"next_session"`
	LastSession *string      `json:"last_session"`
	OpenMine    int          `json:"open_mine"`
	OpenTheirs  int          `json:"open_theirs"`

	AskedOn    journal.Date `json:"asked_on"`
	AskedHow   *string      `json:"asked_how"`
	TrialUntil journal.Date `json:"trial_until"`
	EndedOn    journal.Date `json:"ended_on"`
	Thanks     *string      `json:"thanks"`

	ResumedOn   journal.Date `json:"resumed_on"`   // the day it went on again after a pause or an ending
	SuggestedIn *string      `json:"suggested_in"` // the relationship that was declined and named this person
}

type actionJSON struct {
	ID        string        `json:"id"`
	Text      string        `json:"text"`
	Owner     journal.Owner `json:"owner"`
	Person    *string       `json:"person"`
	Due       journal.Date  `json:"due"`
	State     string        `json:"state"`
	Outcome   *string       `json:"outcome"`
	Carried   int           `json:"carried"`
	Session   *string       `json:"session"`
	CreatedAt *string       `json:"created_at"`
}

type sessionJSON struct {
	ID      string       `json:"id"`
	At      *string      `json:"at"`
	Minutes *int         `json:"minutes"`
	Medium  *string      `json:"medium"`
	Role    journal.Role `json:"role"`
	Note    string       `json:"note"`
	Shift   *string      `json:"shift"`
	checkInJSON
	Exchanges []exchangeJSON `json:"exchanges"`
	Actions   []string       `json:"actions"` // their ids
}

type exchangeJSON struct {
	Direction journal.Direction `json:"direction"`
	Text      string            `json:"text"`
}

type topicJSON struct {
	ID    string             `json:"id"`
	Text  string             `json:"text"`
	Hard  bool               `json:"hard"`
	State journal.TopicState `json:"state"`
}

type keptJSON struct {
	Session string       `json:"session"`
	Person  string       `json:"person"`
	Role    journal.Role `json:"role"`
	cameJSON
}

// cameJSON is what came of words that were kept.
type cameJSON struct {
	Actions   []actionJSON   `json:"actions"`
	Exchanges []exchangeJSON `json:"exchanges"`
	Topics    []topicJSON    `json:"topics"`
	Shift     *string        `json:"shift"`
	Notices   []string       `json:"notices"`
}

// orNull is v, or nil where v says nothing.
func orNull[T comparable](v T) *T {
	var nothing T
	if v == nothing {
		return nil
	}
	return &v
}

// instant is t with its offset, in seconds, or nil for no time.
func instant(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	s := t.Format(time.RFC3339)
	return &s
}

// shapes is each of things in its JSON shape, never nil.
func shapes[T, J any](things []T, shape func(T) J) []J {
	out := make([]J, 0, len(things))
	for _, t := range things {
		out = append(out, shape(t))
	}
	return out
}

func personShape(p journal.PersonSummary) personJSON {
	return personJSON{ID: p.UID, Name: p.Name, Relationships: shapes(p.Relationships, relationshipShape)}
}

func relationshipShape(r journal.RelationshipSummary) relationshipJSON {
	out := relationshipJSON{
		ID: r.UID, Role: r.Role, State: string(r.State), Kind: orNull(string(r.Kind)), Purpose: orNull(r.Purpose),
		Focus: append([]string{}, r.Focus...), From: r.From, Until: r.Until, Rhythm: orNull(r.Rhythm.String()),
		NextSession: r.NextSession, LastSession: instant(r.LastSession), OpenMine: r.OpenMine, OpenTheirs: r.OpenTheirs,
		AskedOn: r.AskedOn, AskedHow: orNull(r.AskedHow), TrialUntil: r.TrialUntil, EndedOn: r.EndedOn, Thanks: orNull(r.Thanks),
		ResumedOn: r.ResumedOn, SuggestedIn: orNull(r.SuggestedInUID),
	}
	if r.Formality != journal.FormalUnsaid {
		formal := r.Formality == journal.Formal
		out.Formal = &formal
	}
	return out
}

func (a *app) actionShape(v journal.ActionView) actionJSON {
	out := actionJSON{
		ID: v.UID, Text: v.Text, Owner: v.Owner, Person: orNull(v.PersonName), Due: v.Due, State: string(v.State),
		Outcome: orNull(v.Outcome), Carried: v.Carried, Session: orNull(v.SessionUID),
	}
	if !v.CreatedAt.IsZero() {
		out.CreatedAt = instant(v.CreatedAt.In(a.now().Location()))
	}
	return out
}

func sessionShape(v journal.SessionView) sessionJSON {
	return sessionJSON{
		ID: v.UID, At: instant(v.At), Minutes: orNull(v.Minutes), Medium: orNull(string(v.Medium)), Role: v.Role,
		Note: v.Note, Shift: orNull(strings.Join(v.Shifts, "\n")), Exchanges: shapes(v.Exchanges, exchangeShape),
		Actions: shapes(v.Actions, func(a journal.Action) string { return a.UID }), checkInJSON: checkInShape(v.CheckIn),
	}
}

func exchangeShape(e journal.Exchange) exchangeJSON { return exchangeJSON{e.Direction, e.Text} }

func topicShape(t journal.Topic) topicJSON { return topicJSON{t.UID, t.Text, t.Hard, t.State} }

func topicViewShape(t journal.TopicView) topicJSON { return topicShape(t.Topic) }
