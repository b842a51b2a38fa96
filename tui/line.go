package tui

import (
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"bothways/tui/theme"
	"bothways/tui/widget"
)

// line is one line of typing, with the terminal's own cursor in it so that input methods work.
type line struct {
	in   textinput.Model
	hint string
}

// maxLine is the longest text one line takes, in characters.
const maxLine = 2000

func newLine(hint string) line {
	in := textinput.New()
	in.Prompt = ""
	in.CharLimit = maxLine
	in.SetVirtualCursor(false)
	in.Focus()
	return line{in: in, hint: hint}
}

func (l *line) Value() string     { return l.in.Value() }
func (l *line) SetValue(s string) { l.in.SetValue(s); l.in.CursorEnd() }

func (l *line) Update(msg tea.Msg) tea.Cmd {
	if p, ok := msg.(tea.PasteMsg); ok { // a line is a line, whatever was copied
		p.Content = strings.Join(strings.FieldsFunc(p.Content, func(r rune) bool { return r == '\n' || r == '\r' }), " ")
		msg = p
	}
	in, cmd := l.in.Update(msg)
	l.in = in
	return cmd
}

// Render is the line in w cells.
func (l *line) Render(w int, t *theme.Theme) (string, *tea.Cursor) {
	if l.in.Value() == "" {
		return t.Faint.Render(widget.Cut(l.hint, w)), tea.NewCursor(0, 0)
	}
	l.in.SetWidth(max(1, w-1))
	cur := l.in.Cursor()
	if cur == nil {
		cur = tea.NewCursor(0, 0)
	}
	cur.Blink = false
	return l.in.View(), cur
}
