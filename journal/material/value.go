package material

import (
	"strconv"
	"strings"
	"unicode"

	"bothways/journal"
)

// readTime reads "30 seconds", "45 s", "3 minutes" or "2 min" as seconds, from 1 to
// journal.MaxPromptSeconds.
func readTime(value string) (seconds int, ok bool) {
	value = journal.Fold(strings.TrimSuffix(value, "."))
	digits := strings.IndexFunc(value, func(r rune) bool { return r < '0' || r > '9' })
	if digits <= 0 {
		return 0, false
	}
	count, err := strconv.Atoi(value[:digits])
	if err != nil || count < 1 || count > journal.MaxPromptSeconds {
		return 0, false
	}
	switch strings.TrimSpace(value[digits:]) {
	case "s", "sec", "secs", "second", "seconds":
		seconds = count
	case "m", "min", "mins", "minute", "minutes":
		seconds = count * 60
	case "h", "hour", "hours":
		seconds = count * 3600
	default:
		return 0, false
	}
	if seconds > journal.MaxPromptSeconds {
		return 0, false
	}
	return seconds, true
}

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
