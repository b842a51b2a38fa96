package tui

import (
	"cmp"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/widget"
)

// Render draws the page: the question, the words, and earlier answers where they are asked for.
func (s *AnswerScreen) Render(w, h int) (string, *tea.Cursor) {
	th := s.env.Theme
	rows := []string{s.head(w), ""}
	if s.draft.Asked.Question != "" {
		for _, r := range widget.Wrap(s.draft.Asked.Question, min(w-4, measure), max(1, min(6, h/4))) {
			rows = append(rows, "  "+th.Strong.Render(r))
		}
		rows = append(rows, "")
	}
	if s.clock.whole > 0 && (s.clock.running || s.clock.begun()) {
		rows = append(rows, "  "+s.clock.row(th, " · ctrl+g"), "")
	}
	edW, edH := min(w-4, measure+2), max(1, h-len(rows)-penFoot)
	beside := w >= panelFrom
	var below []string
	if s.earlier && !beside && edH > 5 {
		below = s.before(min(w-6, measure), edH/2)
		edH -= len(below)
	}
	text, cur := s.area(edW, edH, "Just begin. It can be changed later.")
	if s.earlier && beside {
		edW = min(edW, w*3/5)
		text, cur = s.area(edW, edH, "Just begin. It can be changed later.")
		text = widget.Columns(text, s.before(w-edW-8, edH), edW+4, th.Rule.Render("│"))
	}
	if cur != nil {
		cur.Y += len(rows)
	}
	rows = append(append(append(rows, text...), below...), s.foot(w)...)
	return strings.Join(rows, "\n"), cur
}

// head says which moment this is, and whom it is about.
func (s *AnswerScreen) head(w int) string {
	title, tail := cmp.Or(s.title, "A question"), []string{}
	if s.draft.Asked == (journal.Asked{}) {
		title = "Free words"
	}
	if s.person != "" {
		tail = append(tail, "about "+s.person)
	}
	if s.kept() {
		tail = append(tail, "editing a kept answer")
	}
	return titleRow(title, tail, s.env.Theme, w)
}

// before is the earlier answers in at most h rows.
func (s *AnswerScreen) before(w, h int) []string {
	rows := answersRows("EARLIER", s.answers, s.env.Theme, s.env, w)
	if h > 1 && len(rows) > h {
		rows = append(rows[:h-1:h-1], "  "+s.env.Theme.Faint.Render("↓ more, once it is kept"))
	}
	return rows[:min(len(rows), max(0, h))]
}
