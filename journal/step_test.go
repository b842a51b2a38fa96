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

func TestStepSentence(t *testing.T) {
	for text, want := range map[string]string{
		"send the list":    "action done: send the list.",
		"What was good?":   "action done: What was good?",
		"Stop!":            "action done: Stop!",
		"It was good.":     "action done: It was good.",
		"and so on …":      "action done: and so on …",
		"何がよかった？":          "action done: 何がよかった？",
		"よかった。":            "action done: よかった。",
		"ask “really?” ":   "action done: ask “really?”",
		"read «Momo»":      "action done: read «Momo».",
		"":                 "action done.",
		"who (and where?)": "action done: who (and where?).",
	} {
		if got := (Step{What: StepActionDone, Text: text}).Sentence(); got != want {
			t.Errorf("%q is told as %q, want %q", text, got, want)
		}
	}
	if got := (Step{What: StepActionDone, Text: "Why?", Name: "Priya N."}).Sentence(); got != "action done: Why? (Priya N.)." {
		t.Errorf("got %q", got)
	}
}
