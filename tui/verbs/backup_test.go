package verbs_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/verbs"
)

func TestRestoreAsks(t *testing.T) {
	b := newBench(t)
	b.keep("We talked.", "Sam T.", "--role", "mentee")
	b.keep("We talked again.", "Sam T.")
	for _, c := range []struct {
		typed string
		does  bool
	}{{"", false}, {"\n", false}, {"n\n", false}, {"yesterday\n", false}, {" Y \n", true}, {"yes\n", true}} {
		b.env.Stdin = strings.NewReader(c.typed)
		b.run(0, "restore", "journal-2026-11-21T1430.db")
		if out := b.out.String(); strings.Contains(out, "The journal is now as it was") != c.does || strings.Contains(out, "Nothing was changed.") == c.does {
			t.Errorf("%q: it says %q", c.typed, out)
		}
	}
	b.run(0, "restore")
	if n := strings.Count(b.out.String(), "set aside by a restore"); n != 2 {
		t.Errorf("%d were set aside", n)
	}
}

func TestFirstWordsOfADay(t *testing.T) {
	folder := func(b *bench) string { return filepath.Join(b.folder, ".local/share/bothways/backups") }
	t.Run("on the screens", func(t *testing.T) {
		b := newBench(t)
		b.env.StartTUI = func(ctx context.Context, s *store.Store, _ verbs.Start) error {
			_, err := s.AddPerson(ctx, journal.Person{Name: "Ada"}, nil)
			return err
		}
		b.run(0)
		if entries, err := os.ReadDir(folder(b)); len(entries) != 1 || err != nil {
			t.Errorf("there are %v, %v", entries, err)
		}
	})
	t.Run("the screens end badly", func(t *testing.T) {
		b := newBench(t)
		b.env.StartTUI = func(ctx context.Context, s *store.Store, _ verbs.Start) error {
			_, err := s.AddPerson(ctx, journal.Person{Name: "Ada"}, nil)
			return errors.Join(err, errors.New("no"))
		}
		b.run(1)
		if entries, err := os.ReadDir(folder(b)); len(entries) != 1 || err != nil {
			t.Errorf("there are %v, %v", entries, err)
		}
	})
	t.Run("nothing is written", func(t *testing.T) {
		b := newBench(t)
		b.run(0)
		if _, err := os.Stat(folder(b)); err == nil {
			t.Error("there is one")
		}
	})
	t.Run("where none can be made the words are kept, and it is said", func(t *testing.T) {
		b := newBench(t)
		b.run(0)
		if err := os.WriteFile(folder(b), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		b.keep("We talked.", "Sam T.", "--role", "mentee")
		if out, said := b.out.String(), b.errs.String(); !strings.Contains(out, "Kept") || !strings.Contains(said, "No backup could be made in") {
			t.Errorf("answered %q, said %q", out, said)
		}
	})
	t.Run("the answer comes first", func(t *testing.T) {
		b := newBench(t)
		now := b.env.Now()
		var answered bool
		b.env.Now = func() time.Time {
			answered = answered || b.out.Len() > 0
			return now
		}
		b.keep("We talked.", "Sam T.", "--role", "mentee")
		if !answered {
			t.Error("nothing was out when the backup took its name")
		}
	})
}
