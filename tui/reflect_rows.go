package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"bothways/journal"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// setRows draws the sets, and what is to be said of the chosen one beside or below them.
func (p *ReflectScreen) setRows(w, h int) ([]string, int) {
	th := p.env.Theme
	listWidth, room := w, h
	beside := w >= sidePanelFrom
	var about []string
	switch {
	case beside:
		listWidth = w * 55 / 100
		about = p.aboutSet(w-listWidth-4, h, true)
	case h >= wholeFrom:
		room -= belowSets
		about = p.aboutSet(min(w-6, 76), belowSets-1, false)
	}
	from, to := p.list.Window(room)
	var rows []string
	cur := -1
	for i := from; i < to; i++ {
		if i == p.list.At {
			cur = len(rows)
		}
		rows = append(rows, p.env.spots.row(p.setRow(p.rows[i], i == p.list.At, listWidth-1), i == p.list.At, func() tea.Cmd { return p.move(i - p.list.At) }))
	}
	if beside {
		return widget.Columns(rows, about, listWidth, th.Rule.Render("│")+" "), cur
	}
	return underList(rows, about), cur
}

// What stands below a list takes so many rows, the blank one over it counted.
const (
	belowSets  = 4
	belowWords = 5
)

// underList puts what is to be said of the chosen row under a list.
func underList(list, said []string) []string {
	if len(said) == 0 {
		return list
	}
	list = append(list, "")
	for _, row := range said {
		list = append(list, "    "+row)
	}
	return list
}

// setRowFrom is the width from which a row says in words how much there is of its set, in cells.
const setRowFrom = 64

// setRow is one set: when it was answered last and how much there is of it, its title last.
func (p *ReflectScreen) setRow(s journal.PromptSet, chosen bool, w int) string {
	th := p.env.Theme
	style := th.Text
	switch {
	case chosen:
		style = th.Selected
	case s.Hidden:
		style = th.Faint
	}
	much, used := widget.Pad(howMany(s), 14), 30
	if w < setRowFrom {
		much, used = widget.Pad(howManyShort(s), 6), 22
	}
	head := widget.Pad(wording.Ago(p.q.LastAnswered(s), p.env.Now()), 14) + much
	return chosenMark(chosen) + th.Faint.Render(head) + titled(s.Title, markOf(s.Own, s.Hidden), style, th.Faint, w-used)
}

// howMany says how many questions of a set are asked, or which of them it goes on at.
func howMany(s journal.PromptSet) string {
	all := s.Visible()
	if at := stoppedAt(s); at > 0 {
		return fmt.Sprintf(" at %d of %d", at, len(all))
	}
	switch len(all) {
	case 0:
		return " none yet"
	case 1:
		return " 1 question"
	}
	return fmt.Sprintf("%2d questions", len(all))
}

// howManyShort is howMany for a narrow row.
func howManyShort(s journal.PromptSet) string {
	n := len(s.Visible())
	if at := stoppedAt(s); at > 0 {
		return fmt.Sprintf("%2d/%d", at, n)
	}
	return fmt.Sprintf("%2d", n)
}

// stoppedAt is the number, from 1, of the question a set goes on at; 0 where it begins anew.
func stoppedAt(s journal.PromptSet) int {
	if s.At == "" {
		return 0
	}
	return slices.IndexFunc(s.Visible(), func(p journal.Prompt) bool { return p.ID == s.At }) + 1
}

// markOf is what is said of a set or a question behind its words.
func markOf(own, hidden bool) string {
	switch {
	case own && hidden:
		return " · yours · hidden"
	case own:
		return " · yours"
	case hidden:
		return " · hidden"
	}
	return ""
}

// titled is a title cut to leave room for the mark behind it, in w cells.
func titled(title, mark string, style, faint lipgloss.Style, w int) string {
	if journal.Blank(title) {
		title = "–"
	}
	return style.Render(widget.Cut(title, w-lipgloss.Width(mark))) + faint.Render(mark)
}

// aboutSet is what is to be said of the chosen set, in at most h rows of w cells; whole with its
// questions, each in as many of its rows as there is room for.
func (p *ReflectScreen) aboutSet(w, h int, whole bool) []string {
	s := p.chosen()
	if s == nil || w < 8 || h < 1 {
		return nil
	}
	for _, most := range []int{0, 4, 3, 2} {
		if rows := p.aboutSetIn(s, w, whole, most); len(rows) <= h || !whole {
			return rows[:min(len(rows), h)]
		}
	}
	rows := p.aboutSetIn(s, w, whole, 1)
	return rows[:min(len(rows), h)]
}

// aboutSetIn is aboutSet with at most so many rows for a question, 0 for as many as it needs.
func (p *ReflectScreen) aboutSetIn(s *journal.PromptSet, w int, whole bool, most int) []string {
	th := p.env.Theme
	var rows []string
	say := func(style lipgloss.Style, text string, most int) {
		for _, row := range widget.Wrap(p.env.Veil.Words(text), w, most) {
			rows = append(rows, style.Render(row))
		}
	}
	if whole {
		say(th.Strong, oneLine(s.Title), 2)
	}
	if s.About != "" {
		say(th.Faint, oneLine(s.About), 2)
	}
	if facts := p.setFacts(*s, !whole && w < setRowFrom-6); facts != "" {
		say(th.Faint, facts, 1)
	}
	if !whole {
		return rows
	}
	rows = append(rows, "")
	for i, q := range s.Visible() {
		style, mark := th.Text, "· "
		if i+1 == stoppedAt(*s) {
			mark = "› "
		}
		for j, row := range widget.Wrap(p.env.Veil.Words(oneLine(q.Text)), w-2, most) {
			if j > 0 {
				mark = "  "
			}
			rows = append(rows, mark+style.Render(row))
		}
	}
	return rows
}

// setFacts is where the set goes on, and what of it is hidden; with how much there is of it where
// the row has no room for that.
func (p *ReflectScreen) setFacts(s journal.PromptSet, much bool) string {
	var parts []string
	if at := stoppedAt(s); at > 0 {
		parts = append(parts, fmt.Sprintf("goes on at %d of %d", at, len(s.Visible())))
	} else if much {
		parts = append(parts, strings.TrimSpace(howMany(s)))
	}
	switch n := len(s.Prompts) - len(s.Visible()); n {
	case 0:
	case 1:
		parts = append(parts, "one question of it is hidden")
	default:
		parts = append(parts, fmt.Sprintf("%d questions of it are hidden", n))
	}
	return strings.Join(parts, " · ")
}
