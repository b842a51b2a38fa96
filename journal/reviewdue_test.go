package journal

import "testing"

func TestReviewDue(t *testing.T) {
	d := func(s string) Date { return day(t, s) }
	tests := []struct {
		name string
		r    Relationship
		s    Standing
		want string
	}{
		{"thirty days after it began", Relationship{State: StateActive, From: d("2026-01-31")}, Standing{First: d("2026-02-10")}, "2026-03-02"},
		{"thirty days after the first conversation", Relationship{State: StateActive}, Standing{First: d("2026-02-10")}, "2026-03-12"},
		{"nothing to count from", Relationship{State: StateActive}, Standing{}, ""},
		{"two months after the last one", Relationship{State: StateActive, From: d("2026-01-01")}, Standing{Review: d("2026-12-31")}, "2027-02-28"},
		{"as agreed", Relationship{State: StateActive, From: d("2026-01-01")}, Standing{Review: d("2026-03-01"), Agreed: Rhythm{6, Weeks}}, "2026-04-12"},
		{"as agreed, but the first after thirty days", Relationship{State: StateActive, From: d("2026-01-01")}, Standing{Agreed: Rhythm{6, Months}}, "2026-01-31"},
		{"planned wins", Relationship{State: StateActive, From: d("2026-01-01")}, Standing{Review: d("2026-03-01"), Planned: d("2026-09-09")}, "2026-09-09"},
		{"planned wins over a trial", Relationship{State: StateTrial, TrialUntil: d("2026-03-01")}, Standing{Planned: d("2026-02-09")}, "2026-02-09"},
		{"planned before it began", Relationship{State: StateAsked}, Standing{Planned: d("2026-02-09")}, "2026-02-09"},
		{"end of a trial", Relationship{State: StateTrial, From: d("2026-01-01"), TrialUntil: d("2026-03-01")}, Standing{First: d("2026-01-10")}, "2026-03-01"},
		{"end of a trial looked at before", Relationship{State: StateTrial, TrialUntil: d("2026-03-01")}, Standing{Review: d("2026-02-28")}, "2026-03-01"},
		{"end of a trial looked at", Relationship{State: StateTrial, TrialUntil: d("2026-03-01")}, Standing{Review: d("2026-03-01")}, ""},
		{"trial without an end", Relationship{State: StateTrial, From: d("2026-01-01")}, Standing{First: d("2026-01-10")}, ""},
		{"trial without an end, looked at", Relationship{State: StateTrial}, Standing{Review: d("2026-01-10")}, ""},
		{"paused", Relationship{State: StatePaused, From: d("2026-01-01")}, Standing{Review: d("2026-03-01")}, ""},
		{"considering", Relationship{State: StateConsidering, From: d("2026-01-01")}, Standing{}, ""},
		{"ended", Relationship{State: StateEnded, From: d("2026-01-01")}, Standing{First: d("2026-01-01")}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := ReviewDue(tt.r, tt.s); got.String() != tt.want {
				t.Errorf("due %q, want %q", got, tt.want)
			}
		})
	}
}

func TestReviewComing(t *testing.T) {
	today := day(t, "2026-11-21")
	tests := []struct {
		name    string
		state   State
		planned Date
		want    bool
	}{
		{"tomorrow", StateActive, today.AddDays(1), true},
		{"in a week", StateActive, today.AddDays(7), true},
		{"before it began", StateConsidering, today.AddDays(7), true},
		{"in eight days", StateActive, today.AddDays(8), false},
		{"today it is due", StateActive, today, false},
		{"yesterday", StateActive, today.AddDays(-1), false},
		{"none", StateActive, Date{}, false},
		{"paused", StatePaused, today.AddDays(1), false},
		{"ended", StateEnded, today.AddDays(1), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := Date{}
			if tt.want {
				want = tt.planned
			}
			if got := ReviewComing(today, Relationship{State: tt.state}, Standing{Planned: tt.planned}); got != want {
				t.Errorf("coming %q, want %q", got, want)
			}
		})
	}
}
