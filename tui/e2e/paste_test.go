//go:build unix

package e2e

import "testing"

// TestPaste brings in a text of several lines at once: it is one step to undo, no line of it acts
// as a key, and every character of it stays.
func TestPaste(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	p := h.Opens()
	p.BeginsNote("Ines K.").Types("before ").Sees("before")
	const pasted = "first line\r\tset in, 会議 and 日本語\r\n- [ ] not a list\nq n ? :\tlast é"
	p.Pastes(pasted).Sees("first line", "会議 and 日本語", "q n ? :", "1 action").
		Press("ctrl+z").SeesNot("first line", "日本語", "q n ?").Sees("before").
		Press("ctrl+y").Sees("first line", "日本語").
		Press("ctrl+s").Sees("Kept").
		Press("q").Ends().Well()

	const want = "before first line\n\tset in, 会議 and 日本語\n- [ ] not a list\nq n ? :\tlast é"
	var show showShape
	h.Asks(&show, "show", "Ines")
	if len(show.Sessions) != 1 || show.Sessions[0].Note != want {
		t.Errorf("the note is %+v, want %q", show.Sessions, want)
	}
}
