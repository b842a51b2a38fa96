package store

import (
	"context"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestCalled has sentences that name a command: it is typed as the program was on this journal.
func TestCalled(t *testing.T) {
	const called = "bothways --journal x.db"
	path := filepath.Join(t.TempDir(), "x.db")
	ok(t, mustOpenAt(t, path).Close())
	o := Options{Path: path, Program: called}
	_, again := Restore(context.Background(), o, path)
	for name, err := range map[string]error{
		"restore, of itself": again,
		"repair":             errBeyondRepair(o),
		"no room":            notBackedUp("backups", called, syscall.ENOSPC),
	} {
		if err == nil || !strings.Contains(err.Error(), "`"+called+" ") || strings.Contains(err.Error(), "`bothways restore") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
