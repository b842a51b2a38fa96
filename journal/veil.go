package journal

import (
	"cmp"
	"slices"
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
	names veilNames
	given []string // the names as they were given
}

// NewVeil hides these people: their names, wherever they stand, become initials.
func NewVeil(names []string) Veil {
	v := Veil{on: true, given: names, names: newVeilNames()}
	for _, name := range names {
		v.names.add(name)
	}
	v.names.sort()
	return v
}

// With hides one more name, where anything is hidden.
func (v Veil) With(name string) Veil {
	if !v.on || Blank(name) {
		return v
	}
	return NewVeil(append(slices.Clone(v.given), name))
}

// On reports whether anything is hidden.
func (v Veil) On() bool { return v.on }

// Name is how a person is called: "P. N." for Priya Natarajan.
func (v Veil) Name(name string) string {
	if !v.on || Blank(name) {
		return name
	}
	var all []string
	for _, word := range strings.Fields(name) {
		if i := initial(word); i != "" {
			all = append(all, i)
		}
	}
	if len(all) == 0 {
		return Veiled
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

// Words is a text with the names of people in it as initials, addresses and numbers of theirs hidden,
// and its lines told in confidence as well. It has as many lines as the text.
func (v Veil) Words(text string) string {
	if !v.on || text == "" {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	var fence Fence
	for line := range strings.Lines(text) {
		if !fence.Next(strings.TrimRight(line, "\r\n")) {
			if at := Confided(line); at > 0 {
				body := strings.TrimRight(line, "\r\n")
				v.line(&b, line[:at])
				b.WriteString(" " + Veiled + line[len(body):])
				continue
			}
		}
		v.line(&b, line)
	}
	return b.String()
}

// line writes one line with what is hidden in it replaced.
func (v Veil) line(b *strings.Builder, line string) {
	from := 0
	for _, h := range v.Hidden(line) {
		b.WriteString(line[from:h.From])
		b.WriteString(h.With)
		from = h.To
	}
	b.WriteString(line[from:])
}

// Hidden is a piece of a text and what is shown in its place.
type Hidden struct {
	From, To int // bytes
	With     string
}

// Hidden are the pieces of a text that say who is meant, in their order and apart from each other:
// names, mail addresses and telephone numbers.
func (v Veil) Hidden(text string) []Hidden {
	if !v.on {
		return nil
	}
	var out []Hidden
	mail := strings.IndexByte(text, '@') >= 0
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case nameLetter(r):
			n := 0
			if mail {
				n = addressLen(text[at:])
			}
			if n > 0 {
				out = append(out, Hidden{at, at + n, Veiled})
			} else {
				n = wordLen(text[at:])
				out = v.names.word(out, text, at, at+n)
			}
			at += n
		case r == '+' || r == '(' || r >= '0' && r <= '9':
			n, hide := 0, false
			if mail && r != '(' {
				n = addressLen(text[at:])
				hide = n > 0
			}
			if !hide {
				n, hide = telephone(text, at)
			}
			if hide {
				out = append(out, Hidden{at, at + n, Veiled})
			}
			at += n
		default:
			at += size
		}
	}
	out = v.names.odd(out, text)
	for i, h := range out { // the full stop of an initial ends a sentence as well
		if strings.HasPrefix(text[h.To:], ".") && !strings.HasPrefix(text[h.To:], "..") {
			out[i].With = cmp.Or(strings.TrimSuffix(h.With, "."), h.With)
		}
	}
	return out
}

// wordLen is how many bytes of s, which begins with a letter, are one word: "Anne-Marie" and "O’Brien"
// are. Where a script that joins words begins or ends, a word does as well: Priyaさん.
func wordLen(s string) int {
	first, _ := utf8.DecodeRuneInString(s)
	joined := shortestJoined(first) > 0
	n := 0
	for n < len(s) {
		if c := s[n] | 0x20; !joined && c >= 'a' && c <= 'z' {
			n++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[n:])
		if !nameLetter(r) {
			size = jointLen(s[n:])
			if r, _ = utf8.DecodeRuneInString(s[n+size:]); size == 0 || !nameLetter(r) {
				break
			}
		}
		if shortestJoined(r) > 0 != joined && !unicode.IsMark(r) {
			break
		}
		n += size
	}
	return n
}

// jointLen is how many bytes at the beginning of s join two parts of a name, if letters follow.
func jointLen(s string) int {
	joined := false
	for n, r := range s {
		if !unseen(r) && (joined || !joins(r)) {
			return n
		}
		joined = joined || joins(r)
	}
	return len(s)
}

// joins reports whether r stands within one name.
func joins(r rune) bool {
	return r == '-' || r == '\'' || r == '’' || r == '‐' || r == '‑' || r == '_'
}

// digitsLen is how many bytes of s are digits, and at least least.
func digitsLen(s string, least int) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return max(n, least)
}

// addressLen is how many bytes of s, at the beginning of a word, are a mail address; 0 for none.
func addressLen(s string) int {
	mark := 0
	for n, r := range s {
		switch {
		case r == '@' && n > 0 && mark == 0:
			mark = n
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || unseen(r) || r == '.' || r == '-' || mark == 0 && (r == '_' || r == '+' || r == '%'):
		default:
			s = s[:n]
			return addressOf(s, mark)
		}
		if mark == 0 && n > 64 { // longer than the first part of one may be
			return 0
		}
	}
	return addressOf(s, mark)
}

func addressOf(s string, mark int) int {
	s = strings.TrimRight(s, ".-")
	if mark == 0 || mark+1 >= len(s) || !strings.Contains(s[mark+1:], ".") {
		return 0
	}
	return len(s)
}

func nameLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return plainJoined(r) || unicode.IsLetter(r) || unicode.IsMark(r)
}

// initial is the first letter of a word with a full stop, "" for what has no letter.
func initial(word string) string {
	at := strings.IndexFunc(word, unicode.IsLetter)
	if at < 0 {
		return ""
	}
	r, _ := utf8.DecodeRuneInString(word[at:])
	return string(unicode.ToUpper(r)) + "."
}
