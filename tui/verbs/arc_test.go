package verbs_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

// TestArc shows what two people settled: goals with their notes, reviews, the agreement in force and
// those before it, and why they came together.
func TestArc(t *testing.T) {
	b := newBench(t)
	b.keep("We talked.", "Sam T.", "--role", "mentor", "--at", "2026-11-09 17:00")
	s, ctx := b.open(), t.Context()
	must := b.must
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
	must(s.EndRelationship(ctx, rel, journal.Ending{On: day, Thanks: "for the walks"}))
	must(s.BeginAgain(ctx, rel))
	must(s.PlanReview(ctx, rel, day.AddDays(30))) // that planned before went with the ending

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
		Endings []struct{ Relationship, On, Again, Thanks string }
		Balance []struct {
			Relationship string
			Sessions     int
			AsMentor     int            `json:"as_mentor"`
			Mine         map[string]int `json:"actions_mine"`
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
	if len(got.Endings) != 1 || got.Endings[0].Relationship != got.Relationships[0].ID || got.Endings[0].On != "2026-11-10" || got.Endings[0].Again == "" || got.Endings[0].Thanks != "for the walks" {
		t.Errorf("endings: %+v", got.Endings)
	}
	if len(got.Balance) != 1 || got.Balance[0].Sessions != 1 || got.Balance[0].AsMentor != 1 || got.Balance[0].Mine["open"] != 0 {
		t.Errorf("balance: %+v", got.Balance)
	}
}

// TestArcPlain has the same arc in plain text: each part under its heading, the newest of each, and
// with --all the whole of it.
func TestArcPlain(t *testing.T) {
	b := newBench(t)
	for _, at := range []string{"2026-09-09 17:00", "2026-10-09 17:00", "2026-11-09 17:00"} {
		b.keep("We talked.\n\ngave: a list\n- [x] send it\n", "Sam T.", "--role", "mentor", "--at", at, "--minutes", "50")
	}
	s, ctx := b.open(), t.Context()
	must := b.must
	p, err := s.FindPerson(ctx, "Sam")
	must(err)
	rel, day := p.Relationships[0].ID, journal.Date{Year: 2026, Month: 11, Day: 10}
	must(s.Ask(ctx, rel, journal.Date{Year: 2026, Month: 8, Day: 3}, "by letter"))
	goal, err := s.AddGoal(ctx, journal.Goal{RelationshipID: rel, Text: "chair without notes", State: journal.GoalOpen})
	must(err)
	for i, words := range []string{"ten minutes", "half an hour"} {
		_, err = s.AddGoalNote(ctx, journal.GoalNote{GoalID: goal.ID, On: day.AddDays(i), Text: words})
		must(err)
	}
	_, err = s.KeepReview(ctx, journal.Draft{RelationshipID: rel, Text: "# What still helps?\n\nThe walks do.", At: time.Date(2026, 11, 12, 9, 0, 0, 0, time.UTC)}, journal.DecisionChange)
	must(err)
	must(s.PlanReview(ctx, rel, day.AddDays(60)))
	for i, words := range []string{"once a month", "every two weeks"} {
		_, err = s.KeepAgreement(ctx, journal.Agreement{RelationshipID: rel, On: day.AddDays(i), Often: words})
		must(err)
	}
	must(s.SetMatch(ctx, journal.Match{RelationshipID: rel, Why: "she asks first", Checks: []journal.Check{{Line: "time", Answer: journal.CheckNotSure, Word: "busy spring"}}}))
	must(s.EndRelationship(ctx, rel, journal.Ending{On: day.AddDays(11), Thanks: "For the walks."}))

	b.run(0, "show", "sam")
	want := `Sam T.
  I mentor · ended 21 Nov 2026
    last 12 days ago · nothing open
    asked Mon 3 Aug 2026 (by letter)
    thanks: For the walks.

WORKING TOWARD
  open     chair without notes
           Wed 11 Nov 2026  half an hour

REVIEWS
  Thu 12 Nov 2026  change · The walks do.

WHAT WE AGREE ON
  of Wed 11 Nov 2026 · 1 earlier version · --agreement reads it

MATCH
  why            she asks first
  not sure       I have the time, even if it is little. · busy spring

BALANCE
  3 given
  3 conversations · 2 h 30
  you: 3 kept

Mon 9 Nov 2026 17:00`
	if got, _, _ := strings.Cut(b.out.String(), " · 50 min"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	must(s.BeginAgain(ctx, rel))
	b.run(0, "show", "sam", "--all")
	for _, whole := range []string{"Tue 10 Nov 2026  ten minutes", "BEFORE\n  ended Sat 21 Nov 2026, begun again Sat 21 Nov 2026  For the walks.", "change\n  # What still helps?\n\n  The walks do."} {
		if !strings.Contains(b.out.String(), whole) {
			t.Errorf("--all does not have %q:\n%s", whole, b.out.String())
		}
	}
}
