package store

import (
	"context"
	"database/sql"
	"time"
)

// recent is how many of the last steps are asked for their times.
const recent = 100

// Newest is when the journal was last changed, by the clock of then; zero where it never was.
func (s *Store) Newest(ctx context.Context) (at time.Time, err error) {
	err = s.read(ctx, func(db querier) error {
		var newest sql.NullInt64
		err := db.QueryRowContext(ctx, `SELECT max(at) FROM (SELECT at FROM (SELECT at FROM step ORDER BY id DESC LIMIT ?)
			UNION ALL SELECT updated_at FROM draft)`, recent).Scan(&newest)
		at = s.clockOf(newest)
		return err
	})
	return at, err
}

// Told reports whether a notice was ever shown; ShowHint remembers that it was.
func (s *Store) Told(ctx context.Context, key string) (told bool, err error) {
	err = s.read(ctx, func(db querier) error {
		n, err := count(ctx, db, "SELECT count(*) FROM hint WHERE uid = ?", key)
		told = n > 0
		return err
	})
	return told, err
}
