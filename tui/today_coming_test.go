package tui

import (
	"context"
	"fmt"
	"testing"

	"bothways/journal"
)

// expected is a journal in which something of every kind is coming. The cursor is on the first of them.
func expected(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t)
	d.knows("Noor Haddad", journal.Relationship{Role: journal.RoleMentee, State: journal.StateConsidering, AskedOn: d.day(1)})
	d.knows("Walter O.", journal.Relationship{Role: journal.RoleMentor, State: journal.StateConsidering, AskedOn: d.day(-9)})
	d.knows("Mina Orrego", journal.Relationship{Role: journal.RoleMentee, State: journal.StateAsked, AskedOn: d.day(-2)})
	leila := d.knows("Leila Farouk", journal.Relationship{Role: journal.RoleMentee, State: journal.StateTrial, TrialUntil: d.day(6), Until: d.day(12)})
	if err := d.store().PlanReview(context.Background(), leila, d.day(0)); err != nil {
		t.Fatal(err)
	}
	d.send(changedMsg{})
	return d
}

func TestTodayComingGolden(t *testing.T) { expected(t).goldens() }

func TestPrepareComingGolden(t *testing.T) {
	d := expected(t)
	d.open(NewPrepare(d.root.env, d.at("Leila")))
	d.goldens()
}

func TestTodayComing(t *testing.T) {
	t.Run("all of it, soonest first, each through its own day", func(t *testing.T) {
		d := expected(t)
		d.sees("today    Leila Farouk · review", "Sun 22   ask Noor Haddad", "Fri 27   Leila Farouk · the trial ends", "Thu 3    Leila Farouk · the period ends")
		d.now = d.now.AddDate(0, 0, 1)
		d.send(changedMsg{})
		d.seesNot("· review")
		d.sees("today    ask Noor Haddad")
		d.now = d.now.AddDate(0, 0, 1)
		d.send(changedMsg{})
		d.seesNot("ask Noor Haddad")
		d.sees("ask? meant for Sun")
		d.now = d.now.AddDate(0, 0, 4)
		d.send(changedMsg{})
		d.sees("today    Leila Farouk · the trial ends")
	})
	t.Run("a review is held on its day", func(t *testing.T) {
		d := expected(t)
		d.isOn("Leila Farouk · review")
		d.sees("w hold review")
		d.keys("w")
		d.sees("Leila Farouk")
		d.seesNot("COMING UP", "The next conversation")
	})
	t.Run("on the day to ask it is noted, or moved", func(t *testing.T) {
		d := expected(t)
		d.onto("ask Noor")
		d.keys("w")
		d.sees("Asked Noor Haddad")
		d.types("thu")
		d.keys("ctrl+s")
		d.sees("Noted for Thu 26 Nov.", "Thu 26   ask Noor Haddad")
		d.keys("w")
		d.types("today")
		d.keys("ctrl+s")
		d.sees("Noted: asked.")
		d.seesNot("ask Noor Haddad")
		d.sees("asked         Noor Haddad")
	})
	t.Run("an asking opens who it is", func(t *testing.T) {
		d := expected(t)
		d.onto("ask Noor")
		d.keys("enter")
		d.sees("you mean to ask on Sun 22 Nov")
	})
	t.Run("before a trial ends a review of it is planned for that day", func(t *testing.T) {
		d := expected(t)
		if err := d.store().DeleteReview(context.Background(), d.reviews(d.at("Leila"))[0].ID); err != nil {
			t.Fatal(err)
		}
		d.send(changedMsg{})
		d.onto("the trial ends")
		d.keys("w")
		d.sees("A review with Leila Farouk", "enter takes Fri 27 Nov")
		d.keys("enter")
		d.sees("Planned for Fri 27 Nov.", "Fri 27   Leila Farouk · review")
	})
	t.Run("an asking that has passed is said softly, once", func(t *testing.T) {
		d := expected(t)
		d.keys("tab")
		d.onto("Walter O.")
		d.sees("offer? meant for 12 Nov", "you meant to offer on Thu 12 Nov; w notes it, or another day, ! says no")
		d.keys("!")
		d.seesNot("meant for")
		d.keys("u")
		d.sees("offer? meant for 12 Nov")
		d.keys("w")
		d.types("yesterday")
		d.keys("ctrl+s")
		d.sees("Noted: offered.")
		d.seesNot("meant for")
	})
	t.Run("who was asked once and is considered again is not one to have asked", func(t *testing.T) {
		d, ctx := expected(t), context.Background()
		mina := d.at("Mina")
		if _, err := d.store().Decline(ctx, mina, ""); err != nil {
			t.Fatal(err)
		}
		d.must(d.store().BeginAgain(ctx, mina))
		d.send(changedMsg{})
		d.sees("considering   Mina Orrego")
		d.seesNot("ask? meant for")
	})
	t.Run("nobody's day is lost behind many people", func(t *testing.T) {
		d := newDesk(t)
		rel := d.knows("Priya N.", journal.Relationship{Role: journal.RoleMentor})
		if err := d.store().PlanReview(context.Background(), rel, d.day(3)); err != nil {
			t.Fatal(err)
		}
		for i := range todayPeople + 5 {
			d.talks(d.knows(fmt.Sprint("Somebody ", i), journal.Relationship{Role: journal.RoleMentor}), []int{i % 5}, 0)
		}
		d.send(changedMsg{})
		d.sees("Tue 24   Priya N. · review")
		d.keys("w")
		d.sees("enter takes Tue 24 Nov")
	})
	t.Run("a long name leaves what comes whole", func(t *testing.T) {
		d := newDesk(t)
		d.knows("Wilhelmina-Charlotte 日本語 van der Oosterhuizen-Nakamura the Elder of the Hills", journal.Relationship{Role: journal.RoleMentor, State: journal.StateTrial, TrialUntil: d.day(2)})
		d.send(changedMsg{})
		for _, w := range []int{40, 60, 80} {
			d.size(w, 24)
			d.sees("… · the trial ends")
			checkFits(t, fmt.Sprint(w), d.screen(), w, 24)
		}
	})
}

func TestTodayCandidates(t *testing.T) {
	d := expected(t)
	d.sees("considering   Noor Haddad", "considering   Walter O.", "asked         Mina Orrego", "not yet       Leila Farouk")
}
