//go:build unix

package e2e

import "testing"

// TestResize drags the window about while a note is being written.
func TestResize(t *testing.T) {
	const words = "She asked what a good week looks like."
	t.Run("storm", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		p := h.Opens()
		p.BeginsNote("Sam T.").Types(words).Sees(words)
		for range 5 {
			for _, s := range [][2]int{{1, 1}, {20, 5}, {300, 100}, {2, 60}, {200, 1}, {40, 10}, {39, 9}, {110, 30}, {80, 24}} {
				p.Resizes(s[0], s[1])
			}
		}
		p.Sees(words, "Sam T. · I mentor", "ctrl+s keep").
			Types(" I had no answer.").Sees("I had no answer.").
			Press("ctrl+s").Sees("Kept.").
			Press("q").Ends().Well()
		var show showShape
		h.Asks(&show, "show", "Sam")
		if len(show.Sessions) != 1 || show.Sessions[0].Note != words+" I had no answer." {
			t.Errorf("show: %+v", show)
		}
	})
	t.Run("every size is drawn", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		p := h.Opens()
		p.BeginsNote("Sam T.").Types(words).Sees(words)
		p.Resizes(20, 5).Sees("This window is too").
			Resizes(300, 100).Sees(words, "LINES THAT LIFT").
			Resizes(1, 1).SeesNot(words).
			Resizes(40, 10).Sees("She asked what a good", "like.").
			Resizes(39, 10).Sees("too small").
			Resizes(40, 9).Sees("too small").
			Resizes(110, 30).Sees(words, "LINES THAT LIFT").
			Resizes(80, 24).Sees(words).SeesNot("LINES THAT LIFT")
		h.HoldsDraft(words)
		p.Resizes(1, 1).Press("ctrl+c").Ends().Well()
		hasDraft(t, h, words)
	})
	t.Run("opened too small", func(t *testing.T) {
		t.Parallel()
		p := newHome(t).OpensIn(window{width: 20, height: 5})
		p.Sees("This window is too").
			Resizes(80, 24).Sees("A journal for your mentoring").
			Press("q").Ends().Well()
	})
}
