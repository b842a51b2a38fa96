package verbs

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"bothways/journal"
)

// pipe is what becomes of words that are piped in to be kept.
type pipe struct {
	awaited bool // words are to be kept from it
	read    bool
	raw     string // what was read of it, from its beginning
	kept    bool   // the journal has them: what goes wrong then is no loss of words
}

// words reads all that is piped in, or as much as a note can have and a byte more.
func (p *pipe) words(in io.Reader) (string, error) {
	b, err := io.ReadAll(io.LimitReader(in, journal.MaxNote+1))
	p.awaited, p.read, p.raw = true, true, string(b)
	return p.raw, err
}

// wordsAside is err, of words that were piped in and not kept. They are nowhere else then, so they go
// into a file only this person can read, and the sentence names it. Where a command was typed wrongly
// what was not read yet is left unread.
func (a *app) wordsAside(ctx context.Context, err error) error {
	var usage *usageError
	wrong := errors.As(err, &usage)
	switch {
	case err == nil, !a.pipe.awaited, a.pipe.kept, a.pipedFile():
		return err
	case !a.pipe.read && (wrong || a.env.StdinTerminal || ctx.Err() != nil):
		return err
	}
	if !a.pipe.read {
		_, _ = a.pipe.words(a.env.Stdin) // what can be read of it is put aside
	}
	if journal.Blank(a.pipe.raw) {
		return err
	}
	said := strings.TrimSpace(journal.ErrorMessage(err))
	if wrong {
		said = usage.message
	}
	switch path, whole, bad := a.writeAside(); {
	case bad != nil:
		said += " What was piped in could not be put into a file."
	case whole:
		said += " What was piped in is in " + path + "."
	default:
		said += fmt.Sprintf(" The first %d MB of what was piped in are in %s.", asideMost>>20, path)
	}
	if wrong {
		return &usageError{said, usage.verb}
	}
	e := journal.Errorf(journal.ErrorCode(err), "%s", said)
	e.Cause = err
	return e
}

// pipedFile reports whether what is piped in is a file, which has its words still.
func (a *app) pipedFile() bool {
	f, ok := a.env.Stdin.(interface{ Stat() (fs.FileInfo, error) })
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode().IsRegular()
}

// asideMost is how many bytes are put aside at most: what is piped in may never end.
const asideMost = 4 * journal.MaxNote

// writeAside puts what was piped in into a file of its own beside the journal, where it lasts, or else
// among the temporary ones, and leaves nothing behind where that fails. whole is whether that is all.
func (a *app) writeAside() (path string, whole bool, err error) {
	folders := []string{os.TempDir()}
	if at, _, err := a.journalPath(); err == nil {
		if beside, err := filepath.Abs(filepath.Dir(at)); err == nil {
			folders = []string{beside, os.TempDir()}
		}
	}
	rest := io.Reader(strings.NewReader(""))
	if len(a.pipe.raw) > journal.MaxNote { // a part of it was not read, since no note is as long
		rest = a.env.Stdin
	}
	room := int64(asideMost - len(a.pipe.raw))
	for _, folder := range folders {
		var f *os.File
		if f, err = os.CreateTemp(folder, "bothways-note-*.md"); err != nil { // readable by nobody else
			continue
		}
		if _, err = f.WriteString(a.pipe.raw); err == nil {
			var n int64
			n, err = io.Copy(f, io.LimitReader(rest, room))
			whole = n < room
		}
		if err = errors.Join(err, f.Sync(), f.Close()); err == nil {
			return f.Name(), whole, nil
		}
		err = errors.Join(err, os.Remove(f.Name()))
	}
	return "", false, err
}
