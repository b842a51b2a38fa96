package store

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"bothways/journal"
)

func TestTakeSet(t *testing.T) {
	ctx := context.Background()
	file := func(id, title string, prompts ...string) journal.PromptSet {
		set := journal.PromptSet{ID: id, Title: title}
		for _, p := range prompts {
			id, text, _ := strings.Cut(p, "=")
			set.Prompts = append(set.Prompts, journal.Prompt{ID: id, Text: text, Role: journal.ForEither, Moment: journal.MomentAlone})
		}
		return set
	}
	take := func(t *testing.T, s *Store, set journal.PromptSet, added, changed int) {
		t.Helper()
		if a, c := must2(s.TakeSet(ctx, set))(t); a != added || c != changed {
			t.Errorf("%d added and %d changed, want %d and %d", a, c, added, changed)
		}
	}
	mine := func(t *testing.T, s *Store) string {
		t.Helper()
		_, own, _ := strings.Cut(told(t, s), "Evening: d\n")
		return own
	}
	t.Run("with ids", func(t *testing.T) {
		s := asking(t)
		take(t, s, file("my", "Mine", "my/e=e", "my/f=f"), 2, 0)
		if p, found := must(s.Questions(ctx))(t).Prompt("my/e"); !found || p.SetID != "my" || p.Version != 1 {
			t.Errorf("prompt = %+v", p)
		}
		take(t, s, file("my", "Mine", "my/e=e", "my/f=f"), 0, 0)
		if n := scalar(t, s, "SELECT count(*) FROM step"); n != 1 {
			t.Errorf("%d steps", n)
		}
		take(t, s, file("my", "All mine", "my/g=g", "my/f=F"), 1, 1)
		if got := mine(t, s); got != "All mine+: g+ F+ e+" {
			t.Errorf("own = %s", got)
		}
		if p, _ := must(s.Questions(ctx))(t).Prompt("my/f"); p.Version != 2 {
			t.Errorf("prompt = %+v", p)
		}
		wantStep(t, s, "set changed: All mine")
		if got := mine(t, s); got != "Mine+: e+ f+" {
			t.Errorf("after undo: %s", got)
		}
		wantStep(t, s, "set added: Mine")
	})
	t.Run("all of a question", func(t *testing.T) {
		s := asking(t)
		set := file("my", "Mine")
		set.About = "Of an evening."
		set.Prompts = []journal.Prompt{{ID: "my/e", Text: "e", Sources: []journal.Source{"a book", journal.SourceWIM}, Role: journal.ForMentor, Moment: journal.MomentReview, Seconds: 90, Language: "de"}}
		take(t, s, set, 1, 0)
		q := must(s.Questions(ctx))(t)
		want := set.Prompts[0]
		want.SetID, want.Version, want.Own = "my", 1, true
		if got, _ := q.Prompt("my/e"); !reflect.DeepEqual(got, want) {
			t.Errorf("prompt = %+v, want %+v", got, want)
		}
		if got, _ := q.Set("my"); got.About != "Of an evening." || !got.Own {
			t.Errorf("set = %+v", got)
		}
		take(t, s, set, 0, 0)
		set.Prompts[0].Sources = set.Prompts[0].Sources[:1]
		take(t, s, set, 0, 1)
		if got, _ := must(s.Questions(ctx))(t).Prompt("my/e"); len(got.Sources) != 1 || got.Version != 1 {
			t.Errorf("prompt = %+v", got)
		}
	})
	t.Run("by its words", func(t *testing.T) {
		s := asking(t)
		take(t, s, file("", "Mine", "=e", "=f", "=e"), 3, 0)
		take(t, s, file("", "MINE", "=e", "=f", "=e", "=g"), 1, 0)
		if got := mine(t, s); got != "MINE+: e+ f+ e+ g+" {
			t.Errorf("own = %s", got)
		}
	})
	t.Run("beside a question added by hand", func(t *testing.T) {
		s := asking(t)
		set := must(s.AddSet(ctx, journal.PromptSet{Title: "Mine"}))(t)
		for _, text := range []string{"e", "by hand", "f"} {
			must(s.AddPrompt(ctx, journal.Prompt{SetID: set.ID, Text: text}))(t)
		}
		take(t, s, file("my", "Mine", "my/e=e", "=f"), 0, 0)
		if got := mine(t, s); got != "Mine+: e+ by hand+ f+" {
			t.Errorf("own = %s", got)
		}
	})
	t.Run("deleted before", func(t *testing.T) {
		s := asking(t)
		take(t, s, file("my", "Mine", "my/e=e", "my/f=f"), 2, 0)
		ok(t, s.DeletePrompt(ctx, "my/e"))
		take(t, s, file("my", "Mine", "my/e=e", "my/f=f"), 1, 0)
		if got := mine(t, s); got != "Mine+: e+ f+" {
			t.Errorf("own = %s", got)
		}
		ok(t, s.DeleteSet(ctx, "my"))
		take(t, s, file("my", "Mine", "my/f=f"), 1, 0)
		if got := mine(t, s); got != "Mine+: f+" {
			t.Errorf("own = %s", got)
		}
		wantStep(t, s, "set added: Mine")
		if got := mine(t, s); got != "" {
			t.Errorf("after undo: %s", got)
		}
	})
	t.Run("the same title and another id", func(t *testing.T) {
		s := asking(t)
		take(t, s, file("my", "Mine", "my/e=e"), 1, 0)
		take(t, s, file("our", "Mine", "our/e=e"), 1, 0)
		if got := mine(t, s); got != "Mine+: e+\nMine+: e+" {
			t.Errorf("own = %s", got)
		}
	})
	for name, set := range map[string]journal.PromptSet{
		"the id of a built-in set":           file("morning", "Mine", "=e"),
		"the id of a built-in question":      file("my", "Mine", "=e", "evening/d=d"),
		"a set with a question's id":         file("morning/a", "Mine", "=e"),
		"a question with a set's id":         file("my", "Mine", "evening=e"),
		"a question with the set's own id":   file("my", "Mine", "my=e"),
		"an id twice":                        file("my", "Mine", "e=e", "e=f"),
		"an id twice, of one that was there": file("had", "Had", "had/e=e", "had/e=f"),
	} {
		t.Run(name, func(t *testing.T) {
			s := asking(t)
			take(t, s, file("had", "Had", "had/e=e"), 1, 0)
			added, changed, err := s.TakeSet(ctx, set)
			wantCode(t, err, journal.CodeConflict)
			if got := mine(t, s); got != "Had+: e+" || added+changed != 0 {
				t.Errorf("own = %s, %d added, %d changed", got, added, changed)
			}
		})
	}
	t.Run("no title", func(t *testing.T) {
		_, _, err := asking(t).TakeSet(ctx, file("my", "", "=e"))
		wantCode(t, err, journal.CodeInvalid)
	})
}
