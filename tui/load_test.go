package tui

import (
	"context"
	"testing"

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
		{"several", journal.Load{People: 4, Sessions: 7, Minutes: 320, Energies: []int{1, 0, -1}}, "this month: 4 people, 7 conversations, 5 h 20, energy ▆▄▂"},
		{"many energies", journal.Load{People: 1, Sessions: 20, Minutes: 60, Energies: []int{2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}}, "this month: 1 person, 20 conversations, 1 h, energy ▄▄▄▄▄▄▄▄▄▄▄▄"},
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

func TestLookAfterYourself(t *testing.T) {
	d := newDesk(t)
	d.settle(loadAction(d.root.env, "m").Run())
	d.seesNot("TO FOLLOW UP")
	d.sees("mentor")
}
