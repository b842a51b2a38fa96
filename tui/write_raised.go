package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/theme"
	"bothways/tui/widget"
)

// raisedMsg tells a note which topics were raised in its conversation.
type raisedMsg struct {
	to     string
	topics []int64
}

func (m raisedMsg) target() string { return m.to }

// raisedList ticks the topics that were raised.
type raisedList struct {
	to     string
	topics []journal.TopicView
	on     map[int64]bool
	list   widget.List
	theme  *theme.Theme
}

func (s *WriteScreen) askRaised() tea.Cmd {
	on := map[int64]bool{}
	for _, id := range s.draft.Raised {
		on[id] = true
	}
	l := &raisedList{to: s.ID(), topics: s.topics, on: on, theme: s.env.Theme}
	l.list.SetLen(len(s.topics))
	return ask(l)
}

func (l *raisedList) Title() string           { return "What was raised?" }
func (l *raisedList) Hint() string            { return "space tick · enter back to the words · esc never mind" }
func (l *raisedList) setTheme(t *theme.Theme) { l.theme = t }

func (l *raisedList) Update(msg tea.Msg) (bool, tea.Cmd) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return false, nil
	}
	switch k.String() {
	case "esc":
		return true, nil
	case "down", "j":
		l.list.Move(1)
	case "up", "k":
		l.list.Move(-1)
	case "space", "x":
		id := l.topics[l.list.At].ID
		l.on[id] = !l.on[id]
		l.list.Move(1)
	case "enter", "ctrl+g":
		var ids []int64
		for _, t := range l.topics {
			if l.on[t.ID] {
				ids = append(ids, t.ID)
			}
		}
		return true, send(raisedMsg{to: l.to, topics: ids})
	}
	return false, nil
}

func (l *raisedList) Render(w, h int) (string, *tea.Cursor) {
	var rows []string
	from, to := l.list.Window(h)
	for i := from; i < to; i++ {
		t, box, mark, style := l.topics[i], "[ ] ", "  ", l.theme.Text
		if l.on[t.ID] {
			box = "[✓] "
		}
		if i == l.list.At {
			mark, style = "❯ ", l.theme.Selected
		}
		rows = append(rows, mark+l.theme.Faint.Render(box)+style.Render(widget.Cut(t.Text, w-6)))
	}
	return strings.Join(rows, "\n"), tea.NewCursor(0, l.list.At-from)
}
