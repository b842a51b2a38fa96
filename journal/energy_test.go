package journal

import "testing"

func TestEnergyFalls(t *testing.T) {
	tests := []struct {
		name        string
		newestFirst []int
		want        bool
	}{
		{"down and down", []int{-1, 0, 1}, true},
		{"down, then as it was", []int{0, 0, 1}, true},
		{"as it was, then down", []int{0, 1, 1}, true},
		{"all the same", []int{0, 0, 0}, false},
		{"all at the bottom", []int{-2, -2, -2}, false},
		{"up at last", []int{1, 0, 2}, false},
		{"up between", []int{0, 2, 1}, false},
		{"up and up", []int{2, 1, 0}, false},
		{"two are too few", []int{-2, 2}, false},
		{"none", nil, false},
		{"only the last three count", []int{-1, 0, 1, -2, 2}, true},
		{"a fall before them does not", []int{0, 0, 0, 2}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := EnergyFalls(tt.newestFirst); got != tt.want {
				t.Errorf("EnergyFalls(%v) = %v", tt.newestFirst, got)
			}
		})
	}
}
