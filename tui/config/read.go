package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

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
	p := parsing{path: safe.Line(path), config: usual, lines: findLines(string(text))}
	if line := badByte(text); line > 0 {
		p.wrong(line, "holds a character that no text has, so the usual settings are in force.")
		return usual, p.sentences()
	}
	var table map[string]any
	if _, err := toml.Decode(string(text), &table); err != nil {
		p.broken(err, strings.Split(string(text), "\n"))
		return usual, p.sentences()
	}
	p.all(table)
	return p.config, p.sentences()
}

// badByte is the line of the first character that is no text, 0 where all are.
func badByte(text []byte) int {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && n == 1 || r == 0 {
			return 1 + bytes.Count(text[:i], []byte("\n"))
		}
		i += n
	}
	return 0
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
}

func (p *parsing) wrong(line int, format string, args ...any) {
	p.faults = append(p.faults, fault{line, fmt.Sprintf(format, args...)})
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
		out = append(out, journal.Errorf(journal.CodeInvalid, "%s %s", where, f.text))
	}
	return out
}

// broken says why the file as a whole could not be read.
func (p *parsing) broken(err error, rows []string) {
	var at toml.ParseError
	line := 0
	if errors.As(err, &at) {
		line = at.Position.Line
	}
	row := ""
	if line > 0 && line <= len(rows) {
		row = rows[line-1]
	}
	name, rest := keyPath(row)
	value := strings.TrimSpace(strings.TrimPrefix(rest, "="))
	switch {
	case strings.Contains(err.Error(), "already been defined"):
		p.wrong(line, "sets %s a second time, so the usual settings are in force until one of the two is gone.", quoted(at.LastKey))
	case name != "" && strings.HasPrefix(rest, "=") && value != "" && strings.IndexFunc(value, notWord) < 0:
		p.wrong(line, `needs quotes, as in %s = "%s", so the usual settings are in force until it has them.`, name, short(value))
	default:
		p.wrong(line, `cannot be understood; a line looks like theme = "dark", and until it does the usual settings are in force.`)
	}
}

func notWord(r rune) bool {
	return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-' && r != '_'
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
			names := []string{"keys"}
			for _, s := range known {
				names = append(names, s.name)
			}
			p.wrong(p.lines.of(name), "sets %s, which is no setting and changes nothing; %s.", quoted(name), perhaps(name, names, "`bothways config` lists them all"))
			continue
		}
		p.one(known[i], table[name])
	}
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
		text = fmt.Sprint(v)
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
		has = text
	}
	p.wrong(line, "sets %s to %s, but it can be %s; %s is in force.", s.name, has, s.takes(), inForce(s, p.config))
}

// inForce is a value as a sentence names it.
func inForce(s setting, c Config) string {
	v := s.show(c)
	switch {
	case v == "":
		return "what VISUAL or EDITOR names"
	case s.number:
		return v
	}
	return `"` + v + `"`
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
