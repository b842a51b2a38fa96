//go:build unix

package e2e

import (
	"database/sql"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	_ "modernc.org/sqlite"
)

// locks keeps everybody else from writing to the journal, until the test ends.
func (h *home) locks() {
	h.t.Helper()
	db, err := sql.Open("sqlite", "file:"+h.Journal()+"?_txlock=immediate")
	must(h.t, err)
	db.SetMaxOpenConns(1)
	tx, err := db.Begin()
	must(h.t, err)
	h.t.Cleanup(func() {
		if err := tx.Rollback(); err != nil {
			h.t.Error(err)
		}
		if err := db.Close(); err != nil {
			h.t.Error(err)
		}
	})
}

// TestLocked types while the file cannot be written. Told to end all the same, the program leaves
// the words in a file of their own and names it.
func TestLocked(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []string
	}{{"while typing", nil}, {"while the note is being kept", []string{"ctrl+s"}}} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			h.Keeps("We began.\n", "Priya N.", "--role", "mentor")
			p := h.Opens()
			p.Press("n").Sees("Who did you talk with?").Press("enter").Sees("Priya N. · I mentor")
			h.locks()
			p.Types("words that are only here").Sees("only here").Press(c.keys...)
			must(t, p.cmd.Process.Signal(syscall.SIGTERM))
			// Each save that is under way, or still to come, waits for the file in turn.
			if !within(4*patience, func() bool { return !p.running() }) {
				p.fail("the program does not end")
			}
			if status := p.cmd.ProcessState.ExitCode(); status != 1 {
				t.Errorf("the exit status is %d", status)
			}
			left, err := filepath.Glob(h.Journal() + ".lent/note-*/note.md")
			must(t, err)
			// What it wrote last may still be on its way through the terminal.
			if len(left) != 1 || !within(patience, func() bool { return strings.Contains(p.written(), left[0]) }) {
				t.Fatalf("the words are in %q, which it does not name", left)
			}
			if text := readFile(t, left[0]); text != "words that are only here" {
				t.Errorf("the file has %q", text)
			}
		})
	}
}
