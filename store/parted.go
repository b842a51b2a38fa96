package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"

	"bothways/journal"
)

// parted is that the file is not at its place any more, and what was done about it.
type parted struct {
	once sync.Once
	why  atomic.Pointer[journal.Error]
}

// here makes sure that the file this journal was opened from is still the one that has its name.
// SQLite goes on writing into a file that was removed, where nobody finds it again, and mixes two
// files where another took its place: so from then on nothing is written or read any more, what was
// kept up to then is put into a file of its own, and every answer names that.
func (s *Store) here() error {
	if s.opened == nil || s.readOnly || s.closed.Load() {
		return nil
	}
	if e := s.parted.why.Load(); e != nil {
		return e
	}
	now, err := os.Stat(s.path)
	switch {
	case err == nil && os.SameFile(now, s.opened):
		return nil
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil // nobody knows; SQLite finds out what it can do with the one it has open
	}
	s.parted.once.Do(func() {
		how := "was replaced by another"
		if err != nil {
			how = "was removed or moved"
		}
		kept, err := s.keepAside()
		kept = " What was kept up to then is in " + kept + "."
		if err != nil {
			kept = ""
		}
		e := journal.Errorf(journal.CodeDamaged, "The journal's file %s while it was open, so nothing more is written to it.%s Put the file you want in its place and start again.", how, kept)
		e.Cause = err
		if s.wr.Stats().OpenConnections > 0 {
			// What is not folded in yet is of the file that is gone, and beside another one it would
			// be taken for a part of that.
			_, _ = s.wr.ExecContext(context.Background(), "PRAGMA wal_checkpoint(TRUNCATE)")
		}
		s.parted.why.Store(e)
	})
	return s.parted.why.Load()
}

// keepAside writes all that was kept into a new file beside the journal, or where that does not work
// into a new folder among the temporary ones, and returns its name. It is read through the
// connection that writes: that one is still at the file it was opened from.
func (s *Store) keepAside() (path string, err error) {
	if s.wr == nil || s.wr.Stats().OpenConnections == 0 {
		return "", errors.New("nothing was written yet, so there is nothing that another file has not")
	}
	end := filepath.Ext(s.path)
	path = strings.TrimSuffix(s.path, end) + "-kept-" + s.now().Format("2006-01-02-150405") + end
	if err = s.vacuumTo(path); err == nil {
		return path, nil
	}
	dir, made := os.MkdirTemp("", "bothways-kept-")
	if made != nil {
		return "", errors.Join(err, made)
	}
	path = filepath.Join(dir, filepath.Base(path))
	if again := s.vacuumTo(path); again != nil {
		return "", errors.Join(err, again, os.RemoveAll(dir))
	}
	return path, nil
}

// vacuumTo writes all that was kept into a new file only this user can read.
func (s *Store) vacuumTo(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if err = f.Close(); err == nil {
		_, err = s.wr.ExecContext(context.Background(), "VACUUM INTO ?", path)
	}
	if err == nil {
		err = syncFile(path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(path))
	}
	syncDir(filepath.Dir(path))
	return nil
}
