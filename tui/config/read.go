package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"

	"bothways/journal"
	"bothways/tui/safe"
)

// maxFile is how long the file may be, in bytes: far longer than anybody writes.
const maxFile = 64 << 10

// Read is what is in force, by the file at path; one that is not there is no mistake. What is wrong in
// it comes back as sentences, in the order of their lines.
func Read(path string) (Config, []error) {
	usual := Usual()
	usual.Path = path
	if path == "" {
		return usual, nil
	}
	text, err := readFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return usual, nil
	case err != nil:
		return usual, []error{err}
	}
	return Parse(path, text)
}

// readFile reads the file, if it is one. It is looked at first, since opening a pipe would wait.
func readFile(path string) ([]byte, error) {
	refused := func(why string) error {
		return journal.Errorf(journal.CodeInvalid, "%s %s, so the usual settings are in force.", safe.Line(path), why)
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, err
	case err != nil:
		return nil, refused(unread(err))
	case info.IsDir():
		return nil, refused("is a folder and not a file")
	case !info.Mode().IsRegular():
		return nil, refused("is not a plain file")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, refused(unread(err))
	}
	defer f.Close() // nothing was written to it
	text, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	switch {
	case err != nil:
		return nil, refused(unread(err))
	case len(text) > maxFile:
		return nil, refused(fmt.Sprintf("is longer than the %d KB settings can have", maxFile>>10))
	}
	return text, nil
}

func unread(err error) string {
	if errors.Is(err, fs.ErrPermission) {
		return "may not be read by you"
	}
	return "could not be read"
}

// Parse is what is in force by the text of the file, which is called path in sentences.
func Parse(path string, text []byte) (Config, []error) {
	usual := Usual()
	usual.Path = path
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	p := parsing{path: safe.Line(path), config: usual}
	if wide(text) {
		p.wrong(1, "holds a character that no text has, so the usual settings are in force.")
		return usual, p.sentences()
	}
	table, ok := p.decode(string(text))
	if !ok {
		first := slices.MinFunc(p.faults, func(a, b fault) int { return a.line - b.line })
		p.faults = nil
		p.wrong(0, "has so much that cannot be understood, from line %d on, that the usual settings are in force.", first.line)
		return usual, p.sentences()
	}
	p.all(table)
	return p.config, p.sentences()
}

// parsing is one reading of the file.
type parsing struct {
	path   string
	config Config
	lines  lines
	faults []fault
}

// fault is what is wrong on a line, 0 where the line is not known.
type fault struct {
	line int
	text string
	of   string // the setting whose value in force is said behind the text; "" for none
	keys bool   // it is about the keys of actions
}

func (p *parsing) wrong(line int, format string, args ...any) {
	p.wrongOf("", false, line, format, args...)
}

// wrongOf is wrong with what is in force instead, which is known once the whole file is read.
func (p *parsing) wrongOf(of string, keys bool, line int, format string, args ...any) {
	p.faults = append(p.faults, fault{line, fmt.Sprintf(format, args...), of, keys})
}

// sentences are the faults in the order of their lines.
func (p *parsing) sentences() []error {
	slices.SortStableFunc(p.faults, func(a, b fault) int { return a.line - b.line })
	var out []error
	for _, f := range p.faults {
		where := p.path
		if f.line > 0 {
			where = fmt.Sprintf("Line %d of %s", f.line, p.path)
		}
		if f.of != "" {
			f.text += "; " + p.inForce(f.of) + " in force."
		}
		var err error = journal.Errorf(journal.CodeInvalid, "%s %s", where, f.text)
		if f.keys {
			err = keysError{err}
		}
		out = append(out, err)
	}
	return out
}

// keysError is a sentence about the keys of actions.
type keysError struct{ error }

func (e keysError) Unwrap() error { return e.error }

// OfKeys reports whether what is wrong is about the keys of actions, which only the screens have.
func OfKeys(err error) bool {
	var of keysError
	return errors.As(err, &of)
}

// all takes in every setting.
func (p *parsing) all(table map[string]any) {
	known := settings()
	for _, name := range slices.Sorted(maps.Keys(table)) {
		if name == "keys" {
			p.keys(table[name])
			continue
		}
		i := slices.IndexFunc(known, func(s setting) bool { return s.name == name })
		if i < 0 {
			p.unknown(name, p.lines.of(name))
			continue
		}
		p.one(known[i], table[name])
	}
}

// unknown says that there is no such setting.
func (p *parsing) unknown(name string, line int) {
	if isAction(name) {
		p.wrong(line, "sets %s, which is no setting but an action; its keys are set below a line [keys].", quoted(name))
		return
	}
	names := []string{"keys"}
	for _, s := range settings() {
		names = append(names, s.name)
	}
	p.wrong(line, "sets %s, which is no setting and changes nothing; %s.", quoted(name), perhaps(name, names, "`bothways config` lists them all"))
}

// one takes in one setting. What it cannot be leaves the usual in force.
func (p *parsing) one(s setting, value any) {
	line, text, ok := p.lines.of(s.name), "", false
	switch v := value.(type) {
	case string:
		text, ok = v, !s.number && (len(s.words) == 0 || slices.Contains(s.words, v))
	case int64:
		text = fmt.Sprint(v)
		ok = s.number
	case bool:
		text = fmt.Sprint(v)
	case float64:
		text = strconv.FormatFloat(v, 'f', -1, 64)
		ok = s.number && v == math.Trunc(v)
	case map[string]any:
		text = "a table"
	case []any, []map[string]any:
		text = "a list"
	default:
		text = "a date"
	}
	next := p.config
	if ok && s.take(&next, text) {
		p.config = next
		p.config.Said[s.name] = true
		return
	}
	has := quoted(text)
	if _, is := value.(string); !is {
		has = short(text)
	}
	p.wrongOf(s.name, false, line, "sets %s to %s, but it can be %s", s.name, has, s.takes())
}

// inForce says what a setting, or with "keys." before it an action, has in the end.
func (p *parsing) inForce(of string) string {
	if id, isKeys := strings.CutPrefix(of, "keys."); isKeys {
		keys := p.config.Keys[ID(id)]
		if len(keys) == 0 {
			keys = usualKeys(Actions(), ID(id))
		}
		if len(keys) == 1 {
			return keys[0] + " is"
		}
		return strings.Join(keys, ", ") + " are"
	}
	known := settings()
	s := known[slices.IndexFunc(known, func(s setting) bool { return s.name == of })]
	v := s.show(p.config)
	switch {
	case v == "":
		return "what VISUAL or EDITOR names is"
	case s.number:
		return v + " is"
	}
	return `"` + v + `" is`
}

// quoted is what somebody wrote, safe for a terminal and short enough for a sentence.
func quoted(s string) string { return "“" + short(s) + "”" }

func short(s string) string {
	const most = 40 // characters
	s = safe.Line(s)
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
