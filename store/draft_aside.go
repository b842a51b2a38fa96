package store

import (
	"context"
	"database/sql"

	"bothways/journal"
)

// SetDraftAside takes a draft away. Undo offers it again.
func (s *Store) SetDraftAside(ctx context.Context, id int64) error {
	return s.step(ctx, journal.StepDraftSetAside, "", "", func(t *tx) error {
		d, err := s.draft(t.ctx, t.Tx, id)
		if err != nil {
			return err
		}
		t.name = d.Name
		return t.delete(tableDraft, id)
	})
}

// SetDraftAsideAs takes away the draft that d is, for whoever typed it: a save of theirs that is
// still on its way, with a Typed up to that of d, is then overtaken and makes no draft, also where
// it would have been the first. Undo offers the draft again with the words it had in the file;
// where it had none there is no step. A draft that is not there, or gone, is no error.
//
// What somebody else typed in the same draft, told by d's Writer, From and FromTyped as SaveDraft
// does, goes on waiting.
func (s *Store) SetDraftAsideAs(ctx context.Context, d journal.Draft) error {
	return s.step(ctx, journal.StepDraftSetAside, "", "", func(t *tx) error {
		head, found, err := findDraft(t.ctx, t.Tx, d.ID, d.UID)
		if err != nil {
			return err
		}
		of := ""
		if found && (head.deleted || head.elsewhere(d)) {
			if d.Writer == "" {
				return nil
			}
			// What this writer types then is a draft beside it.
			of, d.UID = head.uid, NewUID()
			if head, found, err = draftBeside(t.ctx, t.Tx, of, d.Writer); err != nil {
				return err
			}
		}
		if !found {
			return s.insertAside(t, d, of)
		}
		if err := head.raise(t.ctx, t.Tx, d); err != nil || head.deleted {
			return err
		}
		if journal.Blank(head.text) {
			return hideDraft(t, head.id)
		}
		v, err := s.draft(t.ctx, t.Tx, head.id)
		if err != nil {
			return err
		}
		t.name = v.Name
		return t.delete(tableDraft, head.id)
	})
}

// insertAside makes a draft that has no words and is gone already, so that the first save of its
// writer finds itself overtaken. It is part of no step: an undo has nothing to offer.
func (s *Store) insertAside(t *tx, d journal.Draft, of string) error {
	if d.Writer == "" || d.UID == "" {
		return nil
	}
	id, err := s.insertDraft(t.ctx, t.Tx, journal.Draft{UID: d.UID, Writer: d.Writer, Typed: d.Typed, UpdatedAt: s.clock(t.now)}, of)
	if err != nil {
		return err
	}
	return hideDraft(t, id)
}

// raise makes the writer of d the last one of a draft, never with an older count than is there.
func (h draftHead) raise(ctx context.Context, x *sql.Tx, d journal.Draft) error {
	if d.Writer == "" || h.writer == d.Writer && h.typed >= d.Typed {
		return nil
	}
	_, err := x.ExecContext(ctx, "UPDATE draft SET writer = ?, typed = ? WHERE id = ?", d.Writer, d.Typed, h.id)
	return err
}

// hideDraft takes a draft away outside of any step.
func hideDraft(t *tx, id int64) error {
	_, err := t.ExecContext(t.ctx, "UPDATE draft SET deleted_at = ?, updated_at = ? WHERE id = ?", t.now, t.now, id)
	return err
}
