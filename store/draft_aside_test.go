package store

import (
	"context"
	"testing"

	"bothways/journal"
)

func TestSetDraftAsideAs(t *testing.T) {
	ctx := context.Background()
	typed := func(n int64, text string) journal.Draft {
		return journal.Draft{UID: "d1", Writer: "w1", Typed: n, PersonName: "Ada", Role: journal.RoleMutual, Text: text}
	}
	steps := func(t *testing.T, s *Store, want int64) {
		t.Helper()
		if n := scalar(t, s, "SELECT count(*) FROM step"); n != want {
			t.Fatalf("%d steps, want %d", n, want)
		}
	}
	aside := func(t *testing.T, s *Store, d journal.Draft) {
		t.Helper()
		ok(t, s.SetDraftAsideAs(ctx, d))
	}
	save := func(t *testing.T, s *Store, d journal.Draft) journal.Draft {
		t.Helper()
		return must(s.SaveDraft(ctx, d))(t)
	}
	t.Run("the first save lands after", func(t *testing.T) {
		for _, number := range []int64{1, 2} { // the very one that is under way, or an older one
			s := MustOpen(t)
			aside(t, s, typed(2, ""))
			wantDrafts(t, s)
			save(t, s, typed(number, "words"))
			wantDrafts(t, s)
			steps(t, s, 0)
			if _, did := must2(s.Undo(ctx))(t); did {
				t.Error("there was something to undo")
			}
			if today := must(s.Today(ctx, date(t, "2026-11-21"), TodayLimits{Drafts: 5}))(t); !today.Empty || len(today.Drafts)+today.MoreDrafts != 0 {
				t.Errorf("today = %+v", today)
			}
			// Whoever types on after all has their words.
			save(t, s, typed(3, "words again"))
			wantDrafts(t, s, "words again")
		}
	})
	t.Run("a later save lands after", func(t *testing.T) {
		for _, number := range []int64{3, 4} {
			s := MustOpen(t)
			save(t, s, typed(1, "words"))
			aside(t, s, typed(4, ""))
			save(t, s, typed(number, "words and"))
			wantDrafts(t, s)
			steps(t, s, 1)
			did, _ := must2(s.Undo(ctx))(t)
			if did.What != journal.StepDraftSetAside || did.Name != "Ada" {
				t.Errorf("undone: %s", did)
			}
			wantDrafts(t, s, "words")
			save(t, s, typed(3, "words and")) // even later
			wantDrafts(t, s, "words")
			must2(s.Redo(ctx))(t)
			wantDrafts(t, s)
		}
	})
	t.Run("by its id", func(t *testing.T) {
		s := MustOpen(t)
		d := save(t, s, typed(1, "words"))
		aside(t, s, journal.Draft{ID: d.ID})
		wantDrafts(t, s)
		steps(t, s, 1)
	})
	t.Run("never with an older count", func(t *testing.T) {
		s := MustOpen(t)
		save(t, s, typed(5, "words"))
		aside(t, s, typed(2, ""))
		save(t, s, typed(4, "word"))
		wantDrafts(t, s)
	})
	t.Run("not there", func(t *testing.T) {
		s := MustOpen(t)
		aside(t, s, journal.Draft{})
		aside(t, s, journal.Draft{ID: 7})
		aside(t, s, journal.Draft{UID: "d1"})
		save(t, s, typed(1, "words"))
		wantDrafts(t, s, "words")
		steps(t, s, 0)
	})
	t.Run("gone already", func(t *testing.T) {
		s := MustOpen(t)
		d := save(t, s, typed(1, "words"))
		ok(t, s.SetDraftAside(ctx, d.ID))
		aside(t, s, journal.Draft{UID: "d1"})
		for _, number := range []int64{3, 5} {
			aside(t, s, typed(number, ""))
			save(t, s, typed(number-1, "words and"))
			wantDrafts(t, s)
		}
		steps(t, s, 1)
		must2(s.Undo(ctx))(t)
		wantDrafts(t, s, "words")
	})
	t.Run("gone already, typed on beside it", func(t *testing.T) {
		s := MustOpen(t)
		d := save(t, s, typed(1, "words"))
		ok(t, s.SetDraftAside(ctx, d.ID))
		save(t, s, typed(2, "words and"))
		aside(t, s, typed(4, ""))
		save(t, s, typed(3, "words and more"))
		wantDrafts(t, s)
		steps(t, s, 2)
		must2(s.Undo(ctx))(t)
		wantDrafts(t, s, "words and")
	})
	t.Run("no words in it", func(t *testing.T) {
		s := MustOpen(t)
		save(t, s, typed(1, " \n"))
		aside(t, s, typed(3, ""))
		save(t, s, typed(2, "words"))
		wantDrafts(t, s)
		steps(t, s, 0)
	})
	t.Run("taken up from another writer", func(t *testing.T) {
		s := MustOpen(t)
		save(t, s, typed(3, "words"))
		here := journal.Draft{UID: "d1", Writer: "w2", From: "w1", FromTyped: 3, Typed: 2}
		aside(t, s, here)
		here.Typed, here.Text = 1, "words and"
		save(t, s, here)
		wantDrafts(t, s)
		must2(s.Undo(ctx))(t)
		wantDrafts(t, s, "words")
	})
	t.Run("words of another window wait on", func(t *testing.T) {
		s := MustOpen(t)
		save(t, s, typed(3, "words"))
		save(t, s, journal.Draft{UID: "d1", Writer: "there", From: "w1", FromTyped: 3, Typed: 1, Text: "words there"})
		here := journal.Draft{UID: "d1", Writer: "here", From: "w1", FromTyped: 3, Typed: 3}
		aside(t, s, here)
		here.Typed, here.Text = 2, "words here"
		save(t, s, here)
		wantDrafts(t, s, "words there")
		steps(t, s, 0)
		here.Typed, here.Text = 4, "words here again"
		save(t, s, here)
		wantDrafts(t, s, "words here again", "words there")
		here.Typed = 5
		aside(t, s, here)
		wantDrafts(t, s, "words there")
		steps(t, s, 1)
	})
	t.Run("a note kept after", func(t *testing.T) {
		s := MustOpen(t)
		aside(t, s, typed(1, ""))
		must(s.KeepNote(ctx, journal.Note{PersonName: "Ada", Role: journal.RoleMutual, Text: "words", DraftUID: "d1", DraftWriter: "w1", DraftTyped: 2}))(t)
		wantDrafts(t, s)
		must2(s.Undo(ctx))(t)
		wantDrafts(t, s, "words")
	})
}
