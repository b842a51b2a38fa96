package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"

	"bothways/journal"
)

// parted is that the file is not at its place any more, or not what it was, and what was done about
// it.
type parted struct {
	mu   sync.Mutex
	why  atomic.Pointer[journal.Error] // what every answer says, once all that was kept is in a file of its own
	over atomic.Bool                   // the file has its place, and another program's content
	kept string                        // what was moved out of its way
}

// here makes sure that the file this journal was opened from is still the one that has its name, and
// that nobody else wrote over it. SQLite goes on writing into a file that was removed, where nobody
// finds it again, and mixes two files where another took its place: so from then on nothing is written
// or read any more, what was kept up to then is put into a file of its own, and every answer names that.
func (s *Store) here() error {
	if s.opened == nil || s.readOnly || s.closed.Load() {
		return nil
	}
	if e := s.parted.why.Load(); e != nil {
		return e
	}
	if s.parted.over.Load() {
		return s.partOver()
	}
	now, err := os.Stat(s.path)
	switch {
	case err == nil && os.SameFile(now, s.opened):
		return s.unmixed()
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil // nobody knows; SQLite finds out what it can do with the one it has open
	}
	return s.part(err != nil)
}

// part puts what was kept up to then into a file of its own, once. Where that cannot be done, now, it
// is tried again with whatever is asked for next, and when the journal is closed.
func (s *Store) part(removed bool) error {
	s.parted.mu.Lock()
	defer s.parted.mu.Unlock()
	if e := s.parted.why.Load(); e != nil {
		return e
	}
	how := "was replaced by another"
	if removed {
		how = "was removed or moved"
	}
	said := "The journal's file " + how + " while it was open, so nothing more is written to it."
	if s.wr == nil || s.wr.Stats().OpenConnections == 0 { // nothing was written that another file has not
		e := journal.Errorf(journal.CodeDamaged, "%s Put the file you want in its place and start again.", said)
		s.parted.why.Store(e)
		return e
	}
	kept, err := s.keepAside()
	if err != nil {
		e := journal.Errorf(journal.CodeDamaged, "%s What was kept up to then could not be put aside yet: leave this open, put the file back or make room, and try again.", said)
		e.Cause = err
		return e
	}
	// What is not folded in yet is of the file that is gone, and beside another one it would be taken
	// for a part of that.
	_, _ = foldIn(context.Background(), s.wr)
	e := journal.Errorf(journal.CodeDamaged, "%s What was kept up to then is in %s. Put the file you want in its place and start again.", said, kept)
	s.parted.why.Store(e)
	return e
}

// unmixed makes sure that nobody else wrote over the file.
func (s *Store) unmixed() error {
	if s.watch == nil || s.far { // there SQLite reads anew what another wrote
		return nil
	}
	if !s.watch.fine(dsn(s.file, toRead) + s.tune) {
		s.parted.over.Store(true)
		return s.partOver()
	}
	return nil
}

// partOver sees to it that nothing of this journal gets into a file that another program wrote over it:
// what is not folded in is moved out of its way, and a connection is left open on purpose, since it is
// the last one to close that would fold it in. The system closes that when the program ends.
func (s *Store) partOver() error {
	s.parted.mu.Lock()
	defer s.parted.mu.Unlock()
	if e := s.parted.why.Load(); e != nil {
		return e
	}
	said := "Another program wrote over the journal's file while it was open, so nothing more is written to it."
	kept, err := s.watch.setAside(s.file, s.now())
	if kept != "" {
		s.parted.kept = kept
	}
	if err != nil {
		e := journal.Errorf(journal.CodeDamaged, "%s What was kept last could not be moved out of its way yet: leave this open, see whether the folder can be written to, and try again.", said)
		e.Cause = err
		return e
	}
	if s.parted.kept != "" {
		said += fmt.Sprintf(" What was kept last is beside it, in %s. Where you have the very file that was there, put it back and call that %s%s again before you start: then it is whole.",
			filepath.Base(s.parted.kept), filepath.Base(s.file), walEnd)
	}
	if b, ok := newestGood(context.Background(), s.file); ok {
		said += fmt.Sprintf(" `%s restore %s` brings back the newest good backup.", s.called(), ShellWord(b.Name()))
	} else {
		said += " There is no good backup of it."
	}
	e := journal.Errorf(journal.CodeDamaged, "%s", said)
	s.parted.why.Store(e)
	return e
}

// keptTime is how the name of what keepAside makes tells the second.
const keptTime = "2006-01-02-150405"

// keepAside writes all that was kept into a new file beside the journal, or where that does not work
// into a new folder among the temporary ones, and returns its name. It is read through the
// connection that writes: that one is still at the file it was opened from.
func (s *Store) keepAside() (path string, err error) {
	end := filepath.Ext(s.file)
	path = strings.TrimSuffix(s.file, end) + "-kept-" + s.now().Format(keptTime) + end
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
