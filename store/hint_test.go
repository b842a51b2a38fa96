package store

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"bothways/journal"
)

func TestHints(t *testing.T) {
	ctx := context.Background()
	t.Run("shown, told no, and that undone", func(t *testing.T) {
		s := MustOpen(t)
		if all := must(s.Hints(ctx))(t); len(all) != 0 {
			t.Errorf("hints = %+v", all)
		}
		is := func(shown string, no bool) {
			t.Helper()
			h, there := must(s.Hints(ctx))(t)["a"]
			if there != (shown != "" || no) || h.Shown.String() != shown || h.No.IsZero() == no || there && h.Key != "a" {
				t.Errorf("hint = %+v (%v), want %q, %v", h, there, shown, no)
			}
		}
		ok(t, s.DismissHint(ctx, "a"))
		is("", true)
		wantStep(t, s, "told no")
		is("", false)
		ok(t, s.ShowHint(ctx, "a", date(t, "2026-11-20")))
		is("2026-11-20", false)
		if _, did := must2(s.Redo(ctx))(t); !did {
			t.Error("to show one is a step")
		}
		is("2026-11-20", true)
		ok(t, s.ShowHint(ctx, "a", date(t, "2026-11-21")))
		ok(t, s.ShowHint(ctx, "a", date(t, "2026-11-21")))
		ok(t, s.DismissHint(ctx, "a"))
		is("2026-11-21", true)
		must2(s.Undo(ctx))(t)
		must2(s.Undo(ctx))(t)
		is("2026-11-21", false)
		ok(t, s.DismissHint(ctx, "a"))
		is("2026-11-21", true)
		if n := scalar(t, s, "SELECT count(*) FROM hint"); n != 1 {
			t.Errorf("%d rows", n)
		}
	})
	t.Run("forgotten after a while", func(t *testing.T) {
		clock := &clockAt{time.Date(2026, 11, 21, 14, 0, 0, 0, berlin(t))}
		s := must(Open(ctx, Options{Path: filepath.Join(t.TempDir(), "journal.db"), Now: clock.now}))(t)
		t.Cleanup(func() { ok(t, s.Close()) })
		ok(t, s.ShowHint(ctx, "shown", date(t, "2026-11-21")))
		ok(t, s.DismissHint(ctx, "told"))
		clock.t = clock.t.AddDate(0, 0, 400)
		if all := must(s.Hints(ctx))(t); len(all) != 2 {
			t.Errorf("hints = %+v", all)
		}
		ok(t, s.ShowHint(ctx, "told", date(t, "2027-12-26")))
		clock.t = clock.t.AddDate(0, 0, 1)
		if all := must(s.Hints(ctx))(t); len(all) != 1 || all["told"].No.IsZero() || all["told"].Shown != date(t, "2027-12-26") {
			t.Errorf("hints = %+v", all)
		}
	})
	t.Run("a journal that can only be read", func(t *testing.T) {
		s := MustOpen(t)
		ok(t, s.DismissHint(ctx, "a"))
		wr := s.wr
		s.wr = nil
		ok(t, s.ShowHint(ctx, "a", date(t, "2026-11-20")))
		wantCode(t, s.DismissHint(ctx, "a"), journal.CodeReadOnly)
		s.wr = wr
		if h := must(s.Hints(ctx))(t)["a"]; !h.Shown.IsZero() {
			t.Errorf("hint = %+v", h)
		}
	})
}
