package store

import (
	"context"
	"database/sql"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"bothways/journal"
)

// SearchOptions is which part of what fits is wanted.
type SearchOptions struct {
	Limit  int    // 0 is SearchPage
	Before Cursor // Next of the page before; "" for the first
	Best   bool   // the best of the newest first, else the newest
	Open   bool   // only by words that others may see: that something is found would tell a confidence
}

// SearchResult is what a search found.
type SearchResult struct {
	Found  []journal.Found // the newest first, or the best
	Next   Cursor          // where those that follow begin, "" where there are none
	Due    int             // things that are not in the index yet, so that they cannot be found
	Notes  []string        // sentences about a filter that fits nothing
	BestOf int             // among how many of the newest the best were looked for, 0 for the newest first
	Capped bool            // of the best: there are older ones, which were not looked at
}

const (
	// SearchPage is how many things a search answers when no number is asked for.
	SearchPage = 50
	// SearchBestOf is among how many of the newest the best are looked for, at most: how well something
	// fits has to be worked out one by one.
	SearchBestOf = 1000
	// SearchBestOfTexts is the same for several words, and for those of a role or a focus: for these the
	// texts are read.
	SearchBestOfTexts = 150
)

// Search finds what has all of q in it. Several words may also name who it is with: each of them is a
// word of the thing, or of the name of its person. What asks for nothing finds nothing.
func (s *Store) Search(ctx context.Context, q journal.Search, o SearchOptions) (out SearchResult, err error) {
	if o.Limit <= 0 {
		o.Limit = SearchPage
	}
	if q.IsZero() {
		return out, nil
	}
	err = s.read(ctx, func(db querier) error {
		if out.Due, err = count(ctx, db, "SELECT count(*) FROM search_due"); err != nil {
			return err
		}
		m := searchMatcher{ctx: ctx, db: db, q: q, open: o.Open}
		if err := m.prepare(); err != nil {
			return err
		}
		out.Notes = m.notes
		switch {
		case m.nothing:
			return nil
		case o.Best && len(q.Parts) > 0:
			return s.findBest(&m, o, &out)
		}
		return s.findNewest(&m, o, &out)
	})
	if damaged(err) || err != nil && aboutWords(err.Error()) {
		e := journal.Errorf(journal.CodeDamaged, "The index that searches the words is damaged; the words themselves are not. `%s check --repair` makes it anew.", s.called())
		e.Cause = err
		err = e
	}
	return out, err
}

// findNewest reads ids from the newest on until there are enough things.
func (s *Store) findNewest(m *searchMatcher, o SearchOptions, out *SearchResult) error {
	const least = 16 // ids that are asked for at once: many near the end of a span of days may not fit
	from, before := s.searchBounds(m.q)
	if o.Before != "" {
		_, last, err := o.Before.read()
		if err != nil {
			return err
		}
		before = min(before, last)
	}
	var last int64
	for {
		ids, err := m.ids(from, before, max(least, o.Limit+1-len(out.Found)))
		if err != nil || len(ids) == 0 {
			return err
		}
		found, err := s.found(m, ids)
		if err != nil {
			return err
		}
		for _, f := range found {
			if !m.wants(f.Found) {
				continue
			}
			if len(out.Found) == o.Limit {
				out.Next = cursorOf("", last)
				return nil
			}
			out.Found, last = append(out.Found, f.Found), f.id
		}
		before = ids[len(ids)-1]
	}
}

// fitsDay reports whether a day is among those asked for.
func (m *searchMatcher) fitsDay(d journal.Date) bool {
	return (m.q.From.IsZero() || !d.Before(m.q.From)) && (m.q.Before.IsZero() || d.Before(m.q.Before))
}

// searchBounds are the ids a search of some days can find, with a day to spare on both sides: a day is
// the one it was where it was written.
func (s *Store) searchBounds(q journal.Search) (from, before int64) {
	before = math.MaxInt64
	at := func(d journal.Date, spare int) int64 {
		d = d.AddDays(spare)
		return firstSearchID(time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, s.now().Location()).UnixMilli())
	}
	if !q.From.IsZero() {
		from = at(q.From, -1)
	}
	if !q.Before.IsZero() {
		before = at(q.Before, 1)
	}
	return from, before
}

// searchMatcher asks the index.
type searchMatcher struct {
	ctx     context.Context
	db      querier
	q       journal.Search
	match   string // "" where only days are asked for
	narrow  string // the part of it that is not about words, "" where all of it is
	nothing bool   // a filter fits nothing
	notes   []string
	names   []namedPerson // of everyone, once one of them was needed
	open    bool          // see SearchOptions
}

// people is everyone and their names.
func (m *searchMatcher) people() (all []namedPerson, err error) {
	if m.names == nil {
		m.names, err = list(m.ctx, m.db, func(r *sql.Rows) (p namedPerson, err error) { return p, r.Scan(&p.id, &p.name) },
			"SELECT id, name FROM person WHERE deleted_at IS NULL")
	}
	return m.names, err
}

func (m *searchMatcher) prepare() error {
	words, err := m.words()
	if err != nil {
		return err
	}
	all, err := m.with()
	if err != nil {
		return err
	}
	if m.q.Role != "" || len(m.q.Focus) > 0 {
		which, err := m.relationships()
		if err != nil {
			return err
		}
		all = append(all, tagged("r", which))
	}
	if len(m.q.Kinds) > 0 {
		var kinds []string
		for _, k := range m.q.Kinds {
			kinds = append(kinds, fmt.Sprintf(`"k%s"`, k))
		}
		all = append(all, "tags : ("+strings.Join(kinds, " OR ")+")")
	}
	m.narrow = strings.Join(all, " AND ")
	m.match = strings.Join(append(words, all...), " AND ")
	return nil
}

// leastOfName is how many letters a beginning has to have to be looked for among names: one letter
// begins that of half of all people.
const leastOfName = 2

// words asks for each of the words. Where there are several, one may be of the name of the person.
func (m *searchMatcher) words() (all []string, err error) {
	for _, part := range m.q.Parts {
		one := "text : " + phrase(part)
		if len(m.q.Parts) > 1 && !(part.Prefix && utf8.RuneCountInString(part.Terms[0]) < leastOfName) {
			people, err := m.people()
			if err != nil {
				return nil, err
			}
			if who := whoseName(people, part); len(who) > 0 {
				one = "(" + one + " OR " + tagged("p", who) + ")"
			}
		}
		all = append(all, one)
	}
	return all, nil
}

// with asks for things of the people that are named.
func (m *searchMatcher) with() (all []string, err error) {
	for _, name := range m.q.With {
		people, err := m.people()
		if err != nil {
			return nil, err
		}
		with, _ := journal.ReadSearch(name, journal.Date{})
		var who []int64
		for i, part := range with.Parts {
			part.Prefix = true
			if fit := whoseName(people, part); i == 0 {
				who = fit
			} else {
				who = slices.DeleteFunc(who, func(id int64) bool { return !slices.Contains(fit, id) })
			}
		}
		if len(who) == 0 {
			m.note("Nobody in the journal is called %s.", clip(name))
		}
		all = append(all, tagged("p", who))
	}
	return all, nil
}

func (m *searchMatcher) note(format string, args ...any) {
	m.nothing = true
	m.notes = append(m.notes, fmt.Sprintf(format, args...))
}

// relationships are those of a role, and about all of what is asked for.
func (m *searchMatcher) relationships() ([]int64, error) {
	type standing struct {
		id    int64
		focus string
	}
	all, err := list(m.ctx, m.db, func(r *sql.Rows) (s standing, err error) { return s, r.Scan(&s.id, &s.focus) },
		"SELECT id, ifnull((SELECT group_concat(value, ' ') FROM json_each(focus)), '') FROM relationship WHERE deleted_at IS NULL AND (?1 = '' OR role = ?1)", string(m.q.Role))
	if err != nil {
		return nil, err
	}
	var which []int64
	for _, r := range all {
		fits := true
		for _, f := range m.q.Focus {
			for t := range journal.Terms(f) {
				fits = fits && hasTerm(r.focus, journal.SearchPart{Terms: []string{t.Text}, Prefix: true})
			}
		}
		if fits {
			which = append(which, r.id)
		}
	}
	if len(which) == 0 {
		switch {
		case len(m.q.Focus) > 0:
			m.note("No relationship is about %s.", clip(strings.Join(m.q.Focus, " and ")))
		default:
			m.note("There is no relationship of that role yet.")
		}
	}
	return which, nil
}

// ids are those of the index that fit, the newest first.
func (m *searchMatcher) ids(from, before int64, limit int) ([]int64, error) {
	if m.match == "" {
		return list(m.ctx, m.db, scanID, "SELECT id FROM search_doc WHERE id >= ? AND id < ? ORDER BY id DESC LIMIT ?", from, before, limit)
	}
	return list(m.ctx, m.db, scanID, "SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid DESC LIMIT ?", m.match, from, before, limit)
}

// phrase is a part as the index is asked for it. Its terms have no sign that means something there.
func phrase(p journal.SearchPart) string {
	all := `"` + strings.Join(p.Terms, " ") + `"`
	if p.Open() {
		all += " *"
	}
	return all
}

// tagged asks for things that belong to one of several.
func tagged(kind string, of []int64) string {
	all := make([]string, len(of))
	for i, id := range of {
		all[i] = fmt.Sprintf(`"%s%d"`, kind, id)
	}
	return "tags : (" + strings.Join(all, " OR ") + ")"
}

type namedPerson struct {
	id   int64
	name string
}

// whoseName are the people who have a part in their name.
func whoseName(all []namedPerson, p journal.SearchPart) []int64 {
	var out []int64
	for _, one := range all {
		if hasTerm(one.name, p) {
			out = append(out, one.id)
		}
	}
	return out
}

func hasTerm(text string, p journal.SearchPart) bool {
	return len(journal.Search{Parts: []journal.SearchPart{p}}.Hits(text, 1)) > 0
}

// foundThing is a thing with its id in the index.
type foundThing struct {
	id int64
	journal.Found
}

// found are the things of ids of the index, in their order.
func (s *Store) found(m *searchMatcher, of []int64) ([]foundThing, error) {
	ctx, db := m.ctx, m.db
	type indexed struct {
		id int64
		rowRef
	}
	docs, err := list(ctx, db, func(r *sql.Rows) (d indexed, err error) { return d, r.Scan(&d.id, &d.table, &d.row) },
		"SELECT id, tbl, row_id FROM search_doc WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id DESC", ids(of))
	if err != nil {
		return nil, err
	}
	byTable := map[table][]int64{}
	for _, d := range docs {
		byTable[d.table] = append(byTable[d.table], d.row)
	}
	there := map[rowRef]searchDoc{}
	var people []int64
	for tbl, rows := range byTable {
		all, err := list(ctx, db, scanSearchDoc, searchQuery(tbl), ids(rows))
		if err != nil {
			return nil, err
		}
		for _, d := range all {
			there[rowRef{tbl, d.row}] = d
			people = append(people, d.person)
		}
	}
	names, err := m.namesOf(people)
	if err != nil {
		return nil, err
	}
	var out []foundThing
	for _, d := range docs {
		one, ok := there[d.rowRef]
		if !ok {
			continue // deleted just now, and not taken out of the index yet
		}
		f := journal.Found{Kind: searchKind(d.table), ID: one.row, UID: one.uid, PersonID: one.person, RelationshipID: one.relationship,
			Person: names[one.person], At: s.when(one), Day: day(one.day), Words: one.words, Private: one.private}
		if f.Day.IsZero() {
			f.Day = journal.DateOf(f.At)
		}
		out = append(out, foundThing{d.id, f})
	}
	return out, nil
}

// when is when a thing was, in its own zone where it has one.
func (s *Store) when(d searchDoc) time.Time {
	if d.zone == "" {
		return s.clock(d.at)
	}
	return s.zones.at(d.at, d.zone)
}

func (m *searchMatcher) namesOf(people []int64) (map[int64]string, error) {
	all := m.names
	if all == nil {
		var err error
		if all, err = list(m.ctx, m.db, func(r *sql.Rows) (p namedPerson, err error) { return p, r.Scan(&p.id, &p.name) },
			"SELECT id, name FROM person WHERE id IN (SELECT value FROM json_each(?))", ids(people)); err != nil {
			return nil, err
		}
	}
	names := make(map[int64]string, len(all))
	for _, p := range all {
		names[p.id] = p.name
	}
	return names, nil
}
