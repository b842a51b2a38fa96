package journal

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// hinted are hints as short lines: what, about whom, the day.
func hinted(hints []Hint) []string {
	var out []string
	for _, h := range hints {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %d %s", h.Kind, h.RelationshipID, h.On)))
	}
	return out
}

// both is somebody on both sides, so that no direction is empty.
func both() RelationshipSummary {
	return RelationshipSummary{Relationship: Relationship{ID: 99, UID: "u99", Role: RoleMutual, State: StateActive}}
}

func TestHints(t *testing.T) {
	today := day(t, "2026-11-21")
	ago := func(n int) Date { return today.AddDays(-n) }
	fortnightly := Rhythm{2, Weeks}
	falling := []int{-1, 0, 1, 1}
	tests := []struct {
		name string
		r    Relationship
		s    Standing
		no   string // key told no
		want string // "" for none
	}{
		{"nothing", Relationship{State: StateActive}, Standing{First: ago(5), Last: ago(5)}, "", ""},
		{"trial over today", Relationship{State: StateTrial, TrialUntil: today}, Standing{}, "", "trial 1 2026-11-21"},
		{"trial over long ago", Relationship{State: StateTrial, TrialUntil: ago(40)}, Standing{Review: ago(41)}, "", "trial 1 2026-10-12"},
		{"trial over tomorrow", Relationship{State: StateTrial, TrialUntil: ago(-1)}, Standing{}, "", ""},
		{"trial over and looked at", Relationship{State: StateTrial, TrialUntil: ago(3)}, Standing{Review: ago(3)}, "", ""},
		{"trial told no is not said as a review", Relationship{State: StateTrial, TrialUntil: ago(1)}, Standing{}, "trial:u1:2026-11-20", ""},
		{"trial told no, its day was moved", Relationship{State: StateTrial, TrialUntil: today}, Standing{}, "trial:u1:2026-11-20", "trial 1 2026-11-21"},
		{"trial before energy", Relationship{State: StateTrial, TrialUntil: today}, Standing{Last: ago(2), EnergyOn: ago(2), Energies: falling}, "", "trial 1 2026-11-21"},
		{"energy", Relationship{State: StateActive}, Standing{First: ago(9), Last: ago(2), EnergyOn: ago(2), Energies: falling}, "", "energy 1 2026-11-19"},
		{"energy, by the conversation that says it", Relationship{State: StateActive}, Standing{First: ago(9), Last: today, EnergyOn: ago(2), Energies: falling}, "", "energy 1 2026-11-19"},
		{"energy, where only the last day is known", Relationship{State: StateActive}, Standing{First: ago(9), Last: ago(2), Energies: falling}, "", "energy 1 2026-11-19"},
		{"energy told no", Relationship{State: StateActive}, Standing{First: ago(9), Last: today, EnergyOn: ago(2), Energies: falling}, "energy:u1:2026-11-19", ""},
		{"energy falls on", Relationship{State: StateActive}, Standing{First: ago(9), Last: today, EnergyOn: today, EnergySince: ago(5), Energies: falling}, "energy:u1:2026-11-19", ""},
		{"energy falls on after two more", Relationship{State: StateActive}, Standing{First: ago(9), Last: today, EnergyOn: today, EnergySince: ago(2), Energies: falling}, "energy:u1:2026-11-19", ""},
		{"energy falls anew after three more", Relationship{State: StateActive}, Standing{First: ago(9), Last: today, EnergyOn: today, EnergySince: ago(1), Energies: falling}, "energy:u1:2026-11-19", "energy 1 2026-11-21"},
		{"energy of before a pause", Relationship{State: StateActive, ResumedOn: ago(3)}, Standing{First: ago(9), Last: today, EnergyOn: today, EnergySince: ago(4), Energies: falling}, "", ""},
		{"energy since a pause", Relationship{State: StateActive, ResumedOn: ago(4)}, Standing{First: ago(9), Last: today, EnergyOn: today, EnergySince: ago(4), Energies: falling}, "", "energy 1 2026-11-21"},
		{"asking for today is no hint", Relationship{State: StateConsidering, AskedOn: today}, Standing{}, "", ""},
		{"asking that has passed", Relationship{State: StateConsidering, AskedOn: ago(1)}, Standing{}, "", "ask 1 2026-11-20"},
		{"asking told no", Relationship{State: StateConsidering, AskedOn: ago(1)}, Standing{}, "ask:u1:2026-11-20", ""},
		{"asking told no, its day was moved", Relationship{State: StateConsidering, AskedOn: ago(1)}, Standing{}, "ask:u1:2026-11-10", "ask 1 2026-11-20"},
		{"asked", Relationship{State: StateAsked, AskedOn: ago(1)}, Standing{}, "", ""},
		{"review that came round again", Relationship{State: StateActive, From: ago(100)}, Standing{Last: today, Agreed: Rhythm{2, Weeks}}, "", "review 1 2026-11-19"},
		{"review told no comes round again", Relationship{State: StateActive, From: ago(100)}, Standing{Last: today, Agreed: Rhythm{2, Weeks}}, "review:u1:2026-11-05", "review 1 2026-11-19"},
		{"review planned and told no comes round again", Relationship{State: StateActive}, Standing{Planned: day(t, "2026-09-20"), Last: today}, "review:u1:2026-09-20", "review 1 2026-11-20"},
		{"review planned before a pause", Relationship{State: StateActive, From: ago(90), ResumedOn: ago(5)}, Standing{Planned: ago(9), Last: today}, "", ""},
		{"energy looked at since", Relationship{State: StateActive}, Standing{First: ago(9), Last: ago(2), EnergyOn: ago(2), Energies: falling, Review: ago(2)}, "", ""},
		{"energy looked at before", Relationship{State: StateActive}, Standing{First: ago(9), Last: ago(2), EnergyOn: ago(2), Energies: falling, Review: ago(3)}, "", "energy 1 2026-11-19"},
		{"energy with a review coming", Relationship{State: StateActive}, Standing{First: ago(9), Last: ago(2), EnergyOn: ago(2), Energies: falling, Planned: ago(-5)}, "", ""},
		{"energy with a review of today", Relationship{State: StateActive}, Standing{First: ago(9), Last: ago(2), EnergyOn: ago(2), Energies: falling, Planned: today}, "", "review 1 2026-11-21"},
		{"energy with a review far off", Relationship{State: StateActive}, Standing{First: ago(9), Last: ago(2), EnergyOn: ago(2), Energies: falling, Planned: ago(-50)}, "", ""},
		{"energy before a review", Relationship{State: StateActive}, Standing{First: ago(90), Last: ago(2), EnergyOn: ago(2), Energies: falling}, "", "energy 1 2026-11-19"},
		{"energy told no, then the review", Relationship{State: StateActive}, Standing{First: ago(90), Last: ago(2), EnergyOn: ago(2), Energies: falling}, "energy:u1:2026-11-19", "review 1 2026-09-22"},
		{"energy of one that has not begun", Relationship{State: StateAsked}, Standing{Last: ago(2), EnergyOn: ago(2), Energies: falling}, "", ""},
		{"review due today", Relationship{State: StateActive, From: ago(30)}, Standing{Last: today}, "", "review 1 2026-11-21"},
		{"review due tomorrow", Relationship{State: StateActive, From: ago(29)}, Standing{Last: today}, "", ""},
		{"review planned for today", Relationship{State: StateActive}, Standing{Planned: today}, "", "review 1 2026-11-21"},
		{"review planned ahead is no hint", Relationship{State: StateActive, From: ago(99)}, Standing{Planned: ago(-1)}, "", ""},
		{"review planned in a trial", Relationship{State: StateTrial, TrialUntil: ago(-9)}, Standing{Planned: ago(1)}, "", "review 1 2026-11-20"},
		{"review planned before it began", Relationship{State: StateConsidering}, Standing{Planned: ago(1)}, "", "review 1 2026-11-20"},
		{"review told no", Relationship{State: StateActive, From: ago(30)}, Standing{Last: today}, "review:u1:2026-11-21", ""},
		{"review before drifted", Relationship{State: StateActive, From: ago(40), Rhythm: fortnightly}, Standing{Last: ago(20)}, "", "review 1 2026-11-11"},
		{"review told no, then drifted", Relationship{State: StateActive, From: ago(40), Rhythm: fortnightly}, Standing{Last: ago(20)}, "review:u1:2026-11-11", "drifted 1 2026-11-15"},
		{"drifted", Relationship{State: StateActive, From: ago(25), Rhythm: fortnightly}, Standing{Last: ago(20)}, "", "drifted 1 2026-11-15"},
		{"drifted told no", Relationship{State: StateActive, From: ago(25), Rhythm: fortnightly}, Standing{Last: ago(20)}, "drifted:u1:2026-11-01", ""},
		{"drifted told no, and the rhythm changed", Relationship{State: StateActive, From: ago(25), Rhythm: Rhythm{1, Weeks}}, Standing{Last: ago(20)}, "drifted:u1:2026-11-01", ""},
		{"drifted again after another conversation", Relationship{State: StateActive, From: ago(25), Rhythm: fortnightly}, Standing{Last: ago(16)}, "drifted:u1:2026-11-01", "drifted 1 2026-11-19"},
		{"paused is silent", Relationship{State: StatePaused, From: ago(90), Rhythm: fortnightly}, Standing{Last: ago(20), EnergyOn: ago(20), Energies: falling, Planned: ago(1)}, "", ""},
		{"ended is silent", Relationship{State: StateEnded, From: ago(90), Rhythm: fortnightly}, Standing{Last: ago(20), EnergyOn: ago(20), Energies: falling, Planned: ago(1)}, "", ""},
		{"declined is silent", Relationship{State: StateDeclined, TrialUntil: ago(1)}, Standing{Planned: ago(1)}, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.r.ID, tt.r.UID, tt.r.Role = 1, "u1", RoleMentor
			told := map[string]HintState{}
			if tt.no != "" {
				told[tt.no] = HintState{Key: tt.no, No: time.Date(2026, 11, 1, 9, 0, 0, 0, time.UTC)}
			}
			got := hinted(Hints(today, []RelationshipSummary{{Relationship: tt.r}, both()}, map[int64]Standing{1: tt.s}, told))
			if !slices.Equal(got, strings.FieldsFunc(tt.want, func(r rune) bool { return r == '\n' })) {
				t.Errorf("hints %q, want %q", got, tt.want)
			}
		})
	}
}

// The hints stand in the order of the relationships, and one that was shown is shown again until it
// is told no.
func TestHintsOrder(t *testing.T) {
	today := day(t, "2026-11-21")
	rel := func(id int64, from int) RelationshipSummary {
		return RelationshipSummary{Relationship: Relationship{ID: id, UID: fmt.Sprint("u", id), Role: RoleMutual, State: StateActive, From: today.AddDays(-from)}}
	}
	rels := []RelationshipSummary{rel(3, 31), rel(1, 5), rel(2, 60)}
	told := map[string]HintState{"review:u3:2026-11-20": {Shown: today.AddDays(-1)}}
	want := []string{"review 3 2026-11-20", "review 2 2026-10-22"}
	if got := hinted(Hints(today, rels, nil, told)); !slices.Equal(got, want) {
		t.Errorf("hints %q, want %q", got, want)
	}
}

// Where a standing says nothing, the last conversation of the list is gone by.
func TestHintsLastSession(t *testing.T) {
	today := day(t, "2026-11-21")
	r := both()
	r.Rhythm, r.From = Rhythm{2, Weeks}, today.AddDays(-25)
	r.LastSession = time.Date(2026, 11, 20, 23, 0, 0, 0, time.UTC)
	if got := Hints(today, []RelationshipSummary{r}, nil, nil); len(got) != 0 {
		t.Errorf("hints %q, though we talked yesterday", hinted(got))
	}
}

func TestHintsEnergies(t *testing.T) {
	today := day(t, "2026-11-21")
	s := Standing{Last: today, EnergyOn: today, Energies: []int{-1, 0, 1, 2}}
	got := Hints(today, []RelationshipSummary{both()}, map[int64]Standing{99: s}, nil)
	if len(got) != 1 || !slices.Equal(got[0].Energies, []int{1, 0, -1}) {
		t.Errorf("hints %+v, want the falling energies, oldest first", got)
	}
	if !slices.Equal(s.Energies, []int{-1, 0, 1, 2}) {
		t.Error("the standing was turned round")
	}
}

func TestHintsDirection(t *testing.T) {
	today := day(t, "2026-11-21")
	type who struct {
		role  Role
		state State
	}
	at := func(n int) time.Time { return today.AddDays(-n).time().Add(20 * time.Hour) }
	tests := []struct {
		name string
		rels []who
		told HintState
		want Role // "" for no hint
	}{
		{"nobody at all", nil, HintState{}, ""},
		{"only mentees", []who{{RoleMentor, StateActive}}, HintState{}, RoleMentee},
		{"only mentors", []who{{RoleMentee, StateActive}, {RoleMentee, StatePaused}}, HintState{}, RoleMentor},
		{"both", []who{{RoleMentor, StateActive}, {RoleMentee, StateActive}}, HintState{}, ""},
		{"both in one", []who{{RoleMutual, StateActive}}, HintState{}, ""},
		{"somebody is being considered", []who{{RoleMentor, StateActive}, {RoleMentee, StateConsidering}}, HintState{}, ""},
		{"paused is not nobody", []who{{RoleMentor, StateActive}, {RoleMentee, StatePaused}}, HintState{}, ""},
		{"the other side has ended", []who{{RoleMentor, StateActive}, {RoleMentee, StateEnded}}, HintState{}, RoleMentee},
		{"the other side declined", []who{{RoleMentor, StateActive}, {RoleMentee, StateDeclined}}, HintState{}, RoleMentee},
		{"all ended", []who{{RoleMentor, StateEnded}}, HintState{}, ""},
		{"shown today", []who{{RoleMentor, StateActive}}, HintState{Shown: today}, RoleMentee},
		{"shown yesterday", []who{{RoleMentor, StateActive}}, HintState{Shown: today.AddDays(-1)}, ""},
		{"shown six days ago", []who{{RoleMentor, StateActive}}, HintState{Shown: today.AddDays(-6)}, ""},
		{"shown a week ago", []who{{RoleMentor, StateActive}}, HintState{Shown: today.AddDays(-7)}, RoleMentee},
		{"told no today", []who{{RoleMentor, StateActive}}, HintState{Shown: today, No: at(0)}, ""},
		{"told no almost half a year ago", []who{{RoleMentor, StateActive}}, HintState{No: at(DirectionRests - 1)}, ""},
		{"told no half a year ago", []who{{RoleMentor, StateActive}}, HintState{No: at(DirectionRests)}, RoleMentee},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var rels []RelationshipSummary
			for i, w := range tt.rels {
				rels = append(rels, RelationshipSummary{Relationship: Relationship{ID: int64(i + 1), UID: fmt.Sprint(i), Role: w.role, State: w.state}})
			}
			key := "direction:" + string(tt.want)
			told := map[string]HintState{"direction:mentee": tt.told, "direction:mentor": tt.told}
			got := Hints(today, rels, nil, told)
			if tt.want == "" && len(got) > 0 || tt.want != "" && (len(got) != 1 || got[0].Kind != HintDirection || got[0].Role != tt.want || got[0].Key != key) {
				t.Errorf("hints %+v, want one for %q", got, tt.want)
			}
		})
	}
}

// After a no nothing else is said of the same relationship for two weeks, except what somebody set a
// day for that has come since.
func TestHintsRest(t *testing.T) {
	today := day(t, "2026-11-21")
	ago := func(n int) Date { return today.AddDays(-n) }
	weekly := Relationship{State: StateActive, From: ago(40), Rhythm: Rhythm{1, Weeks}}
	drifting := Standing{First: ago(40), Last: ago(30)}
	with := func(s Standing, planned Date) Standing {
		s.Planned = planned
		return s
	}
	tests := []struct {
		name string
		r    Relationship
		s    Standing
		no   string
		days int // since it was told
		want string
	}{
		{"nothing told", weekly, drifting, "", 0, "review 1 2026-11-11"},
		{"another on the same day", weekly, drifting, "review:u1:2026-11-11", 0, ""},
		{"another after thirteen days", weekly, drifting, "review:u1:2026-11-11", 13, ""},
		{"another after fourteen days", weekly, drifting, "review:u1:2026-11-11", 14, "drifted 1 2026-10-29"},
		{"of somebody else", weekly, drifting, "review:u2:2026-11-11", 0, "review 1 2026-11-11"},
		{"of a direction", weekly, drifting, "direction:mentor", 0, "review 1 2026-11-11"},
		{"a planned review whose day came since", weekly, with(drifting, ago(1)), "drifted:u1:2026-10-22", 2, "review 1 2026-11-20"},
		{"a planned review of the same day", weekly, with(drifting, ago(2)), "drifted:u1:2026-10-22", 2, ""},
		{"a planned review that came round again", Relationship{State: StateActive}, Standing{Agreed: Rhythm{1, Weeks}, Planned: ago(8)}, "review:u1:2026-11-13", 7, ""},
		{"a trial that ended since", Relationship{State: StateTrial, TrialUntil: today}, Standing{}, "drifted:u1:2026-10-22", 1, "trial 1 2026-11-21"},
		{"a trial that had ended", Relationship{State: StateTrial, TrialUntil: ago(1)}, Standing{}, "drifted:u1:2026-10-22", 1, ""},
		{"an asking that passed since", Relationship{State: StateConsidering, AskedOn: ago(1)}, Standing{}, "review:u1:2026-10-22", 2, "ask 1 2026-11-20"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.r.ID, tt.r.UID, tt.r.Role = 1, "u1", RoleMutual
			told := map[string]HintState{tt.no: {Key: tt.no, No: ago(tt.days).time().Add(20 * time.Hour)}}
			got := strings.Join(hinted(Hints(today, []RelationshipSummary{{Relationship: tt.r}}, map[int64]Standing{1: tt.s}, told)), "\n")
			if got != tt.want {
				t.Errorf("hints %q, want %q", got, tt.want)
			}
		})
	}
}

// A year of days with somebody who says no to everything: how often one is told, and of what.
func TestHintsOfAYear(t *testing.T) {
	first := day(t, "2026-01-01")
	monthly := Relationship{State: StateActive, From: first, Rhythm: Rhythm{1, Months}}
	tests := []struct {
		name string
		r    Relationship
		s    Standing
		on   func(d Date, r *Relationship, s *Standing) // what is otherwise on a day
		want string
	}{
		{"silence is spoken of once, reviews every two months", monthly, Standing{First: first, Last: first}, nil,
			"2026-01-31 review 2026-01-31\n2026-02-14 drifted 2026-02-01\n2026-03-31 review 2026-03-31\n2026-05-31 review 2026-05-31\n2026-07-31 review 2026-07-31\n2026-09-30 review 2026-09-30\n2026-11-30 review 2026-11-30"},
		{"as agreed", Relationship{State: StateActive, From: first}, Standing{First: first, Agreed: Rhythm{4, Months}, AgreedOn: day(t, "2026-01-20")}, nil,
			"2026-05-20 review 2026-05-20\n2026-09-20 review 2026-09-20"},
		{"a pause from March to September", monthly, Standing{First: first, Last: first}, func(d Date, r *Relationship, _ *Standing) {
			if d == day(t, "2026-03-01") {
				r.State = StatePaused
			}
			if d == day(t, "2026-09-01") {
				r.State, r.ResumedOn = StateActive, d
			}
		}, "2026-01-31 review 2026-01-31\n2026-02-14 drifted 2026-02-01\n2026-10-01 review 2026-10-01\n2026-10-15 drifted 2026-10-01\n2026-12-01 review 2026-12-01"},
		{"energy that falls all year, every second week", Relationship{State: StateActive}, Standing{Review: first}, func(d Date, _ *Relationship, s *Standing) {
			s.Review = d.AddDays(-50) // of reviews it is not
			if n := d.DaysSince(first); n%14 == 0 {
				s.Last, s.EnergyOn, s.Energies = d, d, []int{-2, -1, 0}
				if n >= 28 {
					s.EnergySince = d.AddDays(-28)
				}
			}
			if s.EnergySince.IsZero() {
				s.Energies = nil
			} else {
				s.Review = s.EnergySince
			}
		}, "2026-01-29 energy 2026-01-29\n2026-03-12 energy 2026-03-12\n2026-04-23 energy 2026-04-23\n2026-06-04 energy 2026-06-04\n2026-07-16 energy 2026-07-16\n2026-08-27 energy 2026-08-27\n2026-10-08 energy 2026-10-08\n2026-11-19 energy 2026-11-19\n2026-12-31 energy 2026-12-31"},
		{"considered, and a day to ask that is moved once", Relationship{State: StateConsidering, AskedOn: day(t, "2026-02-10")}, Standing{}, func(d Date, r *Relationship, _ *Standing) {
			if d == day(t, "2026-02-12") {
				r.AskedOn = day(t, "2026-02-14")
			}
		}, "2026-02-11 ask 2026-02-10\n2026-02-15 ask 2026-02-14"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, s, told := tt.r, tt.s, map[string]HintState{}
			r.ID, r.UID, r.Role = 1, "u1", RoleMutual
			var got []string
			for d := first; d.Year == first.Year; d = d.AddDays(1) {
				if tt.on != nil {
					tt.on(d, &r, &s)
				}
				for _, h := range Hints(d, []RelationshipSummary{{Relationship: r}}, map[int64]Standing{1: s}, told) {
					got = append(got, fmt.Sprint(d, " ", h.Kind, " ", h.On))
					told[h.Key] = HintState{Key: h.Key, No: d.time().Add(9 * time.Hour)}
				}
			}
			if said := strings.Join(got, "\n"); said != tt.want {
				t.Errorf("said\n%s\nwant\n%s", said, tt.want)
			}
		})
	}
}

// A key has no words of a person in it, and is found by what HintsAbout says it begins with.
func TestHintKeys(t *testing.T) {
	today := day(t, "2026-11-21")
	const uid = "01930000-0001-7000-8000-00000000abcd"
	fell := Standing{Last: today, EnergyOn: today, Energies: []int{0, 1, 2}}
	for _, c := range []struct {
		r    Relationship
		s    Standing
		want string
	}{
		{Relationship{State: StateTrial, TrialUntil: today}, Standing{}, "trial:" + uid + ":2026-11-21"},
		{Relationship{State: StateConsidering, AskedOn: today.AddDays(-1)}, Standing{}, "ask:" + uid + ":2026-11-20"},
		{Relationship{State: StateActive}, fell, "energy:" + uid + ":2026-11-21"},
		{Relationship{State: StateActive}, Standing{Planned: today}, "review:" + uid + ":2026-11-21"},
		{Relationship{State: StateActive, Rhythm: Rhythm{1, Weeks}}, Standing{Last: today.AddDays(-8)}, "drifted:" + uid + ":2026-11-13"},
		{Relationship{Role: RoleMentor, State: StateActive}, Standing{}, "direction:mentee"},
	} {
		r := RelationshipSummary{Relationship: c.r, PersonName: "Priya N."}
		r.ID, r.UID, r.Purpose = 1, uid, "lead"
		if r.Role == "" {
			r.Role = RoleMutual
		}
		got := Hints(today, []RelationshipSummary{r}, map[int64]Standing{1: c.s}, nil)
		if len(got) != 1 || got[0].Key != c.want {
			t.Errorf("hints %+v, want the key %s", got, c.want)
			continue
		}
		if !slices.ContainsFunc(HintsAbout([]string{"other", uid}), func(p string) bool { return strings.HasPrefix(got[0].Key, p+":") }) {
			t.Errorf("%s is not found", got[0].Key)
		}
	}
}

func FuzzHints(f *testing.F) {
	f.Add(uint8(3), 30, 10, 0, 2, int8(-1), int8(0), int8(1))
	f.Fuzz(func(t *testing.T, state uint8, from, last, review, every int, a, b, c int8) {
		today := Date{2026, 11, 21}
		in := func(n int) Date {
			if n == 0 {
				return Date{}
			}
			return today.AddDays(n % 4000)
		}
		r := both()
		r.State = States()[int(state)%len(States())]
		r.From, r.TrialUntil, r.NextSession, r.AskedOn, r.ResumedOn = in(from), in(last), in(every), in(review), in(-every)
		r.Rhythm = Rhythm{max(0, every%100), Weeks}
		s := Standing{First: in(from), Last: in(last), Review: in(review), Planned: in(every), AgreedOn: in(from), EnergyOn: in(last), EnergySince: in(last), Energies: []int{int(a), int(b), int(c)}}
		told := map[string]HintState{}
		for n := range 50 {
			day := today.AddDays(n)
			hints := Hints(day, []RelationshipSummary{r}, map[int64]Standing{r.ID: s}, told)
			if len(hints) == 0 {
				continue
			}
			h := hints[0]
			if len(hints) > 1 || h.On.IsZero() || h.On.After(day) && h.Kind != HintEnergy || !r.State.Open() || r.State == StatePaused {
				t.Fatalf("hints %+v of %+v", hints, r.Relationship)
			}
			if !told[h.Key].No.IsZero() {
				t.Fatalf("%s came again", h.Key)
			}
			told[h.Key] = HintState{Key: h.Key, No: day.time()}
			if again := Hints(day, []RelationshipSummary{r}, map[int64]Standing{r.ID: s}, told); len(again) > 0 {
				t.Fatalf("told no, %+v is said at once", again)
			}
		}
	})
}
