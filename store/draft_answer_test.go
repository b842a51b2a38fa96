package store

import (
	"context"
	"testing"
	"time"

	"bothways/journal"
)

// typedAnswer is a draft of an answer with everything in it.
func typedAnswer(tb testing.TB, person int64) journal.Draft {
	tb.Helper()
	d := about(person, "typed \xff words")
	d.UID, d.Kind, d.Writer, d.Typed = "d1", journal.DraftAnswer, "w1", 1
	d.At, d.Seconds, d.Cursor, d.Details = time.Date(2026, 11, 20, 9, 0, 0, 0, berlin(tb)), 25, 3, true
	return d
}

// onlyDraft is the one draft there is.
func onlyDraft(tb testing.TB, s *Store) journal.DraftView {
	tb.Helper()
	all := must(s.Drafts(context.Background(), 0))(tb)
	if len(all) != 1 {
		tb.Fatalf("drafts = %+v", all)
	}
	return all[0]
}

func TestDraftAnswer(t *testing.T) {
	ctx := context.Background()
	same := func(t *testing.T, got journal.DraftView, want journal.Draft) {
		t.Helper()
		if got.Kind != journal.DraftAnswer || got.Text != want.Text || got.Asked != want.Asked || got.PersonID != want.PersonID || got.Seconds != want.Seconds ||
			got.Cursor != want.Cursor || !got.At.Equal(want.At) || got.At.Format("-07:00") != want.At.Format("-07:00") || got.ReflectionID != want.ReflectionID || got.Details != want.Details {
			t.Errorf("draft = %+v, want %+v", got.Draft, want)
		}
	}
	t.Run("all of it", func(t *testing.T) {
		s := asking(t)
		p := must(s.AddPerson(ctx, journal.Person{Name: "Ada"}, nil))(t).ID
		d := typedAnswer(t, p)
		must(s.SaveDraft(ctx, d))(t)
		same(t, onlyDraft(t, s), d)
		if got := onlyDraft(t, s); got.Name != "Ada" || got.ReflectionGone || got.SessionGone {
			t.Errorf("draft = %+v", got)
		}
		d.PersonID, d.Asked, d.Seconds, d.Typed = 0, journal.Asked{}, 0, 2
		must(s.SaveDraft(ctx, d))(t)
		same(t, onlyDraft(t, s), d)
		if got := onlyDraft(t, s); got.Name != "" {
			t.Errorf("name = %q", got.Name)
		}
		ok(t, s.SetDraftAsideAs(ctx, d))
		wantDrafts(t, s)
		must2(s.Undo(ctx))(t)
		same(t, onlyDraft(t, s), d)
	})
	t.Run("kept, and that undone", func(t *testing.T) {
		s := asking(t)
		p := must(s.AddPerson(ctx, journal.Person{Name: "Ada"}, nil))(t).ID
		d := typedAnswer(t, p)
		must(s.SaveDraft(ctx, d))(t)
		d.Typed, d.Text, d.Seconds, d.Cursor = 2, "kept words", 40, 4
		k := answer(t, s, d)
		if k.Reflection.Seconds != 40 || !k.Reflection.At.Equal(d.At) {
			t.Errorf("answer = %+v", k.Reflection)
		}
		wantDrafts(t, s)
		d.Typed = 1 // a save that was still on its way
		d.Text = "kept wor"
		must(s.SaveDraft(ctx, d))(t)
		wantDrafts(t, s)
		must2(s.Undo(ctx))(t)
		d.Text = "kept words"
		same(t, onlyDraft(t, s), d)
		if got := onlyDraft(t, s); got.Name != "Ada" {
			t.Errorf("name = %q", got.Name)
		}
		must2(s.Redo(ctx))(t)
		wantDrafts(t, s)
	})
	t.Run("never saved", func(t *testing.T) {
		s := asking(t)
		d := typedAnswer(t, 0)
		d.Text = "words"
		answer(t, s, d)
		wantDrafts(t, s)
		must2(s.Undo(ctx))(t)
		same(t, onlyDraft(t, s), d)
	})
	t.Run("without a draft", func(t *testing.T) {
		s := asking(t)
		answer(t, s, about(0, "words"))
		must2(s.Undo(ctx))(t)
		wantDrafts(t, s)
	})
	t.Run("another window typed in it", func(t *testing.T) {
		s := asking(t)
		d := typedAnswer(t, 0)
		d.Text = "base"
		must(s.SaveDraft(ctx, d))(t)
		there := d
		there.Writer, there.From, there.Text = "w2", "w1", "base there"
		must(s.SaveDraft(ctx, there))(t)
		d.Typed, d.Text = 2, "base here"
		answer(t, s, d)
		wantDrafts(t, s, "base there")
	})
	t.Run("of an edit", func(t *testing.T) {
		s := asking(t)
		k := answer(t, s, about(0, "first"))
		d := journal.Draft{UID: "d1", Kind: journal.DraftAnswer, ReflectionID: k.Reflection.ID, BaseRev: k.Reflection.Rev, Text: "second", Writer: "w1", Typed: 1}
		must(s.SaveDraft(ctx, d))(t)
		answer(t, s, d)
		must2(s.Undo(ctx))(t)
		got := onlyDraft(t, s)
		if got.ReflectionID != k.Reflection.ID || got.Asked != k.Reflection.Asked || got.ReflectionGone {
			t.Errorf("draft = %+v", got)
		}
		if now := must(s.Reflection(ctx, k.Reflection.ID))(t); got.BaseRev != now.Rev {
			t.Errorf("it starts from %d, the answer is at %d", got.BaseRev, now.Rev)
		}
		if again := answer(t, s, got.Draft); len(again.Notices) != 0 {
			t.Errorf("notices = %v", again.Notices)
		}
	})
	t.Run("of an edit that changed nothing", func(t *testing.T) {
		s := asking(t)
		k := answer(t, s, about(0, "first"))
		d := must(s.SaveDraft(ctx, journal.Draft{UID: "d1", Kind: journal.DraftAnswer, ReflectionID: k.Reflection.ID, BaseRev: 1, Text: "first"}))(t)
		answer(t, s, d)
		wantDrafts(t, s)
		wantStep(t, s, "answer kept")
	})
	t.Run("of an answer that was deleted", func(t *testing.T) {
		s := asking(t)
		k := answer(t, s, about(0, "first"))
		must(s.SaveDraft(ctx, journal.Draft{UID: "d1", Kind: journal.DraftAnswer, ReflectionID: k.Reflection.ID, BaseRev: 1, Asked: k.Reflection.Asked, Text: "first and more"}))(t)
		ok(t, s.DeleteReflection(ctx, k.Reflection.ID))
		got := onlyDraft(t, s)
		if !got.ReflectionGone || got.ReflectionID != k.Reflection.ID {
			t.Errorf("draft = %+v", got)
		}
		got.ReflectionID, got.BaseRev = 0, 0
		again := answer(t, s, got.Draft)
		if again.Reflection.ID == k.Reflection.ID || again.Reflection.Asked != k.Reflection.Asked {
			t.Errorf("answer = %+v", again.Reflection)
		}
		wantDrafts(t, s)
	})
	t.Run("about somebody who was deleted", func(t *testing.T) {
		s := asking(t)
		p := must(s.AddPerson(ctx, journal.Person{Name: "Ada"}, nil))(t).ID
		d := typedAnswer(t, p)
		must(s.SaveDraft(ctx, d))(t)
		ok(t, s.DeletePerson(ctx, p))
		wantDrafts(t, s)
		d.Typed, d.Text = 2, "typed on"
		must(s.SaveDraft(ctx, d))(t)
		if got := onlyDraft(t, s); got.PersonID != 0 || got.Name != "" {
			t.Errorf("draft = %+v", got)
		}
		if k := answer(t, s, onlyDraft(t, s).Draft); k.Reflection.PersonID != 0 || len(k.Notices) != 0 {
			t.Errorf("kept %+v", k)
		}
		wantDrafts(t, s)
	})
	t.Run("on the home page", func(t *testing.T) {
		s := asking(t)
		must(s.SaveDraft(ctx, typedAnswer(t, 0)))(t)
		if today := must(s.Today(ctx, journal.Date{}, TodayLimits{Drafts: 3}))(t); len(today.Drafts) != 1 || today.Drafts[0].Kind != journal.DraftAnswer || today.Empty {
			t.Errorf("today = %+v", today)
		}
	})
}
