package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"bothways/journal"
)

// TestThinnedOutTwice takes older backups away while another window does.
func TestThinnedOutTwice(t *testing.T) {
	ctx := context.Background()
	s, _ := journalAt(t)
	priya(t, s, panelNote)
	b := must(s.Backup(ctx))(t)
	var old []string // of one day long ago, of which not all are kept
	for n := range 8 {
		old = append(old, filepath.Join(filepath.Dir(b.Path), fmt.Sprintf("journal-2026-05-10T08%02d.db", n)))
		ok(t, copyFile(old[n], b.Path))
	}
	for n := range 7 { // newer days enough for all that are kept of single days
		ok(t, copyFile(filepath.Join(filepath.Dir(b.Path), fmt.Sprintf("journal-2026-11-1%dT0800.db", n)), b.Path))
	}
	taken := 0
	s.backing.steps = func(step string) error {
		if step != "thinned out" {
			return nil
		}
		if taken++; taken > 1 {
			return nil
		}
		for _, path := range old {
			if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
		return nil
	}
	must(s.Backup(ctx))(t)
	if taken < 2 {
		t.Errorf("%d were taken away", taken)
	}
}

// TestSalvageTaken names a file that is there: that is said before anything is read.
func TestSalvageTaken(t *testing.T) {
	for _, end := range []string{"", walEnd, "-journal"} {
		t.Run("saved"+end, func(t *testing.T) {
			dir := t.TempDir()
			to := filepath.Join(dir, "saved.db")
			ok(t, os.WriteFile(to+end, []byte("mine"), 0o600))
			before := fingerprint(t, dir)
			_, err := Salvage(context.Background(), Options{Path: filepath.Join(dir, "never", "read.db")}, to)
			wantCode(t, err, journal.CodeConflict)
			if fingerprint(t, dir) != before {
				t.Error("something was changed")
			}
		})
	}
}
