package tui

import (
	"context"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
)

func pasted(s string) tea.Msg { return tea.PasteMsg{Content: s} }

// relationshipWith makes a person I mentor.
func (d *desk) relationshipWith(name string) journal.RelationshipSummary {
	d.t.Helper()
	p, err := d.store().AddPerson(context.Background(), journal.Person{Name: name}, &journal.Relationship{Role: journal.RoleMentor, State: journal.StateActive})
	if err != nil {
		d.t.Fatal(err)
	}
	return p.Relationships[0]
}

// oneAction is a desk on the page of the actions, which has this one, of Priya.
func oneAction(t *testing.T, a journal.Action) (*desk, journal.ActionView) {
	t.Helper()
	d := newDesk(t)
	a.RelationshipID = d.relationshipWith("Priya N.").ID
	v, err := d.store().AddAction(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	d.open(NewActions(d.root.env))
	return d, v
}

// action reads an action again.
func (d *desk) action(id int64) journal.Action {
	d.t.Helper()
	v, err := d.store().Action(context.Background(), id)
	if err != nil {
		d.t.Fatal(err)
	}
	return v.Action
}

// lastStep is what undo would take back.
func (d *desk) lastStep() journal.StepKind {
	d.t.Helper()
	step, ok, err := d.store().Undo(context.Background())
	if !ok || err != nil {
		d.t.Fatal(ok, err)
	}
	if _, ok, err := d.store().Redo(context.Background()); !ok || err != nil {
		d.t.Fatal(ok, err)
	}
	return step.What
}

func TestEditAction(t *testing.T) {
	dec := journal.Date{Year: 2026, Month: 12, Day: 4}
	for name, a := range map[string]journal.Action{
		"words that end in a day":            {Text: "plan for monday", Owner: journal.OwnerMe},
		"words that end in another day":      {Text: "read it by 1 dec", Owner: journal.OwnerMe, Due: dec},
		"words that begin with a name":       {Text: "@priya x", Owner: journal.OwnerMe},
		"words that begin with another name": {Text: "@tom x", Owner: journal.OwnerThem, Due: dec},
		"a long text":                        {Text: strings.Repeat("word ", 500) + "end", Owner: journal.OwnerMe},
		"spaces and tabs":                    {Text: " a\tb  c\u00a0", Owner: journal.OwnerMe},
		"several lines":                      {Text: "one\n\ttwo\r\nthree", Owner: journal.OwnerThem},
	} {
		t.Run("kept without a change/"+name, func(t *testing.T) {
			for _, keys := range [][]string{{"ctrl+s"}, {"enter", "enter", "enter"}, {"a", "backspace", "ctrl+s"}} {
				d, was := oneAction(t, a)
				d.keys("e")
				d.sees("Change", "whose it is")
				d.keys(keys...)
				d.seesNot("whose it is")
				if got := d.action(was.ID); got != was.Action {
					t.Errorf("%v: it was\n%+v and is\n%+v", keys, was.Action, got)
				}
				if got := d.lastStep(); got != journal.StepActionAdded {
					t.Errorf("%v: something was written: %s", keys, got)
				}
			}
		})
	}
	t.Run("only the day", func(t *testing.T) {
		d, was := oneAction(t, journal.Action{Text: "@priya plan\tfor monday", Owner: journal.OwnerMe})
		d.keys("e", "tab", "tab")
		d.types("4 dec")
		d.sees("Fri 4 Dec")
		d.keys("enter")
		d.sees("Changed.")
		want := was.Action
		want.Due = dec
		if got := d.action(was.ID); got != want {
			t.Errorf("it is %+v", got)
		}
	})
	t.Run("only whose it is", func(t *testing.T) {
		d, was := oneAction(t, journal.Action{Text: "book it fri", Owner: journal.OwnerMe, Due: dec})
		d.keys("e", "tab")
		d.sees("[mine]", "Priya's")
		d.keys("right", "ctrl+s")
		want := was.Action
		want.Owner = journal.OwnerThem
		if got := d.action(was.ID); got != want {
			t.Errorf("it is %+v", got)
		}
	})
	t.Run("only the words", func(t *testing.T) {
		d, was := oneAction(t, journal.Action{Text: "book it", Owner: journal.OwnerThem, Due: dec})
		d.keys("e")
		d.types(" by fri")
		d.keys("ctrl+s")
		want := was.Action
		want.Text = "book it by fri"
		if got := d.action(was.ID); got != want {
			t.Errorf("it is %+v", got)
		}
	})
	t.Run("no day any more", func(t *testing.T) {
		d, was := oneAction(t, journal.Action{Text: "book it", Owner: journal.OwnerMe, Due: dec})
		d.keys("e", "tab", "tab", "ctrl+u", "enter")
		if got := d.action(was.ID); !got.Due.IsZero() || got.Text != "book it" {
			t.Errorf("it is %+v", got)
		}
	})
	t.Run("what was changed elsewhere meanwhile stays", func(t *testing.T) {
		d, was := oneAction(t, journal.Action{Text: "book it", Owner: journal.OwnerMe})
		d.keys("e", "tab", "tab")
		if err := d.store().EditAction(context.Background(), was.ID, "book the big room", journal.OwnerThem, journal.Date{}); err != nil {
			t.Fatal(err)
		}
		d.types("4 dec")
		d.keys("enter")
		want := was.Action
		want.Text, want.Owner, want.Due = "book the big room", journal.OwnerThem, dec
		if got := d.action(was.ID); got != want {
			t.Errorf("it is %+v", got)
		}
	})
	t.Run("no words", func(t *testing.T) {
		d, was := oneAction(t, journal.Action{Text: "book it", Owner: journal.OwnerMe})
		d.keys("e", "ctrl+u", "ctrl+s")
		d.sees("An action needs a few words.")
		if got := d.action(was.ID); got != was.Action {
			t.Errorf("it is %+v", got)
		}
	})
	t.Run("a day that cannot be read", func(t *testing.T) {
		d, was := oneAction(t, journal.Action{Text: "book it", Owner: journal.OwnerMe})
		d.keys("e", "tab", "tab")
		d.types("someday")
		d.keys("enter")
		d.sees("not a day I can read")
		if got := d.action(was.ID); got != was.Action {
			t.Errorf("it is %+v", got)
		}
	})
	t.Run("a name that steers a terminal", func(t *testing.T) {
		d := newDesk(t)
		r := d.relationshipWith("Mal\u202elory")
		if _, err := d.store().AddAction(context.Background(), journal.Action{RelationshipID: r.ID, Text: "x", Owner: journal.OwnerMe}); err != nil {
			t.Fatal(err)
		}
		d.open(NewActions(d.root.env))
		d.keys("e", "tab")
		d.sees("Mal·lory's")
		d.seesNot("\u202e")
	})
}

// TestNewAction types an action as a line of a note.
func TestNewAction(t *testing.T) {
	d := newDesk(t)
	r := d.relationshipWith("Priya N.")
	d.open(NewPrepare(d.root.env, r.ID))
	d.keys("a")
	d.types("@priya read it by 4 dec")
	d.sees("Priya's, due Fri 4 Dec")
	d.keys("enter")
	d.sees("Added.")
	got := d.openActions(t)
	if len(got) != 1 || got[0].Text != "read it" || got[0].Owner != journal.OwnerThem || got[0].Due.String() != "2026-12-04" {
		t.Errorf("added are %+v", got)
	}
}
