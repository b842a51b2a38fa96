package verbs

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
	"unicode/utf8"

	"bothways/journal"
)

// readText reads words to be kept from file, or from what is piped in where that is "" or "-". They
// are kept byte for byte but for a byte order mark at their start, about which a notice comes back.
func (a *app) readText(file string) (text string, notices []journal.Notice, err error) {
	what := source(file)
	raw, err := a.readRaw(file)
	if err != nil {
		return "", nil, err
	}
	text, marked := strings.CutPrefix(raw, "\uFEFF")
	if marked {
		notices = append(notices, journal.Notice{Line: -1, Text: "The byte order mark at the start of the text was left out."})
	}
	switch {
	case !utf8.ValidString(text):
		return "", nil, journal.Errorf(journal.CodeInvalid,
			"%s is not UTF-8 text; nothing was kept, and the text itself is untouched. Saving it as UTF-8 makes it readable here.", what)
	case strings.IndexByte(text, 0) >= 0:
		return "", nil, noText(what)
	case journal.Blank(text):
		return "", nil, journal.Errorf(journal.CodeInvalid, "%s has no words in it, so nothing was kept.", what)
	}
	return text, notices, nil
}

// readRaw reads all of file, or of what is piped in where that is "" or "-", whatever bytes it holds.
func (a *app) readRaw(file string) (string, error) {
	what := source(file)
	words := func() (string, error) { return a.pipe.words(a.env.Stdin) }
	if !piped(file) {
		f, err := os.Open(file)
		if err != nil {
			return "", unreadable(what, err)
		}
		defer f.Close() // it was only read
		words = func() (string, error) {
			b, err := io.ReadAll(io.LimitReader(f, journal.MaxNote+1))
			return string(b), err
		}
	}
	b, err := words()
	if err != nil {
		return "", unreadable(what, err)
	}
	if len(b) > journal.MaxNote {
		return "", journal.Errorf(journal.CodeInvalid,
			"%s is longer than the %d MB a note can have; nothing was kept, and the text itself is untouched.", what, journal.MaxNote>>20)
	}
	return b, nil
}

// piped reports whether file stands for what is piped in.
func piped(file string) bool { return file == "" || file == "-" }

// source is what a sentence calls a file, or what was piped in.
func source(file string) string {
	if piped(file) {
		return "What was piped in"
	}
	return file
}

// noText says that what was read is no text at all.
func noText(what string) error {
	return journal.Errorf(journal.CodeInvalid, "%s holds bytes that no text has; nothing was kept, and the file itself is untouched.", what)
}

// unreadable says why a text could not be read.
func unreadable(what string, err error) error {
	why := "could not be read"
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		why = "is not there"
	case errors.Is(err, fs.ErrPermission):
		why = "may not be read by you"
	case errors.As(err, &path) && isFolder(path.Path):
		why = "is a folder, not a text"
	}
	e := journal.Errorf(journal.CodeInvalid, "%s %s; nothing was kept.", what, why)
	e.Cause = err
	return e
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
