package store

import (
	"context"
	"testing"

	"bothways/journal"
)

func TestPrepare(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	k := priya(t, s, panelNote)
	must(s.AddAction(ctx, journal.Action{PersonID: k.Session.PersonID, Text: "by hand", Owner: journal.OwnerMe}))(t)
	p := must(s.Prepare(ctx, k.Session.RelationshipID, 10))(t)
	if p.Relationship.PersonName != "Priya Nambiar" || p.Relationship.Sessions != 1 || p.Relationship.OpenMine != 1 || p.Relationship.OpenTheirs != 1 {
		t.Errorf("relationship = %+v", p.Relationship)
	}
	if texts(p.Mine) != "send the panel list by hand" || texts(p.Theirs) != "try the opening on Leila" || len(p.Topics) != 1 {
		t.Errorf("mine %q, theirs %q, topics %v", texts(p.Mine), texts(p.Theirs), p.Topics)
	}
	if p.Last == nil || p.Last.Note != panelNote || len(p.Last.Shifts) != 1 {
		t.Errorf("last = %+v", p.Last)
	}
	if p.Mine[0].SessionUID != k.Session.UID || !p.Mine[0].SessionAt.Equal(k.Session.At) {
		t.Errorf("action = %+v", p.Mine[0])
	}
	empty := must(s.AddPerson(ctx, journal.Person{Name: "Ada"}, &journal.Relationship{Role: journal.RoleMentor, State: journal.StateConsidering}))(t)
	if p = must(s.Prepare(ctx, empty.Relationships[0].ID, 10))(t); p.Last != nil || len(p.Mine)+len(p.Theirs)+len(p.Topics) != 0 {
		t.Errorf("preparation = %+v", p)
	}
}

func TestTodayEmpty(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	lim := TodayLimits{FollowUp: 5, Coming: 5, People: 5, Drafts: 5}
	if today := must(s.Today(ctx, date(t, "2026-11-21"), lim))(t); !today.Empty {
		t.Errorf("today = %+v", today)
	}
	must(s.SaveDraft(ctx, journal.Draft{UID: NewUID(), Text: "x"}))(t)
	if today := must(s.Today(ctx, date(t, "2026-11-21"), TodayLimits{}))(t); today.Empty || today.MoreDrafts != 1 {
		t.Errorf("today = %+v", today)
	}
	if today := must(s.Today(ctx, date(t, "2026-11-21"), lim))(t); today.Empty || len(today.Drafts) != 1 || today.MoreDrafts != 0 {
		t.Errorf("today = %+v", today)
	}
}

func TestTodayMoreDrafts(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	var last journal.Draft
	for range 5 {
		last = must(s.SaveDraft(ctx, journal.Draft{Text: "x"}))(t)
	}
	ok(t, s.SetDraftAside(ctx, last.ID))
	if today := must(s.Today(ctx, date(t, "2026-11-21"), TodayLimits{Drafts: 3}))(t); len(today.Drafts) != 3 || today.MoreDrafts != 1 {
		t.Errorf("%d drafts and %d more", len(today.Drafts), today.MoreDrafts)
	}
}

// Whoever has a day coming is found, however many people were talked with since.
func TestTodayComing(t *testing.T) {
	ctx := context.Background()
	today := date(t, "2026-11-21")
	days := func(n int) journal.Date { return today.AddDays(n) }
	r := func(state journal.State) journal.Relationship {
		return journal.Relationship{Role: journal.RoleMentee, State: state}
	}
	cases := []struct {
		name   string
		r      journal.Relationship
		review int // days ahead, 0 for none
		want   bool
	}{
		{name: "nothing", r: r(journal.StateActive)},
		{name: "conversation", r: journal.Relationship{Role: journal.RoleMentee, State: journal.StatePaused, NextSession: days(90)}, want: true},
		{name: "asking", r: journal.Relationship{Role: journal.RoleMentee, State: journal.StateConsidering, AskedOn: days(90)}, want: true},
		{name: "asked already", r: journal.Relationship{Role: journal.RoleMentee, State: journal.StateAsked, AskedOn: days(1)}},
		{name: "asking that passed", r: journal.Relationship{Role: journal.RoleMentee, State: journal.StateConsidering, AskedOn: days(-1)}},
		{name: "trial", r: journal.Relationship{Role: journal.RoleMentee, State: journal.StateTrial, TrialUntil: days(7)}, want: true},
		{name: "trial far off", r: journal.Relationship{Role: journal.RoleMentee, State: journal.StateTrial, TrialUntil: days(8)}},
		{name: "period", r: journal.Relationship{Role: journal.RoleMentee, State: journal.StateActive, Until: days(14)}, want: true},
		{name: "period far off", r: journal.Relationship{Role: journal.RoleMentee, State: journal.StateActive, Until: days(15)}},
		{name: "period of a paused one", r: journal.Relationship{Role: journal.RoleMentee, State: journal.StatePaused, Until: days(1)}},
		{name: "review", r: r(journal.StateActive), review: 7, want: true},
		{name: "review far off", r: r(journal.StateActive), review: 8},
		{name: "review of a paused one", r: r(journal.StatePaused), review: 7},
		{name: "conversation and review", r: journal.Relationship{Role: journal.RoleMentee, State: journal.StateActive, NextSession: days(2)}, review: 3, want: true},
	}
	s := MustOpen(t)
	want := map[string]bool{}
	for _, c := range cases {
		p := must(s.AddPerson(ctx, journal.Person{Name: c.name}, &c.r))(t)
		if c.review > 0 {
			ok(t, s.PlanReview(ctx, p.Relationships[0].ID, days(c.review)))
		}
		if c.want {
			want[c.name] = true
		}
	}
	page := must(s.Today(ctx, today, TodayLimits{Coming: 5, People: 1}))(t)
	seen := map[int64]bool{}
	for _, r := range page.Coming {
		if !want[r.PersonName] || seen[r.ID] {
			t.Errorf("%s is coming", r.PersonName)
		}
		seen[r.ID] = true
		// What is read is what is spoken of.
		st := must(s.Standings(ctx, []int64{r.ID}))(t)
		if len(journal.Comings(today, r.Relationship, st[r.ID])) == 0 {
			t.Errorf("nothing comes with %s", r.PersonName)
		}
		delete(want, r.PersonName)
	}
	if len(want) > 0 || len(page.People) != 1 {
		t.Errorf("not coming: %v; people: %d", want, len(page.People))
	}
	if page := must(s.Today(ctx, today, TodayLimits{People: 1}))(t); len(page.Coming) != 0 {
		t.Errorf("%d are coming where nobody asked", len(page.Coming))
	}
}
