package journal

import "testing"

func TestAgreementValidate(t *testing.T) {
	tests := []struct {
		name string
		a    Agreement
		says string
	}{
		{"OK one part", Agreement{Ending: "Either may stop."}, ""},
		{"OK a rhythm alone", Agreement{Review: Rhythm{3, Months}}, ""},
		{"ErrNothing", Agreement{On: Date{2026, 1, 1}}, "a few words"},
		{"ErrNothing to be seen", Agreement{Often: " \n"}, "a few words"},
		{"ErrRhythm", Agreement{Often: "often", Review: Rhythm{0, Months}}, "1 to 99"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { wantInvalid(t, tt.a.Validate(), tt.says) })
	}
}

func TestAgreementParts(t *testing.T) {
	a := Agreement{ExpectTheirs: "Straight talk.", Review: Rhythm{3, Months}, Ending: "Either may stop."}
	want := []Part{{"What Sam expects", "Straight talk."}, {"When we look at it together", "every 3 months"}, {"How it may end", "Either may stop."}}
	got := a.Parts("Sam")
	if len(got) != len(want) {
		t.Fatalf("parts %+v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("part %d is %+v, want %+v", i, got[i], want[i])
		}
	}
	if len(Agreement{}.Parts("Sam")) != 0 || !(Agreement{}).IsZero() || a.IsZero() {
		t.Error("an agreement without words has parts, or one with words none")
	}
}
