package store

import (
	"context"
	"strings"
	"testing"
	"time"

	"bothways/journal"
)

func TestReachable(t *testing.T) {
	s := MustOpen(t)
	ctx := context.Background()
	k := priya(t, s, panelNote)
	person := must(s.AddPerson(ctx, journal.Person{Name: "Ona"}, nil))(t)
	now := time.Date(2026, 11, 21, 14, 30, 0, 0, time.UTC)
	must(s.KeepNote(ctx, journal.Note{PersonName: "Tom", Role: journal.RoleMentee, At: now.AddDate(1, 0, 0), Text: strings.Repeat("long ", 200), DraftUID: NewUID()}))(t)
	r := must(s.Reachable(ctx))(t)
	t.Run("people, those talked with last first", func(t *testing.T) {
		var names []string
		for _, p := range r.People {
			names = append(names, p.Name)
		}
		if got := strings.Join(names, ", "); got != "Tom, Priya, Ona" && got != "Tom, Priya Nambiar, Ona" {
			t.Errorf("%s", got)
		}
		if ona := r.People[len(r.People)-1]; ona.PersonID != person.ID || ona.RelationshipID != 0 || !ona.Last.IsZero() {
			t.Errorf("somebody with no relationship: %+v", ona)
		}
	})
	t.Run("conversations, the newest first, with their first words", func(t *testing.T) {
		if len(r.Sessions) != 2 || r.Sessions[0].Name != "Tom" || len(r.Sessions[0].Text) != reachableWords || r.Sessions[1].ID != k.Session.ID {
			t.Errorf("%+v", r.Sessions)
		}
	})
	t.Run("sets with their questions", func(t *testing.T) {
		if len(r.Sets) == 0 || len(r.Sets[0].Prompts) == 0 {
			t.Errorf("%+v", r.Sets)
		}
	})
	t.Run("what was deleted is not", func(t *testing.T) {
		ok(t, s.DeleteSession(ctx, k.Session.ID))
		if r := must(s.Reachable(ctx))(t); len(r.Sessions) != 1 {
			t.Errorf("%d conversations", len(r.Sessions))
		}
	})
}
