package store

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

// manyNotes is a closed journal with notes on many pages.
func manyNotes(t *testing.T) (path string, clock *time.Time) {
	t.Helper()
	s, clock := journalAt(t)
	for n := range 60 {
		priya(t, s, strings.Repeat(fmt.Sprintf("Words of note %d.\n", n), 60)+fmt.Sprintf("- [ ] action %d\ngot: a view %d", n, n))
	}
	ok(t, s.Close())
	return s.Path(), clock
}

// spoil runs SQL that SQLite itself would not allow on a file.
func spoil(t *testing.T, path string, script ...string) {
	t.Helper()
	db := must(sql.Open("sqlite", "file:"+path))(t)
	db.SetMaxOpenConns(1)
	for _, query := range script {
		_, err := db.Exec(query)
		ok(t, err)
	}
	ok(t, db.Close())
}

// spoilIndex takes the rows of session out of an index, and leaves them in the table.
func spoilIndex(t *testing.T, path, index string) {
	t.Helper()
	var stored string
	ok(t, withDB(path, toReadAt, func(db *sql.DB) error {
		return db.QueryRow("SELECT sql FROM sqlite_schema WHERE name = ?", index).Scan(&stored)
	}))
	// While it says that it is of no row, its entries go.
	other := strings.Replace(stored, "deleted_at IS NULL", "deleted_at = 77", 1)
	if other == stored {
		t.Fatal("the index is not as it was")
	}
	change := "UPDATE sqlite_schema SET sql = '%s' WHERE name = '" + index + "'"
	spoil(t, path, "PRAGMA writable_schema = ON", fmt.Sprintf(change, other), "PRAGMA writable_schema = RESET")
	spoil(t, path, "REINDEX "+index, "PRAGMA writable_schema = ON", fmt.Sprintf(change, stored))
}

func TestCheck(t *testing.T) {
	ctx := context.Background()
	t.Run("well", func(t *testing.T) {
		path, _ := manyNotes(t)
		before := fingerprint(t, filepath.Dir(path))
		c := must(Check(ctx, path))(t)
		if !c.Well() || c.Holds.Conversations != 60 || c.Holds.Actions != 60 {
			t.Errorf("it says %+v", c)
		}
		if fingerprint(t, filepath.Dir(path)) != before {
			t.Error("something was written")
		}
	})
	t.Run("while it is open", func(t *testing.T) {
		s := MustOpen(t)
		priya(t, s, panelNote)
		if c := must(Check(ctx, s.Path()))(t); !c.Well() || c.Holds.Conversations != 1 {
			t.Errorf("it says %+v", c)
		}
	})
	for name, damage := range damages() {
		t.Run(name, func(t *testing.T) {
			path, _ := manyNotes(t)
			damage(t, path)
			before := fingerprint(t, filepath.Dir(path))
			for _, check := range []func(context.Context, string) (Checked, error){Check, CheckBackup} {
				c := must(check(ctx, path))(t)
				if c.Well() || len(c.Indexes) > 0 {
					t.Errorf("it says %+v", c)
				}
			}
			if fingerprint(t, filepath.Dir(path)) != before {
				t.Error("something was written")
			}
		})
	}
	t.Run("names the table", func(t *testing.T) {
		path, _ := manyNotes(t)
		damagePageOf(t, path, "session")
		c := must(Check(ctx, path))(t)
		if all := strings.Join(c.Problems, "\n"); !strings.Contains(all, "The table session is damaged.") || strings.Contains(all, "Words of") {
			t.Errorf("it says %q", all)
		}
	})
	t.Run("a row without the one it belongs to", func(t *testing.T) {
		path, _ := manyNotes(t)
		spoil(t, path, "PRAGMA foreign_keys = OFF", "DELETE FROM person")
		c := must(Check(ctx, path))(t)
		if len(c.Problems) != 1 || !strings.Contains(c.Problems[0], "relationship (1)") {
			t.Errorf("it says %q", c.Problems)
		}
	})
	t.Run("one that is not there", func(t *testing.T) {
		_, err := Check(ctx, filepath.Join(t.TempDir(), "none.db"))
		wantCode(t, err, journal.CodeInvalid)
	})
}

func TestRepair(t *testing.T) {
	ctx := context.Background()
	t.Run("an index", func(t *testing.T) {
		path, clock := manyNotes(t)
		before := contentOf(t, path)
		spoilIndex(t, path, "session_held")
		c := must(Check(ctx, path))(t)
		if len(c.Indexes) != 1 || c.Indexes[0] != "session_held" || c.Well() {
			t.Fatalf("it says %+v", c)
		}
		aside := must(Repair(ctx, restoreAt(path, clock)))(t)
		if c := must(Check(ctx, path))(t); !c.Well() || c.Holds.Conversations != 60 {
			t.Errorf("afterwards it says %+v", c)
		}
		if got := contentOf(t, path); got != before {
			t.Error(firstDiff(got, before))
		}
		if c := must(Check(ctx, aside.Path))(t); c.Well() || aside.Reason != BackupBeforeRepair {
			t.Errorf("what was set aside is %+v: %+v", aside, c)
		}
		if names := backups(t, path); len(names) != 1 || names[0] != "journal-2026-11-21T0815-before-repair.db" {
			t.Errorf("backups are %q", names)
		}
	})
	t.Run("nothing to do", func(t *testing.T) {
		path, clock := manyNotes(t)
		before := fingerprint(t, filepath.Dir(path))
		_, err := Repair(ctx, restoreAt(path, clock))
		wantCode(t, err, journal.CodeConflict)
		if fingerprint(t, filepath.Dir(path)) != before {
			t.Error("something was written")
		}
	})
	t.Run("more than an index", func(t *testing.T) {
		path, clock := manyNotes(t)
		spoilIndex(t, path, "session_held")
		damagePageOf(t, path, "session")
		before := fingerprint(t, filepath.Dir(path))
		_, err := Repair(ctx, restoreAt(path, clock))
		wantCode(t, err, journal.CodeDamaged)
		if fingerprint(t, filepath.Dir(path)) != before {
			t.Error("something was written")
		}
	})
	t.Run("a page of an index", func(t *testing.T) {
		path, clock := manyNotes(t)
		damagePageOf(t, path, "action_uid_end")
		c := must(Check(ctx, path))(t)
		if len(c.Indexes) != 1 {
			t.Fatalf("it says %+v", c)
		}
		if _, err := Repair(ctx, restoreAt(path, clock)); err != nil {
			wantCode(t, err, journal.CodeDamaged) // then it is for --salvage
		} else if c := must(Check(ctx, path))(t); !c.Well() {
			t.Errorf("afterwards it says %+v", c)
		}
	})
}

func saved(out Salvaged, name string) (t SalvagedTable) {
	for _, v := range out.Tables {
		if v.Name == name {
			return v
		}
	}
	return t
}

func TestSalvage(t *testing.T) {
	ctx := context.Background()
	salvage := func(t *testing.T, path string, clock *time.Time) (Salvaged, *Store) {
		t.Helper()
		before := fingerprint(t, filepath.Dir(path))
		to := filepath.Join(t.TempDir(), "saved.db")
		out := must(Salvage(ctx, restoreAt(path, clock), to))(t)
		if fingerprint(t, filepath.Dir(path)) != before {
			t.Error("the damaged one was changed")
		}
		if names := dirNames(t, filepath.Dir(to)); len(names) != 1 {
			t.Errorf("the folder holds %q", names)
		}
		if info := must(os.Stat(to))(t); info.Mode().Perm() != 0o600 {
			t.Errorf("it is %o", info.Mode().Perm())
		}
		if c := must(Check(ctx, to))(t); !c.Well() {
			t.Errorf("what was saved: %q", c.Problems)
		}
		return out, reopened(t, to, clock)
	}
	t.Run("all of a sound one", func(t *testing.T) {
		path, clock := manyNotes(t)
		want := contentOf(t, path)
		out, s := salvage(t, path, clock)
		if got := dump(t, s); got != want {
			t.Error(firstDiff(got, want))
		}
		for _, v := range out.Tables {
			if v.Left > 0 || v.Broken {
				t.Errorf("%+v", v)
			}
		}
		must2(s.Undo(ctx))(t) // its history came along
	})
	t.Run("a flipped head", func(t *testing.T) {
		path, clock := manyNotes(t)
		want := contentOf(t, path)
		changeFile(t, path, func(d []byte) []byte { clear(d[:100]); return d })
		out, s := salvage(t, path, clock)
		if got := dump(t, s); got != want || out.Invented > 0 {
			t.Error(firstDiff(got, want))
		}
	})
	t.Run("a page of the conversations", func(t *testing.T) {
		path, clock := manyNotes(t)
		damagePageOf(t, path, "session")
		out, s := salvage(t, path, clock)
		v := saved(out, "session")
		if !v.Broken || v.Saved < 50 || v.Saved >= 60 {
			t.Errorf("saved %+v", v)
		}
		if n := scalar(t, s, "SELECT count(*) FROM session"); n != int64(v.Saved) {
			t.Errorf("there are %d", n)
		}
		// From both ends.
		for _, id := range []int64{1, 60} {
			if !strings.HasPrefix(must(s.Session(ctx, id))(t).Note, fmt.Sprintf("Words of note %d.", id-1)) {
				t.Errorf("note %d is something else", id)
			}
		}
		if n := scalar(t, s, "SELECT count(*) FROM action"); n != 60 {
			t.Errorf("%d actions", n)
		}
	})
	t.Run("two pages of the conversations, and what is between", func(t *testing.T) {
		path, clock := manyNotes(t)
		var pages []int64
		ok(t, withDB(path, toReadAt, func(db *sql.DB) (err error) {
			pages, err = list(ctx, db, scanID, "SELECT pageno FROM dbstat WHERE name = 'session' AND pagetype = 'leaf' ORDER BY path")
			return err
		}))
		if len(pages) < 9 {
			t.Fatalf("only %d pages", len(pages))
		}
		changeFile(t, path, func(d []byte) []byte {
			for _, n := range []int{2, len(pages) - 3} {
				clear(d[(pages[n]-1)*4096 : pages[n]*4096])
			}
			return d
		})
		out, s := salvage(t, path, clock)
		if v := saved(out, "session"); v.Saved < 45 {
			t.Errorf("saved %+v of %d pages", v, len(pages))
		}
		if !strings.HasPrefix(must(s.Session(ctx, 30))(t).Note, "Words of note 29.") {
			t.Error("the one in the middle is something else")
		}
	})
	t.Run("the last page of the conversations", func(t *testing.T) {
		path, clock := manyNotes(t)
		var page int64
		ok(t, withDB(path, toReadAt, func(db *sql.DB) error {
			return db.QueryRow("SELECT pageno FROM dbstat WHERE name = 'session' AND pagetype = 'leaf' ORDER BY path DESC LIMIT 1").Scan(&page)
		}))
		changeFile(t, path, func(d []byte) []byte { clear(d[(page-1)*4096 : page*4096]); return d })
		out, _ := salvage(t, path, clock)
		if v := saved(out, "session"); !v.Broken || v.Saved < 50 {
			t.Errorf("saved %+v", v)
		}
	})
	t.Run("the end of the file is gone", func(t *testing.T) {
		path, clock := manyNotes(t)
		changeFile(t, path, func(d []byte) []byte { return d[:len(d)*5/6+1000] })
		out, _ := salvage(t, path, clock)
		if v := saved(out, "session"); v.Saved < 10 {
			t.Errorf("saved %+v", v)
		}
	})
	t.Run("a person is lost, and no word of their conversations", func(t *testing.T) {
		path, clock := manyNotes(t)
		damagePageOf(t, path, "person")
		out, s := salvage(t, path, clock)
		page, _ := must2(s.Sessions(ctx, SessionQuery{Limit: 100}))(t)
		if len(page) != 60 || page[0].PersonName != SalvagedName || out.Invented != 1 {
			t.Errorf("%d conversations, %+v", len(page), out)
		}
	})
	t.Run("person and relationship are lost", func(t *testing.T) {
		path, clock := manyNotes(t)
		damagePageOf(t, path, "person")
		damagePageOf(t, path, "relationship")
		_, s := salvage(t, path, clock)
		if page, _ := must2(s.Sessions(ctx, SessionQuery{Limit: 100}))(t); len(page) != 60 {
			t.Errorf("%d conversations", len(page))
		}
	})
	t.Run("of an earlier form", func(t *testing.T) {
		s, clock := journalAt(t)
		ok(t, s.Close())
		path := filepath.Join(t.TempDir(), "old.db")
		formOne(t, path)
		changeFile(t, path, func(d []byte) []byte { clear(d[:100]); return d })
		_, got := salvage(t, path, clock)
		if v := must(got.Session(ctx, 7))(t); !strings.HasPrefix(v.Note, "later words") {
			t.Errorf("note = %q", v.Note)
		}
	})
	t.Run("with what is not folded in yet", func(t *testing.T) {
		s, clock := journalAt(t)
		priya(t, s, panelNote)
		cut := filepath.Join(t.TempDir(), "journal.db")
		for _, end := range []string{"", walEnd} {
			ok(t, copyFile(cut+end, s.Path()+end))
		}
		_, got := salvage(t, cut, clock)
		if v := must(got.Session(ctx, 1))(t); v.Note != panelNote {
			t.Errorf("note = %q", v.Note)
		}
	})
	for name, content := range map[string]string{"empty": "", "a text": "Dear diary", "a long text": strings.Repeat("Dear diary\n", 1000)} {
		t.Run(name, func(t *testing.T) {
			_, clock := journalAt(t)
			path := filepath.Join(t.TempDir(), "journal.db")
			ok(t, os.WriteFile(path, []byte(content), 0o600))
			before := fingerprint(t, filepath.Dir(path))
			_, err := Salvage(ctx, restoreAt(path, clock), filepath.Join(filepath.Dir(path), "saved.db"))
			wantCode(t, err, journal.CodeDamaged)
			if fingerprint(t, filepath.Dir(path)) != before {
				t.Error("something is left")
			}
		})
	}
	t.Run("never over another file", func(t *testing.T) {
		path, clock := manyNotes(t)
		before := fingerprint(t, filepath.Dir(path))
		if _, err := Salvage(ctx, restoreAt(path, clock), path); err == nil {
			t.Error("it worked")
		}
		if fingerprint(t, filepath.Dir(path)) != before {
			t.Error("something was changed")
		}
	})
}
