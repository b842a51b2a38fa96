package tui

import (
	"context"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
)

// begins presses ctrl+s without waiting for what comes of it; ends takes that in.
func (d *desk) begins() (ends func()) {
	d.still = true
	_, cmd := d.root.Update(keyPress("ctrl+s"))
	return func() {
		d.still = false
		d.settle(cmd)
	}
}

// takesLong lets the time go by after which it is said that words are being kept.
func (d *desk) takesLong(nth int) { d.send(keepSlow{d.root.top().ID(), nth}) }

// keptAndWaiting are the words kept, newest first, and those that wait.
func (d *desk) keptAndWaiting(kept, waiting []string) {
	d.t.Helper()
	var notes []string
	for _, s := range d.sessions() {
		notes = append(notes, s.Note)
	}
	if drafts := d.drafts(); !slices.Equal(notes, kept) || !slices.Equal(drafts, waiting) {
		d.t.Errorf("kept %q, and %q waits; want %q and %q", notes, drafts, kept, waiting)
	}
}

func TestKeepSlow(t *testing.T) {
	const taken, more = "Your words are being kept", "What you typed since is not kept yet"
	begin := func(t *testing.T) (*desk, func()) {
		d := newDesk(t)
		d.keys("n")
		d.types("Sam:words")
		return d, d.begins()
	}
	t.Run("words typed meanwhile are a draft of an edit", func(t *testing.T) {
		d, ends := begin(t)
		d.takesLong(1)
		d.sees(taken)
		d.types(" ud\nq")
		d.send(tea.PasteMsg{Content: " pasted"})
		d.sees(taken, "words ud", "q pasted")
		ends()
		d.sees(more, "editing a kept note", "q pasted")
		d.keptAndWaiting([]string{"words"}, []string{"words ud\nq pasted"})
		d.types("!")
		d.keys("ctrl+s")
		d.sees("Kept")
		d.keptAndWaiting([]string{"words ud\nq pasted!"}, nil)
		d.keys("u")
		d.keptAndWaiting([]string{"words"}, []string{"words ud\nq pasted!"})
	})
	t.Run("and those typed before anything is said", func(t *testing.T) {
		d, ends := begin(t)
		d.types("ud")
		d.takesLong(1)
		d.sees("wordsud", taken)
		ends()
		d.sees(more)
		d.keptAndWaiting([]string{"words"}, []string{"wordsud"})
	})
	t.Run("leaving has its turn", func(t *testing.T) {
		d, ends := begin(t)
		d.takesLong(1)
		d.types("!")
		d.keys("esc")
		d.send(tea.KeyPressMsg{Code: tea.KeyF1})
		d.seesNot("What can be done here") // the help does not overtake it
		ends()
		d.sees("What can be done here")
		d.keys("esc")
		d.sees("NOT KEPT YET")
		d.keptAndWaiting([]string{"words"}, []string{"words!"})
	})
	t.Run("keeping again has its turn where there is more", func(t *testing.T) {
		d, ends := begin(t)
		d.takesLong(1)
		d.keys("ctrl+s") // of the same words: it would be one of the page that follows
		d.types("!")
		d.keys("ctrl+s")
		ends()
		d.keptAndWaiting([]string{"words!"}, nil)
	})
	t.Run("other commands come too early", func(t *testing.T) {
		d, ends := begin(t)
		d.takesLong(1)
		d.keys("ctrl+o", "ctrl+k")
		d.sees("works again once they are")
		ends()
		d.sees("Kept.", "TO FOLLOW UP")
	})
	t.Run("words typed over the help are words", func(t *testing.T) {
		d, ends := begin(t)
		d.takesLong(1)
		d.send(tea.KeyPressMsg{Code: tea.KeyF1})
		d.sees("What can be done here")
		d.keys("down", "enter")
		d.sees("What can be done here", "works again once they are")
		d.types("ud")
		d.seesNot("What can be done here")
		d.sees("wordsud")
		ends()
		d.keptAndWaiting([]string{"words"}, []string{"wordsud"})
	})
	t.Run("taken back again", func(t *testing.T) {
		d, ends := begin(t)
		d.takesLong(1)
		d.types("!")
		d.keys("backspace")
		ends()
		d.seesNot(more, "editing")
		d.keptAndWaiting([]string{"words"}, nil)
	})
	t.Run("the end comes before the answer", func(t *testing.T) {
		d, _ := begin(t)
		d.types(" and more") // they wait for their turn
		if err := d.root.Flush(context.Background()); err != nil {
			t.Fatal(err)
		}
		d.keptAndWaiting([]string{"words"}, []string{"words and more"})
		if w, err := d.store().Drafts(context.Background(), 1); err != nil || w[0].SessionID != d.sessions()[0].ID {
			t.Errorf("the draft is of no edit: %+v, %v", w, err)
		}
	})
	t.Run("a save of the draft that is answered late", func(t *testing.T) {
		d := newDesk(t)
		d.keys("n")
		d.types("Sam:words")
		page := d.root.top().(*WriteScreen)
		d.still = true
		d.types("!")
		save := page.save()
		ends := d.begins()
		d.takesLong(1)
		d.types("?")
		ends()
		d.settle(save)
		d.types("!")
		d.send(draftDue{page.ID()})
		d.keptAndWaiting([]string{"words!"}, []string{"words!?!"})
	})
}

// TestKeepSlowNumbered begins a keep after one that failed: what is said of the first is not said of it.
func TestKeepSlowNumbered(t *testing.T) {
	d := newDesk(t)
	d.keys("n")
	d.types("Sam:words")
	ctx := d.root.env.Ctx
	d.broken()
	d.keys("ctrl+s")
	d.root.env.Ctx = ctx
	ends := d.begins()
	d.takesLong(1)
	d.seesNot("being kept")
	d.takesLong(2)
	d.sees("being kept")
	ends()
	d.sees("Kept.")
	d.seesNot("being kept")
}

// TestKeepSlowSaid lets the words be kept at the moment in which it is said that it takes long.
func TestKeepSlowSaid(t *testing.T) {
	d := newDesk(t)
	d.keys("n")
	d.types("Sam:words")
	ends := d.begins()
	_, late := d.root.Update(keepSlow{d.root.top().ID(), 1})
	ends()
	d.settle(late)
	d.sees("Kept.")
	d.seesNot("being kept")
}

// TestKeepAhead types on in the moment that keeping takes: the letters are for the page that follows,
// but none of them undoes what was kept, and a paste is of the text.
func TestKeepAhead(t *testing.T) {
	begin := func(t *testing.T) (*desk, func()) {
		d := newDesk(t)
		d.keys("n")
		d.types("Sam:words")
		return d, d.begins()
	}
	t.Run("the next note", func(t *testing.T) {
		d, ends := begin(t)
		d.types("nTom:hello")
		ends()
		d.sees("Tom · I mentor", "hello")
		d.keptAndWaiting([]string{"words"}, []string{"hello"})
	})
	t.Run("undo", func(t *testing.T) {
		d, ends := begin(t)
		d.types("u")
		ends()
		d.sees("so nothing was undone")
		d.keptAndWaiting([]string{"words"}, nil)
		d.types("u")
		d.sees("Undone")
		d.keptAndWaiting(nil, []string{"words"})
	})
	t.Run("paste", func(t *testing.T) {
		d, ends := begin(t)
		d.send(tea.PasteMsg{Content: " pasted"})
		ends()
		d.sees("not kept yet", "words pasted")
		d.keptAndWaiting([]string{"words"}, []string{"words pasted"})
		d.types("!")
		d.keptAndWaiting([]string{"words"}, []string{"words pasted!"})
	})
}

// TestKeepSlowElsewhere types on while an answer and a review are kept.
func TestKeepSlowElsewhere(t *testing.T) {
	t.Run("answer", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewAnswer(d.root.env, AnswerStart{}))
		d.types("words")
		ends := d.begins()
		d.takesLong(1)
		d.types(" ud")
		ends()
		d.sees("not kept yet", "words ud")
		waiting, err := d.store().Drafts(context.Background(), 5)
		if err != nil || len(waiting) != 1 || waiting[0].Text != "words ud" || waiting[0].ReflectionID == 0 || waiting[0].At.IsZero() {
			t.Fatalf("%+v, %v", waiting, err)
		}
		d.keys("ctrl+s")
		kept, err := d.store().Reflection(context.Background(), waiting[0].ReflectionID)
		if err != nil || kept.Text != "words ud" || len(d.drafts()) != 0 {
			t.Errorf("%+v, %v, drafts %q", kept, err, d.drafts())
		}
	})
	t.Run("review", func(t *testing.T) {
		d := newDesk(t)
		k := d.kept("Sam", journal.RoleMentor, "first")
		d.open(NewReview(d.root.env, k.Session.RelationshipID, 0))
		d.types("words")
		d.keys("ctrl+s")
		d.sees("What was decided?")
		d.still = true
		_, cmd := d.root.Update(keyPress("ctrl+s"))
		for d.root.overlay() != nil {
			_, cmd = d.root.Update(cmd())
		}
		d.takesLong(1)
		d.types(" ud")
		d.still = false
		d.settle(cmd)
		d.sees("not kept yet", "words ud")
		d.keys("ctrl+s")
		d.sees("What was decided?")
		d.keys("ctrl+s")
		reviews, err := d.store().Reviews(context.Background(), k.Session.RelationshipID)
		if err != nil || len(reviews) != 1 || reviews[0].Text != "words ud" || len(d.drafts()) != 0 {
			t.Errorf("%+v, %v, drafts %q", reviews, err, d.drafts())
		}
	})
}
