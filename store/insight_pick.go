package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"bothways/journal"
)

// condition is what a query asks for besides what it always does.
type condition struct {
	where string
	args  []any
}

func (c *condition) and(where string, args ...any) {
	c.where += " AND " + where
	c.args = append(c.args, args...)
}

// pickPreview is how much of a note a row of a list needs, in characters.
const pickPreview = 400

// PickedSessions are the conversations a part of a picture is made of, newest first.
func (s *Store) PickedSessions(ctx context.Context, p journal.Pick, before Cursor, limit int) (page []journal.SessionView, next Cursor, err error) {
	var c condition
	// The instants are for the index that has the order of the list; the plus keeps it from taking
	// that of the days instead.
	from, until := s.around(p.Days)
	c.and("s.held_at >= ? AND s.held_at < ? AND +s.held_on >= ? AND +s.held_on <= ?", from, until, p.From.String(), p.To.String())
	if p.RelationshipID != 0 {
		c.and("s.relationship_id = ?", p.RelationshipID)
	}
	if p.Role != "" {
		c.and("s.role = ?", string(p.Role))
	}
	if p.Intervention != "" {
		word, err := json.Marshal(p.Intervention)
		if err != nil {
			return nil, "", err
		}
		c.and("EXISTS (SELECT 1 FROM checkin c WHERE c.session_id = s.id AND c.deleted_at IS NULL AND instr(c.interventions, ?) > 0)", string(word))
	}
	if p.SaysSplit {
		c.and("EXISTS (SELECT 1 FROM checkin c WHERE c.session_id = s.id AND c.deleted_at IS NULL AND c.listening IS NOT NULL)")
	}
	if p.SaysEnergy {
		c.and("EXISTS (SELECT 1 FROM checkin c WHERE c.session_id = s.id AND c.deleted_at IS NULL AND c.energy IS NOT NULL)")
	}
	if before != "" {
		at, id, err := before.readAt()
		if err != nil {
			return nil, "", err
		}
		c.and("(s.held_at, s.id) < (?, ?)", at, id)
	}
	limit = limitOr(limit)
	query := "SELECT " + sessionPreview(pickPreview) + fromSession + " WHERE s.deleted_at IS NULL" + c.where + " ORDER BY s.held_at DESC, s.id DESC LIMIT ?"
	err = s.read(ctx, func(db querier) error {
		if page, err = list(ctx, db, s.scanSession, query, append(c.args, limit+1)...); err != nil {
			return err
		}
		page, next = cut(page, limit, func(v journal.SessionView) Cursor { return cursorAt(v.At.UnixMilli(), v.ID) })
		return s.addLifted(ctx, db, page)
	})
	return page, next, err
}

// PickedActions are the actions a part of a picture is made of, those of the newest conversation first.
func (s *Store) PickedActions(ctx context.Context, p journal.Pick, before Cursor, limit int) (page []journal.ActionView, next Cursor, err error) {
	var c condition
	c.and("+a.owner = ?", string(p.Owner))
	c.and(within("a"), s.withinArgs(p.Days)...)
	if p.State != "" {
		c.and("+a.state = ?", string(p.State))
	}
	if p.Carried {
		c.and("a.carried > 0")
	}
	if before != "" {
		at, id, err := before.readAt()
		if err != nil {
			return nil, "", err
		}
		c.and("(a.held_at, a.id) < (?, ?)", at, id)
	}
	limit = limitOr(limit)
	err = s.read(ctx, func(db querier) error {
		page, err = list(ctx, db, s.scanActionView, selectAction+" WHERE a.deleted_at IS NULL"+c.where+" ORDER BY a.held_at DESC, a.id DESC LIMIT ?", append(c.args, limit+1)...)
		if err != nil || len(page) <= limit {
			return err
		}
		page = page[:limit]
		last := page[limit-1].ID
		held, _, err := first(ctx, db, func(r *sql.Rows) (ms int64, err error) { return ms, r.Scan(&ms) }, "SELECT held_at FROM action WHERE id = ?", last)
		next = cursorAt(held, last)
		return err
	})
	return page, next, err
}

// PickedExchanges are what was given or received in a part of a picture, newest first.
func (s *Store) PickedExchanges(ctx context.Context, p journal.Pick, before Cursor, limit int) (page []journal.PickedExchange, next Cursor, err error) {
	var c condition
	c.and(within("e"), s.withinArgs(p.Days)...)
	if p.Direction != "" {
		c.and("e.direction = ?", string(p.Direction))
	}
	if before != "" {
		at, id, err := before.readAt()
		if err != nil {
			return nil, "", err
		}
		c.and("(e.held_at, e.id) < (?, ?)", at, id)
	}
	limit = limitOr(limit)
	err = s.read(ctx, func(db querier) error {
		page, err = list(ctx, db, func(r *sql.Rows) (v journal.PickedExchange, err error) {
			var held int64
			var zone string
			err = r.Scan(&v.ID, &v.UID, &v.SessionID, &v.Direction, &v.Text, &v.SessionUID, &v.ReflectionID, &v.ReviewID, &held, &zone, &v.PersonName)
			v.At = s.zones.at(held, zone)
			return v, err
		}, `SELECT e.id, e.uid, ifnull(e.session_id, 0), e.direction, e.text, ifnull(s.uid, ''), ifnull(e.reflection_id, 0), ifnull(e.review_id, 0),
			e.held_at, coalesce(s.held_zone, f.held_zone, v.held_zone, ''), ifnull(p.name, '')
			FROM exchange e LEFT JOIN session s ON s.id = e.session_id LEFT JOIN reflection f ON f.id = e.reflection_id
			LEFT JOIN review v ON v.id = e.review_id LEFT JOIN relationship r ON r.id = e.relationship_id LEFT JOIN person p ON p.id = r.person_id
			WHERE e.deleted_at IS NULL`+c.where+" ORDER BY e.held_at DESC, e.id DESC LIMIT ?", append(c.args, limit+1)...)
		page, next = cut(page, limit, func(v journal.PickedExchange) Cursor { return cursorAt(v.At.UnixMilli(), v.ID) })
		return err
	})
	return page, next, err
}

// PickedRelationships are the relationships a part of a picture is made of, those talked in last
// first.
func (s *Store) PickedRelationships(ctx context.Context, p journal.Pick) (all []journal.RelationshipSummary, err error) {
	err = s.read(ctx, func(db querier) error {
		all, err = list(ctx, db, s.scanRelationship, selectRelationship+` WHERE r.id IN (SELECT value FROM json_each(?)) AND r.deleted_at IS NULL
			ORDER BY l.held_at DESC, r.id DESC`, ids(p.Relationships))
		return err
	})
	return all, err
}

// sessionPreview are the columns of conversations whose notes are cut to n characters.
func sessionPreview(n int) string {
	return fmt.Sprintf(sessionColumns, fmt.Sprintf("substr(s.note, 1, %d)", n), "''")
}
