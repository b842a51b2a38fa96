package store

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

func TestSessions(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	zone := berlin(t)
	a := priya(t, s, "n0").Session
	for i := 1; i < 7; i++ {
		must(s.KeepNote(ctx, journal.Note{RelationshipID: a.RelationshipID, Text: fmt.Sprintf("n%d é and more words\nshift: s%d\ngot: g%d\n- [ ] a%d", i, i, i, i),
			At: time.Date(2026, 11, 20-i/2*2, 14, 30, 0, 0, zone)}))(t) // some at the same time
	}
	other := must(s.KeepNote(ctx, journal.Note{PersonName: "Priya Nambiar", Role: journal.RoleMentee, Text: "n7", At: time.Date(2026, 1, 1, 0, 30, 0, 0, time.FixedZone("", -9*3600-1800))}))(t).Session
	must(s.KeepNote(ctx, journal.Note{PersonName: "Ada", Role: journal.RoleMutual, Text: "n8", At: time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)}))(t)
	heads := func(all []journal.SessionView) (h string) {
		for _, v := range all {
			h += v.Note[:2] + " "
		}
		return strings.TrimSpace(h)
	}
	for _, c := range []struct {
		name string
		q    SessionQuery
		want string
	}{
		{"all", SessionQuery{}, "n1 n0 n3 n2 n5 n4 n6 n7 n8"},
		{"of a person", SessionQuery{PersonID: a.PersonID}, "n1 n0 n3 n2 n5 n4 n6 n7"},
		{"of a relationship", SessionQuery{RelationshipID: a.RelationshipID}, "n1 n0 n3 n2 n5 n4 n6"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for limit := 1; limit < 6; limit++ {
				got := pages(t, limit, func(at Cursor) ([]journal.SessionView, Cursor, error) {
					q := c.q
					q.Before, q.Limit = at, limit
					return s.Sessions(ctx, q)
				})
				if heads(got) != c.want {
					t.Errorf("by %d: %q, want %q", limit, heads(got), c.want)
				}
			}
		})
	}
	t.Run("with what lifted, as a preview", func(t *testing.T) {
		page, _ := must2(s.Sessions(ctx, SessionQuery{RelationshipID: a.RelationshipID, Preview: 4}))(t)
		v := page[2]
		if v.Note != "n3 é" || len(v.Shifts) != 1 || v.Shifts[0] != "s3" || len(v.Exchanges) != 1 || len(v.Actions) != 1 || v.Actions[0].Text != "a3" {
			t.Errorf("session = %+v", v)
		}
	})
	t.Run("in its own zone", func(t *testing.T) {
		v := must(s.FindSession(ctx, other.UID))(t)
		if got := v.At.Format(time.RFC3339); got != "2026-01-01T00:30:00-09:30" {
			t.Errorf("at = %s", got)
		}
		if n := scalar(t, s, "SELECT count(*) FROM session WHERE held_on = '2026-01-01' AND held_zone = '-09:30'"); n != 1 {
			t.Errorf("%d rows", n)
		}
	})
	t.Run("changed", func(t *testing.T) {
		v := must(s.Session(ctx, a.ID))(t)
		ok(t, s.ChangeSession(ctx, a.ID, SessionChange{At: time.Date(2026, 3, 29, 12, 0, 0, 0, time.UTC), Minutes: 45, Medium: journal.MediumCall, Role: journal.RoleMutual, Private: "aside"}))
		got := must(s.Session(ctx, a.ID))(t)
		if got.Minutes != 45 || got.Medium != journal.MediumCall || got.Role != journal.RoleMutual || got.Private != "aside" || got.Rev != v.Rev || got.Note != v.Note {
			t.Errorf("session = %+v", got)
		}
		wantCode(t, s.ChangeSession(ctx, a.ID, SessionChange{At: v.At, Minutes: -1, Role: journal.RoleMutual}), journal.CodeInvalid)
	})
	t.Run("deleted with what is open", func(t *testing.T) {
		page, _ := must2(s.Sessions(ctx, SessionQuery{RelationshipID: a.RelationshipID, Limit: 2}))(t)
		var id, action int64
		for _, v := range page {
			if len(v.Actions) > 0 {
				id, action = v.ID, v.Actions[0].ID
			}
		}
		ok(t, s.DeleteSession(ctx, id))
		_, err := s.Session(ctx, id)
		wantCode(t, err, journal.CodeNotFound)
		_, err = s.Action(ctx, action)
		wantCode(t, err, journal.CodeNotFound)
		must2(s.Undo(ctx))(t)
		if v := must(s.Session(ctx, id))(t); len(v.Actions) != 1 || len(v.Shifts) != 1 || len(v.Exchanges) != 1 {
			t.Errorf("after undo: %+v", v)
		}
		ok(t, s.CloseAction(ctx, action, journal.ActionDone, ""))
		ok(t, s.DeleteSession(ctx, id))
		if v := must(s.Action(ctx, action))(t); v.SessionUID != "" {
			t.Errorf("action = %+v", v)
		}
	})
	t.Run("unknown", func(t *testing.T) {
		_, err := s.FindSession(ctx, "ffff")
		wantCode(t, err, journal.CodeNotFound)
		_, err = s.FindSession(ctx, "0")
		wantCode(t, err, journal.CodeAmbiguous)
	})
}
