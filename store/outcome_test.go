package store

import (
	"context"
	"testing"

	"bothways/journal"
)

func TestEditClosedAction(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	rel := priya(t, s, "words").Session.RelationshipID
	id := must(s.AddAction(ctx, journal.Action{RelationshipID: rel, Text: "book it", Owner: journal.OwnerMe}))(t).ID
	wantCode(t, s.EditClosedAction(ctx, id, "book it", journal.OwnerMe, journal.Date{}, "well"), journal.CodeConflict)
	ok(t, s.CloseAction(ctx, id, journal.ActionDropped, "wel"))
	was := must(s.Action(ctx, id))(t)
	wantCode(t, s.EditClosedAction(ctx, id, " ", journal.OwnerMe, journal.Date{}, "well"), journal.CodeInvalid)
	ok(t, s.EditClosedAction(ctx, id, "book the room", journal.OwnerThem, date(t, "2026-12-04"), "well"))
	want := was
	want.Text, want.Owner, want.Due, want.Outcome = "book the room", journal.OwnerThem, date(t, "2026-12-04"), "well"
	if got := must(s.Action(ctx, id))(t); got != want {
		t.Errorf("it is\n%+v, want\n%+v", got, want)
	}
	if all := must(s.Versions(ctx, journal.TextOf{Kind: journal.TextOutcome, ID: id}))(t); len(all) != 2 {
		t.Errorf("there are %d versions of how it went, want 2", len(all))
	}
	must2(s.Undo(ctx))(t)
	if got := must(s.Action(ctx, id))(t); got != was {
		t.Errorf("undone it is\n%+v, want\n%+v", got, was)
	}
}

func TestLastOutcome(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct {
		name, want string
		do         func(t *testing.T, s *Store, id int64)
	}{
		{"never closed", "", func(*testing.T, *Store, int64) {}},
		{"closed", "", func(t *testing.T, s *Store, id int64) { ok(t, s.CloseAction(ctx, id, journal.ActionDone, "well")) }},
		{"closed and opened again", "well", func(t *testing.T, s *Store, id int64) {
			ok(t, s.CloseAction(ctx, id, journal.ActionDone, "well"))
			ok(t, s.ReopenAction(ctx, id))
		}},
		{"changed in other ways since", "well", func(t *testing.T, s *Store, id int64) {
			ok(t, s.CloseAction(ctx, id, journal.ActionDone, "well"))
			ok(t, s.ReopenAction(ctx, id))
			ok(t, s.EditAction(ctx, id, "book the room", journal.OwnerThem, journal.Date{}))
			ok(t, s.CarryAction(ctx, id, date(t, "2026-12-04")))
		}},
		{"the later of two", "better", func(t *testing.T, s *Store, id int64) {
			for _, said := range []string{"well", "better"} {
				ok(t, s.CloseAction(ctx, id, journal.ActionDone, said))
				ok(t, s.ReopenAction(ctx, id))
			}
		}},
		{"a closing that was taken back", "", func(t *testing.T, s *Store, id int64) {
			ok(t, s.CloseAction(ctx, id, journal.ActionDone, "well"))
			must2(s.Undo(ctx))(t)
		}},
		{"without a word", "", func(t *testing.T, s *Store, id int64) {
			ok(t, s.CloseAction(ctx, id, journal.ActionDone, ""))
			ok(t, s.ReopenAction(ctx, id))
		}},
		{"of one that is not there", "", func(t *testing.T, s *Store, id int64) { ok(t, s.DeleteAction(ctx, id)) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := MustOpen(t)
			rel := priya(t, s, "words").Session.RelationshipID
			id := must(s.AddAction(ctx, journal.Action{RelationshipID: rel, Text: "book it", Owner: journal.OwnerMe}))(t).ID
			c.do(t, s, id)
			if got := must(s.LastOutcome(ctx, id))(t); got != c.want {
				t.Errorf("it is %q, want %q", got, c.want)
			}
		})
	}
}
