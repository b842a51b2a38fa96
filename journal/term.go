package journal

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Term is a word of a text as it is searched: without case, accents and ligatures. Of a script that
// is written without spaces it is two letters, since nobody but a reader knows where a word ends:
// 会議室 has 会議, 議室 and 室.
type Term struct {
	Text       string
	Start, End int // bytes of the text it stands for
}

// maxTerm is how many letters of a word count. What is longer is no word, but a key or a picture
// pasted as text.
const maxTerm = 64

// Terms are the words of a text in their order. Letters and digits make words, a sign such as an
// emoji is one by itself, and everything else stands between them.
func Terms(text string) iter.Seq[Term] {
	return func(yield func(Term) bool) {
		t := termReader{text: text, yield: yield}
		for t.at < len(text) {
			if !t.next() {
				return
			}
		}
		t.end(len(text))
	}
}

// termReader reads one term after the other.
type termReader struct {
	text  string
	yield func(Term) bool
	at    int

	word    strings.Builder // of letters, since start
	letters int
	start   int
	dense   Term // a letter of a script without spaces, which waits for the next one
}

// next takes in one letter with its marks, and reports whether to go on.
func (t *termReader) next() bool {
	if c := t.text[t.at]; c < utf8.RuneSelf && (t.at+1 == len(t.text) || t.text[t.at+1] < utf8.RuneSelf) {
		// Nothing is joined to it, as nearly everywhere.
		at := t.at
		if t.letters == 0 && t.dense.Text == "" {
			if end := plainWord(t.text, at); end > at {
				t.at = end
				return t.yield(Term{strings.ToLower(t.text[at:min(end, at+maxTerm)]), at, end})
			}
		}
		t.at++
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		default:
			return t.end(at)
		}
		return t.letter(at, string(rune(c)))
	}
	at := t.at
	t.at += norm.NFC.NextBoundaryInString(t.text[at:], true)
	r, size := utf8.DecodeRuneInString(t.text[at:])
	if r == utf8.RuneError && size == 1 {
		t.at = at + 1
		return t.end(at)
	}
	one := t.text[at:t.at]
	switch {
	case spaceless(r):
		return t.spaceless(at, foldTerm(norm.NFC.String(one)))
	case unicode.IsLetter(r), unicode.IsNumber(r):
		return t.letter(at, foldTerm(one))
	case r >= utf8.RuneSelf && unicode.In(r, unicode.So, unicode.Sm, unicode.Sc): // those of a keyboard only stand between words
		return t.end(at) && t.yield(Term{string(r), at, t.at})
	case r >= utf8.RuneSelf && unicode.In(r, unicode.M, unicode.Sk, unicode.Cf):
		return true // belongs to what is before it, and changes nothing
	}
	return t.end(at)
}

// plainWord is where the word of plain letters ends that begins at a byte of a text, or at where none
// does, or where the next letter may belong to it: nearly every word is one, and needs no building.
func plainWord(text string, at int) int {
	end := at
	for end < len(text) && plainLetter(text[end]) {
		end++
	}
	if end < len(text) && text[end] >= utf8.RuneSelf {
		return at
	}
	return end
}

func plainLetter(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

func (t *termReader) letter(at int, folded string) bool {
	if t.dense.Text != "" && !t.end(at) {
		return false
	}
	if t.letters == 0 {
		t.start = at
	}
	if t.letters < maxTerm {
		t.word.WriteString(folded)
	}
	t.letters++
	return true
}

func (t *termReader) spaceless(at int, folded string) bool {
	if t.letters > 0 && !t.end(at) {
		return false
	}
	was := t.dense
	t.dense = Term{folded, at, t.at}
	return was.Text == "" || t.yield(Term{was.Text + folded, was.Start, t.at})
}

// end ends the word that was begun, if any.
func (t *termReader) end(at int) bool {
	switch {
	case t.letters > 0:
		word := Term{t.word.String(), t.start, at}
		t.word.Reset()
		t.letters = 0
		return word.Text == "" || t.yield(word)
	case t.dense.Text != "":
		last := t.dense
		t.dense = Term{}
		return t.yield(last)
	}
	return true
}

// spaceless reports whether a letter is of a script in which words stand without spaces, or change
// at their ends as in Korean.
func spaceless(r rune) bool {
	const longVowel, narrowLongVowel = 'ー', 'ｰ' // of no script by themselves
	return r == longVowel || r == narrowLongVowel || r >= 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) &&
		(unicode.IsLetter(r) || unicode.IsNumber(r))
}

// foldTerm is Fold that also takes letters for the plain ones people type for them, and several
// ways to write one letter for one.
func foldTerm(s string) string {
	s = Fold(norm.NFKD.String(s))
	if !strings.ContainsFunc(s, func(r rune) bool { return !('a' <= r && r <= 'z' || '0' <= r && r <= '9') }) {
		return s
	}
	var b strings.Builder
	for _, r := range norm.NFC.String(s) {
		switch r {
		case 'ß':
			b.WriteString("ss")
		case 'æ':
			b.WriteString("ae")
		case 'œ':
			b.WriteString("oe")
		case 'þ':
			b.WriteString("th")
		case 'ø':
			b.WriteByte('o')
		case 'ł':
			b.WriteByte('l')
		case 'đ', 'ð':
			b.WriteByte('d')
		case 'ħ':
			b.WriteByte('h')
		case 'ı':
			b.WriteByte('i')
		case 'ς':
			b.WriteRune('σ')
		default:
			if unicode.IsLetter(r) || unicode.IsNumber(r) {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}
