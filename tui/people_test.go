package tui

import (
	"context"
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
)

func peoplePageOf(e *Env, _ circle) Screen { return NewPeople(e) }

func TestPeopleGolden(t *testing.T) {
	d, _ := seeded(t, peoplePageOf)
	d.goldens()
}

func TestPeople(t *testing.T) {
	t.Run("nobody yet", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewPeople(d.root.env))
		d.sees("Nobody here yet. + adds someone.")
		d.keys("n")
		d.sees("Nobody is here to choose; + adds someone.")
	})
	t.Run("add someone", func(t *testing.T) {
		d, _ := seeded(t, peoplePageOf)
		d.keys("+")
		d.types("Zoë Adeyemi")
		d.keys("tab", "right", "ctrl+s")
		d.sees("Zoë is here now.", "❯ ● mentors me", "Zoë Adeyemi")
		d.keys("enter")
		d.sees("No conversation is kept yet")
	})
	t.Run("a name that is there stays in the form", func(t *testing.T) {
		d, _ := seeded(t, peoplePageOf)
		d.keys("+")
		d.types("priya nair")
		d.keys("ctrl+s")
		d.sees("Someone new", "priya nair")
		d.keys("esc", "esc")
		d.seesNot("Someone new")
	})
	t.Run("find by part of a name", func(t *testing.T) {
		d, _ := seeded(t, peoplePageOf)
		d.keys("f")
		d.types("kohl")
		d.sees("› kohl", "Inés")
		d.seesNot("Priya", "Sam Tennant")
		d.keys("enter", "enter")
		d.sees("both ways · paused", "[timeline]")
		d.keys("esc")
		d.sees("› kohl")
		d.keys("esc")
		d.sees("Priya")
		d.seesNot("› kohl")
	})
	t.Run("letters are words while finding", func(t *testing.T) {
		d, _ := seeded(t, peoplePageOf)
		d.keys("f")
		d.types("qPnD?")
		d.sees("› qPnD?", "Nobody here has that in their name.")
		d.keys("esc")
		d.sees("Priya Nair", "Sam Tennant")
	})
	t.Run("delete and undo", func(t *testing.T) {
		d, _ := seeded(t, peoplePageOf)
		d.keys("f")
		d.types("priya")
		d.keys("enter", "D")
		d.sees("Delete Priya Nair?")
		d.keys("y", "esc")
		d.sees("Sam Tennant")
		d.seesNot("Priya")
		d.keys("u")
		d.sees("Priya Nair")
	})
	t.Run("edit keeps what was not touched", func(t *testing.T) {
		d, c := seeded(t, peoplePageOf)
		rel, err := d.store().Relationship(context.Background(), c.priya)
		if err != nil {
			t.Fatal(err)
		}
		p, err := d.store().Person(context.Background(), rel.PersonID)
		if err != nil {
			t.Fatal(err)
		}
		p.Notes = "a line\n\tand another\n"
		if err := d.store().ChangePerson(context.Background(), p.Person); err != nil {
			t.Fatal(err)
		}
		d.keys("f")
		d.types("priya")
		d.keys("enter", "e", "tab")
		d.types(", and the choir")
		d.keys("ctrl+s")
		d.sees("Changed.")
		got, err := d.store().Person(context.Background(), rel.PersonID)
		if err != nil {
			t.Fatal(err)
		}
		if got.Notes != p.Notes || got.HowKnown != p.HowKnown+", and the choir" {
			t.Errorf("kept %+v", got.Person)
		}
	})
	t.Run("someone without a relationship gets one", func(t *testing.T) {
		d, _ := seeded(t, peoplePageOf)
		d.keys("f")
		d.types("tom")
		d.keys("enter", "n")
		d.sees("Say first which way it goes")
		d.keys("enter")
		d.sees("With Tom Osei")
		d.keys("right", "right", "ctrl+s")
		d.sees("❯ ● both ways", "Tom Osei")
	})
	t.Run("more people than are read at once", func(t *testing.T) {
		d := newDesk(t)
		for i := range peopleRead + 7 {
			if _, err := d.store().AddPerson(context.Background(), journal.Person{Name: fmt.Sprintf("Person %04d", i)}, &journal.Relationship{Role: journal.RoleMentor, State: journal.StateActive}); err != nil {
				t.Fatal(err)
			}
		}
		p := NewPeople(d.root.env)
		d.open(p)
		d.sees("400 people so far, by name", "Person 0000")
		d.seesNot("NOW")
		d.keys("end", "end")
		d.sees("Person 0406")
		if len(p.rows) != peopleRead+7 {
			t.Errorf("%d rows are there", len(p.rows))
		}
		for i, r := range p.rows {
			if want := fmt.Sprintf("Person %04d", i); p.all[r.i].Name != want {
				t.Fatalf("row %d is %s, want %s", i, p.all[r.i].Name, want)
			}
		}
	})
	t.Run("an answer to an older question is dropped", func(t *testing.T) {
		d, _ := seeded(t, peoplePageOf)
		p := d.root.top().(*PeopleScreen)
		p.Update(loaded[peoplePage]{to: p.ID(), seq: p.seq - 1, value: peoplePage{next: store.Cursor("x")}})
		d.sees("Priya Nair")
	})
	t.Run("while the answer is on its way", func(t *testing.T) {
		d, _ := seeded(t, peoplePageOf)
		p := d.root.top().(*PeopleScreen)
		d.keys("end")
		p.filter.in.SetValue("sam")
		answer := p.refilter()
		d.sees("Sam Tennant", "Priya Nair")
		d.keys("home", "j")
		d.settle(answer)
		d.sees("❯ ● mentors me 12 days ago")
		d.seesNot("Priya Nair")
	})
	t.Run("the cursor stays on its row when others come", func(t *testing.T) {
		d, _ := seeded(t, peoplePageOf)
		d.keys("j", "j", "j")
		d.sees("❯ ● mentors me 12 days ago")
		if _, err := d.store().AddPerson(context.Background(), journal.Person{Name: "Aaron"}, &journal.Relationship{Role: journal.RoleMutual, State: journal.StateActive}); err != nil {
			t.Fatal(err)
		}
		d.send(changedMsg{})
		d.sees("Aaron", "❯ ● mentors me 12 days ago")
	})
	t.Run("a name pasted into the finder", func(t *testing.T) {
		d, _ := seeded(t, peoplePageOf)
		d.keys("f")
		d.send(tea.PasteMsg{Content: "tennant\n"})
		d.sees("› tennant", "Sam Tennant")
		d.seesNot("Priya")
		d.keys("backspace", "ctrl+u")
		d.sees("Priya Nair")
	})
}
