package store

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"bothways/journal"
)

func TestTakeSets(t *testing.T) {
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
		if k := must(s.TakeSets(ctx, set))(t); len(k) != 1 || k[0].Title != set.Title || k[0].Added != added || k[0].Changed != changed {
			t.Errorf("%+v, want %d added and %d changed", k, added, changed)
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
	t.Run("what was done is told", func(t *testing.T) {
		s := asking(t)
		take(t, s, file("my", "Mine", "my/e=e", "my/f=f"), 2, 0)
		told := file("my", "Mine", "my/e=e", "my/f=f")
		told.About = "Of an evening."
		for _, c := range []struct {
			set  journal.PromptSet
			want Taken
		}{
			{file("my", "Two", "my/e=e", "my/f=f"), Taken{Title: "Two", Retold: true}},
			{told, Taken{Title: "Mine", Retold: true}},
			{told, Taken{Title: "Mine"}},
			{file("my", "Mine", "my/f=f", "my/e=e"), Taken{Title: "Mine", Retold: true, Ordered: true}},
			{file("my", "Mine", "my/f=F"), Taken{Title: "Mine", Changed: 1}},
			{file("our", "Ours", "our/f=f", "our/e=e"), Taken{Title: "Ours", Added: 2}},
		} {
			if got := must(s.TakeSets(ctx, c.set))(t); len(got) != 1 || got[0] != c.want {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		}
	})
	t.Run("the version of a new question", func(t *testing.T) {
		s := asking(t)
		set := file("my", "Mine", "my/e=e", "my/f=f")
		set.Prompts[0].Version = 3
		take(t, s, set, 2, 0)
		set.Prompts[0].Text = "E"
		take(t, s, set, 0, 1)
		q := must(s.Questions(ctx))(t)
		e, _ := q.Prompt("my/e")
		f, _ := q.Prompt("my/f")
		if e.Version != 4 || f.Version != 1 {
			t.Errorf("%+v, %+v", e, f)
		}
	})
	t.Run("several", func(t *testing.T) {
		s := asking(t)
		take(t, s, file("", "Mine", "=e"), 1, 0)
		got := must(s.TakeSets(ctx, file("", "Mine", "=e", "=f"), file("our", "Ours", "our/e=e"), file("", "Ours", "=g")))(t)
		if want := []Taken{{Title: "Mine", Added: 1}, {Title: "Ours", Added: 1}, {Title: "Ours", Added: 1}}; !reflect.DeepEqual(got, want) {
			t.Errorf("%+v, want %+v", got, want)
		}
		if got := mine(t, s); got != "Mine+: e+ f+\nOurs+: e+ g+" {
			t.Errorf("own = %s", got)
		}
		wantStep(t, s, "set changed: Mine, Ours, Ours")
		if got := mine(t, s); got != "Mine+: e+" {
			t.Errorf("after undo: %s", got)
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
			k, err := s.TakeSets(ctx, file("first", "First", "first/e=e"), set)
			wantCode(t, err, journal.CodeConflict)
			if got := mine(t, s); got != "Had+: e+" || len(k) > 0 {
				t.Errorf("own = %s, %+v", got, k)
			}
		})
	}
	t.Run("no title", func(t *testing.T) {
		_, err := asking(t).TakeSets(ctx, file("my", "", "=e"))
		wantCode(t, err, journal.CodeInvalid)
	})
}
