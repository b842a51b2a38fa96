package store

import (
	"cmp"

	"bothways/journal"
)

// keepDraft sets aside the draft a note was typed as, with the words as they were kept, so that
// undoing the note offers them again: also where the first save of the draft is still on its way.
//
// A draft with words the note does not have stays as it is and goes on waiting: somebody else typed
// in it meanwhile, or it was set aside and somebody typed on. What is offered after an undo is then
// a draft beside it.
func (s *Store) keepDraft(t *tx, n journal.Note) error {
	if n.DraftID == 0 && n.DraftUID == "" {
		return nil
	}
	d := s.draftOf(t, n)
	head, found, err := findDraft(t.ctx, t.Tx, n.DraftID, n.DraftUID)
	if err != nil {
		return err
	}
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
	switch {
	case found && (head.text != d.Text || head.writer != d.Writer || head.typed != d.Typed):
		_, err = t.ExecContext(t.ctx, "UPDATE draft SET text = ?, cursor = ?, writer = ?, typed = ? WHERE id = ?", d.Text, d.Cursor, d.Writer, d.Typed, head.id)
	case !found:
		head.id, err = s.insertDraft(t.ctx, t.Tx, d, of)
	}
	if err != nil {
		return err
	}
	if t.id == 0 {
		// Nothing else changed: there is no step to undo, and the words are where they were.
		_, err := t.ExecContext(t.ctx, "UPDATE draft SET deleted_at = ?, updated_at = ? WHERE id = ?", t.now, t.now, head.id)
		return err
	}
	return t.delete(tableDraft, head.id)
}

// draftOf is a note as the draft it was typed as.
func (s *Store) draftOf(t *tx, n journal.Note) journal.Draft {
	return journal.Draft{
		UID: cmp.Or(n.DraftUID, NewUID()), SessionID: n.SessionID, BaseRev: n.BaseRev, RelationshipID: n.RelationshipID,
		PersonName: n.PersonName, Role: n.Role, At: n.At, Minutes: n.Minutes, Medium: n.Medium, Raised: n.Raised,
		Text: n.Text, Cursor: len(n.Text), UpdatedAt: s.clock(t.now),
		Writer: n.DraftWriter, Typed: n.DraftTyped, From: n.DraftFrom, FromTyped: n.DraftFromTyped,
	}
}
