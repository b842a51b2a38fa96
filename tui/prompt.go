package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/tui/theme"
	"bothways/tui/widget"
)

// prompt asks for one line.
type prompt struct {
	title string
	in    line
	// echo says what the line means as it stands, such as the date it became; ok is false where
	// it cannot be taken.
	echo  func(string) (said string, ok bool)
	then  func(string) tea.Cmd
	tried bool
	theme *theme.Theme
}

// newPrompt asks title; then is run with what was typed, once echo finds it good.
func newPrompt(title, hint, value string, echo func(string) (string, bool), then func(string) tea.Cmd) *prompt {
	p := &prompt{title: title, in: newLine(hint), echo: echo, then: then}
	p.in.SetValue(value)
	return p
}

func (p *prompt) Title() string           { return p.title }
func (p *prompt) Hint() string            { return "enter keep · esc never mind" }
func (p *prompt) setTheme(t *theme.Theme) { p.theme = t }

func (p *prompt) said() (string, bool) {
	if p.echo == nil {
		return "", true
	}
	return p.echo(strings.TrimSpace(p.in.Value()))
}

func (p *prompt) Update(msg tea.Msg) (bool, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "esc":
			return true, nil
		case "enter":
			if _, ok := p.said(); !ok {
				p.tried = true
				return false, nil
			}
			return true, p.then(strings.TrimSpace(p.in.Value()))
		}
		p.tried = false
	}
	return false, p.in.Update(msg)
}

func (p *prompt) Render(w, _ int) (string, *tea.Cursor) {
	row, cur := p.in.Render(w, p.theme)
	said, ok := p.said()
	style := p.theme.Faint
	if !ok && p.tried {
		style = p.theme.Error
	}
	return row + "\n" + style.Render(widget.Cut(said, w)), cur
}

// confirm asks before something that is more than a keystroke to take back.
type confirm struct {
	title string
	body  string
	yes   string
	then  func() tea.Cmd
	theme *theme.Theme
}

// newConfirm asks title with a sentence of explanation; yes names what the y key does.
func newConfirm(title, body, yes string, then func() tea.Cmd) *confirm {
	return &confirm{title: title, body: body, yes: yes, then: then}
}

func (c *confirm) Title() string           { return c.title }
func (c *confirm) Hint() string            { return "y " + c.yes + " · esc never mind" }
func (c *confirm) setTheme(t *theme.Theme) { c.theme = t }

func (c *confirm) Update(msg tea.Msg) (bool, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "y", "Y":
			return true, c.then()
		case "n", "N", "esc", "q":
			return true, nil
		}
	}
	return false, nil
}

func (c *confirm) Render(w, h int) (string, *tea.Cursor) {
	return strings.Join(widget.Wrap(c.body, w, h), "\n"), nil
}
