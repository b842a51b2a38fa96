package store

import (
	"context"

	"bothways/journal"
)

// EndRelationship ends a relationship, today where the ending has no day. All of it stays readable.
// Open actions stay open or are dropped, as the ending says; the next conversation and the next
// review are not planned any more. Thanks that were written before stay where the ending has none. On one that has ended
// it sets the same anew.
func (s *Store) EndRelationship(ctx context.Context, relID int64, e journal.Ending) error {
	return s.step(ctx, journal.StepRelationEnded, "", "", func(t *tx) error {
		if e.On.IsZero() {
			e.On = s.today(t)
		}
		if err := e.Validate(); err != nil {
			return err
		}
		r, err := s.with(t, relID)
		if err != nil {
			return err
		}
		if r.State == journal.StateDeclined {
			return journal.Errorf(journal.CodeConflict, "Nothing came of the relationship with %s, so there is none to end; nothing was changed.", r.PersonName)
		}
		r.State, r.EndedOn, r.NextSession = journal.StateEnded, e.On, journal.Date{}
		if !journal.Blank(e.Thanks) {
			r.Thanks = e.Thanks
		}
		if err := t.setRelationship(r.Relationship); err != nil {
			return err
		}
		if err := t.deleteAll(tableReview, "held_on IS NULL AND relationship_id = ?", relID); err != nil || e.Actions != journal.DropActions {
			return err
		}
		return t.dropActions(relID)
	})
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

// BeginAgain makes a relationship that has ended active again; one that was declined is considered
// again. What was written at the end stays.
func (s *Store) BeginAgain(ctx context.Context, relID int64) error {
	return s.moveRelationship(ctx, relID, journal.StepRelationAgain, func(t *tx, r *journal.Relationship) error {
		switch r.State {
		case journal.StateEnded:
			r.State, r.EndedOn = journal.StateActive, journal.Date{}
		case journal.StateDeclined:
			r.State = journal.StateConsidering
		default:
			return journal.Errorf(journal.CodeConflict, "The relationship with %s is open, so there is nothing to begin again.", t.name)
		}
		return nil
	})
}
