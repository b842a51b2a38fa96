package store

import (
	"context"
	"reflect"
	"slices"
	"testing"
	"time"

	"bothways/journal"
)

// talked keeps a conversation of a day with an energy, where one is said.
func talked(tb testing.TB, s *Store, rel int64, on string, energy ...int) journal.SessionView {
	tb.Helper()
	d := date(tb, on)
	n := journal.Note{RelationshipID: rel, Text: "words", At: time.Date(d.Year, d.Month, d.Day, 23, 30, 0, 0, berlin(tb))}
	if len(energy) > 0 {
		n.CheckIn.Energy = &energy[0]
	}
	return must(s.KeepNote(context.Background(), n))(tb).Session
}

// asChange is what is known of a conversation, with another check-in.
func asChange(v journal.SessionView, c journal.CheckIn) SessionChange {
	return SessionChange{At: v.At, Minutes: v.Minutes, Medium: v.Medium, Role: v.Role, Private: v.Private, CheckIn: c}
}

func TestStandings(t *testing.T) {
	ctx := context.Background()
	standing := func(t *testing.T, s *Store, rel int64) journal.Standing {
		t.Helper()
		return must(s.Standings(ctx, []int64{rel}))(t)[rel]
	}
	t.Run("all of it", func(t *testing.T) {
		s := MustOpen(t)
		rel, other := sam(t, s).ID, considered(t, s, "Leila").ID
		for n := range 10 {
			talked(t, s, rel, date(t, "2026-03-01").AddDays(n*7).String(), n%5-2)
		}
		talked(t, s, rel, "2026-06-01")
		ok(t, s.PlanReview(ctx, rel, date(t, "2026-12-01")))
		must(s.KeepReview(ctx, journal.Draft{RelationshipID: rel, Text: "x", At: time.Date(2026, 4, 1, 9, 0, 0, 0, time.UTC)}, ""))(t)
		must(s.KeepReview(ctx, journal.Draft{RelationshipID: rel, Text: "x", At: time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC)}, ""))(t)
		must(s.KeepAgreement(ctx, journal.Agreement{RelationshipID: rel, On: date(t, "2026-01-01"), Review: journal.Rhythm{Every: 1, Unit: journal.Months}}))(t)
		must(s.KeepAgreement(ctx, journal.Agreement{RelationshipID: rel, On: date(t, "2026-02-01"), Review: journal.Rhythm{Every: 6, Unit: journal.Weeks}}))(t)
		want := journal.Standing{RelationshipID: rel, First: date(t, "2026-03-01"), Last: date(t, "2026-06-01"), Energies: []int{2, 1, 0, -1, -2, 2, 1, 0},
			EnergyOn: date(t, "2026-05-03"), EnergySince: date(t, "2026-04-19"), Review: date(t, "2026-05-01"), Planned: date(t, "2026-12-01"),
			Agreed: journal.Rhythm{Every: 6, Unit: journal.Weeks}, AgreedOn: date(t, "2026-02-01")}
		all := must(s.Standings(ctx, []int64{rel, other}))(t)
		if !reflect.DeepEqual(all, map[int64]journal.Standing{rel: want, other: {RelationshipID: other}}) {
			t.Errorf("standings = %+v,\nwant %+v", all, want)
		}
		if none := must(s.Standings(ctx, nil))(t); len(none) != 0 {
			t.Errorf("standings of none = %+v", none)
		}
	})
	t.Run("energy follows its conversation", func(t *testing.T) {
		s := MustOpen(t)
		rel := sam(t, s).ID
		talked(t, s, rel, "2026-03-01", 1)
		v := talked(t, s, rel, "2026-03-08", 2)
		is := func(on string, want ...int) {
			t.Helper()
			if got := standing(t, s, rel); !slices.Equal(got.Energies, want) || got.EnergyOn.String() != on {
				t.Errorf("energies %v of %s, want %v of %s", got.Energies, got.EnergyOn, want, on)
			}
		}
		is("2026-03-08", 2, 1)
		if got := standing(t, s, rel); !got.EnergySince.IsZero() {
			t.Errorf("of two energies the third is of %s", got.EnergySince)
		}
		moved := asChange(v, v.CheckIn)
		moved.At = v.At.AddDate(0, -1, 0)
		ok(t, s.ChangeSession(ctx, v.ID, moved))
		is("2026-03-01", 1, 2)
		must2(s.Undo(ctx))(t)
		is("2026-03-08", 2, 1)
		must2(s.Redo(ctx))(t)
		is("2026-03-01", 1, 2)
		must(s.KeepNote(ctx, journal.Note{SessionID: v.ID, Text: "words", SetDetails: true, At: v.At, CheckIn: v.CheckIn}))(t)
		is("2026-03-08", 2, 1)
		ok(t, s.ChangeSession(ctx, v.ID, asChange(v, journal.CheckIn{})))
		is("2026-03-01", 1)
		ok(t, s.ChangeSession(ctx, v.ID, moved)) // while it was taken away it moved
		is("2026-03-01", 1, 2)
		ok(t, s.DeleteSession(ctx, v.ID))
		is("2026-03-01", 1)
		must2(s.Undo(ctx))(t)
		is("2026-03-01", 1, 2)
	})
}

func TestBalance(t *testing.T) {
	ctx := context.Background()
	t.Run("nothing yet", func(t *testing.T) {
		s := MustOpen(t)
		if b := must(s.Balance(ctx, sam(t, s).ID))(t); !reflect.DeepEqual(b, journal.Balance{}) {
			t.Errorf("balance = %+v", b)
		}
	})
	t.Run("all of it", func(t *testing.T) {
		s := MustOpen(t)
		r := sam(t, s)
		low, high := -1, 2
		note := func(day int, role journal.Role, minutes int, text string, c journal.CheckIn) journal.Kept {
			t.Helper()
			return must(s.KeepNote(ctx, journal.Note{RelationshipID: r.ID, Role: role, Minutes: minutes, Text: text, CheckIn: c,
				At: time.Date(2026, 1, day, 9, 0, 0, 0, berlin(t))}))(t)
		}
		k := note(40, journal.RoleMentee, 30, "got: a\ngot: b\n- [ ] one\n- [x] two\n- [ ] @sam three", journal.CheckIn{Energy: &high, Split: journal.Split{Listening: 5, Asking: 3, Advising: 2}})
		note(10, journal.RoleMentor, 0, "gave: c\n- [ ] four", journal.CheckIn{Energy: &low})
		note(11, journal.RoleMutual, 45, "words", journal.CheckIn{Trust: 3, Split: journal.Split{Listening: 10}})
		gone := note(12, journal.RoleMentee, 45, "got: z\n- [ ] five", journal.CheckIn{Energy: &low, Split: journal.Split{Listening: 10}})
		ok(t, s.DeleteSession(ctx, gone.Session.ID))
		ok(t, s.CarryAction(ctx, k.Actions[0].ID, date(t, "2026-12-01")))
		ok(t, s.CarryAction(ctx, k.Actions[0].ID, date(t, "2026-12-02")))
		ok(t, s.CloseAction(ctx, k.Actions[2].ID, journal.ActionDropped, ""))
		d := about(r.PersonID, "gave: from an answer")
		d.At = time.Date(2026, 2, 27, 9, 0, 0, 0, berlin(t))
		answer(t, s, d)
		priya(t, s, "got: of another\n- [ ] of another")
		want := journal.Balance{Gave: 2, Got: 2, Sessions: 3, Minutes: 75, Timed: 2, AsMentor: 1, AsMentee: 1, BothWays: 1,
			Split: journal.Split{Listening: 15, Asking: 3, Advising: 2}, Splits: 2, Energies: []int{-1, 2},
			Mine: journal.ActionTally{Open: 2, Done: 1, Carried: 1}, Theirs: journal.ActionTally{Dropped: 1},
			Months: []journal.BalanceMonth{{Year: 2026, Month: 1, Gave: 1}, {Year: 2026, Month: 2, Gave: 1, Got: 2}}}
		if b := must(s.Balance(ctx, r.ID))(t); !reflect.DeepEqual(b, want) {
			t.Errorf("balance = %+v,\nwant %+v", b, want)
		}
	})
}

func TestLoad(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	first := priya(t, s, "words").Session // 20 November, 14:30
	low, high := -2, 1
	note := func(name string, role journal.Role, minutes int, at time.Time, energy *int) {
		t.Helper()
		must(s.KeepNote(ctx, journal.Note{PersonName: name, Role: role, Minutes: minutes, At: at, Text: "words", CheckIn: journal.CheckIn{Energy: energy}}))(t)
	}
	at := first.At
	note("Tom", journal.RoleMentor, 30, at.Add(-time.Hour), &low)
	note("Tom", journal.RoleMentor, 15, at.Add(-2*time.Hour), &high)
	note("Sam", journal.RoleMentee, 60, at.Add(-3*time.Hour), &high)
	note("Ines", journal.RoleMentor, 60, at.Add(-40*24*time.Hour), &high)
	since := at.Add(-2 * time.Hour)
	want := journal.Load{People: 2, Sessions: 3, Minutes: 45, Timed: 2, Energies: []int{1, -2}}
	if l := must(s.Load(ctx, since, at.Add(time.Second)))(t); !reflect.DeepEqual(l, want) {
		t.Errorf("load = %+v, want %+v", l, want)
	}
	want = journal.Load{People: 1, Sessions: 2, Minutes: 45, Timed: 2, Energies: []int{1, -2}}
	if l := must(s.Load(ctx, since, at))(t); !reflect.DeepEqual(l, want) {
		t.Errorf("load right before = %+v, want %+v", l, want)
	}
	if l := must(s.Load(ctx, since, since))(t); !reflect.DeepEqual(l, journal.Load{}) {
		t.Errorf("load of no time = %+v", l)
	}
}
