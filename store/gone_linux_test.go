package store

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bothways/journal"
)

// TestGoneUnseen opens a journal that is not there, where what is left of one cannot be seen.
func TestGoneUnseen(t *testing.T) {
	ctx := context.Background()
	for name, folder := range map[string]func(path string) string{"its backups": backupFolder, "its folder": filepath.Dir} {
		path, clock, _ := yesterdays(t)
		ok(t, os.Remove(path))
		before, mode := fingerprint(t, filepath.Dir(path)), must(os.Stat(folder(path)))(t).Mode()
		ok(t, os.Chmod(folder(path), 0o300))
		without(t, writesAnything|readsAnything, func() {
			s, err := Open(ctx, restoreAt(path, clock))
			if err == nil {
				_ = s.Close()
			}
			if m := journal.ErrorMessage(err); journal.ErrorCode(err) != journal.CodeInvalid || !strings.Contains(m, "since "+folder(path)+" cannot be read; nothing was made.") {
				t.Errorf("%s: it says %q", name, m)
			}
		})
		ok(t, os.Chmod(folder(path), mode))
		if fingerprint(t, filepath.Dir(path)) != before {
			t.Errorf("%s: something was made", name)
		}
	}
}
