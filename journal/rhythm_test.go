package journal

import "testing"

func TestRhythm(t *testing.T) {
	tests := []struct {
		r    Rhythm
		want string
	}{
		{Rhythm{}, ""}, {Rhythm{1, Weeks}, "every week"}, {Rhythm{1, Months}, "every month"}, {Rhythm{3, Weeks}, "every 3 weeks"},
	}
	for _, tt := range tests {
		if got := tt.r.String(); got != tt.want || tt.r.IsZero() != (tt.want == "") {
			t.Errorf("%+v is %q, want %q", tt.r, got, tt.want)
		}
	}
}

func TestRhythmValidate(t *testing.T) {
	tests := []struct {
		name string
		r    Rhythm
		says string
	}{
		{"OK none", Rhythm{}, ""},
		{"OK", Rhythm{1, Weeks}, ""},
		{"OK longest", Rhythm{MaxEvery, Months}, ""},
		{"Err every no weeks", Rhythm{0, Weeks}, "1 to 99"},
		{"Err negative", Rhythm{-1, Weeks}, "1 to 99"},
		{"Err too long", Rhythm{MaxEvery + 1, Months}, "1 to 99"},
		{"Err unit", Rhythm{2, "days"}, "weeks or months"},
		{"Err no unit", Rhythm{2, ""}, "weeks or months"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { wantInvalid(t, tt.r.Validate(), tt.says) })
	}
}

func TestNextByRhythm(t *testing.T) {
	tests := []struct {
		name string
		r    Rhythm
		last string
		want string
	}{
		{"weeks", Rhythm{6, Weeks}, "2026-11-21", "2027-01-02"},
		{"a month", Rhythm{1, Months}, "2026-11-21", "2026-12-21"},
		{"a short month", Rhythm{1, Months}, "2027-01-31", "2027-02-28"},
		{"into a leap year", Rhythm{2, Months}, "2027-12-31", "2028-02-29"},
		{"longest", Rhythm{99, Months}, "2026-11-21", "2035-02-21"},
		{"no rhythm", Rhythm{}, "2026-11-21", ""},
		{"no last one", Rhythm{2, Weeks}, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := NextByRhythm(tt.r, day(t, tt.last)); got.String() != tt.want {
				t.Errorf("next is %q, want %q", got, tt.want)
			}
		})
	}
}

func TestDriftedSince(t *testing.T) {
	tests := []struct {
		name   string
		state  State
		rhythm Rhythm
		from   string
		next   string
		last   string
		want   string // on 2026-11-21
		went   string // on again
	}{
		{"passed", StateActive, Rhythm{2, Weeks}, "", "", "2026-11-01", "2026-11-15", ""},
		{"passed on trial", StateTrial, Rhythm{2, Weeks}, "", "", "2026-11-01", "2026-11-15", ""},
		{"yesterday", StateActive, Rhythm{2, Weeks}, "", "", "2026-11-06", "2026-11-20", ""},
		{"today", StateActive, Rhythm{2, Weeks}, "", "", "2026-11-07", "", ""},
		{"to come", StateActive, Rhythm{1, Months}, "", "", "2026-11-07", "", ""},
		{"no rhythm", StateActive, Rhythm{}, "2026-01-01", "", "2026-01-01", "", ""},
		{"met again today", StateActive, Rhythm{1, Weeks}, "", "", "2026-11-21", "", ""},
		{"next one is today", StateActive, Rhythm{2, Weeks}, "", "2026-11-21", "2026-11-01", "", ""},
		{"next one to come", StateActive, Rhythm{2, Weeks}, "", "2027-03-01", "2026-11-01", "", ""},
		{"next one has passed", StateActive, Rhythm{2, Weeks}, "", "2026-11-20", "2026-11-01", "2026-11-15", ""},
		{"none yet, since the beginning", StateActive, Rhythm{2, Weeks}, "2026-10-01", "", "", "2026-10-15", ""},
		{"none yet, begins later", StateActive, Rhythm{2, Weeks}, "2026-12-01", "", "", "", ""},
		{"none yet, no beginning", StateActive, Rhythm{2, Weeks}, "", "", "", "", ""},
		{"the last one counts, not the beginning", StateActive, Rhythm{2, Weeks}, "2026-01-01", "", "2026-11-14", "", ""},
		{"paused", StatePaused, Rhythm{2, Weeks}, "", "", "2026-01-01", "", ""},
		{"went on not long ago", StateActive, Rhythm{2, Weeks}, "2026-01-01", "", "2026-06-01", "", "2026-11-20"},
		{"went on long ago", StateActive, Rhythm{2, Weeks}, "2026-01-01", "", "2026-06-01", "2026-11-15", "2026-11-01"},
		{"went on, and met since", StateActive, Rhythm{2, Weeks}, "2026-01-01", "", "2026-11-10", "", "2026-10-01"},
		{"went on before the first conversation", StateActive, Rhythm{2, Weeks}, "2026-01-01", "", "", "", "2026-11-20"},
		{"considering", StateConsidering, Rhythm{2, Weeks}, "2026-01-01", "", "", "", ""},
		{"asked", StateAsked, Rhythm{2, Weeks}, "2026-01-01", "", "", "", ""},
		{"ended", StateEnded, Rhythm{2, Weeks}, "", "", "2026-01-01", "", ""},
		{"declined", StateDeclined, Rhythm{2, Weeks}, "", "", "2026-01-01", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := Relationship{State: tt.state, Rhythm: tt.rhythm, From: day(t, tt.from), NextSession: day(t, tt.next), ResumedOn: day(t, tt.went)}
			if got := DriftedSince(r, day(t, tt.last), day(t, "2026-11-21")); got.String() != tt.want {
				t.Errorf("drifted since %q, want %q", got, tt.want)
			}
		})
	}
}
