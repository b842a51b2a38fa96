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
		for _, r := range widget.Wrap(s.env.Veil.Words(oneLine(o.Prompt.Text)), w, 0) {
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

// askList chooses a question to put into a note: one of those that fit it, and once something is typed
// any there is.
type askList struct {
	narrowed
	to    string
	role  journal.Role
	asks  []journal.Prompt // those that fit come first
	fit   int              // how many fit
	top   int              // the first row drawn
	theme *theme.Theme
}

func newAskList(to string, role journal.Role, asks []journal.Offered, all journal.Questions, t *theme.Theme) *askList {
	l := &askList{to: to, role: role, fit: len(asks), theme: t}
	there := map[string]bool{}
	add := func(q journal.Prompt) {
		if q.ID == "" || !there[q.ID] {
			there[q.ID] = true
			l.asks = append(l.asks, q)
		}
	}
	for _, o := range asks {
		add(o.Prompt)
	}
	l.fit = len(l.asks)
	for _, s := range all.Sets {
		if s.Hidden {
			continue
		}
		for _, q := range s.Visible() {
			add(q)
		}
	}
	by := make([]sought, len(l.asks))
	for i, q := range l.asks {
		by[i] = soughtBy(q.Text, "")
		by[i].upTo = eachWord // the letters of a few words are in most questions
	}
	l.narrowed = newNarrowed("a word of a question finds any there is", by)
	l.offer()
	return l
}

// offer leaves those that fit as long as nothing is typed.
func (l *askList) offer() {
	if !l.typed() {
		l.shown = l.shown[:l.fit]
		l.list.SetLen(l.fit)
	}
}

func (s *WriteScreen) chooseHeading() tea.Cmd {
	return ask(newAskList(s.ID(), s.draft.Role, s.asks, s.questions, s.env.Theme))
}

func (l *askList) Title() string           { return "A question as a heading" }
func (l *askList) Hint() string            { return "enter put it in · ↑↓ move · esc never mind" }
func (l *askList) setTheme(t *theme.Theme) { l.theme = t }

func (l *askList) Update(msg tea.Msg) (bool, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "esc":
			return true, nil
		case "ctrl+o":
			l.list.Move(1)
			return false, nil
		case "enter":
			at, ok := l.chosen()
			if !ok {
				return false, nil
			}
			return true, send(headingMsg{to: l.to, text: l.asks[at].Text})
		}
	}
	cmd := l.narrowed.Update(msg)
	l.offer()
	return false, cmd
}

// Render draws each question whole, under the moment it is for where all that fit are shown.
func (l *askList) Render(w, h int) (string, *tea.Cursor) {
	head, cur := l.in.Render(w, l.theme)
	rows := []string{head, ""}
	if len(l.shown) == 0 {
		return strings.Join(append(rows, l.theme.Faint.Render(widget.Cut(nothingFits, w))), "\n"), cur
	}
	body, _ := l.questions(w, max(1, h-len(rows)))
	return strings.Join(append(rows, body...), "\n"), cur
}

// questions are the rows of the questions in sight, and on which of them the chosen one begins.
func (l *askList) questions(w, h int) ([]string, int) {
	var rows []string
	var moment journal.Moment
	at, below := 0, 0 // the rows of the chosen one
	for i, n := range l.shown {
		q := l.asks[n]
		if q.Moment != moment && !l.typed() {
			moment = q.Moment
			rows = append(rows, l.theme.Heading.Render(asksHead(moment, l.role)))
		}
		mark, style := "  ", l.theme.Text
		if i == l.list.At {
			mark, style, at = "❯ ", l.theme.Selected, len(rows)
		}
		for _, r := range widget.Wrap(oneLine(q.Text), w-2, 0) {
			row := l.spots.row(mark+style.Render(r), i == l.list.At, func() tea.Cmd { l.list.Move(i - l.list.At); return nil })
			rows, mark = append(rows, row), "  "
		}
		if i == l.list.At {
			below = len(rows)
		}
	}
	l.top = min(max(min(l.top, at-1), below-h, 0), at)
	return rows[l.top:min(len(rows), l.top+h)], at - l.top
}
