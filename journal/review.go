package journal

import (
	"slices"
	"time"
)

// Decision is what a review comes to.
type Decision string

const (
	DecisionGoOn   Decision = "go on"
	DecisionChange Decision = "change"
	DecisionPause  Decision = "pause"
	DecisionEnd    Decision = "end"
)

// Decisions are all decisions.
func Decisions() []Decision {
	return []Decision{DecisionGoOn, DecisionChange, DecisionPause, DecisionEnd}
}

// Review is a look at a relationship: planned for a day, or held. Sources: "What is mentoring?"
// (Anthea) on planned evaluations; "Mentoring for all" on changing what no longer gives energy.
type Review struct {
	ID             int64
	UID            string
	RelationshipID int64
	Due            Date      // the day it was planned for, zero for one held without a plan
	HeldAt         time.Time // zero while it is only planned
	Decision       Decision  // "" where nothing was decided
	Text           string    // Markdown, the questions as headings
	Rev            int64
	CreatedAt      time.Time
}

// Held reports whether it took place.
func (r Review) Held() bool { return !r.HeldAt.IsZero() }

// Validate checks the rules of a review.
func (r Review) Validate() error {
	switch {
	case r.Decision != "" && !slices.Contains(Decisions(), r.Decision):
		return Errorf(CodeInvalid, "%q is not a decision; use go on, change, pause or end.", r.Decision)
	case !r.Held() && r.Due.IsZero():
		return Errorf(CodeInvalid, "A review that is planned needs a day.")
	}
	return nil
}

// HeldMeanwhile reports whether a draft was begun while the review was only planned, and the review
// was held since with other words.
func (r Review) HeldMeanwhile(d Draft) bool {
	return r.Held() && d.Was == nil && d.BaseRev != 0 && d.BaseRev < r.Rev && d.Text != r.Text
}

// KeptReview is what keeping a review made of it.
type KeptReview struct {
	Review
	Came
}
