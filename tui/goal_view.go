package tui

import (
	"cmp"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/widget"
)

// render draws the goals, and below the chosen one what was noted on it last.
func (p *goalsPart) render(w, h int) ([]string, int) {
	th := p.env.Theme
	if len(p.goals) == 0 {
		return strings.Split(indent(th.Faint, "What you work toward together can stand here, with a line now and then on how it goes. "+p.env.key("add goal", "+")+" adds a goal.", w), "\n"), -1
	}
	col := p.aboutColumn(w)
	var rows []string
	at, to := 0, 0
	for i, g := range p.goals {
		if i == 0 || (g.State == journal.GoalOpen) != (p.goals[i-1].State == journal.GoalOpen) {
			if i > 0 {
				rows = append(rows, "")
			}
			rows = append(rows, "  "+th.Heading.Render(widget.Cut(goalHead(g), w-3)))
		}
		chosen := i == p.list.At
		if chosen {
			at = len(rows)
		}
		there := func() tea.Cmd { p.move(i - p.list.At); return nil }
		rows = append(rows, p.env.spots.row(p.row(g, chosen, col, w), chosen, there))
		if chosen {
			rows = append(rows, p.env.spots.rows(p.below(g, w), chosen, there)...)
			to = len(rows)
		}
	}
	return window(rows, at, to, h)
}

func goalHead(g journal.Goal) string {
	if g.State == journal.GoalOpen {
		return "WORKING TOWARD"
	}
	return "REACHED OR LET GO"
}

// window is the h rows of a list around those from at to to, and where at is among them. The heading
// right above the chosen row stays in sight where there is room.
func window(rows []string, at, to, h int) ([]string, int) {
	if h <= 0 || len(rows) == 0 {
		return nil, -1
	}
	if to-at+2 <= h {
		to = min(len(rows), to+1)
	}
	top := inSight(max(0, at-h/2), max(0, at-1), to, h, len(rows))
	if at-top >= h { // what is chosen comes before all else
		top = at
	}
	return rows[top:min(len(rows), top+h)], at - top
}

// aboutColumn is how wide the column of what goals are about is, in cells.
func (p *goalsPart) aboutColumn(w int) int {
	col := 0
	for _, g := range p.goals {
		col = max(col, ansi.StringWidth(p.about(g)))
	}
	return min(col, 21, max(0, w/4))
}

// about is what a goal is about, in a word or two.
func (p *goalsPart) about(g journal.Goal) string {
	return cmp.Or(p.env.Veil.Words(g.Tag), string(g.Kind))
}

// row is a goal on one row: what it is about first, the words last.
func (p *goalsPart) row(g journal.Goal, chosen bool, col, w int) string {
	th := p.env.Theme
	text := th.Text
	if chosen {
		text = th.Selected
	}
	sign := th.Faint.Render(" ·")
	switch g.State {
	case journal.GoalReached:
		sign = th.Good.Render(" ✓")
	case journal.GoalLetGo:
		sign = th.Faint.Render(" –")
	}
	head, used := chosenMark(chosen)+sign+" ", 5
	if col > 0 {
		head, used = head+th.Faint.Render(widget.Pad(p.about(g), col))+"  ", used+col+2
	}
	return head + text.Render(widget.Cut(p.env.Veil.Words(g.Text), w-used-1))
}

// below is what was noted last on the chosen goal.
func (p *goalsPart) below(g journal.Goal, w int) []string {
	th := p.env.Theme
	said := "no note on it yet"
	if len(g.Notes) > 0 {
		said = p.env.Dates.Long(g.Notes[0].On, p.env.Day()) + " · " + oneLine(p.env.Veil.Words(g.Notes[0].Text))
	}
	var rows []string
	for _, r := range widget.Wrap(said, max(1, min(w-7, 70)), 2) {
		rows = append(rows, "     "+th.Faint.Render(r))
	}
	return rows
}
