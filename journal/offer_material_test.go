package journal_test

import (
	"testing"
	"time"

	"bothways/journal"
	"bothways/journal/material"
)

// With what is built in, for somebody on both sides, a week of questions is from several sets.
func TestOfferMaterial(t *testing.T) {
	sets, err := material.Sets()
	if err != nil {
		t.Fatal(err)
	}
	q := journal.Questions{Sets: sets}
	roles := []journal.Role{journal.RoleMentor, journal.RoleMentee}
	alone := 0
	for _, s := range sets {
		for _, p := range s.Prompts {
			if p.Moment == journal.MomentAlone {
				alone++
			}
		}
	}
	if alone < 15 {
		t.Fatalf("only %d questions are for being alone", alone)
	}
	seen := map[string]bool{}
	day := journal.Date{Year: 2026, Month: time.December, Day: 1}
	for week := range 53 {
		of := map[string]bool{}
		for i := range 7 {
			offered := journal.Offer(q, journal.Occasion{Day: day.AddDays(7*week + i), Moment: journal.MomentAlone, Roles: roles}, 1)
			seen[offered[0].Prompt.ID] = true
			of[offered[0].Prompt.SetID] = true
		}
		if len(of) < 3 {
			t.Errorf("week %d has questions of %d sets only: %v", week, len(of), of)
		}
	}
	if len(seen) != alone {
		t.Errorf("%d of %d came within a year", len(seen), alone)
	}
	for _, moment := range journal.Moments() {
		for _, role := range journal.Roles() {
			if len(journal.Offer(q, journal.Occasion{Day: day, Moment: moment, Roles: []journal.Role{role}}, 3)) < 3 {
				t.Errorf("there are fewer than three questions for %s, %s", moment, role)
			}
		}
	}
}

func BenchmarkOffer(b *testing.B) {
	sets, err := material.Sets()
	if err != nil {
		b.Fatal(err)
	}
	day := journal.Date{Year: 2026, Month: time.December, Day: 1}
	q := journal.Questions{Sets: sets, Answered: map[string]journal.Answered{}}
	for _, s := range sets {
		for i, p := range s.Prompts {
			at := time.Date(2026, time.November, 30-70*i, 12, 0, 0, 0, time.UTC)
			q.Answered[p.ID] = journal.Answered{Last: at, Before: at}
		}
	}
	for b.Loop() {
		journal.Offer(q, journal.Occasion{Day: day, Moment: journal.MomentAlone}, 1)
	}
}
