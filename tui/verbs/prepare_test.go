package verbs_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"bothways/journal"
	"bothways/store"
)

// TestPrepareGoals has an open goal with a note from a conversation, one of which nothing is said,
// and one that was reached.
func TestPrepareGoals(t *testing.T) {
	b := newBench(t)
	b.keep("We talked.\nask: how promotion works here\nask!: whether to stay", "Sam T.", "--role", "mentee", "--at", "2026-11-09 17:00")
	b.run(0, "prepare", "sam", "--json")
	if !strings.Contains(b.out.String(), `"goals":[]`) {
		t.Errorf("without goals:\n%s", b.out.String())
	}
	b.run(0, "prepare", "sam")
	if strings.Contains(b.out.String(), "WORKING TOWARD") {
		t.Errorf("without goals:\n%s", b.out.String())
	}

	s := b.open()
	page, _, err := s.Sessions(t.Context(), store.SessionQuery{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	add := func(g journal.Goal) journal.Goal {
		t.Helper()
		g.RelationshipID = page[0].RelationshipID
		added, err := s.AddGoal(t.Context(), g)
		if err != nil {
			t.Fatal(err)
		}
		return added
	}
	first := add(journal.Goal{Text: "say what I think in the room", Kind: journal.GoalFocus, Tag: "confidence"})
	second := add(journal.Goal{Text: "plan a quarter\x1b[31m"})
	if _, err := s.AddGoalNote(t.Context(), journal.GoalNote{GoalID: first.ID, On: journal.Date{Year: 2026, Month: 11, Day: 9}, Text: "once", SessionID: page[0].ID}); err != nil {
		t.Fatal(err)
	}
	if err := s.SetGoalState(t.Context(), add(journal.Goal{Text: "an old one"}).ID, journal.GoalReached); err != nil {
		t.Fatal(err)
	}

	rel, err := s.Relationship(t.Context(), page[0].RelationshipID)
	if err != nil {
		t.Fatal(err)
	}
	b.run(0, "prepare", "sam", "--json")
	var got struct{ Goals []map[string]any }
	if err := json.Unmarshal(b.out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	want := []map[string]any{
		{"id": first.UID, "relationship": rel.UID, "text": "say what I think in the room", "kind": "focus", "tag": "confidence", "state": "open", "closed_at": nil,
			"notes": []any{map[string]any{"on": "2026-11-09", "text": "once", "session": page[0].UID}}},
		{"id": second.UID, "relationship": rel.UID, "text": "plan a quarter\x1b[31m", "kind": nil, "tag": nil, "state": "open", "closed_at": nil, "notes": []any{}},
	}
	if !reflect.DeepEqual(got.Goals, want) {
		t.Errorf("goals are %v, want %v", got.Goals, want)
	}

	b.run(0, "prepare", "sam")
	for _, words := range []string{
		"\nTO RAISE\n  ·       how promotion works here\n\nHARD TO ASK\n  ?  whether to stay\n",
		"\nWORKING TOWARD\n  ·  say what I think in the room (confidence) · last note Mon 9 Nov 2026\n  ·  plan a quarter^[[31m\n\nTO GO IN WITH\n",
	} {
		if !strings.Contains(b.out.String(), words) {
			t.Errorf("%q is not in\n%s", words, b.out.String())
		}
	}
}

// TestPrepareComing has a review that is planned, a trial and a period that end, and a day to ask.
func TestPrepareComing(t *testing.T) {
	b := newBench(t)
	b.keep("We talked.", "Sam T.", "--role", "mentee", "--at", "2026-11-09 17:00")
	s := b.open()
	page, _, err := s.Sessions(t.Context(), store.SessionQuery{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	rel, err := s.Relationship(t.Context(), page[0].RelationshipID)
	if err != nil {
		t.Fatal(err)
	}
	in := func(n int) journal.Date { return journal.Date{Year: 2026, Month: 11, Day: 21}.AddDays(n) }
	is := func(want string) {
		t.Helper()
		if err := s.ChangeRelationship(t.Context(), rel.Relationship); err != nil {
			t.Fatal(err)
		}
		b.run(0, "prepare", "sam")
		if got := strings.Split(b.out.String(), "\n"); got[1] != want {
			t.Errorf("coming %q, want %q", got[1], want)
		}
	}
	is("last 12 days ago")
	rel.NextSession = in(-3)
	is("last 12 days ago")
	rel.NextSession, rel.State, rel.TrialUntil, rel.Until = in(3), journal.StateTrial, in(7), in(14)
	if err := s.PlanReview(t.Context(), rel.ID, in(0)); err != nil {
		t.Fatal(err)
	}
	is("review today · next Tue 24 Nov · the trial ends Sat 28 Nov · the period ends Sat 5 Dec · last 12 days ago")
	rel.State = journal.StatePaused
	is("next Tue 24 Nov · last 12 days ago")
	rel.State, rel.AskedOn = journal.StateConsidering, in(30)
	is("review today · next Tue 24 Nov · to ask Mon 21 Dec · last 12 days ago")
}
