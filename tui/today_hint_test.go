package tui

import (
	"context"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

// talks keeps conversations of a relationship, the given days ago, with the energy after each.
func (d *desk) talks(rel int64, ago []int, energies ...int) {
	d.t.Helper()
	for i, e := range energies {
		note := journal.Note{RelationshipID: rel, At: d.now.AddDate(0, 0, -ago[i]).Add(-time.Hour), Text: "We talked.", CheckIn: journal.CheckIn{Energy: &e}}
		if _, err := d.store().KeepNote(context.Background(), note); err != nil {
			d.t.Fatal(err)
		}
	}
}

// knows adds a person with one relationship, and says which it is.
func (d *desk) knows(name string, r journal.Relationship) int64 {
	d.t.Helper()
	if r.State == "" {
		r.State = journal.StateActive
	}
	p, err := d.store().AddPerson(context.Background(), journal.Person{Name: name}, &r)
	if err != nil {
		d.t.Fatal(err)
	}
	return p.Relationships[0].ID
}

func (d *desk) day(n int) journal.Date { return journal.DateOf(d.now).AddDays(n) }

// hinted is a journal in which every hint about a relationship is there. The cursor is on the
// first person.
func hinted(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t)
	ctx := context.Background()
	priya := d.knows("Priya N.", journal.Relationship{Role: journal.RoleMentor})
	d.talks(priya, []int{26, 20, 13, 6}, -1, 0, 1, 2)
	tom := d.knows("Tom B.", journal.Relationship{Role: journal.RoleMentor})
	d.talks(tom, []int{25, 18, 9}, 1, 0, -1)
	sam := d.knows("Sam T.", journal.Relationship{Role: journal.RoleMentee, Rhythm: journal.Rhythm{Every: 2, Unit: journal.Weeks}})
	d.talks(sam, []int{29, 20}, 0, 1)
	d.knows("Leila Farouk", journal.Relationship{Role: journal.RoleMentee, State: journal.StateTrial, TrialUntil: d.day(6)})
	ines := d.knows("Ines 日本 K.", journal.Relationship{Role: journal.RoleMutual, State: journal.StatePaused, Rhythm: journal.Rhythm{Every: 1, Unit: journal.Weeks}})
	d.talks(ines, []int{90, 80, 70}, 2, 1, -2)
	if err := d.store().PlanReview(ctx, priya, d.day(6)); err != nil {
		t.Fatal(err)
	}
	d.send(changedMsg{})
	d.keys("tab")
	return d
}

func TestTodayHintsGolden(t *testing.T) { hinted(t).goldens() }

func TestTodayHintGolden(t *testing.T) {
	d := hinted(t)
	d.onto("Tom B.")
	d.goldens()
}

// onto goes down to the row that has the words.
func (d *desk) onto(words string) {
	d.t.Helper()
	for range 40 {
		if strings.Contains(d.row("❯ "), words) {
			return
		}
		d.keys("j")
	}
	d.chose(words)
}

// chose fails unless the chosen row has the words, in whichever column.
func (d *desk) chose(words string) {
	d.t.Helper()
	if !strings.Contains(d.row("❯ "), words) {
		d.t.Fatalf("%q is not chosen:\n%s", words, d.screen())
	}
}

func TestTodayHints(t *testing.T) {
	const energy = "energy fell: +1, 0, −1 after the last three; w plans a review, ! says no"
	t.Run("a picture of the energies stands before who has some", func(t *testing.T) {
		d := hinted(t)
		d.sees("▃▄▅▆ 6 days ago", "▅▄▃", "▄▅ ")
		d.talks(d.knows("Aoi W.", journal.Relationship{Role: journal.RoleMutual}), nil)
		d.send(changedMsg{})
		if row := d.row("Aoi W."); strings.ContainsAny(row[:strings.Index(row, "not yet")], "▂▃▄▅▆▇") {
			t.Errorf("nothing was said, and it is drawn: %q", row)
		}
	})
	t.Run("the reason is said where the cursor is, and a day is planned", func(t *testing.T) {
		d := hinted(t)
		d.seesNot("energy fell")
		d.onto("Tom B.")
		d.sees(energy)
		d.keys("w")
		d.sees("A review with Tom B.", "enter takes Sat 28 Nov")
		d.types("yesterday")
		d.keys("enter", "ctrl+u")
		d.types("2020-01-01")
		d.keys("enter")
		d.sees("is over; a review needs a day to come.")
		d.keys("ctrl+u")
		d.types("none")
		d.keys("enter")
		d.sees("A review needs a day")
		d.keys("ctrl+u", "enter")
		d.sees("Planned for Sat 28 Nov.", "Sat 28   Tom B. · review", "Fri 27   Priya N. · review")
		d.seesNot("worth a review?")
		d.chose("Tom B.")
		d.keys("u")
		d.sees("worth a review?", "Undone")
		d.keys("w")
		d.types("in 3 weeks")
		d.keys("enter")
		d.sees("Planned for ")
		d.seesNot("worth a review?", "Tom B. · review") // that is three weeks off
	})
	t.Run("told no it is not said again, and undo brings it back", func(t *testing.T) {
		d := hinted(t)
		d.onto("Tom B.")
		d.keys("!")
		d.sees("It is not said again.")
		d.seesNot("worth a review?", "energy fell")
		d.keys("u")
		d.sees("worth a review?", energy)
		d.keys("!")
		tom := d.at("Tom B.")
		d.talks(tom, []int{1}, -2)
		d.send(changedMsg{})
		d.seesNot("worth a review?") // two of the three were there when it was told no
		d.now = d.now.AddDate(0, 0, 14)
		d.talks(tom, []int{6, 4, 2}, 1, 1, -1)
		d.send(changedMsg{})
		d.sees("worth a review?", "energy fell: +1, +1, −1 after the last three")
	})
	t.Run("somebody drifted is given a day", func(t *testing.T) {
		d := hinted(t)
		d.onto("Sam T.")
		d.sees("every 2 weeks would have been Sun 15 Nov; w sets the next day, ! says no", "drifted: every 2 weeks")
		d.keys("w")
		d.types("tue")
		d.keys("enter")
		d.sees("Set.", "Tue 24   Sam T.")
		d.seesNot("drifted")
		d.keys("u")
		d.sees("drifted")
	})
	t.Run("a paused relationship is silent", func(t *testing.T) {
		d := hinted(t)
		if err := d.store().PlanReview(context.Background(), d.at("Ines 日本"), d.day(3)); err != nil {
			t.Fatal(err)
		}
		d.send(changedMsg{})
		d.onto("Ines")
		d.seesNot("every week", "w plans", "! says no", "Ines 日本 K. · review")
		d.keys("!")
		d.sees("Nothing is suggested here")
	})
	t.Run("what was due before a pause is not told after it", func(t *testing.T) {
		d := hinted(t)
		for _, name := range []string{"Tom B.", "Sam T."} {
			r := d.relationship(d.at(name))
			r.ResumedOn = d.day(-3)
			if err := d.store().ChangeRelationship(context.Background(), r.Relationship); err != nil {
				t.Fatal(err)
			}
		}
		d.send(changedMsg{})
		d.seesNot("drifted", "worth a review?")
		d.now = d.now.AddDate(0, 0, 12)
		d.send(changedMsg{})
		d.onto("Sam T.")
		d.sees("every 2 weeks would have been Wed 2 Dec")
		d.now = d.now.AddDate(0, 0, 16)
		d.send(changedMsg{})
		d.keys("k", "k", "k", "k")
		d.onto("Tom B.")
		d.sees("a review was due Fri 18 Dec; w plans a review, ! says no")
		d.keys("!")
		d.sees("Not this time, only when the next comes round.")
		d.now = d.now.AddDate(0, 2, 0)
		d.send(changedMsg{})
		d.onto("Tom B.")
		d.sees("a review was due Thu 18 Feb")
	})
	t.Run("a trial says until when, and then that it is over", func(t *testing.T) {
		d := hinted(t)
		d.sees("on trial until Fri")
		d.now = d.now.AddDate(0, 0, 7)
		d.send(changedMsg{})
		d.onto("Leila")
		d.sees("trial was until Fri", "the trial was until Fri 27 Nov; w holds a review, ! says no")
		d.keys("!")
		d.seesNot("trial")
	})
	t.Run("a review that was planned is held on its day", func(t *testing.T) {
		d := hinted(t)
		d.now = d.now.AddDate(0, 0, 6)
		d.send(changedMsg{})
		d.onto("Priya N.")
		d.sees("today    Priya N. · review")
		d.sees("a review is planned for today; w holds a review, ! says no")
		d.keys("w")
		d.seesNot("PEOPLE")
	})
	t.Run("a review that is coming is moved and opened", func(t *testing.T) {
		d := hinted(t)
		d.keys("tab")
		d.isOn("Priya N. · review")
		d.keys("w")
		d.sees("enter takes Fri 27 Nov")
		d.types("tue")
		d.keys("enter")
		d.sees("Tue 24   Priya N. · review")
		d.isOn("Priya N. · review")
		d.keys("enter")
		d.sees("Priya N.")
		d.seesNot("COMING UP")
	})
}

// at is the relationship with somebody.
func (d *desk) at(name string) int64 {
	d.t.Helper()
	found, err := d.store().OpenRelationships(context.Background(), name, 1)
	if err != nil || len(found) != 1 {
		d.t.Fatal(found, err)
	}
	return found[0].ID
}

// alone is a journal with nobody on one side.
func alone(t *testing.T, role journal.Role) *desk {
	t.Helper()
	d := newDesk(t)
	d.knows("Priya N.", journal.Relationship{Role: role})
	d.send(changedMsg{})
	return d
}

func TestTodayDirectionGolden(t *testing.T) {
	d := alone(t, journal.RoleMentor)
	d.keys("j")
	d.goldens()
}

func TestTodayDirection(t *testing.T) {
	const mentors, mentees = "Nobody mentors you just now.", "You mentor nobody just now."
	t.Run("each side", func(t *testing.T) {
		alone(t, journal.RoleMentor).sees(mentors)
		alone(t, journal.RoleMentee).sees(mentees)
		d := alone(t, journal.RoleMutual)
		d.seesNot(mentors, mentees)
	})
	t.Run("on one day in seven", func(t *testing.T) {
		d := alone(t, journal.RoleMentor)
		d.send(changedMsg{})
		d.sees(mentors) // the day it was said
		for n := 1; n < 7; n++ {
			d.now = d.now.AddDate(0, 0, 1)
			d.send(changedMsg{})
			d.seesNot(mentors)
		}
		d.now = d.now.AddDate(0, 0, 1)
		d.send(changedMsg{})
		d.sees(mentors)
	})
	t.Run("that it was said is no step", func(t *testing.T) {
		d := alone(t, journal.RoleMentor)
		d.keys("u")
		d.sees("Undone: person added")
	})
	t.Run("told no it rests for half a year", func(t *testing.T) {
		d := alone(t, journal.RoleMentor)
		d.keys("j")
		d.chose(mentors)
		d.sees("w opens the people, where + adds somebody; ! says no for half a year")
		d.keys("!")
		d.sees("not said for half a year")
		d.seesNot(mentors)
		d.keys("u")
		d.sees(mentors)
		d.keys("j", "!")
		d.now = d.now.AddDate(0, 0, 100)
		d.send(changedMsg{})
		d.seesNot(mentors)
		d.now = d.now.AddDate(0, 0, 100)
		d.send(changedMsg{})
		d.sees(mentors)
	})
	t.Run("enter opens the people", func(t *testing.T) {
		d := alone(t, journal.RoleMentor)
		d.keys("j", "enter")
		d.sees("People")
	})
}
