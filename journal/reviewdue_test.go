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
		{"the first as agreed, from the agreement on", Relationship{State: StateActive, From: d("2026-01-01")}, Standing{First: d("2026-01-02"), Agreed: Rhythm{6, Months}, AgreedOn: d("2026-02-01")}, "2026-08-01"},
		{"the first as agreed before it began", Relationship{State: StateActive, From: d("2026-03-01")}, Standing{Agreed: Rhythm{2, Weeks}, AgreedOn: d("2026-02-01")}, "2026-03-15"},
		{"the first as agreed, where nothing else is known", Relationship{State: StateActive}, Standing{Agreed: Rhythm{2, Weeks}, AgreedOn: d("2026-02-01")}, "2026-02-15"},
		{"an agreement without a rhythm of reviews", Relationship{State: StateActive, From: d("2026-01-01")}, Standing{AgreedOn: d("2026-02-01")}, "2026-01-31"},
		{"agreed anew after a review", Relationship{State: StateActive, From: d("2026-01-01")}, Standing{Review: d("2026-03-01"), Agreed: Rhythm{6, Weeks}, AgreedOn: d("2026-04-01")}, "2026-04-12"},
		{"thirty days after it went on", Relationship{State: StateActive, From: d("2026-01-01"), ResumedOn: d("2026-06-01")}, Standing{First: d("2026-01-01")}, "2026-07-01"},
		{"as agreed after it went on", Relationship{State: StateActive, From: d("2026-01-01"), ResumedOn: d("2026-06-01")}, Standing{Agreed: Rhythm{1, Months}, AgreedOn: d("2026-02-01")}, "2026-07-01"},
		{"two months after it went on", Relationship{State: StateActive, From: d("2026-01-01"), ResumedOn: d("2026-06-01")}, Standing{Review: d("2026-03-01")}, "2026-08-01"},
		{"looked at since it went on", Relationship{State: StateActive, From: d("2026-01-01"), ResumedOn: d("2026-06-01")}, Standing{Review: d("2026-06-15")}, "2026-08-15"},
		{"planned, and passed in a pause", Relationship{State: StateActive, From: d("2026-01-01"), ResumedOn: d("2026-06-01")}, Standing{Planned: d("2026-05-31")}, "2026-07-01"},
		{"planned for the day it went on", Relationship{State: StateActive, From: d("2026-01-01"), ResumedOn: d("2026-06-01")}, Standing{Planned: d("2026-06-01")}, "2026-06-01"},
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

func TestReviewOccasion(t *testing.T) {
	months := func(n int) Rhythm { return Rhythm{n, Months} }
	tests := []struct {
		name  string
		due   string
		every Rhythm
		today string
		want  string
	}{
		{"none", "", months(2), "2026-11-21", ""},
		{"not yet", "2026-11-22", months(2), "2026-11-21", ""},
		{"today", "2026-11-21", months(2), "2026-11-21", "2026-11-21"},
		{"the first", "2026-11-20", months(2), "2026-11-21", "2026-11-20"},
		{"the day before the second", "2026-09-22", months(2), "2026-11-21", "2026-09-22"},
		{"the second", "2026-09-21", months(2), "2026-11-21", "2026-11-21"},
		{"over a year", "2025-10-05", months(2), "2026-11-21", "2026-10-05"},
		{"the end of a month stays one", "2025-12-31", months(2), "2026-07-01", "2026-06-30"},
		{"and of a short month", "2025-12-31", months(2), "2026-02-28", "2026-02-28"},
		{"weeks", "2026-01-01", Rhythm{6, Weeks}, "2026-11-21", "2026-10-22"},
		{"weeks to the day", "2026-01-01", Rhythm{1, Weeks}, "2026-11-19", "2026-11-19"},
		{"longer than anybody lives", "0001-01-01", Rhythm{99, Months}, "2026-11-21", "2022-04-01"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := reviewOccasion(day(t, tt.due), tt.every, day(t, tt.today)); got.String() != tt.want {
				t.Errorf("occasion %q, want %q", got, tt.want)
			}
		})
	}
}
