package store

import (
	"context"
	"database/sql"

	"bothways/journal"
)

const selectAgreement = `SELECT g.id, g.uid, g.relationship_id, g.agreed_on, g.expect_mine, g.expect_theirs, g.confidence, g.boundaries,
	g.feedback, g.often, g.review_every, g.review_unit, g.ending, g.updated_at FROM agreement g`

func (s *Store) scanAgreement(r *sql.Rows) (a journal.Agreement, err error) {
	var on sql.NullString
	var updated int64
	err = r.Scan(&a.ID, &a.UID, &a.RelationshipID, &on, &a.ExpectMine, &a.ExpectTheirs, &a.Confidence, &a.Boundaries,
		&a.Feedback, &a.Often, &a.Review.Every, &a.Review.Unit, &a.Ending, &updated)
	a.On, a.UpdatedAt = day(on), s.clock(updated)
	return a, err
}

// Agreements are the versions of a relationship's agreement, newest first.
func (s *Store) Agreements(ctx context.Context, relID int64) (all []journal.Agreement, err error) {
	err = s.read(ctx, func(db querier) error {
		all, err = list(ctx, db, s.scanAgreement, selectAgreement+" WHERE g.relationship_id = ? AND g.deleted_at IS NULL ORDER BY g.agreed_on DESC, g.id DESC", relID)
		return err
	})
	return all, err
}

func (s *Store) agreement(ctx context.Context, db querier, id int64) (journal.Agreement, error) {
	a, ok, err := first(ctx, db, s.scanAgreement, selectAgreement+" WHERE g.id = ? AND g.deleted_at IS NULL", id)
	if err == nil && !ok {
		err = notFound("agreement")
	}
	return a, err
}

// KeepAgreement keeps an agreement. One without an id is a new version, of today where it has no
// day; on the day of the newest version it changes that one. One with an id changes that version,
// whose day stays where none is given. Nothing is agreed on ahead: a day to come is refused, but for
// one that a version has already.
func (s *Store) KeepAgreement(ctx context.Context, a journal.Agreement) (kept journal.Agreement, err error) {
	if err := a.Validate(); err != nil {
		return kept, err
	}
	err = s.step(ctx, journal.StepAgreementKept, "", "", func(t *tx) error {
		var was journal.Agreement
		if a.ID != 0 {
			var err error
			if was, err = s.agreement(t.ctx, t.Tx, a.ID); err != nil {
				return err
			}
			a.RelationshipID = was.RelationshipID
			if a.On.IsZero() {
				a.On = was.On
			}
		}
		if a.On.After(s.today(t)) && a.On != was.On {
			return journal.Errorf(journal.CodeInvalid, "%s is still to come, and an agreement is of a day that has been; nothing was kept.", a.On)
		}
		if _, err := s.with(t, a.RelationshipID); err != nil {
			return err
		}
		if a.On.IsZero() {
			a.On = s.today(t)
		}
		if a.ID == 0 {
			newest, _, err := first(t.ctx, t.Tx, s.scanAgreement, selectAgreement+" WHERE g.relationship_id = ? AND g.deleted_at IS NULL ORDER BY g.agreed_on DESC, g.id DESC LIMIT 1", a.RelationshipID)
			if err != nil {
				return err
			}
			if newest.On == a.On {
				a.ID = newest.ID
			}
		}
		set := agreementRow(a)
		if a.ID != 0 {
			err = t.update(tableAgreement, a.ID, set)
		} else {
			set["uid"], set["relationship_id"] = a.UID, a.RelationshipID
			a.ID, err = t.insert(tableAgreement, set)
		}
		if err != nil {
			return err
		}
		kept, err = s.agreement(t.ctx, t.Tx, a.ID)
		return err
	})
	return kept, err
}

func agreementRow(a journal.Agreement) row {
	return row{
		"agreed_on": a.On.String(), "expect_mine": a.ExpectMine, "expect_theirs": a.ExpectTheirs, "confidence": a.Confidence,
		"boundaries": a.Boundaries, "feedback": a.Feedback, "often": a.Often, "ending": a.Ending,
		"review_every": int64(a.Review.Every), "review_unit": string(a.Review.Unit),
	}
}

// DeleteAgreement hides one version of an agreement.
func (s *Store) DeleteAgreement(ctx context.Context, id int64) error {
	return s.step(ctx, journal.StepAgreementGone, "", "", func(t *tx) error {
		a, err := s.agreement(t.ctx, t.Tx, id)
		if err != nil {
			return err
		}
		if _, err := s.with(t, a.RelationshipID); err != nil {
			return err
		}
		return t.delete(tableAgreement, id)
	})
}
