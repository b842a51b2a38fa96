package demo

import (
	"math"
	"math/rand/v2"
	"slices"

	"bothways/journal"
)

// checkIn is what I note of how a conversation was: nothing after every third, and seldom all there
// is to note.
func (b *bond) checkIn(role journal.Role, r *rand.Rand) journal.CheckIn {
	if b.held == 0 {
		b.energy = 0.2 + r.Float64()
	}
	// It drifts, a little more often down than up, and is drawn back from either end.
	b.energy += 0.5*r.Float64() - 0.27 - 0.05*(b.energy-0.5)
	var c journal.CheckIn
	if r.IntN(3) == 0 {
		return c
	}
	if r.IntN(10) > 0 {
		energy := int(math.Round(b.energy + r.Float64() - 0.5))
		energy = min(max(energy, journal.MinEnergy), journal.MaxEnergy)
		c.Energy = &energy
	}
	if r.IntN(10) < 6 {
		// Most of it is won in the first half.
		trust := 2 + min(2, 5*b.held/b.total) + r.IntN(3) - 1
		c.Trust = min(max(trust, journal.MinTrust), journal.MaxTrust)
	}
	if r.IntN(10) < 6 {
		c.Split = split(role, r)
	}
	if r.IntN(10) < 6 {
		c.Needs = some(r, journal.Needs(), []int{4, 8, 2, 3, 2, 5})
	}
	if r.IntN(10) < 5 {
		c.Interventions = some(r, journal.Interventions(), interventionsBy(role))
	}
	if r.IntN(10) < 3 {
		c.Moves = some(r, journal.Moves(), []int{2, 2, 3, 1, 8, 3, 5, 1})
	}
	if r.IntN(10) < 3 {
		c.Relations = some(r, journal.Relations(), []int{3, 1, 1, 4, 5})
	}
	return c
}

// split shares ten between listening, asking and advising. As a mentor I listen most and hold
// advice back with more or less success; as a mentee I ask.
func split(role journal.Role, r *rand.Rand) journal.Split {
	var s journal.Split
	switch role {
	case journal.RoleMentor:
		s.Listening, s.Advising = 4+r.IntN(3), r.IntN(4)
	case journal.RoleMutual:
		s.Listening, s.Advising = 3+r.IntN(3), r.IntN(3)
	default:
		s.Listening, s.Advising = 2+r.IntN(4), r.IntN(2)
	}
	s.Asking = journal.SplitWhole - s.Listening - s.Advising
	return s
}

// interventionsBy says how likely each intervention is. Sponsorship is one I never think of, and
// counselling is mostly for others.
func interventionsBy(role journal.Role) []int {
	if role == journal.RoleMentee {
		return []int{15, 12, 18, 0, 15, 21, 0, 12, 6}
	}
	return []int{9, 24, 6, 1, 27, 12, 0, 15, 9}
}

// some are one or two of several words, in their order, each as likely as its weight says.
func some(r *rand.Rand, words []string, weights []int) []string {
	first, second := weighted(r, weights), weighted(r, weights)
	if first == second || r.IntN(2) == 0 {
		return words[first : first+1 : first+1]
	}
	return []string{words[min(first, second)], words[max(first, second)]}
}

// weighted is the index of one of several weights, as likely as it says.
func weighted(r *rand.Rand, weights []int) int {
	all := 0
	for _, w := range weights {
		all += w
	}
	at := r.IntN(all)
	return slices.IndexFunc(weights, func(w int) bool {
		at -= w
		return at < 0
	})
}
