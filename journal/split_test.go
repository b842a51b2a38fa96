package journal

import "testing"

func TestTenths(t *testing.T) {
	for _, c := range []struct {
		name     string
		in, want Split
	}{
		{"unsaid", Split{}, Split{}},
		{"as they are", Split{5, 3, 2}, Split{5, 3, 2}},
		{"thirds", Split{1, 1, 1}, Split{4, 3, 3}},
		{"nearly all", Split{99, 0, 1}, Split{10, 0, 0}},
		{"the furthest from whole", Split{14, 3, 3}, Split{7, 2, 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.in.Tenths(); got != c.want {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}
