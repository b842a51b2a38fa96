//go:build unix

package store

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// TestLink opens a journal through a link to its file, which lies in another folder.
func TestLink(t *testing.T) {
	ctx := context.Background()
	t.Run("folded", func(t *testing.T) {
		testFold(t, mustOpenAt(t, linkedTo(t, filepath.Join(t.TempDir(), "journal.db"))))
	})
	t.Run("filled", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "journal.db")
		link := linkedTo(t, path)
		s := mustOpenAt(t, link)
		ok(t, s.Fill(ctx, func(f *Filler) error { return madeUp(f) }))
		if info := must(os.Lstat(link))(t); info.Mode().IsRegular() {
			t.Error("the link is a file now")
		}
		if n := scalar(t, mustOpenAt(t, path), "SELECT count(*) FROM session"); n == 0 {
			t.Error("the file is empty")
		}
	})
	t.Run("cut off while its beginning was written", func(t *testing.T) {
		s := MustOpen(t)
		priya(t, s, panelNote)
		must(s.wr.ExecContext(ctx, "VACUUM"))(t)
		path := cutOff(t, s)
		changeFile(t, path, func(d []byte) []byte { clear(d[:filePage]); return d })
		if n := scalar(t, mustOpenAt(t, linkedTo(t, path)), "SELECT count(*) FROM session"); n != 1 {
			t.Errorf("%d conversations are there", n)
		}
	})
	t.Run("checked with what is not folded in", func(t *testing.T) {
		s := MustOpen(t)
		priya(t, s, panelNote)
		if c := must(Check(ctx, linkedTo(t, s.Path())))(t); c.Holds.Conversations != 1 {
			t.Errorf("it holds %+v", c.Holds)
		}
	})
	t.Run("taken away", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "journal.db")
		s := must(Open(ctx, Options{Path: linkedTo(t, path)}))(t)
		t.Cleanup(func() { _ = s.Close() })
		priya(t, s, panelNote)
		ok(t, os.Remove(path))
		if err := s.here(); err == nil {
			t.Fatal("nobody noticed")
		}
		if kept := must(filepath.Glob(filepath.Join(filepath.Dir(path), "journal-kept-*.db")))(t); len(kept) != 1 {
			t.Errorf("beside it is %q", kept)
		}
	})
}
