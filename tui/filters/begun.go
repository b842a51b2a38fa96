package filters

import (
	"slices"
	"strings"

	"bothways/journal"
)

// Begun reports whether the last word of what was typed is a filter with nothing behind it yet.
func Begun(typed string) bool {
	_, word := LastWord(typed)
	name, rest, is := strings.Cut(word, ":")
	return is && strings.Trim(rest, `"`) == "" && slices.Contains(journal.SearchFilters(), journal.Fold(name))
}
