package wording_test

import (
	"testing"

	"bothways/tui/wording"
)

func TestHours(t *testing.T) {
	for minutes, want := range map[int]string{45: "45 min", 300: "5 h", 320: "5 h 20", 60000: "1,000 h", 819505: "13,658 h 25"} {
		if got := wording.Hours(minutes); got != want {
			t.Errorf("%d minutes are %q, want %q", minutes, got, want)
		}
	}
}
