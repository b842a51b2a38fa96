package store

import (
	"context"
	"testing"
	"time"

	"bothways/journal"
)

// fullCheckIn has every part, its words in no order and one twice.
func fullCheckIn() journal.CheckIn {
	energy := 0
	return journal.CheckIn{Energy: &energy, Trust: 4, Split: journal.Split{Listening: 6, Asking: 4},
		Needs: []string{"skills", "confidence", "skills"}, Interventions: []string{"support", "coaching"}, Moves: []string{"listened"}, Relations: []string{"trust", "social"}}
}

// sortedCheckIn is fullCheckIn as it is kept.
func sortedCheckIn() journal.CheckIn {
	c := fullCheckIn()
	c.Needs, c.Interventions, c.Relations = []string{"confidence", "skills"}, []string{"coaching", "support"}, []string{"social", "trust"}
	return c
}

func TestCheckIn(t *testing.T) {
	ctx := context.Background()
	want := func(t *testing.T, s *Store, id int64, c journal.CheckIn) {
		t.Helper()
		if got := must(s.Session(ctx, id))(t).CheckIn; !got.Equal(c) {
			t.Fatalf("check-in = %+v, want %+v", got, c)
		}
	}
	change := asChange
	note := journal.Note{PersonName: "Ada", Role: journal.RoleMentor, Text: "words", CheckIn: fullCheckIn()}
	t.Run("with a new note", func(t *testing.T) {
		s := MustOpen(t)
		k := must(s.KeepNote(ctx, note))(t)
		if !k.Session.CheckIn.Equal(sortedCheckIn()) {
			t.Errorf("kept %+v", k.Session.CheckIn)
		}
		if n := scalar(t, s, "SELECT count(*) FROM checkin c JOIN session s ON s.id = c.session_id AND s.uid = c.uid"); n != 1 {
			t.Errorf("%d check-ins have the uid of their conversation", n)
		}
		must(s.KeepNote(ctx, journal.Note{PersonName: "Ada", Text: "without"}))(t)
		page, _ := must2(s.Sessions(ctx, SessionQuery{}))(t)
		if !page[0].CheckIn.IsZero() || !page[1].CheckIn.Equal(sortedCheckIn()) {
			t.Errorf("page = %+v, %+v", page[0].CheckIn, page[1].CheckIn)
		}
		if n := scalar(t, s, "SELECT count(*) FROM checkin"); n != 1 {
			t.Errorf("%d rows", n)
		}
	})
	t.Run("only what the edit changed", func(t *testing.T) {
		s := MustOpen(t)
		v := must(s.KeepNote(ctx, note))(t).Session
		was := v.Details()
		change := SessionChange{At: v.At, Minutes: 30, Medium: journal.MediumCall, Role: v.Role, CheckIn: journal.CheckIn{Trust: 5}}
		ok(t, s.ChangeSession(ctx, v.ID, change)) // elsewhere, meanwhile
		must(s.KeepNote(ctx, journal.Note{SessionID: v.ID, Text: "words", SetDetails: true, Was: &was,
			At: was.At, Minutes: was.Minutes, Medium: journal.MediumMail, Role: was.Role, CheckIn: was.CheckIn}))(t)
		got := must(s.Session(ctx, v.ID))(t)
		if got.Minutes != 30 || got.Medium != journal.MediumMail || !got.CheckIn.Equal(change.CheckIn) {
			t.Errorf("it is %+v", got.Details())
		}
	})
	t.Run("with an edit", func(t *testing.T) {
		s := MustOpen(t)
		id := must(s.KeepNote(ctx, note))(t).Session.ID
		must(s.KeepNote(ctx, journal.Note{SessionID: id, Text: "words", CheckIn: journal.CheckIn{Trust: 1}}))(t)
		want(t, s, id, sortedCheckIn())
		must(s.KeepNote(ctx, journal.Note{SessionID: id, Text: "words", SetDetails: true, CheckIn: journal.CheckIn{Trust: 1}}))(t)
		want(t, s, id, journal.CheckIn{Trust: 1})
		must(s.KeepNote(ctx, journal.Note{SessionID: id, Text: "words", SetDetails: true}))(t)
		want(t, s, id, journal.CheckIn{})
		wantStep(t, s, "note edited (Ada)")
		want(t, s, id, journal.CheckIn{Trust: 1})
		must2(s.Undo(ctx))(t)
		want(t, s, id, sortedCheckIn())
		must2(s.Redo(ctx))(t)
		must2(s.Redo(ctx))(t)
		want(t, s, id, journal.CheckIn{})
	})
	t.Run("later", func(t *testing.T) {
		s := MustOpen(t)
		v := priya(t, s, "words").Session
		ok(t, s.ChangeSession(ctx, v.ID, change(v, fullCheckIn())))
		want(t, s, v.ID, sortedCheckIn())
		ok(t, s.ChangeSession(ctx, v.ID, change(v, fullCheckIn())))
		if n := scalar(t, s, "SELECT count(*) FROM step"); n != 2 {
			t.Errorf("%d steps: what is so already is none", n)
		}
		wantStep(t, s, "conversation changed (Priya Nambiar)")
		want(t, s, v.ID, journal.CheckIn{})
		low := -2
		ok(t, s.ChangeSession(ctx, v.ID, change(v, journal.CheckIn{Energy: &low})))
		want(t, s, v.ID, journal.CheckIn{Energy: &low})
		ok(t, s.ChangeSession(ctx, v.ID, change(v, journal.CheckIn{})))
		want(t, s, v.ID, journal.CheckIn{})
		ok(t, s.ChangeSession(ctx, v.ID, change(v, journal.CheckIn{Trust: 5})))
		want(t, s, v.ID, journal.CheckIn{Trust: 5})
		if n := scalar(t, s, "SELECT count(*) FROM checkin"); n != 1 {
			t.Errorf("%d rows", n)
		}
		must2(s.Undo(ctx))(t)
		must2(s.Undo(ctx))(t)
		want(t, s, v.ID, journal.CheckIn{Energy: &low})
	})
	t.Run("goes with its conversation", func(t *testing.T) {
		s := MustOpen(t)
		v := must(s.KeepNote(ctx, note))(t).Session
		for _, remove := range []func() error{func() error { return s.DeleteSession(ctx, v.ID) }, func() error { return s.DeletePerson(ctx, v.PersonID) }} {
			ok(t, remove())
			if n := scalar(t, s, "SELECT count(*) FROM checkin WHERE deleted_at IS NULL"); n != 0 {
				t.Errorf("%d rows", n)
			}
			must2(s.Undo(ctx))(t)
			want(t, s, v.ID, sortedCheckIn())
		}
	})
	t.Run("what cannot be", func(t *testing.T) {
		s := MustOpen(t)
		v := priya(t, s, "words").Session
		wrong := journal.CheckIn{Trust: 6}
		wantCode(t, s.ChangeSession(ctx, v.ID, change(v, wrong)), journal.CodeInvalid)
		_, err := s.KeepNote(ctx, journal.Note{SessionID: v.ID, Text: "words", SetDetails: true, CheckIn: wrong})
		wantCode(t, err, journal.CodeInvalid)
		_, err = s.KeepNote(ctx, journal.Note{PersonName: "Ada", Role: journal.RoleMentor, Text: "words", CheckIn: wrong})
		wantCode(t, err, journal.CodeInvalid)
		want(t, s, v.ID, journal.CheckIn{})
	})
	t.Run("in a draft", func(t *testing.T) {
		s := MustOpen(t)
		d := journal.Draft{UID: "d1", PersonName: "Ada", Role: journal.RoleMentor, Text: "words", CheckIn: journal.CheckIn{Split: journal.Split{Listening: 3}, Needs: []string{"skills", "confidence"}}, Writer: "w1", Typed: 1}
		id := must(s.SaveDraft(ctx, d))(t).ID
		if got := must(s.Draft(ctx, id))(t); !got.CheckIn.Equal(d.CheckIn) {
			t.Errorf("draft = %+v", got.CheckIn)
		}
		n := note
		n.DraftUID, n.DraftWriter, n.DraftTyped = "d1", "w1", 2
		k := must(s.KeepNote(ctx, n))(t)
		must2(s.Undo(ctx))(t)
		if got := must(s.Draft(ctx, id))(t); !got.CheckIn.Equal(fullCheckIn()) {
			t.Errorf("offered again: %+v", got.CheckIn)
		}
		must2(s.Redo(ctx))(t)
		must(s.KeepNote(ctx, journal.Note{SessionID: k.Session.ID, BaseRev: 1, Text: "other", DraftUID: "d2", DraftWriter: "w1", DraftTyped: 1}))(t)
		must2(s.Undo(ctx))(t)
		if got := must(s.Drafts(ctx, 0))(t); len(got) != 1 || !got[0].CheckIn.Equal(sortedCheckIn()) {
			t.Errorf("an edit that did not touch it: %+v", got)
		}
	})
	t.Run("filled in", func(t *testing.T) {
		s := MustOpen(t)
		at := time.Date(2026, 1, 2, 3, 4, 0, 0, time.UTC)
		asked := about(0, "").Asked
		ok(t, s.Fill(ctx, func(f *Filler) error {
			ok(t, f.Person(journal.Person{ID: 1, UID: "p1", Name: "Ada"}))
			ok(t, f.Relationship(journal.Relationship{ID: 1, UID: "r1", PersonID: 1, Role: journal.RoleMentor, State: journal.StateActive}))
			ok(t, f.Session(journal.SessionView{Session: journal.Session{ID: 1, UID: "s1", RelationshipID: 1, Role: journal.RoleMentor, At: at, Note: "words"}, CheckIn: fullCheckIn()}, nil, nil))
			ok(t, f.Session(journal.SessionView{Session: journal.Session{ID: 2, UID: "s2", RelationshipID: 1, Role: journal.RoleMentor, At: at, Note: "words"}}, nil, nil))
			wantCode(t, f.Session(journal.SessionView{Session: journal.Session{ID: 3, UID: "s3", RelationshipID: 1, Role: journal.RoleMentor, At: at, Note: "words"}, CheckIn: journal.CheckIn{Trust: 9}}, nil, nil), journal.CodeInvalid)
			return f.Reflection(journal.Reflection{ID: 1, UID: "f1", At: at, Text: "words", Asked: asked})
		}))
		want(t, s, 1, sortedCheckIn())
		want(t, s, 2, journal.CheckIn{})
		if r := must(s.Reflection(ctx, 1))(t); r.Asked != asked || r.Rev != 1 {
			t.Errorf("reflection = %+v", r)
		}
		v := must(s.Session(ctx, 1))(t)
		ok(t, s.ChangeSession(ctx, 1, change(v, journal.CheckIn{Trust: 2})))
		want(t, s, 1, journal.CheckIn{Trust: 2})
	})
}
