package store

import (
	"cmp"
	"context"
	"maps"

	"bothways/journal"
)

// keeping is a note while it is kept.
type keeping struct {
	lifting
	note      journal.Note
	rel       journal.RelationshipSummary
	name      string          // of the person
	held      journal.Session // the session as it is kept
	checkIn   journal.CheckIn // the same of its check-in
	newPerson bool
	kept      journal.Kept
}

// KeepNote keeps a conversation with all that lifts from its note, or an edit of one, as one step.
//
// A new one finds its relationship by id, or by the person's name and the role, and makes what is
// not there. On an edit, At, Minutes, Medium, Role and CheckIn are touched only with SetDetails;
// what lifted before is found in the lines there are now, and only what a line changed is set. An
// edit that started from an earlier revision than the one in the file is kept as well: the other
// version stays in history, and Kept says so.
func (s *Store) KeepNote(ctx context.Context, n journal.Note) (journal.Kept, error) {
	if err := journal.ValidateNote(n.Text); err != nil {
		return journal.Kept{}, err
	}
	if n.SessionID == 0 || n.SetDetails {
		if err := n.CheckIn.Validate(); err != nil {
			return journal.Kept{}, err
		}
	}
	k := &keeping{lifting: lifting{Store: s, from: noteOrigin()}, note: n}
	what, do := journal.StepNoteKept, k.keepNew
	if n.SessionID != 0 {
		what, do = journal.StepNoteEdited, k.keepEdit
	}
	err := s.step(ctx, what, "", "", func(t *tx) error {
		k.tx = t
		if err := do(); err != nil {
			return err
		}
		t.name = k.name
		if err := k.raise(); err != nil {
			return err
		}
		if err := s.keepDraft(t, k.draft()); err != nil {
			return err
		}
		if err := k.tell(); err != nil {
			return err
		}
		k.kept = journal.Kept{NewPerson: k.newPerson, Came: k.came}
		var err error
		k.kept.Session, err = s.session(t.ctx, t.Tx, k.id)
		return err
	})
	if err != nil {
		return journal.Kept{}, err
	}
	return k.kept, nil
}

// keepNew makes the session and everything its note says.
func (k *keeping) keepNew() error {
	if k.note.At.IsZero() {
		k.note.At = k.Store.now()
	}
	if err := k.findRelationship(); err != nil {
		return err
	}
	v := journal.Session{At: k.note.At, Minutes: k.note.Minutes, Medium: k.note.Medium, Role: k.note.Role, Note: k.note.Text}
	if v.Role == "" {
		v.Role = k.rel.Role
	}
	if err := v.Validate(); err != nil {
		return err
	}
	k.held = v
	set := k.heldRow(v.At)
	set["relationship_id"], set["person_id"] = k.rel.ID, k.rel.PersonID
	set["minutes"], set["medium"], set["role"], set["note"] = orNull(int64(v.Minutes)), string(v.Medium), string(v.Role), v.Note
	var err error
	if k.id, err = k.insert(tableSession, set); err != nil {
		return err
	}
	on := journal.DateOf(v.At)
	if next := k.rel.NextSession; !next.IsZero() && !on.Before(next) {
		if err := k.update(tableRelationship, k.rel.ID, row{"next_on": nil}); err != nil {
			return err
		}
	}
	k.checkIn = k.note.CheckIn
	if err := k.setCheckIn(k.id, k.checkIn); err != nil {
		return err
	}
	k.about(v)
	return k.fresh(v.Note)
}

// about says whom and which day what lifts from the note is about.
func (k *keeping) about(v journal.Session) {
	k.lift = journal.LiftContext{On: journal.DateOf(v.At), Person: k.name}
	k.personID, k.relationshipID, k.withinID, k.heldAt = k.rel.PersonID, k.rel.ID, k.rel.ID, v.At.UnixMilli()
}

// findRelationship finds or makes the person and the relationship of a new note.
func (k *keeping) findRelationship() (err error) {
	n := k.note
	if n.RelationshipID != 0 {
		if err := k.present(n.RelationshipID); err != nil {
			return err
		}
		k.rel, err = k.relationship(k.ctx, k.Tx, n.RelationshipID)
		k.name = k.rel.PersonName
		return err
	}
	name, err := journal.CleanName(n.PersonName)
	if err != nil {
		return err
	}
	id, as, err := k.personNamed(name, 0)
	if err != nil {
		return err
	}
	if k.name = as; id == 0 {
		k.name, k.newPerson = name, true
	} else {
		k.rel, _, err = k.chooseRelationship(k.ctx, k.Tx, id, n.Role)
		if journal.ErrorCode(err) != journal.CodeNotFound {
			return err
		}
	}
	if n.Role == "" {
		return journal.Errorf(journal.CodeInvalid, "Say which role you took with %s: mentor, mentee or mutual. Nothing was kept yet.", k.name)
	}
	if id == 0 {
		if id, err = k.insertPerson(journal.Person{Name: name}); err != nil {
			return err
		}
	}
	rel, err := k.insertRelationship(journal.Relationship{PersonID: id, Role: n.Role, State: journal.StateActive})
	if err != nil {
		return err
	}
	k.rel, err = k.relationship(k.ctx, k.Tx, rel)
	return err
}

// keepEdit sets the words of a session and carries over what changed in its lines.
func (k *keeping) keepEdit() error {
	n := k.note
	v, err := k.session(k.ctx, k.Tx, n.SessionID)
	if journal.ErrorCode(err) == journal.CodeNotFound {
		if purged, err := purgedRow(k.ctx, k.Tx, tableSession, n.SessionID); err != nil || purged {
			return cmp.Or(err, errKeptNowhere("conversation"))
		}
		return journal.Errorf(journal.CodeConflict, "This conversation was deleted meanwhile, so the edit was not kept; your words are still here. Undo the deletion and keep it again.")
	}
	if err != nil {
		return err
	}
	if k.rel, err = k.relationship(k.ctx, k.Tx, v.RelationshipID); err != nil {
		return err
	}
	k.id, k.name, k.checkIn = v.ID, v.PersonName, v.CheckIn
	overtaken := n.BaseRev != 0 && n.BaseRev < v.Rev && n.Text != v.Note
	set := row{"note": n.Text}
	v.Note = n.Text
	if n.SetDetails {
		k.setDetails(&v, set)
	}
	if err := v.Validate(); err != nil {
		return err
	}
	k.held, k.checkIn = v.Session, v.CheckIn
	if err := k.update(tableSession, v.ID, set); err != nil {
		return err
	}
	if n.SetDetails {
		if err := k.setCheckIn(v.ID, v.CheckIn); err != nil {
			return err
		}
	}
	k.about(v.Session)
	if overtaken {
		k.say("This note was changed elsewhere while you wrote. Your words were kept; undo brings the other version back.")
	}
	return k.again(n.Text)
}

// setDetails sets what is around the words of an edit, as journal.Note has it.
func (k *keeping) setDetails(v *journal.SessionView, set row) {
	n, now := k.note, v.Details()
	to := journal.Details{At: n.At, Minutes: n.Minutes, Medium: n.Medium, Role: n.Role, CheckIn: n.CheckIn}
	was := now
	if n.Was != nil {
		was = *n.Was
	}
	now = now.Change(was, to)
	v.Minutes, v.Medium, v.Role, v.CheckIn = now.Minutes, now.Medium, now.Role, now.CheckIn
	set["minutes"], set["medium"], set["role"] = orNull(int64(v.Minutes)), string(v.Medium), string(v.Role)
	// The same instant keeps the zone it was written in.
	if !now.At.Equal(v.At) {
		v.At = now.At
		maps.Copy(set, k.heldRow(now.At))
	}
}

// raise marks the topics that were raised in this conversation.
func (k *keeping) raise() error {
	for _, id := range k.note.Raised {
		v, err := k.topic(k.ctx, k.Tx, id)
		if journal.ErrorCode(err) == journal.CodeNotFound {
			continue // deleted meanwhile
		}
		if err != nil {
			return err
		}
		if v.State != journal.TopicWaiting || v.RelationshipID != k.rel.ID {
			continue
		}
		if err := k.update(tableTopic, id, row{"state": string(journal.TopicRaised), "raised_in": k.id}); err != nil {
			return err
		}
	}
	return nil
}

// draft is the note as the draft it was typed as. Its details are those of the conversation as it
// was kept: an edit that does not set them need not have them.
func (k *keeping) draft() journal.Draft {
	n := k.note
	return journal.Draft{
		ID: n.DraftID, UID: n.DraftUID, SessionID: n.SessionID, BaseRev: n.BaseRev, RelationshipID: n.RelationshipID,
		PersonName: n.PersonName, Role: k.held.Role, At: k.held.At, Minutes: k.held.Minutes, Medium: k.held.Medium,
		CheckIn: k.checkIn, Was: n.Was, Details: n.SetDetails, Raised: n.Raised, Text: n.Text, Cursor: len(n.Text),
		Writer: n.DraftWriter, Typed: n.DraftTyped, From: n.DraftFrom, FromTyped: n.DraftFromTyped,
	}
}
