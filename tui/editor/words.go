package editor

import (
	"unicode"
	"unicode/utf8"
)

// A word is a run without spaces that holds a letter or a digit, so that a list's
// marker is none; each ideograph and kana counts as one, as writers of Chinese
// and Japanese count. Counting takes one bit of memory from rune to rune (has the
// present run been counted?), which is what makes it cheap to keep up to date:
// past the first rune that sets the bit, nothing can differ.

type wordRune uint8

const (
	wordNeutral wordRune = iota // leaves the bit as it is
	wordBreak                   // ends a run
	wordLetter                  // makes the run a word
	wordAlone                   // is a word by itself and ends a run
)

func wordKind(r rune) wordRune {
	switch {
	case r < utf8.RuneSelf:
		switch {
		case r|0x20 >= 'a' && r|0x20 <= 'z', r >= '0' && r <= '9':
			return wordLetter
		case r == ' ', r >= '\t' && r <= '\r':
			return wordBreak
		}
		return wordNeutral
	case isIdeograph(r), unicode.Is(unicode.Han, r):
		return wordAlone
	case unicode.IsLetter(r), unicode.IsDigit(r):
		return wordLetter
	case unicode.IsSpace(r):
		return wordBreak
	}
	return wordNeutral
}

// countWords counts the words of s that start in it; in says whether the run
// before s was already counted.
func countWords(s string, in bool) int {
	n := 0
	for _, r := range s {
		switch wordKind(r) {
		case wordLetter:
			if !in {
				n++
			}
			in = true
		case wordAlone:
			n++
			in = false
		case wordBreak:
			in = false
		}
	}
	return n
}

// wordDelta returns how many words more now has than old, where now is old with
// old[a:b] replaced by ins. It looks only at the neighbourhood of the change.
func wordDelta(old, now string, a, b int, ins string) int {
	// Bytes on both sides of a cut may join into one rune: start before it.
	from := a
	for i := a - 1; i >= 0 && i >= a-3; i-- {
		if utf8.RuneStart(old[i]) {
			from = i
			break
		}
	}
	in := false
	for i := from; i > 0; {
		r, n := utf8.DecodeLastRuneInString(old[:i])
		k := wordKind(r)
		if k != wordNeutral {
			in = k == wordLetter
			break
		}
		i -= n
	}
	end := b
	for end < len(old) && !utf8.RuneStart(old[end]) {
		end++
	}
	for end < len(old) {
		r, n := utf8.DecodeRuneInString(old[end:])
		end += n
		if wordKind(r) != wordNeutral {
			break
		}
	}
	shift := len(ins) - (b - a)
	return countWords(now[from:end+shift], in) - countWords(old[from:end], in)
}
