//go:build unix

package e2e

import (
	"strings"
	"testing"
)

// TestResizeTyping drags the window a hundred times, and types a letter in each size it comes by,
// also in those no page fits in.
func TestResizeTyping(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	p := h.Opens()
	p.BeginsNote("Sam T.")
	var words strings.Builder
	for i := range 100 {
		p.Resizes(1+(i*37)%160, 1+(i*13)%50)
		letter := string(rune('a' + i%26))
		if i%7 == 6 {
			letter = " "
		}
		words.WriteString(letter)
		p.Types(letter)
	}
	words.WriteString(".")
	p.Resizes(200, 50).Types(".").Sees("Sam T. · I mentor", words.String()[80:])
	h.HoldsDraft(words.String())
	p.Press("ctrl+s").Sees("Kept.").Press("q").Ends().Well()
	var show showShape
	h.Asks(&show, "show", "Sam")
	if len(show.Sessions) != 1 || show.Sessions[0].Note != words.String() {
		t.Errorf("show: %+v", show)
	}
}
