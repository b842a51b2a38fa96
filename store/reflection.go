package store

import (
	"context"
	"database/sql"

	"bothways/journal"
)

const selectReflection = `SELECT x.id, x.uid, ifnull(x.person_id, 0), x.held_at, x.held_zone, ifnull(x.seconds, 0),
	x.prompt_id, x.set_id, x.prompt_language, x.prompt_version, x.question, x.text, x.rev, x.created_at, x.updated_at, ifnull(p.uid, ''), ifnull(p.name, '')
	FROM reflection x LEFT JOIN person p ON p.id = x.person_id`

func (s *Store) scanReflection(r *sql.Rows) (v journal.ReflectionView, err error) {
	var held, created, updated int64
	var zone string
	err = r.Scan(&v.ID, &v.UID, &v.PersonID, &held, &zone, &v.Seconds,
		&v.PromptID, &v.SetID, &v.Language, &v.Version, &v.Question, &v.Text, &v.Rev, &created, &updated, &v.PersonUID, &v.PersonName)
	v.At, v.CreatedAt, v.UpdatedAt = s.zones.at(held, zone), s.clock(created), s.clock(updated)
	return v, err
}

// askedRow is a question as it was put, as it is kept with an answer and with the draft of one.
func askedRow(a journal.Asked) row {
	return row{"prompt_id": a.PromptID, "set_id": a.SetID, "question": a.Question, "prompt_language": a.Language, "prompt_version": int64(a.Version)}
}

// Reflections lists answers, newest first, with what lifted from each.
func (s *Store) Reflections(ctx context.Context, q ReflectionQuery) (page []journal.ReflectionView, next Cursor, err error) {
	where, args := "", []any{}
	if q.PromptID != "" {
		where += " AND x.prompt_id = ? AND x.prompt_id <> ''"
		args = append(args, q.PromptID)
	}
	if q.PersonID != 0 {
		where += " AND x.person_id = ?"
		args = append(args, q.PersonID)
	}
	if q.Before != "" {
		at, id, err := q.Before.readAt()
		if err != nil {
			return nil, "", err
		}
		where += " AND (x.held_at, x.id) < (?, ?)"
		args = append(args, at, id)
	}
	limit := limitOr(q.Limit)
	args = append(args, limit+1)
	err = s.read(ctx, func(db querier) error {
		page, err = list(ctx, db, s.scanReflection, selectReflection+" WHERE x.deleted_at IS NULL"+where+" ORDER BY x.held_at DESC, x.id DESC LIMIT ?", args...)
		if err != nil {
			return err
		}
		page, next = cut(page, limit, func(v journal.ReflectionView) Cursor { return cursorAt(v.At.UnixMilli(), v.ID) })
		return s.addLiftedFrom(ctx, db, page)
	})
	return page, next, err
}

// addLiftedFrom adds to answers what came of them, in the order of their words.
func (s *Store) addLiftedFrom(ctx context.Context, db querier, page []journal.ReflectionView) error {
	at := make(map[int64]*journal.ReflectionView, len(page))
	which := make([]int64, len(page))
	for i := range page {
		at[page[i].ID], which[i] = &page[i], page[i].ID
	}
	const of = " WHERE reflection_id IN (SELECT value FROM json_each(?)) AND %s.deleted_at IS NULL ORDER BY reflection_id, pos, %[1]s.id"
	keys := ids(which)
	actions, err := list(ctx, db, s.scanAction, "SELECT "+actionColumns+" FROM action a"+alias(of, "a"), keys)
	if err != nil {
		return err
	}
	for _, a := range actions {
		at[a.ReflectionID].Actions = append(at[a.ReflectionID].Actions, a)
	}
	exchanges, err := list(ctx, db, s.scanExchangeOf, "SELECT reflection_id, id, uid, direction, text, source, created_at FROM exchange"+alias(of, "exchange"), keys)
	if err != nil {
		return err
	}
	for _, e := range exchanges {
		at[e.of].Exchanges = append(at[e.of].Exchanges, e.Exchange)
	}
	shifts, err := list(ctx, db, scanShiftOf, "SELECT reflection_id, text FROM shift"+alias(of, "shift"), keys)
	if err != nil {
		return err
	}
	for _, sh := range shifts {
		at[sh.of].Shifts = append(at[sh.of].Shifts, sh.text)
	}
	topics, err := s.topicsFrom(ctx, db, answerOrigin(), which)
	for _, t := range topics {
		at[t.ReflectionID].Topics = append(at[t.ReflectionID].Topics, t)
	}
	return err
}

// exchangeOf and shiftOf are what came of an answer, with that answer.
type (
	exchangeOf struct {
		of int64
		journal.Exchange
	}
	shiftOf struct {
		of   int64
		text string
	}
)

func (s *Store) scanExchangeOf(r *sql.Rows) (e exchangeOf, err error) {
	var created int64
	err = r.Scan(&e.of, &e.ID, &e.UID, &e.Direction, &e.Text, &e.Source, &created)
	e.CreatedAt = s.clock(created)
	return e, err
}

func scanShiftOf(r *sql.Rows) (sh shiftOf, err error) { return sh, r.Scan(&sh.of, &sh.text) }

// topicsFrom are the topics that lifted from some notes or answers, whatever became of them, in the
// order of the words.
func (s *Store) topicsFrom(ctx context.Context, db querier, from origin, which []int64) (topics []journal.Topic, err error) {
	found, err := list(ctx, db, s.scanTopic, selectTopic+" WHERE t."+from.column+" IN (SELECT value FROM json_each(?)) AND t.deleted_at IS NULL ORDER BY t."+
		from.column+", t.pos, t.id", ids(which))
	for _, v := range found {
		topics = append(topics, v.Topic)
	}
	return topics, err
}

// SessionTopics are the topics that lifted from the note of a conversation, in the order of the note,
// whatever became of them.
func (s *Store) SessionTopics(ctx context.Context, id int64) (topics []journal.Topic, err error) {
	err = s.read(ctx, func(db querier) error {
		topics, err = s.topicsFrom(ctx, db, noteOrigin(), []int64{id})
		return err
	})
	return topics, err
}

// CountReflections is how many answers about a person are kept.
func (s *Store) CountReflections(ctx context.Context, personID int64) (n int, err error) {
	err = s.read(ctx, func(db querier) error {
		n, err = count(ctx, db, "SELECT count(*) FROM reflection x WHERE x.person_id = ? AND x.deleted_at IS NULL", personID)
		return err
	})
	return n, err
}

// Reflection is one answer with what lifted from it.
func (s *Store) Reflection(ctx context.Context, id int64) (v journal.ReflectionView, err error) {
	err = s.read(ctx, func(db querier) error {
		v, err = s.reflection(ctx, db, id)
		return err
	})
	return v, err
}

func (s *Store) reflection(ctx context.Context, db querier, id int64) (journal.ReflectionView, error) {
	found, err := list(ctx, db, s.scanReflection, selectReflection+" WHERE x.id = ? AND x.deleted_at IS NULL", id)
	if err != nil {
		return journal.ReflectionView{}, err
	}
	if len(found) == 0 {
		return journal.ReflectionView{}, notFound("answer")
	}
	err = s.addLiftedFrom(ctx, db, found)
	return found[0], err
}

// FindReflection finds the one answer whose uid begins or ends with a part.
func (s *Store) FindReflection(ctx context.Context, uidPart string) (v journal.ReflectionView, err error) {
	err = s.read(ctx, func(db querier) error {
		id, err := findUID(ctx, db, tableReflection, "answer", uidPart)
		if err != nil {
			return err
		}
		v, err = s.reflection(ctx, db, id)
		return err
	})
	return v, err
}

// DeleteReflection hides an answer with what lifted from it and is still open. What was done with
// its actions stays.
func (s *Store) DeleteReflection(ctx context.Context, id int64) error {
	return s.step(ctx, journal.StepAnswerDeleted, "", "", func(t *tx) error {
		v, err := s.reflection(t.ctx, t.Tx, id)
		if err != nil {
			return err
		}
		t.name = v.PersonName
		if err := t.deleteLifted(answerOrigin(), id); err != nil {
			return err
		}
		return t.delete(tableReflection, id)
	})
}
