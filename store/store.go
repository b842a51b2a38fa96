// Package store keeps a journal in one SQLite file.
//
// Everything that changes it goes through one connection and one helper (see step), which keeps
// what each row was before: undo, redo and every earlier wording stand on that. Reading goes
// through a small pool of its own, so that a page never waits for a save.
package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
	_ "modernc.org/sqlite" // the driver "sqlite"

	"bothways/journal"
)

// Store is an open journal. Its methods can be used from several goroutines at once.
type Store struct {
	path     string // as it was named
	file     string // what that stands for: see fileOf
	program  string // see Options
	updating func() // told before the journal gets a new form; may be nil
	tune     string // see Options
	now      func() time.Time
	zones    *zones
	readOnly bool
	far      bool        // the folder seems to be on another machine
	inUse    bool        // and another window had it open in the other form
	aside    string      // a folder with a copy that is read instead of the file; "" mostly
	rd       *sql.DB     // only reads
	wr       *sql.DB     // one connection, made at the first write; nil where the journal can only be read
	doubt    atomic.Bool // a sync failed, see renew
	opened   os.FileInfo // the file as it was opened; nil where it is only read
	watch    *lookout    // nil where the file is only read
	parted   parted
	closed   atomic.Bool
	advice   sync.Once // see withBackup
	advised  string    // what is added to a sentence about damage, after a space; "" for nothing

	readPath string // the file that is read, as readAs; mostly that of the journal
	readAs   access
	backing  backing

	builtIn func() ([]journal.PromptSet, error) // the sets that come with the program; not to be changed
}

// readers is how many pages can be read at once.
const readers = 2

// NewUID is a new id as people, JSON and exports see it: a UUIDv7.
func NewUID() string { return uuid.Must(uuid.NewV7()).String() }

// Path is the file of the journal.
func (s *Store) Path() string { return s.path }

// ReadOnly reports whether the journal can only be read, since its file or folder is not writable.
// Then every change answers journal.CodeReadOnly.
func (s *Store) ReadOnly() bool { return s.readOnly }

// Close ends all connections. It folds what was written into the file, so that the file alone is
// the journal and can be copied as it is.
func (s *Store) Close() error {
	s.backing.mu.Lock() // a backup that is being made is seen through
	defer s.backing.mu.Unlock()
	err := s.here()
	if err == nil {
		s.indexLast()
	}
	s.closed.Store(true)
	over := s.parted.over.Load()
	err = errors.Join(err, s.rd.Close())
	if s.wr != nil {
		if !over && s.wr.Stats().OpenConnections > 0 {
			// Somebody else may be reading just now; then the last one to close folds it in.
			_, _ = foldIn(context.Background(), s.wr)
		}
		if !over {
			s.watch.pause()
		}
		err = errors.Join(err, s.wr.Close())
	}
	if !over {
		s.watch.end()
	}
	if s.aside != "" {
		err = errors.Join(err, os.RemoveAll(s.aside))
	}
	return s.fail(err)
}

// DataVersion is a number that changes when another process has written to the journal, and does
// not when this one has.
func (s *Store) DataVersion(ctx context.Context) (int64, error) {
	if err := s.here(); err != nil {
		return 0, err
	}
	db := s.wr
	if db == nil {
		db = s.rd
	}
	// An interrupted connection is made anew and counts from the beginning again.
	var v int64
	err := db.QueryRowContext(context.WithoutCancel(ctx), "PRAGMA data_version").Scan(&v)
	return v, s.fail(err)
}

// openPools makes the connections' pools. None is connected before it is used.
func (s *Store) openPools(path string, read access) (err error) {
	s.readPath, s.readAs = path, read
	if s.rd, err = sql.Open("sqlite", dsn(path, read)+s.tune); err != nil {
		return err
	}
	s.rd.SetMaxOpenConns(readers)
	s.rd.SetMaxIdleConns(readers)
	if s.readOnly {
		return nil
	}
	if s.wr, err = sql.Open("sqlite", dsn(path, s.writing())+s.tune); err != nil {
		return err
	}
	s.wr.SetMaxOpenConns(1)
	return nil
}
