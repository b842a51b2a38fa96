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
		{"energy falls on", Relationship{State: StateActive}, Standing{First: ago(9), Last: today, EnergyOn: today, Energies: falling}, "energy:u1:2026-11-19", "energy 1 2026-11-21"},
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

// A key has no words of a person in it and no others than letters, digits, colons and dashes.
func TestHintKeys(t *testing.T) {
	today := day(t, "2026-11-21")
	r := both()
	r.PersonName, r.Purpose, r.UID = "Priya N.", "lead", "01930000-0001-7000-8000-00000000abcd"
	r.State, r.TrialUntil = StateTrial, today
	s := Standing{Last: today, EnergyOn: today, Energies: []int{0, 1, 2}}
	seen := map[string]bool{}
	told := map[string]HintState{}
	for i := range 3 {
		if i == 2 { // it would keep the energy from being spoken of
			s.Planned = today
		}
		got := Hints(today, []RelationshipSummary{r}, map[int64]Standing{r.ID: s}, told)
		if len(got) != 1 {
			t.Fatalf("%d hints", len(got))
		}
		key := got[0].Key
		if seen[key] || key != string(got[0].Kind)+":"+r.UID+":2026-11-21" {
			t.Errorf("key %q", key)
		}
		seen[key] = true
		told[key] = HintState{Key: key, No: today.time()}
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
		r.From, r.TrialUntil, r.NextSession = in(from), in(last), in(every)
		r.Rhythm = Rhythm{max(0, every%100), Weeks}
		s := Standing{First: in(from), Last: in(last), Review: in(review), EnergyOn: in(last), Energies: []int{int(a), int(b), int(c)}}
		told := map[string]HintState{}
		for range 5 { // at most four kinds, each told no once
			hints := Hints(today, []RelationshipSummary{r}, map[int64]Standing{r.ID: s}, told)
			if len(hints) == 0 {
				return
			}
			h := hints[0]
			if len(hints) > 1 || h.On.IsZero() || h.On.After(today) && h.Kind != HintEnergy || !r.State.Open() || r.State == StatePaused {
				t.Fatalf("hints %+v of %+v", hints, r.Relationship)
			}
			if !told[h.Key].No.IsZero() {
				t.Fatalf("%s came again", h.Key)
			}
			told[h.Key] = HintState{Key: h.Key, No: today.time()}
		}
		t.Fatal("told no four times, and there is still a hint")
	})
}
