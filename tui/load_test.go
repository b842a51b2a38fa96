package tui

import (
	"context"
	"slices"
	"testing"
	"time"

	"bothways/journal"
)

func TestLoadSaid(t *testing.T) {
	for _, c := range []struct {
		name string
		l    journal.Load
		want string
	}{
		{"nothing", journal.Load{}, ""},
		{"one", journal.Load{People: 1, Sessions: 1}, "this month: 1 person, 1 conversation"},
		{"several", journal.Load{People: 4, Sessions: 7, Minutes: 320, Timed: 7, Energies: []int{1, 0, -1}}, "this month: 4 people, 7 conversations, 5 h 20, energy ▅▄▃"},
		{"some say how long", journal.Load{People: 2, Sessions: 3, Minutes: 45, Timed: 1}, "this month: 2 people, 3 conversations, 45 min noted in 1"},
		{"the month before", journal.Load{People: 1, Sessions: 1, Before: true}, "last month: 1 person, 1 conversation"},
		{"many energies", journal.Load{People: 1, Sessions: 20, Minutes: 60, Timed: 20, Energies: []int{2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}}, "this month: 1 person, 20 conversations, 1 h, energy ▄▄▄▄▄▄▄▄▄▄▄▄"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := loadSaid(c.l); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestMonthLoad(t *testing.T) {
	d := newDesk(t)
	someYears(d)
	l, err := monthLoad(context.Background(), d.store(), d.now)
	if err != nil {
		t.Fatal(err)
	}
	// Priya yesterday, as her mentor; two weeks ago she was mine.
	if got, want := loadSaid(l), "this month: 1 person, 1 conversation, 45 min"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if row := stripped(loadRow(l, d.root.env.Theme, 24)); cellsOf(row) > 24 {
		t.Errorf("too wide: %q", row)
	}
}

func TestLoadRow(t *testing.T) {
	th := newDesk(t).root.env.Theme
	energies := []int{1, 1, 0, -1, 0, 1, 2, 1, 0, 0, -1, -2}
	for _, c := range []struct {
		name string
		l    journal.Load
		w    int
		want string
	}{
		{"nothing", journal.Load{}, 80, ""},
		{"all of it", journal.Load{People: 12, Sessions: 40, Minutes: 1220, Timed: 38, Energies: energies}, 90, "  this month: 12 people, 40 conversations, 20 h 20 noted in 38, energy ▅▅▄▃▄▅▆▅▄▄▃▂"},
		{"no room for all of it", journal.Load{People: 12, Sessions: 40, Minutes: 1220, Timed: 38, Energies: energies, Before: true}, 60, "  last month: 12 people, 20 h 20 noted, energy ▅▅▄▃▄▅▆▅▄▄▃▂"},
		{"all say how long", journal.Load{People: 12, Sessions: 40, Minutes: 1220, Timed: 40, Energies: energies}, 60, "  this month: 12 people, 20 h 20, energy ▅▅▄▃▄▅▆▅▄▄▃▂"},
		{"none says how long", journal.Load{People: 12, Sessions: 40, Energies: energies}, 50, "  this month: 12 people, 40 conversations, energy…"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := stripped(loadRow(c.l, th, c.w)); got != c.want || cellsOf(got) > c.w {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestLoadOnPeople(t *testing.T) {
	t.Run("nobody yet", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewPeople(d.root.env))
		d.seesNot("this month", "last month")
		if !slices.ContainsFunc(d.root.top().Actions(), func(a Action) bool { return a.ID == "add" }) || slices.ContainsFunc(d.root.top().Actions(), func(a Action) bool { return a.ID == "looking after" }) {
			t.Error("there is nothing to look after yet")
		}
	})
	for _, c := range []struct {
		name string
		at   time.Time // now
		want string    // "" for nothing
	}{
		{"the last minute of a month", time.Date(2026, 11, 30, 23, 59, 0, 0, time.UTC), "this month: 1 person, 1 conversation, 45 min"},
		{"the first minute of the next", time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC), "last month: 1 person, 1 conversation, 45 min"},
		{"the end of the next", time.Date(2026, 12, 31, 23, 59, 0, 0, time.UTC), "last month: 1 person, 1 conversation, 45 min"},
		{"a month later", time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			someYears(d)
			d.now = time.Date(c.at.Year(), c.at.Month(), c.at.Day(), c.at.Hour(), c.at.Minute(), 0, 0, london(t))
			d.open(NewPeople(d.root.env))
			if c.want == "" {
				d.seesNot("this month", "last month")
				return
			}
			d.sees(c.want)
			d.seesNot("energy")
			d.keys("m")
			d.sees("Looking after the mentor")
		})
	}
	t.Run("a month that began at another offset", func(t *testing.T) {
		d := newDesk(t)
		c := someYears(d)
		at := time.Date(2026, 10, 1, 0, 5, 0, 0, london(t)) // still September in UTC
		if _, err := d.store().KeepNote(context.Background(), journal.Note{RelationshipID: c.adaMentor, Role: journal.RoleMentor, At: at, Text: "words"}); err != nil {
			t.Fatal(err)
		}
		l, err := monthLoad(context.Background(), d.store(), time.Date(2026, 10, 31, 12, 0, 0, 0, london(t)))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := loadSaid(l), "this month: 2 people, 2 conversations, 45 min noted in 1"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}

func TestLookAfterYourself(t *testing.T) {
	d := newDesk(t)
	d.settle(loadAction(d.root.env, "m").Run())
	d.seesNot("TO FOLLOW UP")
	d.sees("mentor")
}

func TestTodayLoad(t *testing.T) {
	d := newDesk(t)
	d.knows("Sam T.", journal.Relationship{Role: journal.RoleMentee})
	d.send(changedMsg{})
	d.keys("m")
	d.sees("You talked with nobody as their mentor this month.")
	d.talks(d.knows("Priya N.", journal.Relationship{Role: journal.RoleMentor}), []int{2, 1}, 1, -1)
	d.send(changedMsg{})
	d.keys("m")
	d.sees("Mentoring this month: 1 person, 2 conversations, energy ▅▃")
}
