package store

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bothways/journal"
)

func TestReplaceable(t *testing.T) {
	ctx := context.Background()
	t.Run("open in another window", func(t *testing.T) {
		path, _, _ := yesterdays(t)
		mustOpenAt(t, path)
		before := hashes(t, path)
		err := Replaceable(ctx, path)
		wantCode(t, err, journal.CodeConflict)
		if !strings.HasSuffix(err.Error(), "so nothing was changed. Quit it there (q) and try again.") {
			t.Errorf("it says %q", err)
		}
		if hashes(t, path) != before {
			t.Error("something was changed")
		}
	})
	t.Run("closed, and asked twice", func(t *testing.T) {
		path, _, _ := yesterdays(t)
		before := hashes(t, path)
		for range 2 {
			ok(t, Replaceable(ctx, path))
		}
		if hashes(t, path) != before {
			t.Error("something was changed")
		}
		if names := dirNames(t, filepath.Dir(path)); !slices.Equal(names, []string{"backups", "journal.db"}) {
			t.Errorf("the folder holds %q", names)
		}
	})
	t.Run("none", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "journal.db")
		ok(t, Replaceable(ctx, path))
		if _, err := os.Lstat(path); err == nil {
			t.Error("it made one")
		}
	})
	for name, damage := range damages() {
		t.Run("damaged/"+name, func(t *testing.T) {
			path, _, _ := yesterdays(t)
			damage(t, path)
			before := hashes(t, path)
			ok(t, Replaceable(ctx, path))
			if hashes(t, path) != before {
				t.Error("something was changed")
			}
		})
	}
}
