package store

import (
	"context"
	"database/sql"

	"bothways/journal"
)

// EndRelationship ends a relationship, today where the ending has no day; one that has ended keeps
// its day then. All of it stays readable.
// Open actions stay open or are dropped, as the ending says; the next conversation and the next
// review are not planned any more. Thanks that were written before stay where the ending has none.
// On one that has ended it sets the same anew; one that was declined can be ended where there were
// conversations.
func (s *Store) EndRelationship(ctx context.Context, relID int64, e journal.Ending) error {
	return s.step(ctx, journal.StepRelationEnded, "", "", func(t *tx) error {
		r, err := s.with(t, relID)
		if err != nil {
			return err
		}
		if e.On.IsZero() && r.State == journal.StateEnded {
			e.On = r.EndedOn
		}
		if e.On.IsZero() {
			e.On = s.today(t)
		}
		if err := e.Validate(); err != nil {
			return err
		}
		if err := r.CheckEnding(e.On, s.today(t)); err != nil {
			return err
		}
		was := r.State
		if was == journal.StateDeclined && r.Sessions == 0 {
			return journal.Errorf(journal.CodeConflict, "Nothing came of the relationship with %s, so there is none to end; nothing was changed.", r.PersonName)
		}
		r.State, r.EndedOn, r.NextSession = journal.StateEnded, e.On, journal.Date{}
		if !journal.Blank(e.Thanks) {
			r.Thanks = e.Thanks
		}
		if err := s.setRelationship(t, was, r.Relationship); err != nil {
			return err
		}
		if err := t.planNoReview(relID); err != nil || e.Actions != journal.DropActions {
			return err
		}
		return t.dropActions(relID)
	})
}

// planNoReview takes away what reviews of a relationship are planned.
func (t *tx) planNoReview(relID int64) error {
	return t.deleteAll(tableReview, "held_on IS NULL AND relationship_id = ?", relID)
}

// dropActions drops the actions of a relationship that are still open.
func (t *tx) dropActions(relID int64) error {
	open, err := list(t.ctx, t.Tx, scanID, "SELECT a.id FROM action a WHERE a.relationship_id = ? AND a.deleted_at IS NULL AND a.state = 'open'", relID)
	if err != nil {
		return err
	}
	for _, id := range open {
		if err := t.update(tableAction, id, row{"state": string(journal.ActionDropped), "closed_at": t.now}); err != nil {
			return err
		}
	}
	return nil
}

// BeginAgain makes a relationship that has ended active again, and its ending one of its past ones,
// thanks and all; one that was declined is considered again.
func (s *Store) BeginAgain(ctx context.Context, relID int64) error {
	return s.moveRelationship(ctx, relID, journal.StepRelationAgain, func(t *tx, r *journal.Relationship) error {
		switch r.State {
		case journal.StateEnded:
			past := row{"relationship_id": relID, "ended_on": "", "again_on": s.today(t).String(), "thanks": r.Thanks}
			if !r.EndedOn.IsZero() { // of one from long ago nobody may know the day
				past["ended_on"] = r.EndedOn.String()
			}
			if _, err := t.insert(tableEnding, past); err != nil {
				return err
			}
			r.State, r.EndedOn, r.Thanks = journal.StateActive, journal.Date{}, ""
		case journal.StateDeclined:
			r.State = journal.StateConsidering
			if r.AskedOn.After(s.today(t)) {
				r.AskedOn = journal.Date{} // a day to ask is to be found anew
			}
		default:
			return journal.Errorf(journal.CodeConflict, "The relationship with %s is open, so there is nothing to begin again.", t.name)
		}
		return nil
	})
}

// Endings are the endings after which a relationship began again, oldest first. One that still
// stands is the relationship's own, and not among them.
func (s *Store) Endings(ctx context.Context, relID int64) (all []journal.PastEnding, err error) {
	err = s.read(ctx, func(db querier) error {
		all, err = list(ctx, db, func(r *sql.Rows) (e journal.PastEnding, err error) {
			var on, again sql.NullString
			err = r.Scan(&e.ID, &on, &again, &e.Thanks)
			e.On, e.Again = day(on), day(again)
			return e, err
		}, "SELECT e.id, e.ended_on, e.again_on, e.thanks FROM ending e WHERE e.relationship_id = ? AND e.deleted_at IS NULL ORDER BY e.again_on, e.id", relID)
		return err
	})
	return all, err
}

// ChangePastEndings sets the day and the thanks of endings after which a relationship began again.
func (s *Store) ChangePastEndings(ctx context.Context, all []journal.PastEnding) error {
	return s.step(ctx, journal.StepRelationChanged, "", "", func(t *tx) error {
		for _, e := range all {
			if err := s.changePastEnding(t, e); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Store) changePastEnding(t *tx, e journal.PastEnding) error {
	if err := e.Validate(); err != nil {
		return err
	}
	rel, there, err := first(t.ctx, t.Tx, scanID, "SELECT relationship_id FROM ending WHERE id = ? AND deleted_at IS NULL", e.ID)
	switch {
	case err != nil:
		return err
	case !there:
		return notFound("ending")
	}
	if _, err := s.with(t, rel); err != nil {
		return err
	}
	on := ""
	if !e.On.IsZero() {
		on = e.On.String()
	}
	return t.update(tableEnding, e.ID, row{"ended_on": on, "thanks": e.Thanks})
}
