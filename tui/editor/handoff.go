package editor

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"

	"bothways/journal"
)

// maxHandoff is the longest text taken back from an editor, in bytes.
const maxHandoff = 64 << 20

// HandoffOptions say which editor to use and where the text may lie meanwhile.
type HandoffOptions struct {
	Chosen         string // the editor the person's config file names, before the other two
	Visual, Editor string // the variables VISUAL and EDITOR, as they are
	Dir            string // private folder to work under, made if it is not there
	GOOS           string // decides the fallback and how a command is split
	Line           int    // line to start on, from 1; 0 for the editor's own choice

	LookPath func(string) (string, error) // exec.LookPath if nil
}

// Handoff is a text lent to another editor. Opening and taking back touch the
// disk, so both belong in a command, not in Update:
//
//	h, err := editor.OpenHandoff(text, options)
//	tea.ExecProcess(h.Command(), func(err error) tea.Msg { return back{h.Result(err)} })
//	... store what came back, and only then
//	h.Clean()
type Handoff struct {
	original string
	dir      string
	argv     []string
}

// Returned is what came of a hand-off.
type Returned struct {
	Text    string // to go on with: the edited text, or the original if Err is set
	Changed bool   // Text is not the original
	Edited  string // what the file held when it was not used; may be empty
	Path    string // of the file, which stays until Clean
	Keep    bool   // what the editor left is only there: Err names the file, and Clean would lose it
	Err     error  // one sentence for the person; nil if Text is what they wrote
}

// OpenHandoff writes text to note.md, mode 0600, in a fresh folder of mode 0700.
// When it fails nothing is left behind.
func OpenHandoff(text string, o HandoffOptions) (*Handoff, error) {
	argv, err := editorCommand(o)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(o.Dir, 0o700); err != nil {
		return nil, unwritten(err)
	}
	dir, err := os.MkdirTemp(o.Dir, "note-")
	if err != nil {
		return nil, unwritten(err)
	}
	h := &Handoff{original: text, dir: dir}
	if err := h.write(text); err != nil {
		return nil, unwritten(errors.Join(err, os.RemoveAll(dir)))
	}
	h.argv = append(argv, fileArgs(argv[0], o.Line, h.path())...)
	return h, nil
}

func unwritten(cause error) error {
	err := journal.Errorf(journal.CodeInternal, "Your text could not be handed to the editor, since no private file could be written; it is still here.")
	err.Cause = cause
	return err
}

func (h *Handoff) path() string { return filepath.Join(h.dir, "note.md") }

func (h *Handoff) write(text string) error {
	f, err := os.OpenFile(h.path(), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Close())
}

// Command returns the editor, ready to be run.
func (h *Handoff) Command() *exec.Cmd { return exec.Command(h.argv[0], h.argv[1:]...) }

// Result reads the text back. ran is what running the command gave. Whatever the
// editor did to the file, the original is not lost.
func (h *Handoff) Result(ran error) Returned {
	r := Returned{Text: h.original, Path: h.path()}
	edited, err := h.read()
	if err == nil {
		edited = h.tidy(edited)
	}
	same := edited == h.original
	if !same {
		r.Edited = edited
	}
	var failed *journal.Error
	switch {
	case ran != nil && (err != nil || same || edited == ""):
		failed = journal.Errorf(journal.CodeInternal, "The editor stopped with an error, so your text is as it was before.")
		failed.Cause = ran
	case ran != nil:
		failed = journal.Errorf(journal.CodeInternal, "The editor stopped with an error, so your text is as it was before; what the editor left is in %s.", r.Path)
		failed.Cause, r.Keep = ran, true
	case err != nil:
		return h.unread(r, err)
	case strings.TrimSpace(edited) == "" && strings.TrimSpace(h.original) != "":
		failed = journal.Errorf(journal.CodeInvalid, "The note came back empty from the editor, so your text is as it was before; delete it here if you meant to.")
	case !utf8.ValidString(edited) && utf8.ValidString(h.original):
		failed = journal.Errorf(journal.CodeInvalid, "The note came back from the editor in an encoding other than UTF-8, so your text is as it was before; what the editor left is in %s.", r.Path)
		r.Keep = true
	}
	if failed != nil {
		r.Err = failed
		return r
	}
	r.Text, r.Changed, r.Edited = edited, !same, ""
	return r
}

func (h *Handoff) unread(r Returned, cause error) Returned {
	var failed *journal.Error
	r.Keep = !errors.Is(cause, fs.ErrNotExist)
	switch {
	case errors.Is(cause, fs.ErrNotExist):
		failed = journal.Errorf(journal.CodeInternal, "The editor left no note behind, so your text is as it was before.")
	case errors.Is(cause, errTooLong):
		failed = journal.Errorf(journal.CodeInvalid, "The note came back from the editor larger than 64 MB, so your text is as it was before; what the editor left is in %s.", r.Path)
	default:
		failed = journal.Errorf(journal.CodeInternal, "The note could not be read back from the editor, so your text is as it was before; what the editor left is in %s.", r.Path)
	}
	failed.Cause = cause
	r.Err = failed
	return r
}

// Clean removes the file and its folder, with whatever the editor left there.
func (h *Handoff) Clean() error { return os.RemoveAll(h.dir) }

// read takes back a plain file only: the editor may have put a folder, a pipe or
// a link in its place.
func (h *Handoff) read() (string, error) {
	info, err := os.Lstat(h.path())
	switch {
	case err != nil:
		return "", err
	case !info.Mode().IsRegular():
		return "", errNotPlain
	case info.Size() > maxHandoff:
		return "", errTooLong
	}
	b, err := os.ReadFile(h.path())
	return string(b), err
}

// handoffError is a reason within this file, never shown.
type handoffError string

func (e handoffError) Error() string { return string(e) }

const (
	errTooLong  = handoffError("the file is too long")
	errNotPlain = handoffError("the file is not a plain file")
)

// tidy takes away what editors add unasked: a byte order mark at the start and a
// line break at the end.
func (h *Handoff) tidy(s string) string {
	const mark = "\ufeff"
	if !strings.HasPrefix(h.original, mark) {
		s = strings.TrimPrefix(s, mark)
	}
	if !strings.HasSuffix(h.original, "\n") {
		if t, ok := strings.CutSuffix(s, "\r\n"); ok {
			return t
		}
		return strings.TrimSuffix(s, "\n")
	}
	return s
}

// editorCommand chooses the editor and splits its command into words.
func editorCommand(o HandoffOptions) ([]string, error) {
	look := o.LookPath
	if look == nil {
		look = exec.LookPath
	}
	for _, v := range []struct{ name, value string }{{"config.toml", o.Chosen}, {"VISUAL", o.Visual}, {"EDITOR", o.Editor}} {
		if strings.TrimSpace(v.value) == "" {
			continue
		}
		argv, err := splitWords(v.value, o.GOOS != "windows")
		if err != nil || len(argv) == 0 || argv[0] == "" {
			return nil, journal.Errorf(journal.CodeInvalid, "%s has a quote that is not closed, so no editor was started; your text is still here.", v.name)
		}
		if _, err := look(argv[0]); err != nil {
			return nil, journal.Errorf(journal.CodeNotFound, "The editor that %s names was not found; your text is still here, and you can go on writing it here.", v.name)
		}
		return argv, nil
	}
	fallback := []string{"vi", "nano"}
	if o.GOOS == "windows" {
		fallback = []string{"notepad"}
	}
	for _, name := range fallback {
		if _, err := look(name); err == nil {
			return []string{name}, nil
		}
	}
	return nil, journal.Errorf(journal.CodeNotFound, "No editor was found; set VISUAL or EDITOR to the one you like, and go on writing here meanwhile.")
}

func program(command string) string {
	base := command[strings.LastIndexAny(command, `/\`)+1:]
	return strings.TrimSuffix(strings.ToLower(base), ".exe")
}

// fileArgs returns the arguments that open path on a line. An editor that is not
// known gets the path alone.
func fileArgs(command string, line int, path string) []string {
	if line < 1 {
		return []string{path}
	}
	at := strconv.Itoa(line)
	switch program(command) {
	case "vi", "vim", "nvim", "view", "gvim", "nano", "pico", "emacs", "emacsclient", "hx", "helix", "kak", "micro", "joe", "ne", "mg":
		return []string{"+" + at, path}
	case "code", "code-insiders", "codium", "vscodium", "cursor":
		return []string{"-g", path + ":" + at}
	}
	return []string{path}
}

// splitWords splits a command as a shell would, as far as quotes and, if escapes
// is set, backslashes go. Nothing is expanded.
func splitWords(s string, escapes bool) ([]string, error) {
	var words []string
	var word strings.Builder
	in, quote := false, byte(0)
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case quote == '\'' && c != '\'':
			word.WriteByte(c)
		case quote != 0 && c == quote:
			quote = 0
		case escapes && c == '\\' && i+1 < len(s) && (quote == 0 || strings.IndexByte("\"\\$`", s[i+1]) >= 0):
			i++
			word.WriteByte(s[i])
			in = true
		case quote != 0:
			word.WriteByte(c)
		case c == '\'' && escapes, c == '"':
			quote, in = c, true
		case c == ' ' || c == '\t' || c == '\n':
			if in {
				words = append(words, word.String())
				word.Reset()
				in = false
			}
		default:
			word.WriteByte(c)
			in = true
		}
	}
	if quote != 0 {
		return nil, handoffError("a quote is not closed")
	}
	if in {
		words = append(words, word.String())
	}
	return words, nil
}
