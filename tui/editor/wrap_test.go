package editor

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		name  string
		width int
		text  string
		want  string // rows joined by |
	}{
		{"fits", 10, "one two", "one two"},
		{"empty", 10, "", ""},
		{"at a space", 8, "one two three", "one two |three"},
		{"spaces hang", 7, "one two    three", "one two    |three"},
		{"exactly full", 7, "one two", "one two"},
		{"long word", 5, "abcdefghijkl", "abcde|fghij|kl"},
		{"long word after a short one", 5, "ab cdefghijk", "ab |cdefg|hijk"},
		{"clusters stay whole", 4, "abe\u0301e\u0301e\u0301", "abe\u0301e\u0301|e\u0301"},
		{"ideographs", 7, "日本語のテキスト", "日本語|のテキ|スト"},
		{"no full stop in front", 6, "日本語。", "日本|語。"},
		{"no bracket behind", 7, "日本「語」", "日本|「語」"},
		{"Latin in Japanese", 8, "日本word語", "日本word|語"},
		{"Hangul keeps its words", 9, "한국어 문장을", "한국어 |문장을"},
		{"hyphen", 9, "a well-known", "a well-|known"},
		{"no break in a date", 9, "on 2026-12-01", "on |2026-12-0|1"},
		{"dash", 9, "word—another", "word—|another"},
		{"no-break space", 7, "a b\u00a0cdef", "a |b\u00a0cdef"},
		{"item", 10, "- one two three four", "- one two |three |four"},
		{"box", 14, "- [ ] one two three", "- [ ] one two |three"},
		{"marker keeps its word", 8, "- abcdefghij", "- abcdef|ghij"},
		{"indented", 8, "    abcdefghij", "    abcd|efghij"},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := wrap(c.text, c.width)
			var rows []string
			for r := range l.rows() {
				rows = append(rows, c.text[l.start(r):l.end(r, len(c.text))])
			}
			if got := strings.Join(rows, "|"); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestRewrap edits lines at random and compares with laying out from nothing.
func TestRewrap(t *testing.T) {
	all := pieces()
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 1))
		var b strings.Builder
		for range r.IntN(120) {
			b.WriteString(strings.ReplaceAll(all[r.IntN(len(all))], "\n", " "))
		}
		s := b.String()
		l := wrap(s, 1+r.IntN(40))
		for range 30 {
			e, _ := newTest(s, 0)
			a := e.snap(pos{0, r.IntN(len(s) + 1)}, false).col
			z := e.snap(pos{0, min(len(s), a+r.IntN(1+r.IntN(60)))}, true).col
			ins := strings.ReplaceAll(all[r.IntN(len(all))], "\n", "")
			s = s[:a] + ins + s[z:]
			l = l.rewrap(s, a, z-a, len(ins))
			if fresh := wrap(s, l.width); !slices.Equal(l.more, fresh.more) || l.indent != fresh.indent {
				t.Fatalf("seed %d: %q at %d columns: rows at %v, afresh at %v", seed, s, l.width, l.more, fresh.more)
			}
		}
	}
}
