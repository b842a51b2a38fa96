package journal

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// Found is a thing that a search found.
type Found struct {
	Kind           SearchKind
	ID             int64
	UID            string
	PersonID       int64 // 0 for nobody
	RelationshipID int64 // 0 for none, also where it is only with a person
	Person         string
	At             time.Time
	Day            Date
	Words          string // its words, a line for each of its texts
	Private        string // words of it that are kept apart, "" mostly
}

// Text is all of the words as they may be seen: under a veil without names and confidences, so that
// what is looked for in it cannot show them either.
func (f Found) Text(v Veil) string {
	words := v.Words(f.Words)
	if Blank(f.Private) {
		return words
	}
	return words + "\n" + v.Private(f.Private)
}

// FoundOpenly reports whether every part of a search stands in what others may see of f: not in a line
// told in confidence, nor in words kept apart. Names count as they are, since one looked for is known.
func (s Search) FoundOpenly(f Found) bool {
	text := f.Text(NewVeil(nil)) + "\n" + f.Person
	return !slices.ContainsFunc(s.Parts, func(p SearchPart) bool {
		return len(Search{Parts: []SearchPart{p}}.hits(text, 1)) == 0
	})
}

// Place is bytes of a text, from Start up to End.
type Place struct{ Start, End int }

// Hits are the places of a text in which the parts of a search stand, in their order. It looks no
// further than for most of them.
func (s Search) Hits(text string, most int) []Place {
	all := s.hits(text, most)
	out := make([]Place, len(all))
	for i, h := range all {
		out[i] = h.Place
	}
	return out
}

// hit is a place with the part that stands there.
type hit struct {
	Place
	part int
}

func (s Search) hits(text string, most int) []hit {
	var all []hit
	longest := 0
	for _, p := range s.Parts {
		longest = max(longest, len(p.Terms))
	}
	if longest == 0 {
		return nil
	}
	var window []Term // the last terms, as many as the longest part has
	for t := range Terms(text) {
		if len(window) == longest {
			window = slices.Delete(window, 0, 1)
		}
		window = append(window, t)
		for i, p := range s.Parts {
			if n := len(p.Terms); n <= len(window) && p.fits(window[len(window)-n:]) {
				all = append(all, hit{Place{window[len(window)-n].Start, p.end(text, t)}, i})
			}
		}
		if len(all) >= most {
			break
		}
	}
	slices.SortStableFunc(all, func(a, b hit) int { return a.Start - b.Start })
	return all
}

// fits reports whether terms are those of a part.
func (p SearchPart) fits(terms []Term) bool {
	for i, want := range p.Terms {
		got := terms[i].Text
		if got != want && (i+1 < len(p.Terms) || !p.Open() || !strings.HasPrefix(got, want)) {
			return false
		}
	}
	return true
}

// Open reports whether the last term may go on: where it is not finished, and where it is the last
// letter of words without spaces, which in a text has the next letter beside it.
func (p SearchPart) Open() bool { return p.Prefix || p.endsInLetter() }

// endsInLetter reports whether the last term is one letter of a script without spaces.
func (p SearchPart) endsInLetter() bool {
	last := p.Terms[len(p.Terms)-1]
	r, size := utf8.DecodeRuneInString(last)
	return size == len(last) && spaceless(r)
}

// end is where the last term of a part ends in a text, without a letter that only stands beside it.
func (p SearchPart) end(text string, t Term) int {
	if p.endsInLetter() && utf8.RuneCountInString(t.Text) > 1 {
		_, size := utf8.DecodeRuneInString(text[t.Start:])
		return t.Start + size
	}
	return t.End
}

const (
	hitsLooked   = 5000 // places of a text that are looked at for the best of them
	hitsTogether = 200  // bytes: what is further apart is not one place
)

// lineEnded is what stands in a snippet where a line of the text ended.
const lineEnded = " · "

// Best is where in a text, in bytes, the place begins that tells most about a search: the one a
// snippet shows. It is -1 where nothing of it is found.
func (s Search) Best(text string) int {
	hits := s.hits(text, hitsLooked)
	if len(hits) == 0 {
		return -1
	}
	return s.best(hits, hitsTogether)
}

// Snippet is the part of a text that tells most about a search, most bytes of it at most, on one line
// with a sign where a line of the text ended, and the places in it that were searched for. Where
// nothing of it is found it is the beginning of the text.
func (s Search) Snippet(text string, most int) (line string, lit []Place) {
	hits := s.hits(text, hitsLooked)
	from := 0
	if len(hits) > 0 {
		from = s.best(hits, min(most*3/4, hitsTogether))
	}
	start, end := around(text, from, most)
	var b strings.Builder
	if start > 0 {
		b.WriteString("…")
	}
	places := make([]int, end-start+1) // where each byte of the text comes to stand
	begun, gap := false, ""            // what stands between the words before and those to come
	for i, r := range text[start:end] {
		switch r {
		case '\n':
			gap = lineEnded
		case ' ', '\t', '\r':
			gap = cmp.Or(gap, " ")
		default:
			if begun {
				b.WriteString(gap)
			}
			begun, gap = true, ""
		}
		for n := range utf8.RuneLen(max(r, 0)) {
			if i+n < len(places) {
				places[i+n] = b.Len()
			}
		}
		if gap == "" {
			b.WriteRune(r)
		}
	}
	line = b.String()
	places[end-start] = len(line)
	if end < len(text) && !Blank(text[end:]) {
		line += "…"
	}
	for _, h := range hits {
		if h.Start < start || h.End > end {
			continue
		}
		at := Place{places[h.Start-start], places[h.End-start]}
		if n := len(lit); n > 0 && at.Start <= lit[n-1].End {
			lit[n-1].End = max(lit[n-1].End, at.End)
			continue
		}
		lit = append(lit, at)
	}
	return line, lit
}

// best is the first hit of the place where most different parts stand within some bytes, and closest
// together.
func (s Search) best(hits []hit, within int) int {
	best, parts, span := 0, 0, 0
	for i, h := range hits {
		seen := map[int]bool{}
		end := h.End
		for _, other := range hits[i:] {
			if other.End-h.Start > within {
				break
			}
			if !seen[other.part] {
				seen[other.part], end = true, other.End
			}
		}
		if n := len(seen); n > parts || n > 1 && n == parts && end-h.Start < span {
			best, parts, span = h.Start, n, end-h.Start
		}
	}
	return best
}

// around is the bytes of text to be shown so that at is in the first part of them: from and up to
// the ends of words.
func around(text string, at, most int) (start, end int) {
	if len(text)+strings.Count(text, "\n")*(len(lineEnded)-1) <= most {
		return 0, len(text)
	}
	start = max(at-most/4, 0)
	if start > 0 {
		if i := strings.LastIndexByte(text[start:at], '\n'); i >= 0 {
			start += i + 1
		} else if i := strings.IndexAny(text[start:at], " \t"); i >= 0 {
			start += i + 1
		}
		for start < at && !utf8.RuneStart(text[start]) {
			start++
		}
	}
	end = min(start+most, len(text))
	if end == len(text) {
		return start, end
	}
	if i := strings.LastIndexAny(text[start:end], " \n\t"); i > (at-start)+most/4 {
		return start, start + i
	}
	for end > start && !utf8.RuneStart(text[end]) {
		end--
	}
	return start, end
}
