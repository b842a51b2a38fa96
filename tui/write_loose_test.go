package tui

import (
	"context"
	"strings"
	"testing"

	"bothways/journal"
	"bothways/store"
)

// purges destroys the person whose name has a part, as another window does; then this window looks
// again, where it is told to.
func (d *desk) purges(look bool, part string) {
	d.t.Helper()
	ctx, st := context.Background(), d.store()
	p, err := st.FindPerson(ctx, part)
	if err != nil {
		d.t.Fatal(err)
	}
	if err := st.DeletePerson(ctx, p.ID); err != nil {
		d.t.Fatal(err)
	}
	d.destroys(look)
}

// destroys purges all that is in the trash.
func (d *desk) destroys(look bool) {
	d.t.Helper()
	ctx, st := context.Background(), d.store()
	what, err := st.Purgeable(ctx, store.PurgeQuery{All: true})
	if err != nil {
		d.t.Fatal(err)
	}
	if _, err := st.Purge(ctx, what.Steps()); err != nil {
		d.t.Fatal(err)
	}
	if look {
		d.settle(d.root.reload())
	}
}

func (d *desk) oneDraft(text string) journal.DraftView {
	d.t.Helper()
	all, err := d.store().Drafts(context.Background(), 0)
	if err != nil || len(all) != 1 || all[0].Text != text {
		d.t.Fatalf("%v, drafts %+v", err, all)
	}
	return all[0]
}

// TestPurgedWhileTyped purges in another window what words are written about here.
func TestPurgedWhileTyped(t *testing.T) {
	ctx := context.Background()
	writing := func(t *testing.T) *desk {
		d := newDesk(t)
		d.kept("Priya N.", journal.RoleMentor, "talk")
		d.keys("n")
		d.types("Priya\nhalf a thought")
		return d
	}
	t.Run("a note, noticed by itself", func(t *testing.T) {
		d := writing(t)
		d.purges(true, "Priya")
		d.sees("Whom you write about here was purged in another window", "half a thought", "ctrl+f puts the")
		if got := d.oneDraft("half a thought"); got.Name != "" || got.RelationshipID != 0 {
			t.Errorf("draft = %+v", got)
		}
		d.keys("ctrl+s")
		d.sees("Who was this with?")
		d.types("Sam T.:")
		d.sees("Kept.")
		if all := d.sessions(); len(all) != 1 || all[0].Note != "half a thought" || all[0].PersonName != "Sam T." {
			t.Errorf("kept %+v", all)
		}
		d.seesNot("NOT KEPT YET", "Priya")
	})
	t.Run("a note, at the next letter", func(t *testing.T) {
		d := writing(t)
		d.purges(false, "Priya")
		d.types("s")
		d.sees("Whom you write about here was purged in another window")
		d.oneDraft("half a thoughts")
	})
	t.Run("a note, when it is kept", func(t *testing.T) {
		d := writing(t)
		d.purges(false, "Priya")
		d.keys("ctrl+s")
		d.sees("Whom you write about here was purged in another window", "half a thought")
		d.oneDraft("half a thought")
	})
	t.Run("a note, when it is left", func(t *testing.T) {
		d := writing(t)
		d.purges(false, "Priya")
		d.keys("esc")
		d.sees("Not kept yet: the words wait on the first page.", "half a thought")
		d.oneDraft("half a thought")
		d.keys("enter", "ctrl+s")
		d.sees("Who was this with?")
	})
	t.Run("a note, when the program ends", func(t *testing.T) {
		d := writing(t)
		d.purges(false, "Priya")
		if err := d.root.Flush(ctx); err != nil {
			t.Fatal(err)
		}
		d.oneDraft("half a thought")
	})
	t.Run("an edit", func(t *testing.T) {
		d := newDesk(t)
		d.kept("Priya N.", journal.RoleMentor, "talk")
		d.keys("P", "enter", "enter", "e")
		d.types("more, ")
		if err := d.store().DeleteSession(ctx, d.sessions()[0].ID); err != nil {
			t.Fatal(err)
		}
		d.destroys(true)
		d.sees("The note you edit here was purged in another window", "keeps them as a new one")
		d.keys("ctrl+s")
		d.sees("Kept.")
		if all := d.sessions(); len(all) != 1 || !strings.Contains(all[0].Note, "more, ") {
			t.Errorf("kept %+v", all)
		}
	})
	t.Run("an answer", func(t *testing.T) {
		d := newDesk(t)
		d.kept("Priya N.", journal.RoleMentor, "talk")
		p, err := d.store().FindPerson(ctx, "Priya")
		if err != nil {
			t.Fatal(err)
		}
		d.open(NewAnswer(d.root.env, AnswerStart{PersonID: p.ID}))
		d.types("an answer")
		d.purges(true, "Priya")
		d.sees("Whom you write about here was purged in another window", "about nobody")
		d.keys("ctrl+s")
		d.sees("Kept.")
		d.seesNot("Priya")
	})
	t.Run("a review", func(t *testing.T) {
		d := newDesk(t)
		d.kept("Priya N.", journal.RoleMentor, "talk")
		d.open(NewReview(d.root.env, d.sessions()[0].RelationshipID, 0))
		d.types("a review")
		d.purges(true, "Priya")
		d.sees("Whom this review is about was purged in another window", "first page as a note")
		d.keys("ctrl+s")
		d.sees("so it is no review")
		d.keys("esc", "g")
		d.sees("NOT KEPT YET", "a review")
	})
	t.Run("a draft that was set aside there", func(t *testing.T) {
		d := newDesk(t)
		d.keys("n")
		d.types("Ada L.:half a thought")
		draft := d.oneDraft("half a thought")
		if err := d.store().SetDraftAside(ctx, draft.ID); err != nil {
			t.Fatal(err)
		}
		d.destroys(true)
		d.sees("This draft was purged in another window; it is saved again")
		d.oneDraft("half a thought")
	})
}

// TestDeletedWhileTyped deletes in another window what words are written about here.
func TestDeletedWhileTyped(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	d.kept("Priya N.", journal.RoleMentor, "talk")
	d.keys("n")
	d.types("Priya\nhalf a thought")
	p, err := d.store().FindPerson(ctx, "Priya")
	if err != nil {
		t.Fatal(err)
	}
	if err := d.store().DeletePerson(ctx, p.ID); err != nil {
		t.Fatal(err)
	}
	d.settle(d.root.reload())
	d.sees("was deleted in another window", "ctrl+f puts the words in a file")
	d.keys("ctrl+s")
	d.sees("Priya N. was deleted meanwhile, so nothing was kept", "half a thought")
	d.types("s")
	d.oneDraft("half a thoughts")
	d.keys("esc")
	d.sees("half a thoughts")
}
