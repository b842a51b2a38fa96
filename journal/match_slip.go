package journal

import (
	"slices"
	"strings"
	"unicode"
)

const (
	// slipLetters is how many letters a word needs before a letter more or less is taken as a slip,
	// and changeLetters before another letter is: below them it is easily another word or name.
	slipLetters   = 4
	changeLetters = 5

	// maxSlips is how many words of a line may have one. More than these are another line.
	maxSlips = 2
)

// spelling is a text with its words in their order.
type spelling struct {
	text  string
	words []string // none where the text is too long to be compared word by word
}

func newSpelling(text string) spelling {
	s := spelling{text: text}
	if len(text) <= maxCompared {
		s.words = wordsOf(text)
	}
	return s
}

// sameButForSlips reports whether two texts have the same words in the same order, but for case,
// marks between them, and a slip of the pen in a word or two. Figures have to be the same: chapter
// 5 is not a slip in chapter 4.
func (s spelling) sameButForSlips(o spelling) bool {
	if s.text == o.text {
		return true
	}
	x, y := s.words, o.words
	if len(x) != len(y) || len(x) == 0 {
		return false
	}
	left := maxSlips
	for i := range x {
		if x[i] == y[i] {
			continue
		}
		if left--; left < 0 || !oneSlip([]rune(x[i]), []rune(y[i])) {
			return false
		}
	}
	return true
}

// wordsOf are the words of a text as they are compared.
func wordsOf(text string) []string {
	return strings.FieldsFunc(Fold(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
}

// oneSlip reports whether one word is the other with one letter more, less or changed, or with two
// neighbours swapped.
func oneSlip(a, b []rune) bool {
	if slices.ContainsFunc(a, unicode.IsDigit) || slices.ContainsFunc(b, unicode.IsDigit) {
		return false
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	first := 0
	for first < len(a) && a[first] == b[first] {
		first++
	}
	switch len(b) - len(a) {
	case 0:
		rest := first + 1
		if slices.Equal(a[rest:], b[rest:]) {
			return len(a) >= changeLetters
		}
		return a[first] == b[rest] && a[rest] == b[first] && slices.Equal(a[rest+1:], b[rest+1:])
	case 1:
		return len(b) >= slipLetters && slices.Equal(a[first:], b[first+1:])
	}
	return false
}
