package journal

import (
	"strings"
	"unicode"
)

// cutOwner reads an @name at the beginning of an action's text. @me and @them, or any part of
// person's name after the @, say whose it is and are cut off. Any other name stays in the text, the
// action is mine, and other is that word, so that it can be said.
func cutOwner(text, person string) (rest string, owner Owner, other string) {
	if !strings.HasPrefix(text, "@") {
		return text, OwnerMe, ""
	}
	word := text
	if end := strings.IndexFunc(text, unicode.IsSpace); end >= 0 {
		word = text[:end]
	}
	rest = strings.TrimSpace(text[len(word):])
	word = strings.TrimRight(word, ":,")
	name := squash(word[min(1, len(word)):])
	switch {
	case name == "":
		return text, OwnerMe, ""
	case name == "me":
		return rest, OwnerMe, ""
	case !Blank(person) && (name == "them" || strings.Contains(squash(person), name)):
		return rest, OwnerThem, ""
	}
	return text, OwnerMe, word
}

// otherOwner says that the word after the box is not the person of the note.
func otherOwner(word, person string) string {
	if Blank(person) {
		return word + " is nobody here, so it stays in the words and the action is yours."
	}
	return word + " is not " + firstName(person) + ", so it stays in the words and the action is yours."
}

// squash is a name for finding a part in it: folded, and only its letters and digits, so that
// @obrien is found in O'Brien. A name that has none of these is squashed to its other characters.
func squash(name string) string {
	folded := Fold(name)
	s := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return r
		}
		return -1
	}, folded)
	if s == "" {
		s = strings.Join(strings.Fields(folded), "")
	}
	return s
}

// firstName is the first word of a name.
func firstName(name string) string {
	for word := range strings.FieldsSeq(name) {
		return word
	}
	return ""
}
