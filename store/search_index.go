package store

import (
	"context"
	"database/sql"
	"fmt"
	"math"
	"slices"
	"strings"

	"bothways/journal"
)

const (
	// How much is taken into the index at once: other writes wait for it.
	indexRows  = 200
	indexBytes = 256 << 10
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
		if err := s.derive(ctx, indexSome); err != nil {
			return due, err
		}
	}
}

// indexLast takes in what was written last, before the journal is closed. Where that is a great deal,
// or something is in the way, the rest is taken in another time.
func (s *Store) indexLast() {
	const most = 4 // times
	if s.wr == nil || s.wr.Stats().OpenConnections == 0 {
		return // nothing was written
	}
	ctx := context.Background()
	for range most {
		due, err := count(ctx, s.wr, "SELECT count(*) FROM (SELECT 1 FROM search_due LIMIT 1)")
		if err != nil || due == 0 || s.derive(ctx, indexSome) != nil {
			return
		}
	}
}

// IndexDue reports whether something was written that cannot be found yet.
func (s *Store) IndexDue(ctx context.Context) (due bool, err error) {
	err = s.read(ctx, func(db querier) error {
		n, err := count(ctx, db, "SELECT count(*) FROM (SELECT 1 FROM search_due LIMIT 1)")
		due = n > 0
		return err
	})
	return due && !s.readOnly, err
}

// indexSome takes some of what is due into the index.
func indexSome(ctx context.Context, x *sql.Tx) error {
	all, err := list(ctx, x, func(r *sql.Rows) (d trashRow, err error) { return d, r.Scan(&d.table, &d.row) },
		"SELECT tbl, row_id FROM search_due ORDER BY tbl, row_id LIMIT ?", indexRows)
	if err != nil {
		return err
	}
	for bytes := 0; len(all) > 0 && bytes < indexBytes; {
		tbl, ids := all[0].table, []int64{}
		for len(all) > 0 && all[0].table == tbl {
			ids, all = append(ids, all[0].row), all[1:]
		}
		n, err := indexRowsOf(ctx, x, tbl, ids, indexBytes-bytes)
		if err != nil {
			return err
		}
		bytes += n
	}
	return nil
}

// indexAll takes everything that is due into the index, in larger pieces than while somebody writes.
func indexAll(ctx context.Context, x *sql.Tx) error {
	if err := indexPieces(ctx, x, 64<<20); err != nil {
		return err
	}
	for {
		due, err := count(ctx, x, "SELECT count(*) FROM (SELECT 1 FROM search_due LIMIT 1)")
		if err != nil {
			return err
		}
		if due == 0 {
			return indexPieces(ctx, x, 1<<20)
		}
		if err := indexSome(ctx, x); err != nil {
			return err
		}
	}
}

// indexPieces sets how many bytes the index gathers before it writes them; a mebibyte is what it has
// by itself.
func indexPieces(ctx context.Context, x *sql.Tx, bytes int) error {
	_, err := x.ExecContext(ctx, "INSERT INTO search (search, rank) VALUES ('hashsize', ?)", bytes)
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
}

func scanSearchDoc(r *sql.Rows) (d searchDoc, err error) {
	return d, r.Scan(&d.row, &d.uid, &d.relationship, &d.person, &d.at, &d.day, &d.zone, &d.words)
}

// indexRowsOf takes rows of a table into the index, until about most bytes of words are.
func indexRowsOf(ctx context.Context, x *sql.Tx, tbl table, rows []int64, most int) (bytes int, err error) {
	for _, row := range rows {
		if bytes >= most {
			return bytes, nil
		}
		d, there, err := first(ctx, x, scanSearchDoc, searchQuery(tbl), ids([]int64{row}))
		if err != nil {
			return bytes, err
		}
		if err := unindex(ctx, x, tbl, row); err != nil {
			return bytes, err
		}
		if there {
			if err := index(ctx, x, tbl, d); err != nil {
				return bytes, err
			}
			bytes += len(d.words)
		}
		if _, err := x.ExecContext(ctx, "DELETE FROM search_due WHERE tbl = ? AND row_id = ?", string(tbl), row); err != nil {
			return bytes, err
		}
	}
	return bytes, nil
}

func unindex(ctx context.Context, x *sql.Tx, tbl table, row int64) error {
	was, there, err := first(ctx, x, scanID, "SELECT id FROM search_doc WHERE tbl = ? AND row_id = ?", string(tbl), row)
	if err != nil || !there {
		return err
	}
	if _, err := x.ExecContext(ctx, "DELETE FROM search WHERE rowid = ?", was); err != nil {
		return err
	}
	_, err = x.ExecContext(ctx, "DELETE FROM search_doc WHERE id = ?", was)
	return err
}

func index(ctx context.Context, x *sql.Tx, tbl table, d searchDoc) error {
	id, err := freeSearchID(ctx, x, tbl, d.at)
	if err != nil {
		return err
	}
	var words strings.Builder
	words.Grow(len(d.words) + len(d.words)/8)
	for t := range journal.Terms(d.words) {
		words.WriteString(t.Text)
		words.WriteByte(' ')
	}
	if _, err := x.ExecContext(ctx, "INSERT INTO search_doc (id, tbl, row_id) VALUES (?, ?, ?)", id, string(tbl), d.row); err != nil {
		return err
	}
	tags := fmt.Sprintf("k%s p%d r%d", searchKind(tbl), d.person, d.relationship)
	_, err = x.ExecContext(ctx, "INSERT INTO search (rowid, text, tags) VALUES (?, ?, ?)", id, words.String(), tags)
	return err
}

// A row's id in the index is the minute it was in, how far up its table stands among what is of one
// minute, and a number: so the newest are found first without looking at all of them, and a note
// before what came of it.
const (
	searchIDs    = 1 << 12 // of one minute
	searchBand   = 1 << 7  // of those, for one table
	searchOrigin = 1 << 31 // minutes, so that no id is below zero: about 4,000 years
)

// searchID is the first id of an instant in milliseconds.
func searchID(at int64) int64 {
	minute := at / 60_000
	minute = min(max(minute, -searchOrigin), math.MaxInt64/searchIDs-searchOrigin-1)
	return (minute + searchOrigin) * searchIDs
}

// freeSearchID is an id of a table and an instant that nothing has, or one a little later where all
// are taken.
func freeSearchID(ctx context.Context, x *sql.Tx, tbl table, at int64) (int64, error) {
	rank := slices.Index(searched(), tbl)
	for id := searchID(at) + int64(rank)*searchBand; ; id += searchIDs {
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
