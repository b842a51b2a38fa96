package editor

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestHide(t *testing.T) {
	const text = "Priya came\npriv: she leaves 会議 é\nend"
	hide := func(line string, here bool) []Span {
		switch {
		case strings.HasPrefix(line, "priv:") && !here:
			return []Span{{From: 5, To: len(line)}}
		case strings.HasPrefix(line, "Priya"):
			return []Span{{From: 1, To: 5}}
		}
		return nil
	}
	e := New(Options{Measure: 40})
	e.SetText(text, 0)
	for at := 0; at <= len(text); at++ {
		e.SetCursor(at)
		open, cur := e.Render(40, 6, Styles{})
		shut, hiddenCur := e.Render(40, 6, Styles{Hide: hide})
		if *cur != *hiddenCur {
			t.Fatalf("at %d the cursor is at %v, with something hidden at %v", at, cur, hiddenCur)
		}
		was, is := strings.Split(open, "\n"), strings.Split(shut, "\n")
		for i := range was {
			if ansi.StringWidth(was[i]) != ansi.StringWidth(is[i]) {
				t.Fatalf("%q became %q", was[i], is[i])
			}
		}
		if is[0] != "P···· came" {
			t.Fatalf("the name is drawn as %q", is[0])
		}
		want := "priv: ··· ······ ···· ·"
		if e.CursorLine() == 1 {
			want = "priv: she leaves 会議 é"
		}
		if is[1] != want {
			t.Fatalf("at %d what was told in confidence is drawn as %q", at, is[1])
		}
	}
	if e.Text() != text {
		t.Errorf("the text is now %q", e.Text())
	}
}
