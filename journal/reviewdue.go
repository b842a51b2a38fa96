package journal

const (
	// FirstReviewAfter is how long after the beginning the first review is due, in days, where no
	// rhythm of them was agreed.
	FirstReviewAfter = 30
	// ReviewMonths is how many months lie between reviews where nothing else is agreed.
	ReviewMonths = 2
)

// ReviewDue is the day the next review is due, zero for none. One planned by hand wins. Else a trial
// is looked at on its last day, once, and an active relationship as often as was agreed, from the day
// of the agreement on. Where nothing was, it is thirty days after it began and then every two months.
// All others are left alone. What was due before it last went on again is not due any more: it is
// counted from that day.
func ReviewDue(r Relationship, s Standing) Date {
	switch {
	case planned(r, s):
		return s.Planned
	case r.State == StateTrial && !r.TrialUntil.Before(r.ResumedOn) && (s.Review.IsZero() || s.Review.Before(r.TrialUntil)):
		return r.TrialUntil
	case r.State != StateActive:
		return Date{}
	case !s.Review.IsZero():
		return NextByRhythm(reviewRhythm(s), laterOf(s.Review, r.ResumedOn))
	}
	began := r.From
	if began.IsZero() {
		began = s.First
	}
	began = laterOf(began, r.ResumedOn)
	switch {
	case !s.Agreed.IsZero():
		return NextByRhythm(s.Agreed, laterOf(s.AgreedOn, began))
	case began.IsZero():
		return Date{}
	}
	return began.AddDays(FirstReviewAfter)
}

// reviewRhythm is how often reviews come round.
func reviewRhythm(s Standing) Rhythm {
	if s.Agreed.IsZero() {
		return Rhythm{ReviewMonths, Months}
	}
	return s.Agreed
}

// planned reports whether a review is planned by hand. One whose day passed before the relationship
// went on again belongs to what was before.
func planned(r Relationship, s Standing) bool {
	return !s.Planned.IsZero() && !s.Planned.Before(r.ResumedOn)
}

// reviewOccasion is the latest day, not after today, on which a review that is due came round: the
// day itself, or as many times the rhythm later as have passed; zero where it is not due yet.
func reviewOccasion(due Date, every Rhythm, today Date) Date {
	if due.IsZero() || due.After(today) {
		return Date{}
	}
	times := func(n int) Date { return NextByRhythm(Rhythm{n * every.Every, every.Unit}, due) }
	n := today.DaysSince(due) / (7 * every.Every)
	if every.Unit == Months {
		n = ((today.Year-due.Year)*12 + int(today.Month-due.Month)) / every.Every
		if n > 0 && times(n).After(today) {
			n--
		}
	}
	if n == 0 {
		return due
	}
	return times(n)
}

// laterOf is the later of two days; one that is not known is the earlier.
func laterOf(a, b Date) Date {
	if b.After(a) {
		return b
	}
	return a
}
