package material

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"bothways/journal"
)

// The keys of a file.
const (
	keySet      = "set"
	keyCard     = "card"
	keyID       = "id"
	keyAbout    = "about"
	keyLanguage = "language"
	keyFrom     = "from"
	keyRole     = "role"
	keyMoment   = "moment"
	keyTime     = "time"
	keyVersion  = "version"
	keyNote     = "note"
	keyAsk      = "ask"
	keyColumn   = "column"
)

func setKeys() []string { return []string{keySet, keyID, keyAbout, keyRole, keyMoment, keyLanguage} }
func questionKeys() []string {
	return []string{keyID, keyFrom, keyRole, keyMoment, keyTime, keyVersion}
}
func cardKeys() []string { return []string{keyCard, keyID, keyFrom, keyNote, keyAsk} }

// entry is a line of the form "key: value".
type entry struct {
	number int
	key    string // folded
	value  string
	text   string // the whole line
}

// cut takes the entries from the beginning of a paragraph. What is one: a known key however it is
// written, and any single word with a colon behind it that begins with a small letter or is a slip
// of a known key. "Tomorrow: who comes first?" is words.
func (p paragraph) cut(known []string) (entries []entry, words paragraph) {
	for i, l := range p {
		word, value, found := strings.Cut(l.text, ":")
		word = strings.TrimSpace(word)
		key := journal.Fold(word)
		if !found || !utf8.ValidString(word) || !isEntry(word, key, value, known) {
			return entries, p[i:]
		}
		entries = append(entries, entry{l.number, key, strings.TrimSpace(value), l.text})
	}
	return entries, nil
}

func isEntry(word, key, value string, known []string) bool {
	if slices.Contains(known, key) {
		return true
	}
	const longest = 24 // letters; nobody writes a longer key
	if word == "" || utf8.RuneCountInString(word) > longest {
		return false
	}
	for _, r := range word {
		if !unicode.IsLetter(r) && r != '-' && r != '_' {
			return false
		}
	}
	if value != "" && !strings.HasPrefix(value, " ") && !strings.HasPrefix(value, "\t") {
		return false // such as a web address
	}
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(first) || slices.ContainsFunc(known, func(k string) bool { return slip(key, k) })
}

// slip reports whether two words are one letter apart: one more, one less, another one, or two
// neighbours changed over.
func slip(a, b string) bool {
	x, y := []rune(a), []rune(b)
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	return len(x) <= 1 && len(y) <= 1 || len(x) == 2 && len(y) == 2 && x[0] == y[1] && x[1] == y[0]
}

// meant is the known key that a word is a slip of, "" for none.
func meant(word string, known []string) string {
	if i := slices.IndexFunc(known, func(k string) bool { return slip(word, k) }); i >= 0 {
		return known[i]
	}
	return ""
}

// first are the entries without those whose key stands there already, which are told.
func (n *notices) first(entries []entry) (first []entry) {
	for _, e := range entries {
		i := slices.IndexFunc(first, func(before entry) bool { return before.key == e.key })
		switch {
		case i < 0:
			first = append(first, e)
		case first[i].value == "": // unsaid
			first[i] = e
		case e.value != "" && first[i].value != e.value:
			n.add(e.number, "“%s” stands here twice; the first one counts.", e.key)
		}
	}
	return first
}
