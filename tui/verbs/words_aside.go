package verbs

import (
	"errors"
	"io/fs"
	"os"
	"strings"

	"bothways/journal"
)

// wordsAside is err, of words that the journal did not take. Words that were piped in are nowhere
// else then, so they go into a file only this person can read, and the sentence names it.
func (a *app) wordsAside(file, text string, err error) error {
	if !refused(err) || file != "" && file != "-" || journal.Blank(text) || a.pipedFile() {
		return err
	}
	said := strings.TrimSpace(journal.ErrorMessage(err))
	if path, bad := writeAside(text); bad == nil {
		said += " What was piped in is in " + path + "."
	} else {
		said += " What was piped in could not be put into a file."
	}
	e := journal.Errorf(journal.ErrorCode(err), "%s", said)
	e.Cause = err
	return e
}

// refused reports whether the journal took no words just now, whatever they are. What was asked for in
// a wrong way can be asked for again, and what went wrong in telling that words are kept is no loss.
func refused(err error) bool {
	var of *journal.Error
	switch journal.ErrorCode(err) {
	case journal.CodeReadOnly, journal.CodeInternal, journal.CodeDamaged, journal.CodeNewer:
		return errors.As(err, &of)
	}
	return false
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

// writeAside puts a text into a file of its own among the temporary ones, and leaves nothing behind
// where that fails.
func writeAside(text string) (path string, err error) {
	f, err := os.CreateTemp("", "bothways-note-*.md") // readable by nobody else
	if err != nil {
		return "", err
	}
	_, err = f.WriteString(text)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return "", errors.Join(err, os.Remove(f.Name()))
	}
	return f.Name(), nil
}
