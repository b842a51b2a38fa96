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
		p.Sentence, p.More = tooLittle(sum.Timed, "conversation that says how long it was", "conversations that say how long they were"), "In a conversation m changes its details, and its minutes are one of them."
		return p
	}
	if in.HoursBy != journal.UnitMonth {
		p.Title = "Hours, " + wording.By(in.HoursBy)
	}
	p.Sentence = fmt.Sprintf("%s in all", wording.Hours(sum.Minutes))
	if months := in.Period.Months(); months > 1 {
		p.Sentence += fmt.Sprintf(", about %s a month", wording.Hours((sum.Minutes+months/2)/months))
	}
	switch without := sum.Talks - sum.Timed; {
	case without == 1:
		p.Sentence += "; 1 of " + wording.Count(sum.Talks) + " conversations does not say how long it was"
	case without > 1:
		p.Sentence += fmt.Sprintf("; %s of %s conversations do not say how long they were", wording.Count(without), wording.Count(sum.Talks))
	}
	p.Sentence += "."
	p.Rows, p.Cols, p.Begin = len(in.Hours), 1, Spot{len(in.Hours) - 1, 0}
	most := 0
	for _, h := range in.Hours {
		most = max(most, h.Minutes)
	}
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
		says := dates.Step(in.HoursBy, h.Days) + ": " + counted(h.Talks, "conversation", "conversations")
		if h.Timed > 0 {
			says += ", " + wording.Hours(h.Minutes)
		}
		if without := h.Talks - h.Timed; without > 0 {
			says += fmt.Sprintf("; %d without a length", without)
		}
		return Part{says, h.Talks, journal.Pick{Of: journal.PickSessions, Days: h.Days}}
	}
	return p
}
