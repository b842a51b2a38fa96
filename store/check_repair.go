package store

import (
	"context"
	"database/sql"
	"errors"
	"os"

	"bothways/journal"
)

// Repair makes damaged indexes of a journal anew from their tables, all of them or none, and only
// where nothing else is wrong. It sets a copy of the journal as it was aside first and names it.
func Repair(ctx context.Context, o Options) (aside Backup, err error) {
	path, err := realPath(o.Path)
	if err != nil {
		return aside, unreadable(o.Path, err)
	}
	found, err := Check(ctx, path)
	switch {
	case err != nil:
		return aside, err
	case found.Well():
		return aside, journal.Errorf(journal.CodeConflict, "Nothing is wrong with the journal, so there is nothing to repair; it was not touched.")
	case len(found.Indexes) == 0:
		return aside, errBeyondRepair(o)
	}
	err = withConn(ctx, path, toRepair, func(conn *sql.Conn) error {
		if aside, err = setAsideAsIs(ctx, conn, path, o); err != nil {
			return err
		}
		return reindex(ctx, conn, found.Indexes)
	})
	if damaged(err) || err != nil && aboutWords(err.Error()) {
		e := errBeyondRepair(o)
		e.Cause = err
		return aside, e
	}
	return aside, (&Store{program: o.Program}).fail(err)
}

func errBeyondRepair(o Options) *journal.Error {
	return journal.Errorf(journal.CodeDamaged, "More than an index is damaged, so it cannot be repaired in place; its content was not changed. Restore a backup, or save what can be read with `%s check --salvage FILE`.", program(o))
}

// setAsideAsIs copies a journal page by page, damage and all.
func setAsideAsIs(ctx context.Context, conn *sql.Conn, path string, o Options) (Backup, error) {
	folder := backupFolder(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return Backup{}, notBackedUp(folder, program(o), err)
	}
	f, err := os.CreateTemp(folder, ".bothways-*.new")
	if err != nil {
		return Backup{}, notBackedUp(folder, program(o), err)
	}
	err = f.Close()
	if err == nil {
		err = conn.Raw(func(driver any) error { return copyAllPages(ctx, driver, f.Name()) })
	}
	if err == nil {
		err = syncFile(f.Name())
	}
	var b Backup
	if err == nil {
		b, err = nameBackup(f.Name(), path, o.Now(), BackupBeforeRepair)
	}
	if err != nil {
		removeCopy(f.Name())
		return Backup{}, notBackedUp(folder, program(o), err)
	}
	return b, nil
}

// reindex makes indexes anew and keeps that only where nothing is wrong afterwards.
func reindex(ctx context.Context, conn *sql.Conn, indexes []string) error {
	if _, err := conn.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	vacuum := false
	err := func() (err error) {
		for _, name := range indexes {
			if name == searchIndex {
				vacuum, err = true, reindexWords(ctx, conn)
			} else if !isSearch(name) {
				_, err = conn.ExecContext(ctx, "REINDEX "+quoted(name))
			}
			if err != nil {
				return err
			}
		}
		if vacuum { // until then there are pages of nobody, which is no harm, but is told
			return nil
		}
		return sound(ctx, conn)
	}()
	if err == nil {
		_, err = conn.ExecContext(ctx, "COMMIT")
	}
	if err != nil {
		_, undone := conn.ExecContext(context.WithoutCancel(ctx), "ROLLBACK")
		return errors.Join(err, undone)
	}
	if !vacuum {
		return nil
	}
	if _, err := conn.ExecContext(ctx, "VACUUM"); err != nil {
		return err
	}
	return sound(ctx, conn)
}

// sound makes sure that nothing is wrong any more.
func sound(ctx context.Context, conn *sql.Conn) error {
	said, err := readTexts(ctx, conn, "PRAGMA integrity_check(1)")
	if err == nil && (len(said) != 1 || said[0] != "ok") {
		err = errNotSound()
	}
	return err
}
