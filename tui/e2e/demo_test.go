//go:build unix

package e2e

import (
	"syscall"
	"testing"
)

// TestDemo looks around the made-up journal and goes back to an own one that is as empty as before.
func TestDemo(t *testing.T) {
	t.Run("from the welcome page", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		p := h.Opens()
		p.Sees("look around").
			Press("d").Sees("made up, nothing is kept", "TO FOLLOW UP", "PEOPLE").
			Press("x").Sees("Done: ").Press("enter").Sees("Done. u takes it back.").
			Press("P").Sees("People").
			Press("q").Sees("Back in your own journal.", "A journal for your mentoring").
			Press("q").Ends().Well()
		ownIsEmpty(t, h)
	})
	t.Run("a note in it is nowhere", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		p := h.Opens()
		p.Press("d").Sees("made up, nothing is kept", "PEOPLE").
			Press("n").Sees("Who did you talk with?").
			Types("Nobody Atall").Sees("new", "enter begin").
			Press("enter").Sees("Nobody Atall · I mentor").
			Types("words of no journal").Sees("words of no journal").
			Press("ctrl+c").Sees("Back in your own journal.", "A journal for your mentoring").
			Press("n").Sees("Who did you talk with?").
			Press("esc").SeesNot("Who did you talk with?").
			Press("q").Ends().Well()
		ownIsEmpty(t, h)
	})
	t.Run("ended from outside", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		h.Opens().Press("d").Sees("made up, nothing is kept").
			Signals(syscall.SIGTERM).Ends().Well()
		ownIsEmpty(t, h)
	})
	t.Run("the verb", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		h.Opens("demo").Sees("made up, nothing is kept", "TO FOLLOW UP").
			Press("q").Ends().Well()
		ownIsEmpty(t, h)
	})
	t.Run("the verb ended from outside", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		h.Opens("demo").Sees("made up, nothing is kept", "TO FOLLOW UP").
			Signals(syscall.SIGHUP).Ends().Tidily()
		ownIsEmpty(t, h)
	})
}

// ownIsEmpty requires that the person's own journal holds nobody, and that nothing lies about.
func ownIsEmpty(t *testing.T, h *home) {
	t.Helper()
	var people []personShape
	h.Asks(&people, "people")
	if len(people) != 0 {
		t.Errorf("the own journal has %+v", people)
	}
	if left := h.Files(); len(left) != 0 {
		t.Errorf("files are left behind: %q", left)
	}
}
