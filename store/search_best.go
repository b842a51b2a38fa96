package store

import (
	"cmp"
	"database/sql"
	"slices"

	"bothways/journal"
)

// What is best is told by whether the words stand side by side, close together, and whole. How rare each
// word is would say more, but to know that, all that was ever written has to be gone through at every
// key. Of a single word the index says it for a stretch of it. Of several it does not: asked for words
// side by side, it goes on to the next place where they stand so, however far back that is. So the
// texts are read, of fewer things.

// ranked is a thing of the index and how well it fits: less is better.
type ranked struct {
	id   int64
	rank float64
}

// What a thing gains: none of them can be made up for by what comes after it.
const (
	gainBeside = 1000.0 // all words stand side by side, as they were typed
	gainNear   = 500.0  // they stand close together
	gainWhole  = 250.0  // the last one is a whole word
	rareWord   = 8      // a word that not one in so many things has is counted in each of them
	countedIn  = 200    // of the newest
)

// findBest reads the newest that fit and puts the best of them first. Those before it on the list are
// counted: nothing else tells where the next page of it begins.
func (s *Store) findBest(m *searchMatcher, o SearchOptions, out *SearchResult) error {
	skip := int64(0)
	if o.Before != "" {
		var err error
		if _, skip, err = o.Before.read(); err != nil {
			return err
		}
	}
	from, before := s.searchBounds(m.q)
	most := SearchBestOf
	if m.texts() {
		most = SearchBestOfTexts
	}
	newest, err := m.ids(from, before, most+1)
	if err != nil {
		return err
	}
	if len(newest) > most {
		newest, out.Capped = newest[:most], true
	}
	out.BestOf = len(newest)
	things := map[int64]foundThing{}
	all, err := s.ranks(m, newest, things)
	if err != nil {
		return err
	}
	slices.SortStableFunc(all, func(a, b ranked) int { return cmp.Compare(a.rank, b.rank) })
	for at := max(0, min(int(skip), len(all))); at < len(all) && len(out.Found) < o.Limit; {
		next := all[at:min(at+o.Limit, len(all))]
		if err := s.readThings(m, next, things); err != nil {
			return err
		}
		for _, r := range next {
			if len(out.Found) == o.Limit {
				break
			}
			at++
			if f, ok := things[r.id]; ok && m.wants(f.Found) {
				out.Found = append(out.Found, f.Found)
			}
		}
		if at < len(all) && len(out.Found) == o.Limit {
			out.Next = cursorOf("", int64(at))
		}
	}
	return nil
}

// texts reports whether the texts tell what is best: more than one word is looked for, or among the
// things of so many relationships that asking the index again takes longer.
func (m *searchMatcher) texts() bool {
	return len(m.q.Parts) > 1 || len(m.q.Parts[0].Terms) > 1 || m.q.Role != "" || len(m.q.Focus) > 0
}

// readThings reads things that are not among those that were read.
func (s *Store) readThings(m *searchMatcher, which []ranked, things map[int64]foundThing) error {
	var of []int64
	for _, r := range which {
		if _, ok := things[r.id]; !ok {
			of = append(of, r.id)
		}
	}
	if len(of) == 0 {
		return nil
	}
	found, err := s.found(m, of)
	for _, f := range found {
		things[f.id] = f
	}
	return err
}

// ranks are how well the newest fit. What is read for that is put among things.
func (s *Store) ranks(m *searchMatcher, newest []int64, things map[int64]foundThing) ([]ranked, error) {
	gains := map[int64]float64{}
	switch {
	case len(newest) < 2:
	case m.texts():
		if err := s.readThings(m, asRanked(newest, nil), things); err != nil {
			return nil, err
		}
		for id, f := range things {
			gains[id] = gainOf(m.q, f.Words+"\n"+f.Private)
		}
	default:
		if err := m.rankWord(newest, gains); err != nil {
			return nil, err
		}
	}
	return asRanked(newest, gains), nil
}

// gainOf is what a thing gains by how several words stand in it.
func gainOf(q journal.Search, text string) float64 {
	if len(q.Parts) > 1 {
		switch q.Together(text) {
		case journal.Beside:
			return gainBeside
		case journal.Near:
			return gainNear
		}
		return 0
	}
	whole := q.Parts[0]
	whole.Prefix = false
	if q.Parts[0].Prefix && hasTerm(text, whole) {
		return gainWhole
	}
	return 0
}

// rankWord adds what things gain by how a single word stands in them: whole, and, of the newest, how
// often for how long the thing is.
func (m *searchMatcher) rankWord(newest []int64, gains map[int64]float64) error {
	whole := m.q.Parts[0]
	whole.Prefix = false
	words := "text : " + phrase(whole)
	if m.narrow != "" {
		words += " AND " + m.narrow
	}
	first, end := newest[len(newest)-1], newest[0]+1
	counted := newest[:min(len(newest), countedIn)]
	of := newest
	if m.q.Parts[0].Prefix {
		var err error
		if of, err = list(m.ctx, m.db, scanID, "SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid DESC", words, first, end); err != nil {
			return err
		}
	}
	for _, id := range of {
		gains[id] += gainWhole
	}
	first = counted[len(counted)-1]
	if m.narrow != "" || len(of) == 0 || of[0] < first {
		return nil
	}
	rare, err := m.rare(first, end, len(counted))
	if err == nil && rare {
		err = m.often(words, first, end, gains)
	}
	return err
}

// rare reports whether n things are few among all that are there from the first to the end.
func (m *searchMatcher) rare(first, end int64, n int) (bool, error) {
	all, err := count(m.ctx, m.db, "SELECT count(*) FROM (SELECT 1 FROM search_doc WHERE id >= ? AND id < ? LIMIT ?)", first, end, n*rareWord)
	return all >= n*rareWord, err
}

// often adds to each thing how often words stand in it.
func (m *searchMatcher) often(words string, first, end int64, gains map[int64]float64) error {
	all, err := list(m.ctx, m.db, func(r *sql.Rows) (one ranked, err error) { return one, r.Scan(&one.id, &one.rank) },
		"SELECT rowid, bm25(search, 1.0, 0.0) FROM search WHERE search MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid DESC", words, first, end)
	for _, r := range all {
		gains[r.id] -= r.rank // it is below zero
	}
	return err
}

// asRanked gives each its rank.
func asRanked(all []int64, gains map[int64]float64) []ranked {
	out := make([]ranked, len(all))
	for i, id := range all {
		out[i] = ranked{id, -gains[id]}
	}
	return out
}
