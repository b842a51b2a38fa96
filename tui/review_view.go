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

// Render draws the page.
func (s *ReviewScreen) Render(w, h int) (string, *tea.Cursor) {
	return s.spread(w, h, s.head(w), "How does it go between you? "+s.env.textKey("question", "ctrl+o")+" brings a question.", s.panel)
}

// head says with whom it is, and whether it was planned.
func (s *ReviewScreen) head(w int) string {
	th, today := s.env.Theme, s.env.Day()
	tail := " · a review"
	switch {
	case !s.ready:
	case s.held:
		tail = " · editing the review of " + s.env.Dates.Long(journal.DateOf(s.draft.At), today)
	case !s.review.Due.IsZero():
		tail += " · planned for " + s.env.Dates.Long(s.review.Due, today)
		if s.details {
			tail += " · " + s.begunOn(today)
		}
	default:
		tail += " · " + s.begunOn(today)
	}
	if role := " · " + s.rel.Role.Phrase(); s.rel.ID != 0 && ansi.StringWidth(s.name+tail+role) <= w-4 {
		tail += role
	}
	return headRow(cmp.Or(s.name, "Nobody"), tail, th, w)
}

// begunOn is the day it counts as held on: the one that was said, or else the one it was begun on.
func (s *ReviewScreen) begunOn(today journal.Date) string {
	switch day := journal.DateOf(s.draft.At); {
	case day == today:
		return "today"
	case s.details:
		return "held " + s.env.Dates.Long(day, today)
	default:
		return "begun " + s.env.Dates.Long(day, today)
	}
}

// panel is what stands beside the words in a wide window: what it is toward, questions, and what was
// decided last time. In a low one questions make room.
func (s *ReviewScreen) panel(w, h int) []string {
	toward, last := s.towardBeside(w), s.lastBeside(w)
	var asks []string
	for n := min(mostReviewBeside, len(s.asks)); n > 0; n-- {
		asks = s.asksBeside(w, n)
		if n == 1 || len(toward)+len(asks)+len(last) <= h {
			break
		}
	}
	rows := slices.Concat(toward, asks, last)
	return rows[:min(len(rows), h)]
}

// mostReviewBeside is how many questions stand beside a review.
const mostReviewBeside = 6

func (s *ReviewScreen) asksBeside(w, n int) []string {
	th := s.env.Theme
	rows := []string{th.Heading.Render(widget.Cut(asksHead(journal.MomentReview, s.rel.Role), w))}
	for _, o := range s.asks[:n] {
		for _, r := range widget.Wrap(s.env.Veil.Words(oneLine(o.Prompt.Text)), w, 0) {
			rows = append(rows, th.Text.Render(r))
		}
		rows = append(rows, "")
	}
	return rows
}

// towardBeside is the purpose and the open goals.
func (s *ReviewScreen) towardBeside(w int) []string {
	const most = 3
	if s.rel.Purpose == "" && len(s.goals) == 0 {
		return nil
	}
	th := s.env.Theme
	rows := []string{th.Heading.Render("TOWARD")}
	for _, r := range widget.Wrap(s.env.Veil.Words(s.rel.Purpose), w, most) {
		rows = append(rows, th.Text.Render(r))
	}
	for _, g := range s.goals[:min(len(s.goals), most)] {
		sign := "· "
		for _, r := range widget.Wrap(s.env.Veil.Words(g.Text), w-2, 2) {
			rows, sign = append(rows, th.Faint.Render(sign)+th.Text.Render(r)), "  "
		}
	}
	return append(rows, "")
}

// lastBeside is when the last review was and what it came to.
func (s *ReviewScreen) lastBeside(w int) []string {
	if s.last.ID == 0 {
		return nil
	}
	th := s.env.Theme
	rows := []string{th.Heading.Render(widget.Cut("LAST TIME, "+s.env.Dates.Long(journal.DateOf(s.last.HeldAt), s.env.Day()), w))}
	said := cmp.Or(string(s.last.Decision), "nothing was decided")
	if told := wording.ReviewTold(s.env.Veil.Words(s.last.Text)); told != "" {
		said += " · " + told
	}
	for _, r := range widget.Wrap(said, w, 4) {
		rows = append(rows, th.Text.Render(r))
	}
	return rows
}
