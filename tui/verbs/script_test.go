package verbs_test

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	_ "modernc.org/sqlite"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/verbs"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"bothways": func() { os.Exit(verbs.Main(context.Background(), processEnv(), os.Args[1:])) },
	})
}

// processEnv is the world of a process that has no terminal.
func processEnv() verbs.Env {
	return verbs.Env{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Getenv: os.Getenv, Home: os.UserHomeDir, GOOS: runtime.GOOS, Now: time.Now,
		StartTUI: func(context.Context, *store.Store, verbs.Start) error {
			return fmt.Errorf("the full-screen journal was started without a terminal")
		},
	}
}

// TestScript runs the scripts of testdata/script. With UPDATE_SCRIPTS set, what is compared in
// them is written anew.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", e.WorkDir+"/home")
			e.Setenv("XDG_DATA_HOME", "")
			e.Setenv("ESCAPE", "\x1b[31m\u202e\u009b")
			e.Setenv("TZ", "Europe/London")
			e.Setenv("BOTHWAYS_JOURNAL", e.WorkDir+"/j.db")
			e.Setenv("BOTHWAYS_NOW", "2026-11-21T14:30:00Z")
			return nil
		},
		Condition: func(cond string) (bool, error) {
			if cond == "root" { // to whom every file is writable
				return os.Getuid() == 0, nil
			}
			return false, fmt.Errorf("unknown condition %q", cond)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status, "masked": masked, "idof": idOf, "isjson": isJSON, "visible": visible, "unpack": unpack, "big": big, "sqlite": runSQL, "trash": trash, "undo": undo, "reword": reword,
		},
	})
}

// status N COMMAND runs the command, which must end with the exit status N.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N COMMAND")
	}
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("exit status %d, want %s", got, args[0])
	}
}

// masked FILE writes what was printed to FILE with the ids and moments of making that differ from
// run to run replaced: each id by a name for it, in the order in which they come.
func masked(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: masked FILE")
	}
	names := map[string]string{}
	uid := regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}`)
	out := uid.ReplaceAllStringFunc(ts.ReadFile("stdout"), func(id string) string {
		if names[id] == "" {
			names[id] = "id-" + strconv.Itoa(len(names)+1)
		}
		return names[id]
	})
	out = regexp.MustCompile(`"created_at":"[^"]*"`).ReplaceAllString(out, `"created_at":"then"`)
	out = regexp.MustCompile(`(?m)^( {0,2})[0-9a-f]{6}  `).ReplaceAllString(out, "${1}ID      ")
	out = regexp.MustCompile(`(?m)(^  | · )[0-9a-f]{6}( · |$)`).ReplaceAllString(out, "${1}ID${2}")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(out), 0o600))
}

// idOf NAME TEXT puts the end of the id of the action TEXT, out of the JSON that was printed,
// into the variable NAME.
func idOf(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: idof NAME TEXT")
	}
	var list []struct{ ID, Text string }
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &list))
	for _, a := range list {
		if a.Text == args[1] {
			ts.Setenv(args[0], a.ID[len(a.ID)-6:])
			return
		}
	}
	ts.Fatalf("no action %q was printed", args[1])
}

// isjson fails where what was printed is not one JSON value.
func isJSON(ts *testscript.TestScript, neg bool, _ []string) {
	if neg == json.Valid([]byte(ts.ReadFile("stdout"))) {
		ts.Fatalf("valid JSON: %v", neg)
	}
}

// visible fails where what was printed, on either side, holds a character that steers a terminal
// or misleads a reader.
func visible(ts *testscript.TestScript, neg bool, _ []string) {
	bad := regexp.MustCompile(`[\x00-\x08\x0b-\x1f\x7f-\x{9f}\x{061c}\x{200e}\x{200f}\x{2028}-\x{202e}\x{2066}-\x{2069}]`)
	for _, name := range []string{"stdout", "stderr"} {
		if at := bad.FindString(ts.ReadFile(name)); neg == (at == "") {
			ts.Fatalf("%s: found %q", name, at)
		}
	}
}

// unpack FILE TEXT writes TEXT, with the escapes of a Go string, to FILE.
func unpack(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: unpack FILE TEXT")
	}
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o600))
}

// big FILE BYTES writes a text of that many bytes to FILE.
func big(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: big FILE BYTES")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	line := []byte(strings.Repeat("words ", 12) + "\n")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes.Repeat(line, n/len(line)+1)[:n], 0o600))
}

// sqlite FILE SQL runs SQL on FILE, without the journal's own rules.
func runSQL(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: sqlite FILE SQL")
	}
	db, err := sql.Open("sqlite", ts.MkAbs(args[0]))
	ts.Check(err)
	_, err = db.Exec(args[1])
	ts.Check(err)
	ts.Check(db.Close())
}

// opened opens the journal in FILE at the time of the script, for do.
func opened(ts *testscript.TestScript, file string, do func(context.Context, *store.Store) error) {
	ctx := context.Background()
	now, err := time.Parse(time.RFC3339, ts.Getenv("BOTHWAYS_NOW"))
	ts.Check(err)
	s, err := store.Open(ctx, store.Options{Path: ts.MkAbs(file), Now: func() time.Time { return now }})
	ts.Check(err)
	ts.Check(do(ctx, s))
	ts.Check(s.Close())
}

// undo FILE undoes the last step in the journal in FILE.
func undo(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: undo FILE")
	}
	opened(ts, args[0], func(ctx context.Context, s *store.Store) error {
		_, _, err := s.Undo(ctx)
		return err
	})
}

// reword FILE TEXT VARIABLE gives the note of the last conversation in FILE other words, and puts the
// end of its id into VARIABLE.
func reword(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: reword FILE TEXT VARIABLE")
	}
	opened(ts, args[0], func(ctx context.Context, s *store.Store) error {
		all, _, err := s.Sessions(ctx, store.SessionQuery{Limit: 1})
		if err != nil {
			return err
		}
		ts.Setenv(args[2], all[0].UID[len(all[0].UID)-6:])
		_, err = s.KeepNote(ctx, journal.Note{SessionID: all[0].ID, Text: args[1]})
		return err
	})
}

// trash FILE NAME deletes a person from the journal in FILE, at the time of the script.
func trash(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: trash FILE NAME")
	}
	opened(ts, args[0], func(ctx context.Context, s *store.Store) error {
		p, err := s.FindPerson(ctx, args[1])
		if err != nil {
			return err
		}
		return s.DeletePerson(ctx, p.ID)
	})
}
