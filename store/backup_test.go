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
	t.Run("takes old ones away, and none for a clock that is wrong", func(t *testing.T) {
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

// TestBackupThinnedOut makes a backup that another one has to go for, with something going wrong at
// each step of it: none goes before the new one was found good under its own name.
func TestBackupThinnedOut(t *testing.T) {
	ctx := context.Background()
	first, clock := journalAt(t)
	for range 10 {
		priya(t, first, strings.Repeat(panelNote, 20))
	}
	for range 9 {
		must(first.Backup(ctx))(t)
		*clock = clock.AddDate(0, 0, 1)
	}
	ok(t, first.Close())
	// nineDays is a journal with enough in it to be damaged, and the backups that are kept of nine days.
	nineDays := func(t *testing.T) (*Store, []string) {
		dir := t.TempDir()
		ok(t, os.CopyFS(dir, os.DirFS(filepath.Dir(first.Path()))))
		s := reopened(t, filepath.Join(dir, filepath.Base(first.Path())), clock)
		return s, backups(t, s.Path())
	}
	const made, goes = "journal-2026-11-30T0815.db", "journal-2026-11-23T0815.db"
	t.Run("nothing goes wrong", func(t *testing.T) {
		s, had := nineDays(t)
		must(s.Backup(ctx))(t)
		wantBackups(t, s.Path(), append([]string{made}, slices.DeleteFunc(had, func(n string) bool { return n == goes })...)...)
	})
	for _, at := range []string{"made", "copied", "checked", "synced", "named"} {
		t.Run("an error when it is "+at, func(t *testing.T) {
			s, had := nineDays(t)
			s.backing.steps = func(step string) error {
				if step == at {
					return fs.ErrInvalid
				}
				return nil
			}
			if _, err := s.Backup(ctx); !errors.Is(err, fs.ErrInvalid) {
				t.Fatalf("it says %v", err)
			}
			if at == "named" {
				had = append([]string{made}, had...)
			}
			wantBackups(t, s.Path(), had...)
		})
	}
	// copying is the copy that has no name of its own yet.
	copying := func(t *testing.T, s *Store) string {
		for _, name := range dirNames(t, backupFolder(s.Path())) {
			if strings.HasSuffix(name, ".new") {
				return filepath.Join(backupFolder(s.Path()), name)
			}
		}
		t.Fatal("there is no copy")
		return ""
	}
	damages := map[string]func(*testing.T, string){
		"emptied":          func(t *testing.T, path string) { ok(t, os.Truncate(path, 0)) },
		"cut short":        func(t *testing.T, path string) { ok(t, os.Truncate(path, 8192)) },
		"a page of zeroes": func(t *testing.T, path string) { damagePageOf(t, path, "session") },
		"removed":          func(t *testing.T, path string) { ok(t, os.Remove(path)) },
		"another's": func(t *testing.T, path string) {
			ok(t, os.WriteFile(path, []byte(strings.Repeat("Dear diary. ", 999)), 0o600))
		},
	}
	for name, damage := range damages {
		t.Run("damaged before it is checked: "+name, func(t *testing.T) {
			s, had := nineDays(t)
			s.backing.steps = func(step string) error {
				if step == "copied" {
					damage(t, copying(t, s))
				}
				return nil
			}
			if b, err := s.Backup(ctx); err == nil || b.Path != "" {
				t.Fatalf("it made %+v, %v", b, err)
			}
			wantBackups(t, s.Path(), had...)
		})
		t.Run("damaged once it has its name: "+name, func(t *testing.T) {
			s, had := nineDays(t)
			s.backing.steps = func(step string) error {
				if step == "named" {
					damage(t, filepath.Join(backupFolder(s.Path()), made))
				}
				return nil
			}
			b, err := s.Backup(ctx)
			if err == nil || !strings.HasSuffix(journal.ErrorMessage(err), ".") || name != "removed" && b.Path != "" {
				t.Fatalf("it made %+v, %v", b, err)
			}
			if name != "removed" {
				wantCode(t, err, journal.CodeDamaged)
				had = append([]string{made}, had...)
			}
			wantBackups(t, s.Path(), had...)
		})
	}
	t.Run("one of them cannot be taken away", func(t *testing.T) {
		s, had := nineDays(t)
		s.backing.steps = func(step string) error {
			if step == "thinned out" {
				return fs.ErrInvalid
			}
			return nil
		}
		b, err := s.Backup(ctx)
		if b.Name() != made || !strings.Contains(journal.ErrorMessage(err), "is good, but older ones") {
			t.Errorf("it made %+v, %v", b, err)
		}
		if got := backups(t, s.Path()); len(got) != len(had) {
			t.Errorf("there are %q", got)
		}
	})
}

// TestDailyBackupBeside makes the backup of a day that has something else in its folder already.
func TestDailyBackupBeside(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct {
		name   string
		beside func(t *testing.T, s *Store) (as string, damage func(string))
		makes  bool
	}{
		{"a good one", func(*testing.T, *Store) (string, func(string)) { return "journal-2026-11-21T0700.db", nil }, false},
		{"set aside by a restore", func(*testing.T, *Store) (string, func(string)) {
			return "journal-2026-11-21T0700-before-restore.db", nil
		}, true},
		{"set aside by a repair", func(*testing.T, *Store) (string, func(string)) {
			return "journal-2026-11-21T0700-before-repair.db", nil
		}, true},
		{"of before an update", func(*testing.T, *Store) (string, func(string)) {
			return "journal-2026-11-21T0700-before-update.db", nil
		}, true},
		{"of yesterday", func(*testing.T, *Store) (string, func(string)) { return "journal-2026-11-20T0700.db", nil }, true},
		{"an empty one", func(t *testing.T, _ *Store) (string, func(string)) {
			return "journal-2026-11-21T0700.db", func(path string) { ok(t, os.Truncate(path, 0)) }
		}, true},
		{"one that was cut short", func(t *testing.T, _ *Store) (string, func(string)) {
			return "journal-2026-11-21T0700.db", func(path string) { ok(t, os.Truncate(path, 8192)) }
		}, true},
		{"one that is no journal", func(t *testing.T, _ *Store) (string, func(string)) {
			return "journal-2026-11-21T0700.db", func(path string) { ok(t, os.WriteFile(path, []byte("Dear diary"), 0o600)) }
		}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, _ := journalAt(t)
			priya(t, s, panelNote)
			as, damage := c.beside(t, s)
			ok(t, os.MkdirAll(backupFolder(s.Path()), 0o700))
			path := filepath.Join(backupFolder(s.Path()), as)
			must(s.BackupTo(ctx, path))(t)
			if damage != nil {
				damage(path)
			}
			if got := s.BackupDue(); got != c.makes {
				t.Fatalf("due: %v", got)
			}
			ok(t, s.DailyBackup(ctx))
			if made := slices.Contains(backups(t, s.Path()), "journal-2026-11-21T0815.db"); made != c.makes {
				t.Errorf("made: %v", made)
			}
		})
	}
}

func TestBackupBeforeMigration(t *testing.T) {
	ctx := context.Background()
	t.Run("of the form it had", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "journal.db")
		formOne(t, path)
		told := 0
		s := must(Open(ctx, Options{Path: path, Updating: func() {
			told++
			if head := must(readHead(path))(t); head.version != 1 || len(must(Backups(path))(t)) != 0 {
				t.Error("it is told too late")
			}
		}}))(t)
		t.Cleanup(func() { ok(t, s.Close()) })
		if told != 1 {
			t.Errorf("it was told %d times", told)
		}
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
