package tui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/tui/theme"
)

// lineKeys presses keys on a line.
func lineKeys(l *line, names ...string) {
	for _, n := range names {
		l.Update(keyPress(n))
	}
}

func TestLine(t *testing.T) {
	th := theme.New(true)
	t.Run("text that steers a terminal is kept and not drawn", func(t *testing.T) {
		const hostile = "a\u202eb\x1b[31mc\u009bd\xffe"
		l := newLine("")
		l.Update(tea.PasteMsg{Content: hostile})
		if got := l.Value(); got != hostile {
			t.Errorf("it holds %q", got)
		}
		row, _ := l.Render(40, th)
		if plain := ansi.Strip(row); strings.ContainsAny(plain, "\u202e\u009b\x1b") || plain != "a·b^[[31mc·d\ufffde" {
			t.Errorf("it draws %q", row)
		}
		if strings.Contains(row, "\x1b[31m") {
			t.Errorf("the terminal is told %q", row)
		}
	})
	t.Run("a character is taken back whole", func(t *testing.T) {
		for _, c := range []string{"👩‍👩‍👧", "e\u0301", "🇬🇧", "日"} {
			l := newLine("")
			l.SetValue("a" + c)
			lineKeys(&l, "backspace")
			if got := l.Value(); got != "a" {
				t.Errorf("of %q is left %q", "a"+c, got)
			}
		}
	})
	t.Run("what was pasted is one line and whole", func(t *testing.T) {
		l := newLine("")
		l.Update(tea.PasteMsg{Content: "one\r\n\ttwo\nthree\n"})
		if got := l.Value(); got != "one \ttwo three" {
			t.Errorf("it holds %q", got)
		}
		long := strings.Repeat("word ", 2*maxTyped)
		l.SetValue("")
		l.Update(tea.PasteMsg{Content: long})
		if got := l.Value(); got != long {
			t.Errorf("of %d bytes it holds %d", len(long), len(got))
		}
	})
	t.Run("what was copied elsewhere is one line too", func(t *testing.T) {
		l := newLine("")
		lineKeys(&l, "ctrl+v")
		l.Update(tea.ClipboardMsg{Content: "one\ntwo"})
		if got := l.Value(); got != "one two" {
			t.Errorf("it holds %q", got)
		}
	})
	t.Run("no key makes a second line", func(t *testing.T) {
		l := newLine("")
		l.SetValue("- one")
		lineKeys(&l, "enter", "ctrl+j", "alt+enter", "shift+enter", "tab", "shift+tab")
		if got := l.Value(); got != "- one" {
			t.Errorf("it holds %q", got)
		}
	})
	t.Run("a key that is held down ends", func(t *testing.T) {
		l := newLine("")
		l.SetValue(strings.Repeat("a", maxTyped))
		lineKeys(&l, "b")
		if got := len(l.Value()); got != maxTyped {
			t.Errorf("it grew to %d", got)
		}
		lineKeys(&l, "ctrl+a", "b")
		if got := l.Value(); got != "b" {
			t.Errorf("it holds %d bytes", len(got))
		}
	})
}

// TestLineFollows moves through lines longer than their row: the row is never too wide, and the
// character at the cursor is in it where the cursor stands.
func TestLineFollows(t *testing.T) {
	th := theme.New(true)
	var letters strings.Builder
	for r := 'Ā'; r < 'Ā'+150; r++ { // each once, so that a place is known by its letter
		letters.WriteRune(r)
	}
	distinct := []rune(letters.String())
	for w := 1; w <= 60; w += 7 {
		l := newLine("")
		l.SetValue(string(distinct))
		at := len(distinct)
		check := func(after string) {
			t.Helper()
			row, cur := l.Render(w, th)
			what := fmt.Sprintf("width %d after %s", w, after)
			checkFits(t, what, row, w, 1)
			if cur == nil || cur.X < 0 || cur.X >= w || cur.Y != 0 {
				t.Fatalf("%s: the cursor is at %+v", what, cur)
			}
			if w < 5 { // no room for an ellipsis on both sides
				return
			}
			shown := []rune(ansi.Strip(row))
			if at < len(distinct) && (cur.X >= len(shown) || shown[cur.X] != distinct[at]) {
				t.Fatalf("%s: %q is not under the cursor at %d of %q", what, distinct[at], cur.X, string(shown))
			}
			if at == len(distinct) && (cur.X != len(shown) || shown[cur.X-1] != distinct[at-1]) {
				t.Fatalf("%s: the cursor at %d is not after %q", what, cur.X, string(shown))
			}
		}
		check("setting it")
		for range 80 {
			lineKeys(&l, "left")
			at--
			check("left")
		}
		lineKeys(&l, "home")
		at = 0
		check("home")
		for range distinct {
			lineKeys(&l, "right")
			at++
			check("right")
		}
	}
	for w := 1; w <= 60; w++ {
		for _, text := range []string{strings.Repeat("日本 👩‍👩‍👧\ta\u0301 ", 30), strings.Repeat("❤️🇬🇧", 60), strings.Repeat("page ", maxTyped)} {
			l := newLine("")
			l.SetValue(text)
			for _, key := range []string{"end", "left", "left", "left", "ctrl+left", "home", "right", "right", "ctrl+right"} {
				lineKeys(&l, key)
				row, cur := l.Render(w, th)
				checkFits(t, fmt.Sprintf("width %d after %s", w, key), row, w, 1)
				if cur == nil || cur.X < 0 || cur.X >= w {
					t.Fatalf("width %d after %s: the cursor is at %+v", w, key, cur)
				}
			}
		}
	}
}
