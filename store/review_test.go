package store

import (
	"context"
	"testing"
	"time"

	"bothways/journal"
)

func TestPlanReview(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	rel := sam(t, s).ID
	wantCode(t, s.PlanReview(ctx, rel, journal.Date{}), journal.CodeInvalid)
	wantCode(t, s.PlanReview(ctx, 9, date(t, "2026-12-01")), journal.CodeNotFound)
	ok(t, s.PlanReview(ctx, rel, date(t, "2026-12-01")))
	ok(t, s.PlanReview(ctx, rel, date(t, "2026-12-08")))
	all := must(s.Reviews(ctx, rel))(t)
	if len(all) != 1 || all[0].Due != date(t, "2026-12-08") || all[0].Held() || all[0].UID == "" || all[0].Rev != 1 {
		t.Fatalf("reviews = %+v", all)
	}
	wantStep(t, s, "review planned (Sam)")
	if v := must(s.Review(ctx, all[0].ID))(t); v.Due != date(t, "2026-12-01") {
		t.Errorf("review = %+v", v)
	}
	ok(t, s.DeleteReview(ctx, all[0].ID))
	_, err := s.Review(ctx, all[0].ID)
	wantCode(t, err, journal.CodeNotFound)
	ok(t, s.PlanReview(ctx, rel, date(t, "2027-01-01")))
	if all := must(s.Reviews(ctx, rel))(t); len(all) != 1 || all[0].Due != date(t, "2027-01-01") {
		t.Errorf("reviews = %+v", all)
	}
	wantStep(t, s, "review planned (Sam)")
	wantStep(t, s, "review deleted (Sam)")
}

func TestKeepReview(t *testing.T) {
	ctx := context.Background()
	state := func(t *testing.T, s *Store, rel int64) journal.State {
		t.Helper()
		return must(s.Relationship(ctx, rel))(t).State
	}
	t.Run("unplanned", func(t *testing.T) {
		s := MustOpen(t)
		rel := sam(t, s).ID
		ok(t, s.PlanReview(ctx, rel, date(t, "2026-12-01")))
		v := must(s.KeepReview(ctx, journal.Draft{RelationshipID: rel, Text: "## Is it good?\nYes."}, journal.DecisionGoOn))(t)
		if v.Text != "## Is it good?\nYes." || v.Decision != journal.DecisionGoOn || journal.DateOf(v.HeldAt) != date(t, "2026-11-21") || !v.Due.IsZero() || v.Rev != 1 {
			t.Errorf("review = %+v", v)
		}
		at := time.Date(2026, 1, 2, 23, 30, 0, 0, berlin(t))
		must(s.KeepReview(ctx, journal.Draft{RelationshipID: rel, Text: "earlier", At: at}, ""))(t)
		all := must(s.Reviews(ctx, rel))(t)
		if len(all) != 3 || all[0].Held() || all[1].ID != v.ID || all[2].Text != "earlier" || !all[2].HeldAt.Equal(at) || all[2].HeldAt.Location().String() != "Europe/Berlin" {
			t.Errorf("reviews = %+v", all)
		}
		if got := state(t, s, rel); got != journal.StateActive {
			t.Errorf("state = %s", got)
		}
		wantStep(t, s, "review kept (Sam)")
	})
	t.Run("the planned one", func(t *testing.T) {
		s := MustOpen(t)
		rel := sam(t, s).ID
		ok(t, s.PlanReview(ctx, rel, date(t, "2026-12-01")))
		planned := must(s.Reviews(ctx, rel))(t)[0]
		v := must(s.KeepReview(ctx, journal.Draft{ReviewID: planned.ID, BaseRev: 1, Text: "words"}, journal.DecisionChange))(t)
		if v.ID != planned.ID || v.UID != planned.UID || !v.Held() || v.Due != planned.Due || v.RelationshipID != rel || v.Rev != 2 {
			t.Errorf("review = %+v", v)
		}
		wantStep(t, s, "review kept (Sam)")
		if v := must(s.Review(ctx, planned.ID))(t); v.Held() || v.Text != "" || v.Decision != "" || v.Rev != 3 {
			t.Errorf("after undo: %+v", v)
		}
	})
	t.Run("edited", func(t *testing.T) {
		s := MustOpen(t)
		was := must(s.KeepReview(ctx, journal.Draft{RelationshipID: sam(t, s).ID, Text: "words"}, journal.DecisionGoOn))(t)
		d := journal.Draft{ReviewID: was.ID, BaseRev: was.Rev, Text: "other words", At: time.Date(2026, 1, 2, 3, 4, 0, 0, time.UTC)}
		now := must(s.KeepReview(ctx, d, journal.DecisionEnd))(t)
		if now.Text != "other words" || now.Decision != journal.DecisionEnd || !now.HeldAt.Equal(was.HeldAt) || now.Rev != 2 {
			t.Errorf("review = %+v", now)
		}
		d.Details = true
		if now = must(s.KeepReview(ctx, d, journal.DecisionEnd))(t); !now.HeldAt.Equal(d.At) {
			t.Errorf("with Details: %+v", now)
		}
		if got := state(t, s, now.RelationshipID); got != journal.StateActive {
			t.Errorf("to end is only noted, and it is %s", got)
		}
		wantStep(t, s, "review edited (Sam)")
	})
	t.Run("to pause", func(t *testing.T) {
		s := MustOpen(t)
		rel := sam(t, s).ID
		v := must(s.KeepReview(ctx, journal.Draft{RelationshipID: rel}, journal.DecisionPause))(t)
		if v.Text != "" || state(t, s, rel) != journal.StatePaused {
			t.Errorf("review = %+v, %s", v, state(t, s, rel))
		}
		must2(s.Undo(ctx))(t)
		if got := state(t, s, rel); got != journal.StateActive {
			t.Errorf("after undo: %s", got)
		}
		must2(s.Redo(ctx))(t)
		r := must(s.Relationship(ctx, rel))(t).Relationship
		r.State = journal.StateActive
		ok(t, s.ChangeRelationship(ctx, r))
		must(s.KeepReview(ctx, journal.Draft{ReviewID: v.ID, Text: "why we paused"}, journal.DecisionPause))(t)
		if got := state(t, s, rel); got != journal.StateActive {
			t.Errorf("words on an old decision make it %s", got)
		}
	})
	t.Run("to pause what has ended", func(t *testing.T) {
		s := MustOpen(t)
		rel := sam(t, s).ID
		ok(t, s.EndRelationship(ctx, rel, journal.Ending{}))
		must(s.KeepReview(ctx, journal.Draft{RelationshipID: rel, Text: "looking back"}, journal.DecisionPause))(t)
		if got := state(t, s, rel); got != journal.StateEnded {
			t.Errorf("state = %s", got)
		}
	})
	for name, c := range map[string]struct {
		draft    journal.Draft
		decision journal.Decision
		code     journal.Code
	}{
		"nothing at all":       {journal.Draft{RelationshipID: 1, Text: " \n"}, "", journal.CodeInvalid},
		"an unknown decision":  {journal.Draft{RelationshipID: 1, Text: "words"}, "perhaps", journal.CodeInvalid},
		"not UTF-8":            {journal.Draft{RelationshipID: 1, Text: "caf\xe9"}, journal.DecisionGoOn, journal.CodeInvalid},
		"no such relationship": {journal.Draft{RelationshipID: 9, Text: "words"}, "", journal.CodeNotFound},
		"deleted meanwhile":    {journal.Draft{ReviewID: 9, Text: "words"}, "", journal.CodeConflict},
	} {
		t.Run(name, func(t *testing.T) {
			s := MustOpen(t)
			sam(t, s)
			c.draft.UID = "d1"
			_, err := s.KeepReview(ctx, c.draft, c.decision)
			wantCode(t, err, c.code)
			if n := scalar(t, s, "SELECT (SELECT count(*) FROM review) + (SELECT count(*) FROM draft)"); n != 0 {
				t.Errorf("%d rows", n)
			}
		})
	}
}

func TestDraftReview(t *testing.T) {
	ctx := context.Background()
	typed := func(rel int64) journal.Draft {
		return journal.Draft{UID: "d1", Kind: journal.DraftReview, RelationshipID: rel, Text: "typed", Writer: "w1", Typed: 1}
	}
	t.Run("saved, kept, and that undone", func(t *testing.T) {
		s := MustOpen(t)
		rel := sam(t, s).ID
		ok(t, s.PlanReview(ctx, rel, date(t, "2026-12-01")))
		d := typed(rel)
		d.ReviewID = must(s.Reviews(ctx, rel))(t)[0].ID
		must(s.SaveDraft(ctx, d))(t)
		if got := onlyDraft(t, s); got.Kind != journal.DraftReview || got.ReviewID != d.ReviewID || got.RelationshipID != rel || got.Name != "Sam" || got.ReviewGone || got.SessionGone || got.ReflectionGone {
			t.Errorf("draft = %+v", got)
		}
		d.Typed, d.Text = 2, "typed and kept"
		v := must(s.KeepReview(ctx, d, journal.DecisionGoOn))(t)
		wantDrafts(t, s)
		d.Typed, d.Text = 1, "typed and"
		must(s.SaveDraft(ctx, d))(t) // a save that was still on its way
		wantDrafts(t, s)
		must2(s.Undo(ctx))(t)
		got := onlyDraft(t, s)
		if now := must(s.Review(ctx, v.ID))(t); got.Text != "typed and kept" || got.ReviewID != v.ID || got.BaseRev != now.Rev || now.Held() {
			t.Errorf("draft = %+v of %+v", got, now)
		}
		must2(s.Redo(ctx))(t)
		wantDrafts(t, s)
	})
	t.Run("never saved", func(t *testing.T) {
		s := MustOpen(t)
		rel := sam(t, s).ID
		must(s.KeepReview(ctx, typed(rel), ""))(t)
		wantDrafts(t, s)
		must2(s.Undo(ctx))(t)
		if got := onlyDraft(t, s); got.Kind != journal.DraftReview || got.RelationshipID != rel || got.ReviewID != 0 || got.Text != "typed" {
			t.Errorf("draft = %+v", got)
		}
	})
	t.Run("a decision without words", func(t *testing.T) {
		s := MustOpen(t)
		d := typed(sam(t, s).ID)
		d.Text, d.Typed = "", 2
		must(s.KeepReview(ctx, d, journal.DecisionGoOn))(t)
		d.Text, d.Typed = "typ", 1
		must(s.SaveDraft(ctx, d))(t) // a save that was still on its way
		wantDrafts(t, s)
		must2(s.Undo(ctx))(t)
		wantDrafts(t, s)
		d.UID = "d2"
		must(s.SaveDraft(ctx, d))(t)
		there := d
		there.Writer, there.From, there.Text = "w2", "w1", "typed there"
		must(s.SaveDraft(ctx, there))(t)
		d.Text, d.Typed = "", 2
		must(s.KeepReview(ctx, d, journal.DecisionGoOn))(t)
		wantDrafts(t, s, "typed there")
	})
	t.Run("of a review that was deleted", func(t *testing.T) {
		s := MustOpen(t)
		rel := sam(t, s).ID
		v := must(s.KeepReview(ctx, journal.Draft{RelationshipID: rel, Text: "words"}, ""))(t)
		d := typed(0)
		d.ReviewID, d.BaseRev = v.ID, v.Rev
		must(s.SaveDraft(ctx, d))(t)
		ok(t, s.DeleteReview(ctx, v.ID))
		got := onlyDraft(t, s)
		if !got.ReviewGone || got.ReviewID != v.ID || got.RelationshipID != rel || got.Name != "Sam" {
			t.Errorf("draft = %+v", got)
		}
		_, err := s.KeepReview(ctx, got.Draft, "")
		wantCode(t, err, journal.CodeConflict)
		got.ReviewID, got.BaseRev = 0, 0
		if again := must(s.KeepReview(ctx, got.Draft, ""))(t); again.ID == v.ID || again.Text != "typed" {
			t.Errorf("review = %+v", again)
		}
		wantDrafts(t, s)
	})
	t.Run("with somebody who was deleted", func(t *testing.T) {
		s := MustOpen(t)
		r := sam(t, s)
		v := must(s.KeepReview(ctx, journal.Draft{RelationshipID: r.ID, Text: "words"}, ""))(t)
		d := typed(0)
		d.ReviewID = v.ID
		must(s.SaveDraft(ctx, d))(t)
		ok(t, s.DeletePerson(ctx, r.PersonID))
		wantDrafts(t, s)
		d.Typed, d.Text = 2, "typed on"
		must(s.SaveDraft(ctx, d))(t)
		if got := onlyDraft(t, s); got.RelationshipID != 0 || got.PersonName != "Sam" || got.Role != journal.RoleMentee || !got.ReviewGone {
			t.Errorf("draft = %+v", got)
		}
	})
}
