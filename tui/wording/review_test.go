package wording

import "testing"

func TestReviewTold(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"without the questions", "# What still helps?\n\nThe walks do.\n", "The walks do."},
		{"without what lifts", "- [ ] book the path mon\nThe walks\n  do.\ngot: a map", "The walks do."},
		{"only a question", "# What still helps?\n", "# What still helps?"},
		{"no letters", "The \xff walks", "The walks"},
		{"nothing", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := ReviewTold(c.text); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
