package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"

	"bothways/journal"
)

// pagesAtOnce is how much is copied before it is asked whether the copy is still wanted: 4 MB.
const pagesAtOnce = 1024

// copier makes checked copies of a journal. A copy is made under another name, and gets its own
// when it was opened and found to hold what the journal holds.
type copier struct {
	// at, where there is one, is told each step that was done; an error ends the copying there.
	at func(step string) error
}

func (c copier) did(step string) error {
	if c.at == nil {
		return nil
	}
	return c.at(step)
}

// aside makes a checked copy of the journal that conn is open on, in folder and under a name of its
// own for nobody else to meet, and returns that name. Where it fails nothing is left.
//
// It copies pages rather than rows (VACUUM INTO takes as long, measured at sixty years): the rows can
// then be counted in the very state that is copied, while others go on writing.
func (c copier) aside(ctx context.Context, conn *sql.Conn, folder string) (tmp string, err error) {
	f, err := os.CreateTemp(folder, ".bothways-*.new") // for this user's eyes only
	if err != nil {
		return "", err
	}
	tmp = f.Name()
	defer func() {
		if err != nil {
			removeCopy(tmp)
		}
	}()
	if err = errors.Join(f.Close(), c.did("made")); err != nil {
		return tmp, err
	}
	counted, err := copyPages(ctx, conn, tmp)
	if err != nil {
		return tmp, err
	}
	if err = c.did("copied"); err != nil {
		return tmp, err
	}
	if err = errors.Join(c.sound(ctx, tmp, counted), c.did("checked")); err != nil {
		return tmp, err
	}
	return tmp, errors.Join(syncFile(tmp), c.did("synced"))
}

// sound makes sure that a copy can be read in full and has the rows it should have.
func (c copier) sound(ctx context.Context, tmp string, want map[string]int64) error {
	return withDB(tmp, toReadAt, func(db *sql.DB) error {
		if err := quickCheck(ctx, db); err != nil {
			return err
		}
		got, err := countRows(ctx, db)
		if err == nil && !maps.Equal(got, want) {
			err = errNotSound()
		}
		return err
	})
}

// removeCopy takes a copy that is not wanted away, with all SQLite may have put beside it.
func removeCopy(tmp string) {
	if tmp == "" {
		return // there is none
	}
	for _, end := range []string{"", walEnd, "-shm", "-journal"} {
		_ = os.Remove(tmp + end)
	}
}

// copyPages copies a journal as it is at one moment, and counts the rows it had then.
func copyPages(ctx context.Context, conn *sql.Conn, to string) (counted map[string]int64, err error) {
	if _, err := conn.ExecContext(ctx, "BEGIN"); err != nil {
		return nil, err
	}
	// It has changed nothing, so that there is nothing to keep either.
	defer func() { _, _ = conn.ExecContext(context.WithoutCancel(ctx), "ROLLBACK") }()
	if counted, err = countRows(ctx, conn); err != nil {
		return nil, err
	}
	return counted, conn.Raw(func(driver any) error { return copyAllPages(ctx, driver, to) })
}

// copyAllPages copies all pages of a connection's file as they are.
func copyAllPages(ctx context.Context, driver any, to string) error {
	from, ok := driver.(interface {
		NewBackup(dst string) (*sqlite.Backup, error)
	})
	if !ok {
		return errors.New("the driver makes no copies")
	}
	b, err := from.NewBackup(dsn(to, toFill))
	if err != nil {
		return err
	}
	for more := true; more && err == nil; {
		if more, err = b.Step(pagesAtOnce); err == nil {
			err = ctx.Err()
		}
	}
	return errors.Join(err, b.Finish())
}

// countRows is how many rows each table has.
func countRows(ctx context.Context, db querier) (map[string]int64, error) {
	names, err := readTexts(ctx, db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")
	if err != nil {
		return nil, err
	}
	counted := make(map[string]int64, len(names))
	for _, name := range names {
		var n int64
		if err := db.QueryRowContext(ctx, "SELECT count(*) FROM "+quoted(name)).Scan(&n); err != nil {
			return nil, err
		}
		counted[name] = n
	}
	return counted, nil
}

// quickCheck reads every page and row of a file, and fails where that is not possible.
func quickCheck(ctx context.Context, db querier) error {
	said, err := readTexts(ctx, db, "PRAGMA quick_check(1)")
	if err == nil && (len(said) != 1 || said[0] != "ok") {
		err = errNotSound()
	}
	return err
}

// readTexts are the rows of a query that answers one column; where it fails, those before that.
func readTexts(ctx context.Context, db querier, query string, args ...any) (out []string, err error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return out, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}

// quoted is a name as SQL has it.
func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

func errNotSound() *journal.Error {
	return journal.Errorf(journal.CodeDamaged, "A part of it cannot be read, or is not what it should be.")
}

// claimName gives a complete file its name, and never the place of another file: then the error is
// fs.ErrExist.
func claimName(tmp, path string) error {
	for _, end := range []string{walEnd, "-journal"} { // SQLite would take it for a part of the new file
		if _, err := os.Lstat(path + end); err == nil {
			return fs.ErrExist
		}
	}
	err := os.Link(tmp, path)
	switch {
	case err == nil:
		err = os.Remove(tmp)
	case !errors.Is(err, fs.ErrExist):
		// Not every file system has links.
		if _, there := os.Lstat(path); there == nil {
			return fs.ErrExist
		}
		err = os.Rename(tmp, path)
	}
	if err == nil {
		syncDir(filepath.Dir(path))
	}
	return err
}
