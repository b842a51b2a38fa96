package tui

import (
	"cmp"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// doRows are the drafts, what to follow up and what is coming, scrolled to the cursor. The number
// is the row of the cursor.
func (t *TodayScreen) doRows(w, h int) ([]string, int) {
	th, day := t.env.Theme, t.env.Day()
	list := &t.list[partDo]
	here := t.part == partDo
	var rows []string
	cur, i := -1, 0
	add := func(draw func(chosen bool) string) {
		chosen := here && i == list.At
		if chosen {
			cur = len(rows)
		}
		row := i
		rows = append(rows, t.env.spots.row(draw(chosen), chosen, func() tea.Cmd { return t.point(partDo, row) }))
		i++
	}
	head := func(s string) {
		if len(rows) > 0 {
			rows = append(rows, "")
		}
		rows = append(rows, "  "+th.Heading.Render(s))
	}
	if len(t.data.Drafts) > 0 {
		head("NOT KEPT YET")
		for _, d := range t.data.Drafts {
			add(func(chosen bool) string { return t.draftRow(d, chosen, w) })
		}
	}
	if t.data.MoreDrafts > 0 {
		rows = append(rows, "  "+th.Faint.Render(widget.Cut(fmt.Sprintf("and %d older ones, once these are kept or set aside", t.data.MoreDrafts), w-2)))
	}
	head("TO FOLLOW UP")
	if len(t.data.FollowUp) == 0 {
		rows = append(rows, "  "+th.Faint.Render(widget.Cut("Nothing is waiting.", w-2)))
	}
	names := calledIn(t.data.FollowUp)
	fit := t.fit(h - len(rows))
	i += fit.follow.from
	for _, a := range t.data.FollowUp[fit.follow.from:fit.follow.to] {
		add(func(chosen bool) string {
			return actionRow(a, t.env, names.name(t.env.Veil, a.PersonName), chosen, w)
		})
	}
	i += len(t.data.FollowUp) - fit.follow.to
	if more := t.data.More + len(t.data.FollowUp) - fit.follow.len(); more > 0 {
		rows = append(rows, "  "+th.Faint.Render(widget.Cut(fmt.Sprintf("and %s more: %s shows all", wording.Count(more), t.env.key("actions", "a")), w-2)))
	}
	if len(t.coming) > 0 {
		head("COMING UP")
		if more := len(t.coming) - fit.coming.len(); more > 0 {
			rows[len(rows)-1] += th.Faint.Render(fmt.Sprintf("  and %d more", more))
		}
		i += fit.coming.from
		for _, c := range t.coming[fit.coming.from:fit.coming.to] {
			add(func(chosen bool) string { return t.comingRow(c, day, chosen, w) })
		}
	}
	return scrollTo(rows, cur, h, "  "+th.Faint.Render(moreBelow))
}

func (t *TodayScreen) draftRow(d journal.DraftView, chosen bool, w int) string {
	th, mark, style := t.env.Theme, "  ", t.env.Theme.Text
	if chosen {
		mark, style = "❯ ", th.Selected
	}
	who, words := wording.FirstName(d.Name), firstWords(t.env.Veil.Words(d.Text))
	if t.env.Veil.On() {
		who = t.env.Veil.Name(d.Name)
	}
	if d.Kind == journal.DraftAnswer {
		who, words = cmp.Or(who, "–"), cmp.Or(words, firstWords(d.Asked.Question))
	}
	words = cmp.Or(words, "a check-in, no words yet")
	return mark + th.Overdue.Render(" ✎ "+widget.Pad(t.env.Dates.Due(journal.DateOf(d.UpdatedAt.In(t.env.Now().Location())), t.env.Day()), 7)) + th.Faint.Render(widget.Pad(who, 8)) + " " + style.Render(widget.Cut(words, w-21))
}

func directionHead(r journal.Role) string {
	switch r {
	case journal.RoleMentor:
		return "I mentor"
	case journal.RoleMentee:
		return "I am mentored by"
	}
	return "Both ways"
}

// scrollTo is the part of rows that fits into h with the cursor in it. more is the last row where
// there are others below it: a heading alone says nothing.
func scrollTo(rows []string, cur, h int, more string) ([]string, int) {
	if len(rows) <= h || h <= 0 {
		return rows, cur
	}
	top := max(0, min(cur-h+3, len(rows)-h))
	if cur < h-2 {
		top = 0
	}
	shown := slices.Clone(rows[top : top+h])
	if below := len(rows) - top - h; below > 0 && cur-top < h-1 {
		shown[h-1] = more
	}
	return shown, cur - top
}

// firstWords is the beginning of a text on one row.
func firstWords(s string) string {
	return wording.OneLine(s[:min(len(s), 400)])
}
