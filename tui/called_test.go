package tui

import (
	"testing"

	"bothways/journal"
)

func TestCalled(t *testing.T) {
	names := calledIn([]journal.ActionView{{PersonName: "Pia Two"}, {PersonName: "Sam T."}, {PersonName: "Pia"}, {PersonName: "Pia Two"}, {}})
	for whole, want := range map[string]string{"Pia Two": "Pia Two", "Pia": "Pia", "Sam T.": "Sam", "": "-"} {
		if got := names.name(journal.Veil{}, whole); got != want {
			t.Errorf("%q is called %q, want %q", whole, got, want)
		}
	}
}
