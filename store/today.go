package store

import (
	"context"
	"slices"

	"bothways/journal"
)

// Today reads the home page.
func (s *Store) Today(ctx context.Context, today journal.Date, lim TodayLimits) (t journal.Today, err error) {
	err = s.read(ctx, func(db querier) error {
		if t.Drafts, err = s.drafts(ctx, db, lim.Drafts); err != nil {
			return err
		}
		drafts, err := count(ctx, db, "SELECT count(*) FROM draft WHERE deleted_at IS NULL")
		if err != nil {
			return err
		}
		t.MoreDrafts = drafts - len(t.Drafts)
		if err := s.readFollowUp(ctx, db, &t, lim.FollowUp); err != nil {
			return err
		}
		if t.Coming, err = list(ctx, db, s.scanRelationship, selectRelationship+" WHERE "+isOpen+" AND r.next_on >= ? ORDER BY r.next_on, r.id LIMIT ?",
			today.String(), lim.Coming); err != nil {
			return err
		}
		if err := s.readAlsoComing(ctx, db, &t, today, lim.Coming); err != nil {
			return err
		}
		if t.People, err = list(ctx, db, s.scanRelationship, selectRelationship+" WHERE "+isOpen+" ORDER BY l.held_at DESC, r.id DESC LIMIT ?", lim.People); err != nil {
			return err
		}
		open, err := count(ctx, db, "SELECT count(*) FROM relationship r WHERE "+isOpen)
		t.MorePeople = open - len(t.People)
		if err != nil || open+drafts+len(t.FollowUp)+t.More > 0 {
			return err
		}
		t.Empty, err = nothing(ctx, db)
		return err
	})
	return t, err
}

// readAlsoComing adds those where something else than a conversation comes: no more than the few that
// have a day in the weeks ahead.
func (s *Store) readAlsoComing(ctx context.Context, db querier, t *journal.Today, today journal.Date, limit int) error {
	if limit <= 0 {
		return nil
	}
	also, err := list(ctx, db, s.scanRelationship, selectRelationship+" WHERE "+isOpen+` AND r.state <> 'paused' AND (
		r.state = 'considering' AND r.asked_on >= ?1 OR r.state = 'trial' AND r.trial_until BETWEEN ?1 AND ?2 OR r.until_on BETWEEN ?1 AND ?3
		OR EXISTS (SELECT 1 FROM review v WHERE v.relationship_id = r.id AND `+isPlanned+` AND v.due_on BETWEEN ?1 AND ?4))`,
		today.String(), today.AddDays(journal.TrialComes).String(), today.AddDays(journal.PeriodComes).String(), today.AddDays(journal.ReviewComes).String())
	for _, r := range also {
		if !slices.ContainsFunc(t.Coming, func(c journal.RelationshipSummary) bool { return c.ID == r.ID }) {
			t.Coming = append(t.Coming, r)
		}
	}
	return err
}

func (s *Store) readFollowUp(ctx context.Context, db querier, t *journal.Today, limit int) (err error) {
	if limit > 0 {
		if t.FollowUp, _, err = s.actions(ctx, db, ActionQuery{Limit: limit}); err != nil {
			return err
		}
	}
	open, err := count(ctx, db, "SELECT count(*) FROM action WHERE deleted_at IS NULL AND state = 'open'")
	t.More = open - len(t.FollowUp)
	return err
}

// nothing reports whether nothing at all is in the journal.
func nothing(ctx context.Context, db querier) (bool, error) {
	n, err := count(ctx, db, `SELECT EXISTS (SELECT 1 FROM person WHERE deleted_at IS NULL)
		+ EXISTS (SELECT 1 FROM session WHERE deleted_at IS NULL)
		+ EXISTS (SELECT 1 FROM action WHERE deleted_at IS NULL)
		+ EXISTS (SELECT 1 FROM reflection WHERE deleted_at IS NULL)
		+ EXISTS (SELECT 1 FROM draft WHERE deleted_at IS NULL)`)
	return n == 0, err
}
