package store

import (
	"context"
	"strings"
	"testing"

	"bothways/journal"
)

// TestPurgeVersionLifted destroys words that things had lifted from.
func TestPurgeVersionLifted(t *testing.T) {
	ctx := context.Background()
	gone := func(t *testing.T, s *Store, words ...string) {
		t.Helper()
		wantSound(t, s)
		if found := inFiles(t, s, words...); len(found) > 0 {
			t.Errorf("%q are still in the files", found)
		}
	}
	first := func(t *testing.T, s *Store, of journal.TextOf) PurgedVersion {
		t.Helper()
		v := must(s.Versions(ctx, of))(t)[0]
		said := must(s.PurgeableVersions(ctx, of, v))(t)
		done := must(s.PurgeVersions(ctx, of, v))(t)
		if said != done {
			t.Errorf("done %+v, said %+v", done, said)
		}
		return done
	}
	undoAll := func(t *testing.T, s *Store) {
		t.Helper()
		for did := true; did; {
			_, did = must2(s.Undo(ctx))(t)
		}
		wantSound(t, s)
	}
	t.Run("every kind of thing, its line edited", func(t *testing.T) {
		s := MustOpen(t)
		was := "told\n- [ ] send hunter9\ngot: hunter9 view\nshift: hunter9 turn\nask: hunter9 matter"
		k := priya(t, s, was)
		reword(t, s, k.Session, strings.ReplaceAll(was, "hunter9", "the plan"))
		first(t, s, note(k.Session.ID))
		gone(t, s, "hunter9")
		for _, tbl := range []table{tableAction, tableExchange, tableShift, tableTopic} {
			if n := scalar(t, s, "SELECT count(*) FROM "+string(tbl)+" WHERE deleted_at IS NULL AND instr(text, 'the plan') AND instr(source, 'the plan')"); n != 1 {
				t.Errorf("%d of %s", n, tbl)
			}
		}
		undoAll(t, s)
	})
	t.Run("an answer and a review", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "talk")
		answer := must(s.KeepAnswer(ctx, journal.Draft{PersonID: k.Session.PersonID, Text: "- [ ] send hunter9"}))(t)
		must(s.KeepAnswer(ctx, journal.Draft{ReflectionID: answer.Reflection.ID, Text: "- [ ] send the plan"}))(t)
		first(t, s, journal.TextOf{Kind: journal.TextAnswer, ID: answer.Reflection.ID})
		review := must(s.KeepReview(ctx, journal.Draft{RelationshipID: k.Session.RelationshipID, Text: "shift: hunter9 it is"}, ""))(t)
		must(s.KeepReview(ctx, journal.Draft{ReviewID: review.Review.ID, RelationshipID: k.Session.RelationshipID, Text: "shift: the plan it is"}, ""))(t)
		first(t, s, journal.TextOf{Kind: journal.TextReview, ID: review.Review.ID})
		gone(t, s, "hunter9")
		undoAll(t, s)
	})
	t.Run("a line that is gone from the note", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "told\n- [ ] send hunter9")
		id := scalar(t, s, "SELECT id FROM action")
		ok(t, s.EditAction(ctx, id, "send it", journal.OwnerMe, journal.Date{}))
		reword(t, s, k.Session, "told")
		// The edit by hand cannot be taken back either.
		if p := first(t, s, note(k.Session.ID)); p.Undo != 2 {
			t.Errorf("it takes %+v", p)
		}
		gone(t, s, "hunter9")
		if a := must(s.Action(ctx, id))(t); a.Text != "send it" || a.Source != "" || a.SessionID != k.Session.ID {
			t.Errorf("the action is %+v", a)
		}
		undoAll(t, s)
	})
	t.Run("words of now stay, and can be destroyed once changed", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "told\n- [ ] send hunter9")
		id := scalar(t, s, "SELECT id FROM action")
		reword(t, s, k.Session, "told")
		first(t, s, note(k.Session.ID))
		if a := must(s.Action(ctx, id))(t); a.Text != "send hunter9" || a.Source != "" {
			t.Errorf("the action is %+v", a)
		}
		ok(t, s.EditAction(ctx, id, "send it", journal.OwnerMe, journal.Date{}))
		first(t, s, journal.TextOf{Kind: journal.TextAction, ID: id})
		gone(t, s, "hunter9")
		undoAll(t, s)
	})
	t.Run("a line that another version has as well goes with the last of them", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "secretone\n- [ ] send hunter9")
		id := scalar(t, s, "SELECT id FROM action")
		for _, text := range []string{"two\n- [ ] send hunter9", "three\n- [ ] send the plan"} {
			reword(t, s, must(s.Session(ctx, k.Session.ID))(t), text)
		}
		first(t, s, note(k.Session.ID))
		gone(t, s, "secretone")
		must2(s.Undo(ctx))(t)
		if a := must(s.Action(ctx, id))(t); a.Text != "send hunter9" || a.Source != "- [ ] send hunter9" {
			t.Errorf("the action is %+v", a)
		}
		must2(s.Redo(ctx))(t)
		first(t, s, note(k.Session.ID))
		gone(t, s, "hunter9")
		undoAll(t, s)
	})
	t.Run("one that was undone and done again", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "first\n- [ ] a thing")
		reword(t, s, k.Session, "hunter9\n- [ ] hunter9 thing")
		must2(s.Undo(ctx))(t)
		must2(s.Redo(ctx))(t)
		reword(t, s, must(s.Session(ctx, k.Session.ID))(t), "third\n- [ ] third thing")
		of := note(k.Session.ID)
		v := must(s.Versions(ctx, of))(t)[1]
		// Only the edit that took the words away would bring them back.
		if p := must(s.PurgeVersions(ctx, of, v))(t); p.Undo != 1 || p.Redo {
			t.Errorf("it takes %+v", p)
		}
		gone(t, s, "hunter9")
		must2(s.Undo(ctx))(t) // nothing else is left of that edit
		if n := must(s.Session(ctx, k.Session.ID))(t).Note; n != "first\n- [ ] a thing" {
			t.Errorf("the note is %q", n)
		}
	})
	t.Run("a line that goes back while the words stay lifts again", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "told hunter9")
		reword(t, s, k.Session, "told\n- [ ] send it")
		first(t, s, note(k.Session.ID))
		must2(s.Undo(ctx))(t)
		actions := func() int64 { return scalar(t, s, "SELECT count(*) FROM action WHERE deleted_at IS NULL") }
		if actions() != 0 {
			t.Error("the action stays")
		}
		reword(t, s, must(s.Session(ctx, k.Session.ID))(t), "told more\n- [ ] send it")
		if n := actions(); n != 1 {
			t.Errorf("%d actions", n)
		}
		undoAll(t, s)
	})
}
