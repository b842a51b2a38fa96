package journal

import (
	"strings"
	"unicode"
)

// Blank reports whether a text holds nothing a person would see.
func Blank(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) }) < 0
}
