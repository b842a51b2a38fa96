package journal

import (
	"slices"
	"testing"
)

func TestCheckInValidate(t *testing.T) {
	energy := func(e int) *int { return &e }
	full := CheckIn{
		Energy: energy(MaxEnergy), Trust: MaxTrust, Split: Split{Listening: 5, Asking: 3, Advising: 2},
		Needs: Needs(), Interventions: Interventions(), Moves: Moves(), Relations: Relations(),
	}
	tests := []struct {
		name string
		c    CheckIn
		says string
	}{
		{"OK none", CheckIn{}, ""},
		{"OK full", full, ""},
		{"OK no energy at all", CheckIn{Energy: energy(0)}, ""},
		{"OK least energy", CheckIn{Energy: energy(MinEnergy)}, ""},
		{"OK least trust", CheckIn{Trust: MinTrust}, ""},
		{"OK only listened", CheckIn{Split: Split{Listening: SplitWhole}}, ""},
		{"ErrEnergy", CheckIn{Energy: energy(MaxEnergy + 1)}, "-2 to +2"},
		{"ErrEnergy low", CheckIn{Energy: energy(MinEnergy - 1)}, "-2 to +2"},
		{"ErrTrust", CheckIn{Trust: MaxTrust + 1}, "1 to 5"},
		{"ErrTrust low", CheckIn{Trust: -1}, "1 to 5"},
		{"ErrSplit less", CheckIn{Split: Split{Listening: 9}}, "share ten"},
		{"ErrSplit more", CheckIn{Split: Split{Listening: 9, Asking: 1, Advising: 1}}, "share ten"},
		{"ErrSplit negative", CheckIn{Split: Split{Listening: 11, Asking: -1}}, "share ten"},
		{"ErrNeed", CheckIn{Needs: []string{"skills", "sleep"}}, "sleep"},
		{"ErrIntervention", CheckIn{Interventions: []string{"skills"}}, "skills"},
		{"ErrMove", CheckIn{Moves: []string{"Listened"}}, "Listened"},
		{"ErrRelation", CheckIn{Relations: []string{""}}, "not a word"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { wantInvalid(t, tt.c.Validate(), tt.says) })
	}
}

func TestCheckInEqual(t *testing.T) {
	energy := func(e int) *int { return &e }
	filled := func() CheckIn {
		return CheckIn{
			Energy: energy(1), Trust: 4, Split: Split{Listening: 5, Asking: 3, Advising: 2},
			Needs: []string{"skills"}, Interventions: []string{"advice"}, Moves: []string{"listened"}, Relations: []string{"trust"},
		}
	}
	if c := filled(); !c.Equal(filled()) || c.IsZero() {
		t.Error("the same is not equal")
	}
	if !(CheckIn{}).Equal(CheckIn{Needs: []string{}}) || !(CheckIn{Needs: []string{}}).IsZero() || !(CheckIn{}).IsZero() {
		t.Error("nothing said is not zero")
	}
	for name, change := range map[string]func(*CheckIn){
		"energy":        func(c *CheckIn) { c.Energy = energy(2) },
		"no energy":     func(c *CheckIn) { c.Energy = nil },
		"trust":         func(c *CheckIn) { c.Trust = 0 },
		"split":         func(c *CheckIn) { c.Split = Split{} },
		"needs":         func(c *CheckIn) { c.Needs = append(c.Needs, "creativity") },
		"interventions": func(c *CheckIn) { c.Interventions = nil },
		"moves":         func(c *CheckIn) { c.Moves = []string{"coached"} },
		"relations":     func(c *CheckIn) { c.Relations = nil },
	} {
		c := filled()
		if change(&c); c.Equal(filled()) || filled().Equal(c) {
			t.Errorf("another %s is equal", name)
		}
	}
	for name, c := range map[string]CheckIn{
		"no energy at all": {Energy: energy(0)}, "trust": {Trust: 1}, "split": {Split: Split{Asking: 10}},
		"needs": {Needs: []string{"skills"}}, "interventions": {Interventions: []string{"advice"}}, "moves": {Moves: []string{"coached"}}, "relations": {Relations: []string{"trust"}},
	} {
		if c.IsZero() {
			t.Errorf("%s is zero", name)
		}
	}
}

// The counts are those of the table, and skills; a screen has room for one row of keys each.
func TestCheckInWords(t *testing.T) {
	for name, group := range map[string]struct {
		words []string
		count int
	}{
		"needs": {Needs(), 6}, "interventions": {Interventions(), 9}, "moves": {Moves(), 8}, "relations": {Relations(), 5},
	} {
		if len(group.words) != group.count || len(slices.Compact(slices.Sorted(slices.Values(group.words)))) != group.count {
			t.Errorf("%s: %q", name, group.words)
		}
	}
}
