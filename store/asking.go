package store

import (
	"context"

	"bothways/journal"
)

// Ask notes that one side asked the other: when, today where that is not said, and how. One that is
// considered, or was declined, is then asked; one that is under way stays where it stands.
func (s *Store) Ask(ctx context.Context, relID int64, on journal.Date, how string) error {
	return s.moveRelationship(ctx, relID, journal.StepRelationAsked, func(t *tx, r *journal.Relationship) error {
		if r.AskedOn, r.AskedHow = on, how; on.IsZero() {
			r.AskedOn = s.today(t)
		}
		if r.State == journal.StateConsidering || r.State == journal.StateDeclined {
			r.State = journal.StateAsked
		}
		return notEnded(*r, t.name)
	})
}

// Trial puts a relationship on trial, until a day or without one.
func (s *Store) Trial(ctx context.Context, relID int64, until journal.Date) error {
	return s.moveRelationship(ctx, relID, journal.StepRelationTrial, func(t *tx, r *journal.Relationship) error {
		if err := notEnded(*r, t.name); err != nil {
			return err
		}
		r.State, r.TrialUntil = journal.StateTrial, until
		return nil
	})
}

// moveRelationship runs one step that moves a relationship to where it stands next. It answers
// journal.CodeConflict where it would become a second open one of its role with the person.
func (s *Store) moveRelationship(ctx context.Context, relID int64, what journal.StepKind, to func(*tx, *journal.Relationship) error) error {
	return s.step(ctx, what, "", "", func(t *tx) error {
		r, err := s.with(t, relID)
		if err != nil {
			return err
		}
		was := r.State
		if err := to(t, &r.Relationship); err != nil {
			return err
		}
		if !was.Open() && r.State.Open() {
			p, err := s.person(t.ctx, t.Tx, r.PersonID)
			if err != nil {
				return err
			}
			if err := noSecond(p, r.Relationship); err != nil {
				return err
			}
		}
		return s.setRelationship(t, was, r.Relationship)
	})
}

// notEnded makes sure that a relationship has not ended.
func notEnded(r journal.Relationship, name string) error {
	if r.State == journal.StateEnded {
		return journal.Errorf(journal.CodeConflict, "The relationship with %s has ended, so nothing was changed. Begin it again first.", name)
	}
	return nil
}

// Decline notes that nothing comes of a relationship, so that no conversation and no review is
// planned any more. It is for what has not begun: one that is under way or paused and has
// conversations is ended instead, and is answered with journal.CodeConflict. suggested is the name
// of who was named instead, "" for nobody: they become the next to consider in the same role, and
// are made where nobody has that name. The answer is that relationship, or zero. Where there is an
// open one with them in this role it is that one, and is linked where it is only considered.
func (s *Store) Decline(ctx context.Context, relID int64, suggested string) (next journal.RelationshipSummary, err error) {
	if suggested != "" {
		if suggested, err = journal.CleanName(suggested); err != nil {
			return next, err
		}
	}
	err = s.step(ctx, journal.StepRelationDecline, "", "", func(t *tx) error {
		r, err := s.with(t, relID)
		if err != nil {
			return err
		}
		if err := notEnded(r.Relationship, r.PersonName); err != nil {
			return err
		}
		if (r.State == journal.StateActive || r.State == journal.StatePaused) && r.Sessions > 0 {
			return journal.Errorf(journal.CodeConflict, "You and %s have talked already, so nothing was changed: on its page F ends it well.", r.PersonName)
		}
		was := r.State
		r.State, r.NextSession = journal.StateDeclined, journal.Date{}
		if err := s.setRelationship(t, was, r.Relationship); err != nil {
			return err
		}
		if err := t.planNoReview(relID); err != nil || suggested == "" {
			return err
		}
		next, err = s.nextToConsider(t, r, suggested)
		return err
	})
	if err != nil {
		return journal.RelationshipSummary{}, err
	}
	return next, nil
}

// nextToConsider finds or makes the relationship with who was named instead.
func (s *Store) nextToConsider(t *tx, declined journal.RelationshipSummary, name string) (next journal.RelationshipSummary, err error) {
	id, _, err := t.personNamed(name, 0)
	if err != nil {
		return next, err
	}
	if id == declined.PersonID {
		return next, journal.Errorf(journal.CodeInvalid, "Somebody else is suggested here than %s; nothing was changed.", declined.PersonName)
	}
	if id == 0 {
		if id, err = t.insertPerson(journal.Person{Name: name}); err != nil {
			return next, err
		}
	}
	p, err := s.person(t.ctx, t.Tx, id)
	if err != nil {
		return next, err
	}
	for _, r := range p.Relationships {
		if r.Role != declined.Role || !r.State.Open() {
			continue
		}
		if r.State == journal.StateConsidering && r.SuggestedIn == 0 {
			err = t.update(tableRelationship, r.ID, row{"suggested_in": declined.ID})
			r.SuggestedIn = declined.ID
		}
		return r, err
	}
	rel, err := t.insertRelationship(journal.Relationship{PersonID: id, Role: declined.Role, State: journal.StateConsidering, SuggestedIn: declined.ID})
	if err != nil {
		return next, err
	}
	return s.relationship(t.ctx, t.Tx, rel)
}

// SuggestedBy are the relationships whose person was named instead in the one that was declined, in
// the order they came to be.
func (s *Store) SuggestedBy(ctx context.Context, relID int64) (all []journal.RelationshipSummary, err error) {
	err = s.read(ctx, func(db querier) error {
		all, err = list(ctx, db, s.scanRelationship, selectRelationship+" WHERE r.suggested_in = ? AND r.deleted_at IS NULL ORDER BY r.id", relID)
		return err
	})
	return all, err
}
