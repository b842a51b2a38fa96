package tui

import (
	"cmp"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/widget"
)

// lowBelow is the height below which the page leaves out the rows that only give air.
const lowBelow = 14

// Render draws the page: the question, the words, and earlier answers where they are asked for.
func (s *AnswerScreen) Render(w, h int) (string, *tea.Cursor) {
	th := s.env.Theme
	rows := s.asked(w, h)
	edW, edH := min(w-4, s.env.measure()+2), max(1, h-len(rows)-penFoot)
	beside := w >= panelFrom
	var below []string
	if s.earlier && !beside && edH > 3 {
		below = s.before(min(w-6, s.env.measure()), max(2, edH/2))
		edH = max(1, edH-len(below))
	}
	const hint = "Just begin. It can be changed later."
	if s.earlier && beside {
		edW = min(edW, w*3/5)
	}
	text, cur := s.area(edW, edH, hint)
	if s.earlier && beside {
		text = widget.Columns(text, s.before(w-edW-8, edH), edW+4, th.Rule.Render("│"))
	}
	if cur != nil {
		cur.Y += len(rows)
	}
	rows = append(append(append(rows, text...), below...), s.foot(w)...)
	return strings.Join(rows, "\n"), cur
}

// asked is what stands over the words: the head, the question and its time, with room left below for
// a few rows of words.
func (s *AnswerScreen) asked(w, h int) []string {
	const words = 3
	th, low := s.env.Theme, h < lowBelow
	air := func(rows []string) []string {
		if low {
			return rows
		}
		return append(rows, "")
	}
	rows := air([]string{s.head(w)})
	timed := s.clock.whole > 0 && (s.clock.running || s.clock.begun())
	if s.draft.Asked.Question != "" {
		room := h - len(rows) - penFoot - words
		if timed {
			room--
		}
		for _, r := range widget.Wrap(s.env.Veil.Words(s.draft.Asked.Question), min(w-4, s.env.measure()), max(1, min(6, room))) {
			rows = append(rows, "  "+th.Strong.Render(r))
		}
		rows = air(rows)
	}
	if timed && h-len(rows)-penFoot > 1 {
		rows = air(append(rows, "  "+s.clock.row(th, " · ctrl+g")))
	}
	return rows
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
	rows := answersRows("EARLIER", s.answers, s.env, w, h+1)
	if h > 1 && len(rows) > h {
		rows = append(rows[:h-1:h-1], "  "+s.env.Theme.Faint.Render("↓ more, once it is kept"))
	}
	return rows[:min(len(rows), max(0, h))]
}
