package store

import (
	"context"
	"testing"

	"bothways/journal"
)

// TestPicked lists for every part of every picture as many things as it was drawn from.
func TestPicked(t *testing.T) {
	ctx := context.Background()
	s := MustOpen(t)
	ok(t, s.Fill(ctx, madeUp))
	first := must(s.FirstDay(ctx))(t)
	last := journal.Date{Year: 2026, Month: 11, Day: 21}
	// One begins and ends within a week and a month.
	for _, days := range []journal.Days{{From: first, To: last}, {From: first.AddDays(100), To: last.AddDays(-40)}} {
		in := must(s.Insights(ctx, journal.Period{Days: days}, journal.WeekSunday))(t)
		parts := 0
		sessions := func(want int, p journal.Pick) {
			t.Helper()
			if page, _ := must2(s.PickedSessions(ctx, p, "", 500))(t); len(page) != want {
				t.Errorf("%d conversations of %+v, want %d", len(page), p, want)
			}
			parts += min(want, 1)
		}
		for _, step := range in.Talks {
			sessions(step.Mentor, journal.Pick{Days: step.Days, Role: journal.RoleMentor})
			sessions(step.Mentee, journal.Pick{Days: step.Days, Role: journal.RoleMentee})
			sessions(step.Mutual, journal.Pick{Days: step.Days, Role: journal.RoleMutual})
		}
		for _, step := range in.Hours {
			sessions(step.Talks, journal.Pick{Days: step.Days})
		}
		for _, u := range in.Used {
			sessions(u.All(), journal.Pick{Days: days, Intervention: u.Word})
			sessions(u.Mentor, journal.Pick{Days: days, Intervention: u.Word, Role: journal.RoleMentor})
		}
		for _, step := range in.Splits {
			sessions(step.Said, journal.Pick{Days: step.Days, SaysSplit: true})
		}
		for _, e := range in.Energy {
			sessions(e.Said, journal.Pick{Days: days, RelationshipID: e.RelationshipID, SaysEnergy: true})
			if len(e.Newest) != min(e.Said, journal.EnergiesRead) {
				t.Errorf("%d of %d energies of %s", len(e.Newest), e.Said, e.PersonName)
			}
		}
		for _, p := range in.Focused {
			sessions(p.Talks, journal.Pick{Days: days, RelationshipID: p.RelationshipID})
		}
		for _, step := range in.Crossed {
			for way, want := range map[journal.Direction]int{journal.Gave: step.Gave, journal.Got: step.Got} {
				if page, _ := must2(s.PickedExchanges(ctx, journal.Pick{Days: step.Days, Direction: way}, "", 500))(t); len(page) != want {
					t.Errorf("%d %s from %s to %s, want %d", len(page), way, step.From, step.To, want)
				}
				parts += min(want, 1)
			}
		}
		for _, side := range []journal.Promises{in.Mine, in.Theirs} {
			for state, want := range map[journal.ActionState][2]int{
				journal.ActionDone: {side.Kept, side.KeptCarried}, journal.ActionDropped: {side.Dropped, side.DroppedCarried}, journal.ActionOpen: {side.Open, side.OpenCarried},
			} {
				pick := journal.Pick{Days: days, Owner: side.Owner, State: state}
				all, _ := must2(s.PickedActions(ctx, pick, "", 500))(t)
				pick.Carried = true
				carried, _ := must2(s.PickedActions(ctx, pick, "", 500))(t)
				if len(all) != want[0] || len(carried) != want[1] {
					t.Errorf("%d and %d actions %s of %s, want %v", len(all), len(carried), state, side.Owner, want)
				}
				parts += min(want[0], 1)
			}
		}
		if parts < 60 {
			t.Errorf("only %d parts have anything", parts)
		}
	}
}
