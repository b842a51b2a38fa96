package tui

import (
	"slices"
	"strings"
	"unicode"

	"bothways/journal"
)

// nameFit is how well a part of a name fits it, the best first.
type nameFit int

const (
	fitsWhole     nameFit = iota // it is the whole name
	fitsWords                    // it is whole words of it
	fitsBeginning                // a word begins with it
	fitsWithin
	fitsScattered // only its letters are there, in their order
)

// nameFits compares a part with a name that has it, or its letters, somewhere, both without case,
// accents and what stands between words.
func nameFits(part, name string) nameFit {
	p, n := nameWords(part), nameWords(name)
	if slices.Equal(p, n) {
		return fitsWhole
	}
	best := fitsScattered
	if has := foldTyped(part); strings.Contains(journal.Fold(name), has) || eachBeginsWord(journal.Fold(name), has) {
		best = fitsWithin
	}
	for i := 0; len(p) > 0 && i+len(p) <= len(n); i++ {
		run, last := n[i:i+len(p)], len(p)-1
		switch {
		case slices.Equal(run, p):
			return fitsWords
		case slices.Equal(run[:last], p[:last]) && strings.HasPrefix(run[last], p[last]):
			best = fitsBeginning
		}
	}
	return best
}

// nameWords are the folded words of a name.
func nameWords(s string) []string {
	folded := journal.Fold(s)
	words := strings.FieldsFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	if len(words) == 0 { // a name of other signs
		words = strings.Fields(folded)
	}
	return words
}
