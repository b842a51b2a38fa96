package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"bothways/journal"
)

// Checked is what was found out about a file.
type Checked struct {
	Path     string
	Holds    Holding
	Problems []string // a sentence each, without any word of the journal; none where all is well

	// Indexes are those that do not fit their tables any more, where nothing else is wrong: the rows
	// are all there, and Repair can make the indexes anew from them.
	Indexes []string
}

// Well reports whether nothing is wrong.
func (c Checked) Well() bool { return len(c.Problems) == 0 }

// Check reads all of a journal: every page and row, every index against its table, and whether what
// points to something finds it. That takes seconds on a large one. Nothing is written.
func Check(ctx context.Context, path string) (Checked, error) { return check(ctx, path, true) }

// CheckBackup reads every page and row of a backup.
func CheckBackup(ctx context.Context, path string) (Checked, error) { return check(ctx, path, false) }

func check(ctx context.Context, path string, wholly bool) (Checked, error) {
	c := Checked{Path: path}
	if err := soundHead(ctx, path); err != nil {
		return c.wrong(err)
	}
	err := withConn(ctx, path, quietly(path), func(conn *sql.Conn) (err error) {
		// One view of it, whatever is written meanwhile.
		if _, err := conn.ExecContext(ctx, "BEGIN"); err != nil {
			return err
		}
		defer func() { _, _ = conn.ExecContext(context.WithoutCancel(ctx), "ROLLBACK") }()
		if wholly {
			err = c.integrity(ctx, conn)
		} else {
			err = quickCheck(ctx, conn)
		}
		if err == nil && c.Well() {
			c.Holds, err = hold(ctx, conn)
		}
		return err
	})
	if err != nil {
		return c.wrong((&Store{}).fail(err))
	}
	return c, nil
}

// wrong notes damage as a problem of the file; anything else is no answer about it.
func (c Checked) wrong(err error) (Checked, error) {
	if journal.ErrorCode(err) != journal.CodeDamaged {
		return c, err
	}
	c.Indexes = nil
	if c.Well() {
		c.Problems = []string{"It is damaged and cannot be read in full."}
	}
	return c, nil
}

// integrity asks SQLite for all it finds wrong, and sorts that by what it is about.
func (c *Checked) integrity(ctx context.Context, conn *sql.Conn) error {
	const most = 1000 // of what is wrong; more says no more
	said, err := readTexts(ctx, conn, fmt.Sprintf("PRAGMA integrity_check(%d)", most))
	if err != nil && aboutWords(err.Error()) {
		said, err = append(said, err.Error()), nil
	}
	if err != nil && (!damaged(err) || len(said) == 0) {
		return err
	}
	if err == nil && len(said) == 1 && said[0] == "ok" {
		if err := c.found(ctx, conn); err != nil {
			return err
		}
		return c.keys(ctx, conn)
	}
	owners, err := pageOwners(ctx, conn)
	if err != nil {
		return err
	}
	found := sortFindings(said, owners)
	if len(found.tables) == 0 { // else they do not matter beside those
		for _, name := range slices.Sorted(maps.Keys(found.indexes)) {
			c.Problems = append(c.Problems, indexProblem(name))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(found.tables)) {
		c.Problems = append(c.Problems, fmt.Sprintf("The table %s is damaged.", name))
	}
	if found.others > 0 {
		c.Problems = append(c.Problems, "The file is damaged in places that belong to no table.")
	}
	if len(found.tables) > 0 || found.others > 0 {
		return nil
	}
	// It may have ended at the first thing wrong, so the rows are read once more by themselves.
	if err := readRows(ctx, conn); err != nil {
		return err
	}
	c.Indexes = slices.Sorted(maps.Keys(found.indexes))
	return nil
}

// readRows reads every row of every table without an index.
func readRows(ctx context.Context, conn *sql.Conn) error {
	tables, err := readTexts(ctx, conn, "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name NOT GLOB '"+searchIndex+"*'")
	if err != nil {
		return err
	}
	for _, name := range tables {
		rows, err := conn.QueryContext(ctx, "SELECT * FROM "+quoted(name)+" NOT INDEXED")
		if err != nil {
			return err
		}
		for rows.Next() {
			// What is read is of no interest.
		}
		if err := errors.Join(rows.Err(), rows.Close()); err != nil {
			return err
		}
	}
	return nil
}

// keys looks for rows that point to one that is not there.
func (c *Checked) keys(ctx context.Context, conn *sql.Conn) error {
	tables, err := readTexts(ctx, conn, `SELECT "table" || ' (' || count(*) || ')' FROM pragma_foreign_key_check GROUP BY "table" ORDER BY 1`)
	if err == nil && len(tables) > 0 {
		c.Problems = append(c.Problems, "Some rows belong to something that is not there: "+strings.Join(tables, ", ")+".")
	}
	return err
}

// owner is what the pages under a root belong to.
type owner struct {
	name  string
	index bool
}

func pageOwners(ctx context.Context, q querier) (map[int64]owner, error) {
	owners := map[int64]owner{}
	rows, err := q.QueryContext(ctx, "SELECT rootpage, name, type = 'index' FROM sqlite_schema WHERE rootpage > 0")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var root int64
		var o owner
		if err := rows.Scan(&root, &o.name, &o.index); err != nil {
			return nil, err
		}
		owners[root] = o
	}
	return owners, rows.Err()
}

// findings are what is wrong, by what it is about.
type findings struct {
	indexes, tables map[string]bool
	others          int
}

// sortFindings reads what SQLite says is wrong.
func sortFindings(said []string, owners map[int64]owner) findings {
	f := findings{indexes: map[string]bool{}, tables: map[string]bool{}}
	damaged := func(table string) {
		if isSearch(table) {
			f.indexes[searchIndex] = true
			return
		}
		f.tables[table] = true
	}
	aboutIndex := regexp.MustCompile(`^(?:wrong # of entries in index|row \d+ missing from index|non-unique entry in index|rowid not at end-of-record for row \d+ of index|row \d+ values differ from index) (\S+)$`)
	aboutTree := regexp.MustCompile(`^Tree (\d+) `)
	aboutTable := regexp.MustCompile(`(?:value in|NULL value in|CHECK constraint failed in|format of) (\w+)`)
	for _, line := range strings.Split(strings.Join(said, "\n"), "\n") {
		if aboutWords(line) {
			damaged(searchIndex)
			continue
		}
		if m := aboutIndex.FindStringSubmatch(line); m != nil {
			if isSearch(m[1]) {
				m[1] = searchIndex
			}
			f.indexes[m[1]] = true
			continue
		}
		if m := aboutTree.FindStringSubmatch(line); m != nil {
			root, _ := strconv.ParseInt(m[1], 10, 64) // digits
			switch o, known := owners[root]; {
			case !known:
				f.others++
			case o.index && !isSearch(o.name):
				f.indexes[o.name] = true
			default:
				damaged(o.name)
			}
			continue
		}
		if m := aboutTable.FindStringSubmatch(line); m != nil {
			damaged(m[1])
			continue
		}
		if line != "" && !strings.HasPrefix(line, "*** ") {
			f.others++
		}
	}
	return f
}
