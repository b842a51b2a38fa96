package store

import (
	"context"
	"slices"

	"bothways/journal"
)

// ThisDay reads what was on the same day of other years, at most limit of it, newest first. Where
// nothing was, it is what was in the same week.
func (s *Store) ThisDay(ctx context.Context, today journal.Date, limit int) (d journal.ThisDay, err error) {
	d.On = today
	limit = limitOr(limit)
	err = s.read(ctx, func(db querier) error {
		if d.Memories, err = s.onDays(ctx, db, today, journal.SameDays(today), limit+1); err != nil || len(d.Memories) > 0 {
			return err
		}
		d.Memories, err = s.onDays(ctx, db, today, journal.SameWeek(today), limit+1)
		d.Week = len(d.Memories) > 0
		return err
	})
	if len(d.Memories) > limit {
		d.Memories, d.More = d.Memories[:limit], true
	}
	return d, err
}

// LastOnThisDay is the newest of what was on the same day of other years; ok is false where nothing was.
func (s *Store) LastOnThisDay(ctx context.Context, today journal.Date) (m journal.Memory, ok bool, err error) {
	err = s.read(ctx, func(db querier) error {
		all, err := s.onDays(ctx, db, today, journal.SameDays(today), 1)
		if len(all) > 0 {
			m, ok = all[0], true
		}
		return err
	})
	return m, ok, err
}

// otherYear is how many days ago the same day of another year is at least, with the days around it.
const otherYear = 300

// onDays is what was on some days, each MM-DD, of the years before.
func (s *Store) onDays(ctx context.Context, db querier, today journal.Date, days []string, limit int) (all []journal.Memory, err error) {
	before := today.AddDays(-otherYear).String()
	for _, day := range days {
		for _, query := range []string{
			sessionMemory(memoryWords) + " AND substr(s.held_on, 6) = ? AND s.held_on < ? ORDER BY s.held_on DESC, s.held_at DESC LIMIT ?",
			answerMemory(memoryWords) + " AND substr(x.held_on, 6) = ? AND x.held_on < ? ORDER BY x.held_on DESC, x.held_at DESC LIMIT ?",
		} {
			some, err := list(ctx, db, s.scanMemory, query, day, before, limit)
			if err != nil {
				return nil, err
			}
			all = append(all, some...)
		}
	}
	slices.SortStableFunc(all, func(a, b journal.Memory) int { return memoryOrder(b, a) })
	return all[:min(len(all), limit)], nil
}
