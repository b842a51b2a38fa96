package journal

import (
	"fmt"
	"strings"
	"testing"
)

func TestComings(t *testing.T) {
	today := day(t, "2026-11-21")
	in := func(n int) Date { return today.AddDays(n) }
	tests := []struct {
		name string
		r    Relationship
		s    Standing
		want string
	}{
		{"nothing", Relationship{State: StateActive, From: in(-90)}, Standing{Last: in(-80)}, ""},
		{"talk today", Relationship{State: StateActive, NextSession: today}, Standing{}, "talk 2026-11-21"},
		{"talk far off", Relationship{State: StateActive, NextSession: in(200)}, Standing{}, "talk 2027-06-09"},
		{"talk yesterday", Relationship{State: StateActive, NextSession: in(-1)}, Standing{}, ""},
		{"talk, paused", Relationship{State: StatePaused, NextSession: in(2), Until: in(3)}, Standing{Planned: in(1)}, "talk 2026-11-23"},
		{"talk, ended", Relationship{State: StateEnded, NextSession: in(2)}, Standing{Planned: in(1)}, ""},
		{"talk, declined", Relationship{State: StateDeclined, NextSession: in(2), AskedOn: in(1)}, Standing{}, ""},
		{"review today", Relationship{State: StateActive}, Standing{Planned: today}, "review 2026-11-21"},
		{"review in a week", Relationship{State: StateActive}, Standing{Planned: in(7)}, "review 2026-11-28"},
		{"review in eight days", Relationship{State: StateActive}, Standing{Planned: in(8)}, ""},
		{"review yesterday", Relationship{State: StateActive}, Standing{Planned: in(-1)}, ""},
		{"review before it began", Relationship{State: StateConsidering}, Standing{Planned: in(7)}, "review 2026-11-28"},
		{"review that comes round is none", Relationship{State: StateActive, From: in(-28)}, Standing{}, ""},
		{"asking today", Relationship{State: StateConsidering, AskedOn: today}, Standing{}, "asking 2026-11-21"},
		{"asking far off", Relationship{State: StateConsidering, AskedOn: in(200)}, Standing{}, "asking 2027-06-09"},
		{"asking yesterday", Relationship{State: StateConsidering, AskedOn: in(-1)}, Standing{}, ""},
		{"asked, on a day to come", Relationship{State: StateAsked, AskedOn: in(1)}, Standing{}, ""},
		{"trial today", Relationship{State: StateTrial, TrialUntil: today}, Standing{}, "trial 2026-11-21"},
		{"trial in a week", Relationship{State: StateTrial, TrialUntil: in(7)}, Standing{}, "trial 2026-11-28"},
		{"trial in eight days", Relationship{State: StateTrial, TrialUntil: in(8)}, Standing{}, ""},
		{"trial over", Relationship{State: StateTrial, TrialUntil: in(-1)}, Standing{}, ""},
		{"no trial any more", Relationship{State: StateActive, TrialUntil: in(1)}, Standing{}, ""},
		{"period today", Relationship{State: StateActive, Until: today}, Standing{}, "period 2026-11-21"},
		{"period in two weeks", Relationship{State: StateTrial, Until: in(14)}, Standing{}, "period 2026-12-05"},
		{"period in fifteen days", Relationship{State: StateActive, Until: in(15)}, Standing{}, ""},
		{"period over", Relationship{State: StateActive, Until: in(-1)}, Standing{}, ""},
		{"period of one that has not begun", Relationship{State: StateAsked, Until: in(1)}, Standing{}, ""},
		{"all, soonest first", Relationship{State: StateTrial, NextSession: in(5), TrialUntil: in(3), Until: in(4)}, Standing{Planned: in(5)},
			"trial 2026-11-24\nperiod 2026-11-25\ntalk 2026-11-26\nreview 2026-11-26"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.r.ID = 7
			var got []string
			for _, c := range Comings(today, tt.r, tt.s) {
				got = append(got, fmt.Sprint(c.Kind, " ", c.On))
				if c.RelationshipID != 7 {
					t.Errorf("%+v", c)
				}
			}
			if said := strings.Join(got, "\n"); said != tt.want {
				t.Errorf("coming\n%s\nwant\n%s", said, tt.want)
			}
		})
	}
}

// Every day of a year has an answer, and a planned day is never without one: it comes until its day,
// and is a hint from then on.
func TestComingsOfAYear(t *testing.T) {
	planned, meant := day(t, "2026-06-10"), day(t, "2026-07-20")
	active := Relationship{ID: 1, UID: "u1", State: StateActive, Role: RoleMutual}
	considered := Relationship{ID: 2, UID: "u2", State: StateConsidering, Role: RoleMutual, AskedOn: meant}
	for d := day(t, "2026-01-01"); d.Year == 2026; d = d.AddDays(1) {
		review := len(Comings(d, active, Standing{Planned: planned})) == 1
		if want := !d.Before(planned.AddDays(-7)) && !d.After(planned); review != want {
			t.Errorf("%s: the review is coming: %v", d, review)
		}
		asking := len(Comings(d, considered, Standing{})) == 1
		hints := Hints(d, []RelationshipSummary{{Relationship: active}, {Relationship: considered}}, map[int64]Standing{1: {Planned: planned}}, nil)
		wantHints := 0
		if !d.Before(planned) {
			wantHints++
		}
		if d.After(meant) {
			wantHints++
		}
		if asking == d.After(meant) || len(hints) != wantHints {
			t.Errorf("%s: the asking is coming: %v, hints %+v", d, asking, hints)
		}
	}
}
