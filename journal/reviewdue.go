package journal

const (
	// FirstReviewAfter is how long after the beginning the first review is due, in days.
	FirstReviewAfter = 30
	// ReviewMonths is how many months lie between reviews where nothing else is agreed.
	ReviewMonths = 2
	// ReviewComes is how many days before its day a planned review is spoken of as coming.
	ReviewComes = 7
)

// ReviewDue is the day the next review is due, zero for none. One planned by hand wins. Else a trial
// is looked at on its last day, once, and an active relationship thirty days after it began and then
// as often as was agreed, every two months where nothing was. All others are left alone.
func ReviewDue(r Relationship, s Standing) Date {
	switch {
	case !s.Planned.IsZero():
		return s.Planned
	case r.State == StateTrial && (s.Review.IsZero() || s.Review.Before(r.TrialUntil)):
		return r.TrialUntil
	case r.State != StateActive:
		return Date{}
	case !s.Review.IsZero():
		every := s.Agreed
		if every.IsZero() {
			every = Rhythm{ReviewMonths, Months}
		}
		return NextByRhythm(every, s.Review)
	}
	began := r.From
	if began.IsZero() {
		began = s.First
	}
	if began.IsZero() {
		return Date{}
	}
	return began.AddDays(FirstReviewAfter)
}

// ReviewComing is the day of a review planned by hand that is at most a week ahead, else zero. On
// its day it is due, and no longer coming. A paused relationship is silent, and so is a closed one.
func ReviewComing(today Date, r Relationship, s Standing) Date {
	if !r.State.Open() || r.State == StatePaused || s.Planned.IsZero() {
		return Date{}
	}
	if days := s.Planned.DaysSince(today); days < 1 || days > ReviewComes {
		return Date{}
	}
	return s.Planned
}
