package store

import (
	"cmp"

	"bothways/journal"
)

// keepDraft sets aside the draft that a note, an answer or a review was typed as, with the words and details
// as they were kept, so that undoing the step offers them again: also where the first save of the
// draft is still on its way.
//
// A draft with words that were not kept stays as it is and goes on waiting: somebody else typed in
// it meanwhile, or it was set aside and somebody typed on. What is offered after an undo is then a
// draft beside it.
func (s *Store) keepDraft(t *tx, d journal.Draft) error {
	if d.ID == 0 && d.UID == "" {
		return nil
	}
	head, found, err := findDraft(t.ctx, t.Tx, d.ID, d.UID)
	if err != nil {
		return err
	}
	d.UID, d.UpdatedAt = cmp.Or(d.UID, NewUID()), s.clock(t.now)
	of := ""
	if found && (head.deleted || !head.within(d)) {
		of, d.UID = head.uid, NewUID()
		// What this writer typed since then is a draft of its own.
		head, found, err = first(t.ctx, t.Tx, scanDraftHead, selectDraftHead+
			" WHERE of_uid = ?1 AND deleted_at IS NULL AND (writer = ?2 OR ?2 = '' AND text = ?3) ORDER BY id DESC LIMIT 1", of, d.Writer, d.Text)
		if err != nil {
			return err
		}
		found = found && head.within(d)
	}
	if found {
		err = s.updateKeptDraft(t, head.id, d)
	} else {
		head.id, err = s.insertDraft(t.ctx, t.Tx, d, of)
	}
	if err != nil {
		return err
	}
	if t.id == 0 {
		// Nothing else changed: there is no step to undo, and the words are where they were.
		return hideDraft(t, head.id)
	}
	return t.delete(tableDraft, head.id)
}

// keepNoWords is keepDraft for a decision that was kept without words: undoing it offers the words
// the draft had last, where there were any, and words that somebody else typed go on waiting.
func (s *Store) keepNoWords(t *tx, d journal.Draft) error {
	if d.ID == 0 && d.UID == "" {
		return nil
	}
	head, found, err := findDraft(t.ctx, t.Tx, d.ID, d.UID)
	switch {
	case err != nil:
		return err
	case !found:
		return s.insertAside(t, d, "")
	case head.deleted || !head.within(d):
		return nil
	}
	if err := head.raise(t.ctx, t.Tx, d); err != nil {
		return err
	}
	if journal.Blank(head.text) {
		return hideDraft(t, head.id)
	}
	if t.id == 0 {
		t.what = journal.StepDraftSetAside
	}
	return t.delete(tableDraft, head.id)
}

// updateKeptDraft makes a draft what was kept of it. The cursor stays where the words are the same.
// What the draft is of stays as well.
func (s *Store) updateKeptDraft(t *tx, id int64, d journal.Draft) error {
	now, err := s.draftRow(d)
	if err != nil {
		return err
	}
	for _, stays := range []string{"kind", "session_id", "base_rev", "relationship_id", "person_name", "reflection_id", "review_id", "updated_at", "cursor"} {
		delete(now, stays)
	}
	if _, err := t.ExecContext(t.ctx, "UPDATE draft SET cursor = ? WHERE id = ? AND text <> ?", d.Cursor, id, d.Text); err != nil {
		return err
	}
	return now.writeDraft(t.ctx, t.Tx, id)
}
