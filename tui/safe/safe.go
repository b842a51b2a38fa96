// Package safe makes stored text fit to be drawn: whatever a note holds, a name
// hides or a paste brought along, no byte of it can steer the terminal. The text
// itself is never changed, only what is shown of it.
//
// What is harmless stays: joiners, variation selectors and combining marks are
// kept, because emoji and most scripts of the world need them.
package safe

import (
	"strings"
	"unicode/utf8"
)

// Dot stands for a character that would be invisible and could mislead: a C1
// control, a change of writing direction, a line or paragraph separator. One
// column wide.
const Dot = "·"

// Bad stands for each byte that is not UTF-8. One column wide.
const Bad = "\uFFFD"

// TabWidth is how many spaces Line shows for a tab.
const TabWidth = 4

// Line returns s fit for a single row: a line break (\n or \r\n) is shown as one
// space, a tab as TabWidth spaces, C0 controls and DEL as a caret and a letter
// (^[ for escape). A clean string is returned as it is, without allocating.
func Line(s string) string {
	if i := firstUnsafe(s, false); i < len(s) {
		return clean(s, i, false)
	}
	return s
}

// Text is Line for text of several lines: \n and \t stay, \r\n becomes \n.
func Text(s string) string {
	if i := firstUnsafe(s, true); i < len(s) {
		return clean(s, i, true)
	}
	return s
}

// Unsafe reports whether r must not be drawn as it is. It is true for tabs and
// line breaks as well; a byte that is not UTF-8 is the caller's to find.
func Unsafe(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r <= 0x9f:
		return true
	case r < 0x61c:
		return false
	case r == 0x61c, r == 0x200e, r == 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2066 && r <= 0x206f:
		return true
	}
	return false
}

// firstUnsafe returns the index of the first byte that cannot stay, or len(s).
func firstUnsafe(s string, multi bool) int {
	for i := 0; i < len(s); {
		c := s[i]
		if c >= 0x20 && c < 0x7f || multi && (c == '\n' || c == '\t') {
			i++
			continue
		}
		if c < utf8.RuneSelf {
			return i
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 || Unsafe(r) {
			return i
		}
		i += n
	}
	return len(s)
}

// clean rewrites s, of which everything before i is known to be fine.
func clean(s string, i int, multi bool) string {
	var b strings.Builder
	b.Grow(len(s) + 16)
	b.WriteString(s[:i])
	for i < len(s) {
		c := s[i]
		if c < utf8.RuneSelf {
			crlf := c == '\r' && i+1 < len(s) && s[i+1] == '\n'
			if !crlf {
				writeASCII(&b, c, multi)
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			b.WriteString(Bad)
		case Unsafe(r):
			b.WriteString(Dot)
		default:
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String()
}

func writeASCII(b *strings.Builder, c byte, multi bool) {
	switch {
	case c >= 0x20 && c < 0x7f, multi && (c == '\n' || c == '\t'):
		b.WriteByte(c)
	case c == '\n':
		b.WriteByte(' ')
	case c == '\t':
		b.WriteString(strings.Repeat(" ", TabWidth))
	default:
		b.WriteByte('^')
		b.WriteByte(c ^ 0x40)
	}
}
