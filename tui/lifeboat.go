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
	err  error
}

// newLifeboat takes in every text that is not in the file yet.
func (r *Root) newLifeboat() *lifeboat {
	l := &lifeboat{beside: r.env.Private}
	for _, p := range r.pages {
		if w, ok := p.(Lender); ok && w.Unsaved() != nil && !journal.Blank(w.Words()) {
			l.texts = append(l.texts, w.Words())
		}
	}
	return l
}

// launch writes the files, the first time it is called.
func (l *lifeboat) launch() {
	l.once.Do(func() {
		for _, text := range l.texts {
			dir, err := rescueFile(l.beside, text)
			if err != nil {
				l.err = err
				return
			}
			l.dirs = append(l.dirs, dir)
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
	switch {
	case l.err != nil:
		said = " What was typed last could not be put into a file either."
	case len(l.dirs) > 0:
		said = " What you typed is in " + filepath.Join(l.dirs[0], noteFile)
		for _, d := range l.dirs[1:] {
			said += " and " + filepath.Join(d, noteFile)
		}
		said += "."
	}
	e := journal.Errorf(journal.ErrorCode(cause), "%s%s", strings.TrimSpace(journal.ErrorMessage(cause)), said)
	e.Cause = cause
	return e
}

// noteFile is the name of a file that holds words for a while.
const noteFile = "note.md"

// rescueFile writes a text into a folder of its own beside the journal, or where that is not
// possible among the temporary files, and answers the folder.
func rescueFile(beside, text string) (dir string, err error) {
	if err := os.MkdirAll(beside, 0o700); err != nil {
		beside = ""
	}
	if dir, err = os.MkdirTemp(beside, "note-"); err != nil {
		if dir, err = os.MkdirTemp("", "bothways-note-"); err != nil {
			return "", err
		}
	}
	return dir, os.WriteFile(filepath.Join(dir, noteFile), []byte(text), 0o600)
}
