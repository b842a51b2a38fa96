package wording_test

import (
	"testing"

	"bothways/journal"
	"bothways/tui/wording"
)

func TestCheckIn(t *testing.T) {
	energy := func(n int) *int { return &n }
	for _, c := range []struct {
		name string
		c    journal.CheckIn
		want string
	}{
		{"none", journal.CheckIn{}, ""},
		{"energy alone", journal.CheckIn{Energy: energy(1)}, "energy +1"},
		{"energy of nought is said", journal.CheckIn{Energy: energy(0)}, "energy 0"},
		{"energy below nought", journal.CheckIn{Energy: energy(-2), Trust: 5}, "energy −2 · trust 5"},
		{"all listening", journal.CheckIn{Split: journal.Split{Listening: 10}}, "listened 10 asked 0 advised 0"},
		{"trust built is no number", journal.CheckIn{Relations: []string{"sharing", "trust"}}, "built sharing, trust"},
		{"everything", journal.CheckIn{
			Energy: energy(1), Trust: 4, Split: journal.Split{Listening: 5, Asking: 3, Advising: 2},
			Needs: []string{"confidence", "skills"}, Interventions: []string{"coaching", "support"},
			Moves: []string{"listened"}, Relations: []string{"trust"},
		}, "energy +1 · trust 4 · listened 5 asked 3 advised 2 · confidence, skills · coaching, support · listened · built trust"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := wording.CheckIn(c.c); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
