//go:build unix

package e2e

import (
	"slices"
	"testing"
)

// TestTogether opens one journal in two windows, and writes to it by a pipe besides.
func TestTogether(t *testing.T) {
	t.Run("each sees what the other wrote", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		h.Keeps("We began.\n", "Priya N.", "--role", "mentor")
		a, b := h.Opens(), h.Opens()
		a.Sees("PEOPLE", "Priya N.", "Nothing is waiting.")
		b.Sees("PEOPLE", "Priya N.", "Nothing is waiting.")

		a.BeginsNote("Tom B.").Types("- [ ] call him fri").Press("ctrl+s").Sees("Kept", "call him", "· Fri")
		b.Press("g").Sees("call him", "❯  · Fri", "Tom B.").
			Press("x").Sees("Done: call him").Press("enter").Sees("Done.", "Nothing is waiting.")
		a.Press("g").Sees("Nothing is waiting.").
			Press("u").Sees("Undone: action done: call him", "· Fri")
		h.Keeps("- [ ] by way of a pipe fri\n", "Priya")
		b.Press("g").Sees("call him", "by way of a pipe")
		a.Press("g").Sees("call him", "by way of a pipe").Press("q").Ends().Well()
		b.Press("q").Ends().Well()
	})
	t.Run("both write at once", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		h.Keeps("We began.\n", "Priya N.", "--role", "mentor")
		a, b := h.Opens(), h.Opens()
		a.BeginsNote("Ada K.")
		b.BeginsNote("Bo L.")
		for range 8 {
			a.Types("left ")
			b.Types("right ")
			h.Keeps("meanwhile\n", "Priya")
		}
		const left, right = "left left left left left left left left ", "right right right right right right right right "
		h.HoldsDraft(left)
		h.HoldsDraft(right)
		drafts := h.Drafts()
		slices.Sort(drafts)
		if !slices.Equal(drafts, []string{left, right}) {
			t.Errorf("the file has the drafts %q", drafts)
		}
		a.Press("ctrl+s").Sees("Kept.")
		b.Press("ctrl+s").Sees("Kept.").Press("q").Ends().Well()
		a.Press("q").Ends().Well()
		var people []personShape
		h.Asks(&people, "people")
		if len(people) != 3 {
			t.Errorf("people: %+v", people)
		}
		var show showShape
		h.Asks(&show, "show", "Priya")
		if len(show.Sessions) != 9 {
			t.Errorf("of Priya there are %d conversations, want 9", len(show.Sessions))
		}
	})
	t.Run("the same draft in two windows", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		h.Opens().BeginsNote("Priya N.").Types("begun").Press("esc").Sees("NOT KEPT YET").Press("q").Ends().Well()
		a, b := h.Opens(), h.Opens()
		a.Sees("NOT KEPT YET").Press("enter").Sees("Priya N. · I mentor", "begun")
		b.Sees("NOT KEPT YET").Press("enter").Sees("Priya N. · I mentor", "begun")
		a.Press("ctrl+end").Types(" on the left").Press("ctrl+s").Sees("Kept.")
		b.Press("ctrl+end").Types(" on the right")
		h.HoldsDraft("begun on the right") // not lost, though the draft it came from was kept elsewhere
		b.Press("ctrl+c").Ends().Well()
		a.Press("q").Ends().Well()
		var show showShape
		h.Asks(&show, "show", "Priya")
		if len(show.Sessions) != 1 || show.Sessions[0].Note != "begun on the left" {
			t.Errorf("show: %+v", show)
		}
	})
}

// TestSameNote edits one note in two windows at once. Neither wording is lost, and the one who keeps
// last is told.
func TestSameNote(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.Keeps("We began.\n", "Priya N.", "--role", "mentor")
	a, b := h.Opens(), h.Opens()
	for _, p := range []*person{a, b} {
		p.relationship("Priya").Press("enter").Sees("e edit").Press("e").Sees("ctrl+s keep", "We began.")
	}
	a.Press("ctrl+end").Types("On the left.").Press("ctrl+s").Sees("Kept.")
	b.Press("ctrl+end").Types("On the right.").Press("ctrl+s").Sees("changed elsewhere while you wrote")
	var show showShape
	h.Asks(&show, "show", "Priya")
	if note := show.Sessions[0].Note; len(show.Sessions) != 1 || note != "We began.\nOn the right." {
		t.Errorf("the note is %q", note)
	}
	b.Press("u").Sees("Undone").Press("ctrl+c").Ends().Well()
	show = showShape{}
	h.Asks(&show, "show", "Priya")
	if note := show.Sessions[0].Note; note != "We began.\nOn the left." {
		t.Errorf("the note is %q after the undo", note)
	}
	a.Press("ctrl+c").Ends().Well()
}
