package tui

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

// otherYears adds to a journal what was on this day and around it in other years.
func (d *desk) otherYears(c circle) {
	d.t.Helper()
	ctx := context.Background()
	for _, n := range []struct {
		rel  int64
		role journal.Role
		at   time.Time
		text string
	}{
		{c.priya, journal.RoleMentor, d.now.AddDate(-1, 0, 0), "Priya said the panel was a wall to her.\npriv: she may leave the company\nshift: a wall is a thing to lean on\ngot: how she reads a room"},
		{c.aoi, journal.RoleMentor, d.now.AddDate(-1, 0, 0).Add(-2 * time.Hour), "葵さんと川沿いを歩いた。来年の計画について話した。 " + strings.Repeat("長い言葉", 40)},
		{c.ines, journal.RoleMutual, d.now.AddDate(-3, 0, 0), "We began, and neither of us knew how."},
		{c.sam, journal.RoleMentee, d.now.AddDate(-7, 0, 0), "- [ ] bring a question\nshift: questions are a gift"},
	} {
		if _, err := d.store().KeepNote(ctx, journal.Note{RelationshipID: n.rel, Role: n.role, At: n.at, Minutes: 40, Text: n.text}); err != nil {
			d.t.Fatal(err)
		}
	}
	if _, err := d.store().KeepAnswer(ctx, journal.Draft{Asked: journal.Asked{Question: "What did somebody once see in you?"}, At: d.now.AddDate(-7, 0, 0), Text: "That I ask more than I tell.\nshift: being asked is being seen"}); err != nil {
		d.t.Fatal(err)
	}
	d.settle(d.root.reload())
}

// lookingBack is a desk on the page, on the part with this name, in a journal of some years.
func lookingBack(t testing.TB, part string) (*desk, circle) {
	t.Helper()
	d := newDesk(t)
	c := someYears(d)
	d.otherYears(c)
	d.open(newLookBack(d.root.env, func(int64) int64 { return 6 }))
	d.turnTo(part)
	return d, c
}

func TestLookBackGolden(t *testing.T) {
	for _, part := range []string{"this day", "a month", "by chance", "shifts"} {
		t.Run(part, func(t *testing.T) {
			d, _ := lookingBack(t, part)
			d.in(t).goldens()
		})
		t.Run(part+" of nothing", func(t *testing.T) {
			d := newDesk(t)
			d.keys("M")
			d.turnTo(part)
			d.in(t).goldens()
		})
	}
	t.Run("a year", func(t *testing.T) {
		d, _ := lookingBack(t, "a month")
		d.keys("y")
		d.in(t).goldens()
	})
	t.Run("the same week", func(t *testing.T) {
		d, _ := lookingBack(t, "this day")
		d.now = d.now.AddDate(0, 0, 2)
		d.settle(d.root.reload())
		d.in(t).goldens()
	})
	t.Run("one row", func(t *testing.T) {
		d := newDesk(t)
		if _, err := d.store().KeepNote(context.Background(), journal.Note{PersonName: "Ada", Role: journal.RoleMentor, At: d.now.AddDate(-2, 0, 0), Text: "shift: one"}); err != nil {
			t.Fatal(err)
		}
		d.keys("M", "shift+tab")
		d.in(t).goldens()
	})
	t.Run("discreet", func(t *testing.T) {
		d, _ := lookingBack(t, "this day")
		d.keys("v")
		d.in(t).goldens()
	})
}

func TestLookBackDay(t *testing.T) {
	t.Run("each opens", func(t *testing.T) {
		d, _ := lookingBack(t, "this day")
		d.sees("2025 · a year ago", "2023 · 3 years ago", "2019 · 7 years ago", "What did somebody once see in you?", "Priya Nair")
		d.keys("enter")
		d.sees("a wall to her")
		d.keys("esc", "end", "enter")
		d.sees("bring a question")
	})
	t.Run("it is read anew", func(t *testing.T) {
		d, c := lookingBack(t, "this day")
		d.keys("down")
		for _, v := range d.sessionsOf(c.priya) {
			if strings.Contains(v.Note, "a wall to her") {
				if err := d.store().DeleteSession(context.Background(), v.ID); err != nil {
					t.Fatal(err)
				}
			}
		}
		d.settle(d.root.reload())
		d.seesNot("a wall to her")
		d.sees("❯ 渡辺 葵")
	})
}

func TestLookBackMonth(t *testing.T) {
	t.Run("to other months", func(t *testing.T) {
		d, _ := lookingBack(t, "a month")
		d.sees("November 2026", "CONVERSATIONS", "SHIFTS", "chairing is listening")
		d.keys("[")
		d.sees("October 2026", "She asked for harder")
		d.keys("h", "h")
		d.sees("August 2026", "Nothing is kept from August 2026.")
		d.keys("]", "l", "l")
		d.sees("November 2026")
		d.keys("]")
		d.sees("November 2026", "This month is not over yet.")
	})
	t.Run("a year and back", func(t *testing.T) {
		d, _ := lookingBack(t, "a month")
		d.keys("y")
		d.sees("[a year]", "2026", "5 conversations with 3 people")
		d.keys("[")
		d.sees("2025", "a wall is a thing to lean on", "3 conversations with 2 people")
		d.keys("y")
		d.sees("[a month]", "January 2025")
		d.keys("t")
		d.sees("November 2026")
	})
	t.Run("by its name", func(t *testing.T) {
		d, _ := lookingBack(t, "a month")
		d.keys("w")
		d.types("nov 2023\n")
		d.sees("November 2023", "We began")
		d.keys("w")
		d.types("smarch\n")
		d.sees("is no month or year")
		d.sees("enter go · esc never mind")
		d.keys("esc") // nothing in it is to be kept
		d.sees("November 2023")
	})
	t.Run("what was done with actions and goals", func(t *testing.T) {
		d, c := lookingBack(t, "a month")
		ctx, st := context.Background(), d.store()
		goal := d.addsGoal(c.priya, "", "", "speak first")
		if err := st.SetGoalState(ctx, goal.ID, journal.GoalReached); err != nil {
			t.Fatal(err)
		}
		action, err := st.AddAction(ctx, journal.Action{RelationshipID: c.sam, Owner: journal.OwnerThem, Text: "lend me the book", State: journal.ActionOpen})
		if err != nil {
			t.Fatal(err)
		}
		if err := st.CloseAction(ctx, action.ID, journal.ActionDropped, "it was lost"); err != nil {
			t.Fatal(err)
		}
		d.settle(d.root.reload())
		d.size(120, 60)
		d.sees("ACTIONS LET GO", "lend me the book → it was lost", "GOALS REACHED", "speak first", "RECEIVED", "her view of remote panels", "1 goal reached")
		d.keys("home")
		for range 40 {
			if strings.Contains(d.screen(), "❯ "+"Sat 21 Priya Nair       speak first") {
				break
			}
			d.keys("down")
		}
		d.keys("enter")
		d.sees("speak first")
		d.seesNot("Looking back")
	})
}

// TestLookBackOrder goes through what a month was made of in the order the printed page has.
func TestLookBackOrder(t *testing.T) {
	d := newDesk(t)
	p := newLookDays(d.root.env, nil)
	p.days = journal.MonthOf(d.root.env.Day())
	action := func(s journal.ActionState) journal.ActionView {
		return journal.ActionView{Action: journal.Action{State: s}}
	}
	p.take(journal.LookBack{
		Sessions: make([]journal.Memory, 1), Shifts: make([]journal.PastLine, 1), Answers: make([]journal.Memory, 1), Reviews: make([]journal.PastReview, 1), Met: make([]journal.Meeting, 1),
		Actions:   []journal.ActionView{action(journal.ActionDone), action(journal.ActionDropped)},
		Goals:     []journal.PastGoal{{Goal: journal.Goal{State: journal.GoalReached}}, {Goal: journal.Goal{State: journal.GoalLetGo}}},
		Exchanges: []journal.PastLine{{Direction: journal.Got}, {Direction: journal.Gave}}, Agreements: make([]journal.PastAgreement, 1),
	})
	var heads []string
	for _, line := range p.list.lines {
		if line.head {
			heads = append(heads, line.text)
		}
	}
	want := "CONVERSATIONS, SHIFTS, ACTIONS DONE, ACTIONS LET GO, GOALS REACHED, GOALS LET GO, ANSWERS, AGREED, REVIEWS, GIVEN, RECEIVED, TALKED WITH FOR THE FIRST TIME"
	if got := strings.Join(heads, ", "); got != want {
		t.Errorf("%s", got)
	}
}

func TestLookBackChance(t *testing.T) {
	d := newDesk(t)
	for i := range 3 {
		if _, err := d.store().KeepNote(context.Background(), journal.Note{PersonName: "Ada", Role: journal.RoleMentor, At: d.now, Text: fmt.Sprint("words of ", i)}); err != nil {
			t.Fatal(err)
		}
	}
	draws := []int64{1, 1, 2, 0}
	d.open(newLookBack(d.root.env, func(int64) int64 {
		n := draws[0]
		draws = draws[1:]
		return n
	}))
	d.turnTo("by chance")
	d.sees("words of 1", "Ada · I mentor")
	d.settle(d.root.reload()) // what is shown stays
	d.sees("words of 1")
	d.keys("space") // the same one does not come again
	d.sees("words of 2")
	d.keys("enter")
	d.seesNot("Looking back")
	d.keys("esc", "space")
	d.sees("words of 0")
}

func TestLookBackShifts(t *testing.T) {
	t.Run("one line", func(t *testing.T) {
		d, _ := lookingBack(t, "shifts")
		d.size(80, 40)
		d.sees("2026  ┬", "2025  ┼", "2019  ┼", "┴", "chairing is listening", "a wall is a thing to lean on")
		d.keys("enter")
		d.sees("slept badly")
		d.keys("esc", "end", "enter")
		d.sees("questions are a gift")
	})
	t.Run("a long one is read on", func(t *testing.T) {
		d := newDesk(t)
		c := someYears(d)
		for i := range 130 {
			if _, err := d.store().KeepNote(context.Background(), journal.Note{RelationshipID: c.sam, Role: journal.RoleMentee, At: d.now.AddDate(0, 0, -20*i), Text: fmt.Sprintf("shift: number %d", i)}); err != nil {
				t.Fatal(err)
			}
		}
		d.keys("M", "shift+tab")
		d.seesNot("┴")
		for range 20 {
			d.keys("pgdown")
		}
		d.sees("number 129", "┴")
	})
}

func TestLookBackVeil(t *testing.T) {
	d, _ := lookingBack(t, "this day")
	d.keys("v")
	for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 50}} {
		d.size(size[0], size[1])
		for range 5 {
			d.seesNot("Priya", "Sam T", "Inés", "leave the company")
			d.keys("tab")
		}
	}
	d.turnTo("this day")
	d.sees("P. N.", "P. said")
}

func TestLookBackFits(t *testing.T) {
	for _, part := range []string{"this day", "a month", "by chance", "shifts"} {
		t.Run(part, func(t *testing.T) {
			d, _ := lookingBack(t, part)
			for _, size := range [][2]int{{40, 10}, {41, 13}, {60, 20}, {80, 24}, {109, 30}, {110, 35}, {200, 60}} {
				d.size(size[0], size[1])
				for _, key := range []string{"end", "home", "down"} {
					d.keys(key)
					d.fits(size[0], size[1])
					if part != "by chance" {
						d.sees("❯")
					}
				}
			}
		})
	}
}

func TestTodayPast(t *testing.T) {
	t.Run("one line", func(t *testing.T) {
		d := newDesk(t)
		c := someYears(d)
		d.seesNot("look back")
		d.otherYears(c)
		d.size(110, 40)
		d.sees("A year ago today, Priya: “Priya said the panel was a wall to her.”   M look back")
		d.keys("v")
		d.sees("A year ago today, P.: “P. said")
		d.keys("M")
		d.sees("[this day]", "2025 · a year ago")
	})
	t.Run("where there is room", func(t *testing.T) {
		d := newDesk(t)
		c := someYears(d)
		d.otherYears(c)
		d.size(80, 16)
		d.seesNot("A year ago today")
		for _, size := range [][2]int{{40, 40}, {60, 20}, {80, 24}, {80, 30}, {120, 40}} {
			d.size(size[0], size[1])
			d.fits(size[0], size[1])
		}
	})
	t.Run("not in the same week", func(t *testing.T) {
		d := newDesk(t)
		c := someYears(d)
		d.otherYears(c)
		d.now = d.now.AddDate(0, 0, 1)
		d.settle(d.root.reload())
		d.size(110, 40)
		d.seesNot("look back", "ago today")
	})
	t.Run("29 February", func(t *testing.T) {
		d := newDesk(t)
		if _, err := d.store().KeepNote(context.Background(), journal.Note{PersonName: "Ada", Role: journal.RoleMentor, At: time.Date(2024, 2, 29, 9, 0, 0, 0, london(t)), Text: "a day to spare"}); err != nil {
			t.Fatal(err)
		}
		d.now = time.Date(2027, 2, 28, 9, 0, 0, 0, london(t))
		d.settle(d.root.reload())
		d.sees("29 February 2024, Ada: “a day to spare”")
	})
}
