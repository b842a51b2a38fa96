package journal

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// foldWord is a word as names are compared: as it is searched, and with one way to write what joins two.
func foldWord(word string) string {
	if strings.IndexFunc(word, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return strings.ToLower(word)
	}
	var b strings.Builder
	for {
		at := strings.IndexFunc(word, joins)
		if at < 0 {
			b.WriteString(foldNamePart(word))
			return b.String()
		}
		b.WriteString(foldNamePart(word[:at]))
		r, size := utf8.DecodeRuneInString(word[at:])
		if r == '’' {
			r = '\''
		} else if r != '\'' && r != '_' {
			r = '-'
		}
		b.WriteRune(r)
		word = word[at+size:]
	}
}

// foldNamePart is what a word without joints is compared by. In a script whose vowels are marks, words
// without them would be others as well, so there they stay.
func foldNamePart(part string) string {
	if strings.ContainsFunc(part, func(r rune) bool { return unicode.Is(unicode.Mc, r) }) {
		return withoutUnseen(Fold(norm.NFKC.String(part)))
	}
	return foldTerm(part)
}

// unseen reports whether r is not seen but may stand within a word, as a soft hyphen does.
func unseen(r rune) bool { return r >= utf8.RuneSelf && unicode.Is(unicode.Cf, r) }

func withoutUnseen(s string) string {
	return strings.Map(func(r rune) rune {
		if unseen(r) {
			return -1
		}
		return r
	}, s)
}

// joinedText is a text of a script that joins words, as names are looked for in it.
type joinedText struct {
	text     string
	from, to []int // where what each byte stands for is in the text as written; nil where that is the same
}

func foldJoined(text string) joinedText {
	if strings.IndexFunc(text, func(r rune) bool { return !plainJoined(r) }) < 0 {
		return joinedText{text: text}
	}
	var t joinedText
	var b strings.Builder
	for at := 0; at < len(text); {
		end := at + norm.NFKC.NextBoundaryInString(text[at:], true)
		r, _ := utf8.DecodeRuneInString(text[at:])
		var folded string
		if shortestJoined(r) == 3 {
			folded = foldTerm(text[at:end])
		} else { // a mark may make another letter of it
			folded = withoutUnseen(norm.NFKC.String(text[at:end]))
		}
		b.WriteString(folded)
		for range len(folded) {
			t.from, t.to = append(t.from, at), append(t.to, end)
		}
		at = end
	}
	t.text = b.String()
	return t
}

// written is where text[from:to] is in the text as written.
func (t joinedText) written(from, to int) (int, int) {
	if t.from == nil {
		return from, to
	}
	return t.from[from], t.to[to-1]
}

// plainJoined reports whether there is one way only to write a letter, and none that looks the same.
func plainJoined(r rune) bool {
	return 0x4e00 <= r && r <= 0x9fff || 0x3041 <= r && r <= 0x3096 || 0x30a1 <= r && r <= 0x30fc && r != '・' || 0xac00 <= r && r <= 0xd7a3
}
