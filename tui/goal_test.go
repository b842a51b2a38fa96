package tui

import (
	"context"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

// addsGoal adds a goal with notes of so many days ago.
func (d *desk) addsGoal(rel int64, kind journal.GoalKind, tag, text string, notes ...journal.GoalNote) journal.Goal {
	d.t.Helper()
	g, err := d.store().AddGoal(context.Background(), journal.Goal{RelationshipID: rel, Kind: kind, Tag: tag, Text: text})
	if err != nil {
		d.t.Fatal(err)
	}
	for _, n := range notes {
		n.GoalID = g.ID
		if _, err := d.store().AddGoalNote(context.Background(), n); err != nil {
			d.t.Fatal(err)
		}
	}
	return g
}

// toPart goes to the part of that name on the page of a relationship.
func (d *desk) toPart(name string) {
	d.t.Helper()
	p, ok := d.root.top().(*RelationshipScreen)
	for range 20 {
		if part := p.part(); ok && part != nil && part.title() == name {
			return
		}
		d.keys("tab")
	}
	d.t.Fatalf("there is no part %q", name)
}

// someGoals is the page of Priya with a few goals on it, shown.
func someGoals(t testing.TB) (*desk, circle) {
	t.Helper()
	d, c := seeded(t, priyasPage)
	day := func(n int) journal.Date { return journal.DateOf(d.now).AddDays(n) }
	d.addsGoal(c.priya, journal.GoalFocus, "confidence", "say what I think in the room",
		journal.GoalNote{On: day(-60), Text: "She spoke once, at the end."},
		journal.GoalNote{On: day(-12), Text: "She opened the meeting herself, and was surprised that the room went along with it at once. Next she would like to do it without notes."})
	d.now = d.now.Add(time.Minute)
	d.addsGoal(c.priya, journal.GoalSkill, "chairing", "chair a panel from the first word to the last, with a speaker who does not stop and a clock that does not either")
	d.addsGoal(c.priya, "", "", "know who is who at 渡辺's office")
	closed := d.addsGoal(c.priya, journal.GoalNeed, "risk taking", "apply for something too large")
	if err := d.store().SetGoalState(context.Background(), closed.ID, journal.GoalReached); err != nil {
		t.Fatal(err)
	}
	d.send(changedMsg{})
	d.toPart("goals")
	return d, c
}

func (d *desk) goals(rel int64) []journal.Goal {
	d.t.Helper()
	goals, err := d.store().Goals(context.Background(), rel)
	if err != nil {
		d.t.Fatal(err)
	}
	return goals
}

func TestGoalsGolden(t *testing.T) {
	t.Run("some", func(t *testing.T) {
		d, _ := someGoals(t)
		d.in(t).goldens()
	})
	t.Run("none", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.toPart("goals")
		d.in(t).goldens()
	})
	t.Run("form", func(t *testing.T) {
		d, _ := someGoals(t)
		d.keys("j", "e", "tab")
		d.in(t).goldens()
	})
	t.Run("page", func(t *testing.T) {
		d, _ := someGoals(t)
		d.keys("enter")
		d.in(t).goldens()
	})
	t.Run("progress", func(t *testing.T) {
		d, c := someGoals(t)
		d.open(NewSession(d.root.env, d.sessionsOf(c.priya)[0].ID))
		d.keys("G")
		d.in(t).goldens()
	})
}

func (d *desk) sessionsOf(rel int64) []journal.SessionView {
	d.t.Helper()
	var out []journal.SessionView
	for _, s := range d.sessions() {
		if s.RelationshipID == rel {
			out = append(out, s)
		}
	}
	return out
}

func TestGoals(t *testing.T) {
	t.Run("one is added, about a need", func(t *testing.T) {
		d, c := seeded(t, priyasPage)
		d.toPart("goals")
		d.sees("+ adds a goal")
		d.keys("+")
		d.types("try it unrehearsed")
		d.keys("tab")
		for range 14 {
			d.keys("right")
		}
		d.sees("need: risk taking")
		d.keys("ctrl+s")
		d.sees("Added.", "[goals 1]", "risk taking", "try it unrehearsed", "no note on it yet")
		if g := d.goals(c.priya)[0]; g.Kind != journal.GoalNeed || g.Tag != "risk taking" {
			t.Errorf("it is %+v", g)
		}
		d.keys("u")
		d.sees("+ adds a goal")
	})
	t.Run("a skill that is typed makes it one", func(t *testing.T) {
		d, c := someGoals(t)
		d.keys("e", "tab", "tab")
		d.types("speaking up")
		d.sees("the goal is about this skill")
		d.keys("ctrl+s")
		if g := d.goals(c.priya)[0]; g.Kind != journal.GoalSkill || g.Tag != "speaking up" || g.Text != "say what I think in the room" {
			t.Errorf("it is %+v", g)
		}
	})
	t.Run("no words, no goal", func(t *testing.T) {
		d, c := seeded(t, priyasPage)
		d.toPart("goals")
		d.keys("+", "ctrl+s")
		d.sees("A goal needs a few words.")
		d.keys("esc")
		if got := d.goals(c.priya); len(got) != 0 {
			t.Errorf("there is %+v", got)
		}
	})
	t.Run("what was changed elsewhere meanwhile stays", func(t *testing.T) {
		d, c := someGoals(t)
		g := d.goals(c.priya)[0]
		d.keys("e", "tab", "right")
		g.Text = "say it all"
		if err := d.store().ChangeGoal(context.Background(), g); err != nil {
			t.Fatal(err)
		}
		d.keys("ctrl+s")
		if got := d.goals(c.priya)[0]; got.Text != "say it all" || got.Tag != "self-esteem" {
			t.Errorf("it is %+v", got)
		}
	})
	t.Run("reached, let go, open again", func(t *testing.T) {
		d, c := someGoals(t)
		d.keys("x")
		d.sees("Reached.", "[goals 2]", "❯  · chairing")
		d.keys("d")
		d.sees("Let go.", "[goals 1]")
		d.keys("end", "x")
		d.sees("It is closed; o opens it again.")
		d.keys("o")
		d.sees("Open again.", "[goals 2]")
		states := map[journal.GoalState]int{}
		for _, g := range d.goals(c.priya) {
			states[g.State]++
		}
		if states[journal.GoalOpen] != 2 || states[journal.GoalReached]+states[journal.GoalLetGo] != 2 {
			t.Errorf("they are %v", states)
		}
	})
	t.Run("deleted and brought back", func(t *testing.T) {
		d, c := someGoals(t)
		d.keys("D")
		d.sees("Delete this goal?")
		d.keys("y")
		d.seesNot("say what I think")
		d.keys("u")
		d.sees("say what I think")
		if got := d.goals(c.priya)[0]; len(got.Notes) != 2 {
			t.Errorf("it is %+v", got)
		}
	})
}

func TestGoalNotes(t *testing.T) {
	t.Run("one is added for a day, changed, deleted", func(t *testing.T) {
		d, c := someGoals(t)
		d.keys("enter")
		d.sees("say what I think in the room", "open · focus: confidence · Priya Nair", "Mon 9 Nov", "Tue 22 Sep")
		d.keys("+")
		d.types("it was easier")
		d.keys("tab")
		d.types("yesterday")
		d.sees("Fri 20 Nov")
		d.keys("ctrl+s")
		d.sees("Noted.", "❯ Mon 9 Nov", "it was easier")
		d.keys("home", "e")
		d.types(" than before")
		d.keys("ctrl+s")
		n := d.goals(c.priya)[0].Notes[0]
		if n.Text != "it was easier than before" || n.On.String() != "2026-11-20" {
			t.Errorf("it is %+v", n)
		}
		d.keys("D", "y")
		d.seesNot("it was easier")
		d.keys("u")
		d.sees("it was easier than before")
	})
	t.Run("of today where no day is typed", func(t *testing.T) {
		d, c := someGoals(t)
		d.keys("enter", "+")
		d.types("again")
		d.keys("ctrl+s")
		if n := d.goals(c.priya)[0].Notes[0]; n.On != journal.DateOf(d.now) || n.SessionID != 0 {
			t.Errorf("it is %+v", n)
		}
		d.keys("home", "enter")
		d.sees("there is no conversation to read")
	})
	t.Run("the goal is reached on its own page", func(t *testing.T) {
		d, _ := someGoals(t)
		d.keys("enter", "x")
		d.sees("reached Sat 21 Nov")
		d.keys("o")
		d.sees("open · focus")
	})
	t.Run("many are scrolled through", func(t *testing.T) {
		d, c := someGoals(t)
		g := d.goals(c.priya)[0]
		for range 25 {
			if _, err := d.store().AddGoalNote(context.Background(), journal.GoalNote{GoalID: g.ID, Text: strings.Repeat("on and on ", 30)}); err != nil {
				t.Fatal(err)
			}
		}
		d.keys("enter", "end")
		d.sees("❯ Tue 22 Sep", "She spoke once, at the end.")
		d.keys("home")
		d.sees("say what I think in the room", "❯ Sat 21 Nov")
	})
	t.Run("a goal that is gone", func(t *testing.T) {
		d, c := someGoals(t)
		d.keys("enter")
		if err := d.store().DeleteGoal(context.Background(), d.goals(c.priya)[0].ID); err != nil {
			t.Fatal(err)
		}
		d.send(changedMsg{})
		d.sees("Not here any more")
	})
}

func TestNoteDay(t *testing.T) {
	now := time.Date(2026, 11, 21, 14, 30, 0, 0, london(t))
	for _, c := range []struct{ typed, want string }{
		{"", "2026-11-21"}, {"today", "2026-11-21"}, {"yesterday", "2026-11-20"}, {"fri", "2026-11-20"}, {"9 nov", "2026-11-09"},
		{"21 nov", "2026-11-21"}, {"22 nov", "2025-11-22"}, {"1 dec", "2025-12-01"}, {"2024-02-29", "2024-02-29"},
	} {
		if d, ok := noteDay(c.typed, now); !ok || d.String() != c.want {
			t.Errorf("%q is %s, %v, want %s", c.typed, d, ok, c.want)
		}
	}
	for _, typed := range []string{"tomorrow", "2026-12-01", "in 2 weeks", "+1m", "soon", "next tue"} {
		if d, ok := noteDay(typed, now); ok {
			t.Errorf("%q is %s", typed, d)
		}
	}
}

func TestProgress(t *testing.T) {
	t.Run("out of a conversation", func(t *testing.T) {
		d, c := someGoals(t)
		s := d.sessionsOf(c.priya)[0]
		d.open(NewSession(d.root.env, s.ID))
		d.keys("G")
		d.types("she chaired the warm-up")
		d.keys("tab", "right", "ctrl+s")
		d.sees("Noted.")
		g := d.goals(c.priya)[1]
		if len(g.Notes) != 1 || g.Notes[0].SessionID != s.ID || g.Notes[0].On != journal.DateOf(s.At) {
			t.Fatalf("it is %+v", g)
		}
		d.keys("esc", "j", "enter")
		d.sees("from a conversation", "she chaired the warm-up")
		d.keys("enter")
		d.sees("She is chairing the panel")
	})
	t.Run("where nothing is worked toward", func(t *testing.T) {
		d, c := seeded(t, priyasPage)
		d.open(NewSession(d.root.env, d.sessionsOf(c.priya)[0].ID))
		d.keys("G")
		d.sees("no open goal")
	})
}
