package verbs

import (
	"strings"
	"testing"

	"bothways/journal"
)

const madeID = "01a20010-dde7-7c12-a634-8a9dab22d044"

// evenings are sets and questions of every sort.
func evenings() []choice {
	return []choice{
		{id: "evening", title: "Before sleep"},
		{id: "evening/good", words: "What was good today?", in: "evening"},
		{id: "evening/walk", words: "Whom could you walk with?\nName one.", in: "evening"},
		{id: "evening/gone", words: "What may go?", in: "evening", hidden: true},
		{id: "even-so", title: "Évening light"},
		{id: "even-so/walk", words: "Where did you walk?", in: "even-so"},
		{id: madeID, words: "What would my grandmother say?", in: "even-so"},
	}
}

func TestPick(t *testing.T) {
	for _, c := range []struct{ name, typed, want string }{
		{"whole id", "evening", "evening"},
		{"whole id of a question", "evening/good", "evening/good"},
		{"whole title", "before  SLEEP", "evening"},
		{"title without accents", "evening light", "even-so"},
		{"all words", "what was good today?", "evening/good"},
		{"short name", "good", "evening/good"},
		{"short name of two", "walk", "evening/walk, even-so/walk"},
		{"beginning of an id", "eveni", "evening"},
		{"beginning of two", "even", "evening, even-so"},
		{"beginning of a question's", "evening/w", "evening/walk"},
		{"beginning of a short name", "goo", "evening/good"},
		{"end of a made id", "22d044", madeID},
		{"an end too short", "044", ""},
		{"part of a title", "sleep", "evening"},
		{"part of the words", "grandmother", madeID},
		{"part across a line end", "with? name", "evening/walk"},
		{"hidden, named", "evening/gone", "evening/gone"},
		{"hidden, by its words", "may go", "evening/gone"},
		{"hidden beside another", "evening/go", "evening/good"},
		{"nothing", "zzz", ""},
		{"blank", " ", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range pick(evenings(), c.typed) {
				got = append(got, f.id)
			}
			if strings.Join(got, ", ") != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestPickOne(t *testing.T) {
	of := kind{"question", "questions", "bothways reflect --list"}
	for _, c := range []struct {
		name, typed string
		code        journal.Code
		want        string
	}{
		{"ErrAmbiguous", "walk", journal.CodeAmbiguous,
			"“walk” fits several questions: evening/walk (Whom could you walk with? Name one.), even-so/walk (Where did you walk?). Say more of it, or give an id."},
		{"ErrNotFound nearest", "granmother", journal.CodeNotFound,
			"There is no question that “granmother” fits; the nearest is 22d044 (What would my grandmother say?). `bothways reflect --list` shows them all."},
		{"ErrNotFound nothing near", "qqqq", journal.CodeNotFound, "There is no question that “qqqq” fits. `bothways reflect --list` shows them all."},
		{"ErrNotFound long", strings.Repeat("z", 500), journal.CodeNotFound,
			"There is no question that “" + strings.Repeat("z", 47) + "…” fits. `bothways reflect --list` shows them all."},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := pickOne(evenings(), c.typed, of)
			if journal.ErrorCode(err) != c.code || journal.ErrorMessage(err) != c.want {
				t.Errorf("got %s: %v", journal.ErrorCode(err), err)
			}
		})
	}
	t.Run("many are counted", func(t *testing.T) {
		all := make([]choice, 20)
		for i := range all {
			all[i] = choice{id: string(rune('a'+i)) + "/x", words: "the same"}
		}
		_, err := pickOne(all, "the same", of)
		if err == nil || !strings.Contains(err.Error(), "h/x (the same), and 12 more.") {
			t.Errorf("got %v", err)
		}
	})
}

func TestNearest(t *testing.T) {
	for _, c := range []struct{ name, typed, want string }{
		{"a letter left out", "evning", "evening"},
		{"letters swapped", "eevning", "evening"},
		{"a short name", "wolk", "evening/walk"},
		{"a title", "befor sleeep", "evening"},
		{"a word of the words", "my grandmotther", madeID},
		{"not what is hidden", "evening/gonee", "evening/good"},
		{"nothing", "xyzzy", ""},
		{"nothing typed", "", ""},
		{"long", strings.Repeat("evening ", 10_000), "evening"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := nearest(evenings(), c.typed)
			if got.id != c.want || ok != (c.want != "") {
				t.Errorf("got %q, %v, want %q", got.id, ok, c.want)
			}
		})
	}
}

func TestSlips(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "abc", 3}, {"abc", "", 3}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"abcd", "acd", 1}, {"é", "e", 1}, {"abc", "xyz", 3}, {"ab", "ba", 1}} {
		if got := slips([]rune(c.a), []rune(c.b)); got != c.want {
			t.Errorf("%q to %q: got %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
