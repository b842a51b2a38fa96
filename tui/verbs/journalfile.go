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
// journal.db in the folder where this system keeps a person's data.
func (a *app) journalPath() (string, error) {
	if a.journalFlag != "" {
		return a.journalFlag, nil
	}
	if p := a.env.Getenv(envJournal); p != "" {
		return p, nil
	}
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

// findJournal is the path of the journal and whether there is one yet. Reading must not make
// one, so verbs that only read ask first.
func (a *app) findJournal() (path string, exists bool, err error) {
	if path, err = a.journalPath(); err != nil {
		return "", false, err
	}
	_, err = os.Stat(path)
	return path, !errors.Is(err, fs.ErrNotExist), nil
}

// noJournal says that there is nothing to look in yet.
func noJournal(path string) error {
	return journal.Errorf(journal.CodeNotFound, "There is no journal at %s yet; `bothways` starts one.", path)
}

// withJournal runs do on the journal, which is made where there is none.
func (a *app) withJournal(ctx context.Context, do func(*store.Store) error) error {
	path, err := a.journalPath()
	if err != nil {
		return err
	}
	return a.withStore(ctx, path, do)
}

// withExisting runs do on a journal that must be there already.
func (a *app) withExisting(ctx context.Context, do func(*store.Store) error) error {
	path, exists, err := a.findJournal()
	if err != nil {
		return err
	}
	if !exists {
		return noJournal(path)
	}
	return a.withStore(ctx, path, do)
}

func (a *app) withStore(ctx context.Context, path string, do func(*store.Store) error) (err error) {
	s, err := store.Open(ctx, store.Options{Path: path, Now: a.now})
	if err != nil {
		return err
	}
	defer func() {
		if closed := s.Close(); err == nil {
			err = closed
		}
	}()
	return do(s)
}
