package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/theme"
	"bothways/tui/widget"
)

// rowsRead is how many rows a list reads at first, and again as its cursor nears their end.
const rowsRead = 100

// section is a heading over the row at, of a list.
type section struct {
	at    int
	title string
}

// sectioned is a list with headings between its rows.
type sectioned struct {
	widget.List
	heads []section
	view  widget.List // the same with the headings and the blank rows above them counted
}

// lineOf is the line of row i among all lines.
func (s *sectioned) lineOf(i int) int {
	line := i
	for n, head := range s.heads {
		if head.at > i {
			break
		}
		line++
		if n > 0 {
			line++
		}
	}
	return line
}

// render draws what fits into h lines, and says on which of them the cursor is, -1 for none.
func (s *sectioned) render(h int, t *theme.Theme, w int, row func(i int, chosen bool) string) (lines []string, cur int) {
	cur = -1
	if h <= 0 || s.Len == 0 {
		return nil, cur
	}
	s.view.Len = s.lineOf(s.Len-1) + 1
	s.view.At = s.lineOf(s.At)
	from, to := s.view.Window(h)
	head := 0
	for i := max(0, from-2*len(s.heads)); i < s.Len; i++ {
		line := s.lineOf(i)
		if line-2 >= to {
			break
		}
		for head < len(s.heads) && s.heads[head].at < i {
			head++
		}
		if head < len(s.heads) && s.heads[head].at == i {
			if head > 0 && line-2 >= from && line-2 < to {
				lines = append(lines, "")
			}
			if line-1 >= from && line-1 < to {
				lines = append(lines, "  "+t.Heading.Render(widget.Cut(s.heads[head].title, w-2)))
			}
		}
		if line >= from && line < to {
			if i == s.At {
				cur = len(lines)
			}
			lines = append(lines, row(i, i == s.At))
		}
	}
	return lines, cur
}

// cutBelow reports whether there is more below what was drawn in h lines.
func (s *sectioned) cutBelow(h int) bool {
	_, to := s.view.Window(h)
	return to < s.view.Len
}

// listMoves are the keys that move in a list.
func listMoves(move func(n int) tea.Cmd) []Action {
	to := func(n int) func() tea.Cmd { return func() tea.Cmd { return move(n) } }
	return []Action{
		{ID: "down", Group: groupMove, Keys: []string{"down", "j"}, Name: "down", Help: "a row down", Run: to(1)},
		{ID: "up", Group: groupMove, Keys: []string{"up", "k"}, Name: "up", Help: "a row up", Run: to(-1)},
		{ID: "pagedown", Group: groupMove, Keys: []string{"pgdown", "ctrl+d"}, Name: "page down", Help: "ten rows down", Run: to(10)},
		{ID: "pageup", Group: groupMove, Keys: []string{"pgup", "ctrl+u"}, Name: "page up", Help: "ten rows up", Run: to(-10)},
		{ID: "first", Group: groupMove, Keys: []string{"home"}, Name: "first", Help: "the first row", Run: to(-1 << 30)},
		{ID: "last", Group: groupMove, Keys: []string{"end"}, Name: "last", Help: "the last row there is so far", Run: to(1 << 30)},
	}
}

// chosenMark is what a row begins with.
func chosenMark(chosen bool) string {
	if chosen {
		return "❯ "
	}
	return "  "
}

// rowCursor is the terminal's cursor on a row, so that screen readers follow; nil for none.
func rowCursor(row, below int) *tea.Cursor {
	if row < 0 {
		return nil
	}
	return tea.NewCursor(0, row+below)
}

// wholeRows is what wholeAction takes at the foot of a list, and wholeFrom the least a list keeps
// for itself where there is one.
const (
	wholeRows = 3
	wholeFrom = 12
)

// wholeAction puts the chosen action with all its words at the foot of a list of h rows: how
// something went is often longer than a row.
func wholeAction(list []string, a *journal.ActionView, env *Env, w, h int) []string {
	if a == nil {
		return list
	}
	t, today, said := env.Theme, env.Day(), env.Veil.Words(a.Text)
	if a.State != journal.ActionOpen && a.Outcome != "" {
		said += " → " + env.Veil.Words(a.Outcome)
	}
	if !a.SessionAt.IsZero() {
		said += " · from " + env.Dates.Long(journal.DateOf(a.SessionAt), today)
	}
	for len(list) < h-wholeRows+1 {
		list = append(list, "")
	}
	for _, row := range widget.Wrap(strings.Join(strings.Fields(said), " "), min(w-6, 90), wholeRows-1) {
		list = append(list, "    "+t.Faint.Render(row))
	}
	return list
}
