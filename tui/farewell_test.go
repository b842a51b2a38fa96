package tui

import (
	"context"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"bothways/journal"
)

func priyasEnding(e *Env, c circle) Screen { return NewEnding(e, c.priya) }

// aGoal gives Priya something to work toward.
func (d *desk) aGoal(c circle) {
	d.t.Helper()
	if _, err := d.store().AddGoal(context.Background(), journal.Goal{RelationshipID: c.priya, Text: "chair one panel alone", Kind: journal.GoalFocus, Tag: "confidence"}); err != nil {
		d.t.Fatal(err)
	}
}

func withGoal(t testing.TB) (*desk, circle) {
	t.Helper()
	d := newDesk(t)
	c := someYears(d)
	d.aGoal(c)
	d.open(NewEnding(d.root.env, c.priya))
	return d, c
}

func TestEndingGolden(t *testing.T) {
	t.Run("what is open", func(t *testing.T) {
		d, _ := withGoal(t)
		d.in(t).goldens()
	})
	t.Run("the question before it", func(t *testing.T) {
		d, _ := withGoal(t)
		d.keys("E")
		d.in(t).goldens()
	})
	t.Run("ended", func(t *testing.T) {
		d, _ := withGoal(t)
		d.keys("t")
		d.types("For the run sheet, the walks, and for asking me what I would do first.")
		d.keys("ctrl+s", "E", "d")
		d.in(t).goldens()
	})
	t.Run("nothing open", func(t *testing.T) {
		d, _ := seeded(t, func(e *Env, c circle) Screen { return NewEnding(e, c.ines) })
		d.in(t).goldens()
	})
	for name, size := range map[string][2]int{"small": {40, 10}, "low": {60, 12}} {
		t.Run(name, func(t *testing.T) {
			d, _ := withGoal(t)
			d.size(size[0], size[1])
			open := d.screen()
			d.keys("t")
			d.types("For the walks.")
			d.keys("ctrl+s", "E")
			asked := d.screen()
			d.keys("d")
			golden.RequireEqual(t, []byte(rightTrimmed(open+"\n----\n"+asked+"\n----\n"+d.screen())))
		})
	}
}

func TestEnding(t *testing.T) {
	t.Run("an action is done and a goal reached on the way", func(t *testing.T) {
		d, c := withGoal(t)
		d.sees("YOU SAID YOU WOULD", "PRIYA SAID", "GOALS", "chair one panel alone", "TO RAISE")
		d.keys("x")
		d.types("it was on the intranet\n")
		d.seesNot("find the list of panels")
		d.keys("down", "down")
		d.sees("❯  ·        chair one panel alone")
		d.keys("x")
		d.sees("Reached. u takes it back.")
		d.seesNot("chair one panel alone")
		goals, err := d.store().Goals(context.Background(), c.priya)
		if err != nil {
			t.Fatal(err)
		}
		if goals[0].State != journal.GoalReached {
			t.Errorf("the goal is %q", goals[0].State)
		}
		d.keys("u")
		d.sees("chair one panel alone")
	})
	t.Run("a goal is let go, a topic dropped", func(t *testing.T) {
		d, _ := withGoal(t)
		d.keys("end", "d")
		d.sees("Dropped.")
		d.keys("end", "up")
		d.sees("❯  ·        chair one panel alone")
		d.keys("d")
		d.sees("Let go.")
	})
	t.Run("a goal is put in other words", func(t *testing.T) {
		d, _ := withGoal(t)
		d.keys("down", "down", "down", "e")
		d.types(", in spring\n")
		d.sees("Changed.", "chair one panel alone, in spring (confidence)")
	})
	t.Run("an ended one can still be settled", func(t *testing.T) {
		d, c := withGoal(t)
		d.keys("E", "y", "d", "enter")
		d.sees("Dropped.", "It ended on")
		if r := d.relationship(c.priya); r.OpenMine != 1 || r.State != journal.StateEnded {
			t.Errorf("the journal has %+v", r)
		}
	})
	t.Run("a journal that can only be read", func(t *testing.T) {
		d := readsOnly(t)
		d.open(NewEnding(d.root.env, d.sessions()[0].RelationshipID))
		d.sees("Ending well with Priya N.")
		d.keys("E")
		d.sees("The journal can only be read, so nothing can be changed in it.")
		d.seesNot("End it with")
	})
	t.Run("end it and leave what is open", func(t *testing.T) {
		d, c := withGoal(t)
		d.keys("E")
		d.sees("End it with Priya Nair?", "Still open: 2 actions of yours, 1 of Priya's, 1 goal, 2 topics")
		d.keys("y")
		d.sees("Ended with Priya Nair", "It ended on Sat 21 Nov", "find the list of panels")
		r := d.relationship(c.priya)
		if r.State != journal.StateEnded || r.EndedOn != d.root.env.Day() || r.OpenMine != 2 {
			t.Errorf("the journal has %+v", r)
		}
		d.keys("u")
		d.sees("Ending well with Priya Nair")
	})
	t.Run("end it and drop what is open", func(t *testing.T) {
		d, c := withGoal(t)
		d.keys("E", "d")
		d.seesNot("find the list of panels")
		if r := d.relationship(c.priya); r.State != journal.StateEnded || r.OpenMine+r.OpenTheirs != 0 {
			t.Errorf("the journal has %+v", r)
		}
		d.keys("u")
		d.sees("find the list of panels", "Ending well with")
	})
	t.Run("not after all", func(t *testing.T) {
		d, c := withGoal(t)
		d.keys("E", "esc")
		if r := d.relationship(c.priya); r.State != journal.StateActive {
			t.Errorf("it is %s", r.State)
		}
	})
	t.Run("nothing open offers nothing to drop", func(t *testing.T) {
		d, c := seeded(t, func(e *Env, c circle) Screen { return NewEnding(e, c.ines) })
		d.sees("Nothing is open between you")
		d.keys("E", "d")
		d.seesNot("drops them")
		if r := d.relationship(c.ines); r.State != journal.StatePaused {
			t.Errorf("it is %s", r.State)
		}
		d.keys("y")
		d.sees("It ended on Sat 21 Nov")
	})
	t.Run("thanks are kept, before and after", func(t *testing.T) {
		d, c := withGoal(t)
		d.size(80, 30)
		d.keys("t")
		d.types("For the walks.")
		d.keys("ctrl+s")
		d.sees("THANKS", "For the walks.")
		d.keys("E", "y")
		d.sees("It ended on", "For the walks.")
		d.keys("t")
		d.types(" And the tea.")
		d.keys("ctrl+s")
		if r := d.relationship(c.priya); r.Thanks != "For the walks. And the tea." || r.State != journal.StateEnded {
			t.Errorf("the journal has %q, %s", r.Thanks, r.State)
		}
	})
	t.Run("long thanks are whole where there is room", func(t *testing.T) {
		d, _ := withGoal(t)
		d.size(80, 40)
		d.keys("t")
		d.types("It began in a corridor. " + strings.Repeat("You asked before you told. ", 16) + "That is the last of it.")
		d.keys("ctrl+s")
		d.sees("It began in a corridor.", "That is the last of it.")
		d.size(80, 24)
		d.sees("It began in a corridor.", "…")
	})
	t.Run("the day it ended", func(t *testing.T) {
		d, c := withGoal(t)
		d.keys("E", "y", "w", "ctrl+a", "delete")
		d.types("1 nov\n")
		d.sees("It ended on Sun 1 Nov")
		if got := d.relationship(c.priya).EndedOn.String(); got != "2026-11-01" {
			t.Errorf("the journal has %s", got)
		}
	})
	t.Run("begin again", func(t *testing.T) {
		d, c := withGoal(t)
		d.keys("t")
		d.types("For the walks.")
		d.keys("ctrl+s", "E", "y", "B")
		d.sees("Priya Nair · I mentor", "Begun again.")
		d.seesNot("Ending well", "ended ·", "E end it")
		d.keys("shift+tab")
		d.sees("ended 21 Nov 2026, begun again 21 Nov 2026", "thanks then   For the walks.")
		d.keys("F")
		d.sees("Ending well with Priya Nair")
		d.seesNot("It ended on")
		d.keys("esc", "u", "F")
		d.sees("Ended with Priya Nair", "It ended on Sat 21 Nov")
		d.keys("ctrl+r")
		d.sees("Ending well with Priya Nair")
		if r := d.relationship(c.priya); r.State != journal.StateActive || !r.EndedOn.IsZero() {
			t.Errorf("the journal has %s, %s", r.State, r.EndedOn)
		}
	})
	t.Run("endings before are read on the page", func(t *testing.T) {
		d, c := withGoal(t)
		d.size(80, 40)
		d.keys("t")
		d.types("For the walks.")
		d.keys("ctrl+s", "E", "y", "B")
		d.sees("Begun again.")
		d.open(NewEnding(d.root.env, c.priya))
		d.sees("BEFORE", "ended 21 Nov 2026, begun again 21 Nov 2026", "For the walks.")
	})
	t.Run("an ending before is put right", func(t *testing.T) {
		d, c := withGoal(t)
		d.keys("b")
		d.sees("It never ended and began again.")
		d.keys("t")
		d.types("For the walks.")
		d.keys("ctrl+s", "E", "y", "B")
		d.open(NewEnding(d.root.env, c.priya))
		d.keys("b")
		d.sees("As it ended before", "For the walks.")
		d.keys("ctrl+u")
		d.types("2027-01-01")
		d.keys("tab")
		d.types(" And the tea.")
		d.keys("ctrl+s")
		d.sees("A day that has been")
		d.keys("ctrl+u")
		d.types("yesterday")
		d.keys("ctrl+s")
		d.sees("For the walks. And the tea.", "ended 20 Nov 2026")
		d.keys("u")
		d.seesNot("And the tea.")
	})
	t.Run("begin again goes to the page it was opened from", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.keys("F", "E", "y", "B")
		d.sees("Priya Nair · I mentor", "Begun again.")
		d.keys("esc")
		d.seesNot("Ending well", "Ended with", "Priya Nair · I mentor")
	})
	t.Run("what is planned goes with it", func(t *testing.T) {
		d, c := seeded(t, samsPage)
		if err := d.store().PlanReview(context.Background(), c.sam, journal.Date{Year: 2026, Month: 12, Day: 3}); err != nil {
			t.Fatal(err)
		}
		d.keys("F", "E")
		d.sees("The conversation planned for Tue 24 Nov and the review planned for Thu 3", "Dec go with it.")
		d.keys("y")
		if r := d.relationship(c.sam); !r.NextSession.IsZero() {
			t.Errorf("the journal has %+v", r.Relationship)
		}
	})
	t.Run("in a small window what is planned is still said", func(t *testing.T) {
		d, c := seeded(t, samsPage)
		d.must(d.store().PlanReview(context.Background(), c.sam, journal.Date{Year: 2026, Month: 12, Day: 3}))
		d.keys("F", "E")
		d.size(40, 10)
		d.sees("24 Nov and the review planned", "for Thu 3 Dec go with it.")
		d.keys("down", "down", "down", "down")
		d.sees("1 topic.")
		d.seesNot("conversation planned")
		d.keys("up", "up", "up", "up")
		d.sees("24 Nov and the review planned")
	})
	t.Run("on another day", func(t *testing.T) {
		d, c := withGoal(t)
		r := d.relationship(c.priya).Relationship
		r.From = journal.Date{Year: 2026, Month: 10, Day: 1}
		d.must(d.store().ChangeRelationship(context.Background(), r))
		d.send(changedMsg{})
		d.keys("E", "w")
		d.types("2027-01-01\n")
		d.sees("A day that has been")
		d.keys("ctrl+a", "delete")
		d.types("2026-09-30\n")
		d.sees("It began on Thu 1 Oct; it ended on that day or later.")
		d.keys("ctrl+a", "delete")
		d.types("1 nov\n")
		d.sees("End it with Priya Nair?", "It ended on Sun 1 Nov.")
		d.keys("y")
		d.sees("Ended with Priya Nair", "It ended on Sun 1 Nov")
		d.keys("w", "ctrl+a", "delete")
		d.types("2026-09-30\n")
		d.sees("it ended on that day or later")
	})
	t.Run("declined after conversations", func(t *testing.T) {
		d, c := withGoal(t)
		ctx := context.Background()
		d.must(d.store().Trial(ctx, c.priya, journal.Date{}))
		_, err := d.store().Decline(ctx, c.priya, "")
		d.must(err)
		d.send(changedMsg{})
		d.sees("Not taken up with Priya Nair", "though you talked 3 times. E ends it well all", "E end it", "B consider again")
		d.keys("E", "y")
		d.sees("Ended with Priya Nair", "It ended on Sat 21 Nov")
	})
	t.Run("declined before any", func(t *testing.T) {
		d, id := considered(t, journal.RoleMentee)
		_, err := d.store().Decline(context.Background(), id, "")
		d.must(err)
		d.send(changedMsg{})
		d.keys("F")
		d.sees("Not taken up with Leila Marsh", "there is nothing to end", "B consider again")
		d.keys("E")
		d.seesNot("End it with")
		d.keys("B")
		d.sees("Leila Marsh · mentors me · considering")
	})
	t.Run("read back years later", func(t *testing.T) {
		d, c := withGoal(t)
		d.keys("t")
		d.types("For the walks.")
		d.keys("ctrl+s", "E", "y")
		d.now = d.now.AddDate(3, 0, 0)
		d.size(80, 24)
		d.open(NewRelationship(d.root.env, c.priya))
		d.sees("Priya Nair · I mentor · ended", "ended 21 Nov 2026 · talked 3 times", "chairing is listening", "F ending")
		d.keys("shift+tab")
		d.sees("ended         21 Nov 2026", "thanks        For the walks.")
		d.keys("F")
		d.sees("It ended on Sat 21 Nov 2026", "find the list of panels")
	})
	t.Run("sit with a question about them", func(t *testing.T) {
		d, _ := seeded(t, priyasEnding)
		d.keys("s")
		d.sees("about Priya")
	})
	t.Run("whole and readable", func(t *testing.T) {
		d, _ := seeded(t, priyasEnding)
		d.keys("E", "y", "enter")
		d.sees("Priya Nair · I mentor · ended", "chairing is listening")
	})
	t.Run("somebody deleted", func(t *testing.T) {
		d, _ := seeded(t, func(e *Env, c circle) Screen { return NewEnding(e, 99999) })
		if d.screen() == "" {
			t.Error("nothing is said")
		}
		d.seesNot("Ending well")
	})
	t.Run("fits every window", func(t *testing.T) {
		d, _ := withGoal(t)
		for _, size := range [][2]int{{40, 10}, {47, 13}, {60, 20}, {110, 35}, {200, 60}} {
			d.size(size[0], size[1])
			d.fits(size[0], size[1])
		}
	})
}
