package journal

import (
	"strings"
	"testing"
)

func TestRelationshipValidate(t *testing.T) {
	ok := Relationship{Role: RoleMentor, State: StateActive}
	change := func(f func(*Relationship)) Relationship {
		r := ok
		f(&r)
		return r
	}
	tests := []struct {
		name string
		r    Relationship
		says string // "" for no error
	}{
		{"OK", ok, ""},
		{"OK a period of a day", change(func(r *Relationship) { r.From, r.Until = Date{2026, 1, 1}, Date{2026, 1, 1} }), ""},
		{"OK an end alone", change(func(r *Relationship) { r.Until = Date{2026, 1, 1} }), ""},
		{"OK a rhythm", change(func(r *Relationship) { r.Rhythm = Rhythm{99, Months} }), ""},
		{"OK asked on a day to come", change(func(r *Relationship) { r.State, r.AskedOn = StateAsked, Date{2099, 1, 1} }), ""},
		{"OK a trial before the period", change(func(r *Relationship) { r.TrialUntil, r.From = Date{2026, 1, 1}, Date{2026, 2, 1} }), ""},
		{"ErrRole", change(func(r *Relationship) { r.Role = "" }), "needs a role"},
		{"ErrPeriod", change(func(r *Relationship) { r.From, r.Until = Date{2026, 1, 2}, Date{2026, 1, 1} }), "before it begins (2026-01-02)"},
		{"ErrRhythm", change(func(r *Relationship) { r.Rhythm = Rhythm{100, Weeks} }), "1 to 99"},
		{"ErrRhythm negative", change(func(r *Relationship) { r.Rhythm = Rhythm{-1, Weeks} }), "1 to 99"},
		{"ErrRhythm of zero", change(func(r *Relationship) { r.Rhythm = Rhythm{0, Weeks} }), "1 to 99"},
		{"ErrState", change(func(r *Relationship) { r.State = "sleeping" }), "not a state"},
		{"ErrState none", change(func(r *Relationship) { r.State = "" }), "not a state"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { wantInvalid(t, tt.r.Validate(), tt.says) })
	}
	for _, s := range States() {
		if err := change(func(r *Relationship) { r.State = s }).Validate(); err != nil {
			t.Errorf("%s: %v", s, err)
		}
		if s.Open() == (s == StateEnded || s == StateDeclined) {
			t.Errorf("%s: Open() = %v", s, s.Open())
		}
	}
}

// wantInvalid tests that err says something, or that there is none where says is "".
func wantInvalid(t *testing.T, err error, says string) {
	t.Helper()
	switch {
	case says == "" && err != nil:
		t.Errorf("got %v, want no error", err)
	case says != "" && (ErrorCode(err) != CodeInvalid || !strings.Contains(ErrorMessage(err), says)):
		t.Errorf("got %v, want an invalid error with %q", err, says)
	}
}
