package store

import (
	"context"
	"slices"
	"strings"
	"testing"

	"bothways/journal"
)

// TestDraftLoose purges what a draft belongs to while somebody types in it: its words are saved all
// the same, and nothing that was purged comes back with them.
func TestDraftLoose(t *testing.T) {
	ctx := context.Background()
	waits := func(t *testing.T, s *Store) journal.DraftView {
		t.Helper()
		all := must(s.Drafts(ctx, 0))(t)
		if len(all) != 1 {
			t.Fatalf("drafts = %+v", all)
		}
		return all[0]
	}
	// begun saves a draft and types on in it, as a window does.
	begun := func(t *testing.T, s *Store, d journal.Draft) journal.Draft {
		t.Helper()
		d.UID, d.Writer, d.Typed = NewUID(), "w1", 1
		d = must(s.SaveDraft(ctx, d))(t)
		d.Typed, d.Text = 2, d.Text+" and more"
		return d
	}
	t.Run("a new note about somebody", func(t *testing.T) {
		for _, last := range []string{"the last of all rows", "others came after"} {
			t.Run(last, func(t *testing.T) {
				s := MustOpen(t)
				k := priya(t, s, "talk")
				d := begun(t, s, journal.Draft{RelationshipID: k.Session.RelationshipID, Role: journal.RoleMentor, Text: "typed here"})
				if last == "others came after" {
					must(s.KeepNote(ctx, journal.Note{PersonName: "Sam", Role: journal.RoleMentee, Text: "hello"}))(t)
					must(s.SaveDraft(ctx, journal.Draft{UID: NewUID(), PersonName: "Zoe", Role: journal.RoleMentee}))(t)
				}
				ok(t, s.DeletePerson(ctx, k.Session.PersonID))
				p := must(s.Purgeable(ctx, PurgeQuery{With: "priya"}))(t)
				if p.Waiting.N != 1 || !p.Waiting.Last.Equal(d.UpdatedAt.Truncate(1e6)) {
					t.Errorf("waiting: %+v, typed at %v", p.Waiting, d.UpdatedAt)
				}
				purge(t, s, PurgeQuery{With: "priya"})
				if !must(s.DraftPurged(ctx, d.UID))(t) {
					t.Error("the draft is not told to be purged")
				}
				note := journal.Note{RelationshipID: d.RelationshipID, Text: d.Text, DraftUID: d.UID, DraftWriter: d.Writer, DraftTyped: 2}
				_, err := s.KeepNote(ctx, note)
				wantCode(t, err, journal.CodeConflict)
				saved := must(s.SaveDraft(ctx, d))(t)
				if saved.RelationshipID != 0 || saved.PersonName != "" {
					t.Errorf("saved: %+v", saved)
				}
				if must(s.DraftPurged(ctx, saved.UID))(t) {
					t.Error("the draft that was saved anew is told to be purged")
				}
				found := journal.DraftView{}
				for _, v := range must(s.Drafts(ctx, 0))(t) {
					if v.UID == saved.UID {
						found = v
					}
				}
				if found.Text != "typed here and more" || found.Name != "" || found.RelationshipID != 0 {
					t.Errorf("the draft: %+v", found)
				}
				if left := inFiles(t, s, "Nambiar"); len(left) > 0 {
					t.Error("the name is back")
				}
				note.RelationshipID, note.PersonName, note.Role, note.DraftUID = 0, "Sam", journal.RoleMentee, saved.UID
				if kept := must(s.KeepNote(ctx, note))(t); kept.Session.Note != "typed here and more" {
					t.Errorf("kept: %+v", kept)
				}
				wantSound(t, s)
			})
		}
	})
	t.Run("an edit of a note", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "talk")
		v := k.Session
		d := begun(t, s, journal.Draft{SessionID: v.ID, BaseRev: v.Rev, RelationshipID: v.RelationshipID, Role: journal.RoleMentor, Text: "talk, edited", Was: new(journal.Details)})
		ok(t, s.DeleteSession(ctx, v.ID))
		purge(t, s, PurgeQuery{All: true})
		_, err := s.KeepNote(ctx, journal.Note{SessionID: v.ID, BaseRev: v.Rev, Text: d.Text, DraftUID: d.UID, DraftWriter: "w1", DraftTyped: 2})
		wantCode(t, err, journal.CodeConflict)
		if !strings.Contains(err.Error(), "purged meanwhile") {
			t.Errorf("it says %q", err)
		}
		saved := must(s.SaveDraft(ctx, d))(t)
		if got := waits(t, s); got.SessionID != 0 || got.BaseRev != 0 || got.Was != nil || got.SessionGone || got.RelationshipID != v.RelationshipID || got.Text != d.Text {
			t.Errorf("draft = %+v", got)
		}
		kept := must(s.KeepNote(ctx, journal.Note{RelationshipID: v.RelationshipID, Text: d.Text, DraftUID: saved.UID, DraftWriter: "w1", DraftTyped: 3}))(t)
		if kept.Session.ID == v.ID || kept.Session.Note != d.Text {
			t.Errorf("kept: %+v", kept.Session)
		}
		wantDrafts(t, s)
	})
	t.Run("an answer about somebody, and an edit of one", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "talk")
		a := must(s.KeepAnswer(ctx, journal.Draft{PersonID: k.Session.PersonID, Text: "an answer"}))(t).Reflection
		d := begun(t, s, journal.Draft{Kind: journal.DraftAnswer, ReflectionID: a.ID, BaseRev: a.Rev, PersonID: k.Session.PersonID, Text: "an answer, edited"})
		ok(t, s.DeletePerson(ctx, k.Session.PersonID))
		purge(t, s, PurgeQuery{All: true})
		_, err := s.KeepAnswer(ctx, d)
		wantCode(t, err, journal.CodeConflict)
		saved := must(s.SaveDraft(ctx, d))(t)
		if got := waits(t, s); got.ReflectionID != 0 || got.PersonID != 0 || got.Text != d.Text {
			t.Errorf("draft = %+v", got)
		}
		saved.Typed = 3
		if kept := answer(t, s, saved); kept.Reflection.Text != d.Text || kept.Reflection.PersonID != 0 {
			t.Errorf("kept: %+v", kept.Reflection)
		}
	})
	t.Run("a review", func(t *testing.T) {
		for _, who := range []bool{false, true} {
			s := MustOpen(t)
			k := priya(t, s, "talk")
			rel := k.Session.RelationshipID
			r := must(s.KeepReview(ctx, journal.Draft{RelationshipID: rel, Text: "a review"}, ""))(t).Review
			d := begun(t, s, journal.Draft{Kind: journal.DraftReview, ReviewID: r.ID, BaseRev: r.Rev, RelationshipID: rel, Text: "a review, edited", Was: &journal.Details{At: r.HeldAt}})
			want := journal.DraftReview
			if who {
				want = journal.DraftNote
				ok(t, s.DeletePerson(ctx, k.Session.PersonID))
			} else {
				ok(t, s.DeleteReview(ctx, r.ID))
			}
			purge(t, s, PurgeQuery{All: true})
			_, err := s.KeepReview(ctx, d, "")
			wantCode(t, err, journal.CodeConflict)
			saved := must(s.SaveDraft(ctx, d))(t)
			if got := waits(t, s); got.Kind != want || got.ReviewID != 0 || got.RelationshipID != saved.RelationshipID || (saved.RelationshipID == 0) != who {
				t.Errorf("draft = %+v", got)
			}
			if !who {
				saved.Typed = 3
				must(s.KeepReview(ctx, saved, ""))(t)
				wantDrafts(t, s)
			}
		}
	})
	t.Run("the same draft open in two windows", func(t *testing.T) {
		for _, order := range [][]int{{0, 1}, {1, 0}} {
			for _, last := range []bool{true, false} {
				s := MustOpen(t)
				k := priya(t, s, "talk")
				one := must(s.SaveDraft(ctx, journal.Draft{UID: NewUID(), Writer: "w1", Typed: 3, RelationshipID: k.Session.RelationshipID, Role: journal.RoleMentor, Text: "typed here"}))(t)
				if !last {
					must(s.SaveDraft(ctx, journal.Draft{UID: NewUID(), PersonName: "Zoe", Role: journal.RoleMentee}))(t)
				}
				two := must(s.Draft(ctx, one.ID))(t).Draft
				two.Writer, two.Typed, two.From, two.FromTyped = "w2", 1, "w1", 3
				ok(t, s.DeletePerson(ctx, k.Session.PersonID))
				purge(t, s, PurgeQuery{With: "priya"})
				windows := []journal.Draft{one, two}
				var uids []string
				for _, i := range order {
					windows[i].Typed++ // each save has a number of its own
					windows[i] = must(s.SaveDraft(ctx, windows[i]))(t)
					uids = append(uids, windows[i].UID)
				}
				wants := func(texts ...string) {
					t.Helper()
					if !last {
						texts = append(texts, "")
					}
					var got []string
					for _, v := range must(s.Drafts(ctx, 0))(t) {
						got = append(got, v.Text)
					}
					slices.Sort(got)
					slices.Sort(texts)
					if !slices.Equal(got, texts) {
						t.Errorf("order %v, last %v: drafts %q, want %q", order, last, got, texts)
					}
				}
				wants("typed here")
				if uids[0] != uids[1] {
					t.Errorf("order %v, last %v: they are under %q", order, last, uids)
				}
				// Who types on then loses nothing, and takes nothing from the other.
				for i := range windows {
					windows[i].Typed, windows[i].Text = windows[i].Typed+1, windows[i].Text+" and more by "+windows[i].Writer
					windows[i] = must(s.SaveDraft(ctx, windows[i]))(t)
				}
				wants("typed here and more by w1", "typed here and more by w2")
				wantSound(t, s)
			}
		}
	})
	t.Run("only deleted", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, "talk")
		d := begun(t, s, journal.Draft{RelationshipID: k.Session.RelationshipID, Role: journal.RoleMentor, Text: "typed here"})
		ok(t, s.DeletePerson(ctx, k.Session.PersonID))
		if saved := must(s.SaveDraft(ctx, d))(t); saved.RelationshipID != d.RelationshipID {
			t.Errorf("saved: %+v", saved)
		}
		_, err := s.KeepNote(ctx, journal.Note{RelationshipID: d.RelationshipID, Text: d.Text, DraftUID: d.UID, DraftWriter: "w1", DraftTyped: 3})
		wantCode(t, err, journal.CodeConflict)
		if !strings.Contains(err.Error(), "Priya Nambiar was deleted meanwhile") {
			t.Errorf("it says %q", err)
		}
	})
	t.Run("a draft that was set aside is not told to be purged", func(t *testing.T) {
		s := MustOpen(t)
		d := begun(t, s, journal.Draft{PersonName: "Ada", Role: journal.RoleMentor, Text: "typed here"})
		ok(t, s.SetDraftAside(ctx, d.ID))
		if must(s.DraftPurged(ctx, d.UID))(t) {
			t.Error("it is")
		}
		purge(t, s, PurgeQuery{All: true})
		if !must(s.DraftPurged(ctx, d.UID))(t) {
			t.Error("once it was purged it is not")
		}
	})
}
