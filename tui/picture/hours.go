package picture

import (
	"fmt"

	"bothways/journal"
	"bothways/tui/chart"
	"bothways/tui/wording"
)

// hours is how long conversations were, a line for each month or longer step.
func hours(in journal.Insights, dates wording.Dates) Picture {
	sum := in.HourSum()
	p := Picture{ID: "hours", Title: "Hours a month"}
	if sum.Timed < journal.LeastTimed {
		p.Sentence, p.More = tooLittle(sum.Timed, "conversation that says how long it was", "conversations that say how long they were"), "How many minutes it took is among the details of each conversation."
		return p
	}
	if in.HoursBy != journal.UnitMonth {
		p.Title = "Hours, " + wording.By(in.HoursBy)
	}
	p.Sentence = fmt.Sprintf("%s in all", wording.Hours(sum.Minutes))
	if told := in.Period.Told(); told.Months() > 1 {
		months := told.Months()
		p.Sentence += fmt.Sprintf(", about %s a month%s", wording.Hours((sum.Minutes+months/2)/months), since(in.Period, told.From))
	}
	switch without := sum.Talks - sum.Timed; {
	case without == 1:
		p.Sentence += "; 1 of " + wording.Count(sum.Talks) + " conversations does not say how long it was"
	case without > 1:
		p.Sentence += fmt.Sprintf("; %s of %s conversations do not say how long they were", wording.Count(without), wording.Count(sum.Talks))
	}
	p.Sentence += "."
	most, steps := 0, make([]step, len(in.Hours))
	for i, h := range in.Hours {
		most, steps[i] = max(most, h.Minutes), step{h.Days, h.Talks}
	}
	p.Rows, p.Cols, p.Begin = len(in.Hours), 1, Spot{lastWith(steps), 0}
	p.draw = func(w, _ int, at Spot, on bool) []chart.Row {
		lines := make([]chart.Line, len(in.Hours))
		for i, h := range in.Hours {
			lines[i] = chart.Line{Label: dates.StepShort(in.HoursBy, h.Days), Value: wording.Hours(h.Minutes)}
			switch {
			case h.Talks == 0:
				lines[i].Value = "-"
			case h.Timed == 0:
				lines[i].Value = "unsaid"
			}
		}
		room := min(40, chart.Room(lines, w, 0))
		for i, h := range in.Hours {
			lines[i].Drawn = chart.Bar([]chart.Part{{N: h.Minutes, Fill: chart.Full, As: chart.Up}}, max(most, room), room)
		}
		return chart.Lines(lines, w, chosenRow(at, on))
	}
	p.part = func(at Spot) Part {
		h := in.Hours[at.Row]
		says := dates.Step(in.HoursBy, h.Days) + ": " + wording.Counted(h.Talks, "conversation", "conversations")
		if h.Timed > 0 {
			says += ", " + wording.Hours(h.Minutes)
		}
		if without := h.Talks - h.Timed; without > 0 {
			says += "; " + wording.Count(without) + " without a length"
		}
		return Part{says, h.Talks, journal.Pick{Of: journal.PickSessions, Days: h.Days}}
	}
	return p
}
