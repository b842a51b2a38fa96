package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"bothways/journal"
)

// create makes a new journal, complete or not at all: it is built under another name and then gets
// its own, so that no other process and no crash ever meets an unfinished one. fill, where there is
// one, writes into it first. A file that has the name by then stays.
func create(ctx context.Context, path string, fill func(context.Context, *sql.DB) error) error {
	dir := filepath.Dir(path)
	if info, err := os.Lstat(path); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return journal.Errorf(journal.CodeInvalid, "%s points to a file that is not there; nothing was made. Bring that file back, or name another.", path)
	}
	if hasWAL(path) {
		return journal.Errorf(journal.CodeDamaged, "%s is missing, though a part of it is there as %s%s; nothing was touched. Bring the file back, or move that part away to start anew.", path, path, walEnd)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return unmakeable(dir, err)
	}
	tmp, err := build(ctx, dir, far(dir), fill)
	if err != nil {
		return err
	}
	defer os.Remove(tmp)
	if err := os.Link(tmp, path); err != nil && !errors.Is(err, fs.ErrExist) {
		// Not every file system has links. Renaming could take the place of a file made meanwhile.
		if _, err := os.Lstat(path); err == nil {
			return nil
		}
		if err := os.Rename(tmp, path); err != nil {
			return unmakeable(dir, err)
		}
	}
	syncDir(dir)
	return nil
}

// build makes a complete journal under a name of its own and returns that name.
func build(ctx context.Context, dir string, far bool, fill func(context.Context, *sql.DB) error) (tmp string, err error) {
	f, err := os.CreateTemp(dir, ".bothways-*.new") // for this user's eyes only
	if err != nil {
		return "", unmakeable(dir, err)
	}
	tmp = f.Name()
	defer func() {
		if err != nil {
			for _, end := range []string{"", walEnd, "-shm", "-journal"} {
				_ = os.Remove(tmp + end)
			}
		}
	}()
	if err = f.Close(); err != nil {
		return tmp, err
	}
	if fill != nil {
		if err = withDB(tmp, toFill, func(db *sql.DB) error { return fill(ctx, db) }); err != nil {
			return tmp, err
		}
	}
	// Also what was filled in is handed over in the form journals are kept in.
	if err = withDB(tmp, writeAccess(far), func(db *sql.DB) error { return migrate(ctx, db) }); err != nil {
		return tmp, err
	}
	if far { // what that way of writing leaves is empty, and goes by the passing name
		_ = os.Remove(tmp + "-journal")
	}
	return tmp, syncFile(tmp)
}

// withDB runs do on one connection.
func withDB(path string, a access, do func(*sql.DB) error) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	db, err := sql.Open("sqlite", dsn(path, a))
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	return errors.Join(do(db), db.Close())
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncDir makes a new name in a folder last. Not every system can, and the file itself is safe.
func syncDir(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}

func unmakeable(dir string, err error) *journal.Error {
	e := journal.Errorf(journal.CodeReadOnly, "No journal can be made in %s: the folder is not writable for you, or its disk is full. Nothing was changed; name another place.", dir)
	e.Cause = err
	return e
}
