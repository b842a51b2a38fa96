package store

import (
	"cmp"
	"context"
	"database/sql"
	"maps"
	"strings"

	"bothways/journal"
)

// answering is an answer while it is kept.
type answering struct {
	lifting
	draft journal.Draft
	held  journal.Reflection // the answer as it is kept
}

// KeepAnswer keeps an answer with all that lifts from it, or an edit of one, as one step. d is the
// whole draft as it was typed, which is set aside with the same stroke; without a UID and an ID
// there is no draft.
//
// A new answer without a time is of now. An edit touches whom it is about, when it was and how long
// it took only with Details: PersonID and Seconds are then set as given, also where they are 0, and
// a zero At leaves the time as it is. The question stays as it was put. An edit that started from
// an earlier revision than the one in the file is kept as well: the other version stays in history,
// and KeptAnswer says so. What is to be raised needs an open relationship with the person; without
// one its line stays a line, and KeptAnswer says so.
func (s *Store) KeepAnswer(ctx context.Context, d journal.Draft) (kept journal.KeptAnswer, err error) {
	if err := journal.ValidateNote(d.Text); err != nil {
		return journal.KeptAnswer{}, err
	}
	d.Kind = journal.DraftAnswer
	k := &answering{lifting: lifting{Store: s, from: answerOrigin()}, draft: d}
	what, do := journal.StepAnswerKept, k.keepNew
	if d.ReflectionID != 0 {
		what, do = journal.StepAnswerEdited, k.keepEdit
	}
	err = s.step(ctx, what, "", "", func(t *tx) error {
		k.tx = t
		if err := do(); err != nil {
			return err
		}
		t.name = k.lift.Person
		if err := s.keepDraft(t, k.asDraft()); err != nil {
			return err
		}
		if err := k.tell(); err != nil {
			return err
		}
		var err error
		kept.Came = k.came
		kept.Reflection, err = s.reflection(t.ctx, t.Tx, k.id)
		return err
	})
	if err != nil {
		return journal.KeptAnswer{}, err
	}
	return kept, nil
}

// keepNew makes the answer and everything it says.
func (k *answering) keepNew() error {
	d := k.draft
	if d.At.IsZero() {
		d.At = k.Store.now()
	}
	k.held = journal.Reflection{PersonID: d.PersonID, Asked: d.Asked, Text: d.Text, At: d.At, Seconds: d.Seconds}
	if err := k.about(); err != nil {
		return err
	}
	set := k.heldRow(d.At)
	maps.Copy(set, askedRow(d.Asked))
	set["person_id"], set["seconds"], set["text"] = orNull(k.held.PersonID), orNull(int64(max(d.Seconds, 0))), d.Text
	var err error
	if k.id, err = k.insert(tableReflection, set); err != nil {
		return err
	}
	return k.fresh(d.Text)
}

// keepEdit sets the words of an answer and carries over what changed in its lines.
func (k *answering) keepEdit() error {
	d := k.draft
	v, err := k.reflection(k.ctx, k.Tx, d.ReflectionID)
	if journal.ErrorCode(err) == journal.CodeNotFound {
		if purged, err := purgedRow(k.ctx, k.Tx, tableReflection, d.ReflectionID); err != nil || purged {
			return cmp.Or(err, errKeptNowhere("answer"))
		}
		return journal.Errorf(journal.CodeConflict, "This answer was deleted meanwhile, so the edit was not kept; your words are still here. Undo the deletion, or keep them as a new answer.")
	}
	if err != nil {
		return err
	}
	k.id, k.held = v.ID, v.Reflection
	overtaken := d.BaseRev != 0 && d.BaseRev < v.Rev && d.Text != v.Text
	k.held.Text = d.Text
	set := row{"text": d.Text}
	if d.Details {
		k.held.PersonID, k.held.Seconds = d.PersonID, max(d.Seconds, 0)
		// The same instant keeps the zone it was written in.
		if !d.At.IsZero() && !d.At.Equal(v.At) {
			k.held.At = d.At
			maps.Copy(set, k.heldRow(d.At))
		}
	}
	if err := k.about(); err != nil {
		return err
	}
	set["person_id"], set["seconds"] = orNull(k.held.PersonID), orNull(int64(k.held.Seconds))
	if err := k.update(tableReflection, v.ID, set); err != nil {
		return err
	}
	if k.held.PersonID != v.PersonID {
		if err := k.handOver(v.PersonName); err != nil {
			return err
		}
	}
	if overtaken {
		k.say("This answer was changed elsewhere while you wrote. Your words were kept; undo brings the other version back.")
	}
	return k.again(d.Text)
}

// about finds the person an answer is about, and the relationship what lifts from it is part of: the
// open one of the last conversation with them. Somebody who was deleted meanwhile is nobody.
func (k *answering) about() error {
	k.lift, k.heldAt = journal.LiftContext{On: journal.DateOf(k.held.At)}, k.held.At.UnixMilli()
	if k.held.PersonID == 0 {
		return nil
	}
	p, err := k.person(k.ctx, k.Tx, k.held.PersonID)
	if journal.ErrorCode(err) == journal.CodeNotFound {
		if there, _, err := first(k.ctx, k.Tx, scanID, "SELECT id FROM person WHERE id = ?", k.held.PersonID); err != nil || there == 0 {
			return notFound("person")
		}
		k.held.PersonID = 0
		k.say("The person this was about was deleted meanwhile, so it was kept as about nobody.")
		return nil
	}
	if err != nil {
		return err
	}
	k.personID, k.lift.Person = p.ID, p.Name
	if len(p.Relationships) > 0 {
		k.withinID = p.Relationships[0].ID
	}
	r, _, err := k.chooseRelationship(k.ctx, k.Tx, p.ID, "")
	if journal.ErrorCode(err) == journal.CodeNotFound {
		return nil
	}
	k.relationshipID = r.ID
	return err
}

// handOver makes what came of an answer concern whom it is about now: its actions, what was given
// and received, and what is still to be raised, where there is somebody to raise it with.
func (k *answering) handOver(before string) error {
	exchanges, err := list(k.ctx, k.Tx, scanID, "SELECT id FROM exchange WHERE reflection_id = ?", k.id)
	if err != nil {
		return err
	}
	for _, id := range exchanges {
		if err := k.update(tableExchange, id, row{"relationship_id": orNull(k.withinID)}); err != nil {
			return err
		}
	}
	if err := k.handOverActions(before); err != nil {
		return err
	}
	topics, err := list(k.ctx, k.Tx, scanID, "SELECT id FROM topic WHERE reflection_id = ? AND source <> '' AND state = 'waiting' AND deleted_at IS NULL", k.id)
	if err != nil || len(topics) == 0 {
		return err
	}
	if k.relationshipID == 0 {
		k.say("What there is to raise in this answer is still to be raised with " + strings.TrimSuffix(before, ".") + ".")
		return nil
	}
	for _, id := range topics {
		if err := k.update(tableTopic, id, row{"relationship_id": k.relationshipID}); err != nil {
			return err
		}
	}
	return nil
}

// handOverActions makes the actions of an answer concern whom it is about now. Whose they are, and
// their words, follow their lines where nobody has changed them since.
func (k *answering) handOverActions(before string) error {
	type lifted struct {
		id                  int64
		source, owner, text string
	}
	actions, err := list(k.ctx, k.Tx, func(r *sql.Rows) (l lifted, err error) {
		return l, r.Scan(&l.id, &l.source, &l.owner, &l.text)
	}, "SELECT id, source, owner, text FROM action WHERE reflection_id = ? AND source <> ''", k.id)
	if err != nil {
		return err
	}
	for _, a := range actions {
		set := row{"person_id": orNull(k.personID), "relationship_id": orNull(k.relationshipID)}
		was, _, _ := journal.LiftLine(a.source, journal.LiftContext{On: k.lift.On, Person: before})
		now, _, _ := journal.LiftLine(a.source, k.lift)
		if a.owner == string(was.Owner) {
			set["owner"] = string(now.Owner)
		}
		if a.text == was.Text {
			set["text"] = now.Text
		}
		if err := k.update(tableAction, a.id, set); err != nil {
			return err
		}
	}
	return nil
}

// asDraft is the draft the answer was typed as, with what is known of it now.
func (k *answering) asDraft() journal.Draft {
	d, v := k.draft, k.held
	d.Asked, d.PersonID, d.At, d.Seconds = v.Asked, v.PersonID, v.At, v.Seconds
	return d
}
