package store

import (
	"context"
	"database/sql"

	"bothways/journal"
)

// ExchangeQuery asks for what went across in one relationship, newest first.
type ExchangeQuery struct {
	RelationshipID int64
	Before         Cursor
	Limit          int // 0 is 50
}

func (s *Store) scanExchangeView(r *sql.Rows) (v journal.ExchangeView, err error) {
	var created, held int64
	var zone string
	err = r.Scan(&v.ID, &v.UID, &v.SessionID, &v.Direction, &v.Text, &v.Source, &created, &v.SessionUID, &v.ReflectionID, &v.ReviewID, &held, &zone)
	v.CreatedAt, v.At = s.clock(created), s.zones.at(held, zone)
	return v, err
}

// Exchanges lists what was given and received in a relationship, in its conversations, in its
// reviews and in answers about its person, with what became of each.
func (s *Store) Exchanges(ctx context.Context, q ExchangeQuery) (page []journal.ExchangeView, next Cursor, err error) {
	where, args := "", []any{q.RelationshipID}
	if q.Before != "" {
		at, id, err := q.Before.readAt()
		if err != nil {
			return nil, "", err
		}
		where += " AND (e.held_at, e.id) < (?, ?)"
		args = append(args, at, id)
	}
	limit := limitOr(q.Limit)
	args = append(args, limit+1)
	err = s.read(ctx, func(db querier) error {
		page, err = list(ctx, db, s.scanExchangeView, `SELECT e.id, e.uid, ifnull(e.session_id, 0), e.direction, e.text, e.source, e.created_at,
			ifnull(s.uid, ''), ifnull(e.reflection_id, 0), ifnull(e.review_id, 0), e.held_at, coalesce(s.held_zone, f.held_zone, v.held_zone, '')
			FROM exchange e LEFT JOIN session s ON s.id = e.session_id LEFT JOIN reflection f ON f.id = e.reflection_id
			LEFT JOIN review v ON v.id = e.review_id
			WHERE e.relationship_id = ? AND e.deleted_at IS NULL`+where+" ORDER BY e.held_at DESC, e.id DESC LIMIT ?", args...)
		if err != nil {
			return err
		}
		page, next = cut(page, limit, func(v journal.ExchangeView) Cursor { return cursorAt(v.At.UnixMilli(), v.ID) })
		return addAdvice(ctx, db, page)
	})
	return page, next, err
}

// CountExchanges is how many Exchanges lists in all.
func (s *Store) CountExchanges(ctx context.Context, relID int64) (n int, err error) {
	err = s.read(ctx, func(db querier) error {
		n, err = count(ctx, db, "SELECT count(*) FROM exchange WHERE relationship_id = ? AND deleted_at IS NULL", relID)
		return err
	})
	return n, err
}

// addAdvice adds to exchanges what became of them, oldest first.
func addAdvice(ctx context.Context, db querier, page []journal.ExchangeView) error {
	at := make(map[int64]*journal.ExchangeView, len(page))
	which := make([]int64, len(page))
	for i := range page {
		at[page[i].ID], which[i] = &page[i], page[i].ID
	}
	all, err := list(ctx, db, scanAdvice, selectAdvice+` WHERE v.exchange_id IN (SELECT value FROM json_each(?)) AND v.deleted_at IS NULL
		ORDER BY v.exchange_id, v.noted_on, v.id`, ids(which))
	for _, a := range all {
		at[a.ExchangeID].Advice = append(at[a.ExchangeID].Advice, a)
	}
	return err
}
