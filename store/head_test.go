package store

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bothways/journal"
)

// cutOff is a copy of a journal as it is while it is open, with what is not folded in yet.
func cutOff(t *testing.T, s *Store) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "journal.db")
	for _, end := range []string{"", walEnd} {
		ok(t, copyFile(path+end, s.Path()+end))
	}
	return path
}

// TestTornHead cuts the program off while the beginning of the file is being written.
func TestTornHead(t *testing.T) {
	ctx := context.Background()
	garble := func(d []byte) []byte {
		for i := range 512 {
			d[i] ^= 0xa5
		}
		return d
	}
	t.Run("what is not folded in has it", func(t *testing.T) {
		s := MustOpen(t)
		priya(t, s, panelNote+strings.Repeat("So much that the file grows. ", 2000))
		path := cutOff(t, s)
		changeFile(t, path, garble)
		if c := must(Check(ctx, path))(t); !c.Well() || c.Holds.Conversations != 1 {
			t.Errorf("it says %+v", c)
		}
		again := mustOpenAt(t, path)
		if n := scalar(t, again, "SELECT count(*) FROM session"); n != 1 {
			t.Errorf("%d conversations are there", n)
		}
		priya(t, again, "the next morning")
		ok(t, again.Close())
		if head := must(readHead(path))(t); !head.sqlite {
			t.Error("its beginning was not written again")
		}
	})
	t.Run("another file in its place", func(t *testing.T) {
		s := MustOpen(t)
		priya(t, s, panelNote)
		path := cutOff(t, s)
		ok(t, os.WriteFile(path, []byte("Some other text, which is nobody's journal and of more than a hundred bytes, as a shopping list may well be: bread, butter, ink.\n"), 0o600))
		before := fingerprint(t, filepath.Dir(path))
		_, err := Open(ctx, Options{Path: path})
		wantCode(t, err, journal.CodeDamaged)
		if fingerprint(t, filepath.Dir(path)) != before {
			t.Error("something was written")
		}
	})
	// What is not folded in after a vacuum is a journal by itself, whatever the file is.
	s := MustOpen(t)
	priya(t, s, panelNote)
	must(s.wr.ExecContext(ctx, "VACUUM"))(t)
	for name, put := range map[string]string{
		"a text where all of it is not folded in":              "Dear diary: my own words, which nobody else has, and of more than a hundred bytes, so that it has a beginning of its own.\n",
		"whole pages of text where all of it is not folded in": strings.Repeat("Dear diary, I went. ", 4096),
	} {
		t.Run(name, func(t *testing.T) {
			path := cutOff(t, s)
			ok(t, os.WriteFile(path, []byte(put), 0o600))
			before := fingerprint(t, filepath.Dir(path))
			again, err := Open(ctx, Options{Path: path})
			if err == nil {
				_ = again.Close()
			}
			wantCode(t, err, journal.CodeDamaged)
			if fingerprint(t, filepath.Dir(path)) != before {
				t.Error("something was written")
			}
		})
	}
	t.Run("nothing of the first page arrived", func(t *testing.T) {
		path := cutOff(t, s)
		changeFile(t, path, func(d []byte) []byte { clear(d[:filePage]); return d })
		if n := scalar(t, mustOpenAt(t, path), "SELECT count(*) FROM session"); n != 1 {
			t.Errorf("%d conversations are there", n)
		}
	})
}
