package store

import (
	"context"
	"testing"

	"bothways/journal"
)

func TestSearchWordless(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	kept := priya(t, s, "We spoke of the panel.")
	if err := s.PlanReview(ctx, kept.Session.RelationshipID, journal.Date{Year: 2027, Month: 3, Day: 1}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, typed string
		best        bool
		want        journal.SearchKind
	}{
		{"what is planned has nothing to read", "with:priya", false, journal.SearchPerson},
		{"nor after a day", "after:2025", false, journal.SearchPerson},
		{"it is found by its kind", "is:review", false, journal.SearchReview},
		{"and as the first of several", "is:review,session", false, journal.SearchReview},
		{"nor as the best", "with:priya", true, journal.SearchPerson},
	} {
		t.Run(c.name, func(t *testing.T) {
			_ = must(s.Indexed(ctx))(t)
			q, _ := journal.ReadSearch(c.typed, journal.DateOf(s.now()))
			got := must(s.Search(ctx, q, SearchOptions{Limit: 1, Best: c.best}))(t).Found
			if len(got) != 1 || got[0].Kind != c.want {
				t.Errorf("%q finds %+v, not a %s", c.typed, got, c.want)
			}
		})
	}
}
