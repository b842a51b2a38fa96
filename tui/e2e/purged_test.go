//go:build unix

package e2e

import (
	"os"
	"strings"
	"testing"
)

// TestPurgedElsewhere destroys somebody while a note about them is typed in another window: what is
// typed is not lost, and names nobody.
func TestPurgedElsewhere(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.Keeps("hushhush words\n", "Priya N.", "--role", "mentor")
	h.Keeps("other words\n", "Sam T.", "--role", "mentee")
	here := h.Opens().Sees("Priya N.").Press("n").Sees("Who did you talk with?").Types("Priya").Sees("Priya N.").Press("enter").Sees("ctrl+s keep").Types("typed here")
	h.HoldsDraft("typed here")
	h.Opens().Sees("Sam T.").Press("P").Sees("Priya N.").Press("D").Sees("Delete").Press("y").SeesNot("Priya N.  ").Press("q").Ends().Well()
	if said := h.Runs("", "purge", "--with", "priya", "--yes"); said.status != 0 || !strings.Contains(said.out, "1 draft of them was not kept yet, last written at ") {
		t.Fatalf("purge: %+v", said)
	}
	here.Sees("was purged in another window", "typed here").Types(" and more").Sees("typed here and more")
	h.HoldsDraft("typed here and more")
	here.Press("ctrl+s").Sees("Who was this with?").Types("Sam").Sees("Sam T.").Press("enter").Sees("Kept.").Press("q").Ends().Well()
	var show showShape
	h.Asks(&show, "show", "Sam")
	if len(show.Sessions) != 2 || show.Sessions[0].Note != "typed here and more" {
		t.Errorf("show: %+v", show)
	}
	b, err := os.ReadFile(h.Journal())
	if err != nil || strings.Contains(string(b), "hushhush") || strings.Contains(string(b), "Priya") {
		t.Errorf("what was purged is in the file: %v", err)
	}
}
