//go:build unix

package store

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bothways/journal"
)

// TestPartedAgain takes the file away while nothing can be put anywhere: it is tried again, and no
// word is lost.
func TestPartedAgain(t *testing.T) {
	ctx := context.Background()
	dir := filepath.Join(t.TempDir(), "journal")
	ok(t, os.Mkdir(dir, 0o700))
	s := must(Open(ctx, Options{Path: filepath.Join(dir, "journal.db")}))(t)
	t.Cleanup(func() { _ = s.Close() }) // which says it once more
	priya(t, s, "precious words")
	ok(t, os.RemoveAll(dir))
	t.Setenv("TMPDIR", filepath.Join(dir, "not", "there"))
	_, err := s.Drafts(ctx, 1)
	wantCode(t, err, journal.CodeDamaged)
	if said := journal.ErrorMessage(err); !strings.Contains(said, "leave this open") {
		t.Errorf("it says %q", said)
	}
	ok(t, os.Mkdir(dir, 0o700))
	_, err = s.Drafts(ctx, 1)
	wantCode(t, err, journal.CodeDamaged)
	kept := must(filepath.Glob(filepath.Join(dir, "journal-kept-*.db")))(t)
	if len(kept) != 1 || !strings.Contains(journal.ErrorMessage(err), kept[0]) {
		t.Fatalf("%q is there, and it says %q", kept, journal.ErrorMessage(err))
	}
	if n := scalar(t, mustOpenAt(t, kept[0]), "SELECT count(*) FROM session WHERE note = 'precious words'"); n != 1 {
		t.Errorf("%d notes are in it", n)
	}
}
