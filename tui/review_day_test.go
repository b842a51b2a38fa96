package tui

import (
	"context"
	"testing"
	"time"

	"bothways/journal"
)

func TestReviewDay(t *testing.T) {
	held := func(d *desk, c circle) journal.Review { d.t.Helper(); return d.reviews(c.priya)[1] }
	t.Run("changed where it is read, and taken back", func(t *testing.T) {
		d, c := someReviews(t)
		d.keys("j", "enter", "m")
		d.sees("When was it?", "Tue 22 Sep", "it stays Tue 22 Sep")
		d.types("tomorrow")
		d.keys("enter")
		d.sees("A day that has been")
		d.keys("ctrl+a", "delete")
		d.types("20 sep")
		d.keys("enter")
		d.sees("It was on Sun 20 Sep.", "decided: change", "Not the panel any more.")
		if v := held(d, c); journal.DateOf(v.HeldAt).String() != "2026-09-20" || v.Decision != journal.DecisionChange {
			t.Errorf("review = %+v", v)
		}
		d.keys("u")
		d.sees("Tue 22 Sep")
	})
	t.Run("changed where it is written", func(t *testing.T) {
		d, c := someReviews(t)
		d.keys("j", "enter", "e", "ctrl+t")
		d.types("1 sep")
		d.keys("enter")
		d.sees("editing the review of Tue 1 Sep")
		d.keys("ctrl+s", "ctrl+s")
		if v := held(d, c); journal.DateOf(v.HeldAt).String() != "2026-09-01" {
			t.Errorf("review = %+v", v)
		}
	})
	t.Run("said of a new one, and kept with the draft", func(t *testing.T) {
		d, c := someReviews(t)
		d.keys("enter")
		d.types("Late.\n- [ ] call her mon")
		d.sees("1 action: you Mon 23 Nov")
		d.keys("ctrl+t")
		d.types("2026-11-12")
		d.keys("enter")
		d.sees("planned for Mon 30 Nov · held Thu 12 Nov", "1 action: you Mon 16 Nov")
		d.keys("esc", "enter")
		d.sees("held Thu 12 Nov")
		d.keys("ctrl+s", "ctrl+s")
		if v := d.reviews(c.priya)[0]; journal.DateOf(v.HeldAt).String() != "2026-11-12" {
			t.Errorf("review = %+v", v)
		}
	})
	t.Run("one that stays as it is", func(t *testing.T) {
		d, _ := someReviews(t)
		d.keys("j", "enter", "m", "enter")
		d.seesNot("When was it?")
		if d.lastStep() == journal.StepReviewEdited {
			t.Error("something was kept")
		}
	})
	t.Run("later that day is not to come", func(t *testing.T) {
		now := time.Date(2026, 11, 21, 14, 0, 0, 0, time.UTC)
		if got := onDay(now.AddDate(0, 0, -3).Add(5*time.Hour), journal.DateOf(now), now); !got.Equal(now) {
			t.Errorf("it is %s", got)
		}
	})
}

func TestReviewElsewhere(t *testing.T) {
	ctx := context.Background()
	keeps := func(d *desk, dr journal.Draft, decision journal.Decision) journal.KeptReview {
		d.t.Helper()
		v, err := d.store().KeepReview(ctx, dr, decision)
		if err != nil {
			d.t.Fatal(err)
		}
		return v
	}
	t.Run("words changed in two windows", func(t *testing.T) {
		d, c := someReviews(t)
		was := d.reviews(c.priya)[1]
		d.keys("j", "enter", "e", "ctrl+end")
		d.types("Mine.")
		keeps(d, journal.Draft{ReviewID: was.ID, Text: "Theirs."}, journal.DecisionGoOn)
		d.send(changedMsg{})
		d.sees("Mine.")
		d.keys("ctrl+s")
		d.keys("ctrl+s")
		d.sees("This review was changed elsewhere while you wrote.")
		if v := d.reviews(c.priya)[1]; v.ID != was.ID || v.Decision != journal.DecisionGoOn {
			t.Errorf("review = %+v", v)
		}
		d.keys("u")
		if v := d.reviews(c.priya)[1]; v.Text != "Theirs." {
			t.Errorf("after undo: %+v", v)
		}
	})
	t.Run("a page on which nothing was typed follows", func(t *testing.T) {
		d, c := someReviews(t)
		was := d.reviews(c.priya)[1]
		d.keys("j", "enter", "e")
		keeps(d, journal.Draft{ReviewID: was.ID, Text: "Theirs, and more."}, was.Decision)
		d.send(changedMsg{})
		d.sees("Theirs, and more.")
		d.keys("ctrl+end")
		d.types(" Mine.")
		d.keys("ctrl+s", "ctrl+s")
		d.seesNot("changed elsewhere")
		if v := d.reviews(c.priya)[1]; v.Text != "Theirs, and more. Mine." {
			t.Errorf("review = %+v", v)
		}
	})
	t.Run("a decision made while one is asked for", func(t *testing.T) {
		d, c := someReviews(t)
		was := d.reviews(c.priya)[1]
		d.keys("j", "enter", "e", "ctrl+end")
		d.types("Mine.")
		d.keys("ctrl+s")
		keeps(d, journal.Draft{ReviewID: was.ID, Text: was.Text}, journal.DecisionPause)
		d.keys("ctrl+s")
		if v := d.reviews(c.priya)[1]; v.Decision != journal.DecisionPause {
			t.Errorf("review = %+v", v)
		}
	})
	t.Run("the next one planned while its day is asked for", func(t *testing.T) {
		d, c := someReviews(t)
		d.keys("w")
		d.types("Mine.")
		d.keys("ctrl+s")
		if err := d.store().PlanReview(ctx, c.priya, d.day(40)); err != nil {
			t.Fatal(err)
		}
		d.keys("ctrl+s")
		if all := d.reviews(c.priya); all[0].Due != d.day(40) || all[1].Text != "Mine." {
			t.Errorf("there is %+v", all)
		}
	})
	// wantBoth fails unless the words of both are among the reviews, held.
	wantBoth := func(d *desk, c circle) {
		d.t.Helper()
		d.sees("was held elsewhere meanwhile", "Mine.")
		d.keys("ctrl+s", "ctrl+s")
		held := map[string]bool{}
		for _, v := range d.reviews(c.priya) {
			held[v.Text] = v.Held()
		}
		if len(held) != 4 || !held["Mine."] || !held["Theirs."] {
			d.t.Errorf("there is %+v", held)
		}
	}
	t.Run("the planned one held while a draft of it waits", func(t *testing.T) {
		d, c := someReviews(t)
		d.keys("enter")
		d.types("Mine.")
		d.keys("esc")
		keeps(d, journal.Draft{ReviewID: d.reviews(c.priya)[0].ID, Text: "Theirs."}, journal.DecisionGoOn)
		d.send(changedMsg{})
		d.keys("g", "up", "up", "up", "up", "up", "up", "enter")
		wantBoth(d, c)
	})
	t.Run("the planned one held while it is written", func(t *testing.T) {
		d, c := someReviews(t)
		d.keys("enter")
		d.types("Mine.")
		keeps(d, journal.Draft{ReviewID: d.reviews(c.priya)[0].ID, Text: "Theirs."}, journal.DecisionGoOn)
		d.send(changedMsg{})
		wantBoth(d, c)
	})
	t.Run("and kept before that was seen", func(t *testing.T) {
		d, c := someReviews(t)
		d.keys("enter")
		d.types("Mine.")
		keeps(d, journal.Draft{ReviewID: d.reviews(c.priya)[0].ID, Text: "Theirs."}, journal.DecisionGoOn)
		d.keys("ctrl+s", "ctrl+s")
		d.sees("held elsewhere meanwhile", "Mine.", "Theirs.")
	})
	t.Run("one u takes back the review and the day of the next", func(t *testing.T) {
		d, c := someReviews(t)
		before := d.reviews(c.priya)
		d.keys("enter")
		d.types("Good.")
		d.keys("ctrl+s", "tab")
		d.types("1 feb")
		d.keys("ctrl+s")
		d.sees("Kept.", "Mon 1 Feb 2027")
		d.keys("u")
		d.sees("❯ Mon 30 Nov")
		if all := d.reviews(c.priya); len(all) != len(before) || all[0].Due != before[0].Due || all[0].Held() {
			t.Errorf("there is %+v", all)
		}
	})
}

func TestReviewWordsCleared(t *testing.T) {
	d, c := someReviews(t)
	d.keys("w")
	d.types("half a thought")
	for range len("half a thought") {
		d.keys("backspace")
	}
	d.seesNot("half a")
	d.keys("ctrl+s", "right", "ctrl+s")
	d.sees("Kept.", "without words")
	d.keys("g")
	d.seesNot("NOT KEPT YET")
	d.keys("u")
	d.sees("NOT KEPT YET", "✎ today  Priya    h") // what the file had last
	if all := d.reviews(c.priya); len(all) != 3 {
		t.Errorf("there is %+v", all)
	}
}

func TestReviewLifts(t *testing.T) {
	const words = "We are glad of the hour.\n- [ ] send her the three questions fri\n- [ ] @priya name the date\ngot: how she hears a no\nask!: whether it is still worth her time\n"
	lifted := func(t *testing.T) (*desk, circle) {
		t.Helper()
		d, c := someReviews(t)
		d.keys("enter")
		d.types(words)
		d.sees("2 actions: you Fri 27 Nov, Priya · 1 received · 1 to raise")
		d.keys("ctrl+s", "ctrl+s")
		d.sees("Kept: 2 actions: you Fri 27 Nov, Priya · 1 received · 1 to raise.")
		return d, c
	}
	t.Run("read", func(t *testing.T) {
		d, _ := lifted(t)
		d.keys("enter")
		d.in(t).goldens()
	})
	t.Run("its actions open it", func(t *testing.T) {
		d, _ := lifted(t)
		page := d.root.top().(*RelationshipScreen)
		for range 20 {
			if page.tab == tabActions {
				break
			}
			d.keys("tab")
		}
		for page.action().ReviewID == 0 {
			was := page.action().ID
			if d.keys("j"); page.action().ID == was {
				t.Fatal("no action came of the review")
			}
		}
		d.keys("enter")
		d.sees("a review", "We are glad of the hour.")
		d.open(NewActions(d.root.env))
		for all := d.root.top().(*ActionsScreen); all.chosen().ReviewID == 0; {
			was := all.chosen().ID
			if d.keys("j"); all.chosen().ID == was {
				t.Fatal("no action came of the review")
			}
		}
		d.keys("enter")
		d.sees("a review", "We are glad of the hour.")
	})
	t.Run("deleted with it", func(t *testing.T) {
		d, c := lifted(t)
		d.keys("D")
		d.sees("what lifted from them")
		d.keys("y")
		for _, a := range d.openActions(t) {
			if a.ReviewID != 0 {
				t.Errorf("%q is left", a.Text)
			}
		}
		if all := d.reviews(c.priya); len(all) != 2 {
			t.Errorf("there is %+v", all)
		}
	})
}
