package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/theme"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// besideFrom is the width from which two answers stand side by side, in cells.
const besideFrom = 76

// answerRows is the most rows drawn of one answer.
const answerRows = 200

// Render draws the page.
func (s *QuestionScreen) Render(w, h int) (string, *tea.Cursor) {
	th := s.env.Theme
	if shown, unread := s.env.unread("", s.read, s.err, w); unread {
		return shown, nil
	}
	p, ok := s.prompt()
	if !ok {
		return s.through(w), nil
	}
	rows := []string{s.head(w), ""}
	quiet := !s.isKept() && !s.earlier
	if quiet && h > 14 {
		rows = append(rows, "")
	}
	rows = append(rows, questionRows(s.env.Veil.Words(p.Text), th, w, max(2, h-8))...)
	rows = append(rows, "")
	if p.Seconds > 0 && !s.isKept() {
		rows = append(rows, "      "+s.clock.row(th, " · "+s.env.key("time", "space")), "")
	}
	cur := tea.NewCursor(0, 2)
	if quiet {
		if said := s.said(p); said != "" {
			rows = append(rows, "      "+th.Faint.Render(widget.Cut(said, w-8)), "")
		}
		if from := cited(p.Sources); from != "" {
			rows = append(rows, "  "+th.Faint.Render(widget.Cut(from, w-4)))
		}
		return strings.Join(rows[:min(len(rows), h)], "\n"), cur
	}
	rows = append(rows, s.answerArea(w, h-len(rows))...)
	return strings.Join(rows[:min(len(rows), h)], "\n"), cur
}

// head says which set it is, how far one is in it, and whom it is about.
func (s *QuestionScreen) head(w int) string {
	th := s.env.Theme
	var tail []string
	if !s.start.Alone {
		tail = append(tail, fmt.Sprintf("%d of %d", s.at+1, len(s.prompts)))
	}
	if s.person != "" {
		tail = append(tail, "about "+s.person)
	}
	return titleRow(s.set.Title, tail, th, w)
}

// titleRow is a title with a few facts behind it.
func titleRow(title string, tail []string, th *theme.Theme, w int) string {
	behind := ""
	if len(tail) > 0 {
		behind = " · " + strings.Join(tail, " · ")
	}
	title = widget.Cut(title, max(12, w-4-ansi.StringWidth(widget.Cut(behind, w/2))))
	return "  " + th.Strong.Render(title) + th.Faint.Render(widget.Cut(behind, w/2))
}

// questionRows is a question, large and quiet: on its own, with air around it.
func questionRows(text string, th *theme.Theme, w, most int) []string {
	var rows []string
	for _, line := range widget.Wrap(text, min(w-12, 64), most) {
		rows = append(rows, "      "+th.Strong.Render(line))
	}
	return rows
}

// said is what there is to know about the question before it is answered.
func (s *QuestionScreen) said(p journal.Prompt) string {
	if len(s.answers) == 0 {
		return ""
	}
	last := wording.Ago(s.answers[0].At, s.env.Now())
	if len(s.answers) == 1 {
		return "You answered this once, " + last + "."
	}
	return fmt.Sprintf("You answered this %s, the last time %s.", times(len(s.answers)), last)
}

func times(n int) string {
	switch {
	case n == 2:
		return "twice"
	case n >= earlierAnswers:
		return "many times"
	}
	return fmt.Sprintf("%d times", n)
}

// answerArea is the answers: the one that was kept just now, and the earlier ones beside it, or
// below it in a narrow window.
func (s *QuestionScreen) answerArea(w, h int) []string {
	older := s.older()
	if !s.isKept() {
		return s.window(s.answersRows("EARLIER", older, min(w-6, s.env.measure()), h), h)
	}
	var now []journal.ReflectionView
	for _, a := range s.answers {
		if a.ID == s.kept {
			now = append(now, a)
		}
	}
	if w < besideFrom || len(older) == 0 {
		rows := s.answersRows("NOW", now, min(w-6, s.env.measure()), h)
		if len(older) > 0 {
			rows = append(rows, s.answersRows("EARLIER", older, min(w-6, s.env.measure()), h)...)
		} else {
			rows = append(rows, "  "+s.env.Theme.Faint.Render(widget.Cut("This is your first answer to it. The next one will stand beside it.", w-4)))
		}
		return s.window(rows, h)
	}
	each := min(64, (w-5)/2)
	left := s.answersRows("NOW", now, each-3, h)
	if len(left) <= h { // it stays where it is while the earlier ones go by
		right := s.window(s.answersRows("EARLIER", older, each-3, h), h)
		return widget.Columns(left, right, each, s.env.Theme.Rule.Render("│"))
	}
	return s.window(widget.Columns(left, s.answersRows("EARLIER", older, each-3, h), each, s.env.Theme.Rule.Render("│")), h)
}

// answersRows are answers as far down as the page shows them, and a page more.
func (s *QuestionScreen) answersRows(head string, all []journal.ReflectionView, w, h int) []string {
	return answersRows(head, all, s.env, w, s.scroll+2*max(1, h))
}

// answersRows are at least most rows of answers under a heading, each with its day, where there are
// so many.
func answersRows(head string, all []journal.ReflectionView, env *Env, w, most int) []string {
	th := env.Theme
	var rows []string
	for i, a := range all {
		if len(rows) > most {
			break
		}
		day := env.Dates.Long(journal.DateOf(a.At), env.Day())
		if i == 0 {
			rows = append(rows, "  "+th.Heading.Render(head)+th.Faint.Render(widget.Cut("  "+day, w-len(head))))
		} else {
			rows = append(rows, "  "+th.Faint.Render(widget.Cut(day, w)))
		}
		for _, r := range widget.Wrap(env.Veil.Words(strings.TrimSpace(a.Text)), w, min(answerRows, most+1)) {
			rows = append(rows, "  "+th.Text.Render(r))
		}
		rows = append(rows, "")
	}
	return rows
}

// window is what of the answers is in sight.
func (s *QuestionScreen) window(rows []string, h int) []string {
	s.page = max(1, h-2)
	for len(rows) > 0 && rows[len(rows)-1] == "" {
		rows = rows[:len(rows)-1]
	}
	s.scroll = max(0, min(s.scroll, len(rows)-max(1, h)))
	rows = rows[s.scroll:]
	if h > 1 && len(rows) > h {
		rows = append(rows[:h-1:h-1], "  "+s.env.Theme.Faint.Render("↓ more"))
	}
	return rows
}

// through is the page after the last question of a set.
func (s *QuestionScreen) through(w int) string {
	th := s.env.Theme
	said := "That was the last question of this set. It begins at the first again another time."
	if len(s.prompts) == 0 {
		said = "Every question of this set is hidden, or there is none yet. " + s.env.key("reflect", "R") + " shows the sets, and the questions in each."
	}
	return titleRow(s.set.Title, nil, th, w) + "\n\n" + indent(th.Text, said, w)
}
