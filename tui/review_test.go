package tui

import (
	"context"
	"strings"
	"testing"

	"bothways/journal"
)

// someReviews is the page of Priya with a review that is planned and two that were held, shown.
func someReviews(t testing.TB) (*desk, circle) {
	t.Helper()
	d, c := seeded(t, priyasPage)
	ctx, day := context.Background(), journal.DateOf(d.now)
	for _, v := range []struct {
		ago     int
		decided journal.Decision
		text    string
	}{
		{200, journal.DecisionGoOn, "It began slowly."},
		{60, journal.DecisionChange, "## What are the two of you here for, by now?\n\nNot the panel any more. She wants to know whether she would like to lead at all, and I had gone on rehearsing openings as if nothing had changed. We meet every three weeks now, and she brings the question.\n"},
	} {
		if _, err := d.store().KeepReview(ctx, journal.Draft{RelationshipID: c.priya, At: d.now.AddDate(0, 0, -v.ago), Text: v.text}, v.decided); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.store().PlanReview(ctx, c.priya, day.AddDays(9)); err != nil {
		t.Fatal(err)
	}
	d.send(changedMsg{})
	d.toPart("reviews")
	return d, c
}

func (d *desk) reviews(rel int64) []journal.Review {
	d.t.Helper()
	all, err := d.store().Reviews(context.Background(), rel)
	if err != nil {
		d.t.Fatal(err)
	}
	return all
}

func TestReviewsGolden(t *testing.T) {
	t.Run("some", func(t *testing.T) {
		d, _ := someReviews(t)
		d.keys("j")
		d.in(t).goldens()
	})
	t.Run("none", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.toPart("reviews")
		d.in(t).goldens()
	})
	t.Run("writing", func(t *testing.T) {
		d, c := someReviews(t)
		d.addsGoal(c.priya, journal.GoalFocus, "confidence", "say what I think in the room")
		d.keys("enter")
		d.types("We are both still glad of the hour.\n- [ ] send her the three questions fri")
		d.in(t).goldens()
	})
	t.Run("begun", func(t *testing.T) {
		d, _ := someReviews(t)
		d.keys("w")
		d.in(t).goldens()
	})
	t.Run("questions", func(t *testing.T) {
		d, _ := someReviews(t)
		d.keys("w", "ctrl+o", "down")
		d.in(t).goldens()
	})
	t.Run("decision", func(t *testing.T) {
		d, _ := someReviews(t)
		d.keys("w", "ctrl+s")
		d.in(t).goldens()
	})
	t.Run("held", func(t *testing.T) {
		d, _ := someReviews(t)
		d.keys("j", "enter")
		d.in(t).goldens()
	})
}

func TestReviews(t *testing.T) {
	t.Run("one is planned, moved, and planned no more", func(t *testing.T) {
		d, c := seeded(t, priyasPage)
		d.toPart("reviews")
		d.keys("+")
		d.types("1 dec")
		d.sees("Tue 1 Dec")
		d.keys("enter")
		d.sees("Planned for Tue 1 Dec.", "❯ Tue 1 Dec", "planned")
		d.keys("e")
		d.sees("A review with Priya Nair", "enter takes Tue 1 Dec")
		d.types("in 2 weeks")
		d.keys("enter")
		d.sees("❯ Sat 5 Dec")
		if all := d.reviews(c.priya); len(all) != 1 || all[0].Due.String() != "2026-12-05" {
			t.Errorf("there is %+v", all)
		}
		d.keys("D")
		d.sees("Plan it no more?")
		d.keys("y")
		d.seesNot("Sat 5 Dec")
		d.keys("u")
		d.sees("Sat 5 Dec")
	})
	t.Run("a day that is over", func(t *testing.T) {
		d, c := seeded(t, priyasPage)
		d.toPart("reviews")
		d.keys("+")
		d.types("2026-11-01")
		d.keys("enter")
		d.sees("Sun 1 Nov is over; a review needs a day to come.")
		d.keys("ctrl+a", "delete")
		d.types("yesterday")
		d.keys("enter")
		d.sees("Fri 20 Nov is over; a review needs a day to come.")
		d.keys("esc", "esc")
		if all := d.reviews(c.priya); len(all) != 0 {
			t.Errorf("there is %+v", all)
		}
	})
	t.Run("the planned one is held, and the next one planned", func(t *testing.T) {
		d, c := someReviews(t)
		d.keys("enter")
		d.sees("Priya Nair", "planned for Mon 30 Nov")
		d.types("Good, on the whole.")
		d.keys("ctrl+s")
		d.sees("What was decided?")
		d.keys("right", "tab")
		d.types("1 feb")
		d.sees("Mon 1 Feb")
		d.keys("ctrl+s")
		d.sees("Kept.", "Mon 1 Feb 2027", "Sat 21 Nov", "go on", "Good, on the whole.")
		all := d.reviews(c.priya)
		if len(all) != 4 || all[0].Due.String() != "2027-02-01" || all[1].Decision != journal.DecisionGoOn || all[1].Due.String() != "2026-11-30" || all[1].Text != "Good, on the whole." {
			t.Errorf("there is %+v", all)
		}
		d.keys("g")
		d.seesNot("NOT KEPT YET")
	})
	t.Run("one is held now, and the planned one stays", func(t *testing.T) {
		d, c := someReviews(t)
		d.keys("w")
		d.types("Quickly, between two trains.")
		d.keys("ctrl+s")
		d.sees("2026-11-30")
		d.keys("ctrl+s")
		d.sees("Kept.", "Mon 30 Nov", "–")
		if all := d.reviews(c.priya); len(all) != 4 || all[0].Held() || all[1].Decision != "" {
			t.Errorf("there is %+v", all)
		}
	})
	t.Run("the planned one goes where no next one is wanted", func(t *testing.T) {
		d, c := someReviews(t)
		d.keys("w")
		d.types("Enough of reviews.")
		d.keys("ctrl+s", "tab", "ctrl+a", "delete", "ctrl+s")
		if all := d.reviews(c.priya); len(all) != 3 || !all[0].Held() {
			t.Errorf("there is %+v", all)
		}
	})
	t.Run("a decision without words, and neither", func(t *testing.T) {
		d, c := someReviews(t)
		d.keys("w", "ctrl+s", "ctrl+s")
		d.sees("neither words nor a decision")
		d.keys("right", "right", "right", "ctrl+s")
		d.sees("It is paused now.", "without words", "pause")
		r, err := d.store().Relationship(context.Background(), c.priya)
		if err != nil || r.State != journal.StatePaused {
			t.Errorf("it is %s %v", r.State, err)
		}
	})
	t.Run("an end opens the page for it", func(t *testing.T) {
		d, c := someReviews(t)
		d.keys("w")
		d.types("We said goodbye to this.")
		d.keys("ctrl+s", "left", "ctrl+s")
		if got := d.root.top(); got.ID() != NewEnding(d.root.env, c.priya).ID() {
			t.Errorf("on top is %s", got.ID())
		}
		if all := d.reviews(c.priya); all[1].Decision != journal.DecisionEnd {
			t.Errorf("there is %+v", all)
		}
	})
	t.Run("a question becomes a heading", func(t *testing.T) {
		d, _ := someReviews(t)
		d.keys("w", "ctrl+o")
		d.sees("LOOKING BACK, AS MENTOR")
		d.keys("enter")
		d.sees("## ")
		d.types("Yes.")
		d.sees("Yes.")
	})
	t.Run("leaving keeps the draft, and it goes on from two places", func(t *testing.T) {
		d, c := someReviews(t)
		d.keys("enter")
		d.types("half a thought")
		d.keys("esc")
		d.sees("Not kept yet")
		d.keys("enter")
		d.sees("half a thought", "These are the words you had not kept yet.")
		d.keys("esc", "g")
		d.sees("NOT KEPT YET", "half a thought")
		d.keys("up", "up", "up", "up", "up", "up", "enter")
		d.sees("planned for Mon 30 Nov", "half a thought")
		d.types(" and the rest")
		d.keys("ctrl+s", "ctrl+s")
		d.seesNot("NOT KEPT YET")
		if all := d.reviews(c.priya); len(all) != 3 || all[0].Text != "half a thought and the rest" {
			t.Errorf("there is %+v", all)
		}
		d.keys("u")
		d.sees("NOT KEPT YET", "half a thought and the r")
	})
	t.Run("words whose review was deleted become a new one", func(t *testing.T) {
		d, c := someReviews(t)
		d.keys("enter")
		d.types("mine")
		d.keys("esc", "D", "y", "g")
		d.keys("up", "up", "up", "up", "up", "up", "enter")
		d.sees("The review these words were for was deleted", "mine")
		d.keys("ctrl+s", "ctrl+s")
		if all := d.reviews(c.priya); len(all) != 3 || all[0].Text != "mine" || !all[0].Due.IsZero() {
			t.Errorf("there is %+v", all)
		}
	})
	t.Run("a held one is read, and written on", func(t *testing.T) {
		d, c := someReviews(t)
		d.keys("j", "enter")
		d.sees("decided: change", "Not the panel any more.")
		d.keys("e")
		d.sees("editing the review of Tue 22 Sep")
		d.keys("ctrl+end")
		d.types("And so it was.")
		d.keys("ctrl+s")
		d.sees("[change]")
		d.keys("ctrl+s")
		d.sees("Kept.", "And so it was.")
		v := d.reviews(c.priya)[1]
		if v.Decision != journal.DecisionChange || journal.DateOf(v.HeldAt).String() != "2026-09-22" {
			t.Errorf("it is %+v", v)
		}
		d.keys("e", "ctrl+s", "left", "ctrl+s")
		d.sees("decided: go on")
	})
	t.Run("a held one is deleted from its page and brought back", func(t *testing.T) {
		d, _ := someReviews(t)
		d.keys("j", "enter", "D", "y")
		d.sees("[reviews")
		d.seesNot("change")
		d.keys("u")
		d.sees("change")
	})
	t.Run("a plan that cannot be kept does not take the words", func(t *testing.T) {
		d, c := someReviews(t)
		d.keys("w")
		d.types("words")
		d.keys("ctrl+s", "tab", "ctrl+a", "delete")
		if err := d.store().DeleteReview(context.Background(), d.reviews(c.priya)[0].ID); err != nil {
			t.Fatal(err)
		}
		d.keys("ctrl+s")
		d.sees("Kept.")
		if all := d.reviews(c.priya); len(all) != 3 || all[0].Text != "words" {
			t.Errorf("there is %+v", all)
		}
	})
	t.Run("one that is deleted while it is written becomes a new one", func(t *testing.T) {
		d, c := someReviews(t)
		d.keys("enter")
		d.types("mine")
		if err := d.store().DeleteReview(context.Background(), d.reviews(c.priya)[0].ID); err != nil {
			t.Fatal(err)
		}
		d.send(changedMsg{})
		d.sees("The review these words were for was deleted", "mine")
		d.keys("ctrl+s", "ctrl+s")
		d.sees("Kept.")
		if all := d.reviews(c.priya); len(all) != 3 || all[0].Text != "mine" {
			t.Errorf("there is %+v", all)
		}
	})
	t.Run("words about somebody who is deleted can still be read", func(t *testing.T) {
		d, c := someReviews(t)
		d.keys("enter")
		d.types("mine")
		r, err := d.store().Relationship(context.Background(), c.priya)
		if err != nil {
			t.Fatal(err)
		}
		if err := d.store().DeletePerson(context.Background(), r.PersonID); err != nil {
			t.Fatal(err)
		}
		d.send(changedMsg{})
		d.types(" still")
		d.sees("mine still")
		d.keys("esc")
		d.keys("g")
		d.sees("NOT KEPT YET")
		d.keys("up", "up", "up", "up", "up", "up", "enter")
		d.sees("mine still", "a review")
		d.keys("ctrl+s", "right", "ctrl+s")
		d.sees("mine still", "not in the journal")
	})
}

// TestArcSizes draws the pages of goals and reviews in every size and finds nothing wider or higher
// than the window.
func TestArcSizes(t *testing.T) {
	d, c := someGoals(t)
	if err := d.store().PlanReview(context.Background(), c.priya, journal.DateOf(d.now)); err != nil {
		t.Fatal(err)
	}
	held, err := d.store().KeepReview(context.Background(), journal.Draft{RelationshipID: c.priya, Text: strings.Repeat("words 渡辺 ", 200)}, journal.DecisionChange)
	if err != nil {
		t.Fatal(err)
	}
	d.send(changedMsg{})
	try := d.fitsEverySize
	try("goals")
	d.keys("end")
	try("last goal")
	d.toPart("reviews")
	try("planned review")
	d.keys("end")
	try("held review in the list")
	for name, s := range map[string]Screen{
		"goal":        NewGoal(d.root.env, d.goals(c.priya)[0].ID),
		"review":      NewReview(d.root.env, c.priya, 0),
		"review edit": NewReview(d.root.env, c.priya, held.ID),
		"held review": NewHeldReview(d.root.env, held.ID),
	} {
		d.open(s)
		try(name)
		d.settle(pop())
	}
}
