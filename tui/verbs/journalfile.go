package verbs

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"bothways/journal"
	"bothways/store"
)

// envJournal names the variable that holds the path of the journal.
const envJournal = "BOTHWAYS_JOURNAL"

// journalPath is where the journal is: the path given, else the one in the environment, else
// journal.db in the folder where this system keeps a person's data. named says that it was one of
// the first two.
func (a *app) journalPath() (path string, named bool, err error) {
	if a.journalFlag != "" {
		return a.journalFlag, true, nil
	}
	if p := a.env.Getenv(envJournal); p != "" {
		return p, true, nil
	}
	path, err = a.usualPath()
	return path, false, err
}

func (a *app) usualPath() (string, error) {
	// The base directory specification has a relative path there ignored.
	if data := a.env.Getenv("XDG_DATA_HOME"); filepath.IsAbs(data) {
		return filepath.Join(data, "bothways", "journal.db"), nil
	}
	if data := a.env.Getenv("LOCALAPPDATA"); a.env.GOOS == "windows" && data != "" {
		return filepath.Join(data, "bothways", "journal.db"), nil
	}
	home, err := a.env.Home()
	if err != nil || home == "" {
		return "", journal.Errorf(journal.CodeInvalid,
			"Your home folder is not known, so neither is the journal's place; --journal FILE or %s names it.", envJournal)
	}
	if a.env.GOOS == "windows" {
		return filepath.Join(home, "AppData", "Local", "bothways", "journal.db"), nil
	}
	return filepath.Join(home, ".local", "share", "bothways", "journal.db"), nil
}

// place is a journal's file.
type place struct {
	path   string
	named  bool // by the flag or the environment
	exists bool
}

// findJournal is the place of the journal and whether there is anything yet. Reading must not make
// one, so verbs that only read ask first. It fails where there was one, and only its backups are left.
func (a *app) findJournal(ctx context.Context) (place, error) {
	path, named, err := a.journalPath()
	if err != nil {
		return place{}, err
	}
	exists := somethingAt(path)
	if !exists {
		if err := store.Gone(ctx, store.Options{Path: path, Now: a.now, Program: a.program(), Updating: a.updating}); err != nil {
			return place{}, err
		}
	}
	return place{path, named, exists}, nil
}

// somethingAt reports whether anything is left of a journal at path. A link to a file that is gone and
// what SQLite left beside one are: opening makes nothing of either, and says what is wrong.
func somethingAt(path string) bool {
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return true
	}
	beside, err := os.Stat(path + "-wal")
	return err == nil && beside.Size() > 0
}

// missing says that there is nothing to look in.
func (p place) missing() error {
	if p.named {
		return journal.Errorf(journal.CodeNotFound, "There is no journal at %s; nothing was made.", p.path)
	}
	return journal.Errorf(journal.CodeNotFound, "There is no journal at %s yet; `bothways` starts one.", p.path)
}

// withJournal runs do on the journal, which is made where there is none.
func (a *app) withJournal(ctx context.Context, do func(*store.Store) error) error {
	path, _, err := a.journalPath()
	if err != nil {
		return err
	}
	return a.withStore(ctx, path, do)
}

// withExisting runs do on a journal that must be there already.
func (a *app) withExisting(ctx context.Context, do func(*store.Store) error) error {
	at, err := a.findJournal(ctx)
	if err != nil {
		return err
	}
	if !at.exists {
		return at.missing()
	}
	return a.withStore(ctx, at.path, do)
}

func (a *app) withStore(ctx context.Context, path string, do func(*store.Store) error) (err error) {
	s, err := store.Open(ctx, store.Options{Path: path, Now: a.now, Program: a.program()})
	if err != nil {
		return err
	}
	defer func() {
		a.backUpToday(ctx, s)
		if closed := s.Close(); err == nil {
			err = closed
		}
	}()
	if err := a.hide(ctx, s); err != nil {
		return err
	}
	return do(s)
}

// updating says why a start takes longer this once.
func (a *app) updating() {
	a.aside("This version keeps the journal in a new form; backing it up first…")
}
