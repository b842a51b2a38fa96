package tui

import (
	"context"
	"strings"
	"testing"

	"bothways/journal"
)

// closedAction is a desk on the closed actions, where this one was done and said to have gone so.
func closedAction(t *testing.T, outcome string) (*desk, journal.ActionView) {
	t.Helper()
	d, was := oneAction(t, journal.Action{Text: "book it", Owner: journal.OwnerMe})
	d.keys("x")
	d.types(outcome)
	d.keys("enter", "t")
	d.sees("Closed actions", outcome)
	return d, was
}

func TestOutcomeCorrected(t *testing.T) {
	t.Run("in the form of a closed action, in one step", func(t *testing.T) {
		d, a := closedAction(t, "she led it hersef")
		was := d.action(a.ID)
		d.keys("e")
		d.sees("how it went")
		d.keys("tab", "tab", "tab", "backspace")
		d.types("lf")
		d.keys("enter")
		d.sees("Changed.", "she led it herself")
		want := was
		want.Outcome = "she led it herself"
		if got := d.action(a.ID); got != want {
			t.Errorf("it is\n%+v, want\n%+v", got, want)
		}
		if got := d.lastStep(); got != journal.StepActionEdited {
			t.Errorf("the step is %s", got)
		}
		d.keys("H")
		d.sees("how it went 2", "hersef", "herself")
		d.keys("esc", "u")
		if got := d.action(a.ID); got != was {
			t.Errorf("undone it is %+v", got)
		}
	})
	t.Run("with the words, both in one step", func(t *testing.T) {
		d, a := closedAction(t, "well")
		d.keys("e")
		d.types(" now")
		d.keys("tab", "tab", "tab")
		d.types(" enough")
		d.keys("ctrl+s", "u")
		if got := d.action(a.ID); got.Text != "book it" || got.Outcome != "well" {
			t.Errorf("undone once it is %+v", got)
		}
	})
	t.Run("an open one has none", func(t *testing.T) {
		d, _ := oneAction(t, journal.Action{Text: "book it", Owner: journal.OwnerMe})
		d.keys("e")
		d.sees("whose it is")
		d.seesNot("how it went")
	})
	t.Run("opened again elsewhere meanwhile", func(t *testing.T) {
		d, a := closedAction(t, "well")
		d.keys("e", "tab", "tab", "tab")
		if err := d.store().ReopenAction(context.Background(), a.ID); err != nil {
			t.Fatal(err)
		}
		d.types(" enough")
		d.keys("enter")
		d.sees("well enough", "open again")
	})
	t.Run("x says which key corrects it", func(t *testing.T) {
		d, _ := closedAction(t, "well")
		d.keys("x")
		d.sees("It is closed; e changes how it went, and o opens it again.")
	})
	for _, key := range []string{"x", "d"} {
		t.Run("after o it stands in the field/"+key, func(t *testing.T) {
			d, a := closedAction(t, "she led it hersef")
			d.keys("o", "t", key)
			d.sees("she led it hersef")
			d.keys("backspace")
			d.types("lf")
			d.keys("enter")
			if got := d.action(a.ID); got.Outcome != "she led it herself" || got.State == journal.ActionOpen {
				t.Errorf("it is %+v", got)
			}
		})
	}
	t.Run("esc leaves it at once where nothing was changed", func(t *testing.T) {
		d, a := closedAction(t, "well")
		d.keys("o", "t", "x", "esc")
		d.seesNot("Done: ")
		if got := d.action(a.ID); got.State != journal.ActionOpen {
			t.Errorf("it is %+v", got)
		}
	})
}

func TestDeleteAction(t *testing.T) {
	for name, page := range map[string]struct {
		open func(*Env, circle) Screen
		keys []string
	}{
		"among all actions": {actionsPageOf, nil},
		"of a person":       {priyasPage, []string{"tab"}},
	} {
		t.Run(name, func(t *testing.T) {
			d, _ := seeded(t, page.open)
			d.keys(page.keys...)
			d.sees("find the list of panels")
			before := len(d.openActions(t))
			d.keys("D")
			d.sees("Delete this action?", "y delete")
			d.keys("esc")
			d.sees("find the list of panels")
			d.keys("D", "y")
			d.sees("Deleted. u brings it back.")
			d.seesNot("find the list of panels")
			if got := len(d.openActions(t)); got != before-1 {
				t.Errorf("%d are open, were %d", got, before)
			}
			if got := d.trash(); len(got) != 1 {
				t.Errorf("the trash has %+v", got)
			}
			d.keys("u")
			d.sees("find the list of panels")
		})
	}
	t.Run("a closed one too", func(t *testing.T) {
		d, _ := closedAction(t, "well")
		d.keys("D", "y")
		d.seesNot("book it")
		if got := d.closedActions(t); len(got) != 0 {
			t.Errorf("closed are %+v", got)
		}
	})
	t.Run("where none is chosen it says so", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewActions(d.root.env))
		d.keys("D")
		d.sees(noAction)
	})
}

// TestWhereOneLooksFirst reaches versions and deleting without opening what is meant.
func TestWhereOneLooksFirst(t *testing.T) {
	t.Run("a question right after its answer", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewQuestion(d.root.env, QuestionStart{PromptID: few, Alone: true}))
		d.keys("H", "D")
		d.seesNot("Versions", "Delete")
		d.keys("enter")
		d.types("Being asked.")
		d.keys("ctrl+s")
		d.sees("NOW")
		d.keys("?")
		d.types("versions")
		if !strings.Contains(d.flat(), "❯ H versions") {
			t.Errorf("it is not found:\n%s", d.screen())
		}
		d.keys("esc", "H")
		d.sees("Versions", "your answer")
		d.keys("esc", "D")
		d.sees("Delete this answer?")
		d.keys("y")
		d.sees("Deleted. u brings it back.")
		d.seesNot("NOW")
		d.keys("u", "tab")
		d.sees("Being asked.")
	})
	t.Run("a conversation in the timeline", func(t *testing.T) {
		d, c := seeded(t, priyasPage)
		before := d.sessionsOf(c.priya)
		d.keys("H")
		d.sees("Versions", "Priya Nair")
		d.keys("esc", "D")
		d.sees("Delete this conversation?", "Its note goes, with what lifted from it and is still open.")
		d.keys("esc", "D", "y")
		d.sees("Deleted. u brings it back.", "[timeline]")
		if got := d.sessionsOf(c.priya); len(got) != len(before)-1 {
			t.Errorf("there are %d, were %d", len(got), len(before))
		}
		d.keys("u")
		if got := d.sessionsOf(c.priya); len(got) != len(before) {
			t.Errorf("there are %d, were %d", len(got), len(before))
		}
	})
	t.Run("a timeline without one keeps quiet", func(t *testing.T) {
		d := newDesk(t)
		r := d.relationshipWith("Priya N.")
		d.open(NewRelationship(d.root.env, r.ID))
		was := d.screen()
		d.keys("H", "D")
		if got := d.screen(); got != was {
			t.Errorf("it answers:\n%s", got)
		}
	})
}
