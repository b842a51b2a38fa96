//go:build unix

package e2e

import (
	"slices"
	"testing"
)

// TestClockSetBack goes on with a draft after the clock of the machine was set back, as happens
// when it finds out that it was fast. The words typed since are the newer ones all the same.
func TestClockSetBack(t *testing.T) {
	for _, c := range []struct{ name, to string }{{"by an hour", "13:30:00"}, {"by a few seconds", "14:29:55"}} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			h.Opens().BeginsNote("Sam T.").Types("half a thought").Press("esc").Sees("NOT KEPT YET").Press("q").Ends().Well()
			p := h.At(c.to).Opens()
			p.Sees("NOT KEPT YET").Press("enter").Sees("Sam T. · I mentor", "half a thought").
				Types(", and the rest").Sees("and the rest", "draft k").
				Press("ctrl+c").Ends().Well()
			if drafts := h.Drafts(); !slices.Equal(drafts, []string{"half a thought, and the rest"}) {
				t.Errorf("the file has %q", drafts)
			}
		})
	}
}
