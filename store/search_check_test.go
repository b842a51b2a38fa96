package store

import (
	"context"
	"testing"
	"time"
)

func TestCheckSearch(t *testing.T) {
	ctx := context.Background()
	for name, script := range map[string][]string{
		"its pieces are gone":         {"DELETE FROM search_data WHERE id > 10"},
		"its pieces are other bytes":  {"UPDATE search_data SET block = zeroblob(length(block)) WHERE id > 10"},
		"its list of pieces is gone":  {"DELETE FROM search_idx"},
		"a note is not in it":         {"DELETE FROM search_doc WHERE tbl = 'session' AND row_id = 7"},
		"a note is in it that is not": {"UPDATE session SET deleted_at = 1 WHERE id = 7", "DELETE FROM search_due"},
	} {
		t.Run(name, func(t *testing.T) {
			path, clock := manyNotes(t)
			s := reopened(t, path, clock)
			_ = must(s.Indexed(ctx))(t)
			ok(t, s.Close())
			spoil(t, path, script...)
			c := must(Check(ctx, path))(t)
			if c.Well() || len(c.Indexes) != 1 || c.Indexes[0] != searchIndex {
				t.Fatalf("it says %q, and that %q can be made anew", c.Problems, c.Indexes)
			}
			_ = must(Repair(ctx, Options{Path: path, Now: func() time.Time { return *clock }}))(t)
			if c := must(Check(ctx, path))(t); !c.Well() {
				t.Fatalf("afterwards it says %q", c.Problems)
			}
			s = reopened(t, path, clock)
			if got := search(t, s, `"note 12"`); len(got) == 0 {
				t.Error("nothing is found afterwards")
			}
			if c := must(Check(ctx, path))(t); !c.Well() {
				t.Fatalf("indexed anew it says %q", c.Problems)
			}
		})
	}
}
