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
