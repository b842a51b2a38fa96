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
	narrowed
	to     string
	topics []journal.TopicView
	on     map[int64]bool
	theme  *theme.Theme
}

func (s *WriteScreen) askRaised() tea.Cmd {
	on := map[int64]bool{}
	for _, id := range s.draft.Raised {
		on[id] = true
	}
	l := &raisedList{to: s.ID(), topics: s.topics, on: on, theme: s.env.Theme}
	by := make([]sought, len(s.topics))
	for i, t := range s.topics {
		by[i] = soughtBy(t.Text, "")
	}
	l.narrowed = newNarrowed("a few letters narrow it", by)
	return ask(l)
}

func (l *raisedList) Title() string           { return "What was raised?" }
func (l *raisedList) Hint() string            { return "space tick · enter back to the words · esc never mind" }
func (l *raisedList) setTheme(t *theme.Theme) { l.theme = t }

func (l *raisedList) Update(msg tea.Msg) (bool, tea.Cmd) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return false, l.narrowed.Update(msg)
	}
	switch k.String() {
	case "esc":
		return true, nil
	case "space":
		if at, ok := l.chosen(); ok {
			l.on[l.topics[at].ID] = !l.on[l.topics[at].ID]
			l.list.Move(1)
		}
	case "enter", "ctrl+g":
		var ids []int64
		for _, t := range l.topics {
			if l.on[t.ID] {
				ids = append(ids, t.ID)
			}
		}
		return true, send(raisedMsg{to: l.to, topics: ids})
	default:
		return false, l.narrowed.Update(msg)
	}
	return false, nil
}

func (l *raisedList) Render(w, h int) (string, *tea.Cursor) {
	head, cur := l.in.Render(w, l.theme)
	rows := []string{head, ""}
	from, to := l.list.Window(h - len(rows))
	for i := from; i < to; i++ {
		t, box, style := l.topics[l.shown[i]], "[ ] ", l.theme.Text
		if l.on[t.ID] {
			box = "[✓] "
		}
		if i == l.list.At {
			style = l.theme.Selected
		}
		row := chosenMark(i == l.list.At) + l.theme.Faint.Render(box) + style.Render(widget.Cut(t.Text, w-6))
		rows = append(rows, l.spots.mark(row, spot{again: "space", here: i == l.list.At, point: func(int, bool) tea.Cmd {
			l.list.Move(i - l.list.At)
			return nil
		}}))
	}
	if len(l.shown) == 0 {
		rows = append(rows, l.theme.Faint.Render(widget.Cut(nothingFits, w)))
	}
	return strings.Join(rows, "\n"), cur
}
