package journal

import (
	"cmp"
	"slices"
)

// Coming is a day ahead that is worth knowing of.
type Coming struct {
	Kind           ComingKind
	On             Date // today or later
	RelationshipID int64
}

// ComingKind says what comes on a day.
type ComingKind string

const (
	ComingTalk   ComingKind = "talk"   // the next conversation
	ComingReview ComingKind = "review" // one that was planned by hand
	ComingAsking ComingKind = "asking" // the day one means to ask, or to offer
	ComingTrial  ComingKind = "trial"  // its last day
	ComingPeriod ComingKind = "period" // its last day
)

// How many days before its day something is spoken of as coming. A conversation and an asking, whose
// days are set on purpose, always are.
const (
	ReviewComes = 7
	TrialComes  = 7
	PeriodComes = 14
)

// Comings are the days ahead of a relationship, soonest first; each is one through its own day. Of a
// paused relationship it is only the next conversation, which somebody set, and of a closed one none.
func Comings(today Date, r Relationship, s Standing) []Coming {
	if !r.State.Open() {
		return nil
	}
	var out []Coming
	add := func(kind ComingKind, on, until Date) {
		if !on.IsZero() && !on.Before(today) && (until.IsZero() || !on.After(until)) {
			out = append(out, Coming{Kind: kind, On: on, RelationshipID: r.ID})
		}
	}
	add(ComingTalk, r.NextSession, Date{})
	if r.State == StatePaused {
		return out
	}
	add(ComingReview, s.Planned, today.AddDays(ReviewComes))
	switch r.State {
	case StateConsidering:
		add(ComingAsking, r.AskedOn, Date{})
	case StateTrial:
		add(ComingTrial, r.TrialUntil, today.AddDays(TrialComes))
	}
	if r.State == StateActive || r.State == StateTrial {
		add(ComingPeriod, r.Until, today.AddDays(PeriodComes))
	}
	slices.SortStableFunc(out, func(a, b Coming) int { return cmp.Compare(a.On.DaysSince(today), b.On.DaysSince(today)) })
	return out
}
