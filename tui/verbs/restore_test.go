package verbs_test

import (
	"strings"
	"testing"
)

// TestRestoreSaysFirst says what is in the way before it asks, or asks for a flag, in vain.
func TestRestoreSaysFirst(t *testing.T) {
	t.Run("no such backup, in a pipe", func(t *testing.T) {
		b := newBench(t)
		b.keep("We talked.", "Sam T.", "--role", "mentee")
		b.env.StdinTerminal = false
		for _, word := range []string{"nonsense", "99"} {
			b.run(1, "restore", word)
			if said := b.errs.String(); !strings.Contains(said, "There is no backup “"+word+"”") || strings.Contains(said, "--yes") {
				t.Errorf("%s: it says %q", word, said)
			}
		}
		b.run(2, "restore", "1")
		if said := b.errs.String(); !strings.Contains(said, "needs --yes") {
			t.Errorf("it says %q", said)
		}
	})
	t.Run("a window is open", func(t *testing.T) {
		b := newBench(t)
		b.keep("We talked.", "Sam T.", "--role", "mentee")
		b.open()
		b.env.Stdin = strings.NewReader("y\n")
		b.run(1, "restore", "1")
		if out, said := b.out.String(), b.errs.String(); out != "" || !strings.Contains(said, "open in another window, so nothing was changed. Quit it there (q) and try again.") {
			t.Errorf("it shows %q and says %q", out, said)
		}
	})
}
