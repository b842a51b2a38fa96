package store

import (
	"context"
	"fmt"
	"testing"

	"bothways/journal"
)

func texts(actions []journal.ActionView) string {
	return joined(actions, " ", func(a journal.ActionView) string { return a.Text })
}

func TestActions(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	a, b := priya(t, s, "words").Session, must(s.KeepNote(ctx, journal.Note{PersonName: "Ada", Role: journal.RoleMentee, Text: "words"}))(t).Session
	add := func(text string, rel int64, owner journal.Owner, due string) int64 {
		return must(s.AddAction(ctx, journal.Action{RelationshipID: rel, Text: text, Owner: owner, Due: date(t, due)}))(t).ID
	}
	add("undated1", a.RelationshipID, journal.OwnerMe, "")
	add("dec", a.RelationshipID, journal.OwnerThem, "2026-12-01")
	add("nov", b.RelationshipID, journal.OwnerMe, "2026-11-01")
	add("dec2", b.RelationshipID, journal.OwnerMe, "2026-12-01")
	add("undated2", b.RelationshipID, journal.OwnerThem, "")
	done := add("done", a.RelationshipID, journal.OwnerMe, "2026-11-02")
	dropped := add("dropped", b.RelationshipID, journal.OwnerMe, "")
	deleted := add("deleted", a.RelationshipID, journal.OwnerMe, "2026-11-03")
	ok(t, s.CloseAction(ctx, done, journal.ActionDone, "well"))
	ok(t, s.CloseAction(ctx, dropped, journal.ActionDropped, ""))
	ok(t, s.DeleteAction(ctx, deleted))
	for _, c := range []struct {
		name string
		q    ActionQuery
		want string
	}{
		{"open", ActionQuery{}, "nov dec dec2 undated1 undated2"},
		{"mine", ActionQuery{Owner: journal.OwnerMe}, "nov dec2 undated1"},
		{"theirs", ActionQuery{Owner: journal.OwnerThem}, "dec undated2"},
		{"of a person", ActionQuery{PersonID: b.PersonID}, "nov dec2 undated2"},
		{"of a relationship", ActionQuery{RelationshipID: a.RelationshipID}, "dec undated1"},
		{"overdue", ActionQuery{OverdueOn: date(t, "2026-12-01")}, "nov"},
		{"overdue a day later", ActionQuery{OverdueOn: date(t, "2026-12-02")}, "nov dec dec2"},
		{"closed", ActionQuery{Closed: true}, "dropped done"},
		{"closed of a person", ActionQuery{Closed: true, PersonID: a.PersonID}, "done"},
		{"of nobody known", ActionQuery{PersonID: 999}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			for limit := 1; limit < 7; limit++ {
				got := pages(t, limit, func(at Cursor) ([]journal.ActionView, Cursor, error) {
					q := c.q
					q.After, q.Limit = at, limit
					return s.Actions(ctx, q)
				})
				if texts(got) != c.want {
					t.Errorf("by %d: %q, want %q", limit, texts(got), c.want)
				}
			}
		})
	}
	t.Run("names around it", func(t *testing.T) {
		v := must(s.Action(ctx, done))(t)
		if v.PersonName != "Priya Nambiar" || v.PersonID != a.PersonID || v.Outcome != "well" || v.ClosedAt.IsZero() || v.SessionUID != "" {
			t.Errorf("action = %+v", v)
		}
	})
	t.Run("a cursor that is none", func(t *testing.T) {
		for _, at := range []Cursor{"?", "abc", cursorOf("!", 1)} {
			_, _, err := s.Actions(ctx, ActionQuery{Closed: true, After: at})
			wantCode(t, err, journal.CodeInvalid)
		}
	})
	t.Run("deleted", func(t *testing.T) {
		_, err := s.Action(ctx, deleted)
		wantCode(t, err, journal.CodeNotFound)
		wantCode(t, s.CarryAction(ctx, deleted, journal.Date{}), journal.CodeNotFound)
	})
	t.Run("closed ones are not carried over", func(t *testing.T) {
		wantCode(t, s.CarryAction(ctx, done, date(t, "2026-12-24")), journal.CodeConflict)
	})
	t.Run("reopened", func(t *testing.T) {
		ok(t, s.ReopenAction(ctx, done))
		if v := must(s.Action(ctx, done))(t); v.State != journal.ActionOpen || v.Outcome != "" || !v.ClosedAt.IsZero() {
			t.Errorf("action = %+v", v.Action)
		}
	})
	t.Run("rules", func(t *testing.T) {
		_, err := s.AddAction(ctx, journal.Action{Text: " ", Owner: journal.OwnerMe})
		wantCode(t, err, journal.CodeInvalid)
		_, err = s.AddAction(ctx, journal.Action{Text: "x", Owner: journal.OwnerMe, PersonID: 999})
		wantCode(t, err, journal.CodeNotFound)
		wantCode(t, s.CloseAction(ctx, done, journal.ActionOpen, ""), journal.CodeInvalid)
		wantCode(t, s.EditAction(ctx, done, "caf\xe9", journal.OwnerMe, journal.Date{}), journal.CodeInvalid)
	})
}

func TestFindAction(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	for i, end := range []string{"aaaa11", "bbbb11", "cccc22", "cccc22"} {
		must(s.AddAction(ctx, journal.Action{UID: fmt.Sprintf("01930000-0000-7000-8000-%06d%s", i, end), Text: fmt.Sprint("action ", i), Owner: journal.OwnerMe}))(t)
	}
	for _, c := range []struct {
		name, part string
		code       journal.Code
		want       string
	}{
		{"ending", "bb11", "", "action 1"},
		{"longer ending", "01bbbb11", "", "action 1"},
		{"in capitals", " BBBB11 ", "", "action 1"},
		{"beginning", "01930000-0000-7000-8000-000000", "", "action 0"},
		{"too short an ending", "b11", journal.CodeNotFound, ""},
		{"several beginnings", "0193", journal.CodeAmbiguous, ""},
		{"several endings", "cccc22", journal.CodeAmbiguous, ""},
		{"unknown", "ffff", journal.CodeNotFound, ""},
		{"empty", "", journal.CodeNotFound, ""},
		{"odd", "%_'\"", journal.CodeNotFound, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			v, err := s.FindAction(ctx, c.part)
			if journal.ErrorCode(err) != c.code || v.Text != c.want {
				t.Errorf("found %q, %v", v.Text, err)
			}
		})
	}
	t.Run("the only open one", func(t *testing.T) {
		ok(t, s.CloseAction(ctx, 4, journal.ActionDone, ""))
		if v := must(s.FindAction(ctx, "cccc22"))(t); v.ID != 3 {
			t.Errorf("found %d", v.ID)
		}
	})
}
