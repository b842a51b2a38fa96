package store

import (
	"context"
	"maps"

	"bothways/journal"
)

// reviewing is a review while it is kept.
type reviewing struct {
	*Store
	*tx
	id    int64
	draft journal.Draft
	held  journal.Review // as it is kept
}

// KeepReview keeps a review that was held, or an edit of one, as one step: the planned one that
// d.ReviewID says, which is then held, the held one, or, for 0, one that nobody planned. d is the
// whole draft as it was typed, which is set aside with the same stroke; without a UID and an ID
// there is no draft. Where something was decided there may be no words.
//
// One without a time is of now. An edit sets the words and the decision, and the time only with
// Details and where it is not zero. One that started from an earlier revision than that in the file
// is kept as well; undo brings the other version back.
//
// To pause also makes the relationship paused, in the same step and when that is decided anew: what
// goes on again after it stays so. To end is only noted: see EndRelationship.
func (s *Store) KeepReview(ctx context.Context, d journal.Draft, decision journal.Decision) (kept journal.Review, err error) {
	if err := journal.ValidateNote(d.Text); err != nil && (decision == "" || !journal.Blank(d.Text)) {
		return kept, err
	}
	d.Kind = journal.DraftReview
	k := &reviewing{Store: s, draft: d}
	err = s.step(ctx, journal.StepReviewKept, "", "", func(t *tx) error {
		k.tx = t
		if err := k.keep(decision); err != nil {
			return err
		}
		aside := s.keepDraft
		if journal.Blank(d.Text) {
			aside = s.keepNoWords
		}
		if err := aside(t, k.asDraft()); err != nil {
			return err
		}
		var err error
		kept, err = s.review(t.ctx, t.Tx, k.id)
		return err
	})
	if err != nil {
		return journal.Review{}, err
	}
	return kept, nil
}

func (k *reviewing) keep(decision journal.Decision) error {
	was, err := k.was()
	if err != nil {
		return err
	}
	r, err := k.with(k.tx, was.RelationshipID)
	if err != nil {
		return err
	}
	k.held = was
	k.held.Text, k.held.Decision = k.draft.Text, decision
	at := k.draft.At
	switch {
	case was.Held() && (!k.draft.Details || at.IsZero() || at.Equal(was.HeldAt)):
	case at.IsZero():
		k.held.HeldAt = k.clock(k.tx.now)
	default:
		k.held.HeldAt = at
	}
	if err := k.held.Validate(); err != nil {
		return err
	}
	set := row{"text": k.held.Text, "decision": string(decision)}
	if !k.held.HeldAt.Equal(was.HeldAt) {
		maps.Copy(set, k.heldRow(k.held.HeldAt))
	}
	if was.ID != 0 {
		k.id, err = was.ID, k.update(tableReview, was.ID, set)
	} else {
		set["relationship_id"] = was.RelationshipID
		k.id, err = k.insert(tableReview, set)
	}
	if err != nil || decision != journal.DecisionPause || was.Decision == decision || !r.State.Open() {
		return err
	}
	return k.update(tableRelationship, r.ID, row{"state": string(journal.StatePaused)})
}

// was is the review before it is kept, one that is not there yet for a new one.
func (k *reviewing) was() (journal.Review, error) {
	if k.draft.ReviewID == 0 {
		return journal.Review{RelationshipID: k.draft.RelationshipID}, nil
	}
	v, err := k.review(k.ctx, k.Tx, k.draft.ReviewID)
	if journal.ErrorCode(err) == journal.CodeNotFound {
		return v, journal.Errorf(journal.CodeConflict, "This review was deleted meanwhile, so it was not kept; your words are still here. Undo the deletion, or keep them as a new review.")
	}
	if v.Held() {
		k.what = journal.StepReviewEdited
	}
	return v, err
}

// asDraft is the draft the review was typed as, with what is known of it now.
func (k *reviewing) asDraft() journal.Draft {
	d := k.draft
	d.RelationshipID, d.At = k.held.RelationshipID, k.held.HeldAt
	return d
}
