//go:build unix

package store

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"bothways/journal"
)

// TestNewTime changes nothing but the file's time, at moments when all of it was never read.
func TestNewTime(t *testing.T) {
	ctx := context.Background()
	t.Setenv("TMPDIR", t.TempDir())
	// large makes the file of so many megabytes, folded in but not read.
	large := func(t *testing.T, s *Store, megabytes int) {
		t.Helper()
		priya(t, s, "with room")
		must(s.wr.ExecContext(ctx, "CREATE TABLE room (b BLOB)"))(t)
		for range megabytes {
			must(s.wr.ExecContext(ctx, "INSERT INTO room VALUES (zeroblob(1 << 20))"))(t)
		}
		if whole := must(foldIn(ctx, s.wr))(t); !whole {
			t.Fatal("somebody is in the way")
		}
	}
	for _, c := range []struct {
		name  string
		after func(t *testing.T, s *Store)
	}{
		{"right after a note", func(*testing.T, *Store) {}},
		{"right after it was folded in", func(t *testing.T, s *Store) { must(s.wr.ExecContext(ctx, "PRAGMA wal_checkpoint(PASSIVE)"))(t) }},
		{"of a file that is not read at once", func(t *testing.T, s *Store) { large(t, s, 3) }},
		{"of a file that is never read", func(t *testing.T, s *Store) { large(t, s, 33); ok(t, s.Fold(ctx)) }},
		{"of one that is not all folded in", func(t *testing.T, s *Store) {
			large(t, s, 3)
			reading := must(s.rd.BeginTx(ctx, nil))(t)
			defer func() { ok(t, reading.Rollback()) }()
			ok(t, reading.QueryRow("SELECT 1 FROM room").Scan(new(int)))
			priya(t, s, "while it is read")
			must(s.wr.ExecContext(ctx, "PRAGMA wal_checkpoint(PASSIVE)"))(t)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := MustOpen(t)
			ok(t, s.Close())
			s = mustOpenAt(t, s.Path())
			priya(t, s, panelNote)
			c.after(t, s)
			for range 2 {
				ok(t, s.here())
				priya(t, s, "only in the log")
				later(t, s.path)
				priya(t, s, "after a new time")
			}
			ok(t, whole(s))
			if left := must(filepath.Glob(filepath.Join(os.TempDir(), "bothways-*")))(t); len(left) > 0 {
				t.Errorf("left are %q", left)
			}
		})
	}
	t.Run("an older backup of the same journal is noticed", func(t *testing.T) {
		for name, c := range map[string]struct {
			megabytes int
			since     func(t *testing.T, s *Store)
		}{
			"of a small file": {0, func(t *testing.T, s *Store) {
				must(s.wr.ExecContext(ctx, "UPDATE session SET note = 'other words'"))(t)
			}},
			"of a larger one":   {3, func(t *testing.T, s *Store) { priya(t, s, "since then") }},
			"of one never read": {33, func(t *testing.T, s *Store) { priya(t, s, "since then") }},
			"only a draft came": {3, func(t *testing.T, s *Store) { must(s.SaveDraft(ctx, journal.Draft{Text: "since then"}))(t) }},
		} {
			t.Run(name, func(t *testing.T) {
				s := must(Open(ctx, Options{Path: filepath.Join(t.TempDir(), "journal.db")}))(t)
				t.Cleanup(func() { _ = s.Close() })
				priya(t, s, panelNote)
				large(t, s, c.megabytes)
				b := must(s.Backup(ctx))(t)
				c.since(t, s)
				must(foldIn(ctx, s.wr))(t)
				ok(t, s.here())
				put := must(os.ReadFile(b.Path))(t)
				if info := must(os.Stat(s.path))(t); info.Size() < int64(len(put)) {
					t.Fatal("it is smaller now")
				} else if room := info.Size() - int64(len(put)); room > 0 {
					t.Logf("it grew by %d bytes", room)
				}
				copiedOver(t, s.path, put)
				wantCode(t, s.here(), journal.CodeDamaged)
			})
		}
	})
}
