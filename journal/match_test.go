package journal

import "testing"

func TestMatchValidate(t *testing.T) {
	tests := []struct {
		name string
		m    Match
		says string
	}{
		{"OK nothing said", Match{}, ""},
		{"OK", Match{Checks: []Check{{"respect", CheckYes, ""}, {"ahead", CheckNotSure, "perhaps"}}}, ""},
		{"ErrLine", Match{Checks: []Check{{"shoes", CheckYes, ""}}}, "not a line"},
		{"ErrLine twice", Match{Checks: []Check{{"time", CheckYes, ""}, {"time", CheckNo, ""}}}, "there twice"},
		{"ErrAnswer", Match{Checks: []Check{{"time", "perhaps", ""}}}, "yes, no or not sure"},
		{"ErrAnswer none", Match{Checks: []Check{{"time", "", "soon"}}}, "yes, no or not sure"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { wantInvalid(t, tt.m.Validate(), tt.says) })
	}
}

func TestChecklist(t *testing.T) {
	asking, offering, mutual := Checklist(RoleMentee), Checklist(RoleMentor), Checklist(RoleMutual)
	if len(asking) != 6 || len(offering) != len(asking) || len(mutual) != len(asking) {
		t.Fatalf("%d, %d and %d lines, want six each", len(asking), len(offering), len(mutual))
	}
	for i := range asking {
		if asking[i].ID != offering[i].ID || mutual[i] != asking[i] || asking[i].Source == "" || offering[i].Source == "" {
			t.Errorf("line %d: %+v, %+v, %+v", i, asking[i], offering[i], mutual[i])
		}
	}
}
