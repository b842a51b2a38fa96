package wording

import (
	"fmt"
	"strings"
	"time"

	"bothways/journal"
)

// HintLabel is what stands behind a name: a hint in a few words, "" for one that is about nobody.
func (s Dates) HintLabel(h journal.Hint, r journal.Relationship, today journal.Date) string {
	switch h.Kind {
	case journal.HintReview, journal.HintEnergy:
		switch {
		case !h.ByHand:
			return "worth a review?"
		case h.On == today:
			return "review today"
		}
		return "review was " + s.Due(h.On, today)
	case journal.HintTrial:
		if h.On == today {
			return "trial until today"
		}
		return "trial was until " + s.Due(h.On, today)
	case journal.HintAsk:
		return askOrOffer(r.Role) + "? meant for " + s.Due(h.On, today)
	case journal.HintDrifted:
		return "drifted: " + r.Rhythm.String()
	}
	return ""
}

// TrialLabel says until when a relationship is on trial, "" where it is not or that is not known.
func (s Dates) TrialLabel(r journal.Relationship, today journal.Date) string {
	if r.State != journal.StateTrial || r.TrialUntil.IsZero() || r.TrialUntil.Before(today) {
		return ""
	}
	return "on trial until " + s.Due(r.TrialUntil, today)
}

// HintReason is why a hint is given, as the beginning of a sentence.
func (s Dates) HintReason(h journal.Hint, r journal.Relationship, today journal.Date) string {
	switch h.Kind {
	case journal.HintEnergy:
		felt := make([]string, 0, len(h.Energies))
		for _, e := range h.Energies {
			felt = append(felt, Energy(e))
		}
		return fmt.Sprintf("energy fell: %s after the last three", strings.Join(felt, ", "))
	case journal.HintReview:
		if h.ByHand {
			return s.plannedFor("a review", h.On, today)
		}
		return s.dueSince("a review", h.On, today)
	case journal.HintTrial:
		if h.On == today {
			return "the trial is until today"
		}
		return "the trial was until " + s.Long(h.On, today)
	case journal.HintAsk:
		return "you meant to " + askOrOffer(r.Role) + " on " + s.Long(h.On, today)
	case journal.HintDrifted:
		return fmt.Sprintf("%s would have been %s", r.Rhythm, s.Long(h.On, today))
	case journal.HintDirection:
		if h.Role == journal.RoleMentee {
			return "P, then + adds somebody you might ask"
		}
		return "P, then + adds somebody you might mentor"
	}
	return ""
}

// askOrOffer is what one side does first: a mentor offers, everybody else asks.
func askOrOffer(r journal.Role) string {
	if r == journal.RoleMentor {
		return "offer"
	}
	return "ask"
}

func (s Dates) dueSince(what string, on, today journal.Date) string {
	if on == today {
		return what + " is due today"
	}
	return what + " was due " + s.Long(on, today)
}

func (s Dates) plannedFor(what string, on, today journal.Date) string {
	if on == today {
		return what + " is planned for today"
	}
	return what + " was planned for " + s.Long(on, today)
}

// DirectionEmpty says that nobody is on one side.
func DirectionEmpty(r journal.Role) string {
	if r == journal.RoleMentee {
		return "Nobody mentors you just now."
	}
	return "You mentor nobody just now."
}

// WaitingSince says how long something to raise has waited, by the calendar of now's zone: "waiting
// since May", with the year where it is another one. It is "" in the first month, when there is
// nothing to say.
func WaitingSince(t, now time.Time) string {
	if t.IsZero() {
		return ""
	}
	today, day := journal.DateOf(now), journal.DateOf(t.In(now.Location()))
	switch {
	case today.DaysSince(day) < 28:
		return ""
	case day.Year == today.Year:
		return "waiting since " + day.Month.String()
	}
	return fmt.Sprintf("waiting since %s %d", day.Month, day.Year)
}

// NotedOn says when a goal was last noted, "" for never.
func (s Dates) NotedOn(g journal.Goal, today journal.Date) string {
	if len(g.Notes) == 0 {
		return ""
	}
	return "last note " + s.dayMonth(g.Notes[0].On, today)
}

// dayMonth is a date without its weekday: "9 Nov", with the year where it is another one.
func (s Dates) dayMonth(d, today journal.Date) string {
	if d.Year != today.Year {
		return s.DayAndYear(d)
	}
	return s.Short(d)
}

// GoalWords are a goal with what it is about behind it: "say what I think (confidence)".
func GoalWords(g journal.Goal) string {
	if g.Tag == "" {
		return g.Text
	}
	return g.Text + " (" + g.Tag + ")"
}
