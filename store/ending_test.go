package store

import (
	"context"
	"slices"
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
		if r := must(s.Relationship(ctx, rel))(t); r.State != journal.StateActive || !r.EndedOn.IsZero() || r.Thanks != "" || r.ResumedOn != date(t, "2026-11-21") {
			t.Errorf("relationship = %+v", r)
		}
		wantStep(t, s, "begun again (Priya Nambiar)")
		must(s.KeepNote(ctx, journal.Note{PersonName: "Priya Nambiar", Role: journal.RoleMentor, Text: "anew"}))(t)
		wantCode(t, s.BeginAgain(ctx, rel), journal.CodeConflict)
		if r := must(s.Relationship(ctx, rel))(t); r.State != journal.StateEnded {
			t.Errorf("relationship = %+v", r)
		}
	})
	t.Run("an ending leaves a trace", func(t *testing.T) {
		s := MustOpen(t)
		v := begun(t, s)
		rel := v.RelationshipID
		ok(t, s.EndRelationship(ctx, rel, journal.Ending{On: date(t, "2026-11-15"), Thanks: "Thank you."}))
		if all := must(s.Endings(ctx, rel))(t); len(all) != 0 {
			t.Errorf("endings = %+v", all)
		}
		before := dump(t, s)
		ok(t, s.BeginAgain(ctx, rel))
		after := dump(t, s)
		must2(s.Undo(ctx))(t)
		if now := dump(t, s); now != before {
			t.Error(firstDiff(before, now))
		}
		if all := must(s.Endings(ctx, rel))(t); len(all) != 0 {
			t.Errorf("endings after undo = %+v", all)
		}
		must2(s.Redo(ctx))(t)
		if now := dump(t, s); now != after {
			t.Error(firstDiff(after, now))
		}
		wantCode(t, s.EndRelationship(ctx, rel, journal.Ending{On: date(t, "2026-11-02")}), journal.CodeInvalid) // it went on again since
		ok(t, s.EndRelationship(ctx, rel, journal.Ending{}))
		ok(t, s.BeginAgain(ctx, rel))
		today := date(t, "2026-11-21")
		want := []journal.PastEnding{{On: date(t, "2026-11-15"), Again: today, Thanks: "Thank you."}, {On: today, Again: today}}
		all := must(s.Endings(ctx, rel))(t)
		for i := range want {
			want[i].ID = all[i].ID
		}
		if !slices.Equal(all, want) {
			t.Errorf("endings = %+v, want %+v", all, want)
		}
		all[0].Thanks, all[1].On = "Thank you both.", date(t, "2026-11-20")
		ok(t, s.ChangePastEndings(ctx, all))
		if now := must(s.Endings(ctx, rel))(t); !slices.Equal(now, all) {
			t.Errorf("changed they are %+v", now)
		}
		must2(s.Undo(ctx))(t)
		if now := must(s.Endings(ctx, rel))(t); !slices.Equal(now, want) {
			t.Errorf("after undo they are %+v", now)
		}
		all[0].On = date(t, "2026-12-01")
		wantCode(t, s.ChangePastEndings(ctx, all), journal.CodeInvalid)
		before = dump(t, s)
		ok(t, s.DeletePerson(ctx, v.PersonID))
		if n := scalar(t, s, "SELECT count(*) FROM ending WHERE deleted_at IS NULL"); n != 0 {
			t.Errorf("%d endings are left of somebody deleted", n)
		}
		must2(s.Undo(ctx))(t)
		if now := dump(t, s); now != before {
			t.Error(firstDiff(before, now))
		}
	})
	t.Run("ended nobody knows when", func(t *testing.T) {
		s := MustOpen(t)
		r := must(s.AddPerson(ctx, journal.Person{Name: "Sam"}, &journal.Relationship{Role: journal.RoleMentee, State: journal.StateEnded, Thanks: "Thank you."}))(t).Relationships[0]
		ok(t, s.BeginAgain(ctx, r.ID))
		if all := must(s.Endings(ctx, r.ID))(t); len(all) != 1 || !all[0].On.IsZero() || all[0].Thanks != "Thank you." {
			t.Errorf("endings = %+v", all)
		}
	})
	t.Run("the day it ended", func(t *testing.T) {
		s := MustOpen(t)
		v := begun(t, s)
		r := must(s.Relationship(ctx, v.RelationshipID))(t).Relationship
		r.From = date(t, "2026-11-10")
		ok(t, s.ChangeRelationship(ctx, r))
		for _, on := range []string{"2026-11-22", "2026-11-09"} {
			wantCode(t, s.EndRelationship(ctx, r.ID, journal.Ending{On: date(t, on)}), journal.CodeInvalid)
		}
		ok(t, s.EndRelationship(ctx, r.ID, journal.Ending{On: r.From}))
		r = must(s.Relationship(ctx, r.ID))(t).Relationship
		for _, on := range []journal.Date{date(t, "2026-11-22"), date(t, "2026-11-09"), {}} {
			r.EndedOn = on
			wantCode(t, s.ChangeRelationship(ctx, r), journal.CodeInvalid)
		}
		r.EndedOn = date(t, "2026-11-12")
		ok(t, s.ChangeRelationship(ctx, r))
	})
	t.Run("before it was to begin", func(t *testing.T) {
		s := MustOpen(t)
		r := must(s.AddPerson(ctx, journal.Person{Name: "Sam"}, &journal.Relationship{Role: journal.RoleMentee, State: journal.StateAsked, From: date(t, "2027-01-01")}))(t).Relationships[0]
		ok(t, s.EndRelationship(ctx, r.ID, journal.Ending{}))
	})
	t.Run("declined after conversations", func(t *testing.T) {
		s := MustOpen(t)
		rel := begun(t, s).RelationshipID
		ok(t, s.Trial(ctx, rel, journal.Date{}))
		must(s.Decline(ctx, rel, ""))(t)
		ok(t, s.EndRelationship(ctx, rel, journal.Ending{Thanks: "Thank you."}))
		if r := must(s.Relationship(ctx, rel))(t); r.State != journal.StateEnded || r.EndedOn.IsZero() {
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

// TestEndedOn is the day of an ending: of one that stands, and of no other.
func TestEndedOn(t *testing.T) {
	ctx := context.Background()
	t.Run("EndedTwice", func(t *testing.T) {
		s := MustOpen(t)
		rel := sam(t, s).ID
		on := date(t, "2026-11-16")
		ok(t, s.EndRelationship(ctx, rel, journal.Ending{On: on}))
		ok(t, s.EndRelationship(ctx, rel, journal.Ending{Thanks: "For the walks."}))
		if r := must(s.Relationship(ctx, rel))(t); r.EndedOn != on || r.Thanks != "For the walks." {
			t.Errorf("ended %v, %q", r.EndedOn, r.Thanks)
		}
	})
	t.Run("Open", func(t *testing.T) {
		s := MustOpen(t)
		r := must(s.Relationship(ctx, sam(t, s).ID))(t)
		r.EndedOn = date(t, "2026-11-16")
		wantCode(t, s.ChangeRelationship(ctx, r.Relationship), journal.CodeConflict)
	})
}

// TestDeclinedAgain keeps what was asked, and not the day one meant to ask on.
func TestDeclinedAgain(t *testing.T) {
	ctx := context.Background()
	for name, c := range map[string]struct{ asked, want journal.Date }{
		"Asked":   {journal.Date{Year: 2026, Month: 1, Day: 2}, journal.Date{Year: 2026, Month: 1, Day: 2}},
		"Planned": {journal.Date{Year: 2030, Month: 1, Day: 2}, journal.Date{}},
	} {
		t.Run(name, func(t *testing.T) {
			s := MustOpen(t)
			r := must(s.AddPerson(ctx, journal.Person{Name: "Noor"}, &journal.Relationship{Role: journal.RoleMentee, State: journal.StateConsidering, AskedOn: c.asked, AskedHow: "over coffee"}))(t).Relationships[0]
			must(s.Decline(ctx, r.ID, "Leila"))(t)
			leila := must(s.FindPerson(ctx, "Leila"))(t).Relationships[0]
			if leila.SuggestedInUID != r.UID {
				t.Errorf("Leila was named in %q", leila.SuggestedInUID)
			}
			ok(t, s.BeginAgain(ctx, r.ID))
			if now := must(s.Relationship(ctx, r.ID))(t); now.AskedOn != c.want || now.State != journal.StateConsidering {
				t.Errorf("asked on %v, %s", now.AskedOn, now.State)
			}
			ok(t, s.DeletePerson(ctx, r.PersonID))
			if now := must(s.Relationship(ctx, leila.ID))(t); now.SuggestedInUID != "" {
				t.Errorf("a deleted one is told: %q", now.SuggestedInUID)
			}
		})
	}
}
