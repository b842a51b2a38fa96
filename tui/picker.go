package tui

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/theme"
	"bothways/tui/widget"
)

// picker asks who a conversation was with: somebody known, found by any part of the name, or
// somebody new, with the role I have.
type picker struct {
	env      *Env
	title    string
	allowNew bool
	then     func(WriteStart) tea.Cmd

	in    line
	seq   int
	rows  []journal.RelationshipSummary
	read  bool
	list  widget.List
	role  int // into journal.Roles, for somebody new
	theme *theme.Theme
}

// pickerRows is how many people are offered; typing narrows.
const pickerRows = 9

func newPicker(env *Env, title string, allowNew bool, then func(WriteStart) tea.Cmd) *picker {
	hint := "a name"
	if allowNew {
		hint = "a name, known or new"
	}
	return &picker{env: env, title: title, allowNew: allowNew, then: then, in: newLine(hint), theme: env.Theme}
}

func (p *picker) ID() string              { return "picker" }
func (p *picker) Title() string           { return p.title }
func (p *picker) setTheme(t *theme.Theme) { p.theme = t }
func (p *picker) Init() tea.Cmd           { return p.find() }

func (p *picker) Hint() string {
	if p.onNew() {
		return "enter begin · tab " + journal.Roles()[(p.role+1)%3].Phrase() + " instead · esc never mind"
	}
	return "enter choose · ↑↓ move · esc never mind"
}

func (p *picker) name() string { return strings.TrimSpace(p.in.Value()) }

func (p *picker) find() tea.Cmd {
	p.seq++
	part := p.name()
	return load(p.env, p.ID(), p.seq, func(ctx context.Context) ([]journal.RelationshipSummary, error) {
		return p.env.Store.OpenRelationships(ctx, part, pickerRows)
	})
}

// offersNew reports whether the name as typed can be somebody new.
func (p *picker) offersNew() bool { return p.allowNew && p.name() != "" }
func (p *picker) onNew() bool     { return p.offersNew() && p.list.At == len(p.rows) }

func (p *picker) Update(msg tea.Msg) (bool, tea.Cmd) {
	switch msg := msg.(type) {
	case loaded[[]journal.RelationshipSummary]:
		if msg.seq != p.seq {
			return false, nil
		}
		if msg.err != nil {
			return true, send(failed(msg.err))
		}
		p.rows, p.read = msg.value, true
		p.list.At = 0
		p.count()
		return false, nil
	case tea.KeyPressMsg:
		switch msg.String() {
		case "esc":
			return true, nil
		case "up", "ctrl+p":
			p.list.Move(-1)
			return false, nil
		case "down", "ctrl+n":
			p.list.Move(1)
			return false, nil
		case "tab":
			if p.onNew() {
				p.role = (p.role + 1) % len(journal.Roles())
			} else {
				p.list.Move(1)
			}
			return false, nil
		case "shift+tab":
			if p.onNew() {
				p.role = (p.role + 2) % len(journal.Roles())
			} else {
				p.list.Move(-1)
			}
			return false, nil
		case "enter", ":": // a colon ends a name as it does on paper
			return p.choose()
		}
	}
	before := p.in.Value()
	cmd := p.in.Update(msg)
	if p.in.Value() == before {
		return false, cmd
	}
	p.count()
	return false, tea.Batch(cmd, p.find())
}

func (p *picker) count() {
	n := len(p.rows)
	if p.offersNew() {
		n++
	}
	p.list.SetLen(n)
}

func (p *picker) choose() (bool, tea.Cmd) {
	switch {
	case p.onNew():
		name, err := journal.CleanName(p.name())
		if err != nil {
			return false, send(failed(err))
		}
		return true, p.then(WriteStart{Name: name, Role: journal.Roles()[p.role]})
	case p.list.At < len(p.rows):
		return true, p.then(WriteStart{RelationshipID: p.rows[p.list.At].ID})
	}
	return false, nil
}

func (p *picker) Render(w, h int) (string, *tea.Cursor) {
	t := p.theme
	head, cur := p.in.Render(w, t)
	rows := []string{head, ""}
	from, to := p.list.Window(h - 3)
	for i := from; i < to; i++ {
		rows = append(rows, p.row(i, w))
	}
	switch {
	case p.offersNew() && p.onNew():
		rows = append(rows, t.Faint.Render(widget.Cut("  tab changes the role; it can be changed later too", w)))
	case p.read && len(p.rows) == 0 && p.name() == "" && p.allowNew:
		rows = append(rows, t.Faint.Render(widget.Cut("Type the name of whoever you talked with.", w)))
	case p.read && len(p.rows) == 0 && !p.allowNew:
		rows = append(rows, t.Faint.Render(widget.Cut("Nobody here is called that.", w)))
	}
	return strings.Join(rows, "\n"), cur
}

func (p *picker) row(i, w int) string {
	t, mark, style := p.theme, "  ", p.theme.Text
	if i == p.list.At {
		mark, style = "❯ ", p.theme.Selected
	}
	if i == len(p.rows) {
		var roles []string
		for j, r := range journal.Roles() {
			if j == p.role {
				roles = append(roles, t.Strong.Render("["+r.Phrase()+"]"))
			} else {
				roles = append(roles, t.Faint.Render(" "+r.Phrase()+" "))
			}
		}
		return mark + t.Faint.Render("new  ") + strings.Join(roles, "") + "  " + style.Render(widget.Cut(p.name(), w-45))
	}
	r := p.rows[i]
	return mark + t.Faint.Render(widget.Pad(r.Role.Phrase(), 10)+" "+widget.Pad(ago(r.LastSession, p.env.Now()), 13)) + " " + style.Render(widget.Cut(fmt.Sprintf("%s%s", r.PersonName, purposeTail(r.Purpose)), w-27))
}

func purposeTail(purpose string) string {
	if purpose == "" {
		return ""
	}
	return " · " + purpose
}
