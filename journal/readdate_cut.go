package journal

import (
	"strings"
	"unicode"
)

// maxCutWords is how many words at the end of a line are looked at: the longest date with
// "at 14:00" after it, so that a date with a time is seen as one that cannot be read.
const maxCutWords = maxDateWords + 2

// CutDate cuts the date off the end of line, the longest ending that reads with ReadDate on the
// day on, and returns the words before it and the date. A "by", "on", "due" or comma between them goes
// too, and so does a full stop after the date.
//
// Where no date is cut off, text is the line without white space at its ends. tried is then the
// ending that looks as if a date was meant by it, "" if none does, so that the caller can say
// that it stays in the words. A date that would leave no words before it is the words.
func CutDate(line string, on Date) (text string, due Date, tried string) {
	text = strings.TrimSpace(line)
	var all [maxCutWords]string
	var starts [maxCutWords]int
	n := lastWords(text, &all, &starts)
	words := all[len(all)-n:]
	for i := range words {
		start := starts[len(starts)-n+i]
		if d, ok := readDateEnding(words[i:], on); ok {
			if head := cutDue(text[:start]); !Blank(head) {
				return head, d, ""
			}
			return text, Date{}, ""
		}
		// Longer endings come first: in "1 dec 27" the last two words would read as another day.
		if looksLikeDate(words[i:], on) {
			return text, Date{}, text[start:]
		}
	}
	return text, Date{}, ""
}

// lastWords puts the last words of text, as dateWord has them, and where each starts at the end
// of words and starts, and returns how many there are. A line may be megabytes long, so it is
// read from its end.
func lastWords(text string, words *[maxCutWords]string, starts *[maxCutWords]int) (n int) {
	rest := text
	for n < len(words) && rest != "" {
		start := strings.LastIndexFunc(rest, unicode.IsSpace)
		if start < 0 {
			start = 0
		} else {
			start += spaceLen(rest[start:])
		}
		n++
		words[len(words)-n], starts[len(starts)-n] = dateWord(rest[start:]), start
		rest = strings.TrimRightFunc(rest[:start], unicode.IsSpace)
	}
	return n
}

// spaceLen is the number of bytes of the white space character s begins with.
func spaceLen(s string) int {
	for i := range s {
		if i > 0 {
			return i
		}
	}
	return len(s)
}

// readDateEnding reads words as a date, also with the full stop of a sentence after it.
func readDateEnding(words []string, on Date) (Date, bool) {
	if len(words) > maxDateWords {
		return Date{}, false
	}
	if d, ok := readDateWords(words, on); ok {
		return d, true
	}
	var w [maxDateWords]string
	n := copy(w[:], words)
	last, ok := strings.CutSuffix(w[n-1], ".")
	if !ok {
		return Date{}, false
	}
	w[n-1] = last
	return readDateWords(w[:n], on)
}

// cutDue takes what only leads up to a date off the end of s: a comma, "by", "on", "due", "due by".
func cutDue(s string) string {
	s = trimComma(s)
	s = trimComma(cutLastWord(s, "on"))
	s = trimComma(cutLastWord(s, "by"))
	return trimComma(cutLastWord(s, "due"))
}

func trimComma(s string) string {
	return strings.TrimRightFunc(s, func(r rune) bool { return r == ',' || unicode.IsSpace(r) })
}

// cutLastWord is s without its last word where that is word, in any case, perhaps with a colon.
func cutLastWord(s, word string) string {
	start := strings.LastIndexFunc(s, unicode.IsSpace)
	if start < 0 {
		start = 0
	} else {
		start += spaceLen(s[start:])
	}
	if dateWord(strings.TrimSuffix(s[start:], ":")) == word {
		return s[:start]
	}
	return s
}
