package tui

import (
	"strings"
	"testing"

	"bothways/journal"
)

// rowOf is on which row of the screen something stands, -1 for none.
func rowOf(d *desk, text string) int {
	for i, row := range strings.Split(d.screen(), "\n") {
		if strings.Contains(row, text) {
			return i
		}
	}
	return -1
}

func TestSearchTyped(t *testing.T) {
	t.Run("the list stays where it is", func(t *testing.T) {
		d, _ := searching(t)
		d.types("panel")
		at := rowOf(d, "❯")
		for _, r := range " before:2027 is:thing " {
			d.types(string(r))
			if got := rowOf(d, "❯"); got != at {
				t.Fatalf("it begins on row %d, not on %d:\n%s", got, at, d.screen())
			}
		}
		d.sees("is:thing was left out", "send the panel list")
	})
	t.Run("nothing is said of a filter that is half typed", func(t *testing.T) {
		for _, half := range []string{"before:20", "is:sh", "role:me", "who:priy"} {
			d, _ := searching(t)
			d.types("panel " + half)
			d.seesNot("left out", "no filter")
			d.sees("send the panel list")
			d.types(" ")
			d.sees("was left out")
		}
	})
	t.Run("enter ends it, and then opens", func(t *testing.T) {
		d, _ := searching(t)
		d.types("panel is:thing")
		d.keys("enter")
		d.sees("is:thing was left out")
		d.keys("enter")
		if _, still := d.root.top().(*SearchScreen); still {
			t.Errorf("still here:\n%s", d.screen())
		}
	})
	t.Run("enter, typed ahead", func(t *testing.T) {
		d, _ := searching(t)
		d.still = true
		d.types("panel is:thing")
		d.still = false
		d.keys("enter")
		d.sees("is:thing was left out", "send the panel list")
	})
	t.Run("a word that may become a filter is a word once it ends", func(t *testing.T) {
		d, _ := searching(t)
		d.types("panel foc")
		d.sees("send the panel list", "focus:")
		d.types(" ")
		d.sees("Nothing you kept has all of that.")
	})
	t.Run("a filter alone", func(t *testing.T) {
		d, _ := searching(t)
		d.types("before:20")
		d.sees("Go on typing")
	})
	t.Run("words of no filter that are found are searched", func(t *testing.T) {
		d := newDesk(t)
		rel := d.relationshipWith("Priya Nair")
		_, err := d.store().KeepNote(t.Context(), journal.Note{RelationshipID: rel.ID, Text: "we go to re:invent in a panel"})
		d.must(err)
		_, err = d.store().Indexed(t.Context())
		d.must(err)
		d.keys("/")
		d.types("re:invent panel")
		d.sees("There is no filter re:, so its words were searched", "1 found")
	})
}

func TestSearchUnder(t *testing.T) {
	for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}} {
		d, _ := searching(t)
		d.size(size[0], size[1])
		d.types("panel w")
		for range 3 {
			row := strings.Split(d.screen(), "\n")[rowOf(d, "/ panel")+1]
			if !strings.Contains(row, "found") || !strings.Contains(row, "tab") && !strings.Contains(d.screen(), "with: ") {
				t.Errorf("%v: %q is under the line", size, row)
			}
			d.keys("tab")
		}
	}
	t.Run("what a day filter means", func(t *testing.T) {
		d, _ := searching(t)
		d.types("panel after:2025 ")
		d.sees("found · after 31 Dec 2025")
		d.keys("ctrl+u")
		d.types("panel before:2026-11 ")
		d.sees("found · before 1 Nov 2026")
		d.keys("ctrl+u")
		d.types("panel after:2026 ")
		d.sees("after 31 Dec 2026", "Nothing you kept")
	})
	t.Run("the one that stands in the line is shown", func(t *testing.T) {
		d, _ := searching(t)
		d.size(60, 20)
		d.types("is:")
		for range 12 {
			d.keys("tab")
			p := d.root.top().(*SearchScreen)
			row := strings.Split(d.screen(), "\n")[rowOf(d, "/ is:")+1]
			if !strings.Contains(row, p.in.Value()) {
				t.Errorf("%q is not in %q", p.in.Value(), row)
			}
		}
	})
}

func TestSearchExamples(t *testing.T) {
	t.Run("they find something", func(t *testing.T) {
		d, _ := searching(t)
		all := d.root.top().(*SearchScreen).examples
		if len(all) != 2 {
			t.Fatalf("%q", all)
		}
		for _, one := range all {
			d.keys("ctrl+u")
			d.types(one + " ")
			if p := d.root.top().(*SearchScreen); len(p.Found) == 0 {
				t.Errorf("%q finds nothing:\n%s", one, d.screen())
			}
		}
	})
	t.Run("on the first day", func(t *testing.T) {
		d := newDesk(t)
		rel := d.relationshipWith("Priya Nair")
		_, err := d.store().KeepNote(t.Context(), journal.Note{RelationshipID: rel.ID, Text: "priv: confidential\nthe panel", At: d.now})
		d.must(err)
		_, err = d.store().Indexed(t.Context())
		d.must(err)
		d.keys("/")
		d.sees("panel with:priya")
		d.seesNot("confidential", "after:2026")
		d.keys("f3")
		d.seesNot("with:priya ", "panel with:priya", "FOR EXAMPLE")
	})
	t.Run("none of an empty journal", func(t *testing.T) {
		d := newDesk(t)
		d.keys("/")
		d.sees("NARROWER")
		d.seesNot("FOR EXAMPLE")
	})
}

func TestSearchNextHit(t *testing.T) {
	d := newDesk(t)
	rel := d.relationshipWith("Priya Nair")
	keep := func(text string) {
		_, err := d.store().KeepNote(t.Context(), journal.Note{RelationshipID: rel.ID, Text: text, At: d.now})
		d.must(err)
	}
	keep("a zebra\n" + strings.Repeat("and on\n", 60) + "a zebra\n" + strings.Repeat("and on\n", 60) + "the last zebra")
	keep("one okapi")
	d.keys("/")
	d.types("zebra")
	d.keys("enter")
	d.sees("] next hit, 1 of 3")
	d.keys("[")
	d.sees("This is the first of 3")
	d.keys("]")
	d.sees("2 of 3")
	d.keys("]")
	d.sees("the last zebra", "[ hit before, 3 of 3")
	d.seesNot("next hit")
	d.keys("]")
	d.sees("This is the last of 3")
	d.keys("[")
	d.sees("] next hit, 2 of 3")
	d.keys("esc", "ctrl+u")
	d.types("okapi")
	d.keys("enter")
	d.sees("one okapi")
	d.seesNot("next hit")
	d.keys("]")
	d.sees("stands here only")
}
