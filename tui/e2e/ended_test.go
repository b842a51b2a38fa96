//go:build unix

package e2e

import (
	"slices"
	"syscall"
	"testing"
)

// TestEnded ends the program a moment after words were typed, before they can be known to be in
// the file, in every way that leaves it a moment of its own.
func TestEnded(t *testing.T) {
	const words = "She wants to say no more often"
	for _, end := range []struct {
		name string
		by   func(*person)
	}{
		{"INT", func(p *person) { p.Sees("more often").Signals(syscall.SIGINT) }},
		{"TERM", func(p *person) { p.Sees("more often").Signals(syscall.SIGTERM) }},
		{"HUP", func(p *person) { p.Sees("more often").Signals(syscall.SIGHUP) }},
		{"ctrl+c", func(p *person) { p.Press("ctrl+c") }},
		{"q", func(p *person) { p.Press("esc").Sees("NOT KEPT YET").Press("q") }},
	} {
		t.Run(end.name, func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			p := h.Opens()
			p.BeginsNote("Priya N.").Types(words)
			end.by(p)
			p.Ends().Well()
			hasDraft(t, h, words)
		})
	}
	t.Run("window closed", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		p := h.Opens()
		p.BeginsNote("Priya N.").Types(words).Sees("more often")
		p.closeSlave()
		p.closeMaster()
		if !eventually(func() bool { return !p.running() }) {
			p.fail("the program goes on in a window that is closed")
		}
		hasDraft(t, h, words)
	})
	t.Run("window closed on the first page", func(t *testing.T) {
		t.Parallel()
		p := newHome(t).Opens()
		p.Sees("A journal for your mentoring")
		p.closeSlave()
		p.closeMaster()
		if !eventually(func() bool { return !p.running() }) {
			p.fail("the program goes on in a window that is closed")
		}
	})
	t.Run("TERM in the middle of a burst", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		p := h.Opens()
		p.BeginsNote("Priya N.").Types(words).Sees("more often")
		p.Types(" and mean it, every time it is asked of her").Signals(syscall.SIGTERM)
		p.Ends().Well()
		drafts := h.Drafts()
		if len(drafts) != 1 || len(drafts[0]) < len(words) || drafts[0][:len(words)] != words {
			t.Errorf("the file has %q", drafts)
		}
	})
	t.Run("a question over the note", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		p := h.Opens()
		p.BeginsNote("Priya N.").Types(words).
			Press("ctrl+k").Sees("Commands").Signals(syscall.SIGTERM).Ends().Well()
		hasDraft(t, h, words)
	})
}

// hasDraft requires that exactly these words wait in the file.
func hasDraft(t *testing.T, h *home, words string) {
	t.Helper()
	if drafts := h.Drafts(); !slices.Equal(drafts, []string{words}) {
		t.Errorf("the file has the drafts %q, want only %q", drafts, words)
	}
	h.Opens().Sees("NOT KEPT YET").Press("enter").Sees(words).Press("ctrl+c").Ends().Well()
}
