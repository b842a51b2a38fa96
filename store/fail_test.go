package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bothways/journal"
)

func TestFail(t *testing.T) {
	ctx := context.Background()
	t.Run("full", func(t *testing.T) {
		s := MustOpen(t)
		k := priya(t, s, panelNote)
		_, err := s.wr.Exec("PRAGMA max_page_count = 1") // no more than it has
		ok(t, err)
		_, err = s.KeepNote(ctx, journal.Note{SessionID: k.Session.ID, Text: strings.Repeat("words ", 1<<20)})
		if err == nil || !strings.HasPrefix(err.Error(), "The disk is full") {
			t.Fatalf("it says %v", err)
		}
		wantCode(t, err, journal.CodeInternal)
		if v := must(s.Session(ctx, k.Session.ID))(t); v.Note != panelNote || v.Rev != 1 {
			t.Errorf("note = %q", v.Note)
		}
		_, err = s.wr.Exec("PRAGMA max_page_count = 1000000")
		ok(t, err)
		reword(t, s, k.Session, "again")
	})
	t.Run("somebody else is writing", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "journal.db")
		a, b := mustOpenAt(t, path), mustOpenAt(t, path)
		x := must(a.wr.Begin())(t)
		_, err := b.wr.Exec("PRAGMA busy_timeout = 1")
		ok(t, err)
		_, err = b.AddPerson(ctx, journal.Person{Name: "Ada"}, nil)
		if err == nil || !strings.Contains(err.Error(), "Another program is writing") {
			t.Fatalf("it says %v", err)
		}
		ok(t, x.Rollback())
		must(b.AddPerson(ctx, journal.Person{Name: "Ada"}, nil))(t)
	})
	t.Run("no longer wanted", func(t *testing.T) {
		s := MustOpen(t)
		ended, end := context.WithCancel(ctx)
		end()
		if _, err := s.AddPerson(ended, journal.Person{Name: "Ada"}, nil); !errors.Is(err, context.Canceled) {
			t.Errorf("write: %v", err)
		}
		if _, _, err := s.People(ended, PeopleQuery{}); !errors.Is(err, context.Canceled) {
			t.Errorf("read: %v", err)
		}
	})
	t.Run("a key that points nowhere", func(t *testing.T) {
		s := MustOpen(t)
		_, err := s.AddAction(ctx, journal.Action{SessionID: 999, Text: "x", Owner: journal.OwnerMe})
		if err == nil || scalar(t, s, "SELECT count(*) FROM action") != 0 {
			t.Errorf("it was kept: %v", err)
		}
	})
	t.Run("a failed step leaves nothing", func(t *testing.T) {
		s := MustOpen(t)
		before := dump(t, s)
		err := s.step(ctx, journal.StepPersonAdded, "", "", func(x *tx) error {
			if _, err := x.insertPerson(journal.Person{Name: "Ada"}); err != nil {
				return err
			}
			return errors.New("no")
		})
		wantCode(t, err, journal.CodeInternal)
		if dump(t, s) != before || scalar(t, s, "SELECT count(*) FROM step") != 0 {
			t.Error("something is left")
		}
	})
}

// TestClose makes sure that the file alone is the journal.
func TestClose(t *testing.T) {
	s := MustOpen(t)
	priya(t, s, panelNote)
	path := s.Path()
	ok(t, s.Close())
	copied := filepath.Join(t.TempDir(), "copy.db")
	ok(t, os.WriteFile(copied, must(os.ReadFile(path))(t), 0o600))
	if v := must(mustOpenAt(t, copied).Session(context.Background(), 1))(t); v.Note != panelNote {
		t.Errorf("note = %q", v.Note)
	}
}
