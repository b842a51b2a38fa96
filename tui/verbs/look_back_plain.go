package verbs

import (
	"cmp"
	"strings"
	"time"

	"bothways/journal"
	"bothways/tui/safe"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// lookBackPlain prints the page.
func (a *app) lookBackPlain(p lookedBack) error {
	if p.day != nil {
		if err := a.thisDay(*p.day); err != nil {
			return err
		}
		if err := a.line(""); err != nil {
			return err
		}
	}
	b := p.back
	if err := a.line("%s\n", strings.ToUpper(a.config.Dates.Days(p.days))); err != nil {
		return err
	}
	if b.IsZero() {
		yet := ""
		if p.days.Has(journal.DateOf(a.now())) {
			yet = " yet"
		}
		return a.line("Nothing is kept from %s%s.", a.config.Dates.Days(p.days), yet)
	}
	if err := a.line("%s", wording.LookBack(b)); err != nil {
		return err
	}
	for _, part := range []func(journal.LookBack) error{
		a.pastSessions, a.pastShifts, a.pastActions, a.pastGoals, a.pastAnswers, a.pastReviews, a.pastExchanges, a.pastMeetings,
	} {
		if err := part(b); err != nil {
			return err
		}
	}
	return nil
}

// thisDay prints what was on this day in other years.
func (a *app) thisDay(d journal.ThisDay) error {
	day := a.config.Dates.InWords(d.On)
	if err := a.line("%s, IN OTHER YEARS\n", strings.ToUpper(day)); err != nil {
		return err
	}
	switch {
	case len(d.Memories) == 0:
		return a.line("Nothing is kept from this day yet; what you write today will stand here in a year.")
	case d.Week:
		if err := a.line("Nothing is kept from any %s; this is from the same week.\n", day); err != nil {
			return err
		}
	}
	for _, m := range d.Memories {
		if err := a.pastRow(widget.Pad(a.dayLong(m.On), dueWidth), m.PersonName, memorySaid(m)); err != nil {
			return err
		}
	}
	if d.More {
		a.aside("There is more from the years before; a month's page has it.")
	}
	return nil
}

// memorySaid is a conversation by its first words, and an answer by its question and those.
func memorySaid(m journal.Memory) string {
	if m.Kind == journal.MemoryAnswer && !journal.Blank(m.Question) {
		return safe.Line(m.Question) + " " + safe.Line(memoryWords(m))
	}
	return safe.Line(memoryWords(m))
}

// pastRow is a row of a day, a name and words.
func (a *app) pastRow(day, name, words string) error {
	return a.lineOf("  "+day+"  "+widget.Pad(safe.Line(cmp.Or(name, "-")), personWidth)+"  ", cmp.Or(words, "-"))
}

// heading prints a heading with a blank line above it.
func (a *app) heading(title string) error { return a.line("\n%s", title) }

// past prints things under a heading, where there are any.
func past[T any](a *app, title string, all []T, row func(T) error) error {
	if len(all) == 0 {
		return nil
	}
	if err := a.heading(title); err != nil {
		return err
	}
	for _, one := range all {
		if err := row(one); err != nil {
			return err
		}
	}
	return nil
}

// pastSessions prints the conversations, those of a year by month.
func (a *app) pastSessions(b journal.LookBack) error {
	var month time.Month
	return past(a, "CONVERSATIONS", b.Sessions, func(m journal.Memory) error {
		if b.Days.IsYear() && m.On.Month != month {
			above := "\n"
			if month == 0 {
				above = ""
			}
			if err := a.line("%s%s", above, m.On.Month); err != nil {
				return err
			}
		}
		month = m.On.Month
		return a.pastRow(a.config.Dates.Within(m.On), m.PersonName, safe.Line(memoryWords(m)))
	})
}

func (a *app) pastShifts(b journal.LookBack) error {
	return past(a, "SHIFTS", b.Shifts, a.pastLine)
}

func (a *app) pastLine(l journal.PastLine) error {
	return a.pastRow(a.config.Dates.Within(l.On), l.PersonName, safe.Line(l.Text))
}

func (a *app) pastActions(b journal.LookBack) error {
	row := func(v journal.ActionView) error {
		words := cmp.Or(safe.Line(v.Text), "-")
		if v.Outcome != "" {
			words += " → " + safe.Line(v.Outcome)
		}
		if v.Owner == journal.OwnerThem {
			words += " (theirs)"
		}
		return a.pastRow(a.config.Dates.Within(journal.DateOf(v.ClosedAt)), v.PersonName, words)
	}
	if err := past(a, "ACTIONS DONE", b.Closed(journal.ActionDone), row); err != nil {
		return err
	}
	return past(a, "ACTIONS LET GO", b.Closed(journal.ActionDropped), row)
}

func (a *app) pastGoals(b journal.LookBack) error {
	row := func(g journal.PastGoal) error {
		return a.pastRow(a.config.Dates.Within(journal.DateOf(g.ClosedAt)), g.PersonName, safe.Line(g.Text))
	}
	if err := past(a, "GOALS REACHED", b.GoalsIn(journal.GoalReached), row); err != nil {
		return err
	}
	return past(a, "GOALS LET GO", b.GoalsIn(journal.GoalLetGo), row)
}

// pastAnswers prints each answer below its question.
func (a *app) pastAnswers(b journal.LookBack) error {
	return past(a, "ANSWERS", b.Answers, func(m journal.Memory) error {
		lead, words := a.config.Dates.Within(m.On), safe.Line(memoryWords(m))
		if journal.Blank(m.Question) {
			return a.pastRow(lead, m.PersonName, words)
		}
		if err := a.pastRow(lead, m.PersonName, safe.Line(m.Question)); err != nil {
			return err
		}
		return a.lineOf(strings.Repeat(" ", 2+len(lead)+2+personWidth+2), words)
	})
}

func (a *app) pastReviews(b journal.LookBack) error {
	err := past(a, "AGREED", b.Agreements, func(v journal.PastAgreement) error {
		return a.pastRow(a.config.Dates.Within(v.On), v.PersonName, "what you expect of each other")
	})
	if err != nil {
		return err
	}
	return past(a, "REVIEWS", b.Reviews, func(v journal.PastReview) error {
		said := "held, nothing decided"
		if v.Decision != "" {
			said = "decided: " + string(v.Decision)
		}
		return a.pastRow(a.config.Dates.Within(journal.DateOf(v.HeldAt)), v.PersonName, said)
	})
}

func (a *app) pastExchanges(b journal.LookBack) error {
	if err := past(a, "GIVEN", b.Went(journal.Gave), a.pastLine); err != nil {
		return err
	}
	return past(a, "RECEIVED", b.Went(journal.Got), a.pastLine)
}

func (a *app) pastMeetings(b journal.LookBack) error {
	return past(a, "TALKED WITH FOR THE FIRST TIME", b.Met, func(m journal.Meeting) error {
		return a.line("  %s  %s", a.config.Dates.Within(m.On), safe.Line(m.PersonName))
	})
}
