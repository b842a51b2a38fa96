//go:build unix

package e2e

import "testing"

// TestMute opens the program in a terminal that answers none of its questions.
func TestMute(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	p := h.OpensIn(window{width: 80, height: 24, mute: true})
	p.BeginsNote("Ines K.").Types("We drew the whole plan on one page.").Sees("one page.").
		Press("ctrl+s").Sees("Kept.", "Ines K.").
		Press("q").Ends().Well()
	var show showShape
	h.Asks(&show, "show", "Ines")
	if len(show.Sessions) != 1 || show.Sessions[0].Note != "We drew the whole plan on one page." {
		t.Errorf("show: %+v", show)
	}
}
