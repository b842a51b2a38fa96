package tui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
)

// picking asks who somebody is and tells what was answered: a name, "new " and a name, or nothing.
func picking(t *testing.T, allowNew bool, known ...string) (*desk, func() string) {
	t.Helper()
	d := newDesk(t)
	names := map[int64]string{}
	for _, k := range known {
		names[d.relationshipWith(k).ID] = k
	}
	got := "nobody"
	d.settle(ask(newPicker(d.root.env, "Who?", allowNew, func(w WriteStart) tea.Cmd {
		if got = names[w.RelationshipID]; w.RelationshipID == 0 {
			got = fmt.Sprintf("new %s, %s", w.Name, w.Role.Phrase())
		}
		return nil
	})))
	return d, func() string { return got }
}

func TestPicker(t *testing.T) {
	for _, c := range []struct {
		name, known, typed, keys, want string
	}{
		{"a colon after the beginning of a known name", "Samantha Reed", "Sam", ":", "new Sam, I mentor"},
		{"enter after the beginning of a known name", "Samantha Reed", "Sam", "enter", "Samantha Reed"},
		{"up from there is somebody new", "Samantha Reed", "Sam", "up enter", "new Sam, I mentor"},
		{"a beginning", "Tom B.|Priya N.", "pri", "enter", "Priya N."},
		{"the beginning of a last name", "Samantha Reed", "ree", "enter", "Samantha Reed"},
		{"a colon after a whole word", "Priya N.", "priya", ":", "Priya N."},
		{"a colon after a whole last name", "Samantha Reed", "reed", ":", "Samantha Reed"},
		{"a colon after the whole name", "Priya N.", "Priya N.", ":", "Priya N."},
		{"without accents", "Zoë Ångström", "zoe", ":", "Zoë Ångström"},
		{"without what stands between", "Jean-Luc O'Brien", "Jean-Luc", ":", "Jean-Luc O'Brien"},
		{"a whole word before a beginning that was talked to last", "Sam T.|Samantha Reed", "Sam", ":", "Sam T."},
		{"a whole name before a whole word", "Sam|Sam T.", "Sam", ":", "Sam"},
		{"a part within a word is nobody known", "Joanna", "Anna", "enter", "new Anna, I mentor"},
		{"the first match is down from somebody new", "Joanna", "Anna", "down enter", "Joanna"},
		{"and up from there", "Joanna", "Anna", "up enter", "Joanna"},
		{"a row that was gone to and a colon", "Samantha Reed|Samuel Fox", "Sam", "down :", "Samantha Reed"},
		{"several who are called that", "Sam Fox|Sam Reed", "Sam", ":", "nobody"},
		{"one of several", "Sam Fox|Sam Reed", "Sam", ": down :", "Sam Fox"},
		{"nobody known", "", "Priya", ":", "new Priya, I mentor"},
		{"another role", "", "Priya", "tab enter", "new Priya, mentors me"},
		{"the role before", "", "Priya", "shift+tab enter", "new Priya, both ways"},
		{"a colon without a name", "Priya N.", "", ":", "nobody"},
		{"nothing typed", "Tom B.|Priya N.", "", "enter", "Priya N."},
	} {
		t.Run(c.name, func(t *testing.T) {
			var known []string
			if c.known != "" {
				known = strings.Split(c.known, "|")
			}
			d, got := picking(t, true, known...)
			d.types(c.typed)
			d.keys(strings.Fields(c.keys)...)
			if got() != c.want {
				t.Errorf("%q and %s took %s, want %s\n%s", c.typed, c.keys, got(), c.want, d.screen())
			}
		})
	}
	t.Run("which row is taken can be seen", func(t *testing.T) {
		d, _ := picking(t, true, "Samantha Reed")
		d.types("Sam")
		d.sees("❯ I mentor", "Samantha Reed", ": somebody new")
		d.keys("up")
		d.sees("❯ new", "enter begin")
		d.types("uel")
		d.sees("❯ new")
	})
	t.Run("several who are called that are told apart", func(t *testing.T) {
		d, _ := picking(t, true, "Sam Fox", "Sam Reed")
		d.types("Sam:")
		d.sees("Several people are called that")
		d.types("R")
		d.seesNot("Several people")
	})
	t.Run("whole words are found among many parts", func(t *testing.T) {
		known := []string{"Ann Lee"}
		for i := range 3 * pickerRows {
			known = append(known, fmt.Sprintf("Joanna %d", i))
		}
		d, got := picking(t, true, known...)
		d.types("Ann:")
		if got() != "Ann Lee" {
			t.Errorf("it took %s", got())
		}
	})
	t.Run("where nobody new can be chosen", func(t *testing.T) {
		d, got := picking(t, false, "Joanna")
		d.types("anna")
		d.sees("❯ I mentor")
		d.keys("enter")
		if got() != "Joanna" {
			t.Errorf("it took %s", got())
		}
	})
	t.Run("a name that steers a terminal", func(t *testing.T) {
		d, got := picking(t, true)
		d.send(pasted("Mal\u202elory"))
		d.sees("Mal·lory")
		d.seesNot("\u202e")
		d.keys("enter")
		if want := "new Mal\u202elory, " + journal.RoleMentor.Phrase(); got() != want {
			t.Errorf("it took %q", got())
		}
	})
}
