package tui

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sahilm/fuzzy"

	"bothways/journal"
)

// fitting is how well what was typed fits a thing one chooses, the best first. What it is called goes
// before what is said of it, and letters in one run before letters that are only there in their order.
type fitting int

const (
	fitsCalled    fitting = iota // it is the whole name
	nameBegins                   // the name begins with it
	nameWord                     // a word of the name begins with it
	nameHas                      // the name has it somewhere
	helpWord                     // a word of what is said begins with it
	helpHas                      // what is said has it somewhere
	eachWord                     // every word typed begins one of the name or of what is said
	nameScattered                // its letters are in the name, in their order
	fitsNot
)

// sought is a thing as it is looked for: its words folded, see journal.Fold.
type sought struct {
	name, said string
	upTo       fitting // the loosest way it may be found, 0 for any
}

func soughtBy(name, said string) sought {
	return sought{name: journal.Fold(name), said: journal.Fold(said)}
}

// soughtAction is an action as it is looked for. Undo and redo ask nothing and change whatever was
// changed last, which nobody must come upon by letters that happen to be there.
func soughtAction(a Action) sought {
	s := soughtBy(a.Name, a.Help)
	if a.ID == "undo" || a.ID == "redo" {
		s.upTo = eachWord
	}
	return s
}

// foldTyped is what was typed as it is compared, "" for nothing.
func foldTyped(typed string) string {
	return journal.Fold(strings.Join(strings.Fields(typed), " "))
}

// find is which of all things fit what was typed, by their places, the best first. Among those that fit
// equally well the first stay first; a list in the order of use stays in it. All are found where
// nothing was typed.
func find(all []sought, typed string) []int {
	q := foldTyped(typed)
	type hit struct {
		at    int
		fit   fitting
		score int
	}
	hits := make([]hit, 0, len(all))
	for i, s := range all {
		h := hit{at: i}
		if q != "" {
			h.fit, h.score = s.fits(q)
		}
		if h.fit < fitsNot {
			hits = append(hits, h)
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.fit, b.fit), cmp.Compare(b.score, a.score))
	})
	found := make([]int, len(hits))
	for i, h := range hits {
		found[i] = h.at
	}
	return found
}

// fits is how well q, which is folded and not empty, fits s. Among scattered letters a higher score
// is better.
func (s sought) fits(q string) (how fitting, score int) {
	how, score = s.fitsAtAll(q)
	if s.upTo != 0 && how > s.upTo {
		return fitsNot, 0
	}
	return how, score
}

func (s sought) fitsAtAll(q string) (how fitting, score int) {
	switch {
	case s.name == q:
		return fitsCalled, 0
	case strings.HasPrefix(s.name, q):
		return nameBegins, 0
	case beginsWord(s.name, q):
		return nameWord, 0
	case strings.Contains(s.name, q):
		return nameHas, 0
	case beginsWord(s.said, q):
		return helpWord, 0
	case strings.Contains(s.said, q):
		return helpHas, 0
	case eachBeginsWord(s.name+" "+s.said, q):
		return eachWord, 0
	case s.upTo != 0 && s.upTo < nameScattered:
		return fitsNot, 0
	}
	// In a sentence the letters of nearly anything are found in their order; in a name they mean it.
	if score, ok := scattered(s.name, q); ok {
		return nameScattered, score
	}
	return fitsNot, 0
}

// scattered reports whether the letters of q are in s in their order, and how close together: all of them
// in one word, or in some words from the beginning of each. Over the middles of words the letters of
// nearly anything are found.
func scattered(s, q string) (score int, ok bool) {
	if !lettersIn(s, q) { // nearly always, and at once
		return 0, false
	}
	one := func(word string) bool { return lettersIn(word, q) }
	if !slices.ContainsFunc(strings.FieldsFunc(s, func(r rune) bool { return !ofWord(r) }), one) && !fromBeginnings(s, q) {
		return 0, false
	}
	if m := fuzzy.Find(q, []string{s}); len(m) > 0 {
		return m[0].Score, true
	}
	return 0, false
}

// lettersIn reports whether the letters of q are in s in their order.
func lettersIn(s, q string) bool {
	for _, r := range q {
		i := strings.IndexRune(s, r)
		if i < 0 {
			return false
		}
		_, size := utf8.DecodeRuneInString(s[i:]) // of what stands there: a byte that is none counts as any other
		s = s[i+size:]
	}
	return true
}

// fromBeginnings reports whether the letters of q are in s in their order, of every word they are in the
// first one and any after it. What is no letter in q stands where another word begins.
func fromBeginnings(s, q string) bool {
	runes := []rune(s)
	word := make([]int, len(runes)) // which word a rune is of, 0 for none
	n := 0
	for i, r := range runes {
		if !ofWord(r) {
			continue
		}
		if i == 0 || word[i-1] == 0 {
			n++
		}
		word[i] = n
	}
	began := func(i int) bool { return word[i] > 0 && (i == 0 || word[i-1] == 0) }
	last := make([]bool, len(runes)) // the letter before may be here
	first, apart := true, false
	for _, r := range q {
		if !ofWord(r) {
			apart = true
			continue
		}
		here := make([]bool, len(runes))
		left, in := first, 0 // the letter before is somewhere to the left; in this word
		found := false
		for i := range runes {
			if runes[i] == r && (left && began(i) || !apart && word[i] > 0 && in == word[i]) {
				here[i], found = true, true
			}
			if last[i] {
				left, in = true, word[i]
			}
		}
		if !found {
			return false
		}
		last, first, apart = here, false, false
	}
	return !first
}

// ofWord reports whether a rune is of a word.
func ofWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// beginsWord reports whether s has q from the beginning of a word on.
func beginsWord(s, q string) bool {
	for from := 0; ; {
		i := strings.Index(s[from:], q)
		if i < 0 {
			return false
		}
		at := from + i
		before, size := utf8.DecodeLastRuneInString(s[:at])
		if size == 0 || !ofWord(before) {
			return true
		}
		_, size = utf8.DecodeRuneInString(s[at:])
		from = at + size
	}
}

// eachBeginsWord reports whether every word of q begins one of s.
func eachBeginsWord(s, q string) bool {
	return !slices.ContainsFunc(strings.Fields(q), func(word string) bool { return !beginsWord(s, word) })
}
