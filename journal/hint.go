package journal

import (
	"slices"
	"time"
)

// Hint is something worth saying softly about a relationship or about all of them.
type Hint struct {
	// Key is what it is and on what occasion, without a person's words: told no, it does not come
	// again. HintDirection has no occasion; told no, it comes again after half a year.
	Key            string
	Kind           HintKind
	RelationshipID int64 // 0 where it is about none
	On             Date  // the day it is about: due, drifted since, on trial until, last felt
	Energies       []int // of HintEnergy: the falling ones, oldest first
	Role           Role  // of HintDirection: the role of mine that no relationship has
	ByHand         bool  // the day it is about is one that somebody set
}

// HintKind says what a hint is about.
type HintKind string

const (
	HintDrifted   HintKind = "drifted"   // the rhythm has passed since the last real conversation
	HintReview    HintKind = "review"    // one is due
	HintTrial     HintKind = "trial"     // its last day has come, and nobody looked at it yet
	HintAsk       HintKind = "ask"       // the day one meant to ask, or to offer, has passed
	HintEnergy    HintKind = "energy"    // it fell after the last three conversations
	HintDirection HintKind = "direction" // nobody is on one side
)

// HintState is what became of a hint.
type HintState struct {
	Key   string
	Shown Date      // the last day it was shown, zero for never
	No    time.Time // when it was told no, zero for never
}

const (
	// DirectionDays is after how many days an empty direction is spoken of again at the earliest.
	DirectionDays = 7
	// DirectionRests is for how many days it is not spoken of after it was told no.
	DirectionRests = ReturnDays
	// NoRests is for how many days nothing else is said of a relationship after a no about it.
	NoRests = 14
)

// Hints are what the first page says softly: at most one about a relationship, in the order of rels,
// and then perhaps that one direction is empty. Of what could be said about a relationship it is the
// first that was not told no: its trial is over, the day to ask has passed, its energy falls, a
// review is due, it has drifted. After a no nothing else is said of it for NoRests days, except what
// somebody set a day for that has come since.
//
// rels are all open relationships; one that is closed is passed over. standings has those of all
// that are on trial or active, by the id of the relationship. told has what became of earlier hints
// by their keys.
func Hints(today Date, rels []RelationshipSummary, standings map[int64]Standing, told map[string]HintState) []Hint {
	var out []Hint
	saidNo := noesOf(told)
	for _, r := range rels {
		s, no := standings[r.ID], saidNo[r.UID]
		if s.Last.IsZero() && !r.LastSession.IsZero() {
			s.Last = DateOf(r.LastSession)
		}
		for _, h := range hintsOf(today, r.Relationship, s, no) {
			if told[h.Key].No.IsZero() && (!no.rests(today) || h.ByHand && h.On.After(no.last)) {
				out = append(out, h)
				break
			}
		}
	}
	if h := directionHint(rels); h.Key != "" && mayShowDirection(today, told[h.Key]) {
		out = append(out, h)
	}
	return out
}

// hintsOf are all hints about a relationship, the weightiest first. A paused one is silent, as is a
// closed one; of one that has not begun only what was planned by hand is spoken of.
func hintsOf(today Date, r Relationship, s Standing, no noes) []Hint {
	if !r.State.Open() || r.State == StatePaused {
		return nil
	}
	var out []Hint
	add := func(occasion Date, h Hint) {
		h.Key, h.RelationshipID = hintAbout(h.Kind, r.UID)+hintSep+occasion.String(), r.ID
		out = append(out, h)
	}
	if trialOver(today, r, s) {
		add(r.TrialUntil, Hint{Kind: HintTrial, On: r.TrialUntil, ByHand: true})
	}
	if r.State == StateConsidering && !r.AskedOn.IsZero() && r.AskedOn.Before(today) && !r.AskedOn.Before(r.ResumedOn) {
		add(r.AskedOn, Hint{Kind: HintAsk, On: r.AskedOn, ByHand: true})
	}
	if felt := energyFell(r, s, no.energy); !felt.IsZero() {
		oldestFirst := slices.Clone(s.Energies[:energyLook])
		slices.Reverse(oldestFirst)
		add(felt, Hint{Kind: HintEnergy, On: felt, Energies: oldestFirst})
	}
	// What is due at the end of a trial was said above.
	due, byHand := ReviewDue(r, s), planned(r, s)
	if r.State == StateTrial && !byHand {
		due = Date{}
	}
	if on := reviewOccasion(due, reviewRhythm(s), today); !on.IsZero() {
		add(on, Hint{Kind: HintReview, On: on, ByHand: byHand && on == due})
	}
	// The occasion is the silence and not its length: told no, it stays no when the rhythm is changed.
	if since := DriftedSince(r, s.Last, today); !since.IsZero() {
		add(countedFrom(r, s.Last), Hint{Kind: HintDrifted, On: since})
	}
	return out
}

// trialOver reports whether a trial's last day has come and no review was held on it or later. A day
// before the trial went on again is over.
func trialOver(today Date, r Relationship, s Standing) bool {
	return r.State == StateTrial && !r.TrialUntil.IsZero() && !r.TrialUntil.After(today) && !r.TrialUntil.Before(r.ResumedOn) &&
		(s.Review.IsZero() || s.Review.Before(r.TrialUntil))
}

// energyFell is the day of the newest conversation after which energy was noted, where it falls and
// no review has looked at it since; else zero. One that is planned is the answer to it already. no
// is the newest conversation about which it was told no, zero for none: only three that all came
// after it say something new. What was felt before the relationship last went on again is over.
func energyFell(r Relationship, s Standing, no Date) Date {
	felt := s.EnergyOn
	if felt.IsZero() {
		felt = s.Last
	}
	switch {
	case r.State != StateActive && r.State != StateTrial, felt.IsZero(), !EnergyFalls(s.Energies),
		!s.Review.IsZero() && !s.Review.Before(felt),
		planned(r, s),
		!no.IsZero() && !s.EnergySince.After(no),
		s.EnergySince.Before(r.ResumedOn):
		return Date{}
	}
	return felt
}

// directionHint says which side nobody is on; its zero value says that there is somebody on both,
// or nobody at all.
func directionHint(rels []RelationshipSummary) Hint {
	var mentor, mentee bool
	for _, r := range rels {
		if r.State.Open() {
			mentor = mentor || r.Role != RoleMentee
			mentee = mentee || r.Role != RoleMentor
		}
	}
	if mentor == mentee {
		return Hint{}
	}
	empty := RoleMentor
	if mentor {
		empty = RoleMentee
	}
	return Hint{Key: string(HintDirection) + ":" + string(empty), Kind: HintDirection, Role: empty}
}

// mayShowDirection reports whether an empty direction may be spoken of: not for half a year after it
// was told no, and on one day in seven.
func mayShowDirection(today Date, told HintState) bool {
	if !told.No.IsZero() && today.DaysSince(DateOf(told.No)) < DirectionRests {
		return false
	}
	return told.Shown.IsZero() || told.Shown == today || today.DaysSince(told.Shown) >= DirectionDays
}
