package tui

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"bothways/journal"
)

// lifeboat holds the words that are owed to the journal when the program ends. Where the journal
// cannot take them, or takes longer than whoever ends the program may wait, they go into plain
// files only this person can read.
type lifeboat struct {
	beside string
	texts  []string

	once sync.Once
	dirs []string
	errs []error
}

// newLifeboat takes in every text that is not in the file yet.
func (r *Root) newLifeboat() *lifeboat {
	l := &lifeboat{beside: r.env.Private}
	for _, p := range r.pages {
		l.take(p)
	}
	return l
}

// take takes in the text of a page, where it is not in the file yet.
func (l *lifeboat) take(p Screen) {
	if w, ok := p.(Lender); ok && w.Unsaved() != nil && !journal.Blank(w.Words()) {
		l.texts = append(l.texts, w.Words())
	}
}

// launch writes the files, the first time it is called.
func (l *lifeboat) launch() {
	l.once.Do(func() {
		for _, text := range l.texts {
			dir, err := rescueFile(l.beside, text)
			if err != nil {
				l.errs = append(l.errs, err)
			} else {
				l.dirs = append(l.dirs, dir)
			}
		}
	})
}

// sink takes the files away again: the words are where they belong.
func (l *lifeboat) sink() error {
	l.once.Do(func() {})
	var errs []error
	for _, d := range l.dirs {
		errs = append(errs, os.RemoveAll(d))
	}
	return errors.Join(errs...)
}

// save writes the files and says where the words are that cause kept out of the journal.
func (l *lifeboat) save(cause error) error {
	l.launch()
	said := ""
	for i, d := range l.dirs {
		said += []string{" What you typed is in ", " and in "}[min(i, 1)] + filepath.Join(d, noteFile)
	}
	if len(l.dirs) > 0 {
		said += "."
	}
	if len(l.errs) > 0 {
		said += " What was typed last could not all be put into a file."
	}
	e := journal.Errorf(journal.ErrorCode(cause), "%s%s", strings.TrimSpace(journal.ErrorMessage(cause)), said)
	e.Cause = cause
	return e
}

// noteFile is the name of a file that holds words for a while.
const noteFile = "note.md"

// rescueFile writes a text into a folder of its own, beside the journal or where that does not work
// (its disk may be full) among the temporary files, and answers the folder.
func rescueFile(beside, text string) (dir string, err error) {
	for _, within := range []string{beside, ""} {
		if dir, err = writeAlone(within, text); err == nil {
			return dir, nil
		}
	}
	return "", err
}

// writeAlone leaves nothing behind where it fails.
func writeAlone(within, text string) (dir string, err error) {
	if within != "" {
		if err := os.MkdirAll(within, 0o700); err != nil {
			return "", err
		}
	}
	name := "note-"
	if within == "" {
		name = "bothways-note-"
	}
	if dir, err = os.MkdirTemp(within, name); err != nil {
		return "", err
	}
	f, err := os.OpenFile(filepath.Join(dir, noteFile), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err == nil {
		_, err = f.WriteString(text)
		err = errors.Join(err, f.Sync(), f.Close())
	}
	if err != nil {
		return "", errors.Join(err, os.RemoveAll(dir))
	}
	return dir, nil
}
