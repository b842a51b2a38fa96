package store

import (
	"context"
	"slices"
	"testing"
	"time"

	"bothways/journal"
)

// draftTexts are the texts of the drafts that wait, sorted.
func draftTexts(tb testing.TB, s *Store) []string {
	tb.Helper()
	var texts []string
	for _, d := range must(s.Drafts(context.Background(), 0))(tb) {
		texts = append(texts, d.Text)
	}
	slices.Sort(texts)
	return texts
}

func wantDrafts(tb testing.TB, s *Store, want ...string) {
	tb.Helper()
	if got := draftTexts(tb, s); !slices.Equal(got, want) {
		tb.Fatalf("drafts = %q, want %q", got, want)
	}
}

func TestKeepDraft(t *testing.T) {
	ctx := context.Background()
	save := func(t *testing.T, s *Store, d journal.Draft) journal.Draft {
		t.Helper()
		d.PersonName, d.Role = "Ada", journal.RoleMutual
		return must(s.SaveDraft(ctx, d))(t)
	}
	keep := func(t *testing.T, s *Store, d journal.Draft) {
		t.Helper()
		must(s.KeepNote(ctx, journal.Note{PersonName: "Ada", Role: journal.RoleMutual, Text: d.Text, DraftUID: d.UID,
			DraftWriter: d.Writer, DraftTyped: d.Typed, DraftFrom: d.From, DraftFromTyped: d.FromTyped}))(t)
	}
	// begun is a draft that two windows then open.
	begun := func(t *testing.T) (s *Store, here, there journal.Draft) {
		t.Helper()
		s = MustOpen(t)
		save(t, s, journal.Draft{UID: "d1", Writer: "w0", Typed: 3, Text: "base"})
		here = journal.Draft{UID: "d1", Writer: "here", From: "w0", FromTyped: 3, Typed: 1, Text: "base here"}
		there = journal.Draft{UID: "d1", Writer: "there", From: "w0", FromTyped: 3, Typed: 1, Text: "base\n\nthere"}
		return s, here, there
	}
	t.Run("words of another window wait on", func(t *testing.T) {
		s, here, there := begun(t)
		save(t, s, there)
		keep(t, s, here)
		wantDrafts(t, s, "base\n\nthere")
		must2(s.Undo(ctx))(t)
		wantDrafts(t, s, "base\n\nthere", "base here")
		must2(s.Redo(ctx))(t)
		wantDrafts(t, s, "base\n\nthere")
		save(t, s, journal.Draft{UID: "d1", Writer: "here", From: "w0", FromTyped: 3, Typed: 0, Text: "base h"})
		wantDrafts(t, s, "base\n\nthere") // a save that comes late
	})
	t.Run("words of another window wait on, where this one saved beside it", func(t *testing.T) {
		s, here, there := begun(t)
		save(t, s, there)
		beside := save(t, s, here)
		for _, uid := range []string{"d1", beside.UID} {
			here.UID, here.Typed, here.Text = uid, 2, "base here now"
			keep(t, s, here)
			wantDrafts(t, s, "base\n\nthere")
			must2(s.Undo(ctx))(t)
			wantDrafts(t, s, "base\n\nthere", "base here now")
		}
	})
	t.Run("words of another window wait on, where the draft was set aside", func(t *testing.T) {
		s, here, there := begun(t)
		ok(t, s.SetDraftAside(ctx, must(s.Drafts(ctx, 0))(t)[0].ID))
		save(t, s, there)
		keep(t, s, here)
		wantDrafts(t, s, "base\n\nthere")
		must2(s.Undo(ctx))(t)
		wantDrafts(t, s, "base\n\nthere", "base here")
	})
	t.Run("words of another window wait on, where both typed on beside a draft that was set aside", func(t *testing.T) {
		s, here, there := begun(t)
		ok(t, s.SetDraftAside(ctx, must(s.Drafts(ctx, 0))(t)[0].ID))
		save(t, s, here)
		save(t, s, there)
		keep(t, s, here)
		wantDrafts(t, s, "base\n\nthere")
	})
	t.Run("typed on beside it after that was kept", func(t *testing.T) {
		s, here, there := begun(t)
		save(t, s, there)
		keep(t, s, here)
		here.Typed, here.Text = 2, "base here and on"
		save(t, s, here)
		wantDrafts(t, s, "base\n\nthere", "base here and on")
	})
	t.Run("words of another window wait on, where nothing else was kept", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "words")
		d := save(t, s, journal.Draft{SessionID: k.Session.ID, BaseRev: 1, Writer: "there", Typed: 1, Text: "words there"})
		must(s.KeepNote(ctx, journal.Note{SessionID: k.Session.ID, BaseRev: 1, Text: "words", DraftUID: d.UID, DraftWriter: "here", DraftTyped: 1, DraftFrom: "w0"}))(t)
		wantDrafts(t, s, "words there")
	})
	t.Run("the window it was taken up from went on", func(t *testing.T) {
		s, here, _ := begun(t)
		save(t, s, journal.Draft{UID: "d1", Writer: "w0", Typed: 4, Text: "base and more"})
		beside := save(t, s, here)
		wantDrafts(t, s, "base and more", "base here")
		keep(t, s, here)
		wantDrafts(t, s, "base and more")
		if beside.UID == "d1" {
			t.Error("it was saved in the same place")
		}
	})
	t.Run("the window it was taken up from went on before the first save", func(t *testing.T) {
		s, here, _ := begun(t)
		save(t, s, journal.Draft{UID: "d1", Writer: "w0", Typed: 4, Text: "base and more"})
		keep(t, s, here)
		wantDrafts(t, s, "base and more")
	})
	t.Run("newer words of the same writer", func(t *testing.T) {
		s, here, _ := begun(t)
		here.Typed, here.Text = 7, "base here and on"
		save(t, s, here)
		here.Typed, here.Text = 6, "base here, kept"
		keep(t, s, here)
		wantDrafts(t, s, "base here and on")
	})
	t.Run("nobody says who typed", func(t *testing.T) {
		s, here, _ := begun(t)
		keep(t, s, journal.Draft{UID: "d1", Text: "other"})
		wantDrafts(t, s, "base")
		keep(t, s, journal.Draft{UID: "d1", Text: "base and all"})
		wantDrafts(t, s)
		save(t, s, here)
		wantDrafts(t, s, "base here")
	})
	t.Run("cut by whoever took it up", func(t *testing.T) {
		s, here, _ := begun(t)
		here.Text = "short"
		keep(t, s, here)
		wantDrafts(t, s)
		must2(s.Undo(ctx))(t)
		wantDrafts(t, s, "short")
	})
}

func TestKeepDraftDetails(t *testing.T) {
	ctx := context.Background()
	at := time.Date(2026, 11, 20, 14, 30, 0, 0, berlin(t))
	later := time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)
	check := func(t *testing.T, s *Store, want journal.Draft) {
		t.Helper()
		wantDrafts(t, s)
		must2(s.Undo(ctx))(t)
		all := must(s.Drafts(ctx, 0))(t)
		if len(all) != 1 {
			t.Fatalf("drafts = %+v", all)
		}
		got := all[0]
		if !got.At.Equal(want.At) || got.At.Format("-07:00") != want.At.Format("-07:00") || got.Minutes != want.Minutes || got.Medium != want.Medium ||
			got.Role != want.Role || got.Details != want.Details || !slices.Equal(got.Raised, want.Raised) || got.Text != want.Text || got.Cursor != want.Cursor {
			t.Errorf("draft = %+v, want %+v", got.Draft, want)
		}
	}
	t.Run("a new note, changed after the last save", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "ask: one\nask: two")
		one, two := k.Topics[0].ID, k.Topics[1].ID
		d := journal.Draft{UID: "d1", RelationshipID: k.Session.RelationshipID, Role: journal.RoleMentor, At: at, Minutes: 30, Medium: journal.MediumCall,
			Raised: []int64{one}, Text: "words", Cursor: 2, Writer: "w1", Typed: 1}
		must(s.SaveDraft(ctx, d))(t)
		must(s.KeepNote(ctx, journal.Note{RelationshipID: d.RelationshipID, Role: journal.RoleMutual, At: later, Medium: journal.MediumMail, SetDetails: true,
			Raised: []int64{one, two}, Text: "words", DraftUID: "d1", DraftWriter: "w1", DraftTyped: 1}))(t)
		check(t, s, journal.Draft{At: later, Medium: journal.MediumMail, Role: journal.RoleMutual, Details: true, Raised: []int64{one, two}, Text: "words", Cursor: 2})
	})
	t.Run("an edit, changed after the last save", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "words")
		must(s.SaveDraft(ctx, journal.Draft{UID: "d1", SessionID: k.Session.ID, BaseRev: 1, Role: journal.RoleMentor, At: at, Text: "words and", Writer: "w1", Typed: 1}))(t)
		must(s.KeepNote(ctx, journal.Note{SessionID: k.Session.ID, BaseRev: 1, Role: journal.RoleMutual, At: later, Minutes: 45, Medium: journal.MediumMail, SetDetails: true,
			Text: "words and more", DraftUID: "d1", DraftWriter: "w1", DraftTyped: 2}))(t)
		check(t, s, journal.Draft{At: later, Minutes: 45, Medium: journal.MediumMail, Role: journal.RoleMutual, Details: true, Text: "words and more", Cursor: 14})
	})
	t.Run("an edit, changed back after the last save", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "words")
		must(s.SaveDraft(ctx, journal.Draft{UID: "d1", SessionID: k.Session.ID, BaseRev: 1, Role: journal.RoleMutual, At: later, Minutes: 45, Medium: journal.MediumMail, Details: true,
			Text: "words and more", Cursor: 14, Writer: "w1", Typed: 1}))(t)
		must(s.KeepNote(ctx, journal.Note{SessionID: k.Session.ID, BaseRev: 1, Text: "words and more", DraftUID: "d1", DraftWriter: "w1", DraftTyped: 2}))(t)
		check(t, s, journal.Draft{At: at, Role: journal.RoleMentor, Text: "words and more", Cursor: 14})
	})
	t.Run("never saved", func(t *testing.T) {
		s := MustOpen(t)
		must(s.KeepNote(ctx, journal.Note{PersonName: "Ada", Role: journal.RoleMutual, At: at, Minutes: 20, SetDetails: true, Text: "words", DraftUID: "d1", DraftWriter: "w1", DraftTyped: 1}))(t)
		check(t, s, journal.Draft{At: at, Minutes: 20, Role: journal.RoleMutual, Details: true, Text: "words", Cursor: 5})
	})
}

func TestRedoDraft(t *testing.T) {
	ctx := context.Background()
	first := journal.Draft{UID: "d1", PersonName: "Ada", Role: journal.RoleMutual, Writer: "w1", Typed: 1, Text: "words"}
	more := first
	more.Writer, more.From, more.Text = "w2", "w1", "words and more"
	kept := journal.Note{PersonName: "Ada", Role: journal.RoleMutual, Text: "words", DraftUID: "d1", DraftWriter: "w1", DraftTyped: 1}
	t.Run("a kept note, typed on since the undo", func(t *testing.T) {
		s := MustOpen(t)
		must(s.SaveDraft(ctx, first))(t)
		k := must(s.KeepNote(ctx, kept))(t)
		must2(s.Undo(ctx))(t)
		must(s.SaveDraft(ctx, more))(t)
		must2(s.Redo(ctx))(t)
		wantDrafts(t, s, "words and more")
		if v := must(s.Session(ctx, k.Session.ID))(t); v.Note != "words" {
			t.Errorf("note = %q", v.Note)
		}
		// However often: the words never go.
		for range 2 {
			must2(s.Undo(ctx))(t)
			wantDrafts(t, s, "words and more")
			must2(s.Redo(ctx))(t)
			wantDrafts(t, s, "words and more")
		}
	})
	t.Run("set aside, typed on since the undo", func(t *testing.T) {
		s := MustOpen(t)
		d := must(s.SaveDraft(ctx, first))(t)
		ok(t, s.SetDraftAside(ctx, d.ID))
		must2(s.Undo(ctx))(t)
		must(s.SaveDraft(ctx, more))(t)
		if _, did := must2(s.Redo(ctx))(t); !did {
			t.Error("there was nothing to do again")
		}
		wantDrafts(t, s, "words and more")
	})
	t.Run("looked at since the undo", func(t *testing.T) {
		s := MustOpen(t)
		must(s.SaveDraft(ctx, first))(t)
		must(s.KeepNote(ctx, kept))(t)
		must2(s.Undo(ctx))(t)
		same := more
		same.Text = first.Text
		must(s.SaveDraft(ctx, same))(t)
		must2(s.Redo(ctx))(t)
		wantDrafts(t, s)
	})
}

func TestDraftGone(t *testing.T) {
	ctx := context.Background()
	t.Run("session", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "words")
		d := must(s.SaveDraft(ctx, journal.Draft{UID: "d1", SessionID: k.Session.ID, BaseRev: 1, Role: journal.RoleMentee, Text: "words and more"}))(t)
		if got := must(s.Draft(ctx, d.ID))(t); got.SessionGone || got.RelationshipID != 0 {
			t.Errorf("draft = %+v", got)
		}
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		got := must(s.Drafts(ctx, 0))(t)[0]
		if !got.SessionGone || got.RelationshipID != k.Session.RelationshipID || got.SessionID != k.Session.ID || got.Name != "Priya Nambiar" || got.Role != journal.RoleMentee {
			t.Errorf("draft = %+v", got)
		}
		next := must(s.KeepNote(ctx, journal.Note{RelationshipID: got.RelationshipID, Role: got.Role, Text: got.Text, DraftID: got.ID}))(t)
		if next.Session.ID == k.Session.ID || next.Session.RelationshipID != k.Session.RelationshipID {
			t.Errorf("session = %+v", next.Session)
		}
		wantDrafts(t, s)
	})
	t.Run("session, and there again", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "words")
		d := must(s.SaveDraft(ctx, journal.Draft{UID: "d1", SessionID: k.Session.ID, BaseRev: 1, Text: "words and more"}))(t)
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		must2(s.Undo(ctx))(t)
		if got := must(s.Draft(ctx, d.ID))(t); got.SessionGone {
			t.Errorf("draft = %+v", got)
		}
	})
	for name, edit := range map[string]bool{"person, typed on in an edit": true, "person, typed on in a new note": false} {
		t.Run(name, func(t *testing.T) {
			s := MustOpen(t)
			k := priya(t, s, "words")
			d := journal.Draft{UID: "d1", Writer: "w1", Typed: 1, Text: "typed"}
			if edit {
				d.SessionID, d.BaseRev = k.Session.ID, 1
			} else {
				d.RelationshipID = k.Session.RelationshipID
			}
			must(s.SaveDraft(ctx, d))(t)
			ok(t, s.DeletePerson(ctx, k.Session.PersonID))
			wantDrafts(t, s)
			d.Typed, d.Text = 2, "typed on"
			must(s.SaveDraft(ctx, d))(t)
			got := must(s.Drafts(ctx, 0))(t)[0]
			if got.RelationshipID != 0 || got.PersonName != "Priya Nambiar" || got.Role != journal.RoleMentor || got.SessionGone != edit {
				t.Errorf("draft = %+v", got)
			}
			again := must(s.KeepNote(ctx, journal.Note{PersonName: got.PersonName, Role: got.Role, Text: got.Text, DraftID: got.ID}))(t)
			if !again.NewPerson || again.Session.PersonName != "Priya Nambiar" {
				t.Errorf("kept = %+v", again)
			}
			wantDrafts(t, s)
		})
	}
}
