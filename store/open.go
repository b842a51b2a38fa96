package store

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	lib "modernc.org/sqlite/lib"

	"bothways/journal"
	"bothways/journal/material"
)

// Options say which journal to open and what time it is.
type Options struct {
	Path string
	Now  func() time.Time // nil is time.Now; its zone is the one instants without a zone are told in

	// ReadOnly opens a journal that is there only to be read, whatever its file allows.
	ReadOnly bool

	// Program is how a person runs the program on this journal, for errors that name a command; ""
	// is bothways.
	Program string

	// Updating is told before a journal with words in it is backed up and gets a new form, which may
	// take some seconds; nil is nobody.
	Updating func()

	tune string // added to how a connection is opened, for a disk on which things go wrong
}

// Open opens a journal, and makes one where there is no file of that name, unless there was one: see
// Gone. A file that is something else, is damaged or was written by a newer version is left as it is,
// byte for byte.
func Open(ctx context.Context, o Options) (*Store, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	path, err := filepath.Abs(o.Path)
	if err != nil || o.Path == "" {
		return nil, journal.Errorf(journal.CodeInvalid, "A journal needs a file name; nothing was opened.")
	}
	s := &Store{path: path, file: fileOf(path), program: o.Program, updating: o.Updating, tune: o.tune, now: o.Now, zones: newZones(), builtIn: sync.OnceValues(material.Sets)}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) && !o.ReadOnly {
		if err := Gone(ctx, o); err != nil {
			return nil, err
		}
		if err := create(ctx, path, nil); err != nil {
			return nil, s.unopened(ctx, err)
		}
	}
	if err := s.examine(ctx); err != nil {
		return nil, s.unopened(ctx, err)
	}
	s.readOnly = s.readOnly || o.ReadOnly
	s.far = far(filepath.Dir(s.file))
	if err := s.connect(ctx); err != nil {
		if s.rd != nil {
			_ = s.Close()
		} else {
			s.closed.Store(true)
			s.watch.end()
		}
		return nil, s.unopened(ctx, err)
	}
	return s, nil
}

// unopened is what is said of a journal that could not be opened.
func (s *Store) unopened(ctx context.Context, err error) error {
	said := s.fail(err)
	if sqliteCode(err) != 0 {
		return said // with how to go on
	}
	return s.withBackup(ctx, said)
}

// examine looks at the file without writing anything anywhere, and finds out whether it is a
// journal this version can read, and whether it can be written.
func (s *Store) examine(ctx context.Context) error {
	s.file = fileOf(s.path) // also where it was made just now
	info, err := os.Stat(s.file)
	switch {
	case err != nil:
		return unreadable(s.path, err)
	case info.IsDir():
		return journal.Errorf(journal.CodeInvalid, "%s is a folder, not a journal; nothing in it was touched. Name a file in it.", s.path)
	case !info.Mode().IsRegular():
		return journal.Errorf(journal.CodeInvalid, "%s is not an ordinary file, so it cannot be a journal; it was not touched.", s.path)
	case info.Size() == 0:
		return journal.Errorf(journal.CodeDamaged, "%s is empty, which a journal never is: its content may be lost. It was not touched; put a copy back, or move it away to start anew.", s.path)
	}
	head, err := headOf(ctx, s.file)
	if err != nil {
		return unreadable(s.path, err)
	}
	if err := head.check(s.path); err != nil {
		return err
	}
	if hasWAL(s.file) {
		// The newest version may not have reached the file itself yet.
		if err := s.peek(ctx); err != nil {
			return err
		}
	}
	return s.hold()
}

// hold finds out whether the file can be written, and keeps it open where it is to be watched.
func (s *Store) hold() error {
	f, err := os.OpenFile(s.file, os.O_RDWR, 0)
	if err != nil {
		s.readOnly = true
		return nil
	}
	if s.opened, err = f.Stat(); err != nil || !watches {
		return errors.Join(err, f.Close())
	}
	s.watch = &lookout{file: f}
	return nil
}

// connect opens the pools and reads the version once, which shows whether the folder lets SQLite
// work there.
func (s *Store) connect(ctx context.Context) error {
	if s.far && !s.readOnly {
		if err := s.settleFar(ctx); err != nil && !refused(err) {
			return err
		}
	}
	if !s.readOnly {
		if err := s.openPools(s.file, toRead); err != nil {
			return err
		}
		version, err := s.version(ctx)
		if err == nil {
			err = s.unmixed() // from here on it is watched
		}
		if err == nil && version < schemaVersion {
			if err := s.backUpBeforeUpdate(ctx); err != nil {
				return err
			}
			return migrate(ctx, s.wr)
		}
		if !refused(err) {
			return err
		}
		_ = s.rd.Close()
		_ = s.wr.Close()
		s.watch.end()
		s.rd, s.wr, s.watch, s.readOnly = nil, nil, nil, true
	}
	return s.connectToRead(ctx)
}

// connectToRead opens a journal whose file or folder is not writable, and leaves both as they are.
func (s *Store) connectToRead(ctx context.Context) error {
	read := toReadAt
	if _, err := os.Stat(s.file + walEnd); err == nil {
		// Somebody who may write has it open, or had when they were cut off.
		read = toPeek
	}
	if err := s.openPools(s.file, read); err != nil {
		return err
	}
	version, err := s.version(ctx)
	if refused(err) {
		// SQLite wants to put files of its own beside it and cannot.
		_ = s.rd.Close()
		var path string
		if path, err = s.copyAside(); err != nil {
			return err
		}
		if err = s.openPools(path, toRead); err != nil {
			return err
		}
		version, err = s.version(ctx)
	}
	if err == nil && version < schemaVersion {
		return journal.Errorf(journal.CodeReadOnly, "This journal was written by an older version and has to be brought up to date first, but it is not writable for you. Nothing was changed.")
	}
	return err
}

// refused reports whether SQLite could not work in the journal's folder.
func refused(err error) bool {
	code := sqliteCode(err)
	return code == lib.SQLITE_CANTOPEN || code == lib.SQLITE_READONLY
}

// copyAside copies the file and what is not folded into it yet to a folder that only this user can
// read. It is gone again with Close.
func (s *Store) copyAside() (path string, err error) {
	if s.aside, err = os.MkdirTemp("", "bothways-"); err != nil {
		return "", err
	}
	path = filepath.Join(s.aside, "journal.db")
	for _, end := range []string{"", walEnd} {
		if err := copyFile(path+end, s.file+end); err != nil {
			return "", unreadable(s.path, err)
		}
	}
	return path, nil
}

func copyFile(to, from string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

func unreadable(path string, err error) *journal.Error {
	e := journal.Errorf(journal.CodeInvalid, "%s cannot be read; it was not touched. See whether you may read it.", path)
	e.Cause = err
	return e
}
