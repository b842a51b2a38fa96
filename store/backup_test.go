package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

// journalAt is a journal with a clock that stands still until it is moved.
func journalAt(t *testing.T) (s *Store, clock *time.Time) {
	t.Helper()
	clock = new(time.Time)
	*clock = time.Date(2026, 11, 21, 9, 15, 0, 0, berlin(t))
	return reopened(t, filepath.Join(t.TempDir(), "journal.db"), clock), clock
}

func reopened(t *testing.T, path string, clock *time.Time) *Store {
	t.Helper()
	s := must(Open(context.Background(), Options{Path: path, Now: func() time.Time { return *clock }}))(t)
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// backups are the names of the backups of a journal, newest first.
func backups(t *testing.T, path string) (names []string) {
	t.Helper()
	for _, b := range must(Backups(path))(t) {
		names = append(names, b.Name())
	}
	return names
}

func wantBackups(t *testing.T, path string, want ...string) {
	t.Helper()
	if got := backups(t, path); !slices.Equal(got, want) {
		t.Errorf("backups are %q, want %q", got, want)
	}
}

func TestBackup(t *testing.T) {
	ctx := context.Background()
	t.Run("is a journal of its own for one person's eyes", func(t *testing.T) {
		s, _ := journalAt(t)
		priya(t, s, panelNote)
		b := must(s.Backup(ctx))(t)
		if b.Name() != "journal-2026-11-21T0815.db" || b.Reason != BackupPlain || b.Bytes == 0 {
			t.Errorf("backup = %+v", b)
		}
		for p, want := range map[string]os.FileMode{b.Path: 0o600, filepath.Dir(b.Path): 0o700} {
			if info := must(os.Stat(p))(t); info.Mode().Perm() != want {
				t.Errorf("%s is %o", p, info.Mode().Perm())
			}
		}
		if names := dirNames(t, filepath.Dir(b.Path)); len(names) != 1 {
			t.Errorf("the folder holds %q", names)
		}
		if got, want := must(Look(ctx, b.Path))(t), must(Look(ctx, s.Path()))(t); got != want || got.Conversations != 1 {
			t.Errorf("it holds %+v, the journal %+v", got, want)
		}
		again := mustOpenAt(t, b.Path)
		if dump(t, again) != dump(t, s) {
			t.Error(firstDiff(dump(t, again), dump(t, s)))
		}
	})
	t.Run("has what is not folded in yet, and two of a minute", func(t *testing.T) {
		s, _ := journalAt(t)
		priya(t, s, panelNote)
		must(s.Backup(ctx))(t)
		if !hasWAL(s.Path()) {
			t.Fatal("all is folded in")
		}
		must(s.AddPerson(ctx, journal.Person{Name: "Ada"}, nil))(t)
		b := must(s.Backup(ctx))(t)
		if b.Name() != "journal-2026-11-21T0815-2.db" {
			t.Errorf("it is %s", b.Name())
		}
		if h := must(Look(ctx, b.Path))(t); h.People != 2 {
			t.Errorf("it holds %+v", h)
		}
		wantBackups(t, s.Path(), "journal-2026-11-21T0815-2.db", "journal-2026-11-21T0815.db")
	})
	t.Run("as a file", func(t *testing.T) {
		s, _ := journalAt(t)
		priya(t, s, panelNote)
		file := filepath.Join(t.TempDir(), "hand.db")
		b := must(s.BackupTo(ctx, file))(t)
		if info := must(os.Stat(file))(t); b.Path != file || info.Mode().Perm() != 0o600 {
			t.Errorf("it is %+v, %o", b, info.Mode().Perm())
		}
		before := fingerprint(t, filepath.Dir(file))
		_, err := s.BackupTo(ctx, file)
		wantCode(t, err, journal.CodeConflict)
		_, err = s.BackupTo(ctx, s.Path())
		wantCode(t, err, journal.CodeConflict)
		if fingerprint(t, filepath.Dir(file)) != before {
			t.Error("something was changed")
		}
		_, err = s.BackupTo(ctx, filepath.Join(filepath.Dir(file), "no folder", "x.db"))
		wantCode(t, err, journal.CodeInternal)
		_, err = s.BackupTo(ctx, "")
		wantCode(t, err, journal.CodeInvalid)
	})
	t.Run("beside the file a link leads to", func(t *testing.T) {
		s, clock := journalAt(t)
		priya(t, s, panelNote)
		link := filepath.Join(t.TempDir(), "link.db")
		ok(t, os.Symlink(s.Path(), link))
		b := must(reopened(t, link, clock).Backup(ctx))(t)
		if filepath.Dir(b.Path) != backupFolder(must(realPath(s.Path()))(t)) {
			t.Errorf("it is in %s", b.Path)
		}
	})
	t.Run("no folder can be made", func(t *testing.T) {
		s, _ := journalAt(t)
		priya(t, s, panelNote)
		ok(t, os.WriteFile(backupFolder(s.Path()), []byte("mine"), 0o600))
		_, err := s.Backup(ctx)
		wantCode(t, err, journal.CodeInternal)
	})
	t.Run("of a damaged journal is taken away, and earlier ones stay", func(t *testing.T) {
		s, clock := journalAt(t)
		for range 30 {
			priya(t, s, strings.Repeat(panelNote, 20))
		}
		must(s.Backup(ctx))(t)
		*clock = clock.AddDate(0, 0, 1)
		ok(t, s.Close())
		damagePageOf(t, s.Path(), "session")
		before := fingerprint(t, backupFolder(s.Path()))
		_, err := reopened(t, s.Path(), clock).Backup(ctx)
		wantCode(t, err, journal.CodeDamaged)
		if fingerprint(t, backupFolder(s.Path())) != before {
			t.Error("something was changed")
		}
	})
	t.Run("not wanted any more", func(t *testing.T) {
		s, _ := journalAt(t)
		priya(t, s, panelNote)
		ended, end := context.WithCancel(ctx)
		end()
		if _, err := s.Backup(ended); !errors.Is(err, context.Canceled) {
			t.Errorf("it says %v", err)
		}
		if names := dirNames(t, backupFolder(s.Path())); len(names) != 0 {
			t.Errorf("left: %q", names)
		}
	})
}

// damagePageOf breaks a leaf page in the middle of a table.
func damagePageOf(t *testing.T, path, tbl string) {
	t.Helper()
	var page int64
	ok(t, withDB(path, toReadAt, func(db *sql.DB) error {
		return db.QueryRow("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path LIMIT 1 OFFSET (SELECT count(*) / 2 FROM dbstat WHERE name = ? AND pagetype = 'leaf')", tbl, tbl).Scan(&page)
	}))
	changeFile(t, path, func(b []byte) []byte {
		clear(b[(page-1)*4096 : page*4096])
		return b
	})
}

func changeFile(t *testing.T, path string, change func([]byte) []byte) {
	t.Helper()
	ok(t, os.WriteFile(path, change(must(os.ReadFile(path))(t)), 0o600))
}

// TestBackupCutOff ends the making of a backup at every step: with an error, as a full disk would,
// and for good, as a power cut would.
func TestBackupCutOff(t *testing.T) {
	ctx := context.Background()
	s, clock := journalAt(t)
	priya(t, s, panelNote)
	must(s.Backup(ctx))(t)
	*clock = clock.AddDate(0, 0, 1)
	steps := []string{"made", "copied", "checked", "synced", "named"}
	var seen []string
	for _, at := range steps {
		t.Run(at, func(t *testing.T) {
			good := backups(t, s.Path())
			var cut string
			s.backing.steps = func(step string) error {
				if !slices.Contains(seen, step) {
					seen = append(seen, step)
				}
				if step != at {
					return nil
				}
				cut = filepath.Join(t.TempDir(), "journal.db")
				ok(t, os.CopyFS(backupFolder(cut), os.DirFS(backupFolder(s.Path()))))
				return fs.ErrInvalid
			}
			_, err := s.Backup(ctx)
			if err == nil || !errors.Is(err, fs.ErrInvalid) || !strings.HasSuffix(journal.ErrorMessage(err), ".") {
				t.Fatalf("it says %v", err)
			}
			s.backing.steps = nil
			if at == "named" {
				good = append([]string{"journal-2026-11-22T0815.db"}, good...)
			}
			wantBackups(t, s.Path(), good...)
			if names := dirNames(t, backupFolder(s.Path())); len(names) != len(good) {
				t.Errorf("left: %q", names)
			}
			// What a power cut leaves is no backup before it is a whole one, and is cleared away once
			// nobody can be making it any more.
			wantBackups(t, cut, good...)
			for _, b := range must(Backups(cut))(t) {
				if c := must(CheckBackup(ctx, b.Path))(t); !c.Well() {
					t.Errorf("%s: %q", b.Name(), c.Problems)
				}
			}
			ok(t, copyFile(cut, backupFolder(cut)+"/"+good[0]))
			old := time.Now().Add(-2 * time.Hour)
			for _, name := range dirNames(t, backupFolder(cut)) {
				ok(t, os.Chtimes(filepath.Join(backupFolder(cut), name), old, old))
			}
			must(reopened(t, cut, clock).Backup(ctx))(t)
			for _, name := range dirNames(t, backupFolder(cut)) {
				if strings.HasSuffix(name, ".new") {
					t.Errorf("left: %s", name)
				}
			}
		})
	}
	if !slices.Equal(seen, steps) {
		t.Errorf("steps were %q", seen)
	}
}

func TestDailyBackup(t *testing.T) {
	ctx := context.Background()
	due := func(t *testing.T, s *Store, want bool) {
		t.Helper()
		if got := s.BackupDue(); got != want {
			t.Fatalf("due: %v", got)
		}
	}
	t.Run("after the first write of a day", func(t *testing.T) {
		s, clock := journalAt(t)
		due(t, s, false)
		k := priya(t, s, panelNote)
		due(t, s, true)
		ok(t, s.DailyBackup(ctx))
		due(t, s, false)
		ok(t, s.DailyBackup(ctx))
		reword(t, s, k.Session, "later words")
		due(t, s, false)
		wantBackups(t, s.Path(), "journal-2026-11-21T0815.db")

		*clock = clock.AddDate(0, 0, 1)
		due(t, s, false) // nothing was written today
		must(s.AddPerson(ctx, journal.Person{Name: "Ada"}, nil))(t)
		due(t, s, true)
		ok(t, s.DailyBackup(ctx))
		wantBackups(t, s.Path(), "journal-2026-11-22T0815.db", "journal-2026-11-21T0815.db")
	})
	t.Run("cut short it is due still", func(t *testing.T) {
		s, _ := journalAt(t)
		priya(t, s, panelNote)
		ended, end := context.WithCancel(ctx)
		end()
		if err := s.DailyBackup(ended); !errors.Is(err, context.Canceled) {
			t.Errorf("it says %v", err)
		}
		due(t, s, true)
	})
	t.Run("another window made it", func(t *testing.T) {
		s, clock := journalAt(t)
		priya(t, s, panelNote)
		ok(t, s.DailyBackup(ctx))
		other := reopened(t, s.Path(), clock)
		must(other.AddPerson(ctx, journal.Person{Name: "Ada"}, nil))(t)
		due(t, other, false)
	})
	t.Run("fails once a day and harms nothing", func(t *testing.T) {
		s, clock := journalAt(t)
		priya(t, s, panelNote)
		s.backing.steps = func(string) error { return fs.ErrInvalid }
		if err := s.DailyBackup(ctx); err == nil {
			t.Fatal("it worked")
		}
		due(t, s, false)
		s.backing.steps = nil
		*clock = clock.AddDate(0, 0, 1)
		must(s.AddPerson(ctx, journal.Person{Name: "Ada"}, nil))(t)
		ok(t, s.DailyBackup(ctx))
		wantBackups(t, s.Path(), "journal-2026-11-22T0815.db")
	})
	t.Run("while others read and write", func(t *testing.T) {
		s, _ := journalAt(t)
		priya(t, s, panelNote)
		s.backing.steps = func(string) error {
			// Nobody waits for it.
			if _, err := s.AddPerson(ctx, journal.Person{Name: NewUID()}, nil); err != nil {
				return err
			}
			_, _, err := s.Sessions(ctx, SessionQuery{})
			return err
		}
		ok(t, s.DailyBackup(ctx))
		if h := must(Look(ctx, must(Backups(s.Path()))(t)[0].Path))(t); h.People != 2 { // Priya, and who came at "made"
			t.Errorf("it holds %+v", h)
		}
	})
	t.Run("takes old ones away only after a new one is good", func(t *testing.T) {
		s, clock := journalAt(t)
		for range 40 {
			must(s.AddPerson(ctx, journal.Person{Name: NewUID()}, nil))(t)
			ok(t, s.DailyBackup(ctx))
			*clock = clock.AddDate(0, 0, 1)
		}
		kept := backups(t, s.Path())
		if len(kept) < 9 || len(kept) > 12 {
			t.Errorf("%d are kept: %q", len(kept), kept)
		}
		// One that is due to go stays as long as the new one is not whole.
		s.backing.steps = func(step string) error {
			if step == "checked" {
				return fs.ErrInvalid
			}
			return nil
		}
		must(s.AddPerson(ctx, journal.Person{Name: NewUID()}, nil))(t)
		if s.DailyBackup(ctx) == nil {
			t.Fatal("it worked")
		}
		wantBackups(t, s.Path(), kept...)
		s.backing.steps = nil
		// Nor does a clock that went back, or far ahead, take any away.
		*clock = time.Date(1999, 1, 1, 0, 0, 0, 0, time.UTC)
		must(s.Backup(ctx))(t)
		wantBackups(t, s.Path(), append(kept, "journal-1999-01-01T0000.db")...)
		*clock = time.Date(2199, 1, 1, 0, 0, 0, 0, time.UTC)
		must(s.Backup(ctx))(t)
		if n := len(backups(t, s.Path())); n < len(kept) {
			t.Errorf("%d are left of %d", n, len(kept))
		}
	})
	t.Run("one that is no journal stands for no day", func(t *testing.T) {
		s, clock := journalAt(t)
		for range 20 {
			must(s.AddPerson(ctx, journal.Person{Name: NewUID()}, nil))(t)
			ok(t, s.DailyBackup(ctx))
			*clock = clock.AddDate(0, 0, 1)
		}
		kept := must(Backups(s.Path()))(t)
		for _, b := range kept[:5] {
			ok(t, os.WriteFile(b.Path, nil, 0o600))
		}
		must(s.Backup(ctx))(t)
		for _, b := range kept[5:] {
			if _, err := os.Stat(b.Path); err != nil {
				t.Errorf("%s went", b.Name())
			}
		}
	})
}

func TestBackupBeforeMigration(t *testing.T) {
	ctx := context.Background()
	t.Run("of the form it had", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "journal.db")
		formOne(t, path)
		mustOpenAt(t, path)
		all := must(Backups(path))(t)
		if len(all) != 1 || all[0].Reason != BackupBeforeUpdate {
			t.Fatalf("backups are %+v", all)
		}
		if head := must(readHead(all[0].Path))(t); head.version != 1 {
			t.Errorf("it is of form %d", head.version)
		}
		if h := must(Look(ctx, all[0].Path))(t); h.Conversations != 1 || h.Answers != 1 {
			t.Errorf("it holds %+v", h)
		}
	})
	t.Run("none of one without words", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "journal.db")
		formOne(t, path)
		ok(t, withDB(path, toWrite, func(db *sql.DB) error {
			_, err := db.Exec("PRAGMA foreign_keys = OFF; DELETE FROM person; DELETE FROM reflection; DELETE FROM draft; DELETE FROM session; DELETE FROM relationship; DELETE FROM exchange; DELETE FROM shift; DELETE FROM topic; DELETE FROM action; DELETE FROM history; DELETE FROM step")
			return err
		}))
		mustOpenAt(t, path)
		wantBackups(t, path)
	})
	t.Run("without it there is no migration", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "journal.db")
		formOne(t, path)
		ok(t, os.WriteFile(backupFolder(path), []byte("mine"), 0o600))
		_, err := Open(ctx, Options{Path: path})
		wantCode(t, err, journal.CodeInternal)
		if head := must(readHead(path))(t); head.version != 1 {
			t.Errorf("it is of form %d", head.version)
		}
	})
}
