package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/theme"
	"bothways/tui/widget"
)

// Render draws the page.
func (s *WriteScreen) Render(w, h int) (string, *tea.Cursor) {
	return s.spread(w, h, s.head(w), "What stayed with you? Just begin.", s.panel)
}

// head says whom the note is about and when it was.
func (s *WriteScreen) head(w int) string {
	th := s.env.Theme
	when := s.env.Dates.Long(journal.DateOf(s.draft.At), s.env.Day())
	if journal.DateOf(s.draft.At) == s.env.Day() {
		when = "today"
	}
	minutes, kept := "", ""
	if s.draft.Minutes > 0 {
		minutes = fmt.Sprintf("%d min", s.draft.Minutes)
	}
	if s.draft.SessionID != 0 {
		kept = "editing a kept note"
	}
	parts := []string{s.draft.Role.Phrase(), when + s.draft.At.Format(" 15:04"), minutes, string(s.draft.Medium), kept}
	said := func() string {
		return " · " + strings.Join(slices.DeleteFunc(slices.Clone(parts), func(p string) bool { return p == "" }), " · ")
	}
	name := s.called()
	if !s.nobody() {
		name = s.env.Veil.Name(name)
	}
	for _, least := range []int{3, 2, 0} { // which ctrl+t shows too
		if ansi.StringWidth(name+said()) > w-4 {
			parts[least] = ""
		}
	}
	return headRow(name, said(), th, w)
}

// headRow is a name and what is said behind it, in one row of w cells: the name makes room first.
func headRow(name, behind string, th *theme.Theme, w int) string {
	name = widget.Cut(name, max(8, w-4-ansi.StringWidth(behind)))
	behind = widget.Cut(behind, max(0, w-4-ansi.StringWidth(name)))
	return "  " + th.Strong.Render(name) + th.Faint.Render(behind)
}

// panel is what stands beside the words in a wide window: what it is toward, questions, what was to
// be raised, and the lines that lift. In a low one questions make room for what was to be raised.
func (s *WriteScreen) panel(w, h int) []string {
	toward, topics := s.towardBeside(w), s.topicsBeside(w)
	var asks []string
	for n := min(mostBeside, len(s.asks)); n > 0; n-- {
		asks = s.asksBeside(w, n)
		if n == 1 || len(toward)+len(asks)+len(topics) <= h {
			break
		}
	}
	rows := slices.Concat(toward, asks, topics, s.formsBeside(w))
	return rows[:min(len(rows), h)]
}

func (s *WriteScreen) towardBeside(w int) []string {
	if s.rel.Purpose == "" {
		return nil
	}
	th := s.env.Theme
	rows := []string{th.Heading.Render("TOWARD")}
	for _, r := range widget.Wrap(s.env.Veil.Words(s.rel.Purpose), w, 3) {
		rows = append(rows, th.Text.Render(r))
	}
	return append(rows, "")
}

func (s *WriteScreen) topicsBeside(w int) []string {
	if len(s.topics) == 0 {
		return nil
	}
	th := s.env.Theme
	rows := []string{th.Heading.Render("TO RAISE")}
	for _, t := range s.topics {
		sign := "· "
		if s.raised(t.ID) {
			sign = "✓ "
		} else if t.Hard {
			sign = "? "
		}
		for i, r := range widget.Wrap(s.env.Veil.Words(t.Text), w-2, 2) {
			if i > 0 {
				sign = "  "
			}
			rows = append(rows, th.Faint.Render(sign)+th.Text.Render(r))
		}
	}
	return append(rows, "")
}

func (s *WriteScreen) formsBeside(w int) []string {
	th := s.env.Theme
	rows := []string{th.Heading.Render("LINES THAT LIFT")}
	for _, f := range liftForms() {
		if w >= 42 {
			rows = append(rows, th.Lifted.Render(widget.Pad(f[0], 22))+th.Faint.Render(widget.Cut(f[1], w-22)))
		} else {
			rows = append(rows, th.Lifted.Render(widget.Cut(f[0], w)), "  "+th.Faint.Render(widget.Cut(f[1], w-2)))
		}
	}
	return rows
}

// liftForms teaches the lines that become something.
func liftForms() [][2]string {
	return [][2]string{
		{"- [ ] send it fri", "an action of yours"},
		{"- [ ] @them … 1 dec", "one of theirs"},
		{"gave:  got:", "what went across"},
		{"shift:", "what changed"},
		{"ask:  ask!:", "to raise next time"},
		{"priv:", "told in confidence"},
	}
}
