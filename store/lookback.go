package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"time"

	"bothways/journal"
)

// How much of its words a memory has, in characters: enough for a few rows also where they begin with
// lines that lift, and for a page where one stands alone.
const (
	memoryWords = 600
	memoryPage  = 6000
)

// sessionMemory and answerMemory read conversations and answers as looking back shows them. Both are
// scanned by scanMemory.
func sessionMemory(words int) string {
	return fmt.Sprintf(`SELECT 'session', s.id, s.uid, s.held_on, s.held_at, s.held_zone, s.person_id, p.name, s.relationship_id, s.role,
		ifnull(s.minutes, 0), '', substr(s.note, 1, %[1]d), substr(s.note, %[1]d + 1, 1) <> '' FROM session s JOIN person p ON p.id = s.person_id WHERE s.deleted_at IS NULL`, words)
}

func answerMemory(words int) string {
	return fmt.Sprintf(`SELECT 'reflection', x.id, x.uid, x.held_on, x.held_at, x.held_zone, ifnull(x.person_id, 0), ifnull(p.name, ''), 0, '',
		0, x.question, substr(x.text, 1, %[1]d), substr(x.text, %[1]d + 1, 1) <> '' FROM reflection x LEFT JOIN person p ON p.id = x.person_id WHERE x.deleted_at IS NULL`, words)
}

func (s *Store) scanMemory(r *sql.Rows) (m journal.Memory, err error) {
	var on sql.NullString
	var zone string
	var at int64
	var cut bool
	err = r.Scan(&m.Kind, &m.ID, &m.UID, &on, &at, &zone, &m.PersonID, &m.PersonName, &m.RelationshipID, &m.Role, &m.Minutes, &m.Question, &m.Words, &cut)
	m.On, m.At = day(on), s.zones.at(at, zone)
	if cut {
		m.Words = wholeLines(m.Words)
	}
	return m, err
}

// wholeLines is the beginning of a text without the line it was cut in: half a line that lifts reads as
// words. Where it is one line it is left as it is.
func wholeLines(words string) string {
	if end := strings.LastIndexByte(words, '\n'); end > 0 {
		return words[:end]
	}
	return words
}

// byDay puts entries in the order of their own days, which is not always that of their instants.
func byDay(aOn, bOn journal.Date, aAt, bAt time.Time) int {
	return cmp.Or(aOn.DaysSince(bOn), aAt.Compare(bAt))
}

func memoryOrder(a, b journal.Memory) int {
	return cmp.Or(byDay(a.On, b.On, a.At, b.At), cmp.Compare(a.UID, b.UID))
}

// LookBack reads what some days were made of. A conversation, an answer and a review have the day they
// had where they were written; what was closed has that of today's zone.
func (s *Store) LookBack(ctx context.Context, of journal.Days) (b journal.LookBack, err error) {
	b.Days = of
	from, to := s.around(of)
	own := []any{from, to, of.From.String(), of.To.String()}
	fromHere, toHere := s.instants(of)
	closed := []any{fromHere, toHere}
	err = s.read(ctx, func(db querier) error {
		if b.Sessions, err = list(ctx, db, s.scanMemory, sessionMemory(memoryWords)+" AND s.held_at >= ? AND s.held_at < ? AND s.held_on BETWEEN ? AND ? ORDER BY s.held_at, s.id", own...); err != nil {
			return err
		}
		if b.Answers, err = list(ctx, db, s.scanMemory, answerMemory(memoryWords)+" AND x.held_at >= ? AND x.held_at < ? AND x.held_on BETWEEN ? AND ? ORDER BY x.held_at, x.id", own...); err != nil {
			return err
		}
		if b.Reviews, err = list(ctx, db, s.scanPastReview, selectPastReview+" AND v.held_at >= ? AND v.held_at < ? AND v.held_on BETWEEN ? AND ? ORDER BY v.held_at, v.id", own...); err != nil {
			return err
		}
		if b.Shifts, err = list(ctx, db, s.scanShiftLine, selectShiftLine+" AND x.held_at >= ? AND x.held_at < ? AND coalesce(s.held_on, f.held_on, v.held_on) BETWEEN ? AND ? ORDER BY x.held_at, x.id", own...); err != nil {
			return err
		}
		if b.Actions, err = list(ctx, db, s.scanActionView, selectAction+" WHERE a.deleted_at IS NULL AND a.state <> 'open' AND a.closed_at >= ? AND a.closed_at < ? ORDER BY a.closed_at, a.id", closed...); err != nil {
			return err
		}
		if b.Goals, err = list(ctx, db, s.scanPastGoal, selectPastGoal+" AND g.state <> 'open' AND g.closed_at >= ? AND g.closed_at < ? ORDER BY g.closed_at, g.id", closed...); err != nil {
			return err
		}
		if b.Agreements, err = list(ctx, db, scanPastAgreement, selectPastAgreement+" AND g.agreed_on BETWEEN ? AND ? ORDER BY g.agreed_on, g.id", of.From.String(), of.To.String()); err != nil {
			return err
		}
		if err := s.pastExchanges(ctx, db, &b); err != nil {
			return err
		}
		return met(ctx, db, &b)
	})
	slices.SortStableFunc(b.Sessions, memoryOrder)
	slices.SortStableFunc(b.Answers, memoryOrder)
	lines := func(a, b journal.PastLine) int { return byDay(a.On, b.On, a.At, b.At) }
	slices.SortStableFunc(b.Shifts, lines)
	slices.SortStableFunc(b.Exchanges, lines)
	return b, err
}

const selectPastReview = `SELECT v.id, v.uid, v.relationship_id, v.due_on, v.held_at, v.held_zone, v.decision, v.text, v.rev, v.created_at, p.name
	FROM review v JOIN relationship r ON r.id = v.relationship_id JOIN person p ON p.id = r.person_id WHERE v.deleted_at IS NULL AND v.held_on IS NOT NULL`

func (s *Store) scanPastReview(r *sql.Rows) (v journal.PastReview, err error) {
	var due, zone sql.NullString
	var held sql.NullInt64
	var created int64
	err = r.Scan(&v.ID, &v.UID, &v.RelationshipID, &due, &held, &zone, &v.Decision, &v.Text, &v.Rev, &created, &v.PersonName)
	v.Due, v.HeldAt, v.CreatedAt = day(due), s.momentOf(held, zone), s.clock(created)
	return v, err
}

const selectPastGoal = `SELECT g.id, g.uid, g.relationship_id, g.text, g.kind, g.tag, g.state, g.closed_at, g.created_at, p.name
	FROM goal g JOIN relationship r ON r.id = g.relationship_id JOIN person p ON p.id = r.person_id WHERE g.deleted_at IS NULL`

func (s *Store) scanPastGoal(r *sql.Rows) (g journal.PastGoal, err error) {
	var closed sql.NullInt64
	var created int64
	err = r.Scan(&g.ID, &g.UID, &g.RelationshipID, &g.Text, &g.Kind, &g.Tag, &g.State, &closed, &created, &g.PersonName)
	g.ClosedAt, g.CreatedAt = s.clockOf(closed), s.clock(created)
	return g, err
}

const selectPastAgreement = `SELECT g.id, g.uid, g.relationship_id, g.agreed_on, p.name
	FROM agreement g JOIN relationship r ON r.id = g.relationship_id JOIN person p ON p.id = r.person_id WHERE g.deleted_at IS NULL`

func scanPastAgreement(r *sql.Rows) (a journal.PastAgreement, err error) {
	var on sql.NullString
	err = r.Scan(&a.ID, &a.UID, &a.RelationshipID, &on, &a.PersonName)
	a.On = day(on)
	return a, err
}

// pastExchanges adds what was given and received in what was read.
func (s *Store) pastExchanges(ctx context.Context, db querier, b *journal.LookBack) error {
	for _, from := range []struct {
		origin
		lines map[int64]journal.PastLine
	}{
		{noteOrigin(), pastLines(b.Sessions, func(m journal.Memory) (int64, journal.PastLine) {
			return m.ID, journal.PastLine{On: m.On, At: m.At, PersonName: m.PersonName, SessionID: m.ID, FromUID: m.UID}
		})},
		{answerOrigin(), pastLines(b.Answers, func(m journal.Memory) (int64, journal.PastLine) {
			return m.ID, journal.PastLine{On: m.On, At: m.At, PersonName: m.PersonName, ReflectionID: m.ID, FromUID: m.UID}
		})},
		{reviewOrigin(), pastLines(b.Reviews, func(v journal.PastReview) (int64, journal.PastLine) {
			return v.ID, journal.PastLine{On: journal.DateOf(v.HeldAt), At: v.HeldAt, PersonName: v.PersonName, ReviewID: v.ID, FromUID: v.UID}
		})},
	} {
		which := make([]int64, 0, len(from.lines))
		for id := range from.lines {
			which = append(which, id)
		}
		slices.Sort(which)
		found, err := list(ctx, db, func(r *sql.Rows) (journal.PastLine, error) {
			var of int64
			var e journal.PastLine
			err := r.Scan(&of, &e.ID, &e.UID, &e.Direction, &e.Text)
			l := from.lines[of]
			l.ID, l.UID, l.Direction, l.Text = e.ID, e.UID, e.Direction, e.Text
			return l, err
		}, fmt.Sprintf("SELECT %[1]s, id, uid, direction, text FROM exchange WHERE %[1]s IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL ORDER BY %[1]s, pos, id", from.column), ids(which))
		if err != nil {
			return err
		}
		b.Exchanges = append(b.Exchanges, found...)
	}
	return nil
}

func pastLines[T any](all []T, line func(T) (int64, journal.PastLine)) map[int64]journal.PastLine {
	lines := make(map[int64]journal.PastLine, len(all))
	for _, one := range all {
		id, l := line(one)
		lines[id] = l
	}
	return lines
}

// met adds whom one talked with for the first time in the conversations that were read.
func met(ctx context.Context, db querier, b *journal.LookBack) error {
	in := map[int64]journal.Memory{}
	var people []int64
	for _, m := range b.Sessions {
		in[m.ID] = m
		if !slices.Contains(people, m.PersonID) {
			people = append(people, m.PersonID)
		}
	}
	type first struct {
		session int64
		uid     string
	}
	all, err := list(ctx, db, func(r *sql.Rows) (f first, err error) { return f, r.Scan(&f.session, &f.uid) },
		`SELECT (SELECT s.id FROM session s WHERE s.person_id = p.id AND s.deleted_at IS NULL ORDER BY s.held_at, s.id LIMIT 1), p.uid
		FROM json_each(?) j JOIN person p ON p.id = j.value`, ids(people))
	for _, f := range all {
		if m, ok := in[f.session]; ok {
			b.Met = append(b.Met, journal.Meeting{PersonID: m.PersonID, PersonUID: f.uid, PersonName: m.PersonName, SessionID: m.ID, On: m.On})
		}
	}
	slices.SortStableFunc(b.Met, func(x, y journal.Meeting) int { return x.On.DaysSince(y.On) })
	return err
}
