package store

import (
	"context"
	"maps"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"bothways/journal"
)

func TestHints(t *testing.T) {
	ctx := context.Background()
	t.Run("shown, told no, and that undone", func(t *testing.T) {
		s := MustOpen(t)
		const key = "review:a:2026-11-20"
		if all := must(s.Hints(ctx, []string{"a"}))(t); len(all) != 0 {
			t.Errorf("hints = %+v", all)
		}
		is := func(shown string, no bool) {
			t.Helper()
			h, there := must(s.Hints(ctx, []string{"a"}))(t)[key]
			if there != (shown != "" || no) || h.Shown.String() != shown || h.No.IsZero() == no || there && h.Key != key {
				t.Errorf("hint = %+v (%v), want %q, %v", h, there, shown, no)
			}
		}
		ok(t, s.DismissHint(ctx, key))
		is("", true)
		wantStep(t, s, "told no")
		is("", false)
		ok(t, s.ShowHint(ctx, key, date(t, "2026-11-20")))
		is("2026-11-20", false)
		if _, did := must2(s.Redo(ctx))(t); !did {
			t.Error("to show one is a step")
		}
		is("2026-11-20", true)
		ok(t, s.ShowHint(ctx, key, date(t, "2026-11-21")))
		ok(t, s.ShowHint(ctx, key, date(t, "2026-11-21")))
		ok(t, s.DismissHint(ctx, key))
		is("2026-11-21", true)
		must2(s.Undo(ctx))(t)
		must2(s.Undo(ctx))(t)
		is("2026-11-21", false)
		ok(t, s.DismissHint(ctx, key))
		is("2026-11-21", true)
		if n := scalar(t, s, "SELECT count(*) FROM hint"); n != 1 {
			t.Errorf("%d rows", n)
		}
	})
	t.Run("a no is never forgotten", func(t *testing.T) {
		clock := &clockAt{time.Date(2026, 11, 21, 14, 0, 0, 0, berlin(t))}
		s := must(Open(ctx, Options{Path: filepath.Join(t.TempDir(), "journal.db"), Now: clock.now}))(t)
		t.Cleanup(func() { ok(t, s.Close()) })
		ok(t, s.DismissHint(ctx, "energy:a:2026-11-19"))
		ok(t, s.DismissHint(ctx, "direction:mentor"))
		clock.t = clock.t.AddDate(9, 0, 0)
		if all := must(s.Hints(ctx, []string{"a"}))(t); len(all) != 2 || all["energy:a:2026-11-19"].No.IsZero() || all["direction:mentor"].No.IsZero() {
			t.Errorf("hints = %+v", all)
		}
	})
	t.Run("of every kind, and of no one else", func(t *testing.T) {
		s := MustOpen(t)
		var want []string
		for _, kind := range []journal.HintKind{journal.HintAsk, journal.HintDrifted, journal.HintEnergy, journal.HintReview, journal.HintTrial} {
			for _, uid := range []string{"a", "aa", "b", "Z", "`"} {
				for _, on := range []string{"2020-01-01", "2026-11-20"} {
					ok(t, s.DismissHint(ctx, string(kind)+":"+uid+":"+on))
					if uid == "a" || uid == "b" {
						want = append(want, string(kind)+":"+uid+":"+on)
					}
				}
			}
		}
		ok(t, s.ShowHint(ctx, "direction:mentee", date(t, "2026-11-20")))
		want = append(want, "direction:mentee")
		slices.Sort(want)
		if got := slices.Sorted(maps.Keys(must(s.Hints(ctx, []string{"a", "b", "c"}))(t))); !slices.Equal(got, want) {
			t.Errorf("hints = %q, want %q", got, want)
		}
		if got := must(s.Hints(ctx, nil))(t); len(got) != 1 {
			t.Errorf("hints of nobody = %+v", got)
		}
	})
	t.Run("a journal that can only be read", func(t *testing.T) {
		s := MustOpen(t)
		ok(t, s.DismissHint(ctx, "trial:a:2026-11-20"))
		wr := s.wr
		s.wr = nil
		ok(t, s.ShowHint(ctx, "trial:a:2026-11-20", date(t, "2026-11-20")))
		wantCode(t, s.DismissHint(ctx, "trial:a:2026-11-20"), journal.CodeReadOnly)
		s.wr = wr
		if h := must(s.Hints(ctx, []string{"a"}))(t)["trial:a:2026-11-20"]; !h.Shown.IsZero() {
			t.Errorf("hint = %+v", h)
		}
	})
}
