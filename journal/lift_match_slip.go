package journal

import (
	"slices"
	"strings"
	"unicode"
)

const (
	// slipLetters is how many letters both words need for the difference between them to be taken
	// as a slip. In shorter ones it is easily another word: tests and texts, form and from, hotel
	// and hostel.
	slipLetters = 6

	// maxSlips is how many words of a line may have one. More than these are another line.
	maxSlips = 2
)

// spelling is a text with its words in their order.
type spelling struct {
	text  string
	words []spelt // none where the text is too long to be compared word by word
}

// spelt is a word as it is compared. plain is set for one in small letters: any other may be a
// name, and a name with another letter is somebody else's. A script without capitals never tells.
type spelt struct {
	word  string
	plain bool
}

func newSpelling(text string) spelling {
	s := spelling{text: text}
	if len(text) > maxCompared {
		return s
	}
	for _, written := range strings.FieldsFunc(text, betweenWords) {
		if word := Fold(written); word != "" {
			s.words = append(s.words, spelt{word, !strings.ContainsFunc(written, isNotSmall)})
		}
	}
	return s
}

// sameButForSlips reports whether two texts have the same words in the same order, but for case,
// marks between them, and a slip of the pen in a word or two. Names and figures have to be the
// same: Marie is not a slip in Maria, and chapter 5 not one in chapter 4.
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
		if x[i].word == y[i].word {
			continue
		}
		if left--; left < 0 || !x[i].plain || !y[i].plain || !oneSlip([]rune(x[i].word), []rune(y[i].word)) {
			return false
		}
	}
	return true
}

// wordsOf are the words of a text as they are compared.
func wordsOf(text string) []string {
	return strings.FieldsFunc(Fold(text), betweenWords)
}

func betweenWords(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
}

// isNotSmall reports what a word in small letters does not have: figures are among it.
func isNotSmall(r rune) bool { return !unicode.IsLower(r) && !unicode.IsMark(r) }

// oneSlip reports whether one word is the other with one letter more, less or changed, or with two
// neighbours swapped.
func oneSlip(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < slipLetters {
		return false
	}
	first := 0
	for first < len(a) && a[first] == b[first] {
		first++
	}
	switch len(b) - len(a) {
	case 0:
		rest := first + 1
		if slices.Equal(a[rest:], b[rest:]) {
			return true
		}
		return a[first] == b[rest] && a[rest] == b[first] && slices.Equal(a[rest+1:], b[rest+1:])
	case 1:
		return slices.Equal(a[first:], b[first+1:])
	}
	return false
}
