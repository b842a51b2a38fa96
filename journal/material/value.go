package material

import (
	"strings"
	"unicode"

	"bothways/journal"
)

// readSources reads keys of sources, and titles as they stand, with commas between them.
func readSources(value string) (all []journal.Source) {
	seen := map[journal.Source]bool{}
	for one := range strings.SplitSeq(value, ",") {
		source := journal.Source(strings.TrimSpace(one))
		if upper := journal.Source(strings.ToUpper(string(source))); upper.Title() != string(upper) {
			source = upper // a key, however it is written
		}
		if source != "" && !seen[source] {
			all = append(all, source)
		}
		seen[source] = true
	}
	return all
}

// maxID is the longest id, in bytes.
const maxID = 100

// isID reports whether a value can be an id: something to type on a command line.
func isID(value string) bool {
	return len(value) <= maxID && value != "" && strings.IndexFunc(value, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-_./", r)
	}) < 0
}

// isLanguage reports whether a value has the form of a BCP 47 tag.
func isLanguage(value string) bool {
	const longest = 35 // letters, as that standard asks for
	if len(value) > longest {
		return false
	}
	for part := range strings.SplitSeq(value, "-") {
		if part == "" || len(part) > 8 || strings.IndexFunc(part, func(r rune) bool {
			return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r)
		}) >= 0 {
			return false
		}
	}
	return true
}
