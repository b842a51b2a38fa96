package demo_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"bothways/journal"
	"bothways/journal/demo"
)

// arcAgrees checks what relationships have besides their conversations: that it is valid, refers to
// what is there, and lies before the end.
func arcAgrees(t *testing.T, k *keeper, end time.Time, unique func(int64, string, time.Time)) {
	t.Helper()
	last := journal.DateOf(end.Add(-time.Minute))
	relationships := map[int64]journal.Relationship{}
	for _, r := range k.relationships {
		relationships[r.ID] = r
		clean(t, r.AskedHow, r.Thanks)
		if r.SuggestedIn != 0 && relationships[r.SuggestedIn].State != journal.StateDeclined {
			t.Errorf("relationship %d was suggested in %d, which did not decline before it", r.ID, r.SuggestedIn)
		}
		if r.EndedOn.After(last) || r.EndedOn.IsZero() != (r.State != journal.StateEnded) || r.AskedOn.After(last) {
			t.Errorf("relationship %d, %s, was asked on %s and ended on %s", r.ID, r.State, r.AskedOn, r.EndedOn)
		}
	}
	got := map[int64]string{}
	sessions := map[int64]journal.Session{}
	for _, c := range k.conversations {
		sessions[c.Session.ID] = c.Session
		for _, e := range c.Exchanges {
			if e.Direction == journal.Got {
				got[e.ID] = e.Text
			}
		}
	}
	matched := map[int64]bool{}
	for _, m := range k.matches {
		if err := m.Validate(); err != nil || matched[m.RelationshipID] || relationships[m.RelationshipID].ID == 0 || m.IsZero() {
			t.Errorf("match of %d: %v", m.RelationshipID, err)
		}
		matched[m.RelationshipID] = true
		clean(t, m.Why, m.Common, m.Watch)
		for _, c := range m.Checks {
			clean(t, c.Word)
		}
	}
	agreedOn := map[int64]journal.Date{}
	for _, a := range k.agreements {
		unique(a.ID, a.UID, a.UpdatedAt)
		before, again := agreedOn[a.RelationshipID]
		if err := a.Validate(); err != nil || relationships[a.RelationshipID].ID == 0 || a.On.After(last) || again && !before.Before(a.On) {
			t.Errorf("agreement %d of %s after %s: %v", a.ID, a.On, before, err)
		}
		agreedOn[a.RelationshipID] = a.On
		for _, p := range a.Parts("") {
			clean(t, p.Text)
		}
	}
	for _, g := range k.goals {
		unique(g.ID, g.UID, g.CreatedAt)
		if err := g.Validate(); err != nil || relationships[g.RelationshipID].ID == 0 {
			t.Errorf("goal %d: %v", g.ID, err)
		}
		if closed := g.State != journal.GoalOpen; closed != !g.ClosedAt.IsZero() || closed && (g.ClosedAt.Before(g.CreatedAt) || !g.ClosedAt.Before(end)) {
			t.Errorf("goal %d, %s of %s, is closed at %s", g.ID, g.State, g.CreatedAt, g.ClosedAt)
		}
		goalKinds(t, g)
		clean(t, g.Text, g.Tag)
		for i, n := range g.Notes {
			unique(n.ID, n.UID, time.Date(n.On.Year, n.On.Month, n.On.Day, 20, 45, 0, 0, end.Location()))
			if err := n.Validate(); err != nil || n.GoalID != g.ID || n.On.After(last) || n.On.Before(journal.DateOf(g.CreatedAt)) || i > 0 && n.On.After(g.Notes[i-1].On) {
				t.Errorf("note %d of goal %d, %s: %v", n.ID, g.ID, n.On, err)
			}
			if s, ok := sessions[n.SessionID]; n.SessionID != 0 && (!ok || s.UID != n.SessionUID || s.RelationshipID != g.RelationshipID || journal.DateOf(s.At) != n.On) {
				t.Errorf("note %d of goal %d is from conversation %d", n.ID, g.ID, n.SessionID)
			}
			clean(t, n.Text)
		}
	}
	planned := map[int64]bool{}
	for _, v := range k.reviews {
		unique(v.ID, v.UID, v.CreatedAt)
		if err := v.Validate(); err != nil || relationships[v.RelationshipID].ID == 0 || !v.HeldAt.Before(end) || v.Held() && v.Text == "" {
			t.Errorf("review %d of %s: %v", v.ID, v.HeldAt, err)
		}
		if !v.Held() {
			if planned[v.RelationshipID] {
				t.Errorf("relationship %d has two planned reviews", v.RelationshipID)
			}
			planned[v.RelationshipID] = true
		}
		clean(t, v.Text)
	}
	for _, a := range k.advice {
		unique(a.ID, a.UID, time.Date(a.On.Year, a.On.Month, a.On.Day, 20, 45, 0, 0, end.Location()))
		if err := a.Validate(); err != nil || got[a.ExchangeID] != a.Text || a.Text == "" || a.On.After(last) {
			t.Errorf("advice %d of %s from %q: %v", a.ID, a.On, got[a.ExchangeID], err)
		}
		if to := relationships[a.ToID]; a.ToID != 0 && (to.UID != a.ToUID || a.ToUID == a.FromUID || a.ToName == "") || a.FromName == "" {
			t.Errorf("advice %d goes from %s to %s", a.ID, a.FromName, a.ToName)
		}
		clean(t, a.Outcome)
	}
}

// goalKinds checks that the tag of a goal is one of its kind.
func goalKinds(t *testing.T, g journal.Goal) {
	t.Helper()
	if g.Kind == journal.GoalFocus && !slices.Contains(journal.Focuses(), g.Tag) || g.Kind == journal.GoalNeed && !slices.Contains(journal.Needs(), g.Tag) {
		t.Errorf("goal %d is about the %s %q", g.ID, g.Kind, g.Tag)
	}
}

// standings are what a store would say of the relationships.
func standings(k *keeper) map[int64]journal.Standing {
	out := map[int64]journal.Standing{}
	change := func(id int64, f func(*journal.Standing)) {
		s := out[id]
		s.RelationshipID = id
		f(&s)
		out[id] = s
	}
	days := map[int64][]journal.Date{} // of the energies, newest first
	talks := slices.Clone(k.conversations)
	slices.SortFunc(talks, func(a, b demo.Conversation) int { return a.Session.At.Compare(b.Session.At) })
	for _, c := range talks {
		change(c.Session.RelationshipID, func(s *journal.Standing) {
			s.Last = journal.DateOf(c.Session.At)
			if s.First.IsZero() {
				s.First = s.Last
			}
			if e := c.CheckIn.Energy; e != nil {
				s.Energies, days[s.RelationshipID] = slices.Insert(s.Energies, 0, *e), slices.Insert(days[s.RelationshipID], 0, s.Last)
				s.EnergyOn = s.Last
				if all := days[s.RelationshipID]; len(all) > 2 {
					s.EnergySince = all[2]
				}
			}
		})
	}
	for _, v := range k.reviews {
		change(v.RelationshipID, func(s *journal.Standing) {
			if !v.Held() {
				s.Planned = v.Due
			} else if on := journal.DateOf(v.HeldAt); on.After(s.Review) {
				s.Review = on
			}
		})
	}
	for _, a := range k.agreements {
		change(a.RelationshipID, func(s *journal.Standing) { s.Agreed, s.AgreedOn = a.Review, a.On })
	}
	return out
}

// What the first page of the made-up journal says softly, whatever its last day is.
func TestArcHints(t *testing.T) {
	for day := range 14 {
		p := twoYears()
		p.Until = until().AddDate(0, 0, day)
		k, today := written(t, p), journal.DateOf(p.Until)
		var rels []journal.RelationshipSummary
		names := map[int64]string{}
		coming := 0
		all := standings(k)
		for _, r := range k.relationships {
			if r.State.Open() {
				rels = append(rels, journal.RelationshipSummary{Relationship: r})
			}
			names[r.ID] = k.people[r.PersonID-1].Name
			for _, c := range journal.Comings(today, r, all[r.ID]) {
				if c.Kind == journal.ComingReview {
					coming++
				}
			}
		}
		var got []string
		for _, h := range journal.Hints(today, rels, all, nil) {
			got = append(got, fmt.Sprint(h.Kind, " ", names[h.RelationshipID]))
		}
		want := []string{"drifted Dora Wibberley", "energy Ines Kallas", "trial Mina Orrego"}
		if !slices.Equal(got, want) || coming != 1 {
			t.Errorf("on %s the hints are %q and %d reviews are coming, want %q and one", today, got, coming, want)
		}
	}
}

// The two years tell the whole arc once.
func TestArcTold(t *testing.T) {
	k := written(t, twoYears())
	var kofi journal.Relationship
	states := map[journal.State]journal.Relationship{}
	for _, r := range k.relationships {
		states[r.State] = r
		if k.people[r.PersonID-1].Name == "Kofi Boadu" {
			kofi = r
		}
	}
	if kofi.State != journal.StateEnded || kofi.AskedOn.IsZero() || kofi.AskedHow == "" || kofi.TrialUntil.IsZero() || kofi.EndedOn.IsZero() || kofi.Thanks == "" {
		t.Errorf("the arc is not whole: %+v", kofi)
	}
	if c, d := states[journal.StateConsidering], states[journal.StateDeclined]; c.SuggestedIn != d.ID || d.AskedOn.IsZero() || !c.From.IsZero() {
		t.Errorf("%+v is not from %+v", c, d)
	}
	checks, agreements, goals, noted, reviews := 0, 0, 0, 0, 0
	for _, m := range k.matches {
		if m.RelationshipID == kofi.ID {
			checks = len(m.Checks)
		}
	}
	for _, a := range k.agreements {
		if a.RelationshipID == kofi.ID {
			agreements++
		}
	}
	for _, g := range k.goals {
		if g.RelationshipID == kofi.ID {
			goals++
			for _, n := range g.Notes {
				if n.SessionID != 0 {
					noted++
				}
			}
		}
	}
	for _, v := range k.reviews {
		if v.RelationshipID == kofi.ID && v.Held() && v.Decision != "" {
			reviews++
		}
	}
	if checks != 6 || agreements != 2 || goals < 2 || noted < 4 || reviews != 2 {
		t.Errorf("%d checks, %d agreements, %d goals with %d notes from conversations, %d reviews", checks, agreements, goals, noted, reviews)
	}
	kinds := map[int64]map[journal.AdviceKind]bool{}
	both := 0
	for _, a := range k.advice {
		if kinds[a.ExchangeID] == nil {
			kinds[a.ExchangeID] = map[journal.AdviceKind]bool{}
		}
		kinds[a.ExchangeID][a.Kind] = true
		if len(kinds[a.ExchangeID]) == 2 {
			both++
		}
	}
	if both == 0 {
		t.Error("nothing was tried and passed on")
	}
}

// A lifetime has as much of it as fits.
func TestArcLifetime(t *testing.T) {
	k := written(t, lifetime())
	notes, thanks, asked, tried := 0, 0, 0, 0
	states := map[journal.GoalState]int{}
	for _, g := range k.goals {
		notes += len(g.Notes)
		states[g.State]++
	}
	for _, r := range k.relationships {
		if r.Thanks != "" {
			thanks++
		}
		if !r.AskedOn.IsZero() {
			asked++
		}
	}
	for _, a := range k.advice {
		if a.Kind == journal.AdviceTried {
			tried++
		}
	}
	t.Logf("%d matches, %d agreements, %d goals (%v) with %d notes, %d reviews, %d tried, %d passed on, %d asked, %d thanked",
		len(k.matches), len(k.agreements), len(k.goals), states, notes, len(k.reviews), tried, len(k.advice)-tried, asked, thanks)
	for name, c := range map[string]struct{ n, low, high int }{
		"matches": {len(k.matches), 80, 180}, "agreements": {len(k.agreements), 80, 220}, "goals": {len(k.goals), 250, 600},
		"notes": {notes, 1000, 4000}, "reviews": {len(k.reviews), 300, 1500}, "tried": {tried, 200, 800},
		"passed on": {len(k.advice) - tried, 50, 300}, "asked": {asked, 100, 220}, "thanked": {thanks, 100, 250},
		"open goals": {states[journal.GoalOpen], 5, 20}, "let go": {states[journal.GoalLetGo], 40, 200},
	} {
		if c.n < c.low || c.n > c.high {
			t.Errorf("%d %s, want %d to %d", c.n, name, c.low, c.high)
		}
	}
}
