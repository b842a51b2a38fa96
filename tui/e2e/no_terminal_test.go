//go:build unix

package e2e

import (
	"strings"
	"testing"
)

// TestNoTerminal starts the full-screen journal where nobody could see it, or type.
func TestNoTerminal(t *testing.T) {
	for _, args := range [][]string{{}, {"demo"}} {
		t.Run(strings.Join(append([]string{"bothways"}, args...), " "), func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			got := h.Runs("", args...)
			if got.status != 2 || got.out != "" || !strings.Contains(got.err, "needs a terminal") || !strings.Contains(got.err, "write, prepare, people, show, actions") {
				t.Errorf("it answers %+v", got)
			}
			if left := h.Files(); len(left) != 0 {
				t.Errorf("files are left behind: %q", left)
			}
		})
	}
	for _, c := range []struct{ name, line string }{
		{"nothing to read", `"$BIN" </dev/null`},
		{"into a pipe", `("$BIN"; echo "status $?") | cat`},
		{"neither", `("$BIN" </dev/null; echo "status $?") | cat`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p := newHome(t).OpensShell()
			p.Types(c.line+"; echo \"then $?\"\n").Sees("needs a terminal", "ready>")
			if strings.Contains(c.line, "status") {
				p.Sees("status 2")
			} else {
				p.Sees("then 2")
			}
			if strings.Contains(p.written(), "\x1b[?1049h") {
				t.Error("the other screen was opened all the same")
			}
			p.Types("exit\n").Ends()
		})
	}
}
