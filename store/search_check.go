package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"bothways/journal"
)

// searchIndex is the index over the words, and what all of its tables begin with.
const searchIndex = "search"

// isSearch reports whether a table or an index of SQLite is a part of the index over the words.
func isSearch(name string) bool {
	return name == searchIndex || strings.HasPrefix(name, searchIndex+"_")
}

// indexProblem says what is wrong with an index.
func indexProblem(name string) string {
	if name == searchIndex {
		return "The index that searches the words does not fit them any more."
	}
	return fmt.Sprintf("The index %s does not fit its table any more.", name)
}

// found makes sure that everything can be found that is there and not due, and nothing else.
func (c *Checked) found(ctx context.Context, conn *sql.Conn) error {
	has, err := count(ctx, conn, "SELECT count(*) FROM sqlite_schema WHERE name = 'search_due'")
	if err != nil || has == 0 {
		return err // of an older form
	}
	for _, tbl := range searched() {
		missing, err := count(ctx, conn, fmt.Sprintf(`SELECT count(*) FROM (
			SELECT 1 FROM %[1]s t LEFT JOIN search_doc d ON d.tbl = '%[1]s' AND d.row_id = t.id
			WHERE (d.id IS NULL) = (t.deleted_at IS NULL) AND NOT EXISTS (SELECT 1 FROM search_due u WHERE u.tbl = '%[1]s' AND u.row_id = t.id) LIMIT 1)`, tbl))
		if err != nil {
			return err
		}
		if missing > 0 {
			c.unfound()
			return nil
		}
	}
	return c.counted(ctx, conn)
}

// counted makes sure that the index finds as many things of each kind as are said to be in it.
func (c *Checked) counted(ctx context.Context, conn *sql.Conn) error {
	said := map[journal.SearchKind]int{}
	for _, tbl := range searched() {
		n, err := count(ctx, conn, "SELECT count(*) FROM search_doc WHERE tbl = ?", string(tbl))
		if err != nil {
			return err
		}
		said[searchKind(tbl)] += n
	}
	for kind, want := range said {
		n, err := count(ctx, conn, "SELECT count(*) FROM search WHERE search MATCH ?", fmt.Sprintf(`tags : "k%s"`, kind))
		if err != nil && !damaged(err) && !aboutWords(err.Error()) {
			return err
		}
		if n != want {
			c.unfound()
			return nil
		}
	}
	return nil
}

func (c *Checked) unfound() {
	c.Problems = append(c.Problems, indexProblem(searchIndex))
	c.Indexes = append(c.Indexes, searchIndex)
}

// aboutWords reports whether SQLite speaks of the index over the words, which is the only one of its
// sort.
func aboutWords(said string) bool { return strings.Contains(strings.ToLower(said), "fts5") }

// reindexWords makes the index over the words anew: all that can be found becomes due. What it consists
// of is damaged and cannot be taken apart, so the file forgets it: its pages are nobody's then, until
// they are vacuumed away.
func reindexWords(ctx context.Context, conn *sql.Conn) error {
	const parts = "tbl_name = 'search' OR tbl_name GLOB 'search_*'"
	made, err := readTexts(ctx, conn, "SELECT sql FROM sqlite_schema WHERE name IN ('search', 'search_doc', 'search_doc_of', 'search_due') ORDER BY rowid")
	if err != nil {
		return err
	}
	script := append([]string{"PRAGMA writable_schema = ON", "DELETE FROM sqlite_schema WHERE " + parts, "PRAGMA writable_schema = RESET"}, made...)
	for _, tbl := range searched() {
		script = append(script, fmt.Sprintf("INSERT INTO search_due SELECT '%[1]s', id FROM %[1]s WHERE deleted_at IS NULL", tbl))
	}
	for _, query := range script {
		if _, err := conn.ExecContext(ctx, query); err != nil {
			return err
		}
	}
	return nil
}
