package store

import (
	"context"
	"testing"

	"bothways/journal"
)

// TestPurgeVersion destroys words that were edited away from a text that stays.
func TestPurgeVersion(t *testing.T) {
	ctx := context.Background()
	// destroys destroys the nth version, counted from the oldest.
	destroys := func(t *testing.T, s *Store, of journal.TextOf, n int) PurgedVersion {
		t.Helper()
		v := must(s.Versions(ctx, of))(t)[n]
		said := must(s.PurgeableVersions(ctx, of, v))(t)
		done := must(s.PurgeVersions(ctx, of, v))(t)
		if done != said {
			t.Errorf("done %+v, said %+v", done, said)
		}
		wantSound(t, s)
		return done
	}
	gone := func(t *testing.T, s *Store, words ...string) {
		t.Helper()
		if found := inFiles(t, s, words...); len(found) > 0 {
			t.Errorf("%q are still in the files", found)
		}
	}
	t.Run("a password in a note, typed as a draft", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "first")
		d := must(s.SaveDraft(ctx, journal.Draft{UID: NewUID(), Writer: "w", Typed: 1, SessionID: k.Session.ID, BaseRev: k.Session.Rev, Text: "first secretpassword"}))(t)
		must(s.KeepNote(ctx, journal.Note{SessionID: k.Session.ID, Text: "first secretpassword", DraftUID: d.UID, DraftWriter: "w", DraftTyped: 2}))(t)
		last := must(s.SaveDraft(ctx, journal.Draft{UID: NewUID(), Writer: "x", Typed: 1, SessionID: k.Session.ID, BaseRev: 2, Text: "third"}))(t)
		must(s.KeepNote(ctx, journal.Note{SessionID: k.Session.ID, Text: "third", DraftUID: last.UID, DraftWriter: "x", DraftTyped: 2}))(t)
		of := note(k.Session.ID)
		wantVersions(t, s, of, "first", "first secretpassword", "third (now)")
		if p := destroys(t, s, of, 1); p.Undo != 1 || p.Redo {
			t.Errorf("it takes %+v", p)
		}
		gone(t, s, "secretpassword")
		wantVersions(t, s, of, "first", "third (now)")
		// Nothing is left of the step that took the words out, so undo goes on to the one before it.
		if step, did := must2(s.Undo(ctx))(t); !did || step.What != journal.StepNoteEdited {
			t.Errorf("undone: %s", step)
		}
		if v := must(s.Session(ctx, k.Session.ID))(t); v.Note != "first" {
			t.Errorf("the note is %q", v.Note)
		}
		wantDrafts(t, s)
		must2(s.Redo(ctx))(t)
		if v := must(s.Session(ctx, k.Session.ID))(t); v.Note != "third" {
			t.Errorf("done again the note is %q", v.Note)
		}
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		purge(t, s, PurgeQuery{All: true})
		gone(t, s, "secretpassword", "third")
	})
	t.Run("all earlier ones at once", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "secretone")
		for _, text := range []string{"secrettwo", "secretone", "plain"} {
			reword(t, s, must(s.Session(ctx, k.Session.ID))(t), text)
		}
		of := note(k.Session.ID)
		all := must(s.Versions(ctx, of))(t)
		must(s.PurgeVersions(ctx, of, all[:len(all)-1]...))(t)
		gone(t, s, "secretone", "secrettwo")
		wantVersions(t, s, of, "plain (now)")
		wantSound(t, s)
	})
	t.Run("a step with more in it is undone but for the words", func(t *testing.T) {
		s := MustOpen(t)
		priya(t, s, "earlier")
		k := priya(t, s, "secretfirst\n- [ ] send it")
		reword(t, s, k.Session, "second\n- [ ] send it 1 dec")
		id := scalar(t, s, "SELECT id FROM action")
		if p := destroys(t, s, note(k.Session.ID), 0); p.Undo != 1 {
			t.Errorf("it takes %+v", p)
		}
		gone(t, s, "secretfirst")
		before := dump(t, s)
		step, did := must2(s.Undo(ctx))(t)
		if !did || step.What != journal.StepWordsPurged {
			t.Errorf("undone: %s", step)
		}
		if a := must(s.Action(ctx, id))(t); !a.Due.IsZero() {
			t.Errorf("the action is due %s", a.Due)
		}
		if v := must(s.Session(ctx, k.Session.ID))(t); v.Note != "second\n- [ ] send it 1 dec" {
			t.Errorf("the note is %q", v.Note)
		}
		must2(s.Redo(ctx))(t)
		if now := dump(t, s); now != before {
			t.Errorf("done again: %s", firstDiff(before, now))
		}
		for range 3 {
			if _, did := must2(s.Undo(ctx))(t); !did {
				t.Error("undo stopped")
			}
		}
		if n := scalar(t, s, "SELECT count(*) FROM person WHERE deleted_at IS NULL"); n != 0 {
			t.Error("not everything was undone")
		}
	})
	t.Run("one that was taken back", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "first")
		reword(t, s, k.Session, "secretsecond")
		must2(s.Undo(ctx))(t)
		of := note(k.Session.ID)
		wantVersions(t, s, of, "first (now)", "secretsecond (taken back)")
		if p := destroys(t, s, of, 1); p.Undo != 0 || !p.Redo {
			t.Errorf("it takes %+v", p)
		}
		gone(t, s, "secretsecond")
		wantVersions(t, s, of, "first (now)")
		if _, did := must2(s.Redo(ctx))(t); did {
			t.Error("it was done again")
		}
		wantTrash(t, s)
	})
	t.Run("an action, whose steps say its words", func(t *testing.T) {
		s := MustOpen(t)
		a := must(s.AddAction(ctx, journal.Action{Text: "secretaction", Owner: journal.OwnerMe}))(t)
		ok(t, s.EditAction(ctx, a.ID, "plain action", journal.OwnerMe, journal.Date{}))
		destroys(t, s, journal.TextOf{Kind: journal.TextAction, ID: a.ID}, 0)
		gone(t, s, "secretaction")
		if v := must(s.Action(ctx, a.ID))(t); v.Text != "plain action" {
			t.Errorf("the action is %q", v.Text)
		}
	})
	t.Run("never the present one", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "first")
		reword(t, s, k.Session, "second")
		reword(t, s, must(s.Session(ctx, k.Session.ID))(t), "first")
		of := note(k.Session.ID)
		for i, v := range must(s.Versions(ctx, of))(t) {
			_, err := s.PurgeVersions(ctx, of, v)
			if i != 1 {
				wantCode(t, err, journal.CodeConflict)
			} else if err != nil {
				t.Error(err)
			}
		}
		wantVersions(t, s, of, "first (now)")
		_, err := s.PurgeVersions(ctx, of, Version{sum: [32]byte{1}})
		wantCode(t, err, journal.CodeNotFound)
	})
}
