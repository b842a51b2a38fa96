package store

import (
	"context"
	"reflect"
	"testing"

	"bothways/journal"
)

// considered is a relationship that is only considered.
func considered(tb testing.TB, s *Store, name string) journal.RelationshipSummary {
	tb.Helper()
	p := must(s.AddPerson(context.Background(), journal.Person{Name: name}, &journal.Relationship{Role: journal.RoleMentee, State: journal.StateConsidering}))(tb)
	return p.Relationships[0]
}

func TestAsk(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct {
		was, want journal.State
	}{
		{journal.StateConsidering, journal.StateAsked},
		{journal.StateAsked, journal.StateAsked},
		{journal.StateDeclined, journal.StateAsked},
		{journal.StateTrial, journal.StateTrial},
		{journal.StateActive, journal.StateActive},
		{journal.StatePaused, journal.StatePaused},
		{journal.StateEnded, ""},
	} {
		t.Run(string(c.was), func(t *testing.T) {
			s := MustOpen(t)
			r := must(s.AddPerson(ctx, journal.Person{Name: "Sam"}, &journal.Relationship{Role: journal.RoleMentee, State: c.was}))(t).Relationships[0]
			err := s.Ask(ctx, r.ID, date(t, "2026-11-02"), "by mail")
			if c.want == "" {
				wantCode(t, err, journal.CodeConflict)
				return
			}
			ok(t, err)
			now := must(s.Relationship(ctx, r.ID))(t)
			if now.State != c.want || now.AskedOn != date(t, "2026-11-02") || now.AskedHow != "by mail" {
				t.Errorf("relationship = %+v", now)
			}
			wantStep(t, s, "asked (Sam)")
			if back := must(s.Relationship(ctx, r.ID))(t); !reflect.DeepEqual(back, r) {
				t.Errorf("after undo %+v, was %+v", back, r)
			}
		})
	}
	t.Run("today", func(t *testing.T) {
		s := MustOpen(t)
		r := considered(t, s, "Sam")
		ok(t, s.Ask(ctx, r.ID, journal.Date{}, ""))
		if now := must(s.Relationship(ctx, r.ID))(t); now.AskedOn != date(t, "2026-11-21") {
			t.Errorf("relationship = %+v", now)
		}
		wantCode(t, s.Ask(ctx, 9, journal.Date{}, ""), journal.CodeNotFound)
	})
	t.Run("a second one", func(t *testing.T) {
		s := MustOpen(t)
		r := considered(t, s, "Sam")
		must(s.Decline(ctx, r.ID, ""))(t)
		must(s.AddRelationship(ctx, journal.Relationship{PersonID: r.PersonID, Role: r.Role, State: journal.StateActive}))(t)
		wantCode(t, s.Ask(ctx, r.ID, journal.Date{}, ""), journal.CodeConflict)
		wantCode(t, s.Trial(ctx, r.ID, journal.Date{}), journal.CodeConflict)
		wantCode(t, s.BeginAgain(ctx, r.ID), journal.CodeConflict)
	})
}

func TestTrial(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	r := considered(t, s, "Sam")
	ok(t, s.Trial(ctx, r.ID, date(t, "2027-01-31")))
	if now := must(s.Relationship(ctx, r.ID))(t); now.State != journal.StateTrial || now.TrialUntil != date(t, "2027-01-31") {
		t.Errorf("relationship = %+v", now)
	}
	ok(t, s.Trial(ctx, r.ID, journal.Date{}))
	if now := must(s.Relationship(ctx, r.ID))(t); now.State != journal.StateTrial || !now.TrialUntil.IsZero() {
		t.Errorf("relationship = %+v", now)
	}
	wantStep(t, s, "on trial (Sam)")
	ok(t, s.EndRelationship(ctx, r.ID, journal.Ending{}))
	wantCode(t, s.Trial(ctx, r.ID, journal.Date{}), journal.CodeConflict)
}

func TestDecline(t *testing.T) {
	ctx := context.Background()
	t.Run("and nobody else", func(t *testing.T) {
		s := MustOpen(t)
		r := considered(t, s, "Sam")
		if next := must(s.Decline(ctx, r.ID, ""))(t); next.ID != 0 {
			t.Errorf("next = %+v", next)
		}
		if now := must(s.Relationship(ctx, r.ID))(t); now.State != journal.StateDeclined {
			t.Errorf("state = %s", now.State)
		}
		wantStep(t, s, "declined (Sam)")
	})
	t.Run("and somebody new", func(t *testing.T) {
		s := MustOpen(t)
		r := considered(t, s, "Sam")
		before := dump(t, s)
		next := must(s.Decline(ctx, r.ID, "  Leila   Haddad "))(t)
		if next.PersonName != "Leila Haddad" || next.State != journal.StateConsidering || next.Role != r.Role || next.SuggestedIn != r.ID || next.SuggestedInUID != r.UID {
			t.Errorf("next = %+v", next)
		}
		wantStep(t, s, "declined (Sam)")
		if after := dump(t, s); after != before {
			t.Error(firstDiff(before, after))
		}
	})
	t.Run("and somebody I know", func(t *testing.T) {
		s := MustOpen(t)
		r := considered(t, s, "Sam")
		leila := must(s.AddPerson(ctx, journal.Person{Name: "Leila"}, &journal.Relationship{Role: journal.RoleMentor, State: journal.StateActive}))(t)
		if next := must(s.Decline(ctx, r.ID, "léila"))(t); next.PersonID != leila.ID || next.ID == leila.Relationships[0].ID || next.SuggestedIn != r.ID {
			t.Errorf("next = %+v", next)
		}
	})
	t.Run("and somebody I consider already", func(t *testing.T) {
		s := MustOpen(t)
		r, other := considered(t, s, "Sam"), considered(t, s, "Leila")
		next := must(s.Decline(ctx, r.ID, "Leila"))(t)
		if next.ID != other.ID || next.SuggestedIn != r.ID || must(s.Relationship(ctx, other.ID))(t).SuggestedIn != r.ID {
			t.Errorf("next = %+v", next)
		}
	})
	t.Run("and somebody who mentors me already", func(t *testing.T) {
		s := MustOpen(t)
		r := considered(t, s, "Leila")
		other := sam(t, s)
		if next := must(s.Decline(ctx, r.ID, "Sam"))(t); next.ID != other.ID || next.SuggestedIn != 0 || next.State != journal.StateActive {
			t.Errorf("next = %+v", next)
		}
	})
	t.Run("nothing is planned any more", func(t *testing.T) {
		for _, state := range []journal.State{journal.StateConsidering, journal.StateAsked, journal.StateTrial, journal.StateActive, journal.StatePaused} {
			s := MustOpen(t)
			r := must(s.AddPerson(ctx, journal.Person{Name: "Sam"}, &journal.Relationship{Role: journal.RoleMentee, State: state, NextSession: date(t, "2026-12-01")}))(t).Relationships[0]
			ok(t, s.PlanReview(ctx, r.ID, date(t, "2026-12-03")))
			before := dump(t, s)
			must(s.Decline(ctx, r.ID, ""))(t)
			if now := must(s.Relationship(ctx, r.ID))(t); now.State != journal.StateDeclined || !now.NextSession.IsZero() {
				t.Errorf("%s: relationship = %+v", state, now)
			}
			if all := must(s.Reviews(ctx, r.ID))(t); len(all) != 0 {
				t.Errorf("%s: reviews = %+v", state, all)
			}
			wantStep(t, s, "declined (Sam)")
			if after := dump(t, s); after != before {
				t.Error(firstDiff(before, after))
			}
		}
	})
	t.Run("not where there were conversations", func(t *testing.T) {
		s := MustOpen(t)
		rel := priya(t, s, "words").Session.RelationshipID
		_, err := s.Decline(ctx, rel, "Leila")
		wantCode(t, err, journal.CodeConflict)
		r := must(s.Relationship(ctx, rel))(t).Relationship
		r.State = journal.StatePaused
		ok(t, s.ChangeRelationship(ctx, r))
		_, err = s.Decline(ctx, rel, "")
		wantCode(t, err, journal.CodeConflict)
		ok(t, s.Trial(ctx, rel, journal.Date{})) // a trial may come to nothing after all
		must(s.Decline(ctx, rel, ""))(t)
	})
	t.Run("what cannot be", func(t *testing.T) {
		s := MustOpen(t)
		r := considered(t, s, "Sam")
		before := dump(t, s)
		for name, code := range map[string]journal.Code{" ": journal.CodeInvalid, "sam": journal.CodeInvalid, "a\x00": journal.CodeInvalid} {
			_, err := s.Decline(ctx, r.ID, name)
			wantCode(t, err, code)
		}
		if after := dump(t, s); after != before {
			t.Error(firstDiff(before, after))
		}
		ok(t, s.EndRelationship(ctx, r.ID, journal.Ending{}))
		_, err := s.Decline(ctx, r.ID, "")
		wantCode(t, err, journal.CodeConflict)
	})
}

func TestRelationshipArcFields(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	other := sam(t, s)
	full := journal.Relationship{Role: journal.RoleMutual, State: journal.StateEnded, AskedOn: date(t, "2026-01-01"), AskedHow: "on a walk",
		TrialUntil: date(t, "2026-02-01"), SuggestedIn: other.ID, EndedOn: date(t, "2026-03-01"), Thanks: "for the walk"}
	same := func(got journal.Relationship) {
		t.Helper()
		if got.AskedOn != full.AskedOn || got.AskedHow != full.AskedHow || got.TrialUntil != full.TrialUntil || got.SuggestedIn != full.SuggestedIn ||
			got.EndedOn != full.EndedOn || got.Thanks != full.Thanks {
			t.Errorf("relationship = %+v, want %+v", got, full)
		}
	}
	p := must(s.AddPerson(ctx, journal.Person{Name: "Ada"}, &full))(t)
	same(p.Relationships[0].Relationship)
	r := p.Relationships[0].Relationship
	full.AskedOn, full.AskedHow, full.TrialUntil, full.SuggestedIn, full.Thanks = journal.Date{}, "", journal.Date{}, 0, ""
	full.ID = r.ID
	full.EndedOn = date(t, "2026-03-02")
	ok(t, s.ChangeRelationship(ctx, full))
	same(must(s.Relationship(ctx, r.ID))(t).Relationship)
	full.SuggestedIn = r.ID
	wantCode(t, s.ChangeRelationship(ctx, full), journal.CodeInvalid)
	full.SuggestedIn = 99
	wantCode(t, s.ChangeRelationship(ctx, full), journal.CodeNotFound)
	// Who declined may be deleted: the link leads nowhere then, and is no obstacle.
	full.SuggestedIn = other.ID
	ok(t, s.ChangeRelationship(ctx, full))
	ok(t, s.DeletePerson(ctx, other.PersonID))
	full.Purpose = "so"
	ok(t, s.ChangeRelationship(ctx, full))
}

func TestSuggestedBy(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	r := considered(t, s, "Sam")
	leila, noor := must(s.Decline(ctx, r.ID, "Leila"))(t), must(s.Decline(ctx, r.ID, "Noor"))(t)
	names := func() (out []string) {
		for _, one := range must(s.SuggestedBy(ctx, r.ID))(t) {
			out = append(out, one.PersonName)
		}
		return out
	}
	if got := names(); !reflect.DeepEqual(got, []string{"Leila", "Noor"}) {
		t.Errorf("named %v", got)
	}
	ok(t, s.DeletePerson(ctx, leila.PersonID))
	if got := names(); !reflect.DeepEqual(got, []string{"Noor"}) {
		t.Errorf("named %v", got)
	}
	if all := must(s.SuggestedBy(ctx, noor.ID))(t); len(all) != 0 {
		t.Errorf("Noor named %+v", all)
	}
}

func TestResumedOn(t *testing.T) {
	ctx := context.Background()
	today := journal.Date{Year: 2026, Month: 11, Day: 21}
	change := func(to journal.State) func(*Store, journal.Relationship) error {
		return func(s *Store, r journal.Relationship) error {
			r.State, r.Purpose = to, "chairing"
			return s.ChangeRelationship(ctx, r)
		}
	}
	trial := func(s *Store, r journal.Relationship) error { return s.Trial(ctx, r.ID, journal.Date{}) }
	again := func(s *Store, r journal.Relationship) error { return s.BeginAgain(ctx, r.ID) }
	for name, c := range map[string]struct {
		was  journal.State
		do   func(*Store, journal.Relationship) error
		want journal.Date
	}{
		"paused, then active":           {journal.StatePaused, change(journal.StateActive), today},
		"paused, then changed on trial": {journal.StatePaused, change(journal.StateTrial), today},
		"paused, then put on trial":     {journal.StatePaused, trial, today},
		"ended, then begun again":       {journal.StateEnded, again, today},
		"declined, then put on trial":   {journal.StateDeclined, trial, today},
		"declined, then considered":     {journal.StateDeclined, again, today},
		"paused, then asked":            {journal.StatePaused, change(journal.StateAsked), today},
		"asked, then active":            {journal.StateAsked, change(journal.StateActive), journal.Date{}},
		"trial, then active":            {journal.StateTrial, change(journal.StateActive), journal.Date{}},
		"active, changed but as it was": {journal.StateActive, change(journal.StateActive), journal.Date{}},
		"active, then paused":           {journal.StateActive, change(journal.StatePaused), journal.Date{}},
	} {
		t.Run(name, func(t *testing.T) {
			s := MustOpen(t)
			r := must(s.AddPerson(ctx, journal.Person{Name: "Sam"}, &journal.Relationship{Role: journal.RoleMentee, State: c.was, EndedOn: date(t, "2026-01-01")}))(t).Relationships[0]
			ok(t, c.do(s, r.Relationship))
			if got := must(s.Relationship(ctx, r.ID))(t); got.ResumedOn != c.want {
				t.Errorf("resumed on %q, want %q", got.ResumedOn, c.want)
			}
			must2(s.Undo(ctx))(t)
			if got := must(s.Relationship(ctx, r.ID))(t); !got.ResumedOn.IsZero() || got.State != c.was {
				t.Errorf("after undo %+v", got)
			}
		})
	}
}

func TestChangeRelationshipNeitherOpensNorCloses(t *testing.T) {
	ctx := context.Background()
	for _, was := range journal.States() {
		for _, to := range journal.States() {
			s := MustOpen(t)
			r := must(s.AddPerson(ctx, journal.Person{Name: "Sam"}, &journal.Relationship{Role: journal.RoleMentee, State: was}))(t).Relationships[0].Relationship
			r.State, r.Purpose = to, "chairing"
			err := s.ChangeRelationship(ctx, r)
			if was == to || was.Open() && to.Open() {
				ok(t, err)
				continue
			}
			wantCode(t, err, journal.CodeConflict)
			if now := must(s.Relationship(ctx, r.ID))(t); now.State != was || now.Purpose != "" {
				t.Errorf("%s to %s: %+v", was, to, now)
			}
		}
	}
}
