package store

import (
	"bytes"
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

// yesterdays is a closed journal with a note of yesterday, its backup of then, and a note since.
func yesterdays(t *testing.T) (path string, clock *time.Time, backup Backup) {
	t.Helper()
	ctx := context.Background()
	s, clock := journalAt(t)
	k := priya(t, s, panelNote)
	backup = must(s.Backup(ctx))(t)
	*clock = clock.AddDate(0, 0, 1)
	reword(t, s, k.Session, "Other words.")
	must(s.KeepNote(ctx, journal.Note{PersonName: "Ada", Role: journal.RoleMentee, Text: "Since then.\n- [ ] one more"}))(t)
	ok(t, s.Close())
	return s.Path(), clock, backup
}

func restoreAt(path string, clock *time.Time) Options {
	return Options{Path: path, Now: func() time.Time { return *clock }}
}

func contentOf(t *testing.T, path string) string {
	t.Helper()
	s := must(Open(context.Background(), Options{Path: path, ReadOnly: true}))(t)
	defer s.Close()
	return dump(t, s)
}

func TestRestore(t *testing.T) {
	ctx := context.Background()
	t.Run("and undone", func(t *testing.T) {
		path, clock, b := yesterdays(t)
		then, now := contentOf(t, b.Path), contentOf(t, path)
		done := must(Restore(ctx, restoreAt(path, clock), b.Path))(t)
		if done.Damaged || filepath.Base(done.Aside) != "journal-2026-11-22T0815-before-restore.db" {
			t.Errorf("it did %+v", done)
		}
		if got := contentOf(t, path); got != then {
			t.Error(firstDiff(got, then))
		}
		undone := must(Restore(ctx, restoreAt(path, clock), done.Aside))(t)
		if got := contentOf(t, path); got != now {
			t.Error(firstDiff(got, now))
		}
		if got := contentOf(t, undone.Aside); got != then {
			t.Error("what was restored is not kept")
		}
		if names := dirNames(t, filepath.Dir(path)); !slices.Equal(names, []string{"backups", "journal.db"}) {
			t.Errorf("the folder holds %q", names)
		}
		for _, p := range []string{path, done.Aside, undone.Aside} {
			if info := must(os.Stat(p))(t); info.Mode().Perm() != 0o600 {
				t.Errorf("%s is %o", p, info.Mode().Perm())
			}
		}
		// And it goes on being a journal, kept as journals are.
		if how := must(os.ReadFile(path))(t)[18:20]; !bytes.Equal(how, []byte{2, 2}) {
			t.Errorf("it is written as %v", how)
		}
		s := reopened(t, path, clock)
		must(s.AddPerson(ctx, journal.Person{Name: "Zoë"}, nil))(t)
	})
	t.Run("what is set goes on", func(t *testing.T) {
		for name, spoil := range map[string]func(*testing.T, string){
			"sound":   func(*testing.T, string) {},
			"damaged": damages()["zeroed page"],
		} {
			t.Run(name, func(t *testing.T) {
				path, clock, b := yesterdays(t)
				s := reopened(t, path, clock)
				ok(t, s.SetSetting(ctx, SettingDiscreet, "on"))
				ok(t, s.Close())
				spoil(t, path)
				must(Restore(ctx, restoreAt(path, clock), b.Path))(t)
				if got := must(reopened(t, path, clock).Setting(ctx, SettingDiscreet))(t); got != "on" {
					t.Errorf("names are shown again: %q", got)
				}
			})
		}
	})
	t.Run("what is set goes on in an older form", func(t *testing.T) {
		path, clock, _ := yesterdays(t)
		s := reopened(t, path, clock)
		ok(t, s.SetSetting(ctx, SettingDiscreet, "on"))
		ok(t, s.Close())
		old := filepath.Join(t.TempDir(), "old.db")
		formOne(t, old)
		must(Restore(ctx, restoreAt(path, clock), old))(t)
		if got := must(reopened(t, path, clock).Setting(ctx, SettingDiscreet))(t); got != "on" {
			t.Errorf("names are shown again: %q", got)
		}
	})
	t.Run("what was set aside is never thinned out", func(t *testing.T) {
		path, clock, b := yesterdays(t)
		*clock = clock.Add(time.Hour)
		done := must(Restore(ctx, restoreAt(path, clock), b.Path))(t)
		s := reopened(t, path, clock)
		for range 30 {
			*clock = clock.AddDate(0, 0, 1)
			must(s.Backup(ctx))(t)
		}
		if _, err := os.Stat(done.Aside); err != nil {
			t.Error("it went")
		}
	})
	t.Run("with words that are not folded in yet", func(t *testing.T) {
		path, clock, b := yesterdays(t)
		s := reopened(t, path, clock)
		must(s.KeepNote(ctx, journal.Note{PersonName: "Zoë", Role: journal.RoleMentee, Text: "Only in the WAL."}))(t)
		cut := filepath.Join(t.TempDir(), "journal.db") // as a power cut leaves it
		for _, end := range []string{"", walEnd} {
			ok(t, copyFile(cut+end, path+end))
		}
		then, now := contentOf(t, b.Path), dump(t, s)
		done := must(Restore(ctx, restoreAt(cut, clock), b.Path))(t)
		if got := contentOf(t, done.Aside); got != now {
			t.Error(firstDiff(got, now))
		}
		if got := contentOf(t, cut); got != then {
			t.Error(firstDiff(got, then))
		}
		if names := dirNames(t, filepath.Dir(cut)); !slices.Equal(names, []string{"backups", "journal.db"}) {
			t.Errorf("the folder holds %q", names)
		}
	})
	t.Run("where there is none", func(t *testing.T) {
		path, clock, b := yesterdays(t)
		ok(t, os.Remove(path))
		if done := must(Restore(ctx, restoreAt(path, clock), b.Path))(t); done.Aside != "" {
			t.Errorf("it did %+v", done)
		}
		if contentOf(t, path) != contentOf(t, b.Path) {
			t.Error("it holds something else")
		}
	})
	t.Run("of an earlier form", func(t *testing.T) {
		path, clock, _ := yesterdays(t)
		old := filepath.Join(t.TempDir(), "old.db")
		formOne(t, old)
		must(Restore(ctx, restoreAt(path, clock), old))(t)
		if v := must(reopened(t, path, clock).Session(ctx, 7))(t); !strings.HasPrefix(v.Note, "later words") {
			t.Errorf("note = %q", v.Note)
		}
	})
	t.Run("over a link", func(t *testing.T) {
		path, clock, b := yesterdays(t)
		link := filepath.Join(t.TempDir(), "link.db")
		ok(t, os.Symlink(path, link))
		must(Restore(ctx, restoreAt(link, clock), b.Path))(t)
		if info := must(os.Lstat(link))(t); info.Mode()&fs.ModeSymlink == 0 {
			t.Error("the link is gone")
		}
		if contentOf(t, path) != contentOf(t, b.Path) {
			t.Error("it holds something else")
		}
	})
}

// TestRestoreRefuses restores what must not be. Nothing may change.
func TestRestoreRefuses(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct {
		name string
		code journal.Code
		from func(t *testing.T, path string, b Backup) string
	}{
		{"a flipped head", journal.CodeDamaged, func(t *testing.T, _ string, b Backup) string {
			changeFile(t, b.Path, func(d []byte) []byte { d[3] ^= 0xff; return d })
			return b.Path
		}},
		{"a zeroed page", journal.CodeDamaged, func(t *testing.T, _ string, b Backup) string {
			damagePageOf(t, b.Path, "session")
			return b.Path
		}},
		{"half a file", journal.CodeDamaged, func(t *testing.T, _ string, b Backup) string {
			changeFile(t, b.Path, func(d []byte) []byte { return d[:len(d)/2] })
			return b.Path
		}},
		{"an empty file", journal.CodeDamaged, func(t *testing.T, _ string, b Backup) string {
			changeFile(t, b.Path, func([]byte) []byte { return nil })
			return b.Path
		}},
		{"a text", journal.CodeDamaged, func(t *testing.T, _ string, b Backup) string {
			changeFile(t, b.Path, func([]byte) []byte { return []byte("Dear diary") })
			return b.Path
		}},
		{"of a newer version", journal.CodeNewer, func(t *testing.T, _ string, b Backup) string {
			ok(t, withDB(b.Path, toWrite, func(db *sql.DB) error { _, err := db.Exec("PRAGMA user_version = 99"); return err }))
			return b.Path
		}},
		{"nothing", journal.CodeInvalid, func(_ *testing.T, path string, _ Backup) string { return path + ".gone" }},
		{"itself", journal.CodeInvalid, func(_ *testing.T, path string, _ Backup) string { return path }},
		{"over a newer version", journal.CodeNewer, func(t *testing.T, path string, b Backup) string {
			ok(t, withDB(path, toWrite, func(db *sql.DB) error { _, err := db.Exec("PRAGMA user_version = 99"); return err }))
			return b.Path
		}},
		{"over another program's file", journal.CodeDamaged, func(t *testing.T, path string, b Backup) string {
			ok(t, withDB(path, toWrite, func(db *sql.DB) error { _, err := db.Exec("PRAGMA application_id = 77"); return err }))
			return b.Path
		}},
		{"over one that is open", journal.CodeConflict, func(t *testing.T, path string, b Backup) string {
			mustOpenAt(t, path)
			return b.Path
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			path, clock, b := yesterdays(t)
			from := c.from(t, path, b)
			before := hashes(t, path) + strings.Join(dirNames(t, backupFolder(path)), " ")
			_, err := Restore(ctx, restoreAt(path, clock), from)
			wantCode(t, err, c.code)
			if hashes(t, path)+strings.Join(dirNames(t, backupFolder(path)), " ") != before {
				t.Error("something was changed")
			}
			for _, name := range dirNames(t, filepath.Dir(path)) {
				if strings.HasSuffix(name, ".new") {
					t.Errorf("left: %s", name)
				}
			}
		})
	}
}

// damages are ways to damage a journal.
func damages() map[string]func(*testing.T, string) {
	return map[string]func(*testing.T, string){
		"flipped head": func(t *testing.T, path string) {
			changeFile(t, path, func(d []byte) []byte { d[3] ^= 0xff; return d })
		},
		"zeroed page": func(t *testing.T, path string) { damagePageOf(t, path, "session") },
		"zeroed first page": func(t *testing.T, path string) {
			changeFile(t, path, func(d []byte) []byte { clear(d[:4096]); return d })
		},
		"half a file":   func(t *testing.T, path string) { changeFile(t, path, func(d []byte) []byte { return d[:len(d)/2] }) },
		"an empty file": func(t *testing.T, path string) { changeFile(t, path, func([]byte) []byte { return nil }) },
		"a text": func(t *testing.T, path string) {
			changeFile(t, path, func([]byte) []byte { return []byte("Dear diary") })
		},
		"damaged and cut off": func(t *testing.T, path string) {
			changeFile(t, path, func(d []byte) []byte { d[3] ^= 0xff; return d })
			ok(t, os.WriteFile(path+walEnd, []byte("frames"), 0o600))
		},
	}
}

// TestRestoreOverDamage restores over a damaged journal, which is kept.
func TestRestoreOverDamage(t *testing.T) {
	ctx := context.Background()
	for name, damage := range damages() {
		t.Run(name, func(t *testing.T) {
			path, clock, b := yesterdays(t)
			damage(t, path)
			bad := must(os.ReadFile(path))(t)
			wal := must2OrNone(t, path+walEnd)

			s, err := Open(ctx, Options{Path: path, Now: func() time.Time { return *clock }, Program: "bothways --journal x.db"})
			if err == nil {
				ok(t, s.Close())
			}
			if name != "zeroed page" { // which shows where it is read
				wantCode(t, err, journal.CodeDamaged)
				if !strings.HasSuffix(err.Error(), "The newest good backup is of 21 November 2026, 09:15; `bothways --journal x.db restore journal-2026-11-21T0815.db` puts it in place.") {
					t.Errorf("it says %q", err)
				}
			}
			if !bytes.Equal(must(os.ReadFile(path))(t), bad) {
				t.Fatal("opening changed it")
			}

			done := must(Restore(ctx, restoreAt(path, clock), b.Path))(t)
			if !done.Damaged || filepath.Base(done.Aside) != "journal-2026-11-22T0815-damaged.db" {
				t.Errorf("it did %+v", done)
			}
			kept := must(os.ReadFile(done.Aside))(t)
			if len(kept) > 100 { // how a journal is kept and counted is told in its head
				kept, bad = kept[100:], bad[100:]
			}
			if !bytes.Equal(kept, bad) || !bytes.Equal(must2OrNone(t, done.Aside+walEnd), wal) {
				t.Error("the damaged file is not what it was")
			}
			if contentOf(t, path) != contentOf(t, b.Path) {
				t.Error("it holds something else")
			}
			if _, err := os.Stat(path + walEnd); err == nil {
				t.Error("a part of the old one is left beside it")
			}
		})
	}
}

func must2OrNone(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return b
}

// TestRestoreCutOff ends a restore at every step. The journal is then as it was or as the backup is,
// never nothing, and what it held before is kept.
func TestRestoreCutOff(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct {
		name   string
		damage func(*testing.T, string)
		steps  int
	}{
		{"sound", func(*testing.T, string) {}, 10},
		{"damaged", damages()["damaged and cut off"], 7},
	} {
		for n := 1; ; n++ {
			path, clock, b := yesterdays(t)
			c.damage(t, path)
			before := must(os.ReadFile(path))(t)
			then := contentOf(t, b.Path)
			var now string
			if c.name == "sound" {
				now = contentOf(t, path)
			}
			at := ""
			did := 0
			r := restoring{now: func() time.Time { return *clock }}
			r.at = func(step string) error {
				if did++; did == n {
					at = step
					return fs.ErrInvalid
				}
				return nil
			}
			_, err := r.restore(ctx, path, b.Path)
			if at == "" {
				ok(t, err)
				if did != c.steps {
					t.Errorf("%s: %d steps", c.name, did)
				}
				break
			}
			if err == nil {
				t.Fatalf("%s, %s: it says nothing", c.name, at)
			}
			placed := at == "placed"
			switch {
			case c.name == "sound":
				if got := contentOf(t, path); got != now && !placed || got != then && placed {
					t.Errorf("%s: it holds something else", at)
				}
			case placed:
				if contentOf(t, path) != then {
					t.Errorf("%s: it holds something else", at)
				}
			default:
				if !bytes.Equal(must(os.ReadFile(path))(t), before) {
					t.Errorf("%s: the damaged file was changed", at)
				}
			}
			// Done again it works.
			must(Restore(ctx, restoreAt(path, clock), b.Path))(t)
			if contentOf(t, path) != then {
				t.Errorf("%s, %s: it holds something else afterwards", c.name, at)
			}
		}
	}
}

func TestCompare(t *testing.T) {
	ctx := context.Background()
	path, _, b := yesterdays(t)
	got := must(Compare(ctx, path, b.Path))(t)
	if got.Conversations != (Apart{Here: 1, Changed: 1}) || got.Actions.Here != 1 || got.Answers != (Apart{}) {
		t.Errorf("it says %+v", got)
	}
	back := must(Compare(ctx, b.Path, path))(t)
	if back.Conversations != (Apart{There: 1, Changed: 1}) || back.Actions.There != 1 {
		t.Errorf("the other way round %+v", back)
	}
	if d := must(Compare(ctx, path, path))(t); !d.IsZero() {
		t.Errorf("itself: %+v", d)
	}
}
