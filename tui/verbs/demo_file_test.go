package verbs

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"bothways/journal"
)

func TestClaim(t *testing.T) {
	const words = "words"
	for _, c := range []struct {
		name        string
		from, to    bool // there is a file
		err         error
		after       string // what to holds afterwards, "" for nothing
		beforeStays bool
	}{
		{"free", true, false, nil, words, false},
		{"ErrTaken", true, true, fs.ErrExist, "somebody else's", true},
		{"ErrNothingToMove", false, false, fs.ErrNotExist, "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := t.TempDir()
			from, to := filepath.Join(folder, "from"), filepath.Join(folder, "to")
			if c.from {
				put(t, from, words)
			}
			if c.to {
				put(t, to, "somebody else's")
			}
			if err := claim(from, to); !errors.Is(err, c.err) {
				t.Errorf("got %v, want %v", err, c.err)
			}
			b, err := os.ReadFile(to)
			if string(b) != c.after || (err == nil) != (c.after != "") {
				t.Errorf("afterwards: %q, %v", b, err)
			}
			if _, err := os.Stat(from); (err == nil) != c.beforeStays {
				t.Errorf("where it came from: %v", err)
			}
		})
	}
}

func TestMustBeFree(t *testing.T) {
	folder := t.TempDir()
	put(t, filepath.Join(folder, "text"), "words")
	put(t, filepath.Join(folder, "left.db-wal"), "words")
	for _, c := range []struct {
		name, to string
		want     journal.Code
	}{
		{"free", "new.db", ""},
		{"in no folder yet", "new/new.db", ""},
		{"ErrTaken", "text", journal.CodeConflict},
		{"ErrLeftBeside", "left.db", journal.CodeConflict},
		{"ErrNotInAFolder", "text/new.db", journal.CodeInvalid},
		{"ErrNoName", "a\x00b", journal.CodeInvalid},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := journal.ErrorCode(mustBeFree(filepath.Join(folder, c.to))); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
