package tui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"bothways/journal"
	"bothways/journal/demo"
	"bothways/store"
)

// madeUp is a desk with a made-up journal of some years, all of whose words can be found.
func madeUp(t testing.TB, years int) *desk {
	t.Helper()
	d := newDesk(t)
	d.must(d.store().Fill(context.Background(), func(to *store.Filler) error {
		return demo.Write(demo.Plan{Seed: 1, Years: years, Until: d.now}, pouring{to})
	}))
	set, err := d.store().AddSet(context.Background(), journal.PromptSet{Title: "Mine alone"})
	d.must(err)
	for _, text := range []string{"Why now?", "And then?"} {
		_, err = d.store().AddPrompt(context.Background(), journal.Prompt{SetID: set.ID, Text: text})
		d.must(err)
	}
	_, err = d.store().Indexed(context.Background())
	d.must(err)
	d.size(100, 40)
	d.keys("g")
	return d
}

// TestSearchPlaces opens what is found, of every kind, and looks for its words where it leads.
func TestSearchPlaces(t *testing.T) {
	d := madeUp(t, 4)
	for _, kind := range journal.SearchKinds() {
		t.Run(string(kind), func(t *testing.T) {
			d.t = t
			d.keys("/")
			d.types("is:" + string(kind))
			p := d.root.top().(*SearchScreen)
			if len(p.Found) == 0 {
				t.Fatalf("there is none:\n%s", d.screen())
			}
			for i := range min(len(p.Found), 12) {
				f := p.Found[p.list.At]
				row := chosenRow(d)
				d.keys("enter")
				if _, still := d.root.top().(*SearchScreen); still {
					t.Fatalf("%v of %v opens nothing:\n%s", i, f, d.screen())
				}
				words := strings.Fields(f.Words)
				if got := d.flat(); len(words) > 0 && !strings.Contains(got, words[0]) {
					t.Errorf("%q is not on %T:\n%s", f.Words, d.root.top(), d.screen())
				}
				switch kind {
				case journal.SearchAction, journal.SearchTopic:
					begin := strings.Join(words[:min(2, len(words))], " ")
					if f.RelationshipID != 0 && !strings.Contains(chosenRow(d), begin) {
						t.Errorf("the cursor is on %q, not on %q:\n%s", chosenRow(d), f.Words, d.screen())
					}
				}
				d.keys("esc")
				if got := chosenRow(d); got != row || d.root.top() != Screen(p) {
					t.Fatalf("esc came back to %q, not to %q:\n%s", got, row, d.screen())
				}
				d.keys("down")
			}
			d.keys("esc")
		})
	}
}

func TestSearchLit(t *testing.T) {
	t.Run("a note is scrolled to the words, which are lit", func(t *testing.T) {
		d := newDesk(t)
		rel := d.relationshipWith("Priya Nair")
		var b strings.Builder
		for i := range 80 {
			fmt.Fprintf(&b, "line %d\n", i)
		}
		_, err := d.store().KeepNote(context.Background(), journal.Note{RelationshipID: rel.ID, Text: b.String() + "a zebra here\n" + b.String() + "a zebra there\n" + b.String()})
		d.must(err)
		d.keys("/")
		d.types("zebra")
		d.keys("enter")
		d.sees("a zebra here")
		d.seesNot("a zebra there")
		if raw := d.root.View().Content; !strings.Contains(raw, litStyle(d.root.env.Theme).Render("zebra")) {
			t.Errorf("it is not lit: %q", raw)
		}
		d.keys("]")
		d.sees("a zebra there")
		d.keys("[")
		d.sees("a zebra here")
		d.keys("esc")
		d.sees("/ zebra")
	})
	t.Run("in a paragraph longer than the window", func(t *testing.T) {
		d := newDesk(t)
		rel := d.relationshipWith("Priya Nair")
		far := strings.Repeat("and so on we went, ", 200)
		_, err := d.store().KeepNote(context.Background(), journal.Note{RelationshipID: rel.ID, Text: far + "zebra " + far})
		d.must(err)
		d.keys("/")
		d.types("zebra")
		d.keys("enter")
		d.sees("zebra")
		d.seesNot("found")
	})
	t.Run("at the place with most of the words, not at the first", func(t *testing.T) {
		d := newDesk(t)
		rel := d.relationshipWith("Priya Nair")
		far := strings.Repeat("the list again\n", 60)
		_, err := d.store().KeepNote(context.Background(), journal.Note{RelationshipID: rel.ID, Text: far + "the zebra\n" + far})
		d.must(err)
		d.keys("/")
		d.types("zebra th")
		d.keys("enter")
		d.sees("the zebra")
		d.seesNot("found")
	})
}

// TestSearchLine goes to the line of a note in which something was written, not to another place with
// the words.
func TestSearchLine(t *testing.T) {
	filler := func(n int) string { return strings.Repeat("a walk in the rain\n\n", n) }
	note := "We talked about zebras at first.\n\n" + filler(30) + "shift: zebras come last\n\n" + filler(30) + "got: stripes, from @priya\n"
	for _, c := range []struct{ name, typed, want, not string }{
		{"a word that stands before it too", "is:shift zebras", "│ shift: zebras come last", "at first"},
		{"by a filter alone", "is:exchange", "│ got: stripes, from @priya", "at first"},
		{"of one person", "is:shift with:priya", "│ shift: zebras come last", "at first"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			rel := d.relationshipWith("Priya Nair")
			_, err := d.store().KeepNote(context.Background(), journal.Note{RelationshipID: rel.ID, Text: note})
			d.must(err)
			d.keys("/")
			d.types(c.typed)
			d.keys("enter")
			d.sees(c.want)
			d.seesNot(c.not)
		})
	}
	t.Run("below one that begins with the same words", func(t *testing.T) {
		d := newDesk(t)
		rel := d.relationshipWith("Priya Nair")
		_, err := d.store().KeepNote(context.Background(), journal.Note{RelationshipID: rel.ID, Text: "shift: zebras come last of all\n\n" + filler(30) + "shift: zebras come last\n"})
		d.must(err)
		d.keys("/")
		d.types("is:shift zebras")
		d.sees("2 found")
		first := strings.Contains(d.chosenRow(), "of all")
		for i, all := range []bool{first, !first} {
			if strings.Contains(d.chosenRow(), "of all") != all {
				t.Fatalf("row %d is %s", i, d.chosenRow())
			}
			d.keys("enter")
			d.sees("│ shift: zebras come last")
			if strings.Contains(d.screen(), "│ shift: zebras come last of all") != all {
				t.Errorf("not at the line:\n%s", d.screen())
			}
			d.keys("esc", "down")
		}
	})
	t.Run("from there to the place before and back", func(t *testing.T) {
		d := newDesk(t)
		rel := d.relationshipWith("Priya Nair")
		_, err := d.store().KeepNote(context.Background(), journal.Note{RelationshipID: rel.ID, Text: note})
		d.must(err)
		d.keys("/")
		d.types("is:shift zebras")
		d.keys("enter")
		d.sees("next hit, 2 of 3")
		d.keys("[")
		d.sees("at first", "next hit, 1 of 3")
		d.keys("]")
		d.sees("│ shift: zebras come last")
	})
}

// TestSearchScrolls opens parts of a page that are longer than it at the words, which are lit.
func TestSearchScrolls(t *testing.T) {
	long := strings.Repeat("and so on we went. ", 60)
	for _, c := range []struct {
		name, typed string
		keep        func(d *desk, rel journal.RelationshipSummary) error
	}{
		{"an agreement", "is:agreement zebra", func(d *desk, rel journal.RelationshipSummary) error {
			_, err := d.store().KeepAgreement(context.Background(), journal.Agreement{RelationshipID: rel.ID, On: journal.DateOf(d.now), ExpectMine: long, Ending: "over one zebra"})
			return err
		}},
		{"why somebody", "is:match zebra", func(d *desk, rel journal.RelationshipSummary) error {
			return d.store().SetMatch(context.Background(), journal.Match{RelationshipID: rel.ID, Why: long, Watch: "one zebra"})
		}},
		{"a word on the checklist", "is:match zebra", func(d *desk, rel journal.RelationshipSummary) error {
			last := journal.Checklist(rel.Role)
			return d.store().SetMatch(context.Background(), journal.Match{RelationshipID: rel.ID, Why: long,
				Checks: []journal.Check{{Line: last[len(last)-1].ID, Answer: journal.CheckYes, Word: "one zebra"}}})
		}},
		{"what is known of somebody", "is:person zebra", func(d *desk, rel journal.RelationshipSummary) error {
			p, err := d.store().Person(context.Background(), rel.PersonID)
			if err != nil {
				return err
			}
			p.CommonGround, p.Notes = long, "fond of one zebra. "+long
			return d.store().ChangePerson(context.Background(), p.Person)
		}},
		{"what is between us", "is:relationship zebra", func(d *desk, rel journal.RelationshipSummary) error {
			p, err := d.store().Person(context.Background(), rel.PersonID)
			if err != nil {
				return err
			}
			p.Notes, rel.Purpose = long, "one zebra at a time"
			if err := d.store().ChangePerson(context.Background(), p.Person); err != nil {
				return err
			}
			return d.store().ChangeRelationship(context.Background(), rel.Relationship)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			d.must(c.keep(d, d.relationshipWith("Priya Nair")))
			d.size(60, 20)
			d.keys("/")
			d.types(c.typed)
			d.keys("enter")
			d.sees("one zebra")
			if c.typed == "is:match zebra" {
				return // the cursor is on it
			}
			if raw := d.root.View().Content; !strings.Contains(raw, litStyle(d.root.env.Theme).Render("zebra")) {
				t.Errorf("it is not lit: %q", raw)
			}
		})
	}
	t.Run("it says where there is more, and stays where it was scrolled to", func(t *testing.T) {
		d := newDesk(t)
		rel := d.relationshipWith("Priya Nair")
		p, err := d.store().Person(context.Background(), rel.PersonID)
		d.must(err)
		p.CommonGround, p.Notes = long, "one zebra. "+long
		d.must(d.store().ChangePerson(context.Background(), p.Person))
		d.size(60, 20)
		d.keys("/")
		d.types("zebra")
		d.keys("enter")
		d.sees("one zebra", moreBelow)
		d.keys("pgdown", "pgdown", "pgdown", "pgdown", "pgdown")
		d.seesNot("one zebra", moreBelow)
		d.send(changedMsg{})
		d.seesNot("one zebra")
	})
}
