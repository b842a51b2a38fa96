package wording

import "strings"

// FirstName is the part of a name one calls somebody by: its first word, "" where there is none.
func FirstName(name string) string {
	for word := range strings.FieldsSeq(name) {
		return word
	}
	return ""
}
