package journal

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Search is what is looked for. All of it has to be found in one thing; the zero value asks for
// nothing.
type Search struct {
	Parts  []SearchPart // in any order
	With   []string     // parts of names, each of the person the thing is with
	Role   Role         // "" is any; the one of the relationship the thing belongs to
	Kinds  []SearchKind // none is any
	Focus  []string     // each a part of what the relationship is about
	From   Date         // the first day, zero for any
	Before Date         // the first day that is too late, zero for any
}

// SearchPart is words that stand one after the other.
type SearchPart struct {
	Terms  []string // as Terms tells them, one at least
	Prefix bool     // the last one may go on
}

// SearchKind is a sort of thing that is found.
type SearchKind string

const (
	SearchPerson       SearchKind = "person"
	SearchRelationship SearchKind = "relationship"
	SearchSession      SearchKind = "session"
	SearchAction       SearchKind = "action"
	SearchTopic        SearchKind = "topic"
	SearchExchange     SearchKind = "exchange"
	SearchShift        SearchKind = "shift"
	SearchGoal         SearchKind = "goal"
	SearchReview       SearchKind = "review"
	SearchAgreement    SearchKind = "agreement"
	SearchMatch        SearchKind = "match"
	SearchAdvice       SearchKind = "advice"
	SearchReflection   SearchKind = "reflection"
	SearchQuestion     SearchKind = "question" // one's own
)

// SearchKinds are all of them, as they are offered.
func SearchKinds() []SearchKind {
	return []SearchKind{
		SearchSession, SearchAction, SearchReflection, SearchTopic, SearchExchange, SearchShift, SearchGoal, SearchReview,
		SearchAgreement, SearchMatch, SearchAdvice, SearchPerson, SearchRelationship, SearchQuestion,
	}
}

// SearchFilters are the words that, with a colon behind, narrow a search down.
func SearchFilters() []string { return []string{"with", "role", "is", "before", "after", "focus"} }

// IsZero reports whether nothing is asked for.
func (s Search) IsZero() bool {
	return len(s.Parts) == 0 && len(s.With) == 0 && s.Role == "" && len(s.Kinds) == 0 && len(s.Focus) == 0 && s.From.IsZero() && s.Before.IsZero()
}

// SearchNotice says something about what was typed.
type SearchNotice struct {
	Text string // a sentence
	Left bool   // a filter could not be read and was left out, so that more may be found than was meant

	Strange bool // it is about a filter there is none of, whose words were searched
}

// ReadSearch reads what somebody typed to find something, on a day: words, all of which are meant and
// the last of which may not be finished; a phrase in quotes; and filters such as with:priya, whose
// words may be in quotes too. It never fails. What cannot be meant as it stands is left out or
// searched as words, and said.
func ReadSearch(typed string, today Date) (s Search, notices []SearchNotice) {
	r := searchReader{today: today}
	return r.read(typed)
}

// ReadSearchKnown is ReadSearch for a search whose words of filters there are none of stand nowhere:
// they are left out too.
func ReadSearchKnown(typed string, today Date) (s Search, notices []SearchNotice) {
	r := searchReader{today: today, known: true}
	return r.read(typed)
}

func (r *searchReader) read(typed string) (s Search, notices []SearchNotice) {
	for _, w := range searchWords(typed) {
		r.word(w)
	}
	if n := len(r.search.Parts); n > 0 && !r.closed && !r.over {
		r.search.Parts[n-1].Prefix = true
	}
	if r.over {
		r.say(false, "That is a great many words; the first %d were searched.", MaxSearchParts)
	}
	return r.search, r.notices
}

// MaxSearchParts is how many different words, and how many names or kinds of one filter, a search has.
const MaxSearchParts = 20

// once adds a word of a filter to those there are.
func (r *searchReader) once(to []string, text string) []string {
	switch {
	case slices.Contains(to, text):
	case len(to) == MaxSearchParts:
		r.over = true
	default:
		to = append(to, text)
	}
	return to
}

// searchWord is what stands between spaces, or in quotes.
type searchWord struct {
	filter string // what is before the colon of a filter, "" mostly
	text   string
	quoted bool
	closed bool // by a quote of its own
}

// searchWords cuts what was typed. A quote that is never closed goes to the end.
func searchWords(typed string) []searchWord {
	var all []searchWord
	for rest := strings.TrimLeft(typed, " \t\r\n"); rest != ""; rest = strings.TrimLeft(rest, " \t\r\n") {
		var w searchWord
		if i := strings.IndexAny(rest, ": \t\r\n\"“”"); i > 0 && rest[i] == ':' {
			w.filter, rest = rest[:i], rest[i+1:]
		}
		if open := quoteAt(rest); open > 0 {
			w.quoted = true
			rest = rest[open:]
			end := strings.IndexAny(rest, "\"“”")
			if end >= 0 {
				w.closed = true
				w.text, rest = rest[:end], rest[end+quoteAt(rest[end:]):]
			} else {
				w.text, rest = rest, ""
			}
		} else if end := strings.IndexAny(rest, " \t\r\n\"“”"); end >= 0 {
			w.text, rest = rest[:end], rest[end:]
		} else {
			w.text, rest = rest, ""
		}
		all = append(all, w)
	}
	return all
}

// quoteAt is the length of the quote that text begins with, 0 for none.
func quoteAt(text string) int {
	for _, q := range []string{`"`, "“", "”"} {
		if strings.HasPrefix(text, q) {
			return len(q)
		}
	}
	return 0
}

type searchReader struct {
	today   Date
	search  Search
	notices []SearchNotice
	closed  bool // the last part was in quotes
	over    bool // there were more of something than are searched
	known   bool // filters there are none of are left out
}

func (r *searchReader) word(w searchWord) {
	if w.filter == "" {
		r.part(w.text, w.closed)
		return
	}
	name := Fold(w.filter)
	if !slices.Contains(SearchFilters(), name) {
		if isFilterName(name) && w.text != "" && !strings.HasPrefix(w.text, "/") {
			there := strings.Join(SearchFilters(), ":, ")
			if r.known {
				r.say(true, "%s:%s was left out: nothing has it, and filters are %s:.", name, clipWord(w.text), there)
				return
			}
			r.say(false, "There is no filter %s:, so its words were searched; there are %s:.", name, there)
			r.notices[len(r.notices)-1].Strange = true
		}
		if w.quoted {
			r.part(w.filter, true)
			r.part(w.text, w.closed)
			return
		}
		r.part(w.filter+":"+w.text, false)
		return
	}
	if Blank(w.text) {
		return // it is just being typed
	}
	r.filter(name, w.text)
}

// isFilterName reports whether a word before a colon may be meant as a filter: a time of day and a
// line form of a note are not.
func isFilterName(name string) bool {
	const most = 12
	if name == "priv" || len(name) < 2 || len(name) > most {
		return false
	}
	return !strings.ContainsFunc(name, func(r rune) bool { return r < 'a' || r > 'z' })
}

func (r *searchReader) say(left bool, format string, args ...any) {
	r.notices = append(r.notices, SearchNotice{Text: fmt.Sprintf(format, args...), Left: left})
}

func (r *searchReader) part(text string, closed bool) {
	var p SearchPart
	for t := range Terms(text) {
		p.Terms = append(p.Terms, t.Text)
	}
	if len(p.Terms) == 0 {
		return
	}
	const most = 40 // terms of a phrase
	if len(p.Terms) > most {
		p.Terms, r.over = p.Terms[:most], true
	}
	r.closed = closed
	if slices.ContainsFunc(r.search.Parts, func(o SearchPart) bool { return slices.Equal(o.Terms, p.Terms) }) {
		// It goes to the end, where it may be a beginning.
		r.search.Parts = slices.DeleteFunc(r.search.Parts, func(o SearchPart) bool { return slices.Equal(o.Terms, p.Terms) })
	}
	if len(r.search.Parts) == MaxSearchParts {
		r.over = true
		return
	}
	r.search.Parts = append(r.search.Parts, p)
}

func (r *searchReader) filter(name, text string) {
	switch name {
	case "with":
		r.search.With = r.once(r.search.With, text)
	case "focus":
		r.search.Focus = r.once(r.search.Focus, text)
	case "role":
		role, err := ParseRole(text)
		if err != nil {
			r.say(true, "role:%s was left out: role: takes mentor, mentee or mutual.", clipWord(text))
			return
		}
		r.search.Role = role
	case "is":
		for _, one := range strings.FieldsFunc(text, func(r rune) bool { return r == '|' || r == ',' }) {
			kind, ok := parseSearchKind(one)
			if !ok {
				r.say(true, "is:%s was left out: is: takes %s.", clipWord(one), kindList())
				continue
			}
			if !slices.Contains(r.search.Kinds, kind) {
				r.search.Kinds = append(r.search.Kinds, kind)
			}
		}
	case "before", "after":
		first, next, ok := readSearchDay(text, r.today)
		switch {
		case !ok:
			r.say(true, "%s:%s was left out: %[1]s: takes a day, a month or a year such as 2026-11-20, 2026-11 or 2026.", name, clipWord(text))
		case name == "before":
			r.search.Before = first
		default:
			r.search.From = next
		}
	}
}

// parseSearchKind reads a kind as it is called in lists too, in one or several.
func parseSearchKind(word string) (SearchKind, bool) {
	word = Fold(word)
	switch word {
	case "note", "notes", "conversation", "conversations":
		return SearchSession, true
	case "answer", "answers":
		return SearchReflection, true
	case "people":
		return SearchPerson, true
	case "matches":
		return SearchMatch, true
	}
	for _, k := range SearchKinds() {
		if word == string(k) || word == string(k)+"s" {
			return k, true
		}
	}
	return "", false
}

func kindList() string {
	all := make([]string, 0, len(SearchKinds()))
	for _, k := range SearchKinds() {
		all = append(all, string(k))
	}
	return strings.Join(all[:len(all)-1], ", ") + " or " + all[len(all)-1]
}

// readSearchDay reads a year, a month or a day: the first day of it, and the first one after it.
func readSearchDay(text string, today Date) (first, next Date, ok bool) {
	if at, err := time.Parse("2006", text); err == nil && at.Year() > 0 && at.Year() <= maxDateYear {
		first = DateOf(at)
		return first, first.AddMonths(12), true
	}
	if at, err := time.Parse("2006-01", text); err == nil && at.Year() > 0 && at.Year() <= maxDateYear {
		first = DateOf(at)
		return first, first.AddMonths(1), true
	}
	switch Fold(text) {
	case "yesterday":
		return today.AddDays(-1), today, true
	case "today":
		return today, today.AddDays(1), true
	}
	if first, err := ParseISODate(text); err == nil {
		return first, first.AddDays(1), true
	}
	return Date{}, Date{}, false
}

// clipWord is a word as it is quoted in a sentence.
func clipWord(s string) string {
	const most = 24
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
