package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"bothways/journal"
)

const (
	// How much is taken into the index at once: other writes wait for it.
	indexRows   = 400
	indexBytes  = 256 << 10
	indexAtOnce = 50 // rows of a table that are read together
)

// Indexed brings the index of the words up to date with what was written, a bit at a time, and answers
// how many things are still to be taken in where ctx ended before that. Nothing that is kept waits for
// it: it is called after a change, before a search, and when the journal is closed.
func (s *Store) Indexed(ctx context.Context) (due int, err error) {
	for {
		if err := s.read(ctx, func(db querier) error {
			due, err = count(ctx, db, "SELECT count(*) FROM search_due")
			return err
		}); err != nil || due == 0 || s.readOnly || ctx.Err() != nil {
			return due, err
		}
		began := time.Now()
		if err := s.derive(ctx, indexSome); err != nil {
			return due, err
		}
		// Whoever wants to write meanwhile gets a turn: SQLite has no queue, and wakes nobody.
		select {
		case <-ctx.Done():
		case <-time.After(min(time.Since(began)/2, indexPause)):
		}
	}
}

// indexPause is the longest time the index waits for others between two pieces.
const indexPause = 50 * time.Millisecond

// indexLast takes in what was written last, before the journal is closed. Where that is a great deal,
// or something is in the way, the rest is taken in another time.
func (s *Store) indexLast() {
	const most = 4 // times
	if s.wr == nil || s.wr.Stats().OpenConnections == 0 {
		return // nothing was written
	}
	ctx := context.Background()
	for range most {
		due, err := anyDue(ctx, s.wr)
		if err != nil || !due || s.derive(ctx, indexSome) != nil {
			return
		}
	}
}

// IndexDue reports whether something was written that cannot be found yet.
func (s *Store) IndexDue(ctx context.Context) (due bool, err error) {
	err = s.read(ctx, func(db querier) error {
		due, err = anyDue(ctx, db)
		return err
	})
	return due && !s.readOnly, err
}

func anyDue(ctx context.Context, q querier) (bool, error) {
	n, err := count(ctx, q, "SELECT EXISTS (SELECT 1 FROM search_due)")
	return n > 0, err
}

// indexSome takes some of what is due into the index.
func indexSome(ctx context.Context, x *sql.Tx) error {
	i := newIndexer(ctx, x)
	return errors.Join(i.some(), i.close())
}

// indexAll takes everything that is due into an index that was empty: in the order of time, since the
// index gathers only what goes on from what it has, and in large pieces, which are left as they are.
func indexAll(ctx context.Context, x *sql.Tx) error {
	if err := indexPieces(ctx, x, 64<<20, 0); err != nil {
		return err
	}
	i := newIndexer(ctx, x)
	due, err := i.inTime()
	for n := 0; err == nil && n < len(due); n += indexRows {
		_, err = i.take(due[n:min(n+indexRows, len(due))])
	}
	if err = errors.Join(err, i.close()); err != nil {
		return err
	}
	return indexPieces(ctx, x, 1<<20, 4)
}

// indexPieces sets how many bytes the index gathers before it writes them, and how many pieces there
// may be before it puts them together, 0 for any number. A mebibyte and four is what it has by itself.
func indexPieces(ctx context.Context, x *sql.Tx, bytes, most int) error {
	_, err := x.ExecContext(ctx, "INSERT INTO search (search, rank) VALUES ('hashsize', ?), ('automerge', ?)", bytes, most)
	return err
}

// searchDoc is what is indexed of a row.
type searchDoc struct {
	row, relationship, person int64
	uid                       string
	at                        int64 // milliseconds
	day                       sql.NullString
	zone                      string // "" where it has none of its own
	words                     string
	private                   string // words too, but hidden in company
}

func scanSearchDoc(r *sql.Rows) (d searchDoc, err error) {
	return d, r.Scan(&d.row, &d.uid, &d.relationship, &d.person, &d.at, &d.day, &d.zone, &d.words, &d.private)
}

// indexer takes rows into the index.
type indexer struct {
	ctx   context.Context
	x     *sql.Tx
	ready map[string]*sql.Stmt // by query; the same few are asked for every row
}

func newIndexer(ctx context.Context, x *sql.Tx) *indexer {
	return &indexer{ctx, x, map[string]*sql.Stmt{}}
}

func (i *indexer) close() (err error) {
	for _, s := range i.ready {
		err = errors.Join(err, s.Close())
	}
	return err
}

func (i *indexer) exec(query string, args ...any) error {
	s := i.ready[query]
	if s == nil {
		var err error
		if s, err = i.x.PrepareContext(i.ctx, query); err != nil {
			return err
		}
		i.ready[query] = s
	}
	_, err := s.ExecContext(i.ctx, args...)
	return err
}

// some takes in some of what is due.
func (i *indexer) some() error {
	due, err := list(i.ctx, i.x, func(r *sql.Rows) (d rowRef, err error) { return d, r.Scan(&d.table, &d.row) },
		"SELECT tbl, row_id FROM search_due ORDER BY tbl, row_id LIMIT ?", indexRows)
	for bytes := 0; err == nil && len(due) > 0 && bytes < indexBytes; {
		next, n := due[:min(indexAtOnce, len(due))], 0
		n, err = i.take(next)
		due, bytes = due[len(next):], bytes+n
	}
	return err
}

// inTime is all that is due, the oldest first.
func (i *indexer) inTime() ([]rowRef, error) {
	type dated struct {
		rowRef
		at int64
	}
	var all []dated
	for _, tbl := range searched() {
		due, err := list(i.ctx, i.x, scanID, "SELECT row_id FROM search_due WHERE tbl = ?", string(tbl))
		if err != nil {
			return nil, err
		}
		rows, err := list(i.ctx, i.x, func(r *sql.Rows) (d dated, err error) {
			d.table = tbl
			return d, r.Scan(&d.row, &d.at)
		}, "WITH d(id, uid, relationship, person, at, day, zone, words, private) AS ("+searchQuery(tbl)+") SELECT id, at FROM d", ids(due))
		if err != nil {
			return nil, err
		}
		all = append(all, rows...)
	}
	slices.SortStableFunc(all, func(a, b dated) int { return cmp.Compare(searchID(a.table, a.at), searchID(b.table, b.at)) })
	out := make([]rowRef, len(all))
	for n, d := range all {
		out[n] = d.rowRef
	}
	return out, nil
}

// take takes rows in, and answers how many bytes of words they have.
func (i *indexer) take(due []rowRef) (bytes int, err error) {
	byTable := map[table][]int64{}
	for _, d := range due {
		byTable[d.table] = append(byTable[d.table], d.row)
	}
	type doc struct {
		table
		searchDoc
	}
	var docs []doc
	for _, tbl := range searched() {
		if len(byTable[tbl]) == 0 {
			continue
		}
		rows := ids(byTable[tbl])
		if err := i.forget(tbl, rows); err != nil {
			return 0, err
		}
		found, err := list(i.ctx, i.x, scanSearchDoc, searchQuery(tbl), rows)
		if err != nil {
			return 0, err
		}
		for _, d := range found {
			docs = append(docs, doc{tbl, d})
		}
	}
	slices.SortStableFunc(docs, func(a, b doc) int { return cmp.Compare(searchID(a.table, a.at), searchID(b.table, b.at)) })
	for _, d := range docs {
		if err := i.add(d.table, d.searchDoc); err != nil {
			return 0, err
		}
		bytes += len(d.words) + len(d.private)
	}
	return bytes, nil
}

// forget takes rows of a table out of the index and out of what is due.
func (i *indexer) forget(tbl table, rows string) error {
	const of = " WHERE tbl = ? AND row_id IN (SELECT value FROM json_each(?))"
	before, err := list(i.ctx, i.x, scanID, "SELECT id FROM search_doc"+of, string(tbl), rows)
	if err != nil {
		return err
	}
	for _, id := range before {
		if err := i.exec("DELETE FROM search WHERE rowid = ?", id); err != nil {
			return err
		}
		if err := i.exec("DELETE FROM search_doc WHERE id = ?", id); err != nil {
			return err
		}
	}
	return i.exec("DELETE FROM search_due"+of, string(tbl), rows)
}

func (i *indexer) add(tbl table, d searchDoc) error {
	id, err := freeSearchID(i.ctx, i.x, tbl, d.at)
	if err != nil {
		return err
	}
	var words strings.Builder
	words.Grow((len(d.words) + len(d.private)) * 9 / 8)
	for _, text := range []string{d.words, d.private} {
		for t := range journal.Terms(text) {
			words.WriteString(t.Text)
			words.WriteByte(' ')
		}
	}
	if err := i.exec("INSERT INTO search_doc (id, tbl, row_id) VALUES (?, ?, ?)", id, string(tbl), d.row); err != nil {
		return err
	}
	tags := fmt.Sprintf("k%s p%d r%d", searchKind(tbl), d.person, d.relationship)
	return i.exec("INSERT INTO search (rowid, text, tags) VALUES (?, ?, ?)", id, words.String(), tags)
}

// A row's id in the index is the minute it was in, how far up its table stands among what is of one
// minute, and a number: so the newest are found first without looking at all of them, and a note
// before what came of it.
const (
	searchIDs    = 1 << 12 // of one minute
	searchBand   = 1 << 7  // of those, for one table
	searchOrigin = 1 << 31 // minutes, so that no id is below zero: about 4,000 years
)

// searchID is the first id of a table and an instant in milliseconds.
func searchID(tbl table, at int64) int64 {
	return firstSearchID(at) + int64(slices.Index(searched(), tbl))*searchBand
}

// firstSearchID is the first id of all tables of an instant in milliseconds.
func firstSearchID(at int64) int64 {
	minute := at / 60_000
	minute = min(max(minute, -searchOrigin), math.MaxInt64/searchIDs-searchOrigin-1)
	return (minute + searchOrigin) * searchIDs
}

// freeSearchID is an id of a table and an instant that nothing has, or one a little later where all
// are taken.
func freeSearchID(ctx context.Context, x *sql.Tx, tbl table, at int64) (int64, error) {
	for id := searchID(tbl, at); ; id += searchIDs {
		last, taken, err := first(ctx, x, scanID, "SELECT id FROM search_doc WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1", id, id+searchBand-1)
		switch {
		case err != nil:
			return 0, err
		case !taken:
			return id, nil
		case last+1 < id+searchBand:
			return last + 1, nil
		}
	}
}

// searchTime is the instant of an id of the index, in milliseconds.
func searchTime(id int64) int64 { return (id/searchIDs - searchOrigin) * 60_000 }
