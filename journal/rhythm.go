package journal

import (
	"fmt"
	"strings"
)

// RhythmUnit is what a rhythm is counted in.
type RhythmUnit string

const (
	Weeks  RhythmUnit = "weeks"
	Months RhythmUnit = "months"
)

// MaxEvery is the longest a rhythm is, in its unit.
const MaxEvery = 99

// Rhythm is how often two people mean to talk: every so many weeks or months, counted from the
// last real conversation. The zero Rhythm is none.
type Rhythm struct {
	Every int // 1 to MaxEvery; 0 for none
	Unit  RhythmUnit
}

// IsZero reports whether there is no rhythm.
func (r Rhythm) IsZero() bool { return r.Every == 0 }

// String is "every week" or "every 3 months", and "" for none.
func (r Rhythm) String() string {
	switch {
	case r.IsZero():
		return ""
	case r.Every == 1:
		return "every " + strings.TrimSuffix(string(r.Unit), "s")
	}
	return fmt.Sprintf("every %d %s", r.Every, r.Unit)
}

// Validate checks that a rhythm is none or one that can be kept. Every no weeks is neither.
func (r Rhythm) Validate() error {
	if r == (Rhythm{}) || r.Every >= 1 && r.Every <= MaxEvery && (r.Unit == Weeks || r.Unit == Months) {
		return nil
	}
	return Errorf(CodeInvalid, "A rhythm is every 1 to %d weeks or months.", MaxEvery)
}

// NextByRhythm is the day the next conversation would be by the rhythm; zero where there is no
// rhythm or no last one. A month after 31 January is the end of February.
func NextByRhythm(r Rhythm, last Date) Date {
	switch {
	case r.IsZero() || last.IsZero():
		return Date{}
	case r.Unit == Months:
		return last.AddMonths(r.Every)
	}
	return last.AddDays(7 * r.Every)
}

// DriftedSince is the day the next conversation would have been by the rhythm, where that day has
// passed and no other is set; else zero. last is the day of the last real conversation, zero where
// there was none yet: then it counts from the beginning, if that is known. After a pause or an ending
// it counts from the day it went on again.
func DriftedSince(r Relationship, last, today Date) Date {
	if r.State != StateActive && r.State != StateTrial || !r.NextSession.IsZero() && !r.NextSession.Before(today) {
		return Date{}
	}
	if next := NextByRhythm(r.Rhythm, countedFrom(r, last)); !next.IsZero() && next.Before(today) {
		return next
	}
	return Date{}
}

// countedFrom is the day a rhythm is counted from.
func countedFrom(r Relationship, last Date) Date {
	if last.IsZero() {
		last = r.From
	}
	return laterOf(last, r.ResumedOn)
}
