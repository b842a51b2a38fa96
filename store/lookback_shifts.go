package store

import (
	"context"
	"database/sql"

	"bothways/journal"
)

// selectShiftLine reads shifts with what they came from, which has the day, and with whom that was.
const selectShiftLine = `SELECT x.id, x.uid, x.text, coalesce(s.held_on, f.held_on, v.held_on, ''), x.held_at, coalesce(s.held_zone, f.held_zone, v.held_zone, ''),
	ifnull(p.name, ''), ifnull(x.session_id, 0), ifnull(x.reflection_id, 0), ifnull(x.review_id, 0), coalesce(s.uid, f.uid, v.uid, '')
	FROM shift x LEFT JOIN session s ON s.id = x.session_id LEFT JOIN reflection f ON f.id = x.reflection_id LEFT JOIN review v ON v.id = x.review_id
	LEFT JOIN relationship r ON r.id = v.relationship_id LEFT JOIN person p ON p.id = coalesce(s.person_id, f.person_id, r.person_id)
	WHERE x.deleted_at IS NULL`

func (s *Store) scanShiftLine(r *sql.Rows) (l journal.PastLine, err error) {
	var on sql.NullString
	var at int64
	var zone string
	err = r.Scan(&l.ID, &l.UID, &l.Text, &on, &at, &zone, &l.PersonName, &l.SessionID, &l.ReflectionID, &l.ReviewID, &l.FromUID)
	l.On, l.At = day(on), s.zones.at(at, zone)
	return l, err
}

// ShiftLine lists the shifts of all relationships, and those of one's own answers, newest first.
func (s *Store) ShiftLine(ctx context.Context, before Cursor, limit int) (page []journal.PastLine, next Cursor, err error) {
	where, args := "", []any{}
	if before != "" {
		at, id, err := before.readAt()
		if err != nil {
			return nil, "", err
		}
		where, args = " AND (x.held_at, x.id) < (?, ?)", []any{at, id}
	}
	limit = limitOr(limit)
	err = s.read(ctx, func(db querier) error {
		page, err = list(ctx, db, s.scanShiftLine, selectShiftLine+where+" ORDER BY x.held_at DESC, x.id DESC LIMIT ?", append(args, limit+1)...)
		page, next = cut(page, limit, func(l journal.PastLine) Cursor { return cursorAt(l.At.UnixMilli(), l.ID) })
		return err
	})
	return page, next, err
}
