package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/tui/theme"
	"bothways/tui/widget"
)

// prompt asks for one line. It stays open, with what was typed, until what then's command answers
// is not a failure; that answer goes on to the root as if the prompt had not been there.
type prompt struct {
	title string
	in    line
	first string // what it held at first
	// echo says what the line means as it stands, such as the date it became; ok is false where
	// it cannot be taken.
	echo  func(string) (said string, ok bool)
	then  func(string) tea.Cmd
	tried bool   // what is typed did not pass
	asked bool   // esc was pressed once over words
	busy  bool   // waiting for then's answer
	wrong string // why it was not kept
	rows  int    // the most the echo takes, 0 for echoRows
	theme *theme.Theme
}

// echoRows is how many rows the echo of a prompt takes at most.
const echoRows = 4

// promptAnswer is what the command of then came back with.
type promptAnswer struct {
	of  *prompt
	msg tea.Msg
}

// newPrompt asks title; then is run with what was typed, once echo finds it good. Where then
// returns nil there is nothing to be done and the prompt is over.
func newPrompt(title, hint, value string, echo func(string) (string, bool), then func(string) tea.Cmd) *prompt {
	p := &prompt{title: title, in: newLine(hint), first: strings.TrimSpace(value), echo: echo, then: then}
	p.in.SetValue(value)
	return p
}

func (p *prompt) ID() string              { return "prompt" }
func (p *prompt) Title() string           { return p.title }
func (p *prompt) setTheme(t *theme.Theme) { p.theme = t }

func (p *prompt) Hint() string {
	if p.asked {
		return "enter keep · esc again to leave it"
	}
	return "enter keep · esc never mind"
}

func (p *prompt) value() string { return strings.TrimSpace(p.in.Value()) }

func (p *prompt) said() (string, bool) {
	if p.echo == nil {
		return "", true
	}
	return p.echo(p.value())
}

func (p *prompt) Update(msg tea.Msg) (bool, tea.Cmd) {
	switch msg := msg.(type) {
	case loaded[promptAnswer]:
		if msg.value.of != p { // that prompt is gone
			return false, nil
		}
		return p.answered(msg.value.msg)
	case tea.KeyPressMsg:
		if p.busy {
			return false, nil
		}
		if msg.String() == "esc" {
			if p.asked || p.value() == p.first {
				return true, nil
			}
			p.asked = true
			return false, nil
		}
		p.asked, p.tried, p.wrong = false, false, ""
		if name := msg.String(); name == "enter" || name == "ctrl+s" { // as in a form
			return p.keep()
		}
	case tea.PasteMsg, tea.ClipboardMsg:
		if p.busy {
			return false, nil
		}
		p.asked, p.tried, p.wrong = false, false, ""
	}
	return false, p.in.Update(msg)
}

// keep runs then, unless what is typed cannot be taken.
func (p *prompt) keep() (bool, tea.Cmd) {
	if _, ok := p.said(); !ok {
		p.tried = true
		return false, nil
	}
	cmd := p.then(p.value())
	if cmd == nil {
		return true, nil
	}
	p.busy = true
	id := p.ID()
	return false, func() tea.Msg { return loaded[promptAnswer]{to: id, value: promptAnswer{p, cmd()}} }
}

// answered closes the prompt where the change worked.
func (p *prompt) answered(msg tea.Msg) (bool, tea.Cmd) {
	p.busy = false
	if s, ok := msg.(sayMsg); ok && s.bad {
		p.wrong = s.text
		return false, nil
	}
	return true, send(msg)
}

func (p *prompt) Render(w, h int) (string, *tea.Cursor) {
	row, cur := p.in.Render(w, p.theme)
	said, ok := p.said()
	style := p.theme.Faint
	switch {
	case p.asked:
		said, style = "These words are not kept yet: enter keeps them, esc again leaves them.", p.theme.Error
	case p.wrong != "":
		said, style = p.wrong, p.theme.Error
	case !ok && p.tried:
		style = p.theme.Error
	}
	rows := []string{row}
	for _, s := range widget.Wrap(said, w, max(1, min(max(p.rows, echoRows), h-1))) {
		rows = append(rows, style.Render(s))
	}
	return strings.Join(rows, "\n"), cur
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
