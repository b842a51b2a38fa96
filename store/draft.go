package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"bothways/journal"
)

const selectDraft = `SELECT d.id, d.uid, ifnull(d.session_id, 0), d.base_rev, ifnull(d.relationship_id, 0), d.person_name, d.role,
	d.held_at, d.held_zone, ifnull(d.minutes, 0), d.medium, d.text, d.cursor, d.raised, d.writer, d.typed, d.updated_at, ifnull(p.name, d.person_name)
	FROM draft d LEFT JOIN session s ON s.id = d.session_id
	LEFT JOIN relationship r ON r.id = ifnull(d.relationship_id, s.relationship_id)
	LEFT JOIN person p ON p.id = r.person_id`

func (s *Store) scanDraft(r *sql.Rows) (v journal.DraftView, err error) {
	var at sql.NullInt64
	var zone sql.NullString
	var raised string
	var updated int64
	err = r.Scan(&v.ID, &v.UID, &v.SessionID, &v.BaseRev, &v.RelationshipID, &v.PersonName, &v.Role,
		&at, &zone, &v.Minutes, &v.Medium, &v.Text, &v.Cursor, &raised, &v.Writer, &v.Typed, &updated, &v.Name)
	if err != nil {
		return v, err
	}
	v.At, v.UpdatedAt = s.momentOf(at, zone), s.clock(updated)
	return v, json.Unmarshal([]byte(raised), &v.Raised)
}

// Drafts are what was typed and neither kept nor set aside, newest first.
func (s *Store) Drafts(ctx context.Context, limit int) (all []journal.DraftView, err error) {
	err = s.read(ctx, func(db querier) error {
		all, err = s.drafts(ctx, db, limitOr(limit))
		return err
	})
	return all, err
}

func (s *Store) drafts(ctx context.Context, db querier, limit int) ([]journal.DraftView, error) {
	return list(ctx, db, s.scanDraft, selectDraft+" WHERE d.deleted_at IS NULL ORDER BY d.updated_at DESC, d.id DESC LIMIT ?", limit)
}

// Draft is one draft.
func (s *Store) Draft(ctx context.Context, id int64) (v journal.DraftView, err error) {
	err = s.read(ctx, func(db querier) error {
		v, err = s.draft(ctx, db, id)
		return err
	})
	return v, err
}

func (s *Store) draft(ctx context.Context, db querier, id int64) (journal.DraftView, error) {
	v, ok, err := first(ctx, db, s.scanDraft, selectDraft+" WHERE d.id = ? AND d.deleted_at IS NULL", id)
	if err == nil && !ok {
		err = notFound("draft")
	}
	return v, err
}

// draftHead is what decides where a draft's text goes.
type draftHead struct {
	id, typed         int64
	deleted           bool
	uid, writer, text string
}

func scanDraftHead(r *sql.Rows) (h draftHead, err error) {
	return h, r.Scan(&h.id, &h.uid, &h.writer, &h.typed, &h.deleted, &h.text)
}

const selectDraftHead = "SELECT id, uid, writer, typed, deleted_at IS NOT NULL, text FROM draft"

// overtakes reports whether what is in the file was typed after d by the same hands. Clocks are no
// help here: they are set back, also while somebody types.
func (h draftHead) overtakes(d journal.Draft) bool {
	return h.writer == d.Writer && d.Writer != "" && h.typed > d.Typed
}

// elsewhere reports whether somebody else typed in the draft since d was taken up from it.
func (h draftHead) elsewhere(d journal.Draft) bool {
	return d.Writer != "" && h.writer != "" && h.writer != d.Writer && h.writer != d.From
}

// SaveDraft puts what is being typed into the file. The draft is found by its uid or id, and made
// where there is none; it is no step of its own, so undo never takes typed words away. An older
// text never lands on a newer one of the same writer. Where the draft was kept or set aside
// meanwhile, newer words go on as a draft of their own, and so do those of somebody who types in
// the same draft in another window: no words are lost. The answer has the uid they are under.
func (s *Store) SaveDraft(ctx context.Context, d journal.Draft) (saved journal.Draft, err error) {
	if d.UpdatedAt.IsZero() {
		d.UpdatedAt = s.now()
	}
	err = s.write(ctx, func(ctx context.Context, x *sql.Tx) error {
		head, found, err := findDraft(ctx, x, d.ID, d.UID)
		if err != nil {
			return err
		}
		overtaken, of := found && head.overtakes(d), ""
		if found && !overtaken && (head.deleted || head.elsewhere(d)) {
			overtaken = head.deleted && d.Text == head.text
			of = head.uid
			if !overtaken {
				head, found, err = first(ctx, x, scanDraftHead, selectDraftHead+" WHERE of_uid = ? AND writer = ? AND deleted_at IS NULL", of, d.Writer)
				if err != nil {
					return err
				}
				overtaken = found && head.overtakes(d)
			}
		}
		switch {
		case overtaken:
			d.ID, d.UID = head.id, head.uid
		case found:
			d.ID, d.UID = head.id, head.uid
			err = s.updateDraft(ctx, x, d)
		default:
			if of != "" || d.UID == "" {
				d.UID = NewUID()
			}
			d.ID, err = s.insertDraft(ctx, x, d, of)
		}
		return err
	})
	return d, err
}

// findDraft finds a draft by its uid or else by its id, also one that is gone.
func findDraft(ctx context.Context, q querier, id int64, uid string) (h draftHead, ok bool, err error) {
	if uid != "" {
		h, ok, err = first(ctx, q, scanDraftHead, selectDraftHead+" WHERE uid = ?", uid)
	}
	if err == nil && !ok && id != 0 {
		h, ok, err = first(ctx, q, scanDraftHead, selectDraftHead+" WHERE id = ?", id)
	}
	return h, ok, err
}

func (s *Store) insertDraft(ctx context.Context, x *sql.Tx, d journal.Draft, of string) (int64, error) {
	at, zone := s.draftTime(d.At)
	updated := d.UpdatedAt.UnixMilli()
	var goesOn any
	if of != "" {
		goesOn = of
	}
	res, err := x.ExecContext(ctx, `INSERT INTO draft (uid, of_uid, session_id, base_rev, relationship_id, person_name, role, held_at,
		held_zone, minutes, medium, cursor, raised, writer, typed, created_at, updated_at, text)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		d.UID, goesOn, orNull(d.SessionID), d.BaseRev, orNull(d.RelationshipID), d.PersonName, string(d.Role), at,
		zone, orNull(int64(d.Minutes)), string(d.Medium), d.Cursor, ids(d.Raised), d.Writer, d.Typed, updated, updated, d.Text)
	if err != nil {
		return 0, err
	}
	return res.LastInsertId()
}

func (s *Store) updateDraft(ctx context.Context, x *sql.Tx, d journal.Draft) error {
	at, zone := s.draftTime(d.At)
	_, err := x.ExecContext(ctx, `UPDATE draft SET session_id = ?, base_rev = ?, relationship_id = ?, person_name = ?, role = ?, held_at = ?,
		held_zone = ?, minutes = ?, medium = ?, cursor = ?, raised = ?, writer = ?, typed = ?, updated_at = ?, text = ? WHERE id = ?`,
		orNull(d.SessionID), d.BaseRev, orNull(d.RelationshipID), d.PersonName, string(d.Role), at,
		zone, orNull(int64(d.Minutes)), string(d.Medium), d.Cursor, ids(d.Raised), d.Writer, d.Typed, d.UpdatedAt.UnixMilli(), d.Text, d.ID)
	return err
}

// draftTime is when the conversation of a draft was, as it is kept; it may be unsaid.
func (s *Store) draftTime(at time.Time) (ms any, zone string) {
	if at.IsZero() {
		return nil, ""
	}
	return at.UnixMilli(), s.zones.name(at)
}

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

// keepDraft sets aside the draft a note was typed as, with the words as they were kept, so that
// undoing the note offers them again: also where the first save of the draft is still on its way.
func (s *Store) keepDraft(t *tx, n journal.Note) error {
	if n.DraftID == 0 && n.DraftUID == "" {
		return nil
	}
	head, found, err := findDraft(t.ctx, t.Tx, n.DraftID, n.DraftUID)
	if err != nil {
		return err
	}
	if found && head.deleted {
		head, found, err = first(t.ctx, t.Tx, scanDraftHead, selectDraftHead+" WHERE of_uid = ? AND deleted_at IS NULL", head.uid)
		if err != nil || !found {
			return err
		}
	}
	if !found {
		d := journal.Draft{
			UID: cmp.Or(n.DraftUID, NewUID()), SessionID: n.SessionID, BaseRev: n.BaseRev, RelationshipID: n.RelationshipID,
			PersonName: n.PersonName, Role: n.Role, At: n.At, Minutes: n.Minutes, Medium: n.Medium, Raised: n.Raised,
			Text: n.Text, Cursor: len(n.Text), Writer: n.DraftWriter, Typed: n.DraftTyped, UpdatedAt: s.clock(t.now),
		}
		if head.id, err = s.insertDraft(t.ctx, t.Tx, d, ""); err != nil {
			return err
		}
	} else if head.text != n.Text || head.writer != n.DraftWriter || head.typed != n.DraftTyped {
		if _, err := t.ExecContext(t.ctx, "UPDATE draft SET text = ?, cursor = ?, writer = ?, typed = ? WHERE id = ?", n.Text, len(n.Text), n.DraftWriter, n.DraftTyped, head.id); err != nil {
			return err
		}
	}
	if t.id == 0 {
		// Nothing else changed: there is no step to undo, and the words are where they were.
		_, err := t.ExecContext(t.ctx, "UPDATE draft SET deleted_at = ?, updated_at = ? WHERE id = ?", t.now, t.now, head.id)
		return err
	}
	return t.delete(tableDraft, head.id)
}
