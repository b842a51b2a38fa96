package journal

import "testing"

func TestGoalValidate(t *testing.T) {
	tests := []struct {
		name string
		g    Goal
		says string
	}{
		{"OK", Goal{Text: "say no", State: GoalOpen}, ""},
		{"OK all of it", Goal{Text: "say no", Kind: GoalNeed, Tag: "confidence", State: GoalReached}, ""},
		{"ErrText", Goal{Text: "\t", State: GoalOpen}, "a few words"},
		{"ErrKind", Goal{Text: "say no", Kind: "dream", State: GoalOpen}, "focus, need or skill"},
		{"ErrState", Goal{Text: "say no"}, "not a state"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { wantInvalid(t, tt.g.Validate(), tt.says) })
	}
	on := Date{2026, 1, 1}
	wantInvalid(t, GoalNote{On: on, Text: "went well"}.Validate(), "")
	wantInvalid(t, GoalNote{On: on, Text: " "}.Validate(), "a few words")
	wantInvalid(t, GoalNote{Text: "went well"}.Validate(), "a day")
}

func TestFocuses(t *testing.T) {
	all := Focuses()
	if len(all) != 9 || all[0] != CareerFocuses()[0] || all[8] != PersonFocuses()[3] {
		t.Errorf("focuses %q", all)
	}
}
