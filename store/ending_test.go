package store

import (
	"context"
	"testing"

	"bothways/journal"
)

func TestEndRelationship(t *testing.T) {
	ctx := context.Background()
	begun := func(t *testing.T, s *Store) journal.SessionView {
		t.Helper()
		v := priya(t, s, "- [ ] one\n- [ ] @priya two\n- [x] three").Session
		r := must(s.Relationship(ctx, v.RelationshipID))(t).Relationship
		r.NextSession = date(t, "2026-12-01")
		ok(t, s.ChangeRelationship(ctx, r))
		must(s.KeepReview(ctx, journal.Draft{RelationshipID: r.ID, Text: "words"}, ""))(t)
		ok(t, s.PlanReview(ctx, r.ID, date(t, "2026-12-01")))
		return v
	}
	t.Run("leaving its actions", func(t *testing.T) {
		s := MustOpen(t)
		v := begun(t, s)
		before := dump(t, s)
		ok(t, s.EndRelationship(ctx, v.RelationshipID, journal.Ending{On: date(t, "2026-11-15"), Thanks: "Thank you.", Actions: journal.LeaveActions}))
		r := must(s.Relationship(ctx, v.RelationshipID))(t)
		if r.State != journal.StateEnded || r.EndedOn != date(t, "2026-11-15") || r.Thanks != "Thank you." || !r.NextSession.IsZero() || r.OpenMine != 1 || r.OpenTheirs != 1 {
			t.Errorf("relationship = %+v", r)
		}
		if all := must(s.Reviews(ctx, r.ID))(t); len(all) != 1 || !all[0].Held() {
			t.Errorf("reviews = %+v", all)
		}
		wantStep(t, s, "relationship ended (Priya Nambiar)")
		if after := dump(t, s); after != before {
			t.Error(firstDiff(before, after))
		}
	})
	t.Run("dropping them", func(t *testing.T) {
		s := MustOpen(t)
		v := begun(t, s)
		by := must(s.AddAction(ctx, journal.Action{PersonID: v.PersonID, Text: "of no relationship", Owner: journal.OwnerMe}))(t)
		ok(t, s.EndRelationship(ctx, v.RelationshipID, journal.Ending{Actions: journal.DropActions}))
		open, _ := must2(s.Actions(ctx, ActionQuery{}))(t)
		closed, _ := must2(s.Actions(ctx, ActionQuery{Closed: true}))(t)
		if len(open) != 1 || open[0].ID != by.ID || len(closed) != 3 {
			t.Errorf("open %+v, closed %+v", open, closed)
		}
		if a := must(s.Action(ctx, v.Actions[0].ID))(t); a.State != journal.ActionDropped || a.ClosedAt.IsZero() {
			t.Errorf("action = %+v", a)
		}
		if r := must(s.Relationship(ctx, v.RelationshipID))(t); r.EndedOn != date(t, "2026-11-21") || r.Thanks != "" {
			t.Errorf("relationship = %+v", r)
		}
		must2(s.Undo(ctx))(t)
		if open, _ := must2(s.Actions(ctx, ActionQuery{}))(t); len(open) != 3 {
			t.Errorf("open after undo: %+v", open)
		}
	})
	t.Run("and begun again", func(t *testing.T) {
		s := MustOpen(t)
		v := begun(t, s)
		rel := v.RelationshipID
		wantCode(t, s.BeginAgain(ctx, rel), journal.CodeConflict)
		ok(t, s.EndRelationship(ctx, rel, journal.Ending{Thanks: "Thank you."}))
		ok(t, s.BeginAgain(ctx, rel))
		if r := must(s.Relationship(ctx, rel))(t); r.State != journal.StateActive || !r.EndedOn.IsZero() || r.Thanks != "Thank you." {
			t.Errorf("relationship = %+v", r)
		}
		wantStep(t, s, "begun again (Priya Nambiar)")
		must(s.KeepNote(ctx, journal.Note{PersonName: "Priya Nambiar", Role: journal.RoleMentor, Text: "anew"}))(t)
		wantCode(t, s.BeginAgain(ctx, rel), journal.CodeConflict)
		if r := must(s.Relationship(ctx, rel))(t); r.State != journal.StateEnded {
			t.Errorf("relationship = %+v", r)
		}
	})
	t.Run("ended again without a word keeps the thanks", func(t *testing.T) {
		s := MustOpen(t)
		rel := begun(t, s).RelationshipID
		ok(t, s.EndRelationship(ctx, rel, journal.Ending{Thanks: "Thank you."}))
		ok(t, s.EndRelationship(ctx, rel, journal.Ending{On: date(t, "2026-11-01")}))
		if r := must(s.Relationship(ctx, rel))(t); r.Thanks != "Thank you." || r.EndedOn != date(t, "2026-11-01") {
			t.Errorf("relationship = %+v", r)
		}
	})
	t.Run("declined, and considered again", func(t *testing.T) {
		s := MustOpen(t)
		r := considered(t, s, "Sam")
		must(s.Decline(ctx, r.ID, ""))(t)
		wantCode(t, s.EndRelationship(ctx, r.ID, journal.Ending{}), journal.CodeConflict)
		ok(t, s.BeginAgain(ctx, r.ID))
		if r := must(s.Relationship(ctx, r.ID))(t); r.State != journal.StateConsidering {
			t.Errorf("relationship = %+v", r)
		}
	})
	t.Run("what cannot be", func(t *testing.T) {
		s := MustOpen(t)
		rel := begun(t, s).RelationshipID
		wantCode(t, s.EndRelationship(ctx, rel, journal.Ending{Actions: "burn"}), journal.CodeInvalid)
		wantCode(t, s.EndRelationship(ctx, 9, journal.Ending{}), journal.CodeNotFound)
	})
}
