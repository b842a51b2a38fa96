package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"bothways/journal"
)

// PurgeQuery says what of the trash is to be destroyed. The zero value is what was deleted longer ago
// than it is offered to be brought back.
type PurgeQuery struct {
	All  bool   // what was deleted lately too
	With string // a part of a deleted person's name: this person, whenever deleted, and nothing else
	Step int64  // what that step deleted, and nothing else
}

// Purgeable is what a purge would destroy.
type Purgeable struct {
	Things  []journal.Trashed    // newest first
	Counts  []journal.TrashCount // of all that goes with them
	Waiting journal.TrashWaiting // of the drafts that go, those with words that were not kept yet
	Again   int                  // steps that can be done again now and cannot after a purge
	Drafted int                  // drafts that stay, with words of an undone step that goes
}

// Steps are the steps that deleted it, as Purge takes them.
func (p Purgeable) Steps() []int64 {
	out := make([]int64, len(p.Things))
	for i, t := range p.Things {
		out[i] = t.StepID
	}
	return out
}

// Purged is what a purge destroyed.
type Purged struct {
	Counts   []journal.TrashCount
	Versions int    // lines of history, with the words things had earlier
	Warning  string // a sentence where the words may still be found in the file, "" mostly
}

// Purgeable is what of the trash a purge would destroy.
func (s *Store) Purgeable(ctx context.Context, q PurgeQuery) (p Purgeable, err error) {
	err = s.read(ctx, func(db querier) error {
		to := s.trashFrom() - 1
		if q.All || q.With != "" || q.Step != 0 {
			to = s.now().AddDate(100, 0, 0).UnixMilli() // a clock may have been wrong
		}
		if p.Things, err = s.trash(ctx, db, 0, to); err != nil {
			return err
		}
		if q.With == "" {
			if p.Things, err = s.withUndone(ctx, db, p.Things, 0, to); err != nil {
				return err
			}
		}
		if q.Step != 0 {
			p.Things = slices.DeleteFunc(p.Things, func(t journal.Trashed) bool { return t.StepID != q.Step })
			if len(p.Things) == 0 {
				return notInTrash()
			}
		}
		if q.With != "" {
			if p.Things, err = oneDeleted(p.Things, q.With); err != nil {
				return err
			}
		}
		gone, undone, err := s.goes(ctx, db, p.Steps())
		if err != nil {
			return err
		}
		p.Counts = goneCounts(gone, undone)
		if p.Waiting, err = s.waiting(ctx, db, gone); err != nil {
			return err
		}
		if p.Drafted, err = drafted(ctx, db, gone, undone); err != nil {
			return err
		}
		p.Again, err = count(ctx, db, "SELECT count(*) FROM step WHERE state = 'undone'")
		return err
	})
	return p, err
}

// goes is everything a purge of some steps destroys: rows, and what undone steps among them had
// written elsewhere.
func (s *Store) goes(ctx context.Context, q querier, steps []int64) (rowSet, []undoneStep, error) {
	undone, err := s.undoneSteps(ctx, q, 0, 0, steps)
	if err != nil {
		return nil, nil, err
	}
	gone, err := closure(ctx, q, steps, undone)
	return gone, undone, err
}

func goneCounts(gone rowSet, undone []undoneStep) []journal.TrashCount {
	all := gone.counts()
	if len(undone) > 0 {
		all = append(all, journal.TrashCount{Kind: journal.TrashUndone, N: len(undone)})
	}
	return all
}

// waiting is how many of the drafts that go were not kept yet, and when somebody typed in them last.
func (s *Store) waiting(ctx context.Context, q querier, gone rowSet) (w journal.TrashWaiting, err error) {
	var last int64
	// One that was kept has its words where they belong; one that waits, was set aside or went with what
	// it is of has not.
	err = q.QueryRowContext(ctx, `SELECT count(*), ifnull(max(d.updated_at), 0) FROM draft d WHERE d.text <> '' AND d.id IN (SELECT value FROM json_each(?))
		AND (d.deleted_at IS NULL OR EXISTS (SELECT 1 FROM history h JOIN step s ON s.id = h.step_id
			WHERE h.tbl = 'draft' AND h.row_id = d.id AND h.op = 'delete' AND s.state = 'done' AND s.at = d.deleted_at AND s.what IN (`+trashSQL()+`)))`,
		ids(gone.ids(tableDraft))).Scan(&w.N, &last)
	if w.N > 0 {
		w.Last = s.clock(last)
	}
	return w, err
}

// drafted is how many drafts wait that undone steps had been typed as: they have the same words, and
// stay.
func drafted(ctx context.Context, q querier, gone rowSet, undone []undoneStep) (int, error) {
	of := make([]int64, len(undone))
	for i, u := range undone {
		of[i] = u.ID
	}
	return count(ctx, q, `SELECT count(DISTINCT d.id) FROM draft d JOIN history h ON h.tbl = 'draft' AND h.row_id = d.id
		WHERE d.deleted_at IS NULL AND h.step_id IN (SELECT value FROM json_each(?)) AND d.id NOT IN (SELECT value FROM json_each(?))`, ids(of), ids(gone.ids(tableDraft)))
}

// oneDeleted is the one deleted person whose name has a part.
func oneDeleted(all []journal.Trashed, part string) ([]journal.Trashed, error) {
	fits := slices.DeleteFunc(all, func(t journal.Trashed) bool {
		return t.Kind != journal.TrashPerson || !strings.Contains(nameKey(t.Name), nameKey(part))
	})
	switch len(fits) {
	case 0:
		return nil, journal.Errorf(journal.CodeNotFound, "Nobody called “%s” was deleted, so there is nobody to purge; who is in the journal is deleted first.", clip(part))
	case 1:
		return fits, nil
	}
	names := make([]string, len(fits))
	for i, f := range fits {
		names[i] = f.Name
	}
	return nil, journal.Errorf(journal.CodeAmbiguous, "“%s” fits several people who were deleted: %s. Say more of the name.", clip(part), strings.Join(names, ", "))
}

func (r rowSet) counts() []journal.TrashCount {
	n := map[table]int{}
	for tbl, rows := range r {
		n[tbl] = len(rows)
	}
	return counts(n)
}

// Purge destroys what steps deleted, and what steps that were undone had written: the rows, every version of their words, the drafts they were
// typed as, and the words of the steps. It is the one thing that cannot be taken back. What was
// brought back meanwhile stays. It answers CodeNotFound where nothing is left to be destroyed.
func (s *Store) Purge(ctx context.Context, steps []int64) (done Purged, err error) {
	warning, err := s.destroy(ctx, func(p *purging) error {
		gone, undone, err := s.goes(p.ctx, p.Tx, steps)
		if err != nil {
			return err
		}
		if len(gone) == 0 && len(undone) == 0 {
			return notInTrash()
		}
		p.gone, done.Counts = gone, goneCounts(gone, undone)
		taken, err := p.forgetUndone(undone)
		if err != nil {
			return err
		}
		done.Versions, err = p.run()
		done.Versions += taken
		return err
	})
	if err != nil {
		return Purged{}, err
	}
	done.Warning = warning
	return done, nil
}

// destroy runs do, which takes words out of the file for good, and sees to it that no byte of them
// stays. It answers a sentence where that could not be done whole.
func (s *Store) destroy(ctx context.Context, do func(*purging) error) (warning string, err error) {
	if s.wr == nil {
		return "", errReadOnly()
	}
	ctx = context.WithoutCancel(ctx)
	if _, err := s.wr.ExecContext(ctx, "PRAGMA secure_delete = ON"); err != nil {
		return "", s.fail(err)
	}
	err = s.write(ctx, func(ctx context.Context, x *sql.Tx) error {
		return do(&purging{Tx: x, ctx: ctx, now: s.now().UnixMilli()})
	})
	if err != nil {
		return "", err
	}
	return s.forget(ctx), nil
}

// forget makes the file forget what was destroyed: what is freed in it is overwritten, and what waits
// beside it is folded in. It answers a sentence where that could not be done whole.
func (s *Store) forget(ctx context.Context) string {
	if err := s.here(); err != nil {
		return journal.ErrorMessage(err)
	}
	// An index keeps what was taken out of it until it is put together anew.
	const traces = "It is destroyed, but the file could not be written anew, perhaps for want of room, so traces of the words may be left in it; a later purge clears them."
	if _, err := s.Indexed(ctx); err != nil {
		return traces
	}
	if _, err := s.wr.ExecContext(ctx, "INSERT INTO search (search) VALUES ('optimize')"); err != nil {
		return traces
	}
	// Every page is written anew also where somebody reads just now: what is folded in later is then
	// without the words.
	if _, err := s.wr.ExecContext(ctx, "VACUUM"); err != nil {
		return traces
	}
	if whole, _ := foldIn(ctx, s.wr); !whole {
		return "It is destroyed, but the journal is being read just now; traces of the words may stay in the file until every window is closed."
	}
	return ""
}

// closure is all rows that go when what some steps deleted is destroyed: those rows; what is part of
// them and was deleted, or never was kept; and the drafts they were typed as. What was deleted by
// itself and is not an inseparable part stays in the trash.
func closure(ctx context.Context, q querier, steps []int64, undone []undoneStep) (rowSet, error) {
	lines, err := linesOf(ctx, q, steps)
	if err != nil {
		return nil, err
	}
	gone := rowSet{}
	for _, l := range lines {
		gone.add(l.table, l.row)
	}
	for _, u := range undone {
		for _, r := range u.rows {
			gone.add(r.table, r.row)
		}
	}
	if len(gone) == 0 {
		return gone, nil
	}
	all, err := trashLines(ctx, q, 0, 1<<62)
	if err != nil {
		return nil, err
	}
	apart := newApart(all, steps)
	for more := true; more; {
		more = false
		for _, c := range ties() {
			if c.goes == stays || len(gone[c.parent]) == 0 {
				continue
			}
			deleted := " AND deleted_at IS NOT NULL"
			if c.child == tableDraft {
				deleted = "" // what was typed on in it is nothing without it
			}
			found, err := list(ctx, q, scanID, fmt.Sprintf("SELECT id FROM %s WHERE %s IN (SELECT value FROM json_each(?))%s", c.child, c.column, deleted), ids(gone.ids(c.parent)))
			if err != nil {
				return nil, err
			}
			for _, id := range found {
				if c.goes == goesAlone && apart.has(c.child, id, gone) {
					continue
				}
				more = gone.add(c.child, id) || more
			}
		}
		found, err := typedAs(ctx, q, gone)
		if err != nil {
			return nil, err
		}
		for _, id := range found {
			more = gone.add(tableDraft, id) || more
		}
	}
	return gone, nil
}

// trashedApart is what is in the trash by itself: what other steps deleted.
type trashedApart struct {
	of   map[rowRef]int64 // the step that deleted a row
	main map[int64]rowRef // the thing a step was made to delete
}

func newApart(all []trashLine, but []int64) trashedApart {
	a := trashedApart{map[rowRef]int64{}, map[int64]rowRef{}}
	for _, l := range all {
		if slices.Contains(but, l.step) {
			continue
		}
		r := rowRef{l.table, l.row}
		a.of[r] = l.step
		if of, _ := trashOf(l.what); of == l.table {
			a.main[l.step] = r
		}
	}
	return a
}

// has reports whether a row stays in the trash by itself. What only went with something that goes now
// does not.
func (a trashedApart) has(tbl table, id int64, gone rowSet) bool {
	step, ok := a.of[rowRef{tbl, id}]
	if !ok {
		return false
	}
	main, ok := a.main[step]
	return !ok || !gone.has(main.table, main.row)
}

// typedAs are the drafts that rows were kept from, which are deleted since, and those they went on
// from. One that was undone, and kept as something else or set aside then, stays with that.
func typedAs(ctx context.Context, q querier, of rowSet) ([]int64, error) {
	var all []int64
	for _, from := range origins() {
		found, err := list(ctx, q, scanID, `SELECT DISTINCT d.id FROM draft d JOIN history h ON h.tbl = 'draft' AND h.row_id = d.id
			WHERE d.deleted_at IS NOT NULL AND h.step_id IN (SELECT step_id FROM history WHERE tbl = ?1 AND row_id IN (SELECT value FROM json_each(?2)))
			AND NOT EXISTS (SELECT 1 FROM history o JOIN step s ON s.id = o.step_id WHERE o.tbl = 'draft' AND o.row_id = d.id AND s.state = 'done'
				AND (s.what = ?3 OR EXISTS (SELECT 1 FROM history k WHERE k.step_id = s.id AND k.tbl IN ('session', 'reflection', 'review')
					AND NOT (k.tbl = ?1 AND k.row_id IN (SELECT value FROM json_each(?2))))))`,
			string(from.table), ids(of.ids(from.table)), string(journal.StepDraftSetAside))
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	beside, err := list(ctx, q, scanID, `SELECT d.id FROM draft d JOIN draft o ON d.of_uid = o.uid OR o.of_uid = d.uid
		WHERE d.deleted_at IS NOT NULL AND o.id IN (SELECT value FROM json_each(?))`, ids(of.ids(tableDraft)))
	return append(all, beside...), err
}
