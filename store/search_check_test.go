package store

import (
	"context"
	"testing"
	"time"

	"bothways/journal"
)

func TestCheckSearch(t *testing.T) {
	ctx := context.Background()
	type harm func(t *testing.T, path string)
	sql := func(script ...string) harm { return func(t *testing.T, path string) { spoil(t, path, script...) } }
	page := func(of string) harm { return func(t *testing.T, path string) { damagePageOf(t, path, of) } }
	for name, harmed := range map[string]harm{
		"its pieces are gone":          sql("DELETE FROM search_data WHERE id > 10"),
		"its pieces are other bytes":   sql("UPDATE search_data SET block = zeroblob(length(block)) WHERE id > 10"),
		"a note is not in it":          sql("DELETE FROM search_doc WHERE tbl = 'session' AND row_id = 7"),
		"a note is in it that is not":  sql("UPDATE session SET deleted_at = 1 WHERE id = 7", "DELETE FROM search_due"),
		"a page of its pieces":         page("search_data"),
		"a page of its list of pieces": page("search_idx"),
		"a page of what is in it":      page("search_doc"),
	} {
		t.Run(name, func(t *testing.T) {
			path, clock := manyNotes(t)
			s := reopened(t, path, clock)
			_ = must(s.Indexed(ctx))(t)
			ok(t, s.Close())
			harmed(t, path)
			c := must(Check(ctx, path))(t)
			if c.Well() || len(c.Indexes) != 1 || c.Indexes[0] != searchIndex {
				t.Fatalf("it says %q, and that %q can be made anew", c.Problems, c.Indexes)
			}
			_, err := Repair(ctx, Options{Path: path, Now: func() time.Time { return *clock }})
			ok(t, err)
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

// TestCheckBeside looks while somebody writes: what is not in the index yet is due, at any moment.
func TestCheckBeside(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	priya(t, s, panelNote)
	done := make(chan error, 1)
	go func() {
		defer close(done)
		for range 30 {
			_, err := s.KeepNote(ctx, journal.Note{PersonName: "Priya Nambiar", Role: journal.RoleMentor, Text: panelNote})
			if err == nil {
				_, err = s.Indexed(ctx)
			}
			if err != nil {
				done <- err
				return
			}
		}
	}()
	for looks := 0; ; looks++ {
		select {
		case err := <-done:
			ok(t, err)
			if looks == 0 {
				t.Error("it was never looked at")
			}
			return
		default:
		}
		if c := must(Check(ctx, s.Path()))(t); !c.Well() {
			t.Fatalf("after %d looks it says %q", looks, c.Problems)
		}
	}
}
