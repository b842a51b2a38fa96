package store

import (
	"context"
	"database/sql"

	"bothways/journal"
)

// SearchFocuses are the words relationships are about, those most are about first.
func (s *Store) SearchFocuses(ctx context.Context) (all []string, err error) {
	err = s.read(ctx, func(db querier) error {
		all, err = readTexts(ctx, db, `SELECT j.value FROM relationship r, json_each(CASE WHEN json_valid(r.focus) THEN r.focus ELSE '[]' END) j
			WHERE r.deleted_at IS NULL AND j.value <> '' GROUP BY j.value ORDER BY count(*) DESC, j.value`)
		return err
	})
	return all, err
}

// SearchSpan is the days of the oldest and the newest thing that can be found, zero where there is
// nothing.
func (s *Store) SearchSpan(ctx context.Context) (oldest, newest journal.Date, err error) {
	err = s.read(ctx, func(db querier) error {
		for _, end := range []struct {
			day   *journal.Date
			query string
		}{{&oldest, "SELECT id FROM search_doc ORDER BY id LIMIT 1"}, {&newest, "SELECT id FROM search_doc ORDER BY id DESC LIMIT 1"}} {
			id, there, err := first(ctx, db, func(r *sql.Rows) (id int64, err error) { return id, r.Scan(&id) }, end.query)
			if err != nil || !there {
				return err
			}
			*end.day = journal.DateOf(s.clock(searchTime(id)))
		}
		return nil
	})
	return oldest, newest, err
}
