package verbs_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/verbs"
)

// discreetCase is one way to run a verb on the journal of discreetJournal.
type discreetCase struct {
	args   []string // behind the verb
	pipe   string   // what is piped in, "" for a terminal
	status int
	quiet  bool // nothing that is hidden would be said without --discreet either
	writes bool // what is typed is kept
	none   bool // what is hidden alone is found, and that it is would tell it
}

// discreetCases are all verbs, by how they are typed. A verb that is not here fails the test: it must
// hide what it prints under --discreet, and be here to show it.
func discreetCases(ids map[string]string) map[string][]discreetCase {
	const note = "Zanzibara brought Thelonious along, and Mr Vandermeer asked.\n- [ ] tell Quillfeather fri\n- [ ] @zanzibara ask Thelonious mon\n" +
		"gave: how Quillfeather chairs\ngot: what Vandermeer reads\nshift: Thelonious listens\nask: why Vandermeer left\npriv: confidedcanary\n"
	return map[string][]discreetCase{
		"":     {{quiet: true}, {args: []string{"Zanzibara"}, status: 2}},
		"help": {{quiet: true}, {args: []string{"Thelonious"}, status: 2}},
		"people": {
			{}, {args: []string{"Quillfeather"}, status: 2},
		},
		"show": {
			{args: []string{"quillfeather"}}, {args: []string{"quillfeather", "--all"}}, {args: []string{"quillfeather", "--agreement"}},
			{args: []string{"oxbridge"}}, {args: []string{"vandermeer", "--agreement"}}, {args: []string{"zanzibara"}, status: 1},
			{args: []string{"Quilfeathr"}, status: 1}, {args: []string{"quillfeather", "--role", "mutual"}, status: 1},
			{args: []string{"quillfeather", "--minutes", "Zanzibara"}, status: 2, quiet: true},
		},
		"prepare": {
			{args: []string{"quillfeather"}}, {args: []string{"vandermeer"}}, {args: []string{"zanzibara"}, status: 1},
			{args: []string{"quillfeather", "--role", "Thelonious"}, status: 2},
		},
		"actions": {
			{}, {args: []string{"--all"}}, {args: []string{"--with", "quillfeather"}}, {args: []string{"--with", "zanzibara"}, status: 1},
			{args: []string{"--with", "Quilfeathr"}, status: 1}, {args: []string{"Thelonious"}, status: 2},
		},
		"actions add": {
			{args: []string{"quillfeather", "ask", "Thelonious", "too"}, writes: true},
			{args: []string{"zanzibara", "ask", "Thelonious"}, status: 1},
			{args: []string{"quillfeather", "x", "--due", "Thelonious"}, status: 2},
		},
		"actions done":   {{args: []string{ids["open"], "Thelonious", "came"}, writes: true}},
		"actions drop":   {{args: []string{ids["open"], "Thelonious", "went"}, writes: true}},
		"actions reopen": {{args: []string{ids["done"]}, writes: true}, {args: []string{ids["done"], "Vandermeer"}, status: 2, quiet: true}},
		"search": {
			{args: []string{"thelonious"}}, {args: []string{"confidedcanary"}, none: true}, {args: []string{"apartcanary"}, none: true}, {args: []string{"contactcanary"}, none: true},
			{args: []string{"oxbridge", "with:quillfeather"}}, {args: []string{"is:person"}}, {args: []string{"is:relationship"}},
			{args: []string{"is:question"}}, {args: []string{"is:agreement"}}, {args: []string{"is:goal"}}, {args: []string{"is:review"}},
			{args: []string{"with:Quilfeathr"}, quiet: true}, {args: []string{"vandermeer:x"}}, {args: []string{"is:Vandermeer"}, status: 2},
		},
		"look-back": {{}, {args: []string{"2026"}}, {args: []string{"october", "2026"}}, {args: []string{"Thelonious"}, status: 2}},
		"insights":  {{}, {args: []string{"--period", "all"}}, {args: []string{"--period", "Thelonious"}, status: 2}},
		"config":    {{quiet: true}, {args: []string{"Thelonious"}, status: 2}},
		"reflect": {
			{args: []string{"--list"}}, {args: []string{"--list", "vandermeer"}}, {args: []string{"--answers"}},
			{args: []string{"--answers", "meaning"}}, {args: []string{"--answers", "--about", "quillfeather"}},
			{args: []string{"--answers", "--about", "zanzibara"}, status: 1},
			{args: []string{"evenings with"}, status: 1, pipe: note},
			{args: []string{"meaning/sentence", "--about", "quillfeather"}, pipe: note, writes: true},
			{args: []string{"--free"}, pipe: note, writes: true},
			{args: []string{"--add", "-"}, pipe: "set: Days with Thelonious\n- What did Vandermeer say?\n", writes: true},
			{args: []string{"--free", "Thelonious"}, status: 2},
		},
		"write": {
			{args: []string{"quillfeather"}, pipe: note, writes: true},
			{args: []string{"vandermeer", "--role", "mutual"}, pipe: note, writes: true},
			{args: []string{"Gwendolina", "Featherstonehaugh", "--role", "mentor"}, pipe: "Gwendolina came, Featherstonehaugh did not.\n- [ ] ask Gwendolina fri\n", writes: true},
			{args: []string{"Gwendolina", "Featherstonehaugh"}, pipe: note, status: 2},
			{args: []string{"zanzibara"}, pipe: note, status: 1},
			{args: []string{"quillfeather", "--role", "Thelonious"}, pipe: note, status: 2},
		},
		"purge": {
			{args: []string{"--all", "--yes"}}, {args: []string{"--with", "deletia", "--yes"}}, {args: []string{"--with", "e", "--yes"}, status: 1},
			{args: []string{"--versions", ids["session"], "--yes"}}, {args: []string{"--all", "Thelonious"}, status: 2, quiet: true},
		},
		"library":    {{quiet: true}, {args: []string{"Thelonious"}, status: 1}},
		"completion": {{args: []string{"bash"}, quiet: true}},
		"backup":     {{quiet: true}},
		"restore":    {{quiet: true}, {args: []string{"Thelonious"}, status: 1}},
		"check":      {{quiet: true}, {args: []string{"Thelonious"}, status: 2}},
		"demo":       {{args: []string{"--to", "made.db"}, quiet: true}, {args: []string{"Thelonious"}, status: 2}},
	}
}

// canaries are what must not be seen, folded.
func canaries() []string {
	return []string{"zanzibara", "quillfeather", "oxbridge", "thelonious", "vandermeer", "deletia", "bygone", "sketchley", "gwendolina",
		"featherstonehaugh", "confidedcanary", "apartcanary", "contactcanary"}
}

func seenCanaries(text string) (seen []string) {
	text = journal.Fold(text)
	for _, c := range canaries() {
		if strings.Contains(text, c) {
			seen = append(seen, c)
		}
	}
	return seen
}

// TestDiscreet runs every verb with --discreet and without on a journal full of names and of what is
// nobody else's business.
func TestDiscreet(t *testing.T) {
	from := newBench(t)
	ids := discreetJournal(from)
	cases := discreetCases(ids)
	for _, verb := range verbs.Verbs() {
		if len(cases[verb.Path]) == 0 {
			t.Errorf("`bothways %s` is in no case of this test: what it prints must be hidden under --discreet", verb.Path)
		}
		for _, c := range cases[verb.Path] {
			for _, more := range [][]string{nil, {"--json"}} {
				if more != nil && !verb.JSON {
					continue
				}
				args := slices.Concat(strings.Fields(verb.Path), c.args, more)
				t.Run(strings.Join(args, " "), func(t *testing.T) { discreetly(t, from, c, args) })
			}
		}
		delete(cases, verb.Path)
	}
	for path := range cases {
		t.Errorf("there is no `bothways %s`", path)
	}
}

// discreetly runs one command with the flag and without, each on its own copy of a journal.
func discreetly(t *testing.T, from *bench, c discreetCase, args []string) {
	run := func(args []string) (said string, b *bench) {
		b = newBench(t)
		b.copyOf(from)
		t.Chdir(b.folder)
		if b.env.StdoutTerminal = false; c.pipe != "" {
			b.pipes(strings.NewReader(c.pipe))
		}
		if len(args) == 0 || args[0] == "--discreet" {
			b.env.StdoutTerminal = true
		}
		b.run(c.status, args...)
		// The folder of a test has the test's name.
		return strings.ReplaceAll(b.out.String()+b.errs.String(), b.folder, "FOLDER"), b
	}
	open, _ := run(args)
	if seen := seenCanaries(open); (len(seen) == 0) != c.quiet {
		t.Errorf("without --discreet there are %q in\n%s", seen, open)
	}
	inJSON := slices.Contains(args, "--json")
	if args = append(args, "--discreet"); inJSON { // it may stand anywhere
		args = slices.Insert(args[:len(args)-1], 0, "--discreet")
	}
	hidden, b := run(args)
	if seen := seenCanaries(hidden); len(seen) > 0 {
		t.Errorf("with --discreet there are %q in\n%s", seen, hidden)
	}
	if inJSON && c.status == 0 {
		if !json.Valid(b.out.Bytes()) {
			t.Errorf("this is no JSON: %s", b.out.String())
		}
		want := idsIn(open)
		if c.none {
			want = nil
		}
		if !c.writes && !slices.Equal(want, idsIn(hidden)) {
			t.Errorf("the ids are\n%q, and were\n%q", idsIn(hidden), idsIn(open))
		}
	}
	if c.writes {
		b.unveiled()
	}
}

func idsIn(text string) []string {
	return regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}`).FindAllString(text, -1)
}

// copyOf gives a bench a copy of the journal of another, and of its backups.
func (b *bench) copyOf(from *bench) {
	b.t.Helper()
	b.must(os.CopyFS(filepath.Dir(b.journal()), os.DirFS(filepath.Dir(from.journal()))))
}

// unveiled fails the test where the journal has anything in it that a veil put in place of its words.
func (b *bench) unveiled() {
	b.t.Helper()
	db, err := sql.Open("sqlite", b.journal())
	b.must(err)
	defer db.Close()
	tables, err := texts(db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%'")
	b.must(err)
	all := 0
	for _, table := range tables {
		columns, err := texts(db, "SELECT name FROM pragma_table_info('"+table+"')")
		b.must(err)
		for _, column := range columns {
			values, err := texts(db, fmt.Sprintf(`SELECT %q FROM %q WHERE typeof(%q) = 'text'`, column, table, column))
			b.must(err)
			for _, v := range values {
				all++
				if strings.Contains(v, journal.Veiled) || regexp.MustCompile(`(^|[^\pL])[ZQTVGFO]\.($|[^\pL])`).MatchString(v) {
					b.t.Errorf("%s.%s of the journal has %q", table, column, v)
				}
			}
		}
	}
	if all < 100 {
		b.t.Errorf("only %d texts were looked at", all)
	}
}

func texts(db *sql.DB, query string) (all []string, err error) {
	rows, err := db.Query(query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var one string
		if err := rows.Scan(&one); err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}

// TestDiscreetScreens has the screens begin with names hidden where that is asked for.
func TestDiscreetScreens(t *testing.T) {
	b := newBench(t)
	var start verbs.Start
	b.env.StartTUI = func(_ context.Context, _ *store.Store, s verbs.Start) error {
		start = s
		return nil
	}
	for _, c := range []struct {
		name string
		args []string
		want bool
	}{
		{"as they were left", nil, false}, {"discreetly", []string{"--discreet"}, true},
		{"a note", []string{"write", "--discreet"}, true}, {"the made-up journal", []string{"demo", "--discreet"}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			b.t = t
			b.run(0, c.args...)
			if start.Discreet != c.want {
				t.Errorf("discreet is %v, want %v", start.Discreet, c.want)
			}
		})
	}
}

// TestDiscreetFiles has the names of files, which are to be typed again, stay as they are.
func TestDiscreetFiles(t *testing.T) {
	b := newBench(t)
	b.keep("We talked.", "Quillfeather", "--role", "mentor")
	folder := filepath.Join(b.folder, "Quillfeather")
	b.must(os.Mkdir(folder, 0o700))
	for _, args := range [][]string{
		{"write", "Quillfeather", "--file", filepath.Join(folder, "none.md")},
		{"people", "--journal", filepath.Join(folder, "none.db")},
	} {
		b.run(1, append(args, "--discreet")...)
		if said := b.errs.String(); !strings.Contains(said, args[len(args)-1]) {
			t.Errorf("%q says %q", args, said)
		}
	}
}

// TestDiscreetGoesOn has what one verb tells lead to the next, though the names are hidden.
func TestDiscreetGoesOn(t *testing.T) {
	b := newBench(t)
	discreetJournal(b)
	b.run(0, "show", "quillfeather", "--discreet")
	next := regexp.MustCompile("`bothways (.* --about .*)`").FindStringSubmatch(b.out.String())
	if next == nil {
		t.Fatalf("it does not tell how to read more:\n%s", b.out.String())
	}
	b.run(0, append(strings.Fields(next[1]), "--discreet")...)
	if got := b.out.String(); strings.Count(got, "about Z. Q.") != 6 {
		t.Errorf("it has not six answers:\n%s", got)
	}
}

// TestDiscreetSentences has what was cut short hide what may be left of a name.
func TestDiscreetSentences(t *testing.T) {
	b := newBench(t)
	b.keep("We talked.", "Ada Quillfeather", "--role", "mentor")
	for _, c := range []struct {
		name, typed, want string
	}{
		{"a name", "about Quillfeather", "“about Q.”"},
		{"a name cut short", strings.Repeat("x", 40) + " Quillfeather", "x …”"},
		{"an id", "7ada41", "“7ada41”"},
		{"a whole id", "0193e8df-c780-70b1-8a3e-4b350a8fabda", "“0193e8df-c780-70b1-8a3e-4b350a8fabda”"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b.t = t
			b.run(1, "library", c.typed, "--discreet")
			if said := b.errs.String(); !strings.Contains(said, c.want) {
				t.Errorf("it says %q, want %q", said, c.want)
			}
		})
	}
}
