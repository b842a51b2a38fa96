package store

import (
	"context"

	"bothways/journal"
)

// Prepare reads the page before a conversation; each of its lists has at most limit rows.
func (s *Store) Prepare(ctx context.Context, relationshipID int64, limit int) (p journal.Preparation, err error) {
	err = s.read(ctx, func(db querier) error {
		if p.Relationship, err = s.relationship(ctx, db, relationshipID); err != nil {
			return err
		}
		if p.Mine, err = s.openWith(ctx, db, p.Relationship, journal.OwnerMe, limitOr(limit)); err != nil {
			return err
		}
		if p.Theirs, err = s.openWith(ctx, db, p.Relationship, journal.OwnerThem, limitOr(limit)); err != nil {
			return err
		}
		if p.Topics, _, err = s.topics(ctx, db, TopicQuery{RelationshipID: relationshipID, Limit: limit}); err != nil {
			return err
		}
		last, err := list(ctx, db, s.scanSession, selectSession()+" WHERE s.deleted_at IS NULL AND s.relationship_id = ? ORDER BY s.held_at DESC, s.id DESC LIMIT 1", relationshipID)
		if err != nil || len(last) == 0 {
			return err
		}
		p.Last = &last[0]
		return s.addLifted(ctx, db, last)
	})
	return p, err
}

// openWith are the open actions of a relationship, and those with the person alone.
func (s *Store) openWith(ctx context.Context, db querier, r journal.RelationshipSummary, owner journal.Owner, limit int) ([]journal.ActionView, error) {
	return list(ctx, db, s.scanActionView, selectAction+` WHERE a.deleted_at IS NULL AND a.state = 'open' AND a.person_id = ?
		AND a.owner = ? AND (a.relationship_id = ? OR a.relationship_id IS NULL)
		ORDER BY a.due_key, a.id LIMIT ?`, r.PersonID, string(owner), r.ID, limit)
}
