package tui

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

// toward is the page for somebody with goals, and with something that is hard to ask.
func toward(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t)
	ctx, now := context.Background(), d.now
	rel := d.knows("Sam T.", journal.Relationship{Role: journal.RoleMentee})
	d.now = time.Date(2026, time.May, 12, 10, 0, 0, 0, now.Location())
	if _, err := d.store().AddTopic(ctx, journal.Topic{RelationshipID: rel, Text: "whether I should stay on this team", Hard: true}); err != nil {
		t.Fatal(err)
	}
	d.now = now.AddDate(0, 0, -12)
	note := "We looked at my calendar. Sam asked which of these only I could do, and I had no answer.\n" + strings.Repeat("It went on for a while, and then we walked along the river and back. ", 4) +
		"\n- [ ] try saying no to one meeting\nask: how promotion really works here\nask!: what he thinks of me\nshift: being useful is not the same as being busy"
	if _, err := d.store().KeepNote(ctx, journal.Note{RelationshipID: rel, At: d.now, Text: note}); err != nil {
		t.Fatal(err)
	}
	for i, g := range []journal.Goal{
		{Text: "say what I think in the room", Kind: journal.GoalFocus, Tag: "confidence"},
		{Text: "learn to plan a quarter"},
		{Text: "an old one"},
	} {
		d.now = d.now.Add(time.Minute)
		g.RelationshipID = rel
		added, err := d.store().AddGoal(ctx, g)
		if err != nil {
			t.Fatal(err)
		}
		switch i {
		case 0:
			_, err = d.store().AddGoalNote(ctx, journal.GoalNote{GoalID: added.ID, On: journal.DateOf(d.now), Text: "once, and it was heard"})
		case 2:
			err = d.store().SetGoalState(ctx, added.ID, journal.GoalLetGo)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	d.now = now
	d.open(NewPrepare(d.root.env, rel))
	return d
}

func TestPrepareGoalsGolden(t *testing.T) { toward(t).goldens() }

func TestPrepareGoals(t *testing.T) {
	t.Run("what is hard to ask stands apart and says how long it waits", func(t *testing.T) {
		d := toward(t)
		d.size(80, 50)
		d.sees("HARD TO ASK", "? hard   whether I should stay on this team  waiting since May")
		if row := d.row("what he thinks of me"); strings.Contains(row, "since") {
			t.Errorf("it does not wait long: %q", row)
		}
		d.onto("whether I should stay")
		d.keys("!")
		d.sees("·        whether I should stay")
		d.chose("whether I should stay")
		d.keys("u")
		d.onto("whether I should stay")
		d.keys("x")
		d.sees("Raised. u takes it back.")
		d.seesNot("whether I should stay")
	})
	t.Run("goals are noted, reached and let go where they stand", func(t *testing.T) {
		d := toward(t)
		d.size(80, 50)
		d.sees("WORKING TOWARD", "say what I think in the room (confidence)  last note 9 Nov")
		d.seesNot("an old one")
		d.onto("learn to plan")
		d.keys("m", "ctrl+s")
		d.sees("A note on a goal needs a few words.")
		d.types("the first draft is there")
		d.keys("ctrl+s")
		d.sees("Noted.", "learn to plan a quarter  last note 21 Nov")
		d.keys("x")
		d.sees("Reached. u takes it back.")
		d.seesNot("learn to plan")
		d.keys("u")
		d.onto("learn to plan")
		d.keys("d")
		d.sees("Let go. u takes it back.")
		d.seesNot("learn to plan")
	})
	t.Run("without goals and hard topics there is nothing of them", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewPrepare(d.root.env, d.knows("Sam T.", journal.Relationship{Role: journal.RoleMentee})))
		d.size(80, 50)
		d.seesNot("HARD TO ASK", "WORKING TOWARD")
	})
	t.Run("row by row what stands between the rows is read too, both ways", func(t *testing.T) {
		for _, size := range [][2]int{{40, 10}, {60, 20}, {80, 24}} {
			d := toward(t)
			d.size(size[0], size[1])
			for _, key := range []string{"j", "k"} {
				seen := d.screen()
				for range 60 {
					d.keys(key)
					seen += d.screen()
				}
				for _, words := range []string{"I SAID I WOULD", "TO RAISE", "HARD TO ASK", "LAST TIME", "shift: being", "We looked at my", "WORKING TOWARD", "learn to plan", "TO GO IN WITH"} {
					if !strings.Contains(seen, words) {
						t.Errorf("at %v with %s %q was never seen", size, key, words)
					}
				}
			}
			d.sees("I SAID I WOULD")
		}
	})
	t.Run("a tail stays whole behind long words", func(t *testing.T) {
		d := toward(t)
		if err := d.store().ChangeGoal(context.Background(), journal.Goal{ID: 1, Text: strings.Repeat("日本語 word ", 40), Kind: journal.GoalSkill, Tag: "chairing", State: journal.GoalOpen}); err != nil {
			t.Fatal(err)
		}
		d.send(changedMsg{})
		for _, w := range []int{40, 60, 80} {
			d.size(w, 50)
			d.sees("…  last note 9 Nov")
			checkFits(t, fmt.Sprint(w), d.screen(), w, 50)
		}
	})
}
