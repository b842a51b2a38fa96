package store

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"bothways/journal"
)

// received is a conversation with Sam in which I received two things and gave one, and the
// relationship with Priya.
func received(tb testing.TB, s *Store) (got journal.Exchange, from journal.SessionView, to journal.SessionView) {
	tb.Helper()
	to = priya(tb, s, "words").Session
	k := must(s.KeepNote(context.Background(), journal.Note{PersonName: "Sam", Role: journal.RoleMentee, Text: "got: ask before you tell\ngot: rest\ngave: time"}))(tb)
	return k.Exchanges[0], k.Session, to
}

// theOne is the exchange of a page with the text, or the first one received where that is "".
func theOne(tb testing.TB, page []journal.ExchangeView, text string) journal.ExchangeView {
	tb.Helper()
	i := slices.IndexFunc(page, func(v journal.ExchangeView) bool { return v.Text == text || text == "" && v.Direction == journal.Got })
	if i < 0 {
		tb.Fatalf("%q is not among %+v", text, page)
	}
	return page[i]
}

func TestExchanges(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	r := sam(t, s)
	for n := 1; n <= 5; n++ {
		must(s.KeepNote(ctx, journal.Note{RelationshipID: r.ID, Text: fmt.Sprintf("got: in %d\ngave: out %[1]d", n), At: time.Date(2026, 3, n, 9, 0, 0, 0, berlin(t))}))(t)
	}
	d := about(r.PersonID, "got: alone")
	d.At = time.Date(2026, 3, 3, 23, 30, 0, 0, berlin(t))
	kept := answer(t, s, d)
	priya(t, s, "got: of another")
	texts := func(q ExchangeQuery) (texts []string) {
		t.Helper()
		for {
			page, next := must2(s.Exchanges(ctx, q))(t)
			for _, v := range page {
				texts = append(texts, v.Text)
			}
			if next == "" {
				return texts
			}
			q.Before = next
		}
	}
	t.Run("both ways, newest first", func(t *testing.T) {
		want := []string{"out 5", "in 5", "out 4", "in 4", "alone", "out 3", "in 3", "out 2", "in 2", "out 1", "in 1"}
		for _, limit := range []int{1, 3, 0} {
			if got := texts(ExchangeQuery{RelationshipID: r.ID, Limit: limit}); !slices.Equal(got, want) {
				t.Errorf("exchanges by %d: %q, want %q", limit, got, want)
			}
		}
		if n := must(s.CountExchanges(ctx, r.ID))(t); n != len(want) {
			t.Errorf("%d exchanges, want %d", n, len(want))
		}
	})
	t.Run("with where it is from", func(t *testing.T) {
		page, _ := must2(s.Exchanges(ctx, ExchangeQuery{RelationshipID: r.ID}))(t)
		v := must(s.Session(ctx, 5))(t)
		if e := page[1]; e.SessionUID != v.UID || e.SessionID != v.ID || !e.At.Equal(v.At) || e.At.Location().String() != "Europe/Berlin" || e.Source != "got: in 5" {
			t.Errorf("exchange = %+v", e)
		}
		if e := page[4]; e.SessionUID != "" || e.SessionID != 0 || !e.At.Equal(d.At) || e.At.Location().String() != "Europe/Berlin" {
			t.Errorf("exchange = %+v", e)
		}
	})
	t.Run("an answer goes to whom it is about now", func(t *testing.T) {
		d := journal.Draft{ReflectionID: kept.Reflection.ID, Text: "got: alone\ngot: more", Details: true}
		answer(t, s, d)
		if got := texts(ExchangeQuery{RelationshipID: r.ID}); len(got) != 10 {
			t.Errorf("exchanges %q", got)
		}
		d.PersonID, d.At = r.PersonID, time.Date(2026, 3, 9, 9, 0, 0, 0, time.UTC)
		answer(t, s, d)
		if got := texts(ExchangeQuery{RelationshipID: r.ID}); len(got) != 12 || got[0] != "more" || got[1] != "alone" {
			t.Errorf("exchanges %q", got)
		}
		must2(s.Undo(ctx))(t)
		must2(s.Undo(ctx))(t)
		if got := texts(ExchangeQuery{RelationshipID: r.ID}); len(got) != 11 || got[4] != "alone" {
			t.Errorf("exchanges %q", got)
		}
	})
	t.Run("about somebody where all has ended", func(t *testing.T) {
		ok(t, s.EndRelationship(ctx, r.ID, journal.Ending{}))
		answer(t, s, about(r.PersonID, "got: looking back"))
		if got := texts(ExchangeQuery{RelationshipID: r.ID}); got[0] != "looking back" {
			t.Errorf("exchanges %q", got)
		}
	})
}

func TestAdvice(t *testing.T) {
	ctx := context.Background()
	of := func(t *testing.T, s *Store, rel int64, text string) []journal.Advice {
		t.Helper()
		page, _ := must2(s.Exchanges(ctx, ExchangeQuery{RelationshipID: rel}))(t)
		return theOne(t, page, text).Advice
	}
	t.Run("tried and passed on", func(t *testing.T) {
		s := MustOpen(t)
		got, from, to := received(t, s)
		passed := must(s.NoteAdvice(ctx, journal.Advice{ExchangeID: got.ID, Kind: journal.AdvicePassed, ToID: to.RelationshipID, Outcome: "she laughed"}))(t)
		tried := must(s.NoteAdvice(ctx, journal.Advice{ExchangeID: got.ID, Kind: journal.AdviceTried, Outcome: "it helped", On: date(t, "2026-11-01")}))(t)
		relFrom, relTo := must(s.Relationship(ctx, from.RelationshipID))(t), must(s.Relationship(ctx, to.RelationshipID))(t)
		want := journal.Advice{ID: passed.ID, UID: passed.UID, ExchangeID: got.ID, Text: "ask before you tell", FromUID: relFrom.UID, FromName: "Sam", Kind: journal.AdvicePassed,
			Outcome: "she laughed", On: date(t, "2026-11-21"), ToID: relTo.ID, ToUID: relTo.UID, ToName: "Priya Nambiar"}
		if passed != want || passed.UID == "" {
			t.Errorf("advice = %+v,\nwant %+v", passed, want)
		}
		if all := of(t, s, from.RelationshipID, "ask before you tell"); len(all) != 2 || all[0] != tried || all[1] != passed || tried.ToName != "" {
			t.Errorf("advice = %+v", all)
		}
		if all := of(t, s, from.RelationshipID, "rest"); len(all) != 0 {
			t.Errorf("advice = %+v", all)
		}
		if all := must(s.AdviceTo(ctx, to.RelationshipID))(t); len(all) != 1 || all[0] != passed {
			t.Errorf("advice = %+v", all)
		}
		if all := must(s.AdviceTo(ctx, from.RelationshipID))(t); len(all) != 0 {
			t.Errorf("advice = %+v", all)
		}
		wantStep(t, s, "advice noted: ask before you tell (Sam)")
		wantStep(t, s, "advice noted: ask before you tell (Priya Nambiar)")
	})
	t.Run("changed and deleted", func(t *testing.T) {
		s := MustOpen(t)
		got, _, to := received(t, s)
		a := must(s.NoteAdvice(ctx, journal.Advice{ExchangeID: got.ID, Kind: journal.AdviceTried}))(t)
		ok(t, s.ChangeAdvice(ctx, journal.Advice{ID: a.ID, Kind: journal.AdvicePassed, ToID: to.RelationshipID, Outcome: "so"}))
		all := must(s.AdviceTo(ctx, to.RelationshipID))(t)
		if len(all) != 1 || all[0].Outcome != "so" || all[0].On != a.On || all[0].Kind != journal.AdvicePassed {
			t.Errorf("advice = %+v", all)
		}
		ok(t, s.DeleteAdvice(ctx, a.ID))
		if all := must(s.AdviceTo(ctx, to.RelationshipID))(t); len(all) != 0 {
			t.Errorf("advice = %+v", all)
		}
		wantStep(t, s, "advice note deleted: ask before you tell (Priya Nambiar)")
		wantStep(t, s, "advice changed: ask before you tell (Sam)")
	})
	t.Run("its words are those that went on", func(t *testing.T) {
		s := MustOpen(t)
		got, from, to := received(t, s)
		must(s.NoteAdvice(ctx, journal.Advice{ExchangeID: got.ID, Text: "made up", Kind: journal.AdvicePassed, ToID: to.RelationshipID}))(t)
		reword(t, s, from, "got: ask before you tell them\ngot: rest\ngave: time")
		all := must(s.AdviceTo(ctx, to.RelationshipID))(t)
		if all[0].Text != "ask before you tell" {
			t.Errorf("advice = %+v", all)
		}
		if there := of(t, s, from.RelationshipID, "ask before you tell them"); len(there) != 1 || there[0] != all[0] {
			t.Errorf("advice = %+v", there)
		}
		later := must(s.NoteAdvice(ctx, journal.Advice{ExchangeID: got.ID, Kind: journal.AdviceTried}))(t)
		if later.Text != "ask before you tell them" {
			t.Errorf("advice = %+v", later)
		}
		all[0].Text, all[0].Outcome = "other words", "so"
		ok(t, s.ChangeAdvice(ctx, all[0]))
		if all = must(s.AdviceTo(ctx, to.RelationshipID))(t); all[0].Text != "ask before you tell" || all[0].Outcome != "so" {
			t.Errorf("changed: %+v", all)
		}
	})
	t.Run("where what it came from was deleted", func(t *testing.T) {
		s := MustOpen(t)
		got, from, to := received(t, s)
		passed := must(s.NoteAdvice(ctx, journal.Advice{ExchangeID: got.ID, Kind: journal.AdvicePassed, ToID: to.RelationshipID, On: date(t, "2026-11-01")}))(t)
		tried := must(s.NoteAdvice(ctx, journal.Advice{ExchangeID: got.ID, Kind: journal.AdviceTried, On: date(t, "2026-11-09")}))(t)
		gone := must(s.NoteAdvice(ctx, journal.Advice{ExchangeID: got.ID, Kind: journal.AdviceTried}))(t)
		ok(t, s.DeleteAdvice(ctx, gone.ID))
		left := func(want ...journal.Advice) {
			t.Helper()
			if all := must(s.AdviceLeft(ctx, from.RelationshipID))(t); !slices.Equal(all, want) {
				t.Errorf("left %+v, want %+v", all, want)
			}
		}
		left()
		ok(t, s.DeleteSession(ctx, from.ID))
		left(tried, passed)
		if all := must(s.AdviceTo(ctx, to.RelationshipID))(t); len(all) != 1 || all[0] != passed {
			t.Errorf("with the receiver: %+v", all)
		}
		tried.Outcome = "it held"
		ok(t, s.ChangeAdvice(ctx, tried))
		left(tried, passed)
		ok(t, s.DeleteAdvice(ctx, passed.ID))
		left(tried)
		must2(s.Undo(ctx))(t)
		before := dump(t, s)
		ok(t, s.DeletePerson(ctx, from.PersonID))
		left()
		if all := must(s.AdviceTo(ctx, to.RelationshipID))(t); len(all) != 0 {
			t.Errorf("without the person it came from: %+v", all)
		}
		if n := scalar(t, s, "SELECT count(*) FROM advice WHERE deleted_at IS NULL"); n != 0 {
			t.Errorf("%d notes on advice are left", n)
		}
		must2(s.Undo(ctx))(t)
		if after := dump(t, s); after != before {
			t.Error(firstDiff(before, after))
		}
		for range 3 { // the note taken away was brought back before
			must2(s.Undo(ctx))(t)
		}
		left()
	})
	t.Run("an answer that goes to whom it was passed on to", func(t *testing.T) {
		s := MustOpen(t)
		_, from, to := received(t, s)
		kept := answer(t, s, about(from.PersonID, "got: alone"))
		a := must(s.NoteAdvice(ctx, journal.Advice{ExchangeID: kept.Exchanges[0].ID, Kind: journal.AdvicePassed, ToID: to.RelationshipID, Outcome: "so"}))(t)
		if a.Returned {
			t.Errorf("advice = %+v", a)
		}
		d := journal.Draft{ReflectionID: kept.Reflection.ID, Text: "got: alone", Details: true, PersonID: to.PersonID}
		answer(t, s, d)
		a.FromUID, a.FromName, a.Returned = a.ToUID, a.ToName, true
		if all := of(t, s, to.RelationshipID, "alone"); len(all) != 1 || all[0] != a {
			t.Errorf("advice = %+v, want %+v", all, a)
		}
		a.Outcome = "other words"
		ok(t, s.ChangeAdvice(ctx, a))
		d.PersonID = 0
		answer(t, s, d)
		all := must(s.AdviceTo(ctx, to.RelationshipID))(t)
		if len(all) != 1 || all[0].FromUID != "" || all[0].FromName != "" || all[0].Returned || all[0].Outcome != "other words" || all[0].Text != "alone" {
			t.Errorf("of an answer about nobody: %+v", all)
		}
	})
	t.Run("what cannot be", func(t *testing.T) {
		s := MustOpen(t)
		got, from, to := received(t, s)
		gave := must(s.Session(ctx, from.ID))(t).Exchanges[2]
		other := must(s.AddRelationship(ctx, journal.Relationship{PersonID: from.PersonID, Role: journal.RoleMentor, State: journal.StateActive}))(t)
		for _, c := range []struct {
			a    journal.Advice
			code journal.Code
		}{
			{journal.Advice{ExchangeID: gave.ID, Kind: journal.AdviceTried}, journal.CodeInvalid},
			{journal.Advice{ExchangeID: 99, Kind: journal.AdviceTried}, journal.CodeNotFound},
			{journal.Advice{ExchangeID: got.ID, Kind: "sold"}, journal.CodeInvalid},
			{journal.Advice{ExchangeID: got.ID, Kind: journal.AdvicePassed}, journal.CodeInvalid},
			{journal.Advice{ExchangeID: got.ID, Kind: journal.AdvicePassed, ToID: from.RelationshipID}, journal.CodeInvalid},
			{journal.Advice{ExchangeID: got.ID, Kind: journal.AdvicePassed, ToID: other.ID}, journal.CodeInvalid},
			{journal.Advice{ExchangeID: got.ID, Kind: journal.AdvicePassed, ToID: 99}, journal.CodeNotFound},
		} {
			_, err := s.NoteAdvice(ctx, c.a)
			wantCode(t, err, c.code)
		}
		if all := must(s.AdviceTo(ctx, to.RelationshipID))(t); len(all) != 0 {
			t.Errorf("advice = %+v", all)
		}
		a := must(s.NoteAdvice(ctx, journal.Advice{ExchangeID: got.ID, Kind: journal.AdvicePassed, ToID: to.RelationshipID}))(t)
		a.ToID = other.ID
		wantCode(t, s.ChangeAdvice(ctx, a), journal.CodeInvalid)
	})
}

// TestDeletePersonArc takes a person away with all there is of every kind.
func TestDeletePersonArc(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	got, from, to := received(t, s)
	for _, rel := range []int64{from.RelationshipID, to.RelationshipID} {
		ok(t, s.SetMatch(ctx, journal.Match{RelationshipID: rel, Why: "so"}))
		must(s.KeepAgreement(ctx, journal.Agreement{RelationshipID: rel, Often: "weekly"}))(t)
		g := must(s.AddGoal(ctx, journal.Goal{RelationshipID: rel, Text: "words"}))(t)
		must(s.AddGoalNote(ctx, journal.GoalNote{GoalID: g.ID, Text: "so far"}))(t)
		v := must(s.KeepReview(ctx, journal.Draft{RelationshipID: rel, Text: "words"}, ""))(t)
		must(s.SaveDraft(ctx, journal.Draft{UID: NewUID(), Kind: journal.DraftReview, ReviewID: v.ID, BaseRev: v.Rev, Text: "typed"}))(t)
		ok(t, s.PlanReview(ctx, rel, date(t, "2026-12-01")))
		planned := must(s.Reviews(ctx, rel))(t)[0]
		must(s.SaveDraft(ctx, journal.Draft{UID: NewUID(), Kind: journal.DraftReview, ReviewID: planned.ID, BaseRev: planned.Rev, Text: "typed"}))(t)
	}
	must(s.NoteAdvice(ctx, journal.Advice{ExchangeID: got.ID, Kind: journal.AdvicePassed, ToID: to.RelationshipID}))(t)
	must(s.NoteAdvice(ctx, journal.Advice{ExchangeID: got.ID, Kind: journal.AdviceTried}))(t)
	d := about(from.PersonID, "got: alone")
	alone := answer(t, s, d).Exchanges[0]
	must(s.NoteAdvice(ctx, journal.Advice{ExchangeID: alone.ID, Kind: journal.AdviceTried}))(t)
	before := dump(t, s)
	left := map[table]int64{tableMatch: 1, tableAgreement: 1, tableGoal: 1, tableGoalNote: 1, tableReview: 2, tableDraft: 2, tableAdvice: 0}
	for _, person := range []int64{from.PersonID, to.PersonID} {
		left[tableAdvice] = 0
		if person == to.PersonID {
			left[tableAdvice] = 2 // what was tried stays with whom it came from
		}
		ok(t, s.DeletePerson(ctx, person))
		for tbl, want := range left {
			if n := scalar(t, s, "SELECT count(*) FROM "+string(tbl)+" WHERE deleted_at IS NULL"); n != want {
				t.Errorf("%d of %s are left, want %d", n, tbl, want)
			}
		}
		must2(s.Undo(ctx))(t)
		if after := dump(t, s); after != before {
			t.Error(firstDiff(before, after))
		}
	}
}
