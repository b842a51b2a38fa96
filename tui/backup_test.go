package tui

import (
	"os"
	"path/filepath"
	"testing"
)

func TestBackup(t *testing.T) {
	backups := func(d *desk) int {
		entries, _ := os.ReadDir(filepath.Join(filepath.Dir(d.store().Path()), "backups"))
		return len(entries)
	}
	t.Run("behind the pages, once a day", func(t *testing.T) {
		d := newDesk(t)
		if d.root.backUp() != nil {
			t.Error("nothing was written yet")
		}
		d.writes("Priya N.", "We walked.")
		d.send(d.root.backUp()())
		if n := backups(d); n != 1 {
			t.Errorf("there are %d", n)
		}
		d.writes("Sam T.", "We talked.")
		if d.root.backUp() != nil {
			t.Error("another one of the same day")
		}
	})
	t.Run("not of a made-up journal", func(t *testing.T) {
		d := newDesk(t)
		d.writes("Priya N.", "We walked.")
		d.root.env.MadeUp = true
		if d.root.backUp() != nil {
			t.Error("it makes one")
		}
	})
	t.Run("one that fails is said", func(t *testing.T) {
		d := newDesk(t)
		d.writes("Priya N.", "We walked.")
		d.must(os.WriteFile(filepath.Join(filepath.Dir(d.store().Path()), "backups"), nil, 0o600))
		d.send(d.root.backUp()())
		d.sees("No backup could be made in")
		if d.root.backUp() != nil {
			t.Error("it tries at every look")
		}
	})
}
