//go:build unix

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestGone starts the program when the journal's file is not there any more and its backups are: in
// the usual place, and in one that was named. It is never begun anew unasked.
func TestGone(t *testing.T) {
	for _, named := range []bool{false, true} {
		name := "usual"
		if named {
			name = "named"
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			path := h.Journal()
			if named {
				path = filepath.Join(h.dir, "home", "a.db")
				h = h.With("BOTHWAYS_JOURNAL=" + path)
			}
			h.Keeps("Words of the first day.\n", "Priya N.", "--role", "mentor")
			backups := filepath.Join(filepath.Dir(path), "backups")
			must(t, os.Remove(path))

			stem := strings.TrimSuffix(filepath.Base(path), ".db")
			back := stem + "-2026-11-21T1430.db"
			h.Opens().refuses("There is no journal at "+path+", but a backup of one is in "+backups+"; nothing was made.",
				"The newest good backup is of 21 November 2026, 14:30; `bothways restore "+back+"` puts it in place.",
				"To begin anew, move that folder away.")
			for _, args := range [][]string{{"people"}, {"show", "Priya"}, {"write", "Priya"}, {"write", "New N.", "--role", "mentor"}, {"backup"}, {"check"}} {
				if got := h.Runs("Other words.\n", args...); got.status != 1 || got.out != "" || !strings.Contains(got.err, "`bothways restore "+back+"` puts it in place.") {
					t.Errorf("%v answers %+v", args, got)
				}
			}
			h.Opens("write", "Priya").refuses("To begin anew")
			if _, err := os.Lstat(path); err == nil {
				t.Fatal("one was begun")
			}

			// Another journal beside it is nobody's business.
			beside := filepath.Join(filepath.Dir(path), "b.db")
			if got := h.Runs("We began.\n", "write", "Tom B.", "--role", "mentor", "--journal", beside); got.status != 0 {
				t.Errorf("a journal beside it answers %+v", got)
			}

			if got := h.Runs("", "restore", "1", "--yes"); got.status != 0 || !strings.Contains(got.out, "so there is nothing to set aside.") || strings.Contains(got.out, "undoes this") {
				t.Errorf("restore answers %+v", got)
			}
			if got := h.Runs("", "show", "Priya"); !strings.Contains(got.out, "Words of the first day.") {
				t.Errorf("restored it shows %+v", got)
			}

			// Begun anew when that is wanted.
			must(t, os.Remove(path))
			must(t, os.Rename(backups, backups+" of once"))
			h.Opens().Sees("A journal for your mentoring").Press("q").Ends().Well()
		})
	}
	t.Run("taken away while it was open", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		h.Keeps("We began.\n", "Priya N.", "--role", "mentor")
		h.Keeps("And went on.\n", "Priya N.")
		p := h.Opens()
		p.Sees("PEOPLE", "Priya N.")
		must(t, os.Remove(h.Journal()))
		p.Sees("was removed or moved").Press("q")
		p.Ends()
		h.Opens().refuses("What it held when it was taken away while it was open is in journal-kept-2026-11-21-143")
		kept, err := filepath.Glob(filepath.Join(filepath.Dir(h.Journal()), "journal-kept-*.db"))
		must(t, err)
		if len(kept) != 1 {
			t.Fatalf("kept were %q", kept)
		}
		if got := h.Runs("", "restore", filepath.Base(kept[0]), "--yes"); got.status != 0 {
			t.Errorf("restore answers %+v", got)
		}
		if got := h.Runs("", "show", "Priya"); !strings.Contains(got.out, "And went on.") {
			t.Errorf("restored it shows %+v", got)
		}
	})
}

// refuses waits for the end, which must come before the screens do, with these words in a window
// that may have folded them.
func (p *person) refuses(words ...string) {
	p.t.Helper()
	e := p.Ends()
	text := strings.Join(strings.Fields(p.text()), " ")
	for _, w := range words {
		if !strings.Contains(text, w) {
			p.fail("%q does not appear", w)
		}
	}
	if e.state.ExitCode() != 1 || strings.Contains(p.written(), "\x1b[?1049h") {
		p.fail("it ended with %s", e.state)
	}
}
