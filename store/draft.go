package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"time"

	"bothways/journal"
)

const selectDraft = `SELECT d.id, d.uid, ifnull(d.session_id, 0), d.base_rev, ifnull(d.relationship_id, 0), d.person_name, d.role,
	d.held_at, d.held_zone, ifnull(d.minutes, 0), d.medium, d.text, d.cursor, d.details, d.raised, d.writer, d.typed, d.updated_at, ifnull(p.name, d.person_name),
	d.session_id IS NOT NULL AND (s.id IS NULL OR s.deleted_at IS NOT NULL), r.id, r.role, ifnull(r.deleted_at IS NOT NULL, 0),
	d.kind, ifnull(d.reflection_id, 0), ifnull(a.id, 0), ifnull(a.name, ''), d.prompt_id, d.set_id, d.question, d.prompt_language, d.prompt_version,
	ifnull(d.seconds, 0), d.checkin, d.was, d.reflection_id IS NOT NULL AND (f.id IS NULL OR f.deleted_at IS NOT NULL),
	ifnull(d.review_id, 0), d.review_id IS NOT NULL AND (v.id IS NULL OR v.deleted_at IS NOT NULL)
	FROM draft d LEFT JOIN session s ON s.id = d.session_id
	LEFT JOIN review v ON v.id = d.review_id
	LEFT JOIN relationship r ON r.id = coalesce(d.relationship_id, s.relationship_id, v.relationship_id)
	LEFT JOIN person p ON p.id = r.person_id
	LEFT JOIN reflection f ON f.id = d.reflection_id
	LEFT JOIN person a ON a.id = d.person_id AND a.deleted_at IS NULL`

func (s *Store) scanDraft(r *sql.Rows) (v journal.DraftView, err error) {
	var at sql.NullInt64
	var zone sql.NullString
	var raised, about, checkIn, was string
	var updated int64
	var rel sql.NullInt64
	var role sql.NullString
	var relGone bool
	err = r.Scan(&v.ID, &v.UID, &v.SessionID, &v.BaseRev, &v.RelationshipID, &v.PersonName, &v.Role,
		&at, &zone, &v.Minutes, &v.Medium, &v.Text, &v.Cursor, &v.Details, &raised, &v.Writer, &v.Typed, &updated, &v.Name,
		&v.SessionGone, &rel, &role, &relGone,
		&v.Kind, &v.ReflectionID, &v.PersonID, &about, &v.Asked.PromptID, &v.Asked.SetID, &v.Asked.Question, &v.Asked.Language, &v.Asked.Version,
		&v.Seconds, &checkIn, &was, &v.ReflectionGone, &v.ReviewID, &v.ReviewGone)
	if err != nil {
		return v, err
	}
	switch {
	case v.Kind == journal.DraftAnswer:
		v.Name = about
	case relGone:
		v.RelationshipID, v.PersonName, v.Role = 0, v.Name, cmp.Or(v.Role, journal.Role(role.String))
	case v.SessionGone, v.Kind == journal.DraftReview:
		v.RelationshipID = rel.Int64
	}
	v.At, v.UpdatedAt = s.momentOf(at, zone), s.clock(updated)
	if v.CheckIn, err = decodeCheckIn(checkIn); err != nil {
		return v, err
	}
	if v.Was, err = s.decodeDetails(was); err != nil {
		return v, err
	}
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

// overtakes reports whether what is in the file was typed after d by the same hands, or was d and
// is kept or set aside since. Clocks are no help here: they are set back, also while somebody types.
func (h draftHead) overtakes(d journal.Draft) bool {
	return h.writer == d.Writer && d.Writer != "" && (h.typed > d.Typed || h.deleted && h.typed == d.Typed)
}

// elsewhere reports whether somebody else typed in the draft since d was taken up from it: another
// one, or the one it was taken up from, who went on.
func (h draftHead) elsewhere(d journal.Draft) bool {
	if d.Writer == "" || h.writer == "" || h.writer == d.Writer {
		return false
	}
	return h.writer != d.From || d.FromTyped != 0 && h.typed > d.FromTyped
}

// within reports whether d may stand in for what is in the file: whoever typed d had those words
// before them, or they are all there.
func (h draftHead) within(d journal.Draft) bool {
	switch {
	case h.elsewhere(d):
		return false
	case h.writer == d.Writer && h.typed <= d.Typed, h.writer != d.Writer && h.writer == d.From:
		return true
	}
	return strings.Contains(d.Text, h.text)
}

// SaveDraft puts what is being typed into the file. The draft is found by its uid or id, and made
// where there is none; it is no step of its own, so undo never takes typed words away. An older
// text never lands on a newer one of the same writer. Where the draft was kept or set aside
// meanwhile, newer words go on as a draft of their own, and so do those of somebody who types in
// the same draft in another window: no words are lost. The answer has the uid they are under.
//
// Where the draft, or what it refers to, was purged meanwhile, the words go on as a draft that refers
// to nothing that was purged, and the answer is that draft: see loosen. Where another window that had
// the same draft open saved the same words already, that draft is taken over: they wait once.
func (s *Store) SaveDraft(ctx context.Context, d journal.Draft) (saved journal.Draft, err error) {
	if d.UpdatedAt.IsZero() {
		d.UpdatedAt = s.now()
	}
	err = s.write(ctx, func(ctx context.Context, x *sql.Tx) error {
		if err := loosen(ctx, x, &d); err != nil {
			return err
		}
		head, found, err := findDraft(ctx, x, d.ID, d.UID)
		if err != nil {
			return err
		}
		overtaken, of := found && head.overtakes(d), ""
		if found && !overtaken && (head.deleted || head.elsewhere(d)) {
			overtaken = head.deleted && d.Text == head.text
			of = head.uid
			if !overtaken {
				if head, found, err = draftBeside(ctx, x, of, d.Writer); err != nil {
					return err
				}
				if !found {
					if head, found, err = s.sameBeside(ctx, x, of, d); err != nil {
						return err
					}
				}
				// A save may also come after its words were kept.
				overtaken = found && (head.overtakes(d) || head.deleted && d.Text == head.text)
				found = found && !head.deleted
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

// draftBeside finds what a writer typed on beside a draft, rather the last one that is waiting than
// the last one that is gone.
func draftBeside(ctx context.Context, q querier, of, writer string) (h draftHead, ok bool, err error) {
	all, err := list(ctx, q, scanDraftHead, selectDraftHead+" WHERE of_uid = ? AND writer = ? ORDER BY id DESC", of, writer)
	if err != nil || len(all) == 0 {
		return h, false, err
	}
	waiting := slices.IndexFunc(all, func(h draftHead) bool { return !h.deleted })
	return all[max(waiting, 0)], true, nil
}

func (s *Store) insertDraft(ctx context.Context, x *sql.Tx, d journal.Draft, of string) (int64, error) {
	r, err := s.draftRow(d)
	if err != nil {
		return 0, err
	}
	r["uid"], r["created_at"] = d.UID, r["updated_at"]
	if of != "" {
		r["of_uid"] = of
	}
	columns := r.columns()
	res, err := x.ExecContext(ctx, "INSERT INTO draft ("+strings.Join(columns, ", ")+") VALUES (?"+strings.Repeat(", ?", len(columns)-1)+")", r.typed(columns)...)
	if err != nil {
		return 0, err
	}
	return res.LastInsertId()
}

func (s *Store) updateDraft(ctx context.Context, x *sql.Tx, d journal.Draft) error {
	r, err := s.draftRow(d)
	if err != nil {
		return err
	}
	return r.writeDraft(ctx, x, d.ID)
}

// draftRow is a draft as it is kept, besides what it is called by.
func (s *Store) draftRow(d journal.Draft) (row, error) {
	checkIn, err := encodeCheckIn(d.CheckIn)
	if err != nil {
		return nil, err
	}
	was, err := s.encodeDetails(d.Was)
	if err != nil {
		return nil, err
	}
	r := row{
		"was": was, "kind": string(d.Kind), "session_id": orNull(d.SessionID), "base_rev": d.BaseRev, "relationship_id": orNull(d.RelationshipID),
		"person_name": d.PersonName, "role": string(d.Role), "minutes": orNull(int64(d.Minutes)), "medium": string(d.Medium),
		"cursor": int64(d.Cursor), "details": flag(d.Details), "raised": ids(d.Raised), "checkin": checkIn,
		"reflection_id": orNull(d.ReflectionID), "review_id": orNull(d.ReviewID), "person_id": orNull(d.PersonID), "seconds": orNull(int64(d.Seconds)),
		"writer": d.Writer, "typed": d.Typed, "updated_at": d.UpdatedAt.UnixMilli(), "text": d.Text,
	}
	maps.Copy(r, askedRow(d.Asked))
	r["held_at"], r["held_zone"] = s.draftTime(d.At)
	return r, nil
}

// typed are a row's values in the order of columns, as they are: what is being typed is kept also
// where it is not UTF-8, since it has no history.
func (r row) typed(columns []string) []any {
	values := make([]any, len(columns))
	for i, c := range columns {
		values[i] = r[c]
	}
	return values
}

func (r row) writeDraft(ctx context.Context, x *sql.Tx, id int64) error {
	columns := r.columns()
	_, err := x.ExecContext(ctx, "UPDATE draft SET "+strings.Join(columns, " = ?, ")+" = ? WHERE id = ?", append(r.typed(columns), id)...)
	return err
}

// draftTime is when the conversation of a draft was, as it is kept; it may be unsaid.
func (s *Store) draftTime(at time.Time) (ms any, zone string) {
	if at.IsZero() {
		return nil, ""
	}
	return at.UnixMilli(), s.zones.name(at)
}
