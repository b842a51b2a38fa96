package store

import (
	"cmp"

	"bothways/journal"
)

// keepDraft sets aside the draft a note was typed as, with the words and details as they were kept,
// so that undoing the note offers them again: also where the first save of the draft is still on
// its way.
//
// A draft with words the note does not have stays as it is and goes on waiting: somebody else typed
// in it meanwhile, or it was set aside and somebody typed on. What is offered after an undo is then
// a draft beside it.
func (s *Store) keepDraft(t *tx, n journal.Note, held journal.Session) error {
	if n.DraftID == 0 && n.DraftUID == "" {
		return nil
	}
	d := s.draftOf(t, n, held)
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

// updateKeptDraft makes a draft what was kept of it. The cursor stays where the words are the same.
func (s *Store) updateKeptDraft(t *tx, id int64, d journal.Draft) error {
	at, zone := s.draftTime(d.At)
	_, err := t.ExecContext(t.ctx, `UPDATE draft SET cursor = CASE WHEN text = ?1 THEN cursor ELSE ?2 END, text = ?1, role = ?3,
		held_at = ?4, held_zone = ?5, minutes = ?6, medium = ?7, details = ?8, raised = ?9, writer = ?10, typed = ?11 WHERE id = ?12`,
		d.Text, d.Cursor, string(d.Role), at, zone, orNull(int64(d.Minutes)), string(d.Medium), flag(d.Details), ids(d.Raised), d.Writer, d.Typed, id)
	return err
}

// draftOf is a note as the draft it was typed as. Its details are those of the conversation as it
// was kept: an edit that does not set them need not have them.
func (s *Store) draftOf(t *tx, n journal.Note, held journal.Session) journal.Draft {
	return journal.Draft{
		UID: cmp.Or(n.DraftUID, NewUID()), SessionID: n.SessionID, BaseRev: n.BaseRev, RelationshipID: n.RelationshipID,
		PersonName: n.PersonName, Role: held.Role, At: held.At, Minutes: held.Minutes, Medium: held.Medium, Details: n.SetDetails, Raised: n.Raised,
		Text: n.Text, Cursor: len(n.Text), UpdatedAt: s.clock(t.now),
		Writer: n.DraftWriter, Typed: n.DraftTyped, From: n.DraftFrom, FromTyped: n.DraftFromTyped,
	}
}
