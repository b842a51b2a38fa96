//go:build unix

package e2e

import (
	"fmt"
	"strings"
	"syscall"
	"testing"
)

// TestKilled ends the program in the middle of typing, in the way nothing can prepare for.
func TestKilled(t *testing.T) {
	t.Run("offered again", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		p := h.Opens()
		p.BeginsNote("Priya N.").Types("We talked about what a chair is for.")
		h.HoldsDraft("what a chair is for.")
		p.Types(" And then she sa").Signals(syscall.SIGKILL).Ends()

		p = h.Opens()
		p.Sees("NOT KEPT YET", "Priya", "We talked about").
			Press("enter").Sees("Priya N. · I mentor", "We talked about what a chair is for.").
			Types(" She laughed.").Press("ctrl+s").Sees("Kept.").SeesNot("NOT KEPT YET").
			Press("q").Ends().Well()
		var show showShape
		h.Asks(&show, "show", "Priya")
		if len(show.Sessions) != 1 {
			t.Fatalf("show: %+v", show)
		}
		note := show.Sessions[0].Note
		if !strings.HasPrefix(note, "We talked about what a chair is for.") || !strings.HasSuffix(note, " She laughed.") {
			t.Errorf("the note is %q", note)
		}
	})
	t.Run("again and again", func(t *testing.T) {
		t.Parallel()
		const rounds = 20
		h := newHome(t)
		told := ""
		for round := range rounds {
			p := h.At(fmt.Sprintf("15:%02d", round)).Opens()
			if round == 0 {
				p.BeginsNote("Sam T.")
			} else {
				p.Sees("NOT KEPT YET").Press("enter").Sees("Sam T. · I mentor", fmt.Sprintf("round %d,", round-1))
				p.Press("ctrl+end")
			}
			word := fmt.Sprintf("round %d, ", round)
			p.Types(word)
			h.HoldsDraft(told + word)
			told += word
			if round%2 == 1 { // it may just as well hit a save of something newer
				p.Types("x")
				p.Press("backspace")
			}
			p.Signals(syscall.SIGKILL).Ends()
			drafts := h.Drafts()
			if len(drafts) != 1 || strings.TrimSuffix(drafts[0], "x") != told {
				t.Fatalf("after round %d the file has %q; typed and acknowledged was %q", round, drafts, told)
			}
			told = drafts[0]
		}
		h.At("16:00").Opens().Sees("NOT KEPT YET").Press("enter").Sees("round 0,", fmt.Sprintf("round %d,", rounds-1)).
			Press("ctrl+c").Ends().Well()
	})
}
