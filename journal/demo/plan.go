package demo

import (
	"time"

	"bothways/journal"
)

const (
	toldYears       = 2   // how long the story told by hand goes back
	yearDays        = 365 // of a year, for counting back
	aWeek           = 7   // that the told story may begin earlier, where a day is moved back to a weekday
	maxYears        = 100 // beyond a lifetime the dates stop making sense
	maxPerDay       = 5   // conversations a day, above which nobody has time to live
	sessionsPerYear = 40  // by the rules
	peoplePerYear   = 5
)

// Plan says what journal to write.
type Plan struct {
	Seed uint64 // of the older years; the two told by hand know no chance
	// Years is how far back it goes, 1 to 100. Two years are the story told by hand, and more
	// than two have older relationships before them. One year is the latter half of the story.
	Years int
	// Sessions is the number of conversations altogether, 0 for what the years give by
	// themselves. With a number, an older year is written even where Years is 2, and the first
	// half of the year where it is 1, and there are three actions and two reflections for every
	// conversation, unless what is older is too short to hold them.
	Sessions int
	// Until is the last day of the journal, in the zone to write in. Its time of day is ignored.
	Until time.Time
}

// totals are how much the older years hold.
type totals struct {
	days                         int // from their first day to the beginning of the told story
	sessions, actions, reflected int
	people                       int
}

// validate checks what can be checked without the story.
func (p Plan) validate() error {
	switch {
	case p.Until.IsZero():
		return journal.Errorf(journal.CodeInvalid, "A made-up journal needs its last day.")
	case p.Years < 1 || p.Years > maxYears:
		return journal.Errorf(journal.CodeInvalid, "A made-up journal covers 1 to %d years; nothing was written.", maxYears)
	case p.Sessions < 0:
		return journal.Errorf(journal.CodeInvalid, "A made-up journal cannot have %d conversations; nothing was written.", p.Sessions)
	}
	return nil
}

// toldDays is how far back the story is told: all of it, or the last year or half a year of it where the
// journal has one year alone.
func (p Plan) toldDays(s *story) int {
	const year = yearDays - aWeek
	switch {
	case p.Years >= toldYears:
		return toldYears * yearDays
	case p.Sessions > s.lately(year).conversations():
		return year / 2
	}
	return year
}

// older works out what the older years hold, given what the told story has.
func (p Plan) older(told *told) (totals, error) {
	years := max(0, p.Years-toldYears)
	t := totals{sessions: years * sessionsPerYear}
	if p.Sessions > 0 {
		t.sessions = p.Sessions - len(told.conversations)
		if t.sessions < 0 {
			return totals{}, journal.Errorf(journal.CodeInvalid, "A made-up journal has at least %d conversations; nothing was written.", len(told.conversations))
		}
		if t.sessions > 0 {
			years = max(years, 1)
		}
	}
	t.days = years * yearDays
	if p.Years < toldYears {
		t.days = max(0, yearDays-1-aWeek-told.days)
	}
	if t.sessions > t.days*maxPerDay {
		return totals{}, journal.Errorf(journal.CodeInvalid, "%d conversations do not fit into that time; nothing was written. Ask for more years or fewer conversations.", p.Sessions)
	}
	t.actions, t.reflected = 2*t.sessions, t.sessions/2
	if p.Sessions > 0 {
		// More than six a conversation would not read like a journal any more.
		t.actions = min(3*p.Sessions-told.actions(), 6*t.sessions)
		t.reflected = min(2*p.Sessions-len(told.reflections), 6*t.sessions)
	}
	t.people = min(t.sessions/8, years*peoplePerYear)
	if t.sessions > 0 {
		t.people = max(t.people, 1)
	}
	return t, nil
}
