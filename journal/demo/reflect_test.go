package demo_test

import (
	"slices"
	"testing"
	"time"

	"bothways/journal"
	"bothways/journal/demo"
	"bothways/journal/material"
)

// builtIn are the questions every journal has, by their ids.
func builtIn(t *testing.T) map[string]journal.Prompt {
	t.Helper()
	sets, err := material.Sets()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]journal.Prompt{}
	for _, s := range sets {
		for _, p := range s.Prompts {
			out[p.ID] = p
		}
	}
	return out
}

// questions are the built-in questions as somebody with this journal has them on its last day.
func questions(t *testing.T, k *keeper) journal.Questions {
	t.Helper()
	sets, err := material.Sets()
	if err != nil {
		t.Fatal(err)
	}
	q := journal.Questions{Sets: sets, Answered: map[string]journal.Answered{}}
	for _, r := range k.reflections {
		if r.PromptID != "" && r.At.After(q.Answered[r.PromptID].Last) {
			q.Answered[r.PromptID] = journal.Answered{Last: r.At, Before: r.At}
		}
	}
	return q
}

// offers checks that on the last day there is something that comes back and something never asked,
// and that not all was asked lately.
func offers(t *testing.T, k *keeper, mostNever float64) {
	t.Helper()
	q, today := questions(t, k), journal.DateOf(until())
	all, never, back := 0.0, 0.0, 0.0
	for _, p := range builtIn(t) {
		if p.Moment != journal.MomentAlone {
			continue
		}
		all++
		if at := q.Answered[p.ID].Before; at.IsZero() {
			never++
		} else if today.DaysSince(journal.DateOf(at)) >= journal.ReturnDays {
			back++
		}
	}
	if never < 2 || never > mostNever*all || back < 4 {
		t.Errorf("of %v questions %v were never asked and %v come back", all, never, back)
	}
	roles := []journal.Role{journal.RoleMentor, journal.RoleMentee, journal.RoleMutual}
	kinds := map[bool]int{}
	for day := range 14 {
		for _, o := range journal.Offer(q, journal.Occasion{Day: today.AddDays(day), Moment: journal.MomentAlone, Roles: roles}, 1) {
			kinds[o.Since.IsZero()]++
		}
	}
	if kinds[true] != 7 || kinds[false] != 7 {
		t.Errorf("in two weeks %d questions are new and %d come back, want seven and seven", kinds[true], kinds[false])
	}
}

func TestReflectTwoYears(t *testing.T) {
	k := written(t, twoYears())
	built, somebody := 0, 0
	var minutes []time.Time
	for _, r := range k.reflections {
		if r.PromptID == "" {
			continue
		}
		built++
		if r.PersonID != 0 {
			somebody++
		}
		if r.PromptID == "meaning/in-your-words" {
			minutes = append(minutes, r.At)
		}
	}
	if built < 15 || somebody < 5 || built > len(k.reflections)*3/4 {
		t.Errorf("%d of %d reflections answer a built-in question, %d of them about somebody", built, len(k.reflections), somebody)
	}
	if len(minutes) != 2 || journal.DateOf(minutes[1]).DaysSince(journal.DateOf(minutes[0])) != 365 {
		t.Errorf("the few minutes were taken on %v, want twice, a year apart", minutes)
	}
	if q := questions(t, k); q.Answered["thirty-seconds/what-helped"].Last.IsZero() || q.Answered["thirty-seconds/pass-on"].Last.IsZero() {
		t.Error("the thirty seconds were never taken")
	}
	offers(t, k, 0.8)
	checksIn(t, k.conversations, 0.6, 0.75)
}

func TestReflectLifetime(t *testing.T) {
	k := written(t, lifetime())
	built := 0
	for _, r := range k.reflections {
		if r.PromptID != "" {
			built++
		}
	}
	if part := float64(built) / float64(len(k.reflections)); part < 0.45 || part > 0.55 {
		t.Errorf("%.2f of the reflections answer a built-in question, want about half", part)
	}
	offers(t, k, 0.2)
	checksIn(t, k.conversations, 0.62, 0.7)
}

// checksIn checks how many conversations have a check-in, and that they read like a life.
func checksIn(t *testing.T, conversations []demo.Conversation, low, high float64) {
	t.Helper()
	count, used := 0.0, map[string]int{}
	energies := map[int]int{}
	listened, asked, splits := map[journal.Role]int{}, map[journal.Role]int{}, map[journal.Role]int{}
	for _, c := range conversations {
		if c.CheckIn.IsZero() {
			continue
		}
		count++
		for i, words := range [][]string{c.CheckIn.Needs, c.CheckIn.Interventions, c.CheckIn.Moves, c.CheckIn.Relations} {
			known := [][]string{journal.Needs(), journal.Interventions(), journal.Moves(), journal.Relations()}[i]
			if !slices.IsSortedFunc(words, func(a, b string) int { return slices.Index(known, a) - slices.Index(known, b) }) {
				t.Errorf("conversation %d: %v are not in their order", c.Session.ID, words)
			}
			for _, w := range words {
				used[w]++
			}
		}
		if c.CheckIn.Energy != nil {
			energies[*c.CheckIn.Energy]++
		}
		if s := c.CheckIn.Split; !s.IsZero() {
			splits[c.Session.Role]++
			listened[c.Session.Role] += s.Listening
			asked[c.Session.Role] += s.Asking
		}
	}
	if part := count / float64(len(conversations)); part < low || part > high {
		t.Errorf("%.2f of the conversations have a check-in", part)
	}
	for energy := journal.MinEnergy; energy <= journal.MaxEnergy; energy++ {
		if energies[energy] == 0 {
			t.Errorf("no conversation has energy %+d", energy)
		}
	}
	if rare := used["counselling"] + used["sponsorship"]; rare*20 > used["coaching"] {
		t.Errorf("counselling and sponsorship were used %d times, coaching %d", rare, used["coaching"])
	}
	mentor, mentee := journal.RoleMentor, journal.RoleMentee
	if listened[mentor]*splits[mentee] <= listened[mentee]*splits[mentor] {
		t.Errorf("as a mentor %d in %d, as a mentee %d in %d were listening", listened[mentor], splits[mentor], listened[mentee], splits[mentee])
	}
	if asked[mentee]*splits[mentor] <= asked[mentor]*splits[mentee] {
		t.Errorf("as a mentee %d in %d, as a mentor %d in %d were asking", asked[mentee], splits[mentee], asked[mentor], splits[mentor])
	}
}

// Energy is a matter of the relationship: within one it changes less from one conversation to the
// next than between any two.
func TestEnergyDrifts(t *testing.T) {
	k := written(t, demo.Plan{Seed: 7, Years: 30, Sessions: 3000, Until: until()})
	last := map[int64]int{}
	near, far, pairs, before := 0, 0, 0, 0
	for _, c := range k.conversations {
		if c.CheckIn.Energy == nil {
			continue
		}
		energy := *c.CheckIn.Energy
		if was, ok := last[c.Session.RelationshipID]; ok {
			near += (energy - was) * (energy - was)
			far += (energy - before) * (energy - before)
			pairs++
		}
		last[c.Session.RelationshipID], before = energy, energy
	}
	if pairs < 500 || near*4 > far*3 {
		t.Errorf("energy differs by %d within relationships and by %d between them, in %d pairs", near, far, pairs)
	}
}
