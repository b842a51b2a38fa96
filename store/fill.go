package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"bothways/journal"
)

// Filler writes a made-up journal. What it is given has its ids and uids already; what refers to
// something comes after it. The same input makes the same content.
type Filler struct {
	ctx        context.Context
	zones      *zones
	statements map[table]*sql.Stmt
	tx         *sql.Tx
	written    map[int64]writtenRelationship // by id
}

// writtenRelationship is what is written again with what is part of a relationship.
type writtenRelationship struct {
	uid     string
	person  int64
	created int64
}

// Fill writes a whole journal at once into one that is still empty: without history, in one
// transaction on a file that takes the journal's place when it is complete. Nothing else may use
// the journal meanwhile. Where it fails, the journal is empty as before.
func (s *Store) Fill(ctx context.Context, fill func(*Filler) error) error {
	if s.readOnly {
		return errReadOnly()
	}
	if err := s.mustBeEmpty(ctx); err != nil {
		return err
	}
	tmp, err := build(ctx, filepath.Dir(s.file), far(filepath.Dir(s.file)), func(ctx context.Context, db *sql.DB) error { return s.fillNew(ctx, db, fill) })
	if err != nil {
		return s.fail(err)
	}
	if err := s.Close(); err != nil {
		return errors.Join(err, os.Remove(tmp))
	}
	moved := os.Rename(tmp, s.file)
	if moved == nil {
		syncDir(filepath.Dir(s.file))
	} else {
		_ = os.Remove(tmp)
	}
	return s.fail(errors.Join(moved, s.reopen()))
}

// reopen opens the journal again after it was closed.
func (s *Store) reopen() error {
	s.closed.Store(false)
	if err := s.hold(); err != nil {
		return err
	}
	return s.openPools(s.file, toRead)
}

func (s *Store) mustBeEmpty(ctx context.Context) error {
	return s.read(ctx, func(db querier) error {
		n, err := count(ctx, db, `SELECT EXISTS (SELECT 1 FROM person) + EXISTS (SELECT 1 FROM reflection)
			+ EXISTS (SELECT 1 FROM prompt_set) + EXISTS (SELECT 1 FROM prompt)
			+ EXISTS (SELECT 1 FROM draft WHERE deleted_at IS NULL OR text <> '') + EXISTS (SELECT 1 FROM step)`)
		if err == nil && n > 0 {
			err = journal.Errorf(journal.CodeConflict, "%s is a journal that was written in; it was not touched. Name a new file.", s.path)
		}
		return err
	})
}

func (s *Store) fillNew(ctx context.Context, db *sql.DB, fill func(*Filler) error) error {
	if err := migrate(ctx, db); err != nil {
		return err
	}
	x, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = x.Rollback() }()
	// An index is made several times faster from all rows at once.
	indexes, err := list(ctx, x, func(r *sql.Rows) (s [2]string, err error) { return s, r.Scan(&s[0], &s[1]) },
		"SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY rowid")
	if err != nil {
		return err
	}
	for _, i := range indexes {
		if _, err := x.ExecContext(ctx, "DROP INDEX "+i[0]); err != nil {
			return err
		}
	}
	f := &Filler{ctx: ctx, zones: s.zones, statements: map[table]*sql.Stmt{}, tx: x, written: map[int64]writtenRelationship{}}
	if err := fill(f); err != nil {
		return err
	}
	for _, i := range indexes {
		if _, err := x.ExecContext(ctx, i[1]); err != nil {
			return err
		}
	}
	if err := indexAll(ctx, x); err != nil {
		return err
	}
	return x.Commit()
}

// columnsOf are the columns a Filler writes, besides id, uid, created_at and updated_at.
func columnsOf(t table) []string {
	switch t {
	case tablePerson:
		return []string{"name", "name_key", "how_known", "common_ground", "core_values", "contact", "notes"}
	case tableRelationship:
		return []string{"person_id", "role", "kind", "setting", "formality", "state", "purpose", "focus", "from_on", "until_on", "rhythm_every", "rhythm_unit", "next_on",
			"asked_on", "asked_how", "trial_until", "suggested_in", "ended_on", "thanks", "resumed_on"}
	case tableSession:
		return []string{"relationship_id", "person_id", "held_at", "held_zone", "held_on", "minutes", "medium", "role", "rev", "private", "note"}
	case tableExchange:
		return []string{"session_id", "relationship_id", "held_at", "direction", "text", "source", "pos"}
	case tableShift:
		return []string{"session_id", "text", "source", "pos"}
	case tableTopic:
		return []string{"relationship_id", "session_id", "text", "hard", "state", "raised_in", "source", "pos"}
	case tableAction:
		return []string{"person_id", "relationship_id", "session_id", "text", "owner", "due_on", "state", "outcome", "carried", "closed_at", "source", "pos"}
	case tableReflection:
		return []string{"person_id", "held_at", "held_zone", "held_on", "seconds", "prompt_id", "set_id", "prompt_language", "prompt_version", "rev", "question", "text"}
	case tableMatch, tableAgreement, tableGoal, tableGoalNote, tableReview, tableAdvice:
		return arcColumnsOf(t)
	case tableCheckIn:
		return []string{"session_id", "relationship_id", "held_at", "energy", "trust", "listening", "asking", "advising", "needs", "interventions", "moves", "relations"}
	}
	return nil
}

// add writes a row. values are those of columnsOf, in order.
func (f *Filler) add(t table, id int64, uid string, created int64, values ...any) error {
	if err := f.ctx.Err(); err != nil {
		return err
	}
	st := f.statements[t]
	if st == nil {
		columns := append([]string{"id", "uid", "created_at", "updated_at"}, columnsOf(t)...)
		var err error
		st, err = f.tx.PrepareContext(f.ctx, "INSERT INTO "+string(t)+" ("+strings.Join(columns, ", ")+") VALUES (?"+strings.Repeat(", ?", len(columns)-1)+")")
		if err != nil {
			return err
		}
		f.statements[t] = st
	}
	_, err := st.ExecContext(f.ctx, append([]any{orNull(id), uid, created, created}, values...)...)
	return err
}

// Person writes a person.
func (f *Filler) Person(p journal.Person) error {
	return f.add(tablePerson, p.ID, p.UID, msOr(p.CreatedAt, time.Time{}),
		p.Name, nameKey(p.Name), p.HowKnown, p.CommonGround, p.CoreValues, p.Contact, p.Notes)
}

// Relationship writes a relationship with a person written before.
func (f *Filler) Relationship(r journal.Relationship) error {
	focus, err := focusJSON(r.Focus)
	if err != nil {
		return err
	}
	created := msOr(r.CreatedAt, time.Time{})
	f.written[r.ID] = writtenRelationship{r.UID, r.PersonID, created}
	return f.add(tableRelationship, r.ID, r.UID, created,
		r.PersonID, string(r.Role), string(r.Kind), r.Setting, string(r.Formality), string(r.State), r.Purpose, focus,
		dateOrNull(r.From), dateOrNull(r.Until), r.Rhythm.Every, string(r.Rhythm.Unit), dateOrNull(r.NextSession),
		dateOrNull(r.AskedOn), r.AskedHow, dateOrNull(r.TrialUntil), orNull(r.SuggestedIn), dateOrNull(r.EndedOn), r.Thanks, dateOrNull(r.ResumedOn))
}

// Session writes a conversation with its check-in, actions and exchanges, and the topics and shifts that
// lifted from it. The Shifts of v are only words and are not looked at. A topic that was raised
// later is left to Topic.
func (f *Filler) Session(v journal.SessionView, topics []journal.Topic, shifts []journal.Shift) error {
	created := msOr(v.CreatedAt, v.At)
	person := f.written[v.RelationshipID].person
	if err := f.add(tableSession, v.ID, v.UID, created,
		v.RelationshipID, person, v.At.UnixMilli(), f.zones.name(v.At), journal.DateOf(v.At).String(),
		orNull(int64(v.Minutes)), string(v.Medium), string(v.Role), max(v.Rev, 1), v.Private, v.Note); err != nil {
		return err
	}
	if err := f.checkIn(v, created); err != nil {
		return err
	}
	pos := positions(v.Note)
	for _, e := range v.Exchanges {
		if err := f.add(tableExchange, e.ID, e.UID, msOr(e.CreatedAt, v.At), v.ID, v.RelationshipID, v.At.UnixMilli(), string(e.Direction), e.Text, e.Source, pos(e.Source)); err != nil {
			return err
		}
	}
	for _, sh := range shifts {
		if err := f.add(tableShift, sh.ID, sh.UID, msOr(sh.CreatedAt, v.At), v.ID, sh.Text, sh.Source, pos(sh.Source)); err != nil {
			return err
		}
	}
	for _, t := range topics {
		if err := f.topic(t, pos(t.Source), v.At); err != nil {
			return err
		}
	}
	for _, a := range v.Actions {
		var closed any
		if a.State != journal.ActionOpen {
			closed = msOr(a.ClosedAt, v.At)
		}
		if err := f.add(tableAction, a.ID, a.UID, msOr(a.CreatedAt, v.At),
			orNull(a.PersonID), orNull(a.RelationshipID), v.ID, a.Text, string(a.Owner), dateOrNull(a.Due), string(a.State),
			a.Outcome, a.Carried, closed, a.Source, pos(a.Source)); err != nil {
			return err
		}
	}
	return nil
}

// Topic writes a topic whose conversations were written before: the one it came from and the one
// it was raised in.
func (f *Filler) Topic(t journal.Topic) error {
	var note string
	if t.SessionID != 0 {
		if err := f.tx.QueryRowContext(f.ctx, "SELECT note FROM session WHERE id = ?", t.SessionID).Scan(&note); err != nil {
			return err
		}
	}
	return f.topic(t, positions(note)(t.Source), time.Time{})
}

func (f *Filler) topic(t journal.Topic, pos int64, created time.Time) error {
	return f.add(tableTopic, t.ID, t.UID, msOr(t.CreatedAt, created),
		t.RelationshipID, orNull(t.SessionID), t.Text, flag(t.Hard), string(t.State), orNull(t.RaisedIn), t.Source, pos)
}

// Reflection writes a reflection.
func (f *Filler) Reflection(r journal.Reflection) error {
	return f.add(tableReflection, r.ID, r.UID, msOr(r.CreatedAt, r.At),
		orNull(r.PersonID), r.At.UnixMilli(), f.zones.name(r.At), journal.DateOf(r.At).String(), orNull(int64(r.Seconds)),
		r.PromptID, r.SetID, r.Language, r.Version, max(r.Rev, 1), r.Question, r.Text)
}

// checkIn writes the check-in of a conversation, where there is one.
func (f *Filler) checkIn(v journal.SessionView, created int64) error {
	if v.CheckIn.IsZero() {
		return nil
	}
	if err := v.CheckIn.Validate(); err != nil {
		return err
	}
	r, err := checkInRow(v.CheckIn)
	if err != nil {
		return err
	}
	r["session_id"], r["relationship_id"], r["held_at"] = v.ID, v.RelationshipID, v.At.UnixMilli()
	return f.add(tableCheckIn, 0, v.UID, created, r.typed(columnsOf(tableCheckIn))...)
}

// positions tells at which line of a note a source stands; of lines that read alike each is told
// once.
func positions(note string) func(source string) int64 {
	taken := map[int]bool{}
	return func(source string) int64 {
		start, line := 0, 0
		for {
			end := strings.IndexByte(note[start:], '\n')
			text := note[start:]
			if end >= 0 {
				text = note[start : start+end]
			}
			if !taken[start] && strings.TrimSuffix(text, "\r") == source {
				taken[start] = true
				return int64(line)
			}
			if end < 0 {
				return int64(line)
			}
			start += end + 1
			line++
		}
	}
}

// msOr is an instant in milliseconds, or another where it is not said.
func msOr(t, or time.Time) int64 {
	if t.IsZero() {
		t = or
	}
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}
