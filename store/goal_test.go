package store

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"bothways/journal"
)

// sam is a relationship with somebody who mentors me.
func sam(tb testing.TB, s *Store) journal.RelationshipSummary {
	tb.Helper()
	p := must(s.AddPerson(context.Background(), journal.Person{Name: "Sam"}, &journal.Relationship{Role: journal.RoleMentee, State: journal.StateActive}))(tb)
	return p.Relationships[0]
}

func goalTexts(all []journal.Goal) (texts []string) {
	for _, g := range all {
		texts = append(texts, g.Text)
	}
	return texts
}

func TestGoal(t *testing.T) {
	ctx := context.Background()
	t.Run("added, reached, let go and open again", func(t *testing.T) {
		s := MustOpen(t)
		rel := sam(t, s).ID
		for _, text := range []string{"one", "two", "three"} {
			g := must(s.AddGoal(ctx, journal.Goal{RelationshipID: rel, Text: text, Kind: journal.GoalNeed, Tag: "confidence"}))(t)
			if g.State != journal.GoalOpen || g.UID == "" || g.Kind != journal.GoalNeed || g.Tag != "confidence" || !g.ClosedAt.IsZero() || g.CreatedAt.IsZero() {
				t.Errorf("goal = %+v", g)
			}
		}
		order := func(want ...string) {
			t.Helper()
			if got := goalTexts(must(s.Goals(ctx, rel))(t)); !slices.Equal(got, want) {
				t.Errorf("goals %q, want %q", got, want)
			}
		}
		order("one", "two", "three")
		ok(t, s.SetGoalState(ctx, 1, journal.GoalReached))
		ok(t, s.SetGoalState(ctx, 2, journal.GoalLetGo))
		order("three", "two", "one")
		if g := must(s.Goal(ctx, 1))(t); g.State != journal.GoalReached || g.ClosedAt.IsZero() {
			t.Errorf("goal = %+v", g)
		}
		closed := must(s.Goal(ctx, 1))(t).ClosedAt
		ok(t, s.SetGoalState(ctx, 1, journal.GoalReached))
		if again := must(s.Goal(ctx, 1))(t).ClosedAt; !again.Equal(closed) {
			t.Errorf("closed at %v and again at %v", closed, again)
		}
		wantStep(t, s, "goal let go: two (Sam)")
		order("two", "three", "one")
		ok(t, s.SetGoalState(ctx, 1, journal.GoalOpen))
		order("one", "two", "three")
		if g := must(s.Goal(ctx, 1))(t); !g.ClosedAt.IsZero() {
			t.Errorf("goal = %+v", g)
		}
		wantStep(t, s, "goal open again: one (Sam)")
		wantStep(t, s, "goal reached: one (Sam)")
		wantCode(t, s.SetGoalState(ctx, 1, "half"), journal.CodeInvalid)
		wantCode(t, s.SetGoalState(ctx, 9, journal.GoalOpen), journal.CodeNotFound)
	})
	t.Run("changed", func(t *testing.T) {
		s := MustOpen(t)
		g := must(s.AddGoal(ctx, journal.Goal{RelationshipID: sam(t, s).ID, Text: "one", State: journal.GoalReached}))(t)
		ok(t, s.ChangeGoal(ctx, journal.Goal{ID: g.ID, Text: "other", Kind: journal.GoalFocus, Tag: "change"}))
		now := must(s.Goal(ctx, g.ID))(t)
		if now.Text != "other" || now.Kind != journal.GoalFocus || now.Tag != "change" || now.State != journal.GoalReached || !now.ClosedAt.Equal(g.ClosedAt) || g.ClosedAt.IsZero() {
			t.Errorf("goal = %+v", now)
		}
		wantCode(t, s.ChangeGoal(ctx, journal.Goal{ID: g.ID, Text: " "}), journal.CodeInvalid)
		wantStep(t, s, "goal changed: other (Sam)")
	})
	t.Run("what cannot be", func(t *testing.T) {
		s := MustOpen(t)
		for _, c := range []struct {
			g    journal.Goal
			code journal.Code
		}{
			{journal.Goal{RelationshipID: sam(t, s).ID}, journal.CodeInvalid},
			{journal.Goal{RelationshipID: 1, Text: "x", Kind: "wish"}, journal.CodeInvalid},
			{journal.Goal{RelationshipID: 9, Text: "x"}, journal.CodeNotFound},
			{journal.Goal{RelationshipID: 1, Text: "caf\xe9"}, journal.CodeInvalid},
		} {
			_, err := s.AddGoal(ctx, c.g)
			wantCode(t, err, c.code)
		}
		if all := must(s.Goals(ctx, 1))(t); len(all) != 0 {
			t.Errorf("goals = %+v", all)
		}
	})
	t.Run("deleted with its notes", func(t *testing.T) {
		s := MustOpen(t)
		g := must(s.AddGoal(ctx, journal.Goal{RelationshipID: sam(t, s).ID, Text: "one"}))(t)
		n := must(s.AddGoalNote(ctx, journal.GoalNote{GoalID: g.ID, Text: "so far"}))(t)
		before := dump(t, s)
		ok(t, s.DeleteGoal(ctx, g.ID))
		wantCode(t, s.ChangeGoalNote(ctx, n), journal.CodeNotFound)
		_, err := s.AddGoalNote(ctx, journal.GoalNote{GoalID: g.ID, Text: "more"})
		wantCode(t, err, journal.CodeNotFound)
		wantStep(t, s, "goal deleted: one (Sam)")
		if after := dump(t, s); after != before {
			t.Error(firstDiff(before, after))
		}
	})
}

func TestGoalNote(t *testing.T) {
	ctx := context.Background()
	goal := func(t *testing.T, s *Store, rel int64) journal.Goal {
		t.Helper()
		return must(s.AddGoal(ctx, journal.Goal{RelationshipID: rel, Text: "one"}))(t)
	}
	t.Run("from a conversation, which is deleted", func(t *testing.T) {
		s := MustOpen(t)
		v := priya(t, s, "words").Session
		g := goal(t, s, v.RelationshipID)
		n := must(s.AddGoalNote(ctx, journal.GoalNote{GoalID: g.ID, Text: "so far", SessionID: v.ID, On: date(t, "2026-11-20")}))(t)
		if n.SessionID != v.ID || n.SessionUID != v.UID || n.On != date(t, "2026-11-20") || n.UID == "" {
			t.Errorf("note = %+v", n)
		}
		ok(t, s.DeleteSession(ctx, v.ID))
		notes := must(s.Goal(ctx, g.ID))(t).Notes
		if len(notes) != 1 || notes[0].Text != "so far" || notes[0].SessionID != v.ID || notes[0].SessionUID != "" {
			t.Errorf("notes = %+v", notes)
		}
		_, err := s.AddGoalNote(ctx, journal.GoalNote{GoalID: g.ID, Text: "more", SessionID: v.ID})
		wantCode(t, err, journal.CodeNotFound)
		must2(s.Undo(ctx))(t)
		if notes := must(s.Goal(ctx, g.ID))(t).Notes; notes[0].SessionUID != v.UID {
			t.Errorf("notes = %+v", notes)
		}
	})
	t.Run("newest first, all of them", func(t *testing.T) {
		s := MustOpen(t)
		g := goal(t, s, sam(t, s).ID)
		for n := range 25 {
			must(s.AddGoalNote(ctx, journal.GoalNote{GoalID: g.ID, Text: fmt.Sprint(n), On: date(t, "2026-01-01").AddDays(n / 2)}))(t)
		}
		late := must(s.AddGoalNote(ctx, journal.GoalNote{GoalID: g.ID, Text: "today"}))(t)
		if late.On != date(t, "2026-11-21") {
			t.Errorf("note = %+v", late)
		}
		for _, notes := range [][]journal.GoalNote{must(s.Goals(ctx, g.RelationshipID))(t)[0].Notes, must(s.Goal(ctx, g.ID))(t).Notes} {
			if len(notes) != 26 || notes[0].Text != "today" || notes[1].Text != "24" || notes[2].Text != "23" || notes[25].Text != "0" {
				t.Errorf("notes = %+v", notes)
			}
		}
	})
	t.Run("changed and deleted", func(t *testing.T) {
		s := MustOpen(t)
		v := priya(t, s, "words").Session
		g := goal(t, s, v.RelationshipID)
		n := must(s.AddGoalNote(ctx, journal.GoalNote{GoalID: g.ID, Text: "so far", SessionID: v.ID}))(t)
		ok(t, s.ChangeGoalNote(ctx, journal.GoalNote{ID: n.ID, Text: "further"}))
		if now := must(s.Goal(ctx, g.ID))(t).Notes[0]; now.Text != "further" || now.On != n.On || now.SessionID != v.ID {
			t.Errorf("note = %+v", now)
		}
		ok(t, s.ChangeGoalNote(ctx, journal.GoalNote{ID: n.ID, Text: "further", On: date(t, "2026-02-01")}))
		if now := must(s.Goal(ctx, g.ID))(t).Notes[0]; now.On != date(t, "2026-02-01") {
			t.Errorf("note = %+v", now)
		}
		wantCode(t, s.ChangeGoalNote(ctx, journal.GoalNote{ID: n.ID, Text: "\n"}), journal.CodeInvalid)
		ok(t, s.DeleteGoalNote(ctx, n.ID))
		if notes := must(s.Goal(ctx, g.ID))(t).Notes; len(notes) != 0 {
			t.Errorf("notes = %+v", notes)
		}
		wantStep(t, s, "progress note deleted: further (Priya Nambiar)")
		wantStep(t, s, "progress note changed: further (Priya Nambiar)")
	})
}
