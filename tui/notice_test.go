package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/store"
	"bothways/tui/wording"
)

// reopens is the program started anew on the same journal.
func (d *desk) reopens() {
	d.t.Helper()
	old := d.root.env
	d.root = NewRoot(old)
	d.size(80, 24)
	d.settle(d.root.Init())
}

// flat is the screen in one row.
func (d *desk) flat() string { return strings.Join(strings.Fields(d.screen()), " ") }

func TestNotices(t *testing.T) {
	t.Run("a copy beside the journal, each time", func(t *testing.T) {
		d := newDesk(t)
		d.writes("Priya N.", "We walked.")
		path := filepath.Join(filepath.Dir(d.store().Path()), "journal.sync-conflict-20261120-101112-ABCDEFG.db")
		d.must(os.WriteFile(path, []byte("not to be opened"), 0o600))
		for range 2 {
			d.reopens()
			said := d.flat()
			if !strings.Contains(said, "sync-conflict-20261120-101112-ABCDEFG.db, by the name a copy") || !strings.Contains(said, "move it away when you need it no more.") || !strings.Contains(said, "It was not opened") {
				t.Fatalf("it says %s", said)
			}
			d.keys("?")
			d.seesNot("It was not opened")
		}
	})
	t.Run("a clock that went back", func(t *testing.T) {
		d := newDesk(t)
		d.writes("Priya N.", "We walked.")
		d.reopens()
		d.seesNot("The clock is behind")
		d.now = d.now.Add(-time.Hour)
		d.reopens()
		if said := d.flat(); !strings.Contains(said, "The clock is behind: your journal was last changed on 21 November 2026, 14:30, which") {
			t.Errorf("it says %s", said)
		}
	})
	t.Run("a synced folder, once", func(t *testing.T) {
		d := newDesk(t)
		dir := filepath.Join(t.TempDir(), "Dropbox")
		st, err := store.Open(t.Context(), store.Options{Path: filepath.Join(dir, "journal.db"), Now: d.clock})
		d.must(err)
		t.Cleanup(func() { d.must(st.Close()) })
		d.root.env.Store = st
		d.reopens()
		d.sees("a folder that Dropbox copies")
		d.reopens()
		d.seesNot("Dropbox")
	})
}

func TestClockSaid(t *testing.T) {
	now := time.Date(2026, 10, 25, 2, 30, 0, 0, london(t))
	for _, c := range []struct {
		name   string
		newest time.Time
		said   bool
	}{
		{"never written", time.Time{}, false},
		{"just now", now, false},
		{"a minute", now.Add(time.Minute), false},
		{"more than a minute", now.Add(61 * time.Second), true},
		{"before the hour that came twice", now.Add(-time.Hour), false},
		{"said in another zone", now.Add(-time.Second).In(time.FixedZone("", 14*3600)), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := clockSaid(c.newest, now, wording.DayMonth); (got != "") != c.said {
				t.Errorf("it says %q", got)
			}
		})
	}
}

func TestQuiet(t *testing.T) {
	t.Run("only after half a minute of nothing new", func(t *testing.T) {
		var q quiet
		for i, c := range []struct {
			unfolded string
			fold     bool
		}{{"", false}, {"a", false}, {"a", false}, {"b", false}, {"b", false}, {"b", false}, {"b", false}, {"b", false}, {"b", false}, {"b", true}, {"b", false}, {"", false}} {
			if got := q.look(c.unfolded); got != c.fold {
				t.Errorf("look %d at %q: fold is %v", i, c.unfolded, got)
			}
		}
	})
	t.Run("folded in while the page stays as it is", func(t *testing.T) {
		d := newDesk(t)
		d.writes("Priya N.", "We walked.")
		d.send(changedMsg{})
		before := d.screen()
		if _, err := d.store().Indexed(t.Context()); err != nil {
			t.Fatal(err)
		}
		if d.store().Unfolded() == "" {
			t.Fatal("nothing is beside the file")
		}
		for range foldAfter {
			d.root.looked(d.root.look()().(lookedMsg)) // what follows are the next looks, seconds later
		}
		next := d.root.looked(d.root.look()().(lookedMsg))
		several, ok := next().(tea.BatchMsg)
		if !ok || len(several) < 2 {
			t.Fatalf("the seventh look leads to %T", next())
		}
		d.settle(several[1])
		if left := d.store().Unfolded(); left != "" || d.screen() != before {
			t.Errorf("beside the file is %q; the page is\n%s", left, d.screen())
		}
	})
	t.Run("what was written can be found after a look", func(t *testing.T) {
		d := newDesk(t)
		d.writes("Priya N.", "We walked.")
		next := d.root.looked(d.root.look()().(lookedMsg))
		several, ok := next().(tea.BatchMsg)
		if !ok || len(several) < 2 {
			t.Fatalf("the look leads to %T", next())
		}
		d.settle(several[1])
		if due, err := d.store().IndexDue(t.Context()); due || err != nil {
			t.Errorf("something is still to be taken in (%v)", err)
		}
	})
}
