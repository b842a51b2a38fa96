package verbs_test

import (
	"encoding/json"
	"testing"

	"bothways/journal"
)

// TestArc shows what two people settled: goals with their notes, reviews, the agreement in force and
// those before it, and why they came together.
func TestArc(t *testing.T) {
	b := newBench(t)
	b.keep("We talked.", "Sam T.", "--role", "mentor", "--at", "2026-11-09 17:00")
	s, ctx := b.open(), t.Context()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	p, err := s.FindPerson(ctx, "Sam")
	must(err)
	rel := p.Relationships[0].ID
	day := journal.Date{Year: 2026, Month: 11, Day: 10}
	goal, err := s.AddGoal(ctx, journal.Goal{RelationshipID: rel, Text: "chair without notes", Kind: journal.GoalNeed, Tag: "confidence", State: journal.GoalOpen})
	must(err)
	_, err = s.AddGoalNote(ctx, journal.GoalNote{GoalID: goal.ID, On: day, Text: "half an hour without them"})
	must(err)
	must(s.PlanReview(ctx, rel, day.AddDays(30)))
	for i, words := range []string{"once a month", "every two weeks"} {
		_, err = s.KeepAgreement(ctx, journal.Agreement{RelationshipID: rel, On: day.AddDays(i), Often: words})
		must(err)
	}
	must(s.SetMatch(ctx, journal.Match{RelationshipID: rel, Why: "she asks first", Checks: []journal.Check{{Line: "time", Answer: journal.CheckNotSure, Word: "busy spring"}}}))

	b.run(0, "show", "sam", "--json")
	var got struct {
		Relationships []struct{ ID string }
		Goals         []struct {
			Relationship, Text, Kind, Tag, State string
			Notes                                []struct {
				On, Text string
				Session  *string
			}
		}
		Reviews []struct {
			Relationship, Due string
			At, Decision      *string
		}
		Agreement  struct{ On, Often string }
		Agreements []struct{ On, Often string }
		Matches    []struct {
			Why    string
			Checks []struct{ Line, Answer, Word string }
		}
	}
	must(json.Unmarshal(b.out.Bytes(), &got))
	if len(got.Goals) != 1 || got.Goals[0].Relationship != got.Relationships[0].ID || got.Goals[0].Tag != "confidence" || got.Goals[0].State != "open" ||
		len(got.Goals[0].Notes) != 1 || got.Goals[0].Notes[0].On != "2026-11-10" || got.Goals[0].Notes[0].Session != nil {
		t.Errorf("goals: %+v", got.Goals)
	}
	if len(got.Reviews) != 1 || got.Reviews[0].Due != "2026-12-10" || got.Reviews[0].At != nil || got.Reviews[0].Decision != nil {
		t.Errorf("reviews: %+v", got.Reviews)
	}
	if got.Agreement.Often != "every two weeks" || len(got.Agreements) != 2 || got.Agreements[1].On != "2026-11-10" {
		t.Errorf("agreements: %+v, %+v", got.Agreement, got.Agreements)
	}
	if len(got.Matches) != 1 || got.Matches[0].Why != "she asks first" || len(got.Matches[0].Checks) != 1 || got.Matches[0].Checks[0].Answer != "not sure" {
		t.Errorf("matches: %+v", got.Matches)
	}
}
