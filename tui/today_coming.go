package tui

import (
	"cmp"
	"slices"

	"bothways/journal"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// comingDay is a day that is coming: of a conversation, or of a review.
type comingDay struct {
	on     journal.Date
	rel    journal.RelationshipSummary
	review bool
}

// comingDays are the next ones, soonest first. A review counts as coming while its day is ahead; on
// its day it is spoken of behind the name. A paused relationship is silent about its reviews.
func comingDays(t journal.Today, soft softly, day journal.Date) []comingDay {
	var all []comingDay
	for _, r := range t.Coming {
		all = append(all, comingDay{on: r.NextSession, rel: r})
	}
	for _, r := range t.People {
		if on := soft.standings[r.ID].Planned; on.After(day) && r.State != journal.StatePaused {
			all = append(all, comingDay{on, r, true})
		}
	}
	slices.SortStableFunc(all, func(a, b comingDay) int { return cmp.Compare(a.on.DaysSince(day), b.on.DaysSince(day)) })
	return all[:min(len(all), todayComing)]
}

// isReview reports whether the cursor is on a review that is coming.
func (t *TodayScreen) isReview() bool {
	i := t.list[partDo].At - len(t.data.Drafts) - len(t.data.FollowUp)
	return t.part == partDo && i >= 0 && i < len(t.coming) && t.coming[i].review
}

func (t *TodayScreen) comingRow(c comingDay, day journal.Date, chosen bool, w int) string {
	th, mark, style := t.env.Theme, "  ", t.env.Theme.Text
	if chosen {
		mark, style = "❯ ", th.Selected
	}
	words := c.rel.PersonName + purposeTail(c.rel.Purpose)
	if c.review {
		const what = " · review"
		words = widget.Cut(c.rel.PersonName, w-12-len(what)+1) + what
	}
	return mark + th.Faint.Render(" "+widget.Pad(wording.DayLabel(c.on, day), 9)) + style.Render(widget.Cut(words, w-12))
}
