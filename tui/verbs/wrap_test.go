package verbs

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestWrapped(t *testing.T) {
	for _, c := range []struct {
		name, in string
		w        int
		want     string
	}{
		{"no terminal", "one two three", 0, "one two three"},
		{"fits", "one two", 20, "one two"},
		{"at words", "one two three four five", 20, "one two three four\nfive"},
		{"behind its spaces", "  one two three four five", 20, "  one two three four\n  five"},
		{"an item", "  - one two three four", 20, "  - one two three\n    four"},
		{"an action", "- [ ] one two three four", 20, "- [ ] one two three\n      four"},
		{"two lines", "one\ntwo two two two two two", 20, "one\ntwo two two two two\ntwo"},
		{"an empty line", "one\n\ntwo", 20, "one\n\ntwo"},
		{"a tab", "one\ttwo three four five", 20, "one    two three\nfour five"},
		{"wide letters", "日本語日本語日本語 日本語", 20, "日本語日本語日本語\n日本語"},
		{"the name of a file", "put back-up-of.db in place", 14, "put\nback-up-of.db\nin place"},
		{"a hyphen", "somebody well-known, to all", 15, "somebody well-\nknown, to all"},
		{"spaces wider than half", strings.Repeat(" ", 15) + "one two three", 20, "one two three"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := wrapped(c.in, c.w); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestLed(t *testing.T) {
	got := strings.Join(led("ab12cd  me  ", "one two three four", 24), "\n")
	if got != "ab12cd  me  one two\n            three four" {
		t.Errorf("got %q", got)
	}
	for _, row := range led(strings.Repeat("xx ", 10), "one two", 24) {
		if ansi.StringWidth(row) > 24 {
			t.Errorf("%q is wide", row)
		}
	}
}

func TestBroken(t *testing.T) {
	const file = "/home/somebody/.local/share/bothways/journal.db.lent/note-1/note.md"
	got := strings.Join(broken("What you typed is in "+file+" now.", 30), "\n")
	if want := "What you typed is in\n" + file + "\nnow."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
