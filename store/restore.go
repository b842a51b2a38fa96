package store

import (
	"context"
	"database/sql"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	lib "modernc.org/sqlite/lib"

	"bothways/journal"
)

// Restored says what became of the journal that was there.
type Restored struct {
	// Aside is the file that now holds what the journal held, "" where there was none. Undone is by
	// restoring it, unless it is damaged.
	Aside   string
	Damaged bool // what was there could not be read in full, and lies aside as it was
}

// Restore puts a checked copy of the file from in the journal's place. What is there is set aside
// first: as a checked backup where it is sound, else the damaged file itself. It needs the journal
// to be open nowhere. Where it fails, the journal is as it was.
func Restore(ctx context.Context, o Options, from string) (Restored, error) {
	r := restoring{now: o.Now, called: program(o)}
	return r.restore(ctx, o.Path, from)
}

type restoring struct {
	copier
	now  func() time.Time
	path string

	called string // how a person runs the program on this journal
}

func (r *restoring) restore(ctx context.Context, path, from string) (out Restored, err error) {
	if r.now == nil {
		r.now = time.Now
	}
	if r.path, err = realPath(path); err != nil {
		return out, unreadable(path, err)
	}
	if err := r.mayReplace(from); err != nil {
		return out, err
	}
	tmp, err := r.take(ctx, from)
	if err != nil {
		return out, err
	}
	defer removeCopy(tmp) // which has the journal's name by then, or is not wanted
	out, err = r.replace(ctx, tmp)
	if err != nil {
		return Restored{}, notRestored(r.path, err)
	}
	return out, nil
}

// mayReplace makes sure that there is something to restore and that it may take the journal's place.
func (r *restoring) mayReplace(from string) error {
	there, err := os.Stat(from)
	if err != nil {
		return unreadable(from, err)
	}
	if here, err := os.Stat(r.path); err == nil {
		switch {
		case os.SameFile(here, there):
			return journal.Errorf(journal.CodeInvalid, "%s is the journal itself; nothing was changed. `%s restore` lists the backups of it.", from, r.called)
		case !here.Mode().IsRegular():
			return journal.Errorf(journal.CodeInvalid, "%s is not a file, so no journal can be put there; it was not touched.", r.path)
		}
		if head, err := readHead(r.path); err == nil && head.sqlite && head.application != applicationID {
			return head.check(r.path)
		} else if err == nil && head.sqlite && int64(head.version) > schemaVersion {
			return errNewer(int64(head.version))
		}
	}
	return nil
}

// take makes a checked copy of from beside the journal.
func (r *restoring) take(ctx context.Context, from string) (tmp string, err error) {
	if err := soundHead(ctx, from); err != nil {
		return "", err
	}
	if err := os.MkdirAll(filepath.Dir(r.path), 0o700); err != nil {
		return "", unmakeable(filepath.Dir(r.path), err)
	}
	err = withConn(ctx, from, quietly(from), func(conn *sql.Conn) error {
		tmp, err = r.aside(ctx, conn, filepath.Dir(r.path))
		return err
	})
	if err == nil {
		// It is handed over in the form journals are kept in.
		err = errors.Join(withDB(tmp, toWrite, func(db *sql.DB) error { return db.PingContext(ctx) }), syncFile(tmp))
		if err == nil {
			return tmp, nil
		}
		removeCopy(tmp)
	}
	if damaged(err) {
		e := journal.Errorf(journal.CodeDamaged, "%s is damaged and cannot be read in full, so it was not put in place; the journal was not touched. `%s restore` lists the others, and `%[2]s check --salvage FILE` saves what can be read.", from, r.called)
		e.Cause = err
		return "", e
	}
	return "", notRestored(r.path, err)
}

// soundHead makes sure that a file begins as a journal that this version can read.
func soundHead(ctx context.Context, path string) error {
	head, err := headOf(ctx, path)
	if errors.Is(err, io.EOF) { // nothing in it
		return head.check(path)
	}
	if err != nil {
		return unreadable(path, err)
	}
	return head.check(path)
}

// quietly is how to read a file without leaving anything beside it, as far as that is possible.
func quietly(path string) access {
	if _, err := os.Lstat(fileOf(path) + walEnd); err == nil {
		return toPeek // somebody has it open, or was cut off
	}
	return toReadAt
}

// replace sets aside what is there and puts tmp in its place.
func (r *restoring) replace(ctx context.Context, tmp string) (Restored, error) {
	_, err := os.Lstat(r.path)
	if errors.Is(err, fs.ErrNotExist) && !hasWAL(r.path) {
		// An empty one is what stays where the file was taken away while it was open.
		for _, end := range []string{walEnd, "-shm"} {
			if err := os.Remove(r.path + end); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return Restored{}, err
			}
		}
		return Restored{}, claimName(tmp, r.path)
	}
	settings := r.set(ctx)
	overDamage := func() (Restored, error) {
		if err := r.goOn(ctx, tmp, settings); err != nil {
			return Restored{}, err
		}
		return r.replaceDamaged(tmp)
	}
	if soundHead(ctx, r.path) != nil {
		if err := r.openElsewhere(); err != nil {
			return Restored{}, err
		}
		return overDamage()
	}
	var out Restored
	err = alone(ctx, r.path, func(conn *sql.Conn) error {
		kept, err := r.setAside(ctx, conn)
		if damaged(err) {
			out, err = overDamage()
			return err
		}
		if err != nil {
			return err
		}
		if settings, err = setThere(ctx, conn); err != nil {
			return err
		}
		if err := r.goOn(ctx, tmp, settings); err != nil {
			return err
		}
		out.Aside = kept.Path
		return r.place(tmp)
	})
	if damaged(err) { // so much that it could not even be opened
		return overDamage()
	}
	return out, err
}

// setAside makes a checked backup of the present journal.
func (r *restoring) setAside(ctx context.Context, conn *sql.Conn) (Backup, error) {
	folder := backupFolder(r.path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return Backup{}, err
	}
	tmp, err := r.aside(ctx, conn, folder)
	if err != nil {
		return Backup{}, err
	}
	kept, err := nameBackup(tmp, r.path, r.now(), BackupBeforeRestore)
	if err != nil {
		removeCopy(tmp)
		return Backup{}, err
	}
	return kept, r.did("set aside")
}

// replaceDamaged gives the damaged file a second name that says so, with what SQLite kept beside it,
// and then its first name to the copy: whenever that is cut short, no name leads to nothing.
func (r *restoring) replaceDamaged(tmp string) (Restored, error) {
	at, err := r.damagedName()
	if err != nil {
		return Restored{}, err
	}
	if err := os.Link(r.path, at); err != nil && !errors.Is(err, fs.ErrNotExist) {
		if err := errors.Join(copyFile(at, r.path), syncFile(at)); err != nil {
			return Restored{}, err
		}
	}
	syncDir(filepath.Dir(at))
	if err := r.did("set aside"); err != nil {
		return Restored{}, err
	}
	// What was not folded in must not be taken for a part of the copy.
	for _, end := range []string{walEnd, "-journal"} {
		if err := os.Rename(r.path+end, at+end); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return Restored{}, err
		}
	}
	if err := os.Remove(r.path + "-shm"); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return Restored{}, err
	}
	syncDir(filepath.Dir(at))
	if err := r.did("companions set aside"); err != nil {
		return Restored{}, err
	}
	if _, err := os.Lstat(at); errors.Is(err, fs.ErrNotExist) {
		at += walEnd // which was all there was
	}
	return Restored{Aside: at, Damaged: true}, r.place(tmp)
}

// damagedName is a free name beside the journal for a damaged one.
func (r *restoring) damagedName() (string, error) {
	for nth := 1; nth < 1000; nth++ {
		at := filepath.Join(filepath.Dir(r.path), backupName(r.path, r.now(), "damaged", nth))
		taken := false
		for _, end := range []string{"", walEnd, "-journal"} {
			_, err := os.Lstat(at + end)
			taken = taken || err == nil
		}
		if !taken {
			return at, nil
		}
	}
	return "", fs.ErrExist
}

// place gives the copy the journal's name.
func (r *restoring) place(tmp string) error {
	if err := os.Rename(tmp, r.path); err != nil {
		return err
	}
	syncDir(filepath.Dir(r.path))
	return r.did("placed")
}

// damaged reports whether err is about a file that cannot be read as it should.
func damaged(err error) bool {
	code := sqliteCode(err)
	return code == lib.SQLITE_CORRUPT || code == lib.SQLITE_NOTADB || journal.ErrorCode(err) == journal.CodeDamaged
}

// alone runs do on a journal that nobody else has open, with all that was written folded into its
// file, and lets nobody in until do is done.
func alone(ctx context.Context, path string, do func(*sql.Conn) error) error {
	return withConn(ctx, path, toReplace, func(conn *sql.Conn) error {
		// As long as anybody has it open, the way it is kept cannot be changed.
		var mode string
		if err := conn.QueryRowContext(ctx, "PRAGMA journal_mode = DELETE").Scan(&mode); err != nil {
			return err
		}
		if mode != "delete" {
			return errOpenElsewhere()
		}
		// This one lock is not given back before the connection is closed.
		for _, query := range []string{"BEGIN EXCLUSIVE", "COMMIT"} {
			if _, err := conn.ExecContext(ctx, query); err != nil {
				return err
			}
		}
		return do(conn)
	})
}

// withConn runs do on one connection.
func withConn(ctx context.Context, path string, a access, do func(*sql.Conn) error) error {
	return withDB(path, a, func(db *sql.DB) error {
		conn, err := db.Conn(ctx)
		if err != nil {
			return err
		}
		return errors.Join(do(conn), conn.Close())
	})
}

func errOpenElsewhere() *journal.Error {
	return journal.Errorf(journal.CodeConflict, "The journal is open in another window, so nothing was changed. Quit it there (q) and try again.")
}

// Replaceable fails where a journal is open in another window, so that it cannot be replaced now; it
// changes nothing. Whatever else may be in the way of a restore is for Restore to say.
func Replaceable(ctx context.Context, path string) error {
	path, err := realPath(path)
	if err != nil {
		return nil
	}
	r := restoring{path: path}
	if err := soundHead(ctx, path); err != nil {
		if damaged(err) {
			return r.openElsewhere()
		}
		return nil
	}
	err = withConn(ctx, path, toReplace, func(conn *sql.Conn) error {
		var version int // reading anything takes the lock that nobody else may have
		return conn.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version)
	})
	if code := sqliteCode(err); code == lib.SQLITE_BUSY || code == lib.SQLITE_LOCKED {
		return notRestored(path, err)
	}
	return nil
}

func notRestored(path string, err error) error {
	var known *journal.Error
	code := sqliteCode(err)
	switch {
	case code == lib.SQLITE_BUSY || code == lib.SQLITE_LOCKED:
		e := errOpenElsewhere()
		e.Cause = err
		return e
	case errors.As(err, &known), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	}
	e := journal.Errorf(journal.CodeInternal, "The backup could not be put in place at %s, so the journal is as it was. See whether the folder can be written to and has room.", path)
	e.Cause = err
	return e
}
