package widget_test

import (
	"testing"

	"bothways/tui/widget"
)

func TestSpark(t *testing.T) {
	for _, c := range []struct {
		name   string
		values []int
		low    int
		high   int
		n      int
		want   string
	}{
		{"nothing said", nil, -2, 2, 8, ""},
		{"every height", []int{-2, -1, 0, 1, 2}, -2, 2, 8, "▂▃▄▅▆"},
		{"the last ones", []int{2, 2, -2, 0}, -2, 2, 2, "▂▄"},
		{"beyond both ends", []int{-9, 9}, -2, 2, 8, "▂▆"},
		{"more steps than heights", []int{0, 50, 100}, 0, 100, 8, "▂▄▇"},
		{"no room", []int{1}, -2, 2, 0, ""},
		{"no range", []int{1}, 2, 2, 3, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := widget.Spark(c.values, c.low, c.high, c.n); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
