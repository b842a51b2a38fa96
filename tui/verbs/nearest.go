package verbs

import (
	"strings"
	"unicode"
)

const (
	nearEnough = 0.5 // of a whole name, from which on it is worth naming
	nearWord   = 0.7 // of a single word, from which on it may be the one that was meant
	compared   = 80  // characters of a text that are compared at most
)

// nearest is the choice most like what was typed, by its names and by the words it shares with it;
// ok is false where none is like it at all. What is hidden is not named.
func nearest(all []choice, typed string) (best choice, ok bool) {
	key := start(folded(typed))
	most := nearEnough
	for _, c := range all {
		if c.hidden {
			continue
		}
		// Few would type a whole question, so of one only its words are compared.
		like := shared(key, c.words)
		for _, name := range []string{c.id, c.short(), c.title} {
			name = start(folded(name))
			// What agrees as a whole goes before what shares a word.
			like = max(like, likeness(key, name), shared(key, name)*0.95)
		}
		if like > most {
			best, most, ok = c, like, true
		}
	}
	return best, ok
}

// shared is how much of what was typed is among the words of text: from 0 to 1.
func shared(typed, text string) float64 {
	words := wordsOf(typed)
	if len(words) == 0 {
		return 0
	}
	sum := 0.0
	there := wordsOf(folded(text))
	for _, word := range words {
		most := 0.0
		for _, other := range there {
			most = max(most, likeness(word, other))
		}
		if most >= nearWord {
			sum += most
		}
	}
	return sum / float64(len(words)) * 0.9
}

// wordsOf are the words of a text that say something: those of four letters or more.
func wordsOf(text string) []string {
	var out []string
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(word) >= 4 {
			out = append(out, word)
		}
	}
	return out
}

// likeness is 1 for the same text and 0 for one without anything in common.
func likeness(a, b string) float64 {
	x, y := []rune(a), []rune(b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	return 1 - float64(slips(x, y))/float64(max(len(x), len(y)))
}

// slips is how many letters were left out, put in, mistaken or swapped with their neighbour between
// x and y.
func slips(x, y []rune) int {
	before, above, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range above {
		above[j] = j
	}
	for i := range x {
		row[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			row[j+1] = min(above[j+1]+1, row[j]+1, above[j]+cost)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, above, row = above, row, before
	}
	return above[len(y)]
}

// start is the beginning of a text, as much as is compared.
func start(s string) string {
	n := 0
	for i := range s {
		if n == compared {
			return s[:i]
		}
		n++
	}
	return s
}
