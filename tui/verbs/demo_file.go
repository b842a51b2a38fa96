package verbs

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"bothways/journal"
)

// makeFile makes the journal in a folder of its own beside the place it is for, and gives it its
// name when it is complete. So whatever stops it, there is never anything to clear away that could
// be somebody else's.
func (a *app) makeFile(ctx context.Context, in demoing) (filling, error) {
	to := filepath.Clean(in.to)
	if err := mustBeFree(to); err != nil {
		return filling{}, err
	}
	beside := filepath.Dir(to)
	if err := os.MkdirAll(beside, 0o700); err != nil {
		return filling{}, unmakeable(to, err)
	}
	folder, err := os.MkdirTemp(beside, ".bothways-*.new")
	if err != nil {
		return filling{}, unmakeable(to, err)
	}
	defer os.RemoveAll(folder) // what it holds has its own name by then, or is not wanted
	path := filepath.Join(folder, "journal.db")
	made, err := a.fill(ctx, path, in)
	if err != nil {
		return made, err
	}
	if err := mustBeFree(to); err != nil {
		return made, err
	}
	if err = os.Link(path, to); err != nil && !errors.Is(err, fs.ErrExist) {
		err = claim(path, to)
	}
	switch {
	case errors.Is(err, fs.ErrExist):
		return made, taken(to)
	case err != nil:
		return made, unmakeable(to, err)
	}
	return made, nil
}

// mustBeFree refuses a name that something has already, or that SQLite left something beside,
// which it would take for a part of the new journal.
func mustBeFree(to string) error {
	for _, end := range []string{"", "-wal", "-shm", "-journal"} {
		switch _, err := os.Lstat(to + end); {
		case err == nil:
			return taken(to + end)
		case !errors.Is(err, fs.ErrNotExist):
			return unmakeable(to, err)
		}
	}
	return nil
}

// claim gives the file at path the name to where the file system has no links. It takes the name
// first, since moving the file there straight away could take the place of one made meanwhile. A
// name that something has is fs.ErrExist.
func claim(path, to string) error {
	f, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	mine, err := f.Stat()
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(path, to)
	}
	if err != nil {
		if there, lost := os.Lstat(to); lost == nil && os.SameFile(mine, there) {
			_ = os.Remove(to) // it is empty, and there is nobody left to tell
		}
	}
	return err
}

func taken(to string) error {
	return journal.Errorf(journal.CodeConflict, "There is something at %s already, and it was left as it is; --to takes a name that is still free.", to)
}

func unmakeable(to string, err error) error {
	e := journal.Errorf(journal.CodeInvalid, "Nothing can be made at %s, and nothing was changed; --to takes a name in a folder that you may write to and that has room.", to)
	e.Cause = err
	return e
}
