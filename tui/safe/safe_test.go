package safe

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestLine(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "hello", "hello"},
		{"empty", "", ""},
		{"escape", "a\x1b[31mb", "a^[[31mb"},
		{"newline", "a\nb", "a b"},
		{"crlf", "a\r\nb", "a b"},
		{"cr", "a\rb", "a^Mb"},
		{"tab", "a\tb", "a    b"},
		{"nul and del", "\x00\x7f", "^@^?"},
		{"c1", "a\u009b31mb", "a·31mb"},
		{"raw c1 byte", "a\x9b31m", "a\uFFFD31m"},
		{"override", "x\u202eevil\u202c", "x·evil·"},
		{"isolate", "\u2066a\u2069", "·a·"},
		{"marks", "\u200e\u200f\u061c", "···"},
		{"separators", "a\u2028b\u2029c", "a·b·c"},
		{"not utf-8", "a\xff\xc3b", "a\uFFFD\uFFFDb"},
		{"cut rune", "a\xe6\x97", "a\uFFFD\uFFFD"},
		{"family", "👨‍👩‍👧‍👦 ❤️", "👨‍👩‍👧‍👦 ❤️"},
		{"accent", "e\u0301", "e\u0301"},
		{"indic", "नमस्ते क्\u200cष", "नमस्ते क्\u200cष"},
		{"replacement", "\uFFFD", "\uFFFD"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Line(c.in); got != c.want {
				t.Errorf("Line(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestText(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"lines and tabs", "a\n\tb\n", "a\n\tb\n"},
		{"crlf", "a\r\nb\r\n", "a\nb\n"},
		{"lone cr", "a\rb", "a^Mb"},
		{"bell", "ding\a", "ding^G"},
		{"title", "\x1b]0;x\x07", "^[]0;x^G"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Text(c.in); got != c.want {
				t.Errorf("Text(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestCleanTextDoesNotAllocate(t *testing.T) {
	s := strings.Repeat("plain words, 日本語, 👩‍👩‍👧 and é. ", 20)
	if n := testing.AllocsPerRun(100, func() { Line(s); Text(s) }); n != 0 {
		t.Errorf("%v allocations on a clean string", n)
	}
}

func FuzzSafe(f *testing.F) {
	for _, s := range []string{"", "a\x1b[2Jb", "\r\n\t\x00\x7f", "\u009b\x9b", "\u202e\u2066\u200f\u061c", "\xe2\x80", "👨‍👩‍👧", "e\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		check(t, s, Line(s), false)
		check(t, s, Text(s), true)
	})
}

func check(t *testing.T, in, out string, multi bool) {
	t.Helper()
	if !utf8.ValidString(out) {
		t.Fatalf("%q gave %q: not UTF-8", in, out)
	}
	for _, r := range out {
		if multi && (r == '\n' || r == '\t') {
			continue
		}
		bidi := r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200e || r == 0x200f || r == 0x61c
		if r < 0x20 || r >= 0x7f && r <= 0x9f || bidi || r == 0x2028 || r == 0x2029 {
			t.Fatalf("%q gave %q: holds %U", in, out, r)
		}
	}
	if again := Text(out); multi && again != out {
		t.Fatalf("%q gave %q, and again %q", in, out, again)
	}
	for _, keep := range []string{"\u200d", "\ufe0f", "\u0301"} {
		if strings.Count(in, keep) != strings.Count(out, keep) {
			t.Fatalf("%q gave %q: lost %q", in, out, keep)
		}
	}
}

func BenchmarkLine(b *testing.B) {
	s := strings.Repeat("plain words, and é. ", 50)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Line(s)
	}
}
