package journal

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPlain(t *testing.T) {
	ctx := talk(t)
	tests := []struct {
		name, note string
		most       int
		want       string
	}{
		{"nothing", "", 100, ""},
		{"words", "She was tired.", 100, "She was tired."},
		{"without what lifts", "She was tired.\n- [ ] send it fri\ngot: a view\n\nshift: so\n  We laughed. \nask!: why\n", 100, "She was tired. We laughed."},
		{"private lines", "a\npriv: she may leave\nb", 100, "a b"},
		{"nothing but things", "- [ ] send it fri\ngot: a view", 100, ""},
		{"code stays", "a\n```\n- [ ] not an action\n```\n- [ ] one", 100, "a ``` - [ ] not an action ```"},
		{"windows line ends", "a\r\ngot: b\r\nc\r\n", 100, "a c"},
		{"a marker without words", "a\n- [ ]\nb", 100, "a - [ ] b"},
		{"no more than was asked for", "one two three", 7, "one two"},
		{"no space at the end", "one\ntwo", 4, "one"},
		{"exactly", "one\ntwo", 7, "one two"},
		{"whole letters", "äöü", 3, "ä"},
		{"whole letters at the end of a line", "é€\nx", 4, "é"},
		{"not one letter", "€", 2, ""},
		{"none asked for", "words", 0, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Plain(tt.note, ctx, tt.most); got != tt.want {
				t.Errorf("Plain = %q, want %q", got, tt.want)
			}
		})
	}
	t.Run("any cut is text", func(t *testing.T) {
		note := strings.Repeat("a€\n", 5) + strings.Repeat("äö€𝄞", 20000)
		for most := range 60 {
			if got := Plain(note, ctx, most); !utf8.ValidString(got) || len(got) > most || len(got) < most-4 {
				t.Fatalf("%d: %q", most, got)
			}
		}
	})
	t.Run("private to the end of a long line", func(t *testing.T) {
		if got := Plain("priv: "+strings.Repeat("secret ", 100_000)+"\nwords", ctx, 100); got != "" {
			t.Errorf("Plain = %q", got)
		}
	})
	t.Run("looks at the beginning only", func(t *testing.T) {
		// What is behind the part that is looked at would be told if it were read.
		if got := Plain(strings.Repeat("- [ ] send it fri\n", 20_000)+"words", ctx, 100); got != "" {
			t.Errorf("Plain = %q", got)
		}
	})
}

func BenchmarkPlain(b *testing.B) {
	ctx := LiftContext{On: Date{2026, 11, 21}, Person: "Priya"}
	for _, bb := range []struct{ name, line string }{{"words", "We talked for a long while.\n"}, {"actions", "- [ ] @priya send it in 2 weeks\n"}, {"blank", "\n"}, {"one line", "words "}} {
		note := strings.Repeat(bb.line, 9<<20/len(bb.line))
		b.Run(bb.name, func(b *testing.B) {
			for b.Loop() {
				Plain(note, ctx, 600)
			}
		})
	}
}
