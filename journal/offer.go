package journal

import (
	"slices"
	"time"
)

// ReturnDays is after how many days an answered question comes back by itself: half a year.
const ReturnDays = 183

// Occasion is when somebody is offered a question.
type Occasion struct {
	Day    Date
	Moment Moment
	Roles  []Role // the sides the person is on just now; none for any
}

// Offered is a question that fits an occasion.
type Offered struct {
	Prompt Prompt
	Since  time.Time // when it was answered last before this day, zero for never
	Today  bool      // it was answered on this day already
}

// Offer chooses up to n questions for an occasion, the best first. The rule:
//
// Every second day brings back what was answered half a year ago or earlier, longest ago first; the
// days between bring what was never answered, going through the sets in turn. Where one of the two
// is missing, the other has all days. What was answered since then comes where there is nothing
// else, longest ago first, and every second day where one question alone is left. Every day moves on
// by one, answered or not: what was passed over yesterday is not first today.
//
// An answer counts from the next day on, so the choice stays the same all day. The last rule is kept
// without a memory of what was offered: where other questions were answered meanwhile, one may now
// and then come two days running after all.
func Offer(q Questions, o Occasion, n int) []Offered {
	var out []Offered
	for _, c := range ranked(fitting(q, o), dayNumber(o.Day), lookBack) {
		if len(out) >= n {
			break
		}
		out = append(out, c.Offered)
	}
	return out
}

// lookBack is for how many days the choice is worked out again to know what was first yesterday: what
// was first then may have been put off because it was first the day before.
const lookBack = 2

// candidate is a question that fits an occasion.
type candidate struct {
	Offered
	place int // in its set, among those that fit
	last  int // the number of the day it was last answered on, -1 for never
}

// dayNumber counts days from one so far back that none is below zero, nor those looked back to.
func dayNumber(d Date) int {
	return max(0, d.DaysSince(Date{Year: 1, Month: time.January, Day: 1})) + lookBack
}

// fitting are the questions that fit an occasion: the first of every set, then the second of every
// set, and so on.
func fitting(q Questions, o Occasion) []candidate {
	var out []candidate
	for _, s := range q.Sets {
		if s.Hidden {
			continue
		}
		place := 0
		for _, p := range s.Prompts {
			if p.Hidden || p.Moment != o.Moment || !fitsAny(p.Role, o.Roles) {
				continue
			}
			answered := q.Answered[p.ID]
			c := candidate{Offered: Offered{Prompt: p, Since: answered.Before}, place: place, last: -1}
			c.Today = !answered.Last.IsZero() && DateOf(answered.Last) == o.Day
			if !c.Since.IsZero() {
				c.last = dayNumber(DateOf(c.Since))
			}
			out = append(out, c)
			place++
		}
	}
	slices.SortStableFunc(out, func(a, b candidate) int { return a.place - b.place })
	return out
}

// fitsAny reports whether a question may be put to somebody who is on one of these sides.
func fitsAny(p PromptRole, roles []Role) bool {
	return p == ForEither || len(roles) == 0 || slices.ContainsFunc(roles, p.Fits)
}

// waits reports whether a candidate may come on a day though there are others: it was never
// answered, or not for half a year.
func (c candidate) waits(day int) bool { return c.last < 0 || day-c.last >= ReturnDays }

// ranked puts the candidates of a day in order, the best first. It looks back so many days.
func ranked(all []candidate, day, back int) []candidate {
	list := byKind(all, day)
	if back == 0 || len(list) < 2 {
		return list
	}
	// What was answered yesterday is not in yesterday's list as it was, so that something else may
	// look as though it had been first. Then it only waits a day, behind others that wait as well.
	if yesterday := ranked(all, day-1, back-1); list[0].Prompt.ID == yesterday[0].Prompt.ID {
		if list[1].waits(day) || sinceNewest(all, day) > 0 {
			list[0], list[1] = list[1], list[0]
		}
	}
	return list
}

// byKind has the kind whose day it is and the other turn about, then the rest.
func byKind(all []candidate, day int) []candidate {
	returning, fresh, recent := sortOut(all, day)
	// What is first in the list of the other kind has the next day.
	even, odd, rest := from(returning, (day+1)/2), from(fresh, day/2), recent
	passed := sinceNewest(recent, day)
	switch {
	case len(even)+len(odd) == 0:
		// Whether what was answered yesterday is what came then cannot be known, so it begins with the
		// second on every second day: else the first, passed over, could come two days running.
		rest = from(recent, passed+(day-passed)%2)
	case len(even)+len(odd) == 1: // it cannot have all days
		rest = from(recent, passed/2)
		if len(even) == 0 {
			even, rest = rest, nil
		} else {
			odd, rest = rest, nil
		}
	case len(even) == 0:
		odd = from(fresh, day)
	case len(odd) == 0:
		even = from(returning, day)
	}
	if day%2 == 1 {
		even, odd = odd, even
	}
	return append(turnAbout(even, odd), rest...)
}

// sortOut parts the questions that come back from those never answered and those answered within
// half a year. Those with an answer stand longest ago first.
func sortOut(all []candidate, day int) (returning, fresh, recent []candidate) {
	for _, c := range all {
		switch {
		case c.last < 0:
			fresh = append(fresh, c)
		case c.waits(day):
			returning = append(returning, c)
		default:
			recent = append(recent, c)
		}
	}
	longestFirst := func(a, b candidate) int { return a.last - b.last }
	slices.SortStableFunc(returning, longestFirst)
	slices.SortStableFunc(recent, longestFirst)
	return returning, fresh, recent
}

// sinceNewest is how many days lie between the newest answer and a day: 0 for the day after it, and
// where there is none.
func sinceNewest(all []candidate, day int) int {
	newest := -1
	for _, c := range all {
		newest = max(newest, c.last)
	}
	if newest < 0 {
		return 0
	}
	return max(0, day-1-newest)
}

// turnAbout takes one from each of two lists by turns, as long as there are any.
func turnAbout(first, second []candidate) []candidate {
	var out []candidate
	for i := range max(len(first), len(second)) {
		if i < len(first) {
			out = append(out, first[i])
		}
		if i < len(second) {
			out = append(out, second[i])
		}
	}
	return out
}

// from is a list from where the count is, and round to there.
func from(list []candidate, count int) []candidate {
	// The count goes round a power of two and not round the length, so that one question more or
	// less does not send it to quite another place. What is beyond the end is one of the first half
	// once more.
	round := 1
	for round < len(list) {
		round *= 2
	}
	at := count % round
	if at >= len(list) {
		at -= round / 2
	}
	return slices.Concat(list[at:], list[:at])
}
