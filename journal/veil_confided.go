package journal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Confided returns where in a line the words told in confidence begin, just behind the colon, and 0 for
// any other line. Other marks and words may stand before theirs: whoever wrote it there meant it.
func Confided(line string) int { return ConfidedFrom(line, 0) }

// ConfidedFrom is Confided for what stands at from and behind it.
func ConfidedFrom(line string, from int) int {
	for {
		n := strings.IndexAny(line[from:], ":：")
		if n < 0 {
			return 0
		}
		at := from + n
		_, size := utf8.DecodeRuneInString(line[at:])
		from = at + size
		if confidedMark(line[:at]) >= 0 && !Blank(line[from:]) {
			return from
		}
	}
}

// confidedMark is where the mark begins that s, which ends before a colon, ends with; -1 for none.
func confidedMark(s string) int {
	s = strings.TrimSuffix(s, " ") // some languages are written with a space before a colon
	at := len(s) - len("priv")
	if at < 0 || !strings.EqualFold(s[at:], "priv") {
		return -1
	}
	if r, _ := utf8.DecodeLastRuneInString(s[:at]); unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
		return -1
	}
	return at
}

// WithoutConfided is a text for others to read: its lines end where something told in confidence
// begins, and those that have nothing but marks before it are left out. Code is left as it is.
func WithoutConfided(text string) string {
	var b strings.Builder
	var fence Fence
	for line := range strings.Lines(text) {
		if !fence.Next(strings.TrimRight(line, "\r\n")) {
			if at := Confided(line); at > 0 {
				before, ok := beforeConfided(line[:at])
				if !ok {
					continue
				}
				body := strings.TrimRight(line, "\r\n")
				line = before + line[len(body):]
			}
		}
		b.WriteString(line)
	}
	return b.String()
}

// beforeConfided is what stands before the mark that s ends with, and whether that is more than marks.
func beforeConfided(s string) (string, bool) {
	_, size := utf8.DecodeLastRuneInString(s)
	s = s[:len(s)-size]
	s = strings.TrimRight(s[:confidedMark(s)], " \t")
	rest := s
	for {
		rest = strings.TrimLeftFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && r != '@' && r != '[' })
		if rest == "" {
			return s, false
		}
		if rest[0] == '@' {
			_, rest, _ = strings.Cut(rest, " ")
		} else if len(rest) > 2 && rest[0] == '[' && rest[2] == ']' {
			rest = rest[3:]
		} else if rest[0] == '[' {
			rest = rest[1:]
		} else if _, after, ok := cutKeyword(rest); ok {
			rest = after
		} else {
			return s, true
		}
	}
}
