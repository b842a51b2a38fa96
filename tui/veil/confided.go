package veil

import (
	"strings"

	"bothways/journal"
)

// Saying is a sentence that may quote the lines of a note one behind the other: it ends where
// something told in confidence begins.
func Saying(v journal.Veil, said string) string {
	if at := ConfidedIn(said); v.On() && at > 0 {
		return said[:at] + " " + journal.Veiled
	}
	return said
}

// ConfidedIn is where the first words told in confidence begin in a row that lines were put into, just
// behind the colon; 0 for none. Unlike in a note they need not begin the row.
func ConfidedIn(row string) int {
	folded := asciiLower(row)
	for from := 0; ; {
		n := strings.Index(folded[from:], "priv")
		if n < 0 {
			return 0
		}
		at := from + n
		from = at + len("priv")
		if at > 0 && letterOrDigit(folded[at-1]) {
			continue
		}
		rest := strings.TrimPrefix(folded[from:], " ")
		if strings.HasPrefix(rest, ":") && !journal.Blank(rest[1:]) {
			return len(folded) - len(rest) + 1
		}
	}
}

func letterOrDigit(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80
}

// asciiLower is a text in lower case where every byte stays in its place.
func asciiLower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}
