package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/tui/theme"
	"bothways/tui/widget"
)

// menu lists what can be done and does the chosen thing: the help is one, and the palette is built on
// it. Typing narrows it.
type menu struct {
	title string
	all   []menuItem
	shown []menuItem
	run   func(Action) tea.Cmd
	query line
	list  widget.List
	top   int // the first line shown
	theme *theme.Theme
	spots *spots

	narrow func() // shows what fits what was typed
}

// menuItem is a row of a menu.
type menuItem struct {
	Action
	kind itemKind
	by   sought
}

func newMenu(title string, actions []Action, run func(Action) tea.Cmd, more []Action) *menu {
	m := &menu{title: title, run: run, query: newLine("type to find")}
	for _, a := range append(actions[:len(actions):len(actions)], more...) {
		m.all = append(m.all, menuItem{Action: a, by: soughtAction(a)})
	}
	m.narrow = m.filter
	m.filter()
	return m
}

func (m *menu) Title() string { return m.title }
func (m *menu) Hint() string  { return "enter do it · esc close" }

func (m *menu) filter() {
	m.show(findItems(m.all, m.query.Value()))
}

// show puts these in sight, with the cursor on the first.
func (m *menu) show(items []menuItem) {
	m.shown, m.list.At = items, 0
	m.list.SetLen(len(items))
}

// findItems are the items that fit what was typed, the best first.
func findItems(all []menuItem, typed string) []menuItem {
	by := make([]sought, len(all))
	for i := range all {
		by[i] = all[i].by
	}
	var out []menuItem
	for _, i := range find(by, typed) {
		out = append(out, all[i])
	}
	return out
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
			return m.choose()
		}
	}
	before := m.query.Value()
	cmd := m.query.Update(msg)
	if m.query.Value() != before {
		m.narrow()
	}
	return false, cmd
}

// choose does what the cursor is on.
func (m *menu) choose() (bool, tea.Cmd) {
	if m.list.At >= len(m.shown) {
		return false, nil
	}
	return true, m.run(m.shown[m.list.At].Action)
}

func (m *menu) setTheme(t *theme.Theme) { m.theme = t }
func (m *menu) setSpots(s *spots)       { m.spots = s }

func (m *menu) Render(w, h int) (string, *tea.Cursor) {
	cols := m.columns(w)
	return m.render(w, h, func(a menuItem, chosen bool) []string { return m.rows(a.Action, chosen, cols) })
}

// render draws the line that is typed in and below it what is found, each thing by its rows.
func (m *menu) render(w, h int, item func(a menuItem, chosen bool) []string) (string, *tea.Cursor) {
	head, cur := m.query.Render(w, m.theme)
	rows := []string{head, ""}
	var lines []string
	from, to := 0, 0
	for i, a := range m.shown {
		if i == m.list.At {
			from = len(lines)
		}
		lines = append(lines, m.spots.rows(item(a, i == m.list.At), i == m.list.At, func() tea.Cmd { m.list.Move(i - m.list.At); return nil })...)
		if i == m.list.At {
			to = len(lines)
		}
	}
	if room := h - 2; room > 0 && len(lines) > 0 {
		if to-from+2 <= room { // a line of what is above and below in sight where there is one
			from, to = max(0, from-1), min(len(lines), to+1)
		}
		m.top = inSight(m.top, from, to, room, len(lines))
		rows = append(rows, lines[m.top:min(len(lines), m.top+room)]...)
	}
	if len(m.shown) == 0 {
		rows = append(rows, m.theme.Faint.Render(widget.Cut("Nothing is called that; try fewer letters.", w)))
	}
	return strings.Join(rows, "\n"), cur
}

// menuColumns are the cells of the columns of a menu.
type menuColumns struct{ key, name, help int }

// columns are as wide as the longest key and name where there is room, and the help has the rest.
func (m *menu) columns(w int) menuColumns {
	c := menuColumns{key: 1, name: 1}
	for _, a := range m.all {
		c.key, c.name = max(c.key, ansi.StringWidth(a.Label())), max(c.name, ansi.StringWidth(a.Name))
	}
	c.key = min(c.key, 9)
	if c.name = min(c.name, w/3); w < 48 {
		c.name = min(c.name, w/4)
	}
	c.help = w - 2 - c.key - 1 - c.name - 1
	return c
}

// menuReason is the most rows a reason takes, or the help of the chosen action.
const menuReason = 4

// rows are an action: why it cannot be done is said whole, and of the chosen one what it does.
func (m *menu) rows(a Action, chosen bool, c menuColumns) []string {
	keyStyle, text, mark := m.theme.Key, m.theme.Text, "  "
	said, most := a.Help, 1
	if a.Disabled != "" {
		keyStyle, text, said, most = m.theme.Faint, m.theme.Faint, a.Disabled, menuReason
	}
	if chosen {
		mark, text, most = "❯ ", m.theme.Selected, menuReason
	}
	help := widget.Wrap(said, c.help, most)
	if len(help) == 0 {
		help = []string{""}
	}
	rows := []string{mark + keyStyle.Render(widget.Pad(a.Label(), c.key)) + " " + text.Render(widget.Pad(a.Name, c.name)) + " " + m.theme.Faint.Render(help[0])}
	for _, more := range help[1:] {
		rows = append(rows, strings.Repeat(" ", 2+c.key+1+c.name+1)+m.theme.Faint.Render(more))
	}
	return rows
}
