package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bothways/journal"
)

func TestOpenNew(t *testing.T) {
	for _, name := range []string{"journal.db", "with space.db", "a?b#c%20d&e=f.db", "日本 é.db", "x'y\"z;.db", "plus+at@.db"} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "new folder", "deep", name)
			s := mustOpenAt(t, path)
			priya(t, s, panelNote)
			ok(t, s.Close())
			again := mustOpenAt(t, path)
			if v := must(again.Session(context.Background(), 1))(t); v.Note != panelNote {
				t.Errorf("note = %q", v.Note)
			}
			ok(t, again.Close())
			if names := dirNames(t, filepath.Dir(path)); len(names) != 1 || names[0] != name {
				t.Errorf("the folder has %q", names)
			}
			for p, want := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700, filepath.Dir(filepath.Dir(path)): 0o700} {
				if info := must(os.Stat(p))(t); info.Mode().Perm() != want {
					t.Errorf("%s is %o", p, info.Mode().Perm())
				}
			}
		})
	}
	t.Run("files beside it", func(t *testing.T) {
		s := MustOpen(t)
		priya(t, s, panelNote)
		for _, end := range []string{"-wal", "-shm"} {
			if info := must(os.Stat(s.Path() + end))(t); info.Mode().Perm() != 0o600 {
				t.Errorf("%s is %o", end, info.Mode().Perm())
			}
		}
	})
	t.Run("two at once", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "journal.db")
		errs := make(chan error)
		for range 4 {
			go func() {
				s, err := Open(context.Background(), Options{Path: path})
				if err == nil {
					_, err = s.AddPerson(context.Background(), journal.Person{Name: NewUID()}, nil)
					if closed := s.Close(); err == nil {
						err = closed
					}
				}
				errs <- err
			}()
		}
		for range 4 {
			if err := <-errs; err != nil {
				t.Error(err)
			}
		}
		if n := scalar(t, mustOpenAt(t, path), "SELECT count(*) FROM person"); n != 4 {
			t.Errorf("%d people", n)
		}
	})
	t.Run("pragmas", func(t *testing.T) {
		s := MustOpen(t)
		for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "temp_store": "2", "trusted_schema": "0", "busy_timeout": "5000"} {
			var got string
			ok(t, s.wr.QueryRow("PRAGMA "+pragma).Scan(&got))
			if got != want {
				t.Errorf("%s = %s", pragma, got)
			}
		}
		if _, err := s.rd.Exec("DELETE FROM person"); err == nil {
			t.Error("a reader could write")
		}
	})
}

func dirNames(tb testing.TB, dir string) (names []string) {
	tb.Helper()
	for _, e := range must(os.ReadDir(dir))(tb) {
		names = append(names, e.Name())
	}
	return names
}

// TestOpenRefuses opens what is no journal. Nothing may be written, to it or beside it.
func TestOpenRefuses(t *testing.T) {
	file := func(content string) func(testing.TB, string) {
		return func(tb testing.TB, path string) { ok(tb, os.WriteFile(path, []byte(content), 0o600)) }
	}
	database := func(script string) func(testing.TB, string) {
		return func(tb testing.TB, path string) {
			db := must(sql.Open("sqlite", "file:"+path))(tb)
			_, err := db.Exec(script)
			ok(tb, err)
			ok(tb, db.Close())
		}
	}
	kept := func(script string) func(testing.TB, string) {
		return func(tb testing.TB, path string) {
			s := mustOpenAt(tb, path)
			priya(tb, s, panelNote)
			ok(tb, s.Close())
			database(script)(tb, path)
		}
	}
	for _, c := range []struct {
		name  string
		make  func(testing.TB, string)
		code  journal.Code
		words string
	}{
		{"folder", func(tb testing.TB, path string) { ok(tb, os.Mkdir(path, 0o700)) }, journal.CodeInvalid, "is a folder"},
		{"text file", file("Dear diary,\n"), journal.CodeDamaged, "not a journal"},
		{"long text file", file(strings.Repeat("Dear diary,\n", 1000)), journal.CodeDamaged, "not a journal"},
		{"empty file", file(""), journal.CodeDamaged, "is empty"},
		{"another program's", database("PRAGMA application_id = 77; CREATE TABLE t (x)"), journal.CodeDamaged, "another program"},
		{"any SQLite file", database("CREATE TABLE t (x)"), journal.CodeDamaged, "another program"},
		{"newer version", kept("PRAGMA user_version = 99"), journal.CodeNewer, "newer version"},
		{"newer version, other mode", kept("PRAGMA journal_mode = DELETE; PRAGMA user_version = 99"), journal.CodeNewer, "newer version"},
		{"link to nothing", func(tb testing.TB, path string) { ok(tb, os.Symlink(path+".gone", path)) }, journal.CodeInvalid, "points to"},
		{"only its companion", file2("-wal", "frames"), journal.CodeDamaged, "is missing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "journal.db")
			c.make(t, path)
			before := fingerprint(t, filepath.Dir(path))
			s, err := Open(context.Background(), Options{Path: path})
			if err == nil {
				_ = s.Close()
			}
			wantCode(t, err, c.code)
			if !strings.Contains(err.Error(), c.words) {
				t.Errorf("it says %q", err)
			}
			if after := fingerprint(t, filepath.Dir(path)); after != before {
				t.Errorf("the folder was\n%s\nand is\n%s", before, after)
			}
		})
	}
	t.Run("newer version that is not folded in yet", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "journal.db")
		s := mustOpenAt(t, path)
		priya(t, s, panelNote)
		ok(t, s.Close())
		db := must(sql.Open("sqlite", "file:"+path))(t)
		db.SetMaxOpenConns(1)
		_, err := db.Exec("PRAGMA wal_autocheckpoint = 0; PRAGMA user_version = 99")
		ok(t, err)
		head := must(readHead(path))(t)
		if head.version != schemaVersion {
			t.Fatalf("the file itself says %d already", head.version)
		}
		before := hashes(t, path, path+"-wal")
		_, err = Open(context.Background(), Options{Path: path})
		wantCode(t, err, journal.CodeNewer)
		if after := hashes(t, path, path+"-wal"); after != before {
			t.Error("the file was changed")
		}
		ok(t, db.Close())
	})
	t.Run("under a file", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "file")
		file("text")(t, path)
		_, err := Open(context.Background(), Options{Path: filepath.Join(path, "journal.db")})
		if err == nil {
			t.Fatal("it opened")
		}
		if m := journal.ErrorMessage(err); strings.HasPrefix(m, "Something went wrong") {
			t.Errorf("it says %q", m)
		}
	})
	t.Run("no name", func(t *testing.T) {
		_, err := Open(context.Background(), Options{})
		wantCode(t, err, journal.CodeInvalid)
	})
}

func file2(end, content string) func(testing.TB, string) {
	return func(tb testing.TB, path string) { ok(tb, os.WriteFile(path+end, []byte(content), 0o600)) }
}

// fingerprint is all files of a folder with their content.
func fingerprint(tb testing.TB, dir string) string {
	tb.Helper()
	var b strings.Builder
	ok(tb, filepath.Walk(dir, func(path string, info os.FileInfo, err error) error {
		if err == nil && info.Mode().IsRegular() {
			b.WriteString(hashes(tb, path))
		}
		b.WriteString(info.Mode().String() + " " + filepath.Base(path) + "\n")
		return err
	}))
	return b.String()
}

func hashes(tb testing.TB, paths ...string) string {
	tb.Helper()
	var all string
	for _, p := range paths {
		sum := sha256.Sum256(must(os.ReadFile(p))(tb))
		all += string(sum[:])
	}
	return all
}

// TestDamage damages a journal and reads it: each time that is said, and nothing is written.
func TestDamage(t *testing.T) {
	ctx := context.Background()
	for name, damage := range map[string]func([]byte) []byte{
		"header":      func(b []byte) []byte { b[3] ^= 0xff; return b },
		"cut in half": func(b []byte) []byte { return b[:len(b)/2] },
		"zero pages": func(b []byte) []byte {
			clear(b[4096:])
			return b
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "journal.db")
			s := mustOpenAt(t, path)
			priya(t, s, panelNote)
			ok(t, s.Close())
			ok(t, os.WriteFile(path, damage(must(os.ReadFile(path))(t)), 0o600))
			before := hashes(t, path)
			s, err := Open(ctx, Options{Path: path})
			if err == nil {
				_, _, err = s.Sessions(ctx, SessionQuery{})
				if err == nil {
					_, err = s.KeepNote(ctx, journal.Note{PersonName: "Ada", Role: journal.RoleMentor, Text: "words"})
				}
				_ = s.Close()
			}
			wantCode(t, err, journal.CodeDamaged)
			if hashes(t, path) != before {
				t.Error("the file was changed")
			}
		})
	}
}
