package store

import (
	"cmp"
	"context"
	"maps"
	"time"

	"bothways/journal"
)

// reviewing is a review while it is kept.
type reviewing struct {
	lifting
	draft journal.Draft
	held  journal.Review // as it is kept
}

// KeepReview keeps a review that was held with all that lifts from it, or an edit of one, as one
// step: the planned one that d.ReviewID says, which is then held, the held one, or, for 0, one that
// nobody planned. d is the whole draft as it was typed, which is set aside with the same stroke;
// without a UID and an ID there is no draft. Where something was decided there may be no words.
// The next review is planned, moved or planned no more as d.Next says; with a closed relationship
// none is planned, and KeptReview says so.
//
// One without a time is of now. An edit sets the words, the decision where it is another one than
// d.Decided, and the time only with Details and where it is not zero. One that started from an
// earlier revision than that in the file is kept as well: the other version stays in history, and
// KeptReview says so. Where the planned review was held elsewhere meanwhile, the words are kept as
// another one, and KeptReview says that.
//
// To pause also makes the relationship paused, in the same step and when that is decided anew: what
// goes on again after it stays so. To end is only noted: see EndRelationship.
func (s *Store) KeepReview(ctx context.Context, d journal.Draft, decision journal.Decision) (kept journal.KeptReview, err error) {
	if err := journal.ValidateNote(d.Text); err != nil && (decision == "" || !journal.Blank(d.Text)) {
		return kept, err
	}
	d.Kind = journal.DraftReview
	k := &reviewing{lifting: lifting{Store: s, from: reviewOrigin()}, draft: d}
	err = s.step(ctx, journal.StepReviewKept, "", "", func(t *tx) error {
		k.tx = t
		if err := k.keep(decision); err != nil {
			return err
		}
		if err := k.planNext(); err != nil {
			return err
		}
		aside := s.keepDraft
		if journal.Blank(d.Text) {
			aside = s.keepNoWords
		}
		if err := aside(t, k.asDraft()); err != nil {
			return err
		}
		if err := k.tell(); err != nil {
			return err
		}
		var err error
		kept.Came = k.came
		kept.Review, err = s.review(t.ctx, t.Tx, k.id)
		return err
	})
	if err != nil {
		return journal.KeptReview{}, err
	}
	return kept, nil
}

func (k *reviewing) keep(decision journal.Decision) error {
	was, err := k.was()
	if err != nil {
		return err
	}
	if err := k.present(was.RelationshipID); err != nil {
		return err
	}
	r, err := k.with(k.tx, was.RelationshipID)
	if err != nil {
		return err
	}
	k.held = was
	k.held.Text, k.held.Decision, k.held.HeldAt = k.draft.Text, k.decided(was, decision), k.when(was)
	if err := k.held.Validate(); err != nil {
		return err
	}
	set := row{"text": k.held.Text, "decision": string(k.held.Decision)}
	// The same instant keeps the zone it was written in.
	if !k.held.HeldAt.Equal(was.HeldAt) {
		maps.Copy(set, k.heldRow(k.held.HeldAt))
	}
	lift := k.again
	if was.ID != 0 {
		k.id, err = was.ID, k.update(tableReview, was.ID, set)
	} else {
		lift = k.fresh
		set["relationship_id"] = was.RelationshipID
		k.id, err = k.insert(tableReview, set)
	}
	if err != nil {
		return err
	}
	if k.held.Decision == journal.DecisionPause && was.Decision != journal.DecisionPause && r.State.Open() {
		if err := k.update(tableRelationship, r.ID, row{"state": string(journal.StatePaused)}); err != nil {
			return err
		}
	}
	k.about(r)
	if was.ID != 0 && k.held.Text == was.Text {
		return nil // nothing new is said: what its lines did not make before, they do not make now
	}
	return lift(k.held.Text)
}

// planNext plans the next review as the draft says it. Where the relationship was closed meanwhile
// none is planned.
func (k *reviewing) planNext() error {
	next := k.draft.Next
	if next == nil {
		return nil
	}
	if k.over && !next.IsZero() {
		k.say("The relationship is closed by now, so no next review is planned.")
		return nil
	}
	return setNextReview(k.tx, k.held.RelationshipID, *next)
}

// about says whom and which day what lifts from the review is about.
func (k *reviewing) about(r journal.RelationshipSummary) {
	k.lift = journal.LiftContext{On: journal.DateOf(k.held.HeldAt), Person: r.PersonName}
	k.personID, k.relationshipID, k.withinID, k.heldAt = r.PersonID, r.ID, r.ID, k.held.HeldAt.UnixMilli()
	k.over = !r.State.Open()
}

// was is the review before it is kept, one that is not there yet for a new one.
func (k *reviewing) was() (journal.Review, error) {
	d := k.draft
	if d.ReviewID == 0 {
		return journal.Review{RelationshipID: d.RelationshipID}, nil
	}
	v, err := k.review(k.ctx, k.Tx, d.ReviewID)
	switch {
	case journal.ErrorCode(err) == journal.CodeNotFound:
		if purged, err := purgedRow(k.ctx, k.Tx, tableReview, d.ReviewID); err != nil || purged {
			return v, cmp.Or(err, errKeptNowhere("review"))
		}
		return v, journal.Errorf(journal.CodeConflict, "This review was deleted meanwhile, so it was not kept; your words are still here. Undo the deletion, or keep them as a new review.")
	case err != nil || !v.Held():
		return v, err
	case v.HeldMeanwhile(d):
		k.say("The planned review was held elsewhere meanwhile; yours is kept beside it.")
		return journal.Review{RelationshipID: v.RelationshipID}, nil
	}
	k.what = journal.StepReviewEdited
	if d.BaseRev != 0 && d.BaseRev < v.Rev && d.Text != v.Text {
		k.say("This review was changed elsewhere while you wrote. Your words were kept; undo brings the other version back.")
	}
	return v, nil
}

// decided is what the review comes to: what was decided elsewhere meanwhile, unless another decision
// was made here.
func (k *reviewing) decided(was journal.Review, now journal.Decision) journal.Decision {
	if d := k.draft.Decided; d == nil || *d != now || !was.Held() {
		return now
	}
	if was.Decision == "" && journal.Blank(k.draft.Text) {
		return now // there are neither words nor a decision otherwise
	}
	return was.Decision
}

// when is the time it counts as held at.
func (k *reviewing) when(was journal.Review) time.Time {
	at := k.draft.At
	switch {
	case was.Held() && (!k.draft.Details || at.IsZero()):
		return was.HeldAt
	case was.Held() && k.draft.Was != nil && at.Equal(k.draft.Was.At):
		return was.HeldAt
	case at.IsZero():
		return k.clock(k.tx.now)
	}
	return at
}

// asDraft is the draft the review was typed as, with what is known of it now.
func (k *reviewing) asDraft() journal.Draft {
	d := k.draft
	d.RelationshipID, d.At = k.held.RelationshipID, k.held.HeldAt
	return d
}
