package store

import (
	"context"
	"fmt"

	"bothways/journal"
)

// chanceTries is how often a place is drawn before the nearest entry is taken. A draw misses only what
// was deleted, so with half of all deleted the nearest is taken once in 2 to the power of this.
const chanceTries = 64

// Chance is a conversation or an answer drawn from all there are, each as likely as any other. pick
// answers a number from 0 up to but without n, each as likely. The one named but does not come again
// where there is another; ok is false where there is none at all.
//
// A place among all ids is drawn until something is there: rows are hidden rather than removed, so most
// draws find something, and none has to count or to sort.
func (s *Store) Chance(ctx context.Context, pick func(n int64) int64, but journal.Memory) (m journal.Memory, ok bool, err error) {
	err = s.read(ctx, func(db querier) error {
		sessions, err := highest(ctx, db, tableSession)
		if err != nil {
			return err
		}
		answers, err := highest(ctx, db, tableReflection)
		if err != nil || sessions+answers == 0 {
			return err
		}
		place := int64(0)
		for range chanceTries {
			place = pick(sessions + answers)
			kind, id := journal.MemorySession, place+1
			if place >= sessions {
				kind, id = journal.MemoryAnswer, place-sessions+1
			}
			m, ok, err = s.memory(ctx, db, kind, id)
			if err != nil || ok && (m.Kind != but.Kind || m.ID != but.ID) {
				return err
			}
		}
		m, ok, err = s.nearest(ctx, db, place+1, sessions, but)
		return err
	})
	return m, ok, err
}

// Memory is one conversation or answer as looking back shows it; ok is false where it is gone.
func (s *Store) Memory(ctx context.Context, kind journal.MemoryKind, id int64) (m journal.Memory, ok bool, err error) {
	err = s.read(ctx, func(db querier) error {
		m, ok, err = s.memory(ctx, db, kind, id)
		return err
	})
	return m, ok, err
}

func (s *Store) memory(ctx context.Context, db querier, kind journal.MemoryKind, id int64) (journal.Memory, bool, error) {
	if kind == journal.MemorySession {
		return first(ctx, db, s.scanMemory, sessionMemory(memoryPage)+" AND s.id = ?", id)
	}
	return first(ctx, db, s.scanMemory, answerMemory(memoryPage)+" AND x.id = ?", id)
}

func highest(ctx context.Context, db querier, of table) (int64, error) {
	n, err := count(ctx, db, fmt.Sprintf("SELECT ifnull(max(id), 0) FROM %s", of))
	return max(0, int64(n)), err
}

// nearest is the next entry from a place on, for where almost all were deleted.
func (s *Store) nearest(ctx context.Context, db querier, place, sessions int64, but journal.Memory) (m journal.Memory, ok bool, err error) {
	not := func(kind journal.MemoryKind) int64 {
		if but.Kind == kind {
			return but.ID
		}
		return 0
	}
	session := sessionMemory(memoryPage) + " AND s.id >= ? AND s.id <> ? ORDER BY s.id LIMIT 1"
	answer := answerMemory(memoryPage) + " AND x.id >= ? AND x.id <> ? ORDER BY x.id LIMIT 1"
	type ask struct {
		query    string
		from, no int64
	}
	for _, a := range []ask{
		{session, place, not(journal.MemorySession)}, {answer, place - sessions, not(journal.MemoryAnswer)},
		{session, 0, not(journal.MemorySession)}, {answer, 0, not(journal.MemoryAnswer)},
	} {
		if m, ok, err = first(ctx, db, s.scanMemory, a.query, a.from, a.no); err != nil || ok {
			return m, ok, err
		}
	}
	if but.ID == 0 {
		return m, false, nil
	}
	return s.memory(ctx, db, but.Kind, but.ID) // the only one there is
}
