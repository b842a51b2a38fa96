package tui

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// comingDay is a day that is coming, and with whom.
type comingDay struct {
	journal.Coming
	rel journal.RelationshipSummary
}

// comingDays are the next ones, soonest first.
func comingDays(t journal.Today, soft softly, day journal.Date) []comingDay {
	var all []comingDay
	for _, r := range t.Coming {
		for _, c := range journal.Comings(day, r.Relationship, soft.standings[r.ID]) {
			all = append(all, comingDay{c, r})
		}
	}
	slices.SortStableFunc(all, func(a, b comingDay) int { return cmp.Compare(a.On.DaysSince(day), b.On.DaysSince(day)) })
	return all[:min(len(all), todayComing)]
}

// chosenComing is the day that is coming the cursor is on, nil for none.
func (t *TodayScreen) chosenComing() *comingDay {
	i := t.list[partDo].At - len(t.data.Drafts) - len(t.data.FollowUp)
	if t.part != partDo || i < 0 || i >= len(t.coming) {
		return nil
	}
	return &t.coming[i]
}

// comingDoing is what the key w does about a day that is coming.
func (t *TodayScreen) comingDoing(c comingDay) Action {
	act := Action{ID: "act", Group: groupHere, Writes: true, Keys: []string{"w"}, Foot: true}
	r, planned := c.rel, t.soft.standings[c.rel.ID].Planned
	switch {
	case c.Kind == journal.ComingTalk:
		act.Name, act.Help, act.Foot = "when next", "set the day of the next conversation", false
		act.Run = func() tea.Cmd { return askComingDay(t.env, r) }
	case c.Kind == journal.ComingAsking:
		act.Name, act.Help = askingWords(r.Role).asked, "you have, or another day you mean to"
		act.Run = func() tea.Cmd { return askAsked(t.env, r) }
	case c.On == t.env.Day():
		act.Name, act.Help = "hold review", "look at how it goes between you"
		act.Run = func() tea.Cmd { return holdReview(t.env, r.ID) }
	default:
		// It is looked at on its last day, unless somebody says otherwise.
		act.Name, act.Help = "plan review", "a day to look at how it goes between you"
		day := c.On
		if !planned.IsZero() {
			act.Name, act.Help = "move review", "take the one that is planned to another day"
			day = planned
		}
		act.Run = func() tea.Cmd { return askReviewOn(t.env, r, planned, day) }
	}
	return act
}

func (t *TodayScreen) comingRow(c comingDay, day journal.Date, chosen bool, w int) string {
	th, mark, style := t.env.Theme, "  ", t.env.Theme.Text
	if chosen {
		mark, style = "❯ ", th.Selected
	}
	on := t.env.Dates.Day(c.On, day)
	if c.On == day {
		on = "today"
	}
	name := t.env.Veil.Name(c.rel.PersonName)
	if c.Kind == journal.ComingTalk {
		name += purposeTail(t.env.Veil.Words(c.rel.Purpose))
	}
	before, behind := wording.ComingRow(c.Kind, c.rel.Role)
	name = widget.Cut(name, max(1, w-12-ansi.StringWidth(before+behind)))
	return mark + th.Faint.Render(" "+widget.Pad(on, 9)) + style.Render(widget.Cut(before+name+behind, w-12))
}
