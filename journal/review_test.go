package journal

import "testing"

func TestReviewValidate(t *testing.T) {
	due, held := Date{2026, 1, 1}, Date{2026, 1, 2}.time()
	tests := []struct {
		name string
		r    Review
		says string
	}{
		{"OK planned", Review{Due: due}, ""},
		{"OK held unplanned", Review{HeldAt: held}, ""},
		{"OK decided", Review{Due: due, HeldAt: held, Decision: DecisionEnd}, ""},
		{"ErrDay", Review{}, "needs a day"},
		{"ErrDecision", Review{HeldAt: held, Decision: "marry"}, "go on, change, pause or end"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { wantInvalid(t, tt.r.Validate(), tt.says) })
	}
}
