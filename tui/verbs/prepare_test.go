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
