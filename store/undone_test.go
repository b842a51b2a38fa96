package store

import (
	"context"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

// TestUndoneInTrash destroys what was kept and undone: it is in the trash, and after a purge in no byte
// of the file.
func TestUndoneInTrash(t *testing.T) {
	ctx := context.Background()
	all := func(t *testing.T, s *Store) Purgeable {
		t.Helper()
		return must(s.Purgeable(ctx, PurgeQuery{All: true}))(t)
	}
	gone := func(t *testing.T, s *Store, words ...string) {
		t.Helper()
		if found := inFiles(t, s, words...); len(found) > 0 {
			t.Errorf("%q are still in the files", found)
		}
	}
	t.Run("a note that was kept", func(t *testing.T) {
		s := MustOpen(t)
		priya(t, s, "stays")
		priya(t, s, "secretone words\n- [ ] secretlist fri\ngot: secretview")
		must2(s.Undo(ctx))(t)
		one := wantTrash(t, s, "undone: secretone words - [ ] secretlist fri got: secretview (Priya Nambiar)")[0]
		if one.Undone != journal.StepNoteKept || !one.Again {
			t.Errorf("it is %+v", one)
		}
		texts := ""
		for _, p := range must(s.TrashTexts(ctx, one.StepID))(t) {
			texts += p.Title + "=" + p.Text + "\n"
		}
		if !strings.Contains(texts, "secretone words") || !strings.Contains(texts, "action=secretlist") {
			t.Errorf("to read: %s", texts)
		}
		_, err := s.BringBackTrashed(ctx, one.StepID)
		wantCode(t, err, journal.CodeConflict)
		if !strings.Contains(err.Error(), "ctrl+r") {
			t.Errorf("it says %q", err)
		}
		if p := all(t, s); p.Again != 1 || p.Drafted != 0 || countsSaid(p.Counts) != "1 conversation, 1 action, 1 thing given or received, 1 step undone" {
			t.Errorf("purgeable: %+v", p)
		}
		purge(t, s, PurgeQuery{All: true})
		gone(t, s, "secretone", "secretlist", "secretview")
		wantTrash(t, s)
		if _, did := must2(s.Redo(ctx))(t); did {
			t.Error("it was done again")
		}
		if step, _ := must2(s.Undo(ctx))(t); step.What != journal.StepNoteKept {
			t.Errorf("then undone: %s", step)
		}
	})
	t.Run("the first note of somebody new", func(t *testing.T) {
		s := MustOpen(t)
		priya(t, s, "secretone")
		must2(s.Undo(ctx))(t)
		must(s.AddPerson(ctx, journal.Person{Name: "Sam"}, nil))(t) // now it cannot be done again
		if one := wantTrash(t, s, "undone: secretone (Priya Nambiar)")[0]; one.Again {
			t.Error("it says that it can be done again")
		}
		if p := all(t, s); p.Again != 0 {
			t.Errorf("%d steps can be done again", p.Again)
		}
		purge(t, s, PurgeQuery{All: true})
		gone(t, s, "secretone", "Nambiar")
	})
	t.Run("an edit, and the wording it was edited from stays", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "first wording")
		reword(t, s, k.Session, "secretsecond wording\n- [ ] secretlist")
		must2(s.Undo(ctx))(t)
		wantTrash(t, s, "undone: secretsecond wording - [ ] secretlist (Priya Nambiar)")
		purge(t, s, PurgeQuery{All: true})
		gone(t, s, "secretsecond", "secretlist")
		if v := must(s.Session(ctx, k.Session.ID))(t); v.Note != "first wording" {
			t.Errorf("the note is %q", v.Note)
		}
		if vs := must(s.Versions(ctx, journal.TextOf{Kind: journal.TextNote, ID: k.Session.ID}))(t); len(vs) != 1 {
			t.Errorf("versions: %+v", vs)
		}
	})
	t.Run("an action's outcome, and its step's words", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "talk\n- [ ] send it")
		ok(t, s.CloseAction(ctx, k.Actions[0].ID, journal.ActionDone, "secretoutcome"))
		must2(s.Undo(ctx))(t)
		wantTrash(t, s, "undone: secretoutcome (Priya Nambiar)")
		purge(t, s, PurgeQuery{All: true})
		gone(t, s, "secretoutcome")
	})
	t.Run("a text of its own that was written again since", func(t *testing.T) {
		s := MustOpen(t)
		rel := priya(t, s, "talk").Session.RelationshipID
		ok(t, s.SetMatch(ctx, journal.Match{RelationshipID: rel, Why: "secretwhy"}))
		must2(s.Undo(ctx))(t)
		ok(t, s.SetMatch(ctx, journal.Match{RelationshipID: rel, Why: "plainly"}))
		if n := len(must(s.Trash(ctx))(t)); n != 1 {
			t.Fatalf("%d things are in the trash", n)
		}
		purge(t, s, PurgeQuery{All: true})
		gone(t, s, "secretwhy")
		wantTrash(t, s)
		if m := must(s.Match(ctx, rel))(t); m.Why != "plainly" {
			t.Errorf("the match is %+v", m)
		}
		before := dump(t, s)
		must2(s.Undo(ctx))(t)
		must2(s.Redo(ctx))(t)
		if got := dump(t, s); got != before {
			t.Errorf("done again:\n%s", firstDiff(before, got))
		}
	})
	t.Run("the draft it is offered again as stays, and is said", func(t *testing.T) {
		s := MustOpen(t)
		d := must(s.SaveDraft(ctx, journal.Draft{UID: NewUID(), Writer: "w", Typed: 1, PersonName: "Ada", Role: journal.RoleMentee, Text: "secretdraft"}))(t)
		must(s.KeepNote(ctx, journal.Note{PersonName: "Ada", Role: journal.RoleMentee, Text: "secretdraft", DraftUID: d.UID, DraftWriter: "w", DraftTyped: 2}))(t)
		must2(s.Undo(ctx))(t)
		if p := all(t, s); p.Drafted != 1 || p.Waiting.N != 0 {
			t.Errorf("purgeable: %+v", p)
		}
		purge(t, s, PurgeQuery{All: true})
		wantDrafts(t, s, "secretdraft")
		ok(t, s.SetDraftAside(ctx, d.ID))
		purge(t, s, PurgeQuery{All: true})
		gone(t, s, "secretdraft")
	})
	t.Run("the draft was kept as another note since", func(t *testing.T) {
		s := MustOpen(t)
		d := must(s.SaveDraft(ctx, journal.Draft{UID: NewUID(), Writer: "w", Typed: 1, PersonName: "Ada", Role: journal.RoleMentee, Text: "secretdraft"}))(t)
		note := journal.Note{PersonName: "Ada", Role: journal.RoleMentee, Text: "secretdraft", DraftUID: d.UID, DraftWriter: "w", DraftTyped: 2}
		must(s.KeepNote(ctx, note))(t)
		must2(s.Undo(ctx))(t)
		note.Text, note.DraftTyped = "plain draft", 3
		must(s.KeepNote(ctx, note))(t)
		purge(t, s, PurgeQuery{All: true})
		gone(t, s, "secretdraft")
		must2(s.Undo(ctx))(t)
		wantDrafts(t, s, "plain draft")
	})
	t.Run("only what is older than it is offered", func(t *testing.T) {
		s := MustOpen(t)
		clock := s.now
		priya(t, s, "stays")
		priya(t, s, "old words")
		must2(s.Undo(ctx))(t)
		s.now = func() time.Time { return clock().AddDate(0, 0, journal.TrashDays).Add(time.Second) }
		wantTrash(t, s)
		if p := must(s.Purgeable(ctx, PurgeQuery{}))(t); len(p.Things) != 1 {
			t.Errorf("purgeable: %+v", p)
		}
		purge(t, s, PurgeQuery{})
		gone(t, s, "old words")
	})
	t.Run("one step of several", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "first")
		reword(t, s, k.Session, "secretsecond")
		priya(t, s, "secretother")
		must2(s.Undo(ctx))(t)
		must2(s.Undo(ctx))(t)
		if n := len(must(s.Trash(ctx))(t)); n != 2 {
			t.Fatalf("%d things are in the trash", n)
		}
		for _, one := range must(s.Trash(ctx))(t) {
			if strings.Contains(one.Text, "secretsecond") {
				purge(t, s, PurgeQuery{Step: one.StepID})
			}
		}
		gone(t, s, "secretsecond")
		if left := must(s.Trash(ctx))(t); len(left) != 1 || left[0].Again || left[0].Text != "secretother" {
			t.Errorf("left: %+v", left)
		}
	})
	t.Run("what has no words is not listed", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "talk\n- [ ] send it")
		ok(t, s.CarryAction(ctx, k.Actions[0].ID, journal.Date{}))
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		must2(s.Undo(ctx))(t)
		must2(s.Undo(ctx))(t)
		wantTrash(t, s)
	})
}
