package journal_test

import (
	"slices"
	"testing"

	"bothways/journal"
)

func TestSnippet(t *testing.T) {
	today := journal.Date{Year: 2026, Month: 11, Day: 21}
	for _, c := range []struct {
		name, typed, text string
		most              int
		want              string // with what is lit in brackets
	}{
		{"a sign where a line ended", "two", "one\ntwo\n\nthree", 60, "one · [two] · three"},
		{"none at the ends", "one", "\n one \n", 60, "[one]"},
		{"blanks before and behind", "two", "one \t\r\n  two", 60, "one · [two]"},
		{"over the end of a line", `"one two"`, "one\ntwo", 60, "[one · two]"},
		{"letters of several bytes", "été", "où?\nl’été\nça", 60, "où? · l’[été] · ça"},
		{"cut", "five", "one\ntwo\nthree\nfour\nfive\nsix and a good many more", 20, "…[five] · six and a good…"},
		{"short lines take room", "six", "a\nb\nc\nd\ne\nsix", 14, "…[six]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			q, _ := journal.ReadSearch(c.typed, today)
			line, lit := q.Snippet(c.text, c.most)
			for _, at := range slices.Backward(lit) {
				line = line[:at.Start] + "[" + line[at.Start:at.End] + "]" + line[at.End:]
			}
			if line != c.want {
				t.Errorf("%q of %q, not %q", line, c.text, c.want)
			}
		})
	}
}

func TestReadSearchKnown(t *testing.T) {
	q, said := journal.ReadSearchKnown("foo:bar panel is:shift", journal.Date{Year: 2026, Month: 11, Day: 21})
	const want = "panel* is=shift !foo:bar was left out: nothing has it, and filters are with:, role:, is:, before:, after:, focus:."
	if got := tell(q, said); got != want {
		t.Errorf("read as %q", got)
	}
}
