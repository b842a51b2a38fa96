package store

import (
	"context"
	"os"
	"testing"
	"time"
)

func TestFold(t *testing.T) {
	t.Run("a file", func(t *testing.T) { testFold(t, MustOpen(t)) })
}

func testFold(t *testing.T, s *Store) {
	ctx := context.Background()
	priya(t, s, "one")
	if s.Unfolded() == "" {
		t.Fatal("nothing is beside the file after a save")
	}
	t.Run("the file alone is the journal then", func(t *testing.T) {
		ok(t, s.Fold(ctx))
		if left := s.Unfolded(); left != "" {
			t.Errorf("beside the file is still %s", left)
		}
		alone := t.TempDir() + "/copy.db"
		ok(t, copyFile(alone, s.path))
		if n := scalar(t, mustOpenAt(t, alone), "SELECT count(*) FROM session"); n != 1 {
			t.Errorf("the file alone has %d notes", n)
		}
	})
	t.Run("nothing is written where nothing was", func(t *testing.T) {
		before := must(os.Stat(s.path))(t)
		ok(t, s.Fold(ctx))
		if after := must(os.Stat(s.path))(t); !after.ModTime().Equal(before.ModTime()) || after.Size() != before.Size() {
			t.Error("the file was written")
		}
	})
	t.Run("somebody reads meanwhile", func(t *testing.T) {
		other := mustOpenAt(t, s.path)
		reading := must(other.rd.BeginTx(ctx, nil))(t)
		defer func() { ok(t, reading.Rollback()) }()
		read := func() (n int) {
			ok(t, reading.QueryRow("SELECT count(*) FROM session").Scan(&n))
			return n
		}
		before := read()
		priya(t, s, "two")
		ok(t, s.Fold(ctx))
		if after := read(); after != before || s.Unfolded() == "" {
			t.Errorf("who reads saw %d notes, then %d; beside the file is %q", before, after, s.Unfolded())
		}
		var wait int
		ok(t, s.wr.QueryRow("PRAGMA busy_timeout").Scan(&wait))
		if wait != 5000 {
			t.Errorf("a write waits %d ms from then on", wait)
		}
	})
	t.Run("and is done once they are", func(t *testing.T) {
		ok(t, s.Fold(ctx))
		if left := s.Unfolded(); left != "" {
			t.Errorf("beside the file is still %s", left)
		}
	})
}

func TestNewest(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	if at := must(s.Newest(ctx))(t); !at.IsZero() {
		t.Errorf("an empty journal was changed at %s", at)
	}
	priya(t, s, "one")
	late := s.now()
	s.now = func() time.Time { return late.Add(-48 * time.Hour) } // the clock goes back, and on from there
	priya(t, s, "two")
	if at := must(s.Newest(ctx))(t); late.Sub(at) > time.Minute || at.After(late) {
		t.Errorf("it was changed last at %s, not about %s", at, late)
	}
	if told := must(s.Told(ctx, "place:far"))(t); told {
		t.Error("told before it was")
	}
}
