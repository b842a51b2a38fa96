package wording

import "bothways/journal"

// ComingRow is what stands before and behind a name on the row of a day that is coming: "ask " and
// nothing, or nothing and " · review".
func ComingRow(c journal.ComingKind, r journal.Role) (before, behind string) {
	switch c {
	case journal.ComingReview:
		return "", " · review"
	case journal.ComingAsking:
		if r == journal.RoleMentor {
			return "offer to mentor ", ""
		}
		return "ask ", ""
	case journal.ComingTrial:
		return "", " · the trial ends"
	case journal.ComingPeriod:
		return "", " · the period ends"
	}
	return "", ""
}

// Coming is a day that is coming as a fact in a head about one person: "next Tue 24 Nov", "review
// today".
func (s Dates) Coming(c journal.Coming, r journal.Role, today journal.Date) string {
	what := "next"
	switch c.Kind {
	case journal.ComingReview:
		what = "review"
	case journal.ComingAsking:
		what = "to " + askOrOffer(r)
	case journal.ComingTrial:
		what = "the trial ends"
	case journal.ComingPeriod:
		what = "the period ends"
	}
	if c.On == today && c.Kind != journal.ComingTalk {
		return what + " today"
	}
	return what + " " + s.Long(c.On, today)
}
