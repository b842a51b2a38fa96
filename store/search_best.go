package store

import (
	"cmp"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"bothways/journal"
)

// What is best is told by what the index answers for a stretch of it: whether the words stand side by
// side, close together, and whole. How rare each word is would say more, but to know that, all that
// was ever written has to be gone through at every key.

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
	nearWords  = 12     // how many others may stand between words that are close together
	rareWord   = 8      // a word that not one in so many things has is counted in each of them
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
	all, err := m.ranks(from, before, SearchBestOf+1)
	if err != nil {
		return err
	}
	if len(all) > SearchBestOf {
		all, out.Capped = all[:SearchBestOf], true
	}
	slices.SortStableFunc(all, func(a, b ranked) int { return cmp.Compare(a.rank, b.rank) })
	for at := max(0, min(int(skip), len(all))); at < len(all) && len(out.Found) < o.Limit; {
		next := all[at:min(at+o.Limit, len(all))]
		of := make([]int64, len(next))
		for i, r := range next {
			of[i] = r.id
		}
		found, err := s.found(m, of)
		if err != nil {
			return err
		}
		things := map[int64]foundThing{}
		for _, f := range found {
			things[f.id] = f
		}
		for _, id := range of {
			if len(out.Found) == o.Limit {
				break
			}
			at++
			if f, ok := things[id]; ok && m.fitsDay(f.Day) {
				out.Found = append(out.Found, f.Found)
			}
		}
		if at < len(all) && len(out.Found) == o.Limit {
			out.Next = cursorOf("", int64(at))
		}
	}
	return nil
}

// ranks are the newest that fit, with how well.
func (m *searchMatcher) ranks(from, before int64, limit int) ([]ranked, error) {
	newest, err := m.ids(from, before, limit)
	if err != nil || len(newest) < 2 {
		return asRanked(newest, nil), err
	}
	first, end := newest[len(newest)-1], newest[0]+1
	gains := map[int64]float64{}
	gain := func(n float64, words string) error {
		if m.narrow != "" {
			words += " AND " + m.narrow
		}
		of, err := list(m.ctx, m.db, scanID, "SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid DESC LIMIT ?", words, first, end, limit)
		for _, id := range of {
			gains[id] += n
		}
		return err
	}
	parts := m.q.Parts
	last := parts[len(parts)-1]
	if len(parts) > 1 {
		near := make([]string, len(parts))
		var terms []string
		for i, p := range parts {
			near[i] = phrase(p)
			terms = append(terms, p.Terms...)
		}
		beside := journal.SearchPart{Terms: terms, Prefix: last.Prefix}
		err := errors.Join(
			gain(gainNear, fmt.Sprintf("text : NEAR(%s, %d)", strings.Join(near, " "), nearWords)), gain(gainBeside, "text : "+phrase(beside)))
		return asRanked(newest, gains), err
	}
	if last.Prefix {
		last.Prefix = false
		if err := gain(gainWhole, "text : "+phrase(last)); err != nil {
			return nil, err
		}
	}
	if m.narrow != "" {
		return asRanked(newest, gains), nil
	}
	// Of a single word it says how often it stands there, for how long the thing is.
	rare, err := m.rare(first, end, len(newest))
	if err == nil && rare {
		err = m.often(first, end, gains)
	}
	return asRanked(newest, gains), err
}

// rare reports whether n things are few among all that are there from the first to the end.
func (m *searchMatcher) rare(first, end int64, n int) (bool, error) {
	all, err := count(m.ctx, m.db, "SELECT count(*) FROM (SELECT 1 FROM search_doc WHERE id >= ? AND id < ? LIMIT ?)", first, end, n*rareWord)
	return all >= n*rareWord, err
}

// often adds to each thing how often the words stand in it.
func (m *searchMatcher) often(first, end int64, gains map[int64]float64) error {
	all, err := list(m.ctx, m.db, func(r *sql.Rows) (one ranked, err error) { return one, r.Scan(&one.id, &one.rank) },
		"SELECT rowid, bm25(search, 1.0, 0.0) FROM search WHERE search MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid DESC", m.match, first, end)
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
