package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"bothways/journal"
)

// querier is what reads: a pool, or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// read runs do on one unchanging view of the journal, however many queries it makes.
func (s *Store) read(ctx context.Context, do func(q querier) error) error {
	if err := s.here(); err != nil {
		return err
	}
	t, err := s.rd.BeginTx(ctx, nil)
	if err != nil {
		return s.fail(err)
	}
	defer func() { _ = t.Rollback() }()
	return s.fail(do(t))
}

// list runs a query and reads all of its rows; the connection is free again when it returns.
func list[T any](ctx context.Context, q querier, scan func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}

func scanID(r *sql.Rows) (id int64, err error) { return id, r.Scan(&id) }

// first is the first row of a query; ok is false where there is none.
func first[T any](ctx context.Context, q querier, scan func(*sql.Rows) (T, error), query string, args ...any) (one T, ok bool, err error) {
	all, err := list(ctx, q, scan, query, args...)
	if err != nil || len(all) == 0 {
		return one, false, err
	}
	return all[0], true, nil
}

// count is the number a query answers.
func count(ctx context.Context, q querier, query string, args ...any) (n int, err error) {
	err = q.QueryRowContext(ctx, query, args...).Scan(&n)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return n, err
}

// clock is an instant that was kept without a zone, in the zone of today.
func (s *Store) clock(ms int64) time.Time { return time.UnixMilli(ms).In(s.now().Location()) }

// clockOf is clock for one that may not be there.
func (s *Store) clockOf(ms sql.NullInt64) time.Time {
	if !ms.Valid {
		return time.Time{}
	}
	return s.clock(ms.Int64)
}

// momentOf is an instant in its own zone, zero where there is none.
func (s *Store) momentOf(ms sql.NullInt64, zone sql.NullString) time.Time {
	if !ms.Valid {
		return time.Time{}
	}
	return s.zones.at(ms.Int64, zone.String)
}

// day reads a date of a column. What is no date can only have come from outside and is none.
func day(s sql.NullString) journal.Date {
	d, err := journal.ParseISODate(s.String)
	if err != nil {
		return journal.Date{}
	}
	return d
}

// ids are ids as a JSON array, which json_each makes rows of.
func ids(of []int64) string {
	if of == nil {
		return "[]"
	}
	b, err := json.Marshal(of)
	if err != nil {
		return "[]" // numbers always have a form
	}
	return string(b)
}

// The helpers below make column values of what may be unsaid.

func orNull(n int64) any {
	if n == 0 {
		return nil
	}
	return n
}

func dateOrNull(d journal.Date) any {
	if d.IsZero() {
		return nil
	}
	return d.String()
}

func flag(b bool) int64 {
	if b {
		return 1
	}
	return 0
}
