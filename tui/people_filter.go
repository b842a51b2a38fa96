package tui

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/tui/theme"
	"bothways/tui/widget"
)

// filterLine narrows the rows of a page by part of a name.
type filterLine struct {
	in line
	on bool // it is being typed in
}

func (f *filterLine) part() string { return strings.TrimSpace(f.in.Value()) }

// row draws the line where there is something in it or it is being typed in, else an empty row.
func (f *filterLine) row(w int, t *theme.Theme) (string, *tea.Cursor) {
	if !f.on && f.part() == "" {
		return "", nil
	}
	const mark = "  › "
	if !f.on {
		return t.Key.Render(mark) + t.Strong.Render(widget.Cut(f.part(), w-ansi.StringWidth(mark))), nil
	}
	row, cur := f.in.Render(max(1, w-ansi.StringWidth(mark)), t)
	if cur != nil {
		cur.X += ansi.StringWidth(mark)
	}
	return t.Key.Render(mark) + row, cur
}

// narrowable is a page with a filter line.
type narrowable interface {
	Screen
	filterLine() *filterLine
	refilter() tea.Cmd // the line changed: read what fits now
	move(n int) tea.Cmd
}

// narrowing is such a page while its line is typed in. It stands in the page's place until the
// line is left: letters are words on it and commands on the page itself.
type narrowing struct{ narrowable }

// narrow puts the cursor into the filter line of a page.
func narrow(p narrowable) tea.Cmd {
	p.filterLine().on = true
	return replace(&narrowing{p})
}

// leave goes back to the page itself.
func (n *narrowing) leave() tea.Cmd {
	n.filterLine().on = false
	return replace(n.narrowable)
}

// clearFilter shows everything again.
func clearFilter(p narrowable) tea.Cmd {
	p.filterLine().in.SetValue("")
	return p.refilter()
}

// Actions are the few keys that are not words.
func (n *narrowing) Actions() []Action {
	return []Action{
		{ID: "keep", Group: groupHere, Keys: []string{"enter", "tab"}, Name: "to the list", Help: "back to the list, narrowed", Foot: true, Run: n.leave},
		{ID: "clear", Group: groupHere, Keys: []string{"esc"}, Name: "show all", Help: "show everything again", Foot: true, Run: func() tea.Cmd {
			n.filterLine().in.SetValue("")
			return n.leave()
		}},
		{ID: "down", Group: groupMove, Keys: []string{"down", "ctrl+n"}, Name: "down", Help: "a row down", Run: func() tea.Cmd { return n.move(1) }},
		{ID: "up", Group: groupMove, Keys: []string{"up", "ctrl+p"}, Name: "up", Help: "a row up", Run: func() tea.Cmd { return n.move(-1) }},
	}
}

// Claims takes the keys that edit a line.
func (n *narrowing) Claims(k tea.KeyPressMsg) bool { return editsLine(k) }

// Update gives typing to the line and everything else to the page.
func (n *narrowing) Update(msg tea.Msg) tea.Cmd {
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		f := n.filterLine()
		before := f.part()
		cmd := f.in.Update(msg)
		if f.part() == before {
			return cmd
		}
		return tea.Batch(cmd, n.refilter())
	}
	return n.narrowable.Update(msg)
}

// Unsaved is nothing: the line is a question, not words of the journal.
func (n *narrowing) Unsaved() func(context.Context) error { return nil }

var _ Typing = (*narrowing)(nil)
