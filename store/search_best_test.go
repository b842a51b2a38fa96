package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

// askSearch searches in every way there is, for TestPlans.
func askSearch(t *testing.T, s *Store) {
	ctx := context.Background()
	_ = must(s.Indexed(ctx))(t)
	today := journal.DateOf(s.now())
	for _, typed := range []string{"a", "panel list", "panel pri", `"panel list"`, "panel with:priya", "role:mentor a", "focus:x", "is:action a", "after:2020", "a before:2100 after:2000"} {
		q, _ := journal.ReadSearch(typed, today)
		for _, best := range []bool{false, true} {
			found := must(s.Search(ctx, q, SearchOptions{Limit: 1, Best: best}))(t)
			if found.Next != "" {
				_ = must(s.Search(ctx, q, SearchOptions{Limit: 1, Best: best, Before: found.Next}))(t)
			}
			for _, f := range found.Found {
				_ = must(s.WhereFound(ctx, f))(t)
			}
		}
	}
	_ = must(s.SearchFocuses(ctx))(t)
	_, _ = must2(s.SearchSpan(ctx))(t)
}

func TestSearchBest(t *testing.T) {
	ctx := context.Background()
	texts := func(r SearchResult) (out []string) {
		for _, f := range r.Found {
			out = append(out, f.Words)
		}
		return out
	}
	write := func(t *testing.T, all ...string) *Store {
		s := MustOpen(t)
		for i, text := range all {
			_ = must(s.KeepNote(ctx, journal.Note{PersonName: "Priya Nambiar", Role: journal.RoleMentor, Text: text, At: time.Date(2020, 1, 1+i, 12, 0, 0, 0, berlin(t))}))(t)
		}
		_ = must(s.Indexed(ctx))(t)
		return s
	}
	find := func(t *testing.T, s *Store, typed string, o SearchOptions) SearchResult {
		q, _ := journal.ReadSearch(typed, journal.Date{})
		return must(s.Search(ctx, q, o))(t)
	}
	far := strings.Repeat("and so on ", 20)
	for _, c := range []struct {
		name, typed string
		notes, want []string // the notes are the oldest first
	}{
		{"side by side, then close, then the newest", "panel list", []string{"the panel list", "a list for a panel", "panel " + far + "list", "list " + far + "panel"},
			[]string{"the panel list", "a list for a panel", "list " + far + "panel", "panel " + far + "list"}},
		{"whole before begun", "pan", []string{"a pan", "some panels"}, []string{"a pan", "some panels"}},
		{"the newest where nothing is better", "panel", []string{"panel one", "panel two"}, []string{"panel two", "panel one"}},
		{"a phrase whose last word is whole, before one that is begun", `"the pan`, []string{"the pan", "the panel"}, []string{"the pan", "the panel"}},
		{"what only the name has stands nowhere", "panel priya", []string{"panel", "priya's panel"}, []string{"priya's panel", "panel"}},
		{"whole before begun, of a role", "pan role:mentor", []string{"a pan", "some panels"}, []string{"a pan", "some panels"}},
		{"a rare word that stands there more often", "zebra", append(append([]string{"zebra, zebra, zebra"}, slices.Repeat([]string{"a walk"}, 30)...), "one zebra of a whole herd", "zebras"),
			[]string{"zebra, zebra, zebra", "one zebra of a whole herd", "zebras"}},
		{"filters stay", "panel list is:session", []string{"the panel list", "list the panel"}, []string{"the panel list", "list the panel"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := texts(find(t, write(t, c.notes...), c.typed, SearchOptions{Best: true})); !slices.Equal(got, c.want) {
				t.Errorf("%q", got)
			}
		})
	}
	t.Run("the best of the newest", func(t *testing.T) {
		notes := []string{"the panel list"}
		for i := range SearchBestOfTexts {
			notes = append(notes, fmt.Sprint("list, panel ", i))
		}
		s := write(t, notes...)
		r := find(t, s, "panel list", SearchOptions{Best: true, Limit: 1})
		if !r.Capped || r.BestOf != SearchBestOfTexts || r.Found[0].Words == notes[0] {
			t.Errorf("of %d, capped %v: %q", r.BestOf, r.Capped, texts(r))
		}
		r = find(t, s, "panel list before:2020-01-03", SearchOptions{Best: true})
		if r.Capped || r.BestOf > 3 || r.Found[0].Words != notes[0] {
			t.Errorf("of %d, capped %v: %q", r.BestOf, r.Capped, texts(r))
		}
		r = find(t, s, "panel", SearchOptions{Best: true})
		if r.Capped || r.BestOf != len(notes) {
			t.Errorf("of one word: of %d, capped %v", r.BestOf, r.Capped)
		}
		if r = find(t, s, "panel list", SearchOptions{}); r.BestOf != 0 || r.Capped {
			t.Errorf("the newest first: of %d, capped %v", r.BestOf, r.Capped)
		}
	})
	t.Run("the same order page by page", func(t *testing.T) {
		var notes []string
		for i := range 20 {
			notes = append(notes, []string{"the panel list", "list for a panel", "panel " + far + "list"}[i*7%3]+fmt.Sprint(" ", i))
		}
		s := write(t, notes...)
		whole := texts(find(t, s, "panel list", SearchOptions{Best: true}))
		var got []string
		for o := (SearchOptions{Best: true, Limit: 3}); ; {
			r := find(t, s, "panel list", o)
			got = append(got, texts(r)...)
			if o.Before = r.Next; r.Next == "" {
				break
			}
		}
		if !slices.Equal(got, whole) || len(got) != len(notes) {
			t.Errorf("%q\nand not\n%q", got, whole)
		}
	})
	t.Run("page by page each once", func(t *testing.T) {
		var all []string
		for i := range 7 {
			all = append(all, fmt.Sprintf("panel %d list", i))
		}
		s := write(t, all...)
		for _, best := range []bool{false, true} {
			var got []string
			o := SearchOptions{Limit: 3, Best: best}
			for {
				r := find(t, s, "panel list is:session", o)
				got = append(got, texts(r)...)
				if o.Before = r.Next; r.Next == "" {
					break
				}
			}
			want := slices.Clone(all)
			slices.Reverse(want)
			if !slices.Equal(got, want) {
				t.Errorf("best %v: %q", best, got)
			}
		}
	})
	t.Run("what is kept apart is told apart", func(t *testing.T) {
		s := write(t, "panel")
		all, _ := must2(s.Sessions(ctx, SessionQuery{}))(t)
		ok(t, s.ChangeSession(ctx, all[0].ID, SessionChange{At: all[0].At, Role: all[0].Role, Private: "a zebra"}))
		_ = must(s.Indexed(ctx))(t)
		found := find(t, s, "zebra", SearchOptions{}).Found
		if len(found) != 1 || found[0].Words != "panel" || found[0].Private != "a zebra" {
			t.Fatalf("%+v", found)
		}
		if got := found[0].Text(journal.NewVeil(nil)); strings.Contains(got, "zebra") || !strings.Contains(got, "panel") {
			t.Errorf("under a veil it is %q", got)
		}
		if got := found[0].Text(journal.Veil{}); got != "panel\na zebra" {
			t.Errorf("%q", got)
		}
	})
}
