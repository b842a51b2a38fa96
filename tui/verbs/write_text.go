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

// readText reads the note from file, or from what is piped in where that is "" or "-". The text
// is kept byte for byte but for a byte order mark at its start, about which a notice comes back.
func (a *app) readText(file string) (text string, notices []journal.Notice, err error) {
	in, what := a.env.Stdin, "What was piped in"
	if file != "" && file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return "", nil, unreadable(file, err)
		}
		defer f.Close() // it was only read
		in, what = f, file
	}
	b, err := io.ReadAll(io.LimitReader(in, journal.MaxNote+1))
	if err != nil {
		return "", nil, unreadable(what, err)
	}
	if len(b) > journal.MaxNote {
		return "", nil, journal.Errorf(journal.CodeInvalid,
			"%s is longer than the %d MB a note can have; nothing was kept, and the text itself is untouched.", what, journal.MaxNote>>20)
	}
	text, marked := strings.CutPrefix(string(b), "\uFEFF")
	if marked {
		notices = append(notices, journal.Notice{Line: -1, Text: "The byte order mark at the start of the text was left out."})
	}
	switch {
	case !utf8.ValidString(text):
		return "", nil, journal.Errorf(journal.CodeInvalid,
			"%s is not UTF-8 text; nothing was kept, and the text itself is untouched. Saving it as UTF-8 makes it readable here.", what)
	case strings.IndexByte(text, 0) >= 0:
		return "", nil, journal.Errorf(journal.CodeInvalid,
			"%s holds bytes that no text has; nothing was kept, and the file itself is untouched.", what)
	case journal.Blank(text):
		return "", nil, journal.Errorf(journal.CodeInvalid, "%s has no words in it, so nothing was kept.", what)
	}
	return text, notices, nil
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
