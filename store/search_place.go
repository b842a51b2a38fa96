package store

import (
	"context"
	"database/sql"

	"bothways/journal"
)

// SearchPlace is where something that was found stands, as far as it is part of something else.
type SearchPlace struct {
	SessionID, ReflectionID, ReviewID int64 // in which it was written; 0 for none

	GoalID   int64  // of a goal, and of a note on one
	NoteID   int64  // of a note on a goal
	SetID    string // of a question of one's own
	PromptID string // of a question; "" where it is the set itself
	Held     bool   // of a review
}

// WhereFound is where something that was found stands.
func (s *Store) WhereFound(ctx context.Context, f journal.Found) (p SearchPlace, err error) {
	err = s.read(ctx, func(db querier) error {
		query, scan := placeQuery(f, &p)
		if query == "" {
			return nil
		}
		_, there, err := first(ctx, db, func(r *sql.Rows) (struct{}, error) { return struct{}{}, scan(r) }, query, f.UID)
		if err == nil && !there {
			err = journal.Errorf(journal.CodeNotFound, "That was deleted meanwhile. u brings back what was deleted last.")
		}
		return err
	})
	return p, err
}

// placeQuery is what is asked for the uid of something found, and how the answer is read; "" where
// nothing is to be asked. A kind that has two tables asks both of them: a uid is in one only.
func placeQuery(f journal.Found, p *SearchPlace) (query string, scan func(*sql.Rows) error) {
	origin := func(tbl table) string {
		return "SELECT ifnull(session_id, 0), ifnull(reflection_id, 0), ifnull(review_id, 0) FROM " + string(tbl) + " WHERE uid = ?1 AND deleted_at IS NULL"
	}
	origins := func(r *sql.Rows) error { return r.Scan(&p.SessionID, &p.ReflectionID, &p.ReviewID) }
	switch f.Kind {
	case journal.SearchExchange:
		return origin(tableExchange), origins
	case journal.SearchShift:
		return origin(tableShift), origins
	case journal.SearchAction:
		return origin(tableAction), origins
	case journal.SearchReview:
		return "SELECT held_at IS NOT NULL FROM review WHERE uid = ?1 AND deleted_at IS NULL", func(r *sql.Rows) error { return r.Scan(&p.Held) }
	case journal.SearchGoal:
		return "SELECT id, 0 FROM goal WHERE uid = ?1 AND deleted_at IS NULL UNION ALL SELECT goal_id, id FROM goal_note WHERE uid = ?1 AND deleted_at IS NULL",
			func(r *sql.Rows) error { return r.Scan(&p.GoalID, &p.NoteID) }
	case journal.SearchQuestion:
		return "SELECT set_id, iif(slug = '', uid, slug) FROM prompt WHERE uid = ?1 AND deleted_at IS NULL UNION ALL SELECT iif(slug = '', uid, slug), '' FROM prompt_set WHERE uid = ?1 AND deleted_at IS NULL",
			func(r *sql.Rows) error { return r.Scan(&p.SetID, &p.PromptID) }
	}
	return "", nil
}
