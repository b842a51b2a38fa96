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
		return s.addActions(ctx, db, page)
	})
	return page, next, err
}

// addActions adds to answers the actions that came of them, in the order of their words.
func (s *Store) addActions(ctx context.Context, db querier, page []journal.ReflectionView) error {
	at := make(map[int64]*journal.ReflectionView, len(page))
	which := make([]int64, len(page))
	for i := range page {
		at[page[i].ID], which[i] = &page[i], page[i].ID
	}
	actions, err := list(ctx, db, s.scanAction, "SELECT "+actionColumns+` FROM action a
		WHERE a.reflection_id IN (SELECT value FROM json_each(?)) AND a.deleted_at IS NULL ORDER BY a.reflection_id, a.pos, a.id`, ids(which))
	for _, a := range actions {
		at[a.ReflectionID].Actions = append(at[a.ReflectionID].Actions, a)
	}
	return err
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
	err = s.addActions(ctx, db, found)
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
		for _, of := range []struct {
			table table
			where string
		}{
			{tableExchange, "reflection_id = ?"},
			{tableShift, "reflection_id = ?"},
			{tableTopic, "reflection_id = ? AND state = 'waiting'"},
			{tableAction, "reflection_id = ? AND state = 'open'"},
		} {
			if err := t.deleteAll(of.table, of.where, id); err != nil {
				return err
			}
		}
		return t.delete(tableReflection, id)
	})
}
