package journal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Veiled stands where words are hidden.
const Veiled = "·····"

// Veil hides, while others may see what is shown, who is meant and what was told in confidence. The
// zero Veil hides nothing. It is for what is shown only: what it answers is never kept.
type Veil struct {
	on    bool
	names map[string]bool // folded words of the names of people
}

// NewVeil hides these people: their names, wherever they stand, become initials.
func NewVeil(names []string) Veil {
	v := Veil{on: true, names: map[string]bool{}}
	for _, name := range names {
		for _, word := range strings.FieldsFunc(name, func(r rune) bool { return !nameLetter(r) }) {
			v.names[Fold(word)] = true
		}
	}
	return v
}

// On reports whether anything is hidden.
func (v Veil) On() bool { return v.on }

// Name is how a person is called: "P. N." for Priya Natarajan.
func (v Veil) Name(name string) string {
	if !v.on {
		return name
	}
	var all []string
	for _, word := range strings.Fields(name) {
		if i := initial(word); i != "" {
			all = append(all, i)
		}
	}
	return strings.Join(all, " ")
}

// Private is a text that is nobody else's business as a whole.
func (v Veil) Private(text string) string {
	if !v.on || Blank(text) {
		return text
	}
	return Veiled
}

// Words is a text with the names of people in it as initials, and its lines told in confidence hidden.
func (v Veil) Words(text string) string {
	if !v.on || text == "" {
		return text
	}
	var b strings.Builder
	var fence Fence
	for line := range strings.Lines(text) {
		body := strings.TrimRight(line, "\r\n")
		if !fence.Next(body) {
			if got, _, ok := LiftLine(body, LiftContext{}); ok && got.Kind == LiftPrivate {
				at := strings.IndexByte(body, ':') + 1
				b.WriteString(body[:at] + " " + Veiled + line[len(body):])
				continue
			}
		}
		v.names1(&b, line)
	}
	return b.String()
}

// names1 writes one line with its names as initials.
func (v Veil) names1(b *strings.Builder, line string) {
	for line != "" {
		end := strings.IndexFunc(line, nameLetter)
		if end < 0 {
			b.WriteString(line)
			return
		}
		b.WriteString(line[:end])
		line = line[end:]
		if end = strings.IndexFunc(line, func(r rune) bool { return !nameLetter(r) }); end < 0 {
			end = len(line)
		}
		word := line[:end]
		if v.names[Fold(word)] {
			word = initial(word)
		}
		b.WriteString(word)
		line = line[end:]
	}
}

func nameLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }

// initial is the first letter of a word with a full stop, "" for what has no letter.
func initial(word string) string {
	at := strings.IndexFunc(word, unicode.IsLetter)
	if at < 0 {
		return ""
	}
	r, _ := utf8.DecodeRuneInString(word[at:])
	return string(unicode.ToUpper(r)) + "."
}
