package journal

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// marked writes spans as text: [-gone-] and [+new+].
func marked(spans []DiffSpan) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString([]string{DiffSame: s.Text, DiffGone: "[-" + s.Text + "-]", DiffNew: "[+" + s.Text + "+]"}[s.Op])
	}
	return b.String()
}

func TestDiffWords(t *testing.T) {
	for _, c := range []struct{ name, then, now, want string }{
		{"same", "a b", "a b", "a b"},
		{"one word", "She slept badly.", "She slept well.", "She slept [-badly-][+well+]."},
		{"added at the end", "one two", "one two three", "one two[+ three+]"},
		{"taken from the beginning", "one two", "two", "[-one -]two"},
		{"several words are one change", "the old plan works", "a new plan works", "[-the old-][+a new+] plan works"},
		{"from nothing", "", "a b", "[+a b+]"},
		{"to nothing", "a b", "", "[-a b-]"},
		{"nothing at all", "", "", ""},
		{"an apostrophe stays in its word", "I don’t know", "I do know", "I [-don’t-][+do+] know"},
		{"a mark", "fine.", "fine!", "fine[-.-][+!+]"},
		{"other scripts", "naïve 渡辺 x", "naïve 渡 x", "naïve [-渡辺-][+渡+] x"},
		{"nothing in common", "a b c", "x y z", "[-a b c-][+x y z+]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := marked(DiffWords(c.then, c.now)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// shown writes blocks as a person might: a line for each, with what it is before it.
func shown(blocks []DiffBlock) string {
	var b strings.Builder
	for _, block := range blocks {
		if block.Same {
			for _, line := range block.Then {
				fmt.Fprintf(&b, "  %s\n", marked(line))
			}
			continue
		}
		for _, line := range block.Then {
			fmt.Fprintf(&b, "- %s\n", marked(line))
		}
		for _, line := range block.Now {
			fmt.Fprintf(&b, "+ %s\n", marked(line))
		}
	}
	return b.String()
}

func TestDiff(t *testing.T) {
	for _, c := range []struct{ name, then, now, want string }{
		{"a line changed", "one\ntwo cats\nthree", "one\ntwo dogs\nthree", "  one\n- two [-cats-]\n+ two [+dogs+]\n  three\n"},
		{"a line added", "one\nthree", "one\ntwo\nthree", "  one\n+ [+two+]\n  three\n"},
		{"a line gone", "one\ntwo\nthree", "one\nthree", "  one\n- [-two-]\n  three\n"},
		{"an empty line added", "one\ntwo", "one\n\ntwo", "  one\n+ \n  two\n"},
		{"a line moved", "a x\nb y\nc z", "b y\nc z\na x", "- [-a x-]\n  b y\n  c z\n+ [+a x+]\n"},
		{"the same", "one\n\ntwo", "one\n\ntwo", "  one\n  \n  two\n"},
		{"from nothing", "", "one\ntwo", "+ [+one+]\n+ [+two+]\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shown(Diff(c.then, c.now)); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
	t.Run("two long texts with nothing in common", func(t *testing.T) {
		var a, b strings.Builder
		for i := range 60_000 {
			fmt.Fprintf(&a, "a%d ", i)
			fmt.Fprintf(&b, "b%d ", i)
		}
		got := DiffWords(a.String(), b.String())
		if len(got) == 0 || got[0].Op != DiffGone || join(got, DiffGone) != a.String() || join(got, DiffNew) != b.String() {
			t.Errorf("%d spans", len(got))
		}
	})
	t.Run("one word of a very long line", func(t *testing.T) {
		long := strings.Repeat("all the words of this line are the same. ", 2000)
		got := DiffWords(long+"one cat "+long, long+"one dog "+long)
		if want := []DiffSpan{{DiffSame, long + "one "}, {DiffGone, "cat"}, {DiffNew, "dog"}, {DiffSame, " " + long}}; !slices.Equal(got, want) {
			t.Errorf("%d spans", len(got))
		}
		a, b := long+"one cat "+long, long+"one dog "+long
		if n := testing.AllocsPerRun(1, func() { DiffWords(a, b) }); n > 200 {
			t.Errorf("%v allocations: the same words were cut apart", n)
		}
	})
	t.Run("the fewest changes", func(t *testing.T) {
		got := DiffWords("a b c a b b a", "c b a b a c")
		if n := strings.Count(marked(got), "["); n > 8 {
			t.Errorf("%d changes: %s", n, marked(got))
		}
	})
}

// join is one of the texts a diff is of.
func join(spans []DiffSpan, op DiffOp) string {
	var b strings.Builder
	for _, s := range spans {
		if s.Op == DiffSame || s.Op == op {
			b.WriteString(s.Text)
		}
	}
	return b.String()
}

func FuzzDiff(f *testing.F) {
	for _, pair := range [][2]string{{"", "a"}, {"one two\nthree", "one\ntwo three\n"}, {"a\n\nb", "a\nb\n"}, {"\xff x", "x \xff"}, {"a b c", "a x c"}, {"e\u0301 ok", "e ok\r\n"}} {
		f.Add(pair[0], pair[1])
	}
	f.Fuzz(func(t *testing.T, then, now string) {
		spans := DiffWords(then, now)
		if got := join(spans, DiffGone); got != then {
			t.Fatalf("the earlier text became %q", got)
		}
		if got := join(spans, DiffNew); got != now {
			t.Fatalf("the later text became %q", got)
		}
		var a, b []string
		for _, block := range Diff(then, now) {
			if block.Same && len(block.Then) != len(block.Now) {
				t.Fatalf("the same in both has %d and %d lines", len(block.Then), len(block.Now))
			}
			for _, line := range block.Then {
				a = append(a, join(line, DiffGone))
			}
			for _, line := range block.Now {
				b = append(b, join(line, DiffNew))
			}
		}
		if got := strings.Join(a, "\n"); got != then {
			t.Fatalf("the earlier lines became %q", got)
		}
		if got := strings.Join(b, "\n"); got != now {
			t.Fatalf("the later lines became %q", got)
		}
	})
}
