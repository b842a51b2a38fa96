package verbs_test

import (
	"encoding/json"
	"strings"
	"testing"

	"bothways/journal"
)

// agreed keeps an agreement with Sam, who mentors me, in a journal where Sam is in two roles.
func agreed(t *testing.T) *bench {
	t.Helper()
	b := newBench(t)
	b.keep("We talked.", "Sam Tennant", "--role", "mentor", "--at", "2026-11-01 17:00")
	b.keep("We talked.", "Sam Tennant", "--role", "mentee", "--at", "2026-11-09 17:00")
	s := b.open()
	p, err := s.FindPerson(t.Context(), "sam")
	if err != nil {
		t.Fatal(err)
	}
	r, _, err := s.ChooseRelationship(t.Context(), p.ID, journal.RoleMentee)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range []journal.Agreement{
		{On: journal.Date{Year: 2026, Month: 3, Day: 3}, Often: "an hour a month"},
		{On: journal.Date{Year: 2026, Month: 9, Day: 1}, ExpectMine: "a frank word\npriv: he may leave the company\nand a kind one", ExpectTheirs: "that I come with a question",
			Boundaries: "  Priv : what I heard", Review: journal.Rhythm{Every: 3, Unit: journal.Months}},
	} {
		a.RelationshipID = r.ID
		if _, err := s.KeepAgreement(t.Context(), a); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

func TestShowAgreement(t *testing.T) {
	t.Run("a page to read together", func(t *testing.T) {
		b := agreed(t)
		b.run(0, "show", "sam", "--agreement")
		want := `WHAT WE AGREE ON
me and Sam Tennant · mentors me
Tue 1 Sep 2026

What I expect
  a frank word
  and a kind one

What Sam expects
  that I come with a question

When we look at it together
  every 3 months
`
		if got := b.out.String(); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	})
	t.Run("as JSON", func(t *testing.T) {
		b := agreed(t)
		b.run(0, "show", "sam", "--agreement", "--role", "mentee", "--json")
		var got struct {
			Person, Role string
			Agreement    map[string]any
		}
		if err := json.Unmarshal(b.out.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		a := got.Agreement
		if got.Person != "Sam Tennant" || got.Role != "mentee" || a["on"] != "2026-09-01" || a["expect_mine"] != "a frank word\nand a kind one" ||
			a["boundaries"] != nil || a["often"] != nil || a["review"] != "every 3 months" || a["id"] == nil {
			t.Errorf("got %s", b.out.String())
		}
		if strings.Contains(b.out.String(), "company") {
			t.Error("what was told in confidence was printed")
		}
	})
	t.Run("with all the rest, as JSON", func(t *testing.T) {
		b := agreed(t)
		b.run(0, "show", "sam", "--json")
		var got struct{ Agreement map[string]any }
		if err := json.Unmarshal(b.out.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		if got.Agreement["on"] != "2026-09-01" {
			t.Errorf("got %s", b.out.String())
		}
	})
	t.Run("none in that role", func(t *testing.T) {
		b := agreed(t)
		b.run(0, "show", "sam", "--agreement", "--role", "mentor")
		if got := b.out.String(); !strings.Contains(got, "Nothing is agreed on with Sam Tennant yet (I mentor)") {
			t.Errorf("said %q", got)
		}
		b.run(0, "show", "sam", "--agreement", "--role", "mentor", "--json")
		if got := b.out.String(); !strings.Contains(got, `"agreement": null`) && !strings.Contains(got, `"agreement":null`) {
			t.Errorf("said %q", got)
		}
	})
	t.Run("one that has ended", func(t *testing.T) {
		b := agreed(t)
		s := b.open()
		p, err := s.FindPerson(t.Context(), "sam")
		if err != nil {
			t.Fatal(err)
		}
		r, _, err := s.ChooseRelationship(t.Context(), p.ID, journal.RoleMentee)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.EndRelationship(t.Context(), r.ID, journal.Ending{}); err != nil {
			t.Fatal(err)
		}
		b.run(0, "show", "sam", "--agreement", "--role", "mentee")
		if got := b.out.String(); !strings.Contains(got, "a frank word") {
			t.Errorf("said %q", got)
		}
	})
	t.Run("nobody, and too much at once", func(t *testing.T) {
		b := agreed(t)
		b.run(1, "show", "nobody", "--agreement")
		b.run(2, "show", "sam", "--agreement", "--all")
	})
}
