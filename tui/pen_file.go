package tui

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
)

// unkept is the line for words that the journal did not take. Where it cannot take any just now
// there is another place for them.
func unkept(env *Env, err error) tea.Msg {
	said := journal.ErrorMessage(err)
	switch journal.ErrorCode(err) {
	case journal.CodeInternal, journal.CodeReadOnly, journal.CodeDamaged:
		said += " " + env.textKey("file", "ctrl+f") + " puts the words into a file."
	}
	return sayMsg{text: said, bad: true}
}

// toFile is the way for words to a place that is not the journal.
func (p *pen) toFile() Action {
	return Action{ID: "file", Group: groupHere, Keys: []string{"ctrl+f"}, Name: "to a file", Help: "put the words into a file, where the journal cannot take them", Run: p.askFile}
}

func (p *pen) askFile() tea.Cmd {
	if p.wordless() {
		return say("There are no words yet, so there is nothing to put into a file.")
	}
	proposed := "~/bothways-" + p.env.Now().Format("2006-01-02-1504") + ".md"
	named := func(name string) (string, bool) {
		return "A file only you can read. The words stay here as well.", name != ""
	}
	return ask(newPrompt("Put the words into a file", "where to?", proposed, named, func(name string) tea.Cmd {
		text := p.ed.Text()
		return func() tea.Msg {
			path, err := writeNew(name, text)
			if err != nil {
				return failed(err)
			}
			return sayMsg{text: "The words are in " + path + ", and still here."}
		}
	}))
}

// writeNew writes a text into a file that was not there before and answers its whole name. It leaves
// nothing behind where that fails.
func writeNew(name, text string) (path string, err error) {
	if rest, home := strings.CutPrefix(name, "~/"); home {
		dir, err := os.UserHomeDir()
		if err != nil {
			return "", notWritten(name, err)
		}
		name = filepath.Join(dir, rest)
	}
	if path, err = filepath.Abs(name); err != nil {
		return "", notWritten(name, err)
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return "", notWritten(path, err)
	}
	_, err = f.WriteString(text)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return "", notWritten(path, errors.Join(err, os.Remove(path)))
	}
	return path, nil
}

func notWritten(path string, err error) error {
	why := "it cannot be written there"
	switch {
	case errors.Is(err, fs.ErrExist):
		why = "there is something of that name already, which was not touched"
	case errors.Is(err, fs.ErrNotExist):
		why = "there is no such folder"
	}
	e := journal.Errorf(journal.CodeInvalid, "The words are not in %s: %s. Name another place.", path, why)
	e.Cause = err
	return e
}
