//go:build unix

package e2e

import (
	"os/exec"
	"path/filepath"
	"testing"
)

// OpensShell opens a window with a shell in it that knows jobs, as people have. Only under one can
// a program be suspended: the first program of a session has nobody to wake it.
func (h *home) OpensShell() *person {
	h.t.Helper()
	c := exec.Command("/bin/sh", "-i")
	c.Env, c.Dir = append(h.environ(), "PS1=ready> ", "BIN="+program()), filepath.Join(h.dir, "home")
	p := &person{openTerminal(h.t, c, window{width: 80, height: 24})}
	return p.Sees("ready>")
}

// TestSuspend gives the terminal back to the shell for a while.
func TestSuspend(t *testing.T) {
	t.Run("first page", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		p := h.OpensShell()
		p.Types("\"$BIN\"\n").Sees("A journal for your mentoring").
			Press("ctrl+z").SeesNot("A journal for your mentoring").Sees("ready>").
			Types("echo back in the sh\"\"ell\n").Sees("back in the shell").
			Types("fg\n").Sees("A journal for your mentoring").
			Press("q").SeesNot("A journal for your mentoring").
			Types("echo sta\"\"tus $?\n").Sees("status 0").
			Types("exit\n").Ends().Tidily()
	})
	t.Run("inside a note", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		p := h.OpensShell()
		p.Types("\"$BIN\"\n").BeginsNote("Sam T.").
			Types("one two").Sees("one two").
			Press("ctrl+z").SeesNot("one two").Sees("Sam T. · I mentor"). // there it undoes
			Press("ctrl+y").Sees("one two")
		p.Types(" three").
			Press("ctrl+k").Sees("Commands").Types("suspend").Sees("back to the shell").
			Press("enter").SeesNot("one two three").Sees("ready>")
		hasDraftNow(t, h, "one two three")
		p.Types("fg\n").Sees("one two three").
			Types(" four").Sees("four").
			Press("ctrl+s").Sees("Kept.").
			Press("q").SeesNot("Kept.").
			Types("exit\n").Ends().Tidily()
		var show showShape
		h.Asks(&show, "show", "Sam")
		if len(show.Sessions) != 1 || show.Sessions[0].Note != "one two three four" {
			t.Errorf("show: %+v", show)
		}
	})
}

// hasDraftNow requires that exactly these words are in the file already.
func hasDraftNow(t *testing.T, h *home, words string) {
	t.Helper()
	if drafts := h.Drafts(); len(drafts) != 1 || drafts[0] != words {
		t.Errorf("the file has the drafts %q, want %q", drafts, words)
	}
}
