package tui

import (
	"context"
	"testing"
	"time"

	"bothways/journal"
)

func (d *desk) agreementsOf(relID int64) []journal.Agreement {
	d.t.Helper()
	all, err := d.store().Agreements(context.Background(), relID)
	if err != nil {
		d.t.Fatal(err)
	}
	return all
}

// agreedTwice are two versions of an agreement with Sam, and the page between us on them.
func agreedTwice(t *testing.T) (*desk, circle) {
	t.Helper()
	d, c := seeded(t, samsPage)
	for _, a := range []journal.Agreement{
		{On: journal.Date{Year: 2026, Month: time.March, Day: 3}, ExpectMine: "that he tells me what he sees", Confidence: "all of it", Often: "an hour a month"},
		{On: journal.Date{Year: 2026, Month: time.September, Day: 1}, ExpectMine: "that he tells me what he sees, also when I do not ask", ExpectTheirs: "that I come with a question",
			Confidence: "all of it, but for what harms somebody", Feedback: "at the end of each talk, a sentence each", Often: "an hour, every three weeks",
			Review: journal.Rhythm{Every: 3, Unit: journal.Months}, Ending: "either of us says so, and we have one last coffee"},
	} {
		a.RelationshipID = c.sam
		if _, err := d.store().KeepAgreement(context.Background(), a); err != nil {
			t.Fatal(err)
		}
	}
	d.send(changedMsg{})
	d.onPart("agreement")
	return d, c
}

func TestAgreementGolden(t *testing.T) {
	t.Run("newest", func(t *testing.T) {
		d, _ := agreedTwice(t)
		d.in(t).goldens()
	})
	t.Run("form", func(t *testing.T) {
		d, _ := agreedTwice(t)
		d.keys("e")
		d.in(t).goldens()
	})
	t.Run("empty", func(t *testing.T) {
		d, _ := seeded(t, priyasPage)
		d.onPart("agreement")
		d.in(t).goldens()
	})
}

func TestAgreement(t *testing.T) {
	t.Run("written down for the first time, and changed on the same day", func(t *testing.T) {
		d, c := seeded(t, samsPage)
		d.onPart("agreement")
		d.sees("e writes it down")
		d.keys("e", "tab", "tab")
		d.types("all of it")
		d.keys("ctrl+s")
		d.sees("agreed on 21 November", "WHAT STAYS BETWEEN US", "all of it")
		d.seesNot("1 of")
		d.keys("e")
		d.types("that he is frank")
		d.keys("ctrl+s")
		d.sees("agreed on 21 November", "WHAT I EXPECT", "that he is frank", "all of it")
		if all := d.agreementsOf(c.sam); len(all) != 1 {
			t.Errorf("one day has %d versions", len(all))
		}
		d.keys("u", "u")
		d.sees("e writes it down")
	})
	t.Run("another day makes a version, the earlier ones stay to read", func(t *testing.T) {
		d, c := agreedTwice(t)
		d.sees("2 of 2, agreed on 1 September", "also when I do not ask")
		d.keys("e", "shift+tab")
		d.sees("Sat 21 Nov: a new version; the one of 1 September stays to read")
		d.keys("tab", "end")
		d.types(", kindly")
		d.keys("ctrl+s")
		d.sees("3 of 3, agreed on 21 November", "also when I do not ask, kindly")
		d.keys("[", "[")
		d.sees("1 of 3, agreed on 3 March", "that he tells me what he sees", "an hour a month")
		d.seesNot("when I do not ask")
		d.keys("[")
		d.sees("This is the first version there is.")
		d.keys("]", "]")
		d.sees("3 of 3")
		if all := d.agreementsOf(c.sam); len(all) != 3 || all[1].ExpectMine != "that he tells me what he sees, also when I do not ask" {
			t.Errorf("the journal has %+v", all)
		}
	})
	t.Run("the day of the newest changes that one", func(t *testing.T) {
		d, c := agreedTwice(t)
		d.keys("e", "end")
		d.types(", kindly")
		d.keys("shift+tab", "ctrl+a", "delete")
		d.types("2026-09-01")
		d.sees("changes the version of that day")
		d.keys("ctrl+s")
		d.sees("2 of 2, agreed on 1 September", "kindly")
		if all := d.agreementsOf(c.sam); len(all) != 2 {
			t.Errorf("there are %d versions", len(all))
		}
	})
	t.Run("the day of an earlier one takes none of its words", func(t *testing.T) {
		d, c := agreedTwice(t)
		d.keys("e", "shift+tab", "ctrl+a", "delete")
		d.types("2026-03-03")
		d.keys("ctrl+s")
		d.sees("There is an earlier version of that day", "2026-03-03")
		if all := d.agreementsOf(c.sam); len(all) != 2 || all[1].Confidence != "all of it" {
			t.Errorf("the journal has %+v", all)
		}
	})
	t.Run("an earlier version is put right where it stands", func(t *testing.T) {
		d, c := agreedTwice(t)
		d.keys("[", "e", "end")
		d.types(" clearly")
		d.keys("ctrl+s")
		d.sees("1 of 2, agreed on 3 March", "what he sees clearly")
		if all := d.agreementsOf(c.sam); len(all) != 2 || all[1].ExpectMine != "that he tells me what he sees clearly" {
			t.Errorf("the journal has %+v", all)
		}
	})
	t.Run("a version is deleted, and comes back", func(t *testing.T) {
		d, _ := agreedTwice(t)
		d.keys("D")
		d.sees("Delete what you agreed on 1 September?", "the other versions stay")
		d.keys("esc")
		d.sees("2 of 2, agreed on 1 September")
		d.keys("D", "y")
		d.sees("agreed on 3 March", "Deleted. u brings it back.")
		d.seesNot("of 2")
		d.keys("u")
		d.sees("2 of 2, agreed on 1 September")
	})
	t.Run("nothing is agreed on ahead", func(t *testing.T) {
		d, c := agreedTwice(t)
		d.keys("e", "shift+tab", "ctrl+a", "delete")
		d.types("2027-01-01")
		d.keys("ctrl+s")
		d.sees("A day that has been")
		d.keys("ctrl+a", "delete")
		d.types("fri") // the one that was
		d.sees("Fri 20 Nov: a new version")
		d.keys("ctrl+s")
		if all := d.agreementsOf(c.sam); len(all) != 3 || all[0].On.String() != "2026-11-20" {
			t.Errorf("the journal has %+v", all)
		}
	})
	t.Run("nothing written keeps nothing", func(t *testing.T) {
		d, c := seeded(t, samsPage)
		d.onPart("agreement")
		d.keys("e", "ctrl+s")
		d.sees("e writes it down")
		if all := d.agreementsOf(c.sam); len(all) != 0 {
			t.Errorf("the journal has %+v", all)
		}
	})
	t.Run("a rhythm of nothing is refused", func(t *testing.T) {
		d, c := seeded(t, samsPage)
		d.onPart("agreement")
		d.keys("e", "shift+tab", "shift+tab", "shift+tab")
		d.types("every 0 weeks")
		d.keys("ctrl+s")
		d.sees("A rhythm begins at one; none takes it away.", "every 0 weeks")
		if all := d.agreementsOf(c.sam); len(all) != 0 {
			t.Errorf("the journal has %+v", all)
		}
	})
}
