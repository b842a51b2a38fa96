package journal

import "testing"

func TestStepString(t *testing.T) {
	tests := []struct {
		step Step
		want string
	}{
		{Step{What: StepNoteKept}, "note kept"},
		{Step{What: StepNoteKept, Name: "Priya N."}, "note kept (Priya N.)"},
		{Step{What: StepActionDone, Text: "send the panel list", Name: "Priya N."}, "action done: send the panel list (Priya N.)"},
	}
	for _, tt := range tests {
		if got := tt.step.String(); got != tt.want {
			t.Errorf("%+v is %q, want %q", tt.step, got, tt.want)
		}
	}
}
