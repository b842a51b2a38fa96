package editor

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

func TestRenderRows(t *testing.T) {
	for _, c := range []struct {
		name, text string
		w          int
		want       []string
	}{
		{"empty", "", 20, []string{""}},
		{"wraps", "one two three", 9, []string{"one two ", "three"}},
		{"item", "- one two three", 10, []string{"- one two ", "  three"}},
		{"box", "- [ ] one two three", 15, []string{"- [ ] one two ", "      three"}},
		{"tabs", "a\tb\n\tc", 20, []string{"a   b", "    c"}},
		{"tab at the edge", "abcdef\tg", 8, []string{"abcdef  ", "g"}},
		{"escape", "a\x1b[31mb", 20, []string{"a^[[31mb"}},
		{"carriage return", "a\r\nb", 20, []string{"a^M", "b"}},
		{"bidi and c1", "a\u202eb\u009bc\u2028d", 20, []string{"a·b·c·d"}},
		{"bad bytes", "a\xffb\xe6\x97", 20, []string{"a\ufffdb\ufffd\ufffd"}},
		{"mark alone", "\u0301a", 20, []string{"◌\u0301a"}},
		{"mark after a bad byte", "\xff\u0301", 20, []string{"\ufffd◌\u0301"}},
		{"nothing to see", "a\u200bb", 20, []string{"a·b"}},
		{"too wide for the row", "日a", 1, []string{".", "a"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			e, _ := newTest(c.text, 0)
			if got := plain(e, c.w, 20); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	t.Run("never wider than the measure", func(t *testing.T) {
		e, _ := newTest(strings.Repeat("word ", 100), 0)
		for _, row := range plain(e, 200, 50) {
			if n := ansi.StringWidth(strings.TrimRight(row, " ")); n > DefaultMeasure {
				t.Errorf("%d columns", n)
			}
		}
	})
	t.Run("no room", func(t *testing.T) {
		e, _ := newTest("a", 0)
		if s, cur := e.Render(0, 5, Styles{}); s != "" || cur != nil {
			t.Errorf("got %q, %v", s, cur)
		}
	})
	t.Run("endless cluster", func(t *testing.T) {
		e, _ := newTest("e"+strings.Repeat("\u0301", 100_000)+"x", 0)
		if n := len(plain(e, 20, 5)[0]); n > 2*maxShown {
			t.Errorf("%d bytes drawn", n)
		}
	})
}

func TestIdeographsAreTwoWide(t *testing.T) {
	for r := rune(0x3000); r < 0xa000; r++ {
		s := string(r)
		if isIdeograph(r) && (ansi.StringWidth(s) != 2 || ansi.StringWidthWc(s) != 2) {
			t.Errorf("%U is not", r)
		}
	}
}

func TestRenderCursor(t *testing.T) {
	for _, c := range []struct {
		name, text string
		w          int
		keys       string
		x, y       int
	}{
		{"start", "|abc", 20, "", 0, 0},
		{"end", "abc|", 20, "", 3, 0},
		{"end of a full row", "abcdefg|", 8, "", 7, 0},
		{"after a space that hangs", "abcdefg |", 8, "", 7, 0},
		{"after spaces that hang", "abcdefg     |", 8, "", 7, 0},
		{"start of the second row", "one two |three", 9, "", 0, 1},
		{"in a set in row", "- one two |three", 10, "", 2, 1},
		{"after wide", "日本|", 20, "", 4, 0},
		{"after a tab", "a\t|b", 20, "", 4, 0},
		{"after a stand-in", "\x1b|", 20, "", 2, 0},
		{"end of a row that ends in a space", "|one two three", 9, "end", 7, 0},
		{"end of a broken word", "|abcdefghij", 6, "end", 5, 0},
		{"down from the end of a broken word", "|abcdefghij", 6, "end down", 5, 1},
		{"right from the end of a broken word", "|abcdefghij", 6, "end right", 1, 1},
		{"home from the end of a broken word", "|abcdefghijk", 6, "down end home", 0, 1},
		{"typing at the end of a broken word", "|abcdefghij", 6, "end x", 1, 1},
		{"down within a paragraph", "on|e two three", 9, "down", 2, 1},
		{"up out of a short row", "aaaa bbbb c|", 10, "up up", 0, 0},
		{"goal over a set in row", "|- one two three\nabcdef", 10, "down down", 0, 2},
		{"one cell", "abc|", 1, "", 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := at(c.text)
			e.Render(c.w, 10, Styles{})
			press(e, strings.Fields(c.keys)...)
			h := 10
			if c.w == 1 {
				h = 1
			}
			if _, cur := e.Render(c.w, h, Styles{}); cur.X != c.x || cur.Y != c.y {
				t.Errorf("at %d,%d, want %d,%d", cur.X, cur.Y, c.x, c.y)
			}
		})
	}
	t.Run("by the measure in use", func(t *testing.T) {
		e := at("👨‍👩‍👧|")
		for m, want := range map[ansi.Method]int{ansi.WcWidth: 6, ansi.GraphemeWidth: 2} {
			e.SetWidths(m)
			if _, cur := e.Render(20, 5, Styles{}); cur.X != want {
				t.Errorf("measure %v puts it at %d, want %d", m, cur.X, want)
			}
		}
	})
}

// numbered makes n lines that say their number.
func numbered(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "line %d\n", i)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func TestScroll(t *testing.T) {
	top := func(e *Editor, h int) string { return plain(e, 40, h)[0] }
	t.Run("margin below", func(t *testing.T) {
		e, _ := newTest(numbered(50), 0)
		for i := range 20 {
			first := top(e, 10)
			if want := fmt.Sprintf("line %d", max(0, i-7)); first != want {
				t.Fatalf("after %d downs the first row is %q, want %q", i, first, want)
			}
			press(e, "down")
		}
	})
	t.Run("margin above", func(t *testing.T) {
		e, _ := newTest(numbered(50), len(numbered(50)))
		top(e, 10)
		for range 10 {
			press(e, "up")
		}
		if got := top(e, 10); got != "line 37" {
			t.Errorf("first row %q", got)
		}
	})
	t.Run("end of the text at the bottom", func(t *testing.T) {
		e, _ := newTest(numbered(50), 0)
		press(e, "ctrl+end")
		if rows := plain(e, 40, 10); rows[9] != "line 49" || len(rows) != 10 {
			t.Errorf("rows %q", rows)
		}
	})
	t.Run("a jump goes to the middle", func(t *testing.T) {
		text := numbered(200)
		e, _ := newTest(text, 0)
		top(e, 11)
		e.SetCursor(strings.Index(text, "line 100"))
		if _, cur := e.Render(40, 11, Styles{}); cur.Y != 5 {
			t.Errorf("cursor on row %d", cur.Y)
		}
	})
	t.Run("a page keeps the cursor's place", func(t *testing.T) {
		e, _ := newTest(numbered(200), 0)
		press(e, "down", "down", "down")
		_, was := e.Render(40, 12, Styles{})
		press(e, "pgdown")
		if first := top(e, 12); first != "line 10" {
			t.Errorf("first row %q", first)
		}
		if _, cur := e.Render(40, 12, Styles{}); cur.Y != was.Y {
			t.Errorf("cursor on row %d, was on %d", cur.Y, was.Y)
		}
		press(e, "pgup")
		if first := top(e, 12); first != "line 0" {
			t.Errorf("first row %q", first)
		}
	})
	t.Run("a page down at the end leaves no gap", func(t *testing.T) {
		e, _ := newTest(numbered(30), 0)
		top(e, 10)
		press(e, "pgdown", "pgdown", "pgdown", "pgdown", "pgdown")
		if rows := plain(e, 40, 10); rows[9] != "line 29" || len(rows) != 10 {
			t.Errorf("rows %q", rows)
		}
	})
	t.Run("typing does not move the text", func(t *testing.T) {
		e, _ := newTest(numbered(100), 100)
		first := top(e, 20)
		typeText(e, "some words that are typed, enough of them to take a second row")
		if got := top(e, 20); got != first {
			t.Errorf("first row %q, was %q", got, first)
		}
	})
	t.Run("a taller window fills", func(t *testing.T) {
		e, _ := newTest(numbered(30), len(numbered(30)))
		top(e, 5)
		if rows := plain(e, 40, 12); len(rows) != 12 {
			t.Errorf("%d rows", len(rows))
		}
	})
	t.Run("a narrower window keeps its words", func(t *testing.T) {
		text := prose(400, 0)
		e, _ := newTest(text, len(text)/2)
		e.Render(60, 10, Styles{})
		for _, w := range []int{50, 30, 20, 60} {
			if _, cur := e.Render(w, 10, Styles{}); cur.Y < 2 || cur.Y > 7 {
				t.Errorf("at %d columns the cursor is on row %d", w, cur.Y)
			}
		}
	})
}

func TestRenderStyles(t *testing.T) {
	t.Run("selection is reversed", func(t *testing.T) {
		e := at("a|bcd")
		press(e, "shift+right", "shift+right")
		s, _ := e.Render(20, 5, Styles{})
		if s != "a\x1b[7mbc\x1b[md" {
			t.Errorf("got %q", s)
		}
	})
	t.Run("selected line breaks show", func(t *testing.T) {
		e := at("|a\n\nb")
		press(e, "shift+down", "shift+down")
		s, _ := e.Render(20, 5, Styles{})
		if s != "\x1b[7ma \x1b[m\n\x1b[7m \x1b[m\nb" {
			t.Errorf("got %q", s)
		}
	})
	t.Run("stand-ins are faint", func(t *testing.T) {
		e := at("|a\x00b")
		s, _ := e.Render(20, 5, Styles{Faint: lipgloss.NewStyle().Faint(true)})
		if s != "a\x1b[2m^@\x1b[mb" {
			t.Errorf("got %q", s)
		}
	})
	t.Run("lines that are drawn are asked for", func(t *testing.T) {
		e, _ := newTest(numbered(1000), 0)
		var asked []string
		e.Render(40, 3, Styles{ForLine: func(s string) lipgloss.Style {
			asked = append(asked, s)
			return lipgloss.NewStyle().Padding(1).Width(9).Border(lipgloss.NormalBorder()).Bold(s == "line 1")
		}})
		if want := []string{"line 0", "line 1", "line 2"}; !slices.Equal(asked, want) {
			t.Errorf("asked for %q", asked)
		}
		s, _ := e.Render(40, 3, Styles{ForLine: func(s string) lipgloss.Style {
			return lipgloss.NewStyle().Padding(1).Width(9).Border(lipgloss.NormalBorder()).Bold(s == "line 1")
		}})
		if s != "line 0\n\x1b[1mline 1\x1b[m\nline 2" {
			t.Errorf("got %q", s)
		}
	})
}

func TestOtherMessages(t *testing.T) {
	e := at("a|b")
	for _, msg := range []tea.Msg{nil, tea.KeyReleaseMsg{Code: 'x', Text: "x"}, tea.WindowSizeMsg{Width: 3, Height: 3}, tea.FocusMsg{}, "x"} {
		if cmd := e.Update(msg); cmd != nil {
			t.Errorf("%T gave a command", msg)
		}
	}
	wantText(t, e, "a|b")
}

func TestSetCursor(t *testing.T) {
	for _, c := range []struct {
		off  int
		want string
	}{
		{-5, "|ae\u0301\nb"}, {0, "|ae\u0301\nb"}, {2, "a|e\u0301\nb"}, {3, "a|e\u0301\nb"},
		{4, "ae\u0301|\nb"}, {5, "ae\u0301\n|b"}, {99, "ae\u0301\nb|"},
	} {
		t.Run(fmt.Sprint(c.off), func(t *testing.T) {
			e, _ := newTest("ae\u0301\nb", 0)
			e.SetCursor(c.off)
			wantText(t, e, c.want)
		})
	}
}

func TestLines(t *testing.T) {
	e, _ := newTest("one\n\n- two\n", 6)
	if e.LineCount() != 4 || e.Line(0) != "one" || e.Line(2) != "- two" || e.Line(3) != "" || e.CursorLine() != 2 {
		t.Errorf("%d lines, the cursor on %d", e.LineCount(), e.CursorLine())
	}
	if from, to, grown := e.Changed(); from != 0 || to != 4 || grown != 3 {
		t.Errorf("SetText changed %d to %d, by %d", from, to, grown)
	}
	press(e, "x", "enter")
	if from, to, grown := e.Changed(); from != 2 || to != 4 || grown != 1 {
		t.Errorf("typing changed %d to %d, by %d", from, to, grown)
	}
	if from, to, grown := e.Changed(); from != to || grown != 0 {
		t.Errorf("nothing changed %d to %d, by %d", from, to, grown)
	}
}
