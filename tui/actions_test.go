package tui

import (
	"testing"

	"bothways/store"
)

func actionsOf(relationship int64, closed bool) store.ActionQuery {
	return store.ActionQuery{RelationshipID: relationship, Closed: closed}
}

func actionsPageOf(e *Env, _ circle) Screen { return NewActions(e) }

func TestActionsGolden(t *testing.T) {
	t.Run("open", func(t *testing.T) {
		d, _ := seeded(t, actionsPageOf)
		d.in(t).goldens()
	})
	t.Run("closed", func(t *testing.T) {
		d, _ := seeded(t, actionsPageOf)
		d.keys("d")
		d.types("she found it herself")
		d.keys("enter", "t")
		d.in(t).goldens()
	})
}

func TestActions(t *testing.T) {
	t.Run("none", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewActions(d.root.env))
		d.sees("Nothing is open.")
		d.keys("x")
		d.sees(noAction)
		d.keys("t")
		d.sees("Nothing done or dropped here yet.")
	})
	t.Run("whose", func(t *testing.T) {
		d, _ := seeded(t, actionsPageOf)
		d.sees("[all]", "send the panel list", "try the opening on Leila", "OVERDUE", "THIS WEEK", "LATER", "NO DAY")
		d.keys("tab")
		d.sees("[mine]", "send the panel list")
		d.seesNot("try the opening on Leila")
		d.keys("tab")
		d.sees("[theirs]", "try the opening on Leila")
		d.seesNot("send the panel list")
		d.keys("tab")
		d.sees("[overdue]", "try saying no to one meeting")
		d.seesNot("try the opening on Leila", "LATER")
		d.keys("tab")
		d.sees("[all]")
		d.keys("shift+tab")
		d.sees("[overdue]")
	})
	t.Run("of one person", func(t *testing.T) {
		d, _ := seeded(t, actionsPageOf)
		d.keys("f")
		d.types("tennant")
		d.sees("with Sam Tennant", "introduce me to Leila")
		d.seesNot("send the panel list")
		d.keys("enter", "esc")
		d.sees("send the panel list")
	})
	t.Run("a name that fits several goes on", func(t *testing.T) {
		d, _ := seeded(t, actionsPageOf)
		d.keys("f")
		d.types("a")
		d.keys("enter")
		d.sees("names fit: w goes on")
		seen := map[string]bool{}
		for range len(d.root.top().(*ActionsScreen).with) {
			p := d.root.top().(*ActionsScreen)
			seen[p.who()] = true
			d.keys("w")
		}
		if len(seen) < 3 {
			t.Errorf("went through %v", seen)
		}
	})
	t.Run("a name that fits nobody", func(t *testing.T) {
		d, _ := seeded(t, actionsPageOf)
		d.keys("f")
		d.types("xyz")
		d.sees("Nobody here has that in their name.", "with / and is:action.")
	})
	t.Run("done, then seen among the closed, then open again", func(t *testing.T) {
		d, _ := seeded(t, actionsPageOf)
		d.keys("x")
		d.types("they were in the shared folder")
		d.keys("enter")
		d.seesNot("find the list of panels")
		d.keys("t")
		d.sees("Closed actions", "they were in the shared folder")
		d.keys("o")
		d.seesNot("they were in the shared folder")
		d.keys("t")
		d.sees("find the list of panels")
	})
	t.Run("carried over", func(t *testing.T) {
		d, _ := seeded(t, actionsPageOf)
		d.keys("c", "enter")
		d.sees("carried once")
	})
	t.Run("to the person", func(t *testing.T) {
		d, _ := seeded(t, actionsPageOf)
		d.keys("enter")
		d.sees("Priya Nair · I mentor", "[timeline]")
	})
	t.Run("one that came of an answer leads to it", func(t *testing.T) {
		d := newDesk(t)
		rel := d.relationshipWith("Priya Nair")
		d.keepsAnswer("", rel.PersonID, 2, 0, "The panel is hers.\n- [ ] leave the run sheet at home thu")
		d.keepsAnswer("", 0, 1, 0, "Mine alone.\n- [ ] sleep first")
		d.open(NewActions(d.root.env))
		d.keys("f")
		d.types("priya")
		d.keys("enter", "enter")
		d.sees("The panel is hers.", "about Priya Nair")
		d.keys("esc", "esc", "end", "enter")
		d.sees("Mine alone.")
		d.open(NewRelationship(d.root.env, rel.ID))
		d.keys("tab", "enter")
		d.sees("The panel is hers.", "about Priya Nair")
	})
	t.Run("while the answer is on its way", func(t *testing.T) {
		d, _ := seeded(t, actionsPageOf)
		p := d.root.top().(*ActionsScreen)
		d.keys("end")
		answer := p.turn(1)()
		d.sees("[mine]")
		d.keys("up")
		d.settle(answer)
		d.sees("❯  ! 1 Nov")
	})
	t.Run("a long outcome can be read whole", func(t *testing.T) {
		d, _ := seeded(t, actionsPageOf)
		d.keys("x")
		d.types("it was in the drawer of the desk by the window, under the plans for the summer")
		d.keys("enter", "t")
		d.sees("under the plans for the", "from Thu 22 Oct")
	})
}
