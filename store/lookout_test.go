//go:build unix

package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	lib "modernc.org/sqlite/lib"

	"bothways/journal"
)

// copiedOver writes other bytes into a file, as cp does.
func copiedOver(tb testing.TB, path string, with []byte) {
	tb.Helper()
	ok(tb, os.WriteFile(path, with, 0o600))
	later(tb, path)
}

// later moves a file's time on, for a disk whose clock may not have gone on meanwhile.
func later(tb testing.TB, path string) {
	tb.Helper()
	at := must(os.Stat(path))(tb).ModTime().Add(time.Second)
	ok(tb, os.Chtimes(path, at, at))
}

// TestWrittenOver copies another file over the journal while it is open. Whatever is done next notices,
// nothing is read or written any more, and the file stays as it was put there.
func TestWrittenOver(t *testing.T) {
	ctx := context.Background()
	another := func(t *testing.T, notes int) []byte {
		path := filepath.Join(t.TempDir(), "other.db")
		s := mustOpenAt(t, path)
		for range notes {
			must(s.KeepNote(ctx, journal.Note{PersonName: "Bo", Role: journal.RoleMentor, Text: "of another " + strings.Repeat("word ", 900)}))(t)
		}
		ok(t, s.Close())
		return must(os.ReadFile(path))(t)
	}
	files := map[string]func(t *testing.T, s *Store, b Backup) []byte{
		"another journal":        func(t *testing.T, _ *Store, _ Backup) []byte { return another(t, 1) },
		"a larger journal":       func(t *testing.T, _ *Store, _ Backup) []byte { return another(t, 90) },
		"its own backup":         func(t *testing.T, _ *Store, b Backup) []byte { return must(os.ReadFile(b.Path))(t) },
		"a text":                 func(*testing.T, *Store, Backup) []byte { return []byte("Dear diary") },
		"nothing":                func(*testing.T, *Store, Backup) []byte { return nil },
		"one byte of it changed": oneByteChanged,
	}
	firsts := map[string]func(*Store) error{
		"a note": func(s *Store) error {
			_, err := s.KeepNote(ctx, journal.Note{PersonName: "Ada", Role: journal.RoleMentor, Text: "into nowhere"})
			return err
		},
		"a draft": func(s *Store) error {
			_, err := s.SaveDraft(ctx, journal.Draft{Text: "into nowhere"})
			return err
		},
		"a page":    func(s *Store) error { _, _, err := s.Sessions(ctx, SessionQuery{}); return err },
		"the watch": func(s *Store) error { _, err := s.DataVersion(ctx); return err },
		"the fold":  func(s *Store) error { return s.Fold(ctx) },
		"a backup":  func(s *Store) error { _, err := s.Backup(ctx); return err },
		"a purge":   func(s *Store) error { _, err := s.Purge(ctx, []int64{1}); return err },
		"leaving":   func(s *Store) error { return s.Close() },
	}
	try := func(name, file, first string, folded, linked bool) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "journal.db")
			named := path
			if linked {
				named = linkedTo(t, path)
			}
			s := must(Open(ctx, Options{Path: named, Now: (&clockAt{t: faultClock(t)}).now}))(t)
			t.Cleanup(func() { _ = s.Close() })
			priya(t, s, panelNote)
			b := must(s.Backup(ctx))(t)
			must(s.SaveDraft(ctx, journal.Draft{PersonName: "Sam", Text: "half a thou"}))(t)
			if folded {
				ok(t, s.Fold(ctx))
				must(s.SaveDraft(ctx, journal.Draft{PersonName: "Sam", Text: "and another"}))(t)
			}
			put := files[file](t, s, b)
			copiedOver(t, path, put)
			backups := must(Backups(path))(t)
			err := firsts[first](s)
			wantCode(t, err, journal.CodeDamaged)
			for _, part := range []string{"Another program wrote over the journal's file", "nothing more is written", "bothways restore " + b.Name()} {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("it says %q, without %q", err, part)
				}
			}
			kept := regexp.MustCompile(`is beside it, in (\S+-kept-\S+\.db-wal)\. Where you have the very file that was there, put it back and call that journal\.db-wal again`).FindStringSubmatch(err.Error())
			if kept == nil {
				t.Fatalf("it says %q", err)
			}
			for name, do := range firsts {
				if first == "leaving" || name == "leaving" || name == "the fold" || name == first {
					continue // where nothing is beside the file any more, there is nothing to fold in
				}
				if again := do(s); journal.ErrorMessage(again) != err.Error() {
					t.Errorf("%s answers %v", name, again)
				}
			}
			if again := s.Close(); first != "leaving" && journal.ErrorMessage(again) != err.Error() {
				t.Errorf("leaving answers %v", again)
			}
			if now := must(os.ReadFile(path))(t); !bytes.Equal(now, put) {
				t.Error("the file was changed")
			}
			if names := dirNames(t, filepath.Dir(path)); strings.Join(names, " ") != "backups "+kept[1]+" journal.db" {
				t.Errorf("the folder has %q", names)
			}
			if frames := must(os.ReadFile(filepath.Join(filepath.Dir(path), kept[1])))(t); !folded && !bytes.Contains(frames, []byte("half a thou")) {
				t.Error("what was kept last is gone")
			}
			if now := must(Backups(path))(t); len(now) != len(backups) {
				t.Errorf("there are %d backups, and were %d", len(now), len(backups))
			}
		})
	}
	for file := range files {
		if file != "one byte of it changed" {
			try(file, file, "a note", false, false)
			try(file+", reached through a link", file, "a note", false, true)
		}
		try(file+", folded in before", file, "a draft", true, false)
	}
	for first := range firsts {
		try("noticed by "+first, "another journal", first, false, false)
		try("noticed through a link by "+first, "a larger journal", first, false, true)
	}
}

// linkedTo is a link to path in another folder, where there is a journal to be made at first.
func linkedTo(tb testing.TB, path string) string {
	tb.Helper()
	if _, err := os.Stat(path); err != nil {
		ok(tb, mustOpenAt(tb, path).Close())
	}
	link := filepath.Join(tb.TempDir(), "linked.db")
	ok(tb, os.Symlink(path, link))
	return link
}

// oneByteChanged is the journal's own file with another byte in the middle, and so of the same size.
func oneByteChanged(t *testing.T, s *Store, _ Backup) []byte {
	b := must(os.ReadFile(s.path))(t)
	b[len(b)/2] ^= 1
	return b
}

// TestWrittenOverMeanwhile copies it over while something is under way.
func TestWrittenOverMeanwhile(t *testing.T) {
	ctx := context.Background()
	put := []byte(strings.Repeat("Dear diary, ", 9000))
	for name, do := range map[string]func(t *testing.T, s *Store, over func()) error{
		"a page": func(t *testing.T, s *Store, over func()) error {
			return s.read(ctx, func(querier) error { over(); return errNoDatabase(t) })
		},
		"a save": func(t *testing.T, s *Store, over func()) error { // its words are not to be taken for kept
			return s.step(ctx, journal.StepPersonAdded, "", "", func(x *tx) error {
				defer over()
				_, err := x.insert(tablePerson, row{"name": "Ada", "name_key": "ada"})
				return err
			})
		},
		"a backup": func(t *testing.T, s *Store, over func()) error {
			s.backing.steps = func(step string) error {
				if step == "synced" {
					over()
				}
				return nil
			}
			_, err := s.Backup(ctx)
			if left := must(Backups(s.path))(t); len(left) > 0 {
				t.Errorf("there are %d backups", len(left))
			}
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "journal.db")
			s := must(Open(ctx, Options{Path: path, Now: (&clockAt{t: faultClock(t)}).now}))(t)
			t.Cleanup(func() { _ = s.Close() })
			priya(t, s, panelNote)
			err := do(t, s, func() { copiedOver(t, path, put) })
			wantCode(t, err, journal.CodeDamaged)
			if !strings.Contains(err.Error(), "wrote over") {
				t.Errorf("it says %q", err)
			}
			_ = s.Close()
			if now := must(os.ReadFile(path))(t); !bytes.Equal(now, put) {
				t.Error("the file was changed")
			}
		})
	}
}

// errNoDatabase is what SQLite says of a file that is none.
func errNoDatabase(t *testing.T) error {
	path := filepath.Join(t.TempDir(), "diary.db")
	ok(t, os.WriteFile(path, bytes.Repeat([]byte("Dear diary, "), 900), 0o600))
	return withDB(path, toRead, func(db *sql.DB) error { return db.Ping() })
}

// TestNotWrittenOver does to the file what somebody may do to it, none of which is another content.
func TestNotWrittenOver(t *testing.T) {
	ctx := context.Background()
	fine := func(t *testing.T, s *Store, what string) {
		t.Helper()
		_, err := s.SaveDraft(ctx, journal.Draft{PersonName: "Sam", Text: what})
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
	}
	t.Run("a new time", func(t *testing.T) {
		s := MustOpen(t)
		priya(t, s, panelNote)
		ok(t, s.Fold(ctx)) // from when on all of the file is known
		for range 3 {
			later(t, s.path)
			fine(t, s, "touched")
		}
	})
	t.Run("other rights and another link", func(t *testing.T) {
		s := MustOpen(t)
		fine(t, s, "first")
		ok(t, os.Chmod(s.path, 0o640))
		ok(t, os.Link(s.path, s.path+".link"))
		fine(t, s, "second")
	})
	t.Run("another window writes it anew and leaves", func(t *testing.T) {
		s, other := MustOpen(t), (*Store)(nil)
		for range 3 {
			other = mustOpenAt(t, s.path)
			k := priya(t, other, panelNote)
			ok(t, other.DeleteSession(ctx, k.Session.ID))
			done := must(other.Purge(ctx, must(other.Purgeable(ctx, PurgeQuery{All: true}))(t).Steps()))(t)
			if done.Warning != "" {
				t.Error(done.Warning)
			}
			fine(t, s, "after a purge")
			ok(t, other.Close())
			fine(t, s, "after it left")
		}
	})
	t.Run("after somebody was cut off", func(t *testing.T) {
		// What is beside the file then is read anew, and the index does not say that it was folded in.
		crashed := filepath.Join(t.TempDir(), "crashed.db")
		first := MustOpen(t)
		priya(t, first, panelNote)
		for _, end := range []string{"", walEnd} {
			ok(t, copyFile(crashed+end, first.path+end))
		}
		s, other := mustOpenAt(t, crashed), mustOpenAt(t, crashed)
		for range 3 {
			fine(t, other, "by one")
			ok(t, other.Fold(ctx))
			fine(t, s, "by the other")
			ok(t, s.Fold(ctx))
		}
		t.Run("is noticed all the same", func(t *testing.T) {
			again := filepath.Join(t.TempDir(), "again.db")
			for _, end := range []string{"", walEnd} {
				ok(t, copyFile(again+end, crashed+end))
			}
			s := must(Open(ctx, Options{Path: again}))(t)
			copiedOver(t, again, []byte("Dear diary"))
			_, err := s.SaveDraft(ctx, journal.Draft{Text: "into nowhere"})
			wantCode(t, err, journal.CodeDamaged)
			_ = s.Close()
		})
	})
	t.Run("two write, fold and read at once", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "journal.db")
		var all []*Store
		for range 2 { // so little is taken in before it is folded in that it is, all the time
			s := must(Open(ctx, Options{Path: path, tune: "&_pragma=wal_autocheckpoint(2)"}))(t)
			defer func() { ok(t, s.Close()) }()
			all = append(all, s)
		}
		run := func(do func(n int) error, times int) func() error {
			return func() error {
				for n := range times {
					if err := do(n); err != nil && sqliteCode(err) != lib.SQLITE_BUSY {
						return err
					}
				}
				return nil
			}
		}
		var work []func() error
		for _, s := range all {
			d := journal.Draft{UID: NewUID(), PersonName: "Sam"}
			work = append(work,
				run(func(n int) error { d.Text += "word "; _, err := s.SaveDraft(ctx, d); return err }, 400),
				run(func(int) error { return s.Fold(ctx) }, 300),
				run(func(int) error { _, _, err := s.Sessions(ctx, SessionQuery{}); return err }, 1000),
				run(func(int) error { _, err := s.DataVersion(ctx); return err }, 1000),
			)
		}
		work = append(work,
			run(func(int) error {
				_, err := all[0].KeepNote(ctx, journal.Note{PersonName: "Priya", Role: journal.RoleMentor, Text: panelNote})
				return err
			}, 60),
			run(func(int) error {
				return errors.Join(withDB(path, toWrite, func(db *sql.DB) error { _, err := db.Exec("VACUUM"); return err }))
			}, 20),
			run(func(int) error { _, err := all[1].Backup(ctx); return err }, 5),
			run(func(int) error {
				s, err := Open(ctx, Options{Path: path})
				if err == nil {
					_, _, err = s.Sessions(ctx, SessionQuery{})
					err = errors.Join(err, s.Close())
				}
				return err
			}, 40),
		)
		var at sync.WaitGroup
		for _, do := range work {
			at.Go(func() {
				if err := do(); err != nil {
					t.Error(err)
				}
			})
		}
		at.Wait()
		ok(t, whole(all[0]))
	})
	t.Run("another process writes and folds", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "journal.db")
		s := mustOpenAt(t, path)
		for n := range 3 {
			child, lines := startChild(t, "folds", 60, "child", path)
			for lines.Scan() {
				if word, is := strings.CutPrefix(lines.Text(), tells); is {
					fine(t, s, word)
				}
			}
			ok(t, child.Wait())
			fine(t, s, "after it left")
			if n == 1 {
				ok(t, s.Fold(ctx))
			}
		}
		if n := scalar(t, s, "SELECT count(*) FROM session"); n != 180 {
			t.Errorf("there are %d notes", n)
		}
		ok(t, whole(s))
	})
}
