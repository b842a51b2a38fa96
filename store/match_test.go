package store

import (
	"context"
	"reflect"
	"testing"

	"bothways/journal"
)

func TestMatch(t *testing.T) {
	ctx := context.Background()
	full := func(rel int64) journal.Match {
		return journal.Match{RelationshipID: rel, Why: "she asks well", Common: "both left home early", Watch: "my wish to be right", Checks: []journal.Check{
			{Line: "time", Answer: journal.CheckNotSure, Word: "ask her <first>"}, {Line: "respect", Answer: journal.CheckYes}}}
	}
	inOrder := func(rel int64) journal.Match {
		m := full(rel)
		m.Checks[0], m.Checks[1] = m.Checks[1], m.Checks[0]
		return m
	}
	is := func(t *testing.T, s *Store, want journal.Match) {
		t.Helper()
		if got := must(s.Match(ctx, want.RelationshipID))(t); !reflect.DeepEqual(got, want) {
			t.Errorf("match = %+v, want %+v", got, want)
		}
	}
	t.Run("set, changed, taken away and back", func(t *testing.T) {
		s := MustOpen(t)
		r := sam(t, s)
		nothing := journal.Match{RelationshipID: r.ID}
		is(t, s, nothing)
		ok(t, s.SetMatch(ctx, full(r.ID)))
		is(t, s, inOrder(r.ID))
		ok(t, s.SetMatch(ctx, nothing))
		is(t, s, nothing)
		must2(s.Undo(ctx))(t)
		is(t, s, inOrder(r.ID))
		wantStep(t, s, "match changed (Sam)")
		is(t, s, nothing)
		ok(t, s.SetMatch(ctx, journal.Match{RelationshipID: r.ID, Why: "so"}))
		is(t, s, journal.Match{RelationshipID: r.ID, Why: "so"})
		if n := scalar(t, s, "SELECT count(*) FROM pairing p JOIN relationship r ON r.uid = p.uid"); n != 1 {
			t.Errorf("%d rows", n)
		}
	})
	t.Run("nothing to take away", func(t *testing.T) {
		s := MustOpen(t)
		ok(t, s.SetMatch(ctx, journal.Match{RelationshipID: sam(t, s).ID}))
		wantStep(t, s, "person added (Sam)")
	})
	for name, c := range map[string]struct {
		m    journal.Match
		code journal.Code
	}{
		"an unknown line":      {journal.Match{RelationshipID: 1, Checks: []journal.Check{{Line: "luck", Answer: journal.CheckYes}}}, journal.CodeInvalid},
		"a word not in UTF-8":  {journal.Match{RelationshipID: 1, Checks: []journal.Check{{Line: "time", Answer: journal.CheckYes, Word: "caf\xe9"}}}, journal.CodeInvalid},
		"words not in UTF-8":   {journal.Match{RelationshipID: 1, Why: "caf\xe9"}, journal.CodeInvalid},
		"no such relationship": {journal.Match{RelationshipID: 9, Why: "so"}, journal.CodeNotFound},
	} {
		t.Run(name, func(t *testing.T) {
			s := MustOpen(t)
			sam(t, s)
			wantCode(t, s.SetMatch(ctx, c.m), c.code)
			is(t, s, journal.Match{RelationshipID: 1})
		})
	}
}
