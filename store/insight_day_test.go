package store

import (
	"context"
	"testing"
	"time"

	"bothways/journal"
)

// TestInsightDay has everything of a conversation on the day it was where it was.
func TestInsightDay(t *testing.T) {
	ctx := context.Background()
	newYork := must(time.LoadLocation("America/New_York"))(t)
	eve := time.Date(2025, 12, 31, 22, 30, 0, 0, newYork) // 2026 in Berlin
	const note = "words\n- [ ] a thing\n- [x] done then\ngave: a view\n"
	year := func(s *Store, n int) (journal.Insights, journal.LookBack) {
		t.Helper()
		days := journal.Days{From: journal.Date{Year: n, Month: 1, Day: 1}, To: journal.Date{Year: n, Month: 12, Day: 31}}
		return must(s.Insights(ctx, journal.Period{Days: days}, journal.WeekMonday))(t), must(s.LookBack(ctx, days))(t)
	}
	want := func(t *testing.T, s *Store, n, talks, gave, promises int) {
		t.Helper()
		in, back := year(s, n)
		if in.TalkSum().All() != talks || in.CrossedSum().Gave != gave || in.Mine.All() != promises {
			t.Errorf("%d: %d conversations, %d given, %d actions", n, in.TalkSum().All(), in.CrossedSum().Gave, in.Mine.All())
		}
		if len(back.Sessions) != talks || len(back.Went(journal.Gave)) != gave {
			t.Errorf("looking back on %d: %d conversations, %d given", n, len(back.Sessions), len(back.Exchanges))
		}
		pick := journal.Pick{Days: in.Period.Days, Owner: journal.OwnerMe}
		var actions, exchanges int
		for c := Cursor(""); ; {
			page, next := must2(s.PickedActions(ctx, pick, c, 1))(t)
			if actions += len(page); next == "" {
				break
			}
			c = next
		}
		for c := Cursor(""); ; {
			page, next := must2(s.PickedExchanges(ctx, pick, c, 1))(t)
			if exchanges += len(page); next == "" {
				break
			}
			c = next
		}
		if actions != promises || exchanges != gave {
			t.Errorf("%d: %d actions and %d exchanges are listed", n, actions, exchanges)
		}
	}
	t.Run("in another zone", func(t *testing.T) {
		s := MustOpen(t)
		k := must(s.KeepNote(ctx, journal.Note{PersonName: "Priya", Role: journal.RoleMentor, At: eve, Text: note}))(t)
		want(t, s, 2025, 1, 1, 2)
		want(t, s, 2026, 0, 0, 0)
		if first := must(s.FirstDay(ctx))(t); first.String() != "2025-12-31" {
			t.Errorf("the first day is %s", first)
		}
		// It moves with the conversation, and back.
		ok(t, s.ChangeSession(ctx, k.Session.ID, SessionChange{At: eve.In(berlin(t)), Role: k.Session.Role}))
		want(t, s, 2025, 0, 0, 0)
		want(t, s, 2026, 1, 1, 2)
		must2(s.Undo(ctx))(t)
		want(t, s, 2025, 1, 1, 2)
		must2(s.Redo(ctx))(t)
		want(t, s, 2026, 1, 1, 2)
	})
	t.Run("long ago", func(t *testing.T) {
		s := MustOpen(t)
		then := time.Date(2019, 5, 4, 10, 0, 0, 0, berlin(t))
		must(s.KeepNote(ctx, journal.Note{PersonName: "Priya", Role: journal.RoleMentor, At: then, Text: note}))(t)
		want(t, s, 2019, 1, 1, 2)
		want(t, s, 2026, 0, 0, 0)
		if _, back := year(s, 2019); len(back.Closed(journal.ActionDone)) != 1 {
			t.Errorf("done in 2019: %+v", back.Actions)
		}
	})
	t.Run("an action from nowhere", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "words")
		must(s.AddAction(ctx, journal.Action{RelationshipID: k.Session.RelationshipID, Text: "by hand", Owner: journal.OwnerMe}))(t)
		in, _ := year(s, 2026)
		if in.Mine.All() != 1 {
			t.Errorf("%+v", in.Mine)
		}
	})
	t.Run("an answer and a review that are moved", func(t *testing.T) {
		s := MustOpen(t)
		rel := priya(t, s, "words").Session.RelationshipID
		then := time.Date(2019, 12, 31, 23, 30, 0, 0, newYork) // 2020 in Berlin
		answer := must(s.KeepAnswer(ctx, journal.Draft{Kind: journal.DraftAnswer, At: then, Text: note + "shift: on"}))(t).Reflection
		review := must(s.KeepReview(ctx, journal.Draft{RelationshipID: rel, At: then, Text: note + "shift: on"}, ""))(t).Review
		of := func(n, gave, promises, shifts int) {
			t.Helper()
			in, back := year(s, n)
			if in.CrossedSum().Gave != gave || in.Mine.All() != promises || len(back.Went(journal.Gave)) != gave || len(back.Shifts) != shifts {
				t.Errorf("%d: %d given, %d actions; looking back %d given, %d shifts", n, in.CrossedSum().Gave, in.Mine.All(), len(back.Exchanges), len(back.Shifts))
			}
		}
		of(2019, 2, 4, 2)
		of(2020, 0, 0, 0)
		must(s.KeepAnswer(ctx, journal.Draft{Kind: journal.DraftAnswer, ReflectionID: answer.ID, BaseRev: answer.Rev, Details: true, At: then.AddDate(0, 0, 1), Text: answer.Text}))(t)
		of(2019, 1, 2, 1)
		of(2020, 1, 2, 1)
		must(s.KeepReview(ctx, journal.Draft{ReviewID: review.ID, BaseRev: review.Rev, Details: true, At: then.AddDate(0, 0, 1), Text: review.Text}, ""))(t)
		of(2019, 0, 0, 0)
		of(2020, 2, 4, 2)
		must2(s.Undo(ctx))(t)
		must2(s.Undo(ctx))(t)
		of(2019, 2, 4, 2)
		must2(s.Redo(ctx))(t)
		ok(t, s.DeleteReview(ctx, review.ID))
		of(2019, 0, 1, 0) // what was done stays done
		of(2020, 1, 2, 1)
		must2(s.Undo(ctx))(t)
		of(2019, 1, 2, 1)
		of(2020, 1, 2, 1)
	})
	t.Run("the first is an answer", func(t *testing.T) {
		s := MustOpen(t)
		then := time.Date(2020, 5, 4, 10, 0, 0, 0, berlin(t))
		must(s.KeepAnswer(ctx, journal.Draft{Kind: journal.DraftAnswer, At: then, Text: "gave: a view"}))(t)
		if first := must(s.FirstDay(ctx))(t); first.String() != "2020-05-04" {
			t.Errorf("the first day is %s", first)
		}
		priya(t, s, "words")
		if first := must(s.FirstDay(ctx))(t); first.String() != "2020-05-04" {
			t.Errorf("the first day is %s", first)
		}
		if in, _ := year(s, 2020); in.CrossedSum().Gave != 1 {
			t.Errorf("%+v", in.CrossedSum())
		}
	})
}
