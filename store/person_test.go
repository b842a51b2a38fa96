package store

import (
	"context"
	"strings"
	"testing"

	"bothways/journal"
)

func TestPeople(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	for _, name := range []string{"Zoë Okafor", "ann Lee", "Anna Lind", "Ann Lee Smith", "Émile Ågren", "Bo"} {
		must(s.AddPerson(ctx, journal.Person{Name: name, Contact: "a line"}, &journal.Relationship{Role: journal.RoleMentor, State: journal.StateActive, Focus: []string{"a", "b"},
			Rhythm: journal.Rhythm{Every: 2, Unit: journal.Weeks}, From: date(t, "2026-01-01")}))(t)
	}
	t.Run("by name", func(t *testing.T) {
		for limit := 1; limit < 8; limit++ {
			var got []string
			for _, p := range pages(t, limit, func(at Cursor) ([]journal.PersonSummary, Cursor, error) {
				return s.People(ctx, PeopleQuery{After: at, Limit: limit})
			}) {
				got = append(got, p.Name)
				if len(p.Relationships) != 1 || len(p.Relationships[0].Focus) != 2 || p.Relationships[0].Rhythm.String() != "every 2 weeks" || p.Relationships[0].From.IsZero() {
					t.Errorf("person = %+v", p)
				}
			}
			if s := strings.Join(got, ", "); s != "ann Lee, Ann Lee Smith, Anna Lind, Bo, Émile Ågren, Zoë Okafor" {
				t.Errorf("by %d: %s", limit, s)
			}
		}
	})
	for _, c := range []struct {
		name, part string
		code       journal.Code
		want       string
	}{
		{"part", "oka", "", "Zoë Okafor"},
		{"without accents", "ZOE", "", "Zoë Okafor"},
		{"with accents", "bö", "", "Bo"},
		{"whole name before parts", "Ann Lee", "", "ann Lee"},
		{"spaces", "  ann   lee  smith ", "", "Ann Lee Smith"},
		{"several", "ann", journal.CodeAmbiguous, "“ann” fits several people: ann Lee, Ann Lee Smith and Anna Lind. Say more of the name."},
		{"nobody", "Xu", journal.CodeNotFound, "Nobody here is called “Xu”, so nothing was changed. Any part of a name finds it, and `bothways people` has them all."},
		{"a slip", "Emil Agern", journal.CodeNotFound, "Nobody here is called “Emil Agern”, so nothing was changed. There is Émile Ågren."},
		{"nothing", " ", journal.CodeInvalid, ""},
		{"odd", "%' OR 1", journal.CodeNotFound, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := s.FindPerson(ctx, c.part)
			got := p.Name
			if err != nil {
				got = err.Error()
			}
			if journal.ErrorCode(err) != c.code || c.want != "" && got != c.want {
				t.Errorf("found %q", got)
			}
		})
	}
	t.Run("beginning of a uid", func(t *testing.T) {
		p := must(s.FindPerson(ctx, "bo"))(t)
		if got := must(s.FindPerson(ctx, p.UID))(t); got.ID != p.ID {
			t.Errorf("found %s", got.Name)
		}
	})
	t.Run("last talked to first", func(t *testing.T) {
		must(s.KeepNote(ctx, journal.Note{PersonName: "Bo", Role: journal.RoleMentor, Text: "x"}))(t)
		must(s.KeepNote(ctx, journal.Note{PersonName: "Zoë Okafor", Role: journal.RoleMentor, Text: "x"}))(t)
		names := must(s.MatchNames(ctx, "O", 3))(t)
		rels := must(s.OpenRelationships(ctx, "", 3))(t)
		if len(names) != 2 || names[0].Name != "Zoë Okafor" || len(rels) != 3 || rels[0].PersonName != "Zoë Okafor" || rels[1].PersonName != "Bo" {
			t.Errorf("names %v, relationships %v", names, rels)
		}
	})
	t.Run("a name is taken", func(t *testing.T) {
		_, err := s.AddPerson(ctx, journal.Person{Name: "ZOE okafor"}, nil)
		wantCode(t, err, journal.CodeConflict)
		if !strings.Contains(err.Error(), "Zoë Okafor") {
			t.Errorf("it says %q", err)
		}
		bo := must(s.FindPerson(ctx, "bo"))(t)
		bo.Name = "Ann  Lee"
		wantCode(t, s.ChangePerson(ctx, bo.Person), journal.CodeConflict)
		bo.Name = " BO "
		ok(t, s.ChangePerson(ctx, bo.Person))
	})
	t.Run("deleted with all that is theirs", func(t *testing.T) {
		k := priya(t, s, panelNote)
		before := dump(t, s)
		ok(t, s.DeletePerson(ctx, k.Session.PersonID))
		for _, tbl := range []string{"exchange", "shift", "topic", "action"} {
			if n := scalar(t, s, "SELECT count(*) FROM "+tbl+" WHERE deleted_at IS NULL"); n != 0 {
				t.Errorf("%d rows of %s are left", n, tbl)
			}
		}
		_, err := s.FindPerson(ctx, "Priya")
		wantCode(t, err, journal.CodeNotFound)
		must2(s.Undo(ctx))(t)
		if d := dump(t, s); d != before {
			t.Error(firstDiff(before, d))
		}
	})
}
