package tui

import (
	"strings"
	"testing"

	"bothways/journal"
)

// found are the names of the actions that fit, in their order.
func foundNames(all []Action, typed string) string {
	var names []string
	for _, a := range newMenuOf(all, typed).shown {
		names = append(names, a.Name)
	}
	return strings.Join(names, ", ")
}

// newMenuOf is a menu of actions in which something was typed.
func newMenuOf(all []Action, typed string) *menu {
	m := newMenu("", all, nil, nil)
	m.query.SetValue(typed)
	m.filter()
	return m
}

func TestFindActions(t *testing.T) {
	all := []Action{
		{ID: "trash", Name: "trash", Help: "what was deleted lately"},
		{ID: "model", Name: "model", Help: "a shape"},
		{ID: "told", Name: "told", Help: "a wide elm"},
		{ID: "note", Name: "new note", Help: "write about another conversation"},
		{ID: "delete", Name: "delete", Help: "take this answer out of the journal"},
		{ID: "undo", Name: "undo", Help: "take the last change back"},
		{ID: "redo", Name: "redo", Help: "do again what was taken back"},
	}
	for _, c := range []struct{ name, typed, want string }{
		{"nothing", "  ", "trash, model, told, new note, delete, undo, redo"},
		{"a name before what is said, and no letters scattered over that", "del", "delete, model, trash"},
		{"the beginning of a word of a name", "note", "new note"},
		{"large letters", "DELETE", "delete, trash"},
		{"undo by its name", "und", "undo"},
		{"undo by what it does", "last change", "undo"},
		{"by words that stand apart", "take back", "undo, redo"},
		{"never undo by scattered letters", "tklb", ""},
		{"scattered letters of a name", "tsh", "trash"},
		{"without accents", "délété", "delete, trash"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := foundNames(all, c.typed); got != c.want {
				t.Errorf("%q finds %s, want %s", c.typed, got, c.want)
			}
		})
	}
}

// TestFindDelete finds a command by "del" and runs it with enter, on every page that deletes something.
func TestFindDelete(t *testing.T) {
	for name, page := range map[string]struct {
		open func(*Env, circle) Screen
		keys []string
	}{
		"today":        {func(e *Env, _ circle) Screen { return NewToday(e) }, nil},
		"people":       {func(e *Env, _ circle) Screen { return NewPeople(e) }, nil},
		"timeline":     {priyasPage, nil},
		"their action": {priyasPage, []string{"tab"}},
		"actions":      {actionsPageOf, nil},
	} {
		t.Run(name, func(t *testing.T) {
			for key, want := range map[string]string{"?": "❯ D delete", "ctrl+k": "❯ command D delete"} {
				for _, typed := range []string{"del", "delete"} {
					d, _ := seeded(t, page.open)
					d.keys(page.keys...)
					d.keys(key)
					d.types(typed)
					if !strings.Contains(d.flat(), want) {
						t.Fatalf("%q finds another first:\n%s", typed, d.screen())
					}
					d.keys("enter")
					d.sees("Delete ", "y delete")
				}
			}
		})
	}
}

// TestFindScattered tells letters that mean a name from those that happen to be in it.
func TestFindScattered(t *testing.T) {
	for _, c := range []struct {
		name, typed string
		want        bool
	}{
		{"Sam Tierney", "sti", true},
		{"Sam Tierney", "tny", true},
		{"Sam Tierney", "amt", false},
		{"Priya Nambiar", "rya", true}, // of one word
		{"Priya Nambiar", "prnam", true},
		{"Priya Nambiar", "p n", true},
		{"Priya Nambiar", "p m", false},
		{"What mentoring means to you", "sam", false},
		{"What mentoring means to you", "wmm", true},
		{"Before a conversation, as mentor", "rev", false},
		{"Before a conversation, as mentor", "bcam", true},
		{"Zofia Yilmaz", "zz", false},
		{"李 小明", "李明", false},
		{"李 小明", "李小", true},
		{"O'Brien", "o'b", true},
		{"a a b", "ab", true}, // by way of either
		{"ana anb", "ab", true},
		{strings.Repeat("a ", 200) + "xb", strings.Repeat("a", 100) + "b", false}, // in no time
	} {
		t.Run(c.name[:min(20, len(c.name))]+"/"+c.typed[:min(20, len(c.typed))], func(t *testing.T) {
			if _, got := scattered(journal.Fold(c.name), journal.Fold(c.typed)); got != c.want {
				t.Errorf("%v, not %v", got, c.want)
			}
		})
	}
}
