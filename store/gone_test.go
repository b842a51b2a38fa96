package store

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bothways/journal"
)

// TestGone opens a journal whose file is not there, with what may be left of it. None is begun then.
func TestGone(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct {
		name  string
		left  func(t *testing.T, path string)
		says  string // "" where one is begun
		other string // says, too
	}{
		{"all its backups", func(*testing.T, string) {},
			"but 2 backups of one are in ", "The newest good backup is of 22 November 2026, 09:15; `bothways --journal x.db restore journal-2026-11-22T0815.db` puts it in place. To begin anew, move that folder away."},
		{"one backup", func(t *testing.T, path string) {
			ok(t, os.Remove(filepath.Join(backupFolder(path), "journal-2026-11-22T0815.db")))
		}, "but a backup of one is in ", "The newest good backup is of 21 November 2026, 09:15;"},
		{"the newest is damaged", func(t *testing.T, path string) {
			ok(t, os.Truncate(filepath.Join(backupFolder(path), "journal-2026-11-22T0815.db"), 5000))
		}, "but 2 backups of one are in ", "The newest good backup is of 21 November 2026, 09:15;"},
		{"one that is damaged", func(t *testing.T, path string) {
			ok(t, os.Remove(filepath.Join(backupFolder(path), "journal-2026-11-22T0815.db")))
			ok(t, os.Truncate(filepath.Join(backupFolder(path), "journal-2026-11-21T0815.db"), 0))
		}, "but a backup of one is in ", "It cannot be read in full. To begin anew"},
		{"what a repair set aside", func(t *testing.T, path string) {
			ok(t, os.Rename(filepath.Join(backupFolder(path), "journal-2026-11-22T0815.db"), filepath.Join(backupFolder(path), "journal-2026-11-22T0815-before-repair.db")))
		}, "but 2 backups of one are in ", "The newest good backup is of 21 November 2026, 09:15;"},
		{"what a restore set aside", func(t *testing.T, path string) {
			ok(t, os.Rename(filepath.Join(backupFolder(path), "journal-2026-11-22T0815.db"), filepath.Join(backupFolder(path), "journal-2026-11-22T0815-before-restore.db")))
		}, "but 2 backups of one are in ", "restore journal-2026-11-21T0815.db` puts it in place. `bothways --journal x.db restore` also lists what a restore set aside since then."},
		{"nothing but what a restore set aside", func(t *testing.T, path string) {
			ok(t, os.Remove(filepath.Join(backupFolder(path), "journal-2026-11-21T0815.db")))
			ok(t, os.Rename(filepath.Join(backupFolder(path), "journal-2026-11-22T0815.db"), filepath.Join(backupFolder(path), "journal-2026-11-22T0815-before-restore.db")))
		}, "but a backup of one is in ", "restore journal-2026-11-22T0815-before-restore.db` puts it in place. It was set aside by a restore; `bothways --journal x.db restore` lists the others."},
		{"a backup and what was kept when it went", func(t *testing.T, path string) {
			ok(t, copyFile(filepath.Join(filepath.Dir(path), "journal-kept-2026-11-22-100000.db"), filepath.Join(backupFolder(path), "journal-2026-11-22T0815.db")))
			ok(t, copyFile(filepath.Join(filepath.Dir(path), "journal-kept-2026-11-22-090000.db"), filepath.Join(backupFolder(path), "journal-2026-11-22T0815.db")))
		}, "but 2 backups of one are in ", "is in journal-kept-2026-11-22-100000.db; `bothways --journal x.db restore journal-kept-2026-11-22-100000.db` puts that in place. To begin anew, move that folder and that file away."},
		{"no folder", func(t *testing.T, path string) { ok(t, os.RemoveAll(backupFolder(path))) }, "", ""},
		{"an empty folder", func(t *testing.T, path string) {
			ok(t, os.RemoveAll(backupFolder(path)))
			ok(t, os.Mkdir(backupFolder(path), 0o700))
		}, "", ""},
		{"a file of that name", func(t *testing.T, path string) {
			ok(t, os.RemoveAll(backupFolder(path)))
			ok(t, os.WriteFile(backupFolder(path), []byte("mine"), 0o600))
		}, "", ""},
		{"another journal's backups", func(t *testing.T, path string) {
			for _, name := range backups(t, path) {
				for _, other := range []string{"b-", "journal-b-", "a-journal-"} {
					ok(t, copyFile(filepath.Join(backupFolder(path), other+strings.TrimPrefix(name, "journal-")), filepath.Join(backupFolder(path), name)))
				}
				ok(t, os.Remove(filepath.Join(backupFolder(path), name)))
			}
			ok(t, os.WriteFile(filepath.Join(filepath.Dir(path), "b-kept-2026-11-22-100000.db"), nil, 0o600))
			ok(t, os.WriteFile(filepath.Join(filepath.Dir(path), "journal-kept-notes.db"), nil, 0o600))
			ok(t, os.WriteFile(filepath.Join(filepath.Dir(path), "journal-kept-2026-11-22-100000.db"), []byte("mine"), 0o600))
		}, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, clock := journalAt(t)
			priya(t, s, panelNote)
			must(s.Backup(ctx))(t)
			*clock = clock.AddDate(0, 0, 1)
			must(s.Backup(ctx))(t)
			ok(t, s.Close())
			path := s.Path()
			ok(t, os.Remove(path))
			c.left(t, path)
			o := restoreAt(path, clock)
			o.Program = "bothways --journal x.db"

			before := fingerprint(t, filepath.Dir(path))
			again, err := Open(ctx, o)
			if c.says == "" {
				ok(t, err)
				ok(t, again.Close())
				return
			}
			wantCode(t, err, journal.CodeNotFound)
			if m := journal.ErrorMessage(err); !strings.HasPrefix(m, "There is no journal at "+path+", ") || !strings.Contains(m, c.says) || !strings.Contains(m, c.other) {
				t.Errorf("it says %q", m)
			}
			if fingerprint(t, filepath.Dir(path)) != before {
				t.Error("something was changed")
			}
		})
	}
	t.Run("restored beside what SQLite left", func(t *testing.T) {
		path, clock, b := yesterdays(t)
		ok(t, os.Remove(path))
		ok(t, os.WriteFile(path+walEnd, nil, 0o600))
		ok(t, os.WriteFile(path+"-shm", []byte("an index of nothing"), 0o600))
		if done := must(Restore(ctx, restoreAt(path, clock), b.Path))(t); done.Aside != "" || done.Damaged {
			t.Errorf("it did %+v", done)
		}
		if contentOf(t, path) != contentOf(t, b.Path) {
			t.Error("it holds something else")
		}
	})
	t.Run("there is a part of it, which comes first", func(t *testing.T) {
		path, clock, b := yesterdays(t)
		ok(t, os.Remove(path))
		ok(t, os.WriteFile(path+walEnd, []byte("frames"), 0o600))
		_, err := Open(ctx, restoreAt(path, clock))
		wantCode(t, err, journal.CodeDamaged)
		done := must(Restore(ctx, restoreAt(path, clock), b.Path))(t)
		if got := must(os.ReadFile(done.Aside))(t); string(got) != "frames" || !done.Damaged {
			t.Errorf("it did %+v", done)
		}
		if contentOf(t, path) != contentOf(t, b.Path) {
			t.Error("it holds something else")
		}
	})
}
