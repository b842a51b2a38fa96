package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/editor"
	"bothways/tui/widget"
)

// penFoot is how many rows under the words tell what they become.
const penFoot = 3

// panelFrom is the width from which a panel stands beside the words, in cells.
const panelFrom = 110

// spread draws a page of words: its head, the words with the panel beside them where there is room, and
// what becomes of them below.
func (p *pen) spread(w, h int, head, hint string, panel func(w, h int) []string) (string, *tea.Cursor) {
	edW, edH := min(w-4, p.env.measure()+2), max(1, h-2-penFoot)
	rows, cur := p.area(edW, edH, hint)
	if w >= panelFrom {
		rows = widget.Columns(rows, panel(w-edW-8, edH), edW+4, p.env.Theme.Rule.Render("│")+" ")
	}
	if cur != nil {
		cur.Y += 2
	}
	return strings.Join(slices.Concat([]string{head, ""}, rows, p.foot(w)), "\n"), cur
}

// area draws the words in h rows, two cells from the left, with hint where there are none yet.
func (p *pen) area(w, h int, hint string) ([]string, *tea.Cursor) {
	p.ed.SetWidths(p.env.Widths)
	text, cur := p.ed.Render(w, h, p.styles())
	rows := strings.Split(text, "\n")
	if p.ready && p.ed.Empty() {
		rows = []string{p.env.Theme.Faint.Render(widget.Cut(hint, w))}
	}
	for i := range rows {
		rows[i] = p.env.spots.words("  "+rows[i], func(x int, drag bool) tea.Cmd { p.ed.Point(x-2, i, drag); return nil })
	}
	for len(rows) < h {
		rows = append(rows, "")
	}
	if cur != nil {
		cur.X += 2
	}
	return rows, cur
}

// Wheel shows what is some rows further down in the words, or up.
func (p *pen) Wheel(rows int) { p.ed.Wheel(rows) }

func (p *pen) styles() editor.Styles {
	th := p.env.Theme
	return editor.Styles{Hide: p.hide(), Text: th.Text, Selection: th.Mark, Faint: th.Faint, ForLine: func(line string) lipgloss.Style {
		if _, _, ok := journal.LiftLine(line, p.lifts.ctx); ok {
			return th.Lifted
		}
		return th.Text
	}}
}

// foot is what the words become, as they stand, and what is to be said about them.
func (p *pen) foot(w int) []string {
	th := p.env.Theme
	n := p.ed.Words()
	parts := []string{fmt.Sprintf("%d words", n)}
	if n == 1 {
		parts[0] = "1 word"
	}
	if sum := p.lifts.summary(); sum != "" {
		parts = append(parts, sum)
	} else if n < 30 {
		parts = append(parts, "- [ ] makes an action · gave: got: shift: ask: lift too")
	}
	said := widget.Wrap(strings.Join(parts, " · "), w-4, 2)
	if p.saver.stored && !p.saver.failing {
		const kept = "draft kept"
		if last := said[len(said)-1]; ansi.StringWidth(last)+len(kept)+3 <= w-4 {
			said[len(said)-1] = last + " · " + kept
		} else if len(said) < 2 {
			said = append(said, kept)
		}
	}
	var rows []string
	for _, row := range said {
		rows = append(rows, "  "+th.Faint.Render(row))
	}
	if p.saver.failing {
		for _, row := range widget.Wrap("! Not in the journal's file yet: it is tried again and again.", w-4, penFoot-len(rows)) {
			rows = append(rows, "  "+th.Overdue.Render(row))
		}
	} else if notice := p.lifts.notice(p.ed.CursorLine()); notice != "" {
		for _, row := range widget.Wrap("? "+notice, w-4, penFoot-len(rows)) {
			rows = append(rows, "  "+th.Overdue.Render(row))
		}
	}
	for len(rows) < penFoot-1 {
		rows = append(rows, "")
	}
	if len(rows) < penFoot {
		rows = append([]string{""}, rows...)
	}
	return rows
}
