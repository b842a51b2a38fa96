package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/sahilm/fuzzy"

	"bothways/tui/theme"
	"bothways/tui/widget"
)

// menu lists actions and runs the chosen one: the help and the palette are both of this kind.
// Typing narrows it.
type menu struct {
	title string
	all   []Action
	shown []Action
	run   func(Action) tea.Cmd
	query line
	list  widget.List
	theme *theme.Theme
}

func newMenu(title string, actions []Action, run func(Action) tea.Cmd, more []Action) *menu {
	m := &menu{title: title, run: run, query: newLine("type to find")}
	m.all = append(append(m.all, actions...), more...)
	m.filter()
	return m
}

func (m *menu) Title() string { return m.title }
func (m *menu) Hint() string  { return "enter do it · esc close" }

// Len and String make the menu a source for the fuzzy finder.
func (m *menu) Len() int            { return len(m.all) }
func (m *menu) String(i int) string { return m.all[i].Name + " " + m.all[i].Help }

func (m *menu) filter() {
	m.shown = m.shown[:0]
	if q := strings.TrimSpace(m.query.Value()); q != "" {
		for _, hit := range fuzzy.FindFrom(q, m) {
			m.shown = append(m.shown, m.all[hit.Index])
		}
	} else {
		m.shown = append(m.shown, m.all...)
	}
	m.list.At = 0
	m.list.SetLen(len(m.shown))
}

func (m *menu) Update(msg tea.Msg) (bool, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "esc":
			return true, nil
		case "up", "ctrl+p":
			m.list.Move(-1)
			return false, nil
		case "down", "ctrl+n":
			m.list.Move(1)
			return false, nil
		case "pgup":
			m.list.Move(-8)
			return false, nil
		case "pgdown":
			m.list.Move(8)
			return false, nil
		case "enter":
			if m.list.At >= len(m.shown) {
				return false, nil
			}
			return true, m.run(m.shown[m.list.At])
		}
	}
	before := m.query.Value()
	cmd := m.query.Update(msg)
	if m.query.Value() != before {
		m.filter()
	}
	return false, cmd
}

func (m *menu) setTheme(t *theme.Theme) { m.theme = t }

func (m *menu) Render(w, h int) (string, *tea.Cursor) {
	head, cur := m.query.Render(w, m.theme)
	rows := []string{head, ""}
	from, to := m.list.Window(h - 2)
	for i := from; i < to; i++ {
		rows = append(rows, m.row(m.shown[i], i == m.list.At, w))
	}
	if len(m.shown) == 0 {
		rows = append(rows, m.theme.Faint.Render(widget.Cut("Nothing is called that; try fewer letters.", w)))
	}
	return strings.Join(rows, "\n"), cur
}

func (m *menu) row(a Action, chosen bool, w int) string {
	keyStyle, text, mark := m.theme.Key, m.theme.Text, "  "
	help := a.Help
	if a.Disabled != "" {
		keyStyle, text, help = m.theme.Faint, m.theme.Faint, a.Disabled
	}
	if chosen {
		mark, text = "❯ ", m.theme.Selected
	}
	return mark + keyStyle.Render(widget.Pad(a.Label(), 9)) + " " + text.Render(widget.Pad(a.Name, min(14, w/4))) + " " + m.theme.Faint.Render(widget.Cut(help, w-13-min(14, w/4)))
}
