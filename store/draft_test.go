package store

import (
	"context"
	"testing"
	"time"

	"bothways/journal"
)

func TestSaveDraft(t *testing.T) {
	ctx := context.Background()
	start := time.Date(2026, 11, 21, 15, 0, 0, 0, time.UTC)
	save := func(t *testing.T, s *Store, text string, after time.Duration) journal.Draft {
		t.Helper()
		return must(s.SaveDraft(ctx, journal.Draft{UID: "d1", Writer: "w1", Typed: int64(len(text)), PersonName: "Ada", Role: journal.RoleMutual, At: start.In(berlin(t)), Minutes: 30,
			Medium: journal.MediumCall, Details: true, Text: text, Cursor: 2, Raised: []int64{4, 5}, UpdatedAt: start.Add(after)}))(t)
	}
	waiting := func(t *testing.T, s *Store) []string {
		t.Helper()
		var texts []string
		for _, d := range must(s.Drafts(ctx, 0))(t) {
			texts = append(texts, d.Text)
		}
		return texts
	}
	same := func(t *testing.T, got []string, want ...string) {
		t.Helper()
		if len(got) != len(want) {
			t.Fatalf("drafts = %q, want %q", got, want)
		}
		for i := range got {
			if got[i] != want[i] {
				t.Fatalf("drafts = %q, want %q", got, want)
			}
		}
	}
	t.Run("all of it", func(t *testing.T) {
		s := MustOpen(t)
		d := save(t, s, "typed\x00 \xff words", 0)
		got := must(s.Draft(ctx, d.ID))(t)
		if got.Text != "typed\x00 \xff words" || got.Name != "Ada" || got.Role != journal.RoleMutual || !got.At.Equal(start) || got.Minutes != 30 ||
			got.Medium != journal.MediumCall || !got.Details || got.Cursor != 2 || len(got.Raised) != 2 || got.Raised[1] != 5 || !got.UpdatedAt.Equal(start) {
			t.Errorf("draft = %+v", got)
		}
	})
	t.Run("details changed back", func(t *testing.T) {
		s := MustOpen(t)
		d := save(t, s, "one", 0)
		d.Typed, d.Details = d.Typed+1, false
		must(s.SaveDraft(ctx, d))(t)
		if got := must(s.Draft(ctx, d.ID))(t); got.Details {
			t.Errorf("draft = %+v", got)
		}
	})
	t.Run("found by its uid", func(t *testing.T) {
		s := MustOpen(t)
		a, b := save(t, s, "one", 0), save(t, s, "one two", time.Second)
		if a.ID != b.ID {
			t.Errorf("ids %d and %d", a.ID, b.ID)
		}
		same(t, waiting(t, s), "one two")
	})
	t.Run("an overtaken save", func(t *testing.T) {
		s := MustOpen(t)
		save(t, s, "newer words", 0)
		save(t, s, "newer", time.Second)
		same(t, waiting(t, s), "newer words")
	})
	t.Run("the clock was set back", func(t *testing.T) {
		s := MustOpen(t)
		save(t, s, "before", 5*time.Second)
		save(t, s, "before and after", 0)
		same(t, waiting(t, s), "before and after")
	})
	t.Run("taken up again", func(t *testing.T) {
		s := MustOpen(t)
		save(t, s, "a long thought", 0)
		must(s.SaveDraft(ctx, journal.Draft{UID: "d1", Writer: "w2", From: "w1", Typed: 1, Text: "short"}))(t)
		same(t, waiting(t, s), "short")
	})
	t.Run("in two windows at once", func(t *testing.T) {
		s := MustOpen(t)
		save(t, s, "both began here", 0)
		here := journal.Draft{UID: "d1", Writer: "w2", From: "w1", Typed: 1, Text: "here", UpdatedAt: start.Add(2)}
		there := journal.Draft{UID: "d1", Writer: "w3", From: "w1", Typed: 1, Text: "there", UpdatedAt: start.Add(time.Second)}
		must(s.SaveDraft(ctx, here))(t)
		first := must(s.SaveDraft(ctx, there))(t)
		here.Typed, here.Text = 2, "here still"
		must(s.SaveDraft(ctx, here))(t)
		there.Typed, there.Text = 2, "there still"
		if again := must(s.SaveDraft(ctx, there))(t); again.ID != first.ID {
			t.Errorf("ids %d and %d", first.ID, again.ID)
		}
		same(t, waiting(t, s), "there still", "here still")
	})
	t.Run("kept while a save is under way", func(t *testing.T) {
		s := MustOpen(t)
		must(s.KeepNote(ctx, journal.Note{PersonName: "Ada", Role: journal.RoleMutual, Text: "whole", DraftUID: "d1", DraftWriter: "w1", DraftTyped: 5}))(t)
		save(t, s, "who", 0)
		same(t, waiting(t, s))
	})
	t.Run("typed on after it was kept elsewhere", func(t *testing.T) {
		s := MustOpen(t)
		save(t, s, "words", 0)
		must(s.KeepNote(ctx, journal.Note{PersonName: "Ada", Role: journal.RoleMutual, Text: "words", DraftUID: "d1", DraftWriter: "w1", DraftTyped: 5}))(t)
		a, b := save(t, s, "words and", time.Minute), save(t, s, "words and more", 2*time.Minute)
		if a.ID != b.ID {
			t.Errorf("ids %d and %d", a.ID, b.ID)
		}
		same(t, waiting(t, s), "words and more")
		must(s.KeepNote(ctx, journal.Note{PersonName: "Ada", Text: "words and more", DraftUID: "d1"}))(t)
		same(t, waiting(t, s))
	})
	t.Run("set aside and back", func(t *testing.T) {
		s := MustOpen(t)
		d := save(t, s, "words", 0)
		ok(t, s.SetDraftAside(ctx, d.ID))
		same(t, waiting(t, s))
		wantCode(t, s.SetDraftAside(ctx, d.ID), journal.CodeNotFound)
		must2(s.Undo(ctx))(t)
		same(t, waiting(t, s), "words")
	})
	t.Run("an edit that changed nothing leaves no draft and no step", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "words")
		d := must(s.SaveDraft(ctx, journal.Draft{UID: "d2", SessionID: k.Session.ID, BaseRev: 1, Text: "words"}))(t)
		if got := must(s.Draft(ctx, d.ID))(t); got.Name != "Priya Nambiar" {
			t.Errorf("name = %q", got.Name)
		}
		must(s.KeepNote(ctx, journal.Note{SessionID: k.Session.ID, BaseRev: 1, Text: "words", DraftID: d.ID}))(t)
		same(t, waiting(t, s))
		if step, _ := must2(s.Undo(ctx))(t); step.What != journal.StepNoteKept {
			t.Errorf("undone: %s", step)
		}
	})
}
