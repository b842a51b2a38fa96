package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/theme"
	"bothways/tui/widget"
)

const (
	// mostBeside is how many questions stand beside the words in a wide window.
	mostBeside = 3
	// asksOffered is how many are offered of each moment.
	asksOffered = 8
)

// headingMsg puts a question into a note.
type headingMsg struct{ to, text string }

func (m headingMsg) target() string { return m.to }

// heading is a question as it stands in a note.
func heading(question string) string { return "## " + oneLine(question) }

// asksFor are the questions that fit a note: those for after a conversation, then those for before
// it, which may just as well be looked back on.
func asksFor(q journal.Questions, role journal.Role, day journal.Date) []journal.Offered {
	var out []journal.Offered
	for _, m := range []journal.Moment{journal.MomentAfter, journal.MomentBefore} {
		out = append(out, journal.Offer(q, journal.Occasion{Day: day, Moment: m, Roles: []journal.Role{role}}, asksOffered)...)
	}
	return out
}

// fitAsks chooses the questions that fit the role of the day.
func (s *WriteScreen) fitAsks() { s.asks = asksFor(s.questions, s.draft.Role, s.env.Day()) }

// asksBeside are the first n questions as rows beside the words.
func (s *WriteScreen) asksBeside(w, n int) []string {
	th := s.env.Theme
	rows := []string{th.Heading.Render(widget.Cut(asksHead(s.asks[0].Prompt.Moment, s.draft.Role), w))}
	for _, o := range s.asks[:min(len(s.asks), n)] {
		for _, r := range widget.Wrap(oneLine(o.Prompt.Text), w, 0) {
			rows = append(rows, th.Text.Render(r))
		}
		rows = append(rows, "")
	}
	return rows
}

// asksHead says which questions these are.
func asksHead(m journal.Moment, r journal.Role) string {
	head := "AFTER"
	switch m {
	case journal.MomentBefore:
		head = "BEFORE"
	case journal.MomentReview:
		head = "LOOKING BACK"
	}
	switch r {
	case journal.RoleMentor:
		return head + ", AS MENTOR"
	case journal.RoleMentee:
		return head + ", AS MENTEE"
	}
	return head + ", BOTH WAYS"
}

// askList chooses a question to put into a note.
type askList struct {
	to    string
	role  journal.Role
	asks  []journal.Offered
	list  widget.List
	top   int // the first row drawn
	theme *theme.Theme
}

func (s *WriteScreen) chooseHeading() tea.Cmd {
	l := &askList{to: s.ID(), role: s.draft.Role, asks: s.asks, theme: s.env.Theme}
	l.list.SetLen(len(l.asks))
	return ask(l)
}

func (l *askList) Title() string           { return "A question as a heading" }
func (l *askList) Hint() string            { return "enter put it in · ↑↓ move · esc never mind" }
func (l *askList) setTheme(t *theme.Theme) { l.theme = t }

func (l *askList) Update(msg tea.Msg) (bool, tea.Cmd) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return false, nil
	}
	switch k.String() {
	case "esc":
		return true, nil
	case "down", "j", "ctrl+o", "tab":
		l.list.Move(1)
	case "up", "k", "shift+tab":
		l.list.Move(-1)
	case "enter":
		return true, send(headingMsg{to: l.to, text: l.asks[l.list.At].Prompt.Text})
	}
	return false, nil
}

// Render draws each question whole, under the moment it is for.
func (l *askList) Render(w, h int) (string, *tea.Cursor) {
	var rows []string
	var moment journal.Moment
	at, below := 0, 0 // the rows of the chosen one
	for i, o := range l.asks {
		if o.Prompt.Moment != moment {
			moment = o.Prompt.Moment
			rows = append(rows, l.theme.Heading.Render(asksHead(moment, l.role)))
		}
		mark, style := "  ", l.theme.Text
		if i == l.list.At {
			mark, style, at = "❯ ", l.theme.Selected, len(rows)
		}
		for _, r := range widget.Wrap(oneLine(o.Prompt.Text), w-2, 0) {
			rows, mark = append(rows, mark+style.Render(r)), "  "
		}
		if i == l.list.At {
			below = len(rows)
		}
	}
	l.top = min(max(min(l.top, at-1), below-h, 0), at)
	return strings.Join(rows[l.top:min(len(rows), l.top+h)], "\n"), tea.NewCursor(0, at-l.top)
}
