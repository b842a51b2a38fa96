package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	lib "modernc.org/sqlite/lib"

	"bothways/journal"
)

// backing is what a store knows of its journal's backups.
type backing struct {
	wrote atomic.Bool // something was written since it was last asked

	mu    sync.Mutex              // held while a backup is made
	on    journal.Date            // the last day that is known to have one, or on which one was tried
	steps func(step string) error // see copier.at; nil but in tests
}

// Backup makes a checked copy of the journal in its folder of backups, and then takes away those
// that are not kept any longer. See journal.KeepBackups; nothing is taken away where it fails.
func (s *Store) Backup(ctx context.Context) (Backup, error) {
	s.backing.mu.Lock()
	defer s.backing.mu.Unlock()
	return s.backUp(ctx, BackupPlain)
}

// BackupTo makes a checked copy of the journal as a new file, which is never taken away.
func (s *Store) BackupTo(ctx context.Context, file string) (Backup, error) {
	path, err := filepath.Abs(file)
	if err != nil || file == "" {
		return Backup{}, journal.Errorf(journal.CodeInvalid, "A backup needs a file name; nothing was made.")
	}
	s.backing.mu.Lock()
	defer s.backing.mu.Unlock()
	if _, err := os.Lstat(path); err == nil {
		return Backup{}, errNameTaken(path)
	}
	if err := s.here(); err != nil {
		return Backup{}, err
	}
	c, err := s.copyTo(ctx, filepath.Dir(path))
	if parted := s.here(); parted != nil { // what was copied may be of two files
		removeCopy(c)
		return Backup{}, parted
	}
	if err == nil {
		if err = errors.Join(claimName(c, path), s.copier().did("named")); err != nil {
			removeCopy(c)
		}
	}
	if errors.Is(err, fs.ErrExist) {
		return Backup{}, errNameTaken(path)
	}
	if err != nil {
		return Backup{}, notBackedUp(filepath.Dir(path), s.called(), err)
	}
	b := Backup{Path: path, At: s.now()}
	if info, err := os.Stat(path); err == nil {
		b.Bytes = info.Size()
	}
	return b, nil
}

func errNameTaken(path string) *journal.Error {
	return journal.Errorf(journal.CodeConflict, "There is something at %s already, and it was left as it is; a backup takes a name that is still free.", path)
}

// BackupDue reports whether the journal was written to today and has no backup of today yet.
func (s *Store) BackupDue() bool {
	if !s.backing.mu.TryLock() {
		return false // one is being made
	}
	defer s.backing.mu.Unlock()
	return s.due()
}

// due is BackupDue for one who holds the lock.
func (s *Store) due() bool {
	if s.readOnly || !s.backing.wrote.Load() {
		return false
	}
	today := journal.DateOf(s.now())
	if s.backing.on != today && s.hasBackupOf(today) {
		s.backing.on = today
	}
	if s.backing.on == today {
		s.backing.wrote.Store(false) // so that it is a new write that makes tomorrow's
		return false
	}
	return true
}

// hasBackupOf reports whether there is a plain backup of that day that opens as a journal.
func (s *Store) hasBackupOf(day journal.Date) bool {
	all, _ := Backups(s.file) // a folder that cannot be read is met again when one is made
	for _, b := range all {
		// What was set aside by a restore or a repair is not how the journal was that day, and may
		// be damaged; one that does not open is none.
		if b.Reason == BackupPlain && journal.DateOf(b.At.In(s.now().Location())) == day && opens(b.Path) {
			return true
		}
	}
	return false
}

// DailyBackup makes the backup of today where it is due, and waits where it is being made. One that
// fails is not tried again before tomorrow by this store. It reads on a connection of its own, so
// that no page and no save waits for it.
func (s *Store) DailyBackup(ctx context.Context) error {
	s.backing.mu.Lock()
	defer s.backing.mu.Unlock()
	if !s.due() {
		return nil
	}
	s.backing.wrote.Store(false) // what is written from here on may not be in it
	_, err := s.backUp(ctx, BackupPlain)
	if ctx.Err() != nil {
		s.backing.wrote.Store(true) // it was not wanted just then, and is due still
		return err
	}
	s.backing.on = journal.DateOf(s.now())
	return err
}

// backUpBeforeUpdate makes a backup before the journal gets a new form, unless nobody has written in
// it yet.
func (s *Store) backUpBeforeUpdate(ctx context.Context) error {
	n, err := count(ctx, s.rd, "SELECT EXISTS (SELECT 1 FROM person) + EXISTS (SELECT 1 FROM reflection) + EXISTS (SELECT 1 FROM draft)")
	if err != nil || n == 0 {
		return err
	}
	if s.updating != nil {
		s.updating()
	}
	s.backing.mu.Lock()
	defer s.backing.mu.Unlock()
	if b, err := s.backUp(ctx, BackupBeforeUpdate); err != nil && b.Path == "" {
		e := journal.Errorf(journal.ErrorCode(err), "This journal is of an older form, and is not brought up to date without a backup. %s", journal.ErrorMessage(err))
		e.Cause = err
		return e
	}
	return nil
}

func (s *Store) copier() copier { return copier{at: s.backing.steps} }

// backUp makes a backup in the folder of backups, and takes away the ones its coming makes needless.
func (s *Store) backUp(ctx context.Context, reason BackupReason) (Backup, error) {
	if err := s.here(); err != nil {
		return Backup{}, err
	}
	path, err := realPath(s.file)
	if err != nil {
		return Backup{}, notBackedUp(s.path, s.called(), err)
	}
	folder := backupFolder(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return Backup{}, notBackedUp(folder, s.called(), err)
	}
	tmp, err := s.copyTo(ctx, folder)
	if parted := s.here(); parted != nil {
		removeCopy(tmp)
		return Backup{}, parted
	}
	if err != nil {
		return Backup{}, notBackedUp(folder, s.called(), err)
	}
	b, err := nameBackup(tmp, path, s.now(), reason)
	if err != nil {
		removeCopy(tmp)
		return Backup{}, notBackedUp(folder, s.called(), err)
	}
	if err := s.copier().did("named"); err != nil {
		return b, notBackedUp(folder, s.called(), err)
	}
	removeLeftovers(b)
	if err := s.thinOut(ctx, path, b); err != nil {
		if damaged(err) {
			b = Backup{}
		}
		return b, err
	}
	return b, nil
}

// copyTo makes a checked copy in folder, on a connection of its own.
func (s *Store) copyTo(ctx context.Context, folder string) (tmp string, err error) {
	err = withDB(s.readPath, s.readAs, func(db *sql.DB) error {
		conn, err := db.Conn(ctx)
		if err != nil {
			return err
		}
		defer conn.Close()
		tmp, err = s.copier().aside(ctx, conn, folder)
		return err
	})
	return tmp, err
}

// nameBackup gives a checked copy the name of a backup made now.
func nameBackup(tmp, path string, now time.Time, reason BackupReason) (Backup, error) {
	const most = 1000 // of one minute
	for nth := 1; ; nth++ {
		at := filepath.Join(backupFolder(path), backupName(path, now, reason, nth))
		err := claimName(tmp, at)
		if errors.Is(err, fs.ErrExist) && nth < most {
			continue
		}
		if err != nil {
			return Backup{}, err
		}
		b := Backup{Path: at, At: now.UTC().Truncate(time.Minute), Reason: reason}
		if info, err := os.Stat(at); err == nil {
			b.Bytes, b.written = info.Size(), info.ModTime()
		}
		return b, nil
	}
}

// thinOut takes away backups that are not kept any longer. It is called when a newer one has its
// name, and at no other time; before the first one goes, the newer one is read once more under that.
func (s *Store) thinOut(ctx context.Context, path string, newer Backup) error {
	all, err := Backups(path)
	if err != nil {
		return err
	}
	// One that is no journal any more must not stand for its day, and one that was set aside is
	// nobody's to take away.
	var may []Backup
	var made []journal.BackupMade
	for _, b := range all {
		if (b.Reason == BackupPlain || b.Reason == BackupBeforeUpdate) && opens(b.Path) {
			may, made = append(may, b), append(made, journal.BackupMade{At: b.At, BeforeUpdate: b.Reason == BackupBeforeUpdate})
		}
	}
	keeps := journal.KeepBackups(made, s.now())
	if !slices.Contains(keeps, false) && opens(newer.Path) {
		return nil
	}
	if err := readsInFull(ctx, newer.Path); err != nil {
		return notReadAgain(newer.Path, s.called(), err)
	}
	for i, keep := range keeps {
		if keep {
			continue
		}
		if err := os.Remove(may[i].Path); err != nil && !errors.Is(err, fs.ErrNotExist) { // another window's doing
			return notThinnedOut(backupFolder(path), err)
		}
		if err := s.copier().did("thinned out"); err != nil {
			return notThinnedOut(backupFolder(path), err)
		}
	}
	return nil
}

// leftAfter is how much older than the newest backup an unfinished copy is when nobody can be
// making it any more. Both times are those of the file system.
const leftAfter = time.Hour

// removeLeftovers takes away the copies that were being made when a program was cut off.
func removeLeftovers(newest Backup) {
	made, err := os.Stat(newest.Path)
	if err != nil {
		return
	}
	folder := filepath.Dir(newest.Path)
	entries, _ := os.ReadDir(folder) // what cannot be seen is left
	for _, e := range entries {
		unfinished := strings.HasPrefix(e.Name(), ".bothways-") && strings.HasSuffix(e.Name(), ".new")
		if info, err := e.Info(); err == nil && unfinished && made.ModTime().Sub(info.ModTime()) > leftAfter {
			removeCopy(filepath.Join(folder, e.Name()))
		}
	}
}

// notBackedUp puts into a sentence why there is no backup; called is how a person runs the program.
func notBackedUp(folder, called string, err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	e := journal.Errorf(journal.CodeInternal, "No backup could be made in %s; the journal and its earlier backups are as they were. See whether that folder can be written to.", folder)
	code := sqliteCode(err)
	switch {
	case damaged(err):
		e = journal.Errorf(journal.CodeDamaged, "The backup could not be read back in full, so it was taken away; earlier ones are as they were. `%s check` says whether the journal itself is well.", called)
	case code == lib.SQLITE_FULL, errors.Is(err, syscall.ENOSPC):
		e = journal.Errorf(journal.CodeInternal, "There is no room for a backup in %s; the journal and its earlier backups are as they were. Make some room, and try `%s backup`.", folder, called)
	case code == lib.SQLITE_BUSY, code == lib.SQLITE_LOCKED:
		e = journal.Errorf(journal.CodeInternal, "Another program holds the journal, so no backup could be made now; nothing is harmed. Try again in a moment.")
	}
	e.Cause = err
	return e
}

// notReadAgain says that a backup was good and is so no more.
func notReadAgain(path, called string, err error) error {
	if !damaged(err) {
		return notThinnedOut(filepath.Dir(path), err)
	}
	e := journal.Errorf(journal.CodeDamaged, "The backup %s was made, but could not be read back in full once it was in place; no earlier one was taken away for it. See whether the disk is well, and try `%s backup`.", path, called)
	e.Cause = err
	return e
}

func notThinnedOut(folder string, err error) error {
	e := journal.Errorf(journal.CodeInternal, "The backup was made and is good, but older ones that are not needed any more could not be taken away from %s.", folder)
	e.Cause = err
	return e
}
