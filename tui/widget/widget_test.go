package widget_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"bothways/tui/safe"
	"bothways/tui/widget"
)

func TestCut(t *testing.T) {
	for _, c := range []struct {
		name, in string
		w        int
		want     string
	}{
		{"fits", "Priya", 5, "Priya"},
		{"is cut", "Priya Nambiar", 6, "Priya…"},
		{"wide letters", "日本語", 5, "日本…"},
		{"an accent of its own", "Zoe\u0301 K", 3, "Zo…"},
		{"a line end", "one\ntwo", 9, "one two"},
		{"an escape", "a\x1b[31mb", 20, "a^[[31mb"},
		{"no room", "Priya", 0, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := widget.Cut(c.in, c.w); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func FuzzCut(f *testing.F) {
	f.Add("Priya\x00\x1b]0;x\a 日本\u202e👩‍👩‍👧", 7)
	f.Fuzz(func(t *testing.T, s string, w int) {
		w %= 300
		for name, row := range map[string]string{"cut": widget.Cut(s, w), "padded": widget.Pad(s, w)} {
			if got := ansi.StringWidth(row); got > max(0, w) || name == "padded" && got != max(0, w) {
				t.Errorf("%s to %d it has %d cells: %q", name, w, got, row)
			}
			if strings.ContainsFunc(row, func(r rune) bool { return r < 0x20 || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e }) {
				t.Errorf("%s it has what a terminal would obey: %q", name, row)
			}
		}
	})
}

func TestWrap(t *testing.T) {
	rows := widget.Wrap("one two three four five", 9, 2)
	if got := strings.Join(rows, "|"); got != "one two|three…" {
		t.Errorf("%q", got)
	}
	for _, r := range widget.Wrap(strings.Repeat("https://a.example/", 9), 20, 0) {
		if ansi.StringWidth(r) > 20 {
			t.Errorf("a row of %d cells", ansi.StringWidth(r))
		}
	}
	if rows := widget.Wrap("words", 0, 3); rows != nil {
		t.Errorf("in no room there are %q", rows)
	}
}

func TestList(t *testing.T) {
	t.Run("stops at the ends", func(t *testing.T) {
		var l widget.List
		l.SetLen(3)
		l.Move(-1)
		if l.At != 0 {
			t.Errorf("at %d", l.At)
		}
		l.Move(9)
		if l.At != 2 {
			t.Errorf("at %d", l.At)
		}
		l.SetLen(0)
		if l.At != 0 {
			t.Errorf("at %d of none", l.At)
		}
	})
	t.Run("the window holds the cursor", func(t *testing.T) {
		var l widget.List
		l.SetLen(100)
		for _, step := range []int{1, 5, 30, -7, 200, -300, 50} {
			l.Move(step)
			for _, h := range []int{1, 2, 3, 10, 200} {
				from, to := l.Window(h)
				if l.At < from || l.At >= to || to-from > h || from < 0 || to > 100 {
					t.Errorf("row %d in a window of %d: %d to %d", l.At, h, from, to)
				}
			}
		}
	})
	t.Run("follows a row that moved", func(t *testing.T) {
		var l widget.List
		rows := []string{"a", "b", "c"}
		key := func(i int) string { return rows[i] }
		l.SetLen(3)
		l.Move(1)
		rows = []string{"new", "a", "b", "c"}
		l.SetLen(4)
		l.Follow("b", key)
		if rows[l.At] != "b" {
			t.Errorf("on %q", rows[l.At])
		}
		rows = []string{"new", "a", "c"}
		l.SetLen(3)
		l.Follow("b", key)
		if rows[l.At] != "c" {
			t.Errorf("where it was is %q", rows[l.At])
		}
	})
}

// FuzzWrap requires that every row fits and that no word is lost on the way.
func FuzzWrap(f *testing.F) {
	f.Add("aa bb - cc dd", 5)
	f.Add("one\ttwo\tthree", 8)
	f.Add("  stands in, and a \u65e5\u672c\u8a9e -- dash-ed end  ", 7)
	f.Add("\u65e5-\u0301x 👩‍👩‍👧-👩‍👩‍👧", 2)
	f.Fuzz(func(t *testing.T, s string, w int) {
		w = 2 + (w%80+80)%80
		rows := widget.Wrap(s, w, 0)
		for _, row := range rows {
			if got := ansi.StringWidth(row); got > w {
				t.Errorf("a row of %d cells in %d: %q", got, w, row)
			}
			if strings.Contains(row, "\t") {
				t.Errorf("a row with a tab: %q", row)
			}
		}
		without := func(s string) string { return strings.NewReplacer(" ", "", "\t", "", "\n", "").Replace(s) }
		if got, want := without(strings.Join(rows, "")), without(safe.Text(s)); got != want {
			t.Errorf("%q became %q", want, got)
		}
	})
}
