package store

import (
	"context"
	"strings"
	"testing"

	"bothways/journal"
)

// addsUp reports whether a query groups the conversations of the days it was given, by what there are
// a few of. Those it may sort: the picture is of no more than these days.
func addsUp(query string) bool {
	return strings.Contains(query, "FROM session s") && strings.Contains(query, inPeriod) && strings.Contains(query, "GROUP BY")
}

// askInsights asks for every picture and for what each of its parts is made of.
func askInsights(t *testing.T, s *Store, rel int64) {
	ctx := context.Background()
	must(s.FirstDay(ctx))(t)
	days := journal.Days{From: journal.Date{Year: 2020, Month: 1, Day: 1}, To: journal.Date{Year: 2026, Month: 12, Day: 31}}
	must(s.Insights(ctx, journal.Period{Days: days}, journal.WeekMonday))(t)
	pick := journal.Pick{Days: days}
	for _, p := range []journal.Pick{{}, {Role: journal.RoleMentor}, {RelationshipID: rel, SaysEnergy: true}, {Intervention: "advice"}, {SaysSplit: true}} {
		p.Days = days
		_, next := must2(s.PickedSessions(ctx, p, "", 1))(t)
		must2(s.PickedSessions(ctx, p, next, 1))(t)
	}
	for _, p := range []journal.Pick{{Owner: journal.OwnerMe}, {Owner: journal.OwnerThem, State: journal.ActionOpen, Carried: true}} {
		p.Days = days
		_, next := must2(s.PickedActions(ctx, p, "", 1))(t)
		must2(s.PickedActions(ctx, p, next, 1))(t)
	}
	for _, d := range []journal.Direction{"", journal.Gave} {
		pick.Direction = d
		_, next := must2(s.PickedExchanges(ctx, pick, "", 1))(t)
		must2(s.PickedExchanges(ctx, pick, next, 1))(t)
	}
	must(s.PickedRelationships(ctx, journal.Pick{Relationships: []int64{rel}}))(t)
}
