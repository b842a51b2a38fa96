package store

import (
	"context"
	"testing"

	"bothways/journal"
)

func TestRelationships(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	p := priya(t, s, "words").Session.PersonID
	add := func(role journal.Role, state journal.State) (journal.RelationshipSummary, error) {
		return s.AddRelationship(ctx, journal.Relationship{PersonID: p, Role: role, State: state})
	}
	t.Run("the same role again", func(t *testing.T) {
		_, err := add(journal.RoleMentor, journal.StateTrial)
		wantCode(t, err, journal.CodeConflict)
		ended := must(add(journal.RoleMentor, journal.StateEnded))(t)
		wantCode(t, s.BeginAgain(ctx, ended.ID), journal.CodeConflict)
	})
	t.Run("choose", func(t *testing.T) {
		mentee := must(add(journal.RoleMentee, journal.StateActive))(t)
		r, open := must2(s.ChooseRelationship(ctx, p, ""))(t)
		if r.Role != journal.RoleMentor || open != 2 {
			t.Errorf("chose %s of %d", r.Role, open)
		}
		must(s.KeepNote(ctx, journal.Note{RelationshipID: mentee.ID, Text: "later"}))(t)
		if r, _ = must2(s.ChooseRelationship(ctx, p, ""))(t); r.ID != mentee.ID {
			t.Errorf("chose %s", r.Role)
		}
		if r, _ = must2(s.ChooseRelationship(ctx, p, journal.RoleMentor))(t); r.Role != journal.RoleMentor || r.State != journal.StateActive {
			t.Errorf("chose %s", r.Role)
		}
		_, open, err := s.ChooseRelationship(ctx, p, journal.RoleMutual)
		wantCode(t, err, journal.CodeNotFound)
		if open != 2 {
			t.Errorf("%d open ones", open)
		}
	})
	t.Run("coming up", func(t *testing.T) {
		r, _ := must2(s.ChooseRelationship(ctx, p, journal.RoleMentor))(t)
		r.NextSession = date(t, "2026-11-24")
		ok(t, s.ChangeRelationship(ctx, r.Relationship))
		for day, want := range map[string]int{"2026-11-20": 1, "2026-11-24": 1, "2026-11-25": 0} {
			today := must(s.Today(ctx, date(t, day), TodayLimits{Coming: 5, People: 1}))(t)
			if len(today.Coming) != want || len(today.People) != 1 || today.MorePeople != 1 {
				t.Errorf("%s: %d coming, %d people and %d more", day, len(today.Coming), len(today.People), today.MorePeople)
			}
		}
	})
	t.Run("none is open says what to do", func(t *testing.T) {
		for name, said := range map[string]string{
			"Ada":       "There is no open relationship with Ada, so nothing was changed. `bothways write Ada --role ROLE` begins one (as mentor, mentee or mutual), and `bothways show Ada` has what was.",
			"Mo O'Neil": `There is no open relationship with Mo O'Neil, so nothing was changed. ` + "`" + `bothways write 'Mo O'\''Neil' --role ROLE` + "` begins one (as mentor, mentee or mutual), and `" + `bothways show 'Mo O'\''Neil'` + "` has what was.",
		} {
			p := must(s.AddPerson(ctx, journal.Person{Name: name}, nil))(t)
			_, _, err := s.ChooseRelationship(ctx, p.ID, "")
			wantCode(t, err, journal.CodeNotFound)
			if err.Error() != said {
				t.Errorf("said %q", err)
			}
		}
		_, _, err := s.ChooseRelationship(ctx, must(s.FindPerson(ctx, "ada"))(t).ID, journal.RoleMentee)
		wantCode(t, err, journal.CodeNotFound)
		if want := "There is no open relationship with Ada where the role is mentee, so nothing was changed. `bothways write Ada --role mentee` begins one, and `bothways show Ada` has those there are."; err.Error() != want {
			t.Errorf("said %q", err)
		}
	})
	t.Run("unknown", func(t *testing.T) {
		_, err := s.Relationship(ctx, 999)
		wantCode(t, err, journal.CodeNotFound)
		_, err = s.AddRelationship(ctx, journal.Relationship{PersonID: 999, Role: journal.RoleMentor, State: journal.StateActive})
		wantCode(t, err, journal.CodeNotFound)
	})
}
