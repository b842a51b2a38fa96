package journal

import (
	"strings"
	"unicode/utf8"
)

// plainLook is how far into a note Plain looks for words at least, in bytes.
const plainLook = 16 << 10

// Plain is the beginning of what a note tells, on one line and in at most most bytes: its lines
// without those that became things, which are shown beside it. Fenced code is told as it stands.
// Line ends and the spaces around them become one space.
//
// It is cheap for a note of any length, since it only looks at the beginning. It is "" where there
// is nothing but things there, and it never cuts within a letter.
func Plain(note string, ctx LiftContext, most int) string {
	if most <= 0 {
		return ""
	}
	look := plainLook + most
	var b strings.Builder
	var fence Fence
	for read := 0; read < look && note != "" && b.Len() < most; {
		// A line that does not end within what is looked at is the last one.
		line, rest, _ := strings.Cut(note[:min(len(note), look)], "\n")
		if len(line) < min(len(note), look) {
			rest = note[len(line)+1:]
		}
		read, note = read+len(line)+1, rest
		if !fence.Next(line) {
			if _, _, lifts := LiftLine(line, ctx); lifts {
				continue
			}
		}
		if Blank(line) {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		line = strings.TrimSpace(line)
		b.WriteString(line[:min(len(line), most+utf8.UTFMax)]) // so that it can be cut between letters
	}
	return cutBytes(b.String(), most)
}

// cutBytes is the beginning of s in at most most bytes, without a letter cut in two.
func cutBytes(s string, most int) string {
	if len(s) <= most {
		return s
	}
	for most > 0 && !utf8.RuneStart(s[most]) {
		most--
	}
	return strings.TrimRight(s[:most], " ")
}
