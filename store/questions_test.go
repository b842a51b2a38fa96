package store

import (
	"context"
	"database/sql"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

// twoSets are built-in sets for tests: a, b and c of morning, d of evening.
func twoSets() ([]journal.PromptSet, error) {
	ask := func(set, id string) journal.Prompt {
		return journal.Prompt{ID: set + "/" + id, SetID: set, Text: "What about " + id + "?", Sources: []journal.Source{journal.SourceMFA},
			Role: journal.ForEither, Moment: journal.MomentAlone, Language: "en", Version: 2}
	}
	return []journal.PromptSet{
		{ID: "morning", Title: "Morning", Prompts: []journal.Prompt{ask("morning", "a"), ask("morning", "b"), ask("morning", "c")}},
		{ID: "evening", Title: "Evening", Prompts: []journal.Prompt{ask("evening", "d")}},
	}, nil
}

// asking opens a journal where the questions of twoSets are built in.
func asking(tb testing.TB) *Store {
	tb.Helper()
	s := MustOpen(tb)
	s.builtIn = twoSets
	return s
}

// told is all sets on a line each: a title and what its questions are about, with an asterisk at
// what is hidden and a plus at what is the person's own.
func told(tb testing.TB, s *Store) string {
	tb.Helper()
	mark := func(own, hidden bool) string {
		m := ""
		if own {
			m = "+"
		}
		if hidden {
			m += "*"
		}
		return m
	}
	var lines []string
	for _, set := range must(s.Questions(context.Background()))(tb).Sets {
		line := set.Title + mark(set.Own, set.Hidden) + ":"
		for _, p := range set.Prompts {
			line += " " + strings.TrimSuffix(strings.TrimPrefix(p.Text, "What about "), "?") + mark(p.Own, p.Hidden)
		}
		if set.At != "" {
			line += " at " + set.At
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func wantTold(tb testing.TB, s *Store, want ...string) {
	tb.Helper()
	if got := told(tb, s); got != strings.Join(want, "\n") {
		tb.Fatalf("questions are\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
}

// wantStep undoes the newest step, which has to be this one.
func wantStep(tb testing.TB, s *Store, want string) {
	tb.Helper()
	if step, _ := must2(s.Undo(context.Background()))(tb); step.String() != want {
		tb.Errorf("undone: %s, want %s", step, want)
	}
}

func TestQuestions(t *testing.T) {
	ctx := context.Background()
	all := []string{"Morning: a b c", "Evening: d"}
	t.Run("what is built in", func(t *testing.T) {
		s := asking(t)
		wantTold(t, s, all...)
		if q := must(s.Questions(ctx))(t); len(q.Answered) != 0 || q.Sets[0].Prompts[0].Version != 2 {
			t.Errorf("questions = %+v", q)
		}
	})
	t.Run("the material", func(t *testing.T) {
		if q := must(MustOpen(t).Questions(ctx))(t); len(q.Sets) == 0 || len(q.Sets[0].Prompts) == 0 {
			t.Error("nothing is built in")
		}
	})
	t.Run("hidden and brought back", func(t *testing.T) {
		s := asking(t)
		ok(t, s.HidePrompt(ctx, "morning/b", true))
		ok(t, s.HideSet(ctx, "evening", true))
		wantTold(t, s, "Morning: a b* c", "Evening*: d")
		ok(t, s.HideSet(ctx, "evening", false))
		wantStep(t, s, "set brought back: Evening")
		wantStep(t, s, "set hidden: Evening")
		ok(t, s.HidePrompt(ctx, "morning/b", false))
		wantTold(t, s, all...)
		wantStep(t, s, "question brought back: What about b?")
		wantStep(t, s, "question hidden: What about b?")
		wantTold(t, s, all...)
		must2(s.Redo(ctx))(t)
		wantTold(t, s, "Morning: a b* c", "Evening: d")
	})
	t.Run("hidden anew after that was undone", func(t *testing.T) {
		s := asking(t)
		ok(t, s.HidePrompt(ctx, "morning/b", true))
		must2(s.Undo(ctx))(t)
		ok(t, s.OrderPrompts(ctx, "morning", []string{"morning/b"}))
		wantTold(t, s, "Morning: b a c", "Evening: d")
		ok(t, s.HidePrompt(ctx, "morning/b", true))
		wantTold(t, s, "Morning: b* a c", "Evening: d")
		must2(s.Undo(ctx))(t)
		must2(s.Undo(ctx))(t)
		wantTold(t, s, all...)
	})
	t.Run("hiding what is hidden is no step", func(t *testing.T) {
		s := asking(t)
		ok(t, s.HidePrompt(ctx, "morning/b", false))
		ok(t, s.HidePrompt(ctx, "morning/b", true))
		ok(t, s.HidePrompt(ctx, "morning/b", true))
		if n := scalar(t, s, "SELECT count(*) FROM step"); n != 1 {
			t.Errorf("%d steps", n)
		}
	})
	t.Run("what is not there", func(t *testing.T) {
		s := asking(t)
		wantCode(t, s.HidePrompt(ctx, "morning", true), journal.CodeNotFound)
		wantCode(t, s.HideSet(ctx, "noon", true), journal.CodeNotFound)
		wantCode(t, s.OrderPrompts(ctx, "noon", nil), journal.CodeNotFound)
	})
	t.Run("ordered", func(t *testing.T) {
		s := asking(t)
		ok(t, s.OrderSets(ctx, []string{"evening", "noon", "evening"}))
		ok(t, s.OrderPrompts(ctx, "morning", []string{"morning/c", "morning/a", "evening/d"}))
		wantTold(t, s, "Evening: d", "Morning: c a b")
		must(s.AddPrompt(ctx, journal.Prompt{SetID: "morning", Text: "mine"}))(t)
		must(s.AddSet(ctx, journal.PromptSet{Title: "Noon"}))(t)
		wantTold(t, s, "Evening: d", "Morning: c a b mine+", "Noon+:")
		must2(s.Undo(ctx))(t)
		must2(s.Undo(ctx))(t)
		wantStep(t, s, "questions put in another order: Morning")
		wantStep(t, s, "questions put in another order")
		wantTold(t, s, all...)
		ok(t, s.OrderSets(ctx, []string{"morning"}))
		if _, did := must2(s.Undo(ctx))(t); did {
			t.Error("the order they were in was a step")
		}
	})
	t.Run("stopped", func(t *testing.T) {
		s := asking(t)
		ok(t, s.StopAt(ctx, "morning", "morning/b"))
		ok(t, s.StopAt(ctx, "noon", "morning/b"))
		wantTold(t, s, "Morning: a b c at morning/b", "Evening: d")
		ok(t, s.HidePrompt(ctx, "morning/b", true))
		wantTold(t, s, "Morning: a b* c", "Evening: d")
		must2(s.Undo(ctx))(t)
		if _, did := must2(s.Undo(ctx))(t); did {
			t.Error("stopping was a step")
		}
		ok(t, s.HideSet(ctx, "evening", true))
		ok(t, s.StopAt(ctx, "evening", "evening/d"))
		must2(s.Undo(ctx))(t)
		wantTold(t, s, "Morning: a b c at morning/b", "Evening: d at evening/d")
		must2(s.Redo(ctx))(t)
		wantTold(t, s, "Morning: a b c at morning/b", "Evening*: d at evening/d")
		ok(t, s.StopAt(ctx, "morning", ""))
		wantTold(t, s, "Morning: a b c", "Evening*: d at evening/d")
	})
}

func pos(n int64) sql.NullInt64 { return sql.NullInt64{Int64: n, Valid: true} }

func TestMergeQuestions(t *testing.T) {
	builtIn := must(twoSets())(t)
	own := ownQuestions{
		sets: []ownSet{
			{PromptSet: journal.PromptSet{ID: "noon", Title: "Noon", Own: true}},
			{PromptSet: journal.PromptSet{ID: "evening", Title: "My evening", Own: true}},
		},
		prompts: []ownPrompt{
			{Prompt: journal.Prompt{ID: "mine", SetID: "evening", Own: true}},
			{Prompt: journal.Prompt{ID: "lost", SetID: "midnight", Own: true}},
			{Prompt: journal.Prompt{ID: "gone", SetID: "noon", Own: true}, deleted: true},
		},
		places: map[string]place{"morning/a": {hidden: true}, "noon": {pos: pos(1)}, "evening": {pos: pos(1)}, "evening/d": {pos: pos(7)}, "mine": {pos: pos(3)}},
	}
	got := mergeQuestions(builtIn, own)
	// Of two places alike the first one stays first.
	if ids := setIDs(got); !slices.Equal(ids, []string{"evening", "noon", "morning"}) {
		t.Errorf("sets %q", ids)
	}
	if ids := promptIDs(got[0].Prompts); !slices.Equal(ids, []string{"mine", "evening/d"}) || got[0].Own {
		t.Errorf("a newer version's set of the same id has %q", ids)
	}
	if len(got[1].Prompts) != 0 || !got[2].Prompts[0].Hidden {
		t.Errorf("sets = %+v", got)
	}
	if builtIn[0].Prompts[0].Hidden || len(builtIn[1].Prompts) != 1 {
		t.Error("what is built in was changed")
	}
}

func TestDayStart(t *testing.T) {
	for _, c := range []struct{ zone, now, want string }{
		{"Europe/Berlin", "2026-11-21T14:00:00+01:00", "2026-11-21T00:00:00+01:00"},
		{"Europe/Berlin", "2026-03-29T14:00:00+02:00", "2026-03-29T00:00:00+01:00"},
		{"America/Asuncion", "2023-10-01T09:00:00-03:00", "2023-10-01T01:00:00-03:00"}, // no midnight that day
		{"Pacific/Apia", "2011-12-31T09:00:00+14:00", "2011-12-31T00:00:00+14:00"},
	} {
		t.Run(c.zone+" "+c.now[:10], func(t *testing.T) {
			now := must(time.Parse(time.RFC3339, c.now))(t).In(must(time.LoadLocation(c.zone))(t))
			if got := dayStart(now).Format(time.RFC3339); got != c.want {
				t.Errorf("the day starts at %s, want %s", got, c.want)
			}
		})
	}
}

// TestQuestionsAgain reads what was decided in another process.
func TestQuestionsAgain(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "journal.db")
	s := mustOpenAt(t, path)
	s.builtIn = twoSets
	ok(t, s.HidePrompt(ctx, "morning/b", true))
	must(s.AddPrompt(ctx, journal.Prompt{SetID: "evening", Text: "mine"}))(t)
	ok(t, s.Close())
	s = mustOpenAt(t, path)
	s.builtIn = twoSets
	wantTold(t, s, "Morning: a b* c", "Evening: d mine+")
}
