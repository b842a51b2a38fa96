package store

import (
	"context"
	"database/sql"
	"fmt"

	"bothways/journal"
)

// purgedRow reports whether a row that something referred to was purged: it is not there, or stays
// hidden without words and without a history. What was only deleted has its history.
func purgedRow(ctx context.Context, q querier, tbl table, id int64) (bool, error) {
	if id == 0 {
		return false, nil
	}
	n, err := count(ctx, q, fmt.Sprintf(`SELECT count(*) FROM %[1]s x WHERE x.id = ? AND (x.deleted_at IS NULL
		OR EXISTS (SELECT 1 FROM history h WHERE h.tbl = '%[1]s' AND h.row_id = x.id))`, tbl), id)
	return err == nil && n == 0, err
}

// loosen makes a draft refer to nothing that was purged while it was typed. Its words become those of
// something new; somebody who was purged is not named in it any more, and a review of nobody is a note.
func loosen(ctx context.Context, q querier, d *journal.Draft) error {
	gone := func(tbl table, id *int64, also func()) error {
		was, err := purgedRow(ctx, q, tbl, *id)
		if was {
			*id = 0
			also()
		}
		return err
	}
	anew := func() { d.BaseRev, d.Was = 0, nil }
	for _, of := range []struct {
		table table
		id    *int64
		also  func()
	}{
		{tableSession, &d.SessionID, anew}, {tableReflection, &d.ReflectionID, anew}, {tableReview, &d.ReviewID, anew},
		{tablePerson, &d.PersonID, func() {}},
		{tableRelationship, &d.RelationshipID, func() {
			d.PersonName = ""
			if d.Kind == journal.DraftReview {
				d.Kind = journal.DraftNote
			}
		}},
	} {
		if err := gone(of.table, of.id, of.also); err != nil {
			return err
		}
	}
	return nil
}

// DraftPurged reports whether a draft that was saved with words was destroyed by a purge. One that was
// kept or set aside was not.
func (s *Store) DraftPurged(ctx context.Context, uid string) (purged bool, err error) {
	err = s.read(ctx, func(q querier) error {
		n, err := count(ctx, q, "SELECT count(*) FROM draft WHERE uid = ? AND NOT (deleted_at IS NOT NULL AND text = '')", uid)
		purged = n == 0
		return err
	})
	return purged, err
}

// sameBeside finds a draft that waits in a draft's place or beside it and has all that d has: whoever
// else had it open saved the same words before.
func (s *Store) sameBeside(ctx context.Context, q querier, of string, d journal.Draft) (h draftHead, ok bool, err error) {
	h, ok, err = first(ctx, q, scanDraftHead, selectDraftHead+
		" WHERE id = (SELECT min(id) FROM (SELECT id, text, deleted_at FROM draft WHERE uid = ?1 UNION ALL SELECT id, text, deleted_at FROM draft WHERE of_uid = ?1) WHERE deleted_at IS NULL AND text = ?2)", of, d.Text)
	if err != nil || !ok {
		return h, false, err
	}
	mine, err := s.draftRow(d)
	if err != nil {
		return h, false, err
	}
	for _, apart := range []string{"text", "cursor", "details", "seconds", "writer", "typed", "updated_at"} {
		delete(mine, apart)
	}
	theirs, err := current(ctx, q, tableDraft, h.id, mine.columns())
	if err != nil {
		return h, false, err
	}
	for c := range mine {
		if fmt.Sprint(mine[c]) != fmt.Sprint(theirs[c]) {
			return h, false, nil
		}
	}
	return h, true, nil
}

// errKeptNowhere says why words were not kept: what they are of, as a person calls it, was purged
// while they were typed.
func errKeptNowhere(of string) error {
	return journal.Errorf(journal.CodeConflict, "The %s these words belong to was purged meanwhile, so they were not kept; they are still here and can be kept as something new.", of)
}

// errGoneMeanwhile says the same of what was only deleted.
func errGoneMeanwhile(name string) error {
	if name == "" {
		name = "Whom this is about"
	}
	return journal.Errorf(journal.CodeConflict, "%s was deleted meanwhile, so nothing was kept; your words are still here. Undo the deletion and keep them again.", name)
}

// present makes sure that a relationship whose words are kept is still there.
func (t *tx) present(relationship int64) error {
	if relationship == 0 {
		return nil
	}
	purged, err := purgedRow(t.ctx, t.Tx, tableRelationship, relationship)
	if purged && err == nil { // the last row is never taken out, so what is past it never was
		var n int
		if n, err = count(t.ctx, t.Tx, "SELECT count(*) FROM relationship WHERE id >= ?", relationship); n == 0 {
			return err
		}
	}
	switch {
	case err != nil:
		return err
	case purged:
		return errKeptNowhere("relationship")
	}
	name, gone, err := first(t.ctx, t.Tx, func(r *sql.Rows) (s string, err error) { return s, r.Scan(&s) }, `SELECT p.name FROM relationship r JOIN person p ON p.id = r.person_id
		WHERE r.id = ? AND r.deleted_at IS NOT NULL`, relationship)
	if err == nil && gone {
		err = errGoneMeanwhile(name)
	}
	return err
}
