package journal

import (
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	// minLikeness is how alike two lines have to be for one to be an edit of the other. Two
	// sentences about different things seldom come above a third; half of the words kept is a half.
	minLikeness = 0.45

	// maxComparisons bounds the work for a note whose every line was changed at once.
	maxComparisons = 250_000

	// maxCompared is how many bytes of a line are compared; lines that agree so far are alike.
	maxCompared = 600
)

// likenessWindow is how far from its own place, either way, a line is compared with anchors.
func likenessWindow(anchors, lines int) int {
	if anchors <= maxComparisons/lines {
		return anchors
	}
	return max(8, maxComparisons/(2*lines))
}

// profile is a text prepared for comparing: its words, and the pairs of neighbouring letters in
// them, both sorted.
type profile struct {
	words  []string
	weight int // the letters of all words
	pairs  []uint64
}

func newProfile(text string) (p profile) {
	if len(text) > maxCompared {
		cut := maxCompared
		for cut > 0 && !utf8.RuneStart(text[cut]) {
			cut--
		}
		text = text[:cut]
	}
	p.words = wordsOf(text)
	if len(p.words) == 0 {
		p.words = strings.Fields(Fold(text))
	}
	for _, word := range p.words {
		// The beginning of a word counts as a letter, so that words of one letter have a pair too.
		before := rune(0)
		for _, r := range word {
			p.pairs = append(p.pairs, uint64(before)<<32|uint64(r))
			before = r
			p.weight++
		}
	}
	slices.Sort(p.words)
	slices.Sort(p.pairs)
	return p
}

// likeness is between 0 for nothing in common and 1 for the same words in any order. Words count
// by their length, for the short ones say least; letter pairs see what a corrected spelling or a
// language without spaces has in common.
func (p profile) likeness(o profile) float64 {
	if p.weight == 0 || o.weight == 0 {
		return 0
	}
	words := 0
	eachShared(p.words, o.words, func(word string) { words += utf8.RuneCountInString(word) })
	pairs := 0
	eachShared(p.pairs, o.pairs, func(uint64) { pairs++ })
	return 2 * max(float64(words)/float64(p.weight+o.weight), float64(pairs)/float64(len(p.pairs)+len(o.pairs)))
}

// eachShared calls f for what two sorted lists have in common, each as often as both have it.
func eachShared[T string | uint64](a, b []T, f func(T)) {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			f(a[0])
			a, b = a[1:], b[1:]
		}
	}
}
