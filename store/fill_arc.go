package store

import (
	"time"

	"bothways/journal"
)

// arcColumnsOf is columnsOf for the tables of a relationship's arc.
func arcColumnsOf(t table) []string {
	switch t {
	case tableMatch:
		return []string{"relationship_id", "why", "common", "watch", "checks"}
	case tableAgreement:
		return []string{"relationship_id", "agreed_on", "expect_mine", "expect_theirs", "confidence", "boundaries", "feedback", "often", "ending", "review_every", "review_unit"}
	case tableGoal:
		return []string{"relationship_id", "text", "kind", "tag", "state", "closed_at"}
	case tableGoalNote:
		return []string{"goal_id", "session_id", "noted_on", "text"}
	case tableReview:
		return []string{"relationship_id", "due_on", "held_at", "held_zone", "held_on", "decision", "rev", "text"}
	case tableAdvice:
		return []string{"exchange_id", "kind", "outcome", "noted_on", "to_relationship_id", "text"}
	}
	return nil
}

// Match writes why two people came together, of a relationship written before.
func (f *Filler) Match(m journal.Match) error {
	if err := m.Validate(); err != nil {
		return err
	}
	r, err := matchRow(m)
	if err != nil {
		return err
	}
	of := f.written[m.RelationshipID]
	r["relationship_id"] = m.RelationshipID
	return f.add(tableMatch, 0, of.uid, of.created, r.typed(arcColumnsOf(tableMatch))...)
}

// Agreement writes one version of an agreement.
func (f *Filler) Agreement(a journal.Agreement) error {
	if err := a.Validate(); err != nil {
		return err
	}
	r := agreementRow(a)
	r["relationship_id"] = a.RelationshipID
	return f.add(tableAgreement, a.ID, a.UID, msOr(a.UpdatedAt, startOf(a.On)), r.typed(arcColumnsOf(tableAgreement))...)
}

// Goal writes a goal with its notes. The conversations they came from were written before.
func (f *Filler) Goal(g journal.Goal) error {
	if err := g.Validate(); err != nil {
		return err
	}
	created := msOr(g.CreatedAt, time.Time{})
	var closed any
	if g.State != journal.GoalOpen {
		closed = msOr(g.ClosedAt, g.CreatedAt)
	}
	if err := f.add(tableGoal, g.ID, g.UID, created, g.RelationshipID, g.Text, string(g.Kind), g.Tag, string(g.State), closed); err != nil {
		return err
	}
	for _, n := range g.Notes {
		if err := n.Validate(); err != nil {
			return err
		}
		if err := f.add(tableGoalNote, n.ID, n.UID, msOr(startOf(n.On), g.CreatedAt), g.ID, orNull(n.SessionID), n.On.String(), n.Text); err != nil {
			return err
		}
	}
	return nil
}

// Review writes a review, planned or held.
func (f *Filler) Review(v journal.Review) error {
	if err := v.Validate(); err != nil {
		return err
	}
	var at, on any
	zone := ""
	if v.Held() {
		at, on, zone = v.HeldAt.UnixMilli(), journal.DateOf(v.HeldAt).String(), f.zones.name(v.HeldAt)
	}
	return f.add(tableReview, v.ID, v.UID, msOr(v.CreatedAt, v.HeldAt),
		v.RelationshipID, dateOrNull(v.Due), at, zone, on, string(v.Decision), max(v.Rev, 1), v.Text)
}

// Advice writes what became of an exchange written before, with its id and the words that went on.
func (f *Filler) Advice(a journal.Advice) error {
	if err := a.Validate(); err != nil {
		return err
	}
	return f.add(tableAdvice, a.ID, a.UID, msOr(startOf(a.On), time.Time{}),
		a.ExchangeID, string(a.Kind), a.Outcome, a.On.String(), orNull(a.ToID), a.Text)
}

// startOf is the beginning of a day in UTC, for when something of that day was written; zero for
// no day.
func startOf(d journal.Date) time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}
