package store

import (
	"context"
	"database/sql"

	"bothways/journal"
)

const selectReview = "SELECT v.id, v.uid, v.relationship_id, v.due_on, v.held_at, v.held_zone, v.decision, v.text, v.rev, v.created_at FROM review v"

func (s *Store) scanReview(r *sql.Rows) (v journal.Review, err error) {
	var due, zone sql.NullString
	var held sql.NullInt64
	var created int64
	err = r.Scan(&v.ID, &v.UID, &v.RelationshipID, &due, &held, &zone, &v.Decision, &v.Text, &v.Rev, &created)
	v.Due, v.HeldAt, v.CreatedAt = day(due), s.momentOf(held, zone), s.clock(created)
	return v, err
}

// isPlanned and isHeld are the conditions of reviews, word for word as the indexes have them.
const (
	isPlanned = "v.deleted_at IS NULL AND v.held_on IS NULL"
	isHeld    = "v.deleted_at IS NULL AND v.held_on IS NOT NULL"
)

// Reviews are the reviews of a relationship: what is planned first, soonest first, and then those
// held, newest first.
func (s *Store) Reviews(ctx context.Context, relID int64) (all []journal.Review, err error) {
	err = s.read(ctx, func(db querier) error {
		planned, err := list(ctx, db, s.scanReview, selectReview+" WHERE v.relationship_id = ? AND "+isPlanned+" ORDER BY v.due_on, v.id", relID)
		if err != nil {
			return err
		}
		held, err := list(ctx, db, s.scanReview, selectReview+" WHERE v.relationship_id = ? AND "+isHeld+" ORDER BY v.held_at DESC, v.id DESC", relID)
		all = append(planned, held...)
		return err
	})
	return all, err
}

// Review is one review.
func (s *Store) Review(ctx context.Context, id int64) (v journal.Review, err error) {
	err = s.read(ctx, func(db querier) error {
		v, err = s.review(ctx, db, id)
		return err
	})
	return v, err
}

func (s *Store) review(ctx context.Context, db querier, id int64) (journal.Review, error) {
	v, ok, err := first(ctx, db, s.scanReview, selectReview+" WHERE v.id = ? AND v.deleted_at IS NULL", id)
	if err == nil && !ok {
		err = notFound("review")
	}
	return v, err
}

// PlanReview plans a review for a day. One that is planned already is moved there. It answers
// journal.CodeConflict where the relationship is closed.
func (s *Store) PlanReview(ctx context.Context, relID int64, on journal.Date) error {
	if err := (journal.Review{Due: on}).Validate(); err != nil {
		return err
	}
	return s.step(ctx, journal.StepReviewPlanned, "", "", func(t *tx) error {
		r, err := s.with(t, relID)
		if err != nil {
			return err
		}
		if !r.State.Open() {
			return journal.Errorf(journal.CodeConflict, "The relationship with %s is %s, so no review was planned. Begin it again first.", r.PersonName, r.State)
		}
		return setNextReview(t, relID, on)
	})
}

// setNextReview plans a review for a day, or moves the one that is planned there. On no day none is
// planned any more.
func setNextReview(t *tx, relID int64, on journal.Date) error {
	id, there, err := first(t.ctx, t.Tx, scanID, "SELECT v.id FROM review v WHERE v.relationship_id = ? AND "+isPlanned+" ORDER BY v.due_on, v.id LIMIT 1", relID)
	switch {
	case err != nil:
		return err
	case there && on.IsZero():
		return t.delete(tableReview, id)
	case there:
		return t.update(tableReview, id, row{"due_on": on.String()})
	case on.IsZero():
		return nil
	}
	_, err = t.insert(tableReview, row{"relationship_id": relID, "due_on": on.String()})
	return err
}

// DeleteReview hides a review, planned or held, with what lifted from it and is still open. What it
// decided stays as it is.
func (s *Store) DeleteReview(ctx context.Context, id int64) error {
	return s.step(ctx, journal.StepReviewDeleted, "", "", func(t *tx) error {
		v, err := s.review(t.ctx, t.Tx, id)
		if err != nil {
			return err
		}
		if _, err := s.with(t, v.RelationshipID); err != nil {
			return err
		}
		if err := t.deleteLifted(reviewOrigin(), id); err != nil {
			return err
		}
		return t.delete(tableReview, id)
	})
}
