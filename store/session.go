package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"

	"bothways/journal"
)

// sessionColumns are those of a conversation; %s and %s are its note and its private note, or
// what of them is wanted.
const sessionColumns = `s.id, s.uid, s.relationship_id, s.held_at, s.held_zone, ifnull(s.minutes, 0), s.medium, s.role,
	%s, %s, s.rev, s.created_at, s.updated_at, s.person_id, p.name`

const fromSession = " FROM session s JOIN person p ON p.id = s.person_id"

// selectSession reads whole conversations.
func selectSession() string {
	return "SELECT " + fmt.Sprintf(sessionColumns, "s.note", "s.private") + fromSession
}

func (s *Store) scanSession(r *sql.Rows) (v journal.SessionView, err error) {
	var held, created, updated int64
	var zone string
	err = r.Scan(&v.ID, &v.UID, &v.RelationshipID, &held, &zone, &v.Minutes, &v.Medium, &v.Role,
		&v.Note, &v.Private, &v.Rev, &created, &updated, &v.PersonID, &v.PersonName)
	v.At, v.CreatedAt, v.UpdatedAt = s.zones.at(held, zone), s.clock(created), s.clock(updated)
	return v, err
}

// Sessions lists conversations, newest first, with what lifted from each.
func (s *Store) Sessions(ctx context.Context, q SessionQuery) (page []journal.SessionView, next Cursor, err error) {
	note, private := "s.note", "s.private"
	if q.Preview > 0 {
		note, private = fmt.Sprintf("substr(s.note, 1, %d)", q.Preview), "''"
	}
	where, args := "", []any{}
	switch {
	case q.RelationshipID != 0:
		where += " AND s.relationship_id = ?"
		args = append(args, q.RelationshipID)
	case q.PersonID != 0:
		where += " AND s.person_id = ?"
		args = append(args, q.PersonID)
	}
	if q.Before != "" {
		at, id, err := q.Before.readAt()
		if err != nil {
			return nil, "", err
		}
		where += " AND (s.held_at, s.id) < (?, ?)"
		args = append(args, at, id)
	}
	limit := limitOr(q.Limit)
	args = append(args, limit+1)
	query := "SELECT " + fmt.Sprintf(sessionColumns, note, private) + fromSession +
		" WHERE s.deleted_at IS NULL" + where + " ORDER BY s.held_at DESC, s.id DESC LIMIT ?"
	err = s.read(ctx, func(db querier) error {
		if page, err = list(ctx, db, s.scanSession, query, args...); err != nil {
			return err
		}
		page, next = cut(page, limit, func(v journal.SessionView) Cursor { return cursorAt(v.At.UnixMilli(), v.ID) })
		return s.addLifted(ctx, db, page)
	})
	return page, next, err
}

// Session is one conversation with what lifted from its note.
func (s *Store) Session(ctx context.Context, id int64) (v journal.SessionView, err error) {
	err = s.read(ctx, func(db querier) error {
		v, err = s.session(ctx, db, id)
		return err
	})
	return v, err
}

func (s *Store) session(ctx context.Context, db querier, id int64) (journal.SessionView, error) {
	found, err := list(ctx, db, s.scanSession, selectSession()+" WHERE s.id = ? AND s.deleted_at IS NULL", id)
	if err != nil {
		return journal.SessionView{}, err
	}
	if len(found) == 0 {
		return journal.SessionView{}, notFound("conversation")
	}
	return found[0], s.addLifted(ctx, db, found)
}

// FindSession finds the one conversation whose uid begins or ends with a part.
func (s *Store) FindSession(ctx context.Context, uidPart string) (v journal.SessionView, err error) {
	err = s.read(ctx, func(db querier) error {
		id, err := findUID(ctx, db, tableSession, "conversation", uidPart)
		if err != nil {
			return err
		}
		v, err = s.session(ctx, db, id)
		return err
	})
	return v, err
}

// findUID is the one row whose uid begins or ends with a part. what is how a person calls it.
func findUID(ctx context.Context, db querier, tbl table, what, part string) (int64, error) {
	fits, err := findUIDs(ctx, db, tbl, part)
	switch {
	case err != nil:
		return 0, err
	case len(fits) == 0:
		return 0, journal.Errorf(journal.CodeNotFound, "No %s has an id that begins or ends with “%s”.", what, clip(part))
	case len(fits) > 1:
		return 0, journal.Errorf(journal.CodeAmbiguous, "“%s” fits the ids of several %ss; say more of the id.", clip(part), what)
	}
	return fits[0], nil
}

// uidEnd is how many characters the end of a uid needs at least to be looked for.
const uidEnd = 4

// findUIDs are rows whose uid begins with part or, where part is long enough, ends with it; a few
// where many do.
func findUIDs(ctx context.Context, db querier, tbl table, part string) ([]int64, error) {
	const most = 20
	part = strings.ToLower(strings.TrimSpace(part))
	if part == "" {
		return nil, nil
	}
	fits, err := list(ctx, db, scanID, fmt.Sprintf("SELECT id FROM %s WHERE uid >= ? AND uid < ? AND deleted_at IS NULL ORDER BY uid LIMIT %d", tbl, most), part, part+"~")
	if err != nil || len(fits) > 0 || len(part) < uidEnd {
		return fits, err
	}
	return list(ctx, db, scanID, fmt.Sprintf("SELECT id FROM %s WHERE substr(uid, -4) = ? AND substr(uid, -?) = ? AND deleted_at IS NULL LIMIT %d", tbl, most),
		part[len(part)-uidEnd:], len(part), part)
}

// addLifted adds to conversations what came of their notes, in the order of the notes, and their
// check-ins.
func (s *Store) addLifted(ctx context.Context, db querier, page []journal.SessionView) error {
	at := make(map[int64]*journal.SessionView, len(page))
	which := make([]int64, len(page))
	for i := range page {
		at[page[i].ID], which[i] = &page[i], page[i].ID
	}
	const of = " WHERE session_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL ORDER BY session_id, pos, id"
	keys := ids(which)
	exchanges, err := list(ctx, db, s.scanExchange, "SELECT "+exchangeColumns+" FROM exchange"+of, keys)
	if err != nil {
		return err
	}
	for _, e := range exchanges {
		at[e.SessionID].Exchanges = append(at[e.SessionID].Exchanges, e)
	}
	shifts, err := list(ctx, db, s.scanShift, "SELECT "+shiftColumns+" FROM shift"+of, keys)
	if err != nil {
		return err
	}
	for _, sh := range shifts {
		at[sh.SessionID].Shifts = append(at[sh.SessionID].Shifts, sh.Text)
	}
	actions, err := list(ctx, db, s.scanAction, "SELECT "+actionColumns+" FROM action a"+of, keys)
	if err != nil {
		return err
	}
	for _, a := range actions {
		at[a.SessionID].Actions = append(at[a.SessionID].Actions, a)
	}
	checkIns, err := list(ctx, db, scanCheckIn, selectCheckIn+" WHERE session_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL", keys)
	for _, c := range checkIns {
		at[c.session].CheckIn = c.CheckIn
	}
	return err
}

const (
	exchangeColumns = "id, uid, ifnull(session_id, 0), direction, text, source, created_at"
	shiftColumns    = "id, uid, ifnull(session_id, 0), text, source, created_at"
)

func (s *Store) scanExchange(r *sql.Rows) (e journal.Exchange, err error) {
	var created int64
	err = r.Scan(&e.ID, &e.UID, &e.SessionID, &e.Direction, &e.Text, &e.Source, &created)
	e.CreatedAt = s.clock(created)
	return e, err
}

func (s *Store) scanShift(r *sql.Rows) (sh journal.Shift, err error) {
	var created int64
	err = r.Scan(&sh.ID, &sh.UID, &sh.SessionID, &sh.Text, &sh.Source, &created)
	sh.CreatedAt = s.clock(created)
	return sh, err
}

// ChangeSession sets what is known of a conversation besides its note.
func (s *Store) ChangeSession(ctx context.Context, id int64, c SessionChange) error {
	if err := c.CheckIn.Validate(); err != nil {
		return err
	}
	return s.step(ctx, journal.StepSessionChanged, "", "", func(t *tx) error {
		v, err := s.session(t.ctx, t.Tx, id)
		if err != nil {
			return err
		}
		t.name = v.PersonName
		v.At, v.Minutes, v.Medium, v.Role, v.Private = c.At, c.Minutes, c.Medium, c.Role, c.Private
		if err := v.Validate(); err != nil {
			return err
		}
		set := s.heldRow(c.At)
		set["minutes"], set["medium"], set["role"], set["private"] = orNull(int64(c.Minutes)), string(c.Medium), string(c.Role), c.Private
		if err := t.update(tableSession, id, set); err != nil {
			return err
		}
		return t.setCheckIn(id, c.CheckIn)
	})
}

// heldRow is when a conversation was, as it is kept.
func (s *Store) heldRow(at time.Time) row {
	return row{"held_at": at.UnixMilli(), "held_zone": s.zones.name(at), "held_on": journal.DateOf(at).String()}
}

// DeleteSession hides a conversation with what lifted from it and is still open. What was done
// with its actions stays, and so do progress notes from it and what became of advice.
func (s *Store) DeleteSession(ctx context.Context, id int64) error {
	return s.step(ctx, journal.StepNoteDeleted, "", "", func(t *tx) error {
		v, err := s.session(t.ctx, t.Tx, id)
		if err != nil {
			return err
		}
		t.name = v.PersonName
		if err := t.deleteLifted(noteOrigin(), id); err != nil {
			return err
		}
		if err := t.deleteAll(tableCheckIn, "session_id = ?", id); err != nil {
			return err
		}
		return t.delete(tableSession, id)
	})
}
