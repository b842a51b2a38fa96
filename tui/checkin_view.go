package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/tui/theme"
	"bothways/tui/widget"
)

// openRow is how the row that keys go to is drawn. beside begins one cell before the values
// of other rows, since the bracket of a chosen thing hangs there.
type openRow struct {
	beside string
	below  []string
	x, y   int // the cursor, from the row's corner; y is 0 for the row itself
}

// drawerMargin is how far the choices under a row are set in, the hanging bracket not counted.
const drawerMargin = 3

// choiceCell is an option as it is drawn: in brackets where it is on.
type choiceCell struct {
	choiceOption
	on   bool
	here bool // the cursor is on it
	lit  bool // it is the one space would tick
}

func (c choiceCell) text() string {
	if c.number {
		return c.name
	}
	return c.digit + " " + c.name
}

func (c choiceCell) width() int { return ansi.StringWidth(c.text()) + 2 }

// render draws it w cells wide; every style stands beside a mark that says the same.
func (c choiceCell) render(t *theme.Theme, w int) string {
	s := bracketed(widget.Cut(c.text(), max(1, w-2)), c.on)
	style := t.Text
	switch {
	case c.lit:
		style = t.Selected
	case c.on:
		style = t.Strong
	}
	return widget.PadStyled(style.Render(s), w)
}

// choiceGrid is cells in rows, one under the other.
type choiceGrid struct {
	rows   [][]choiceCell
	widths []int // of the columns
}

// spreadChoices puts cells into as few rows as w allows, to be read along the rows, and into no more
// columns than those rows need.
func spreadChoices(cells []choiceCell, w int) choiceGrid {
	for n := len(cells); ; n-- {
		g := choiceColumns(cells, n)
		if n > 1 && g.width() > w {
			continue
		}
		if n = (len(cells) + len(g.rows) - 1) / len(g.rows); n < len(g.widths) {
			g = choiceColumns(cells, n)
		}
		if len(g.rows) > 1 && n > 1 {
			gap := min(2, (w-g.width())/(n-1))
			for i := range n - 1 {
				g.widths[i] += gap
			}
		}
		if n == 1 {
			g.widths[0] = max(1, min(g.widths[0], w))
		}
		return g
	}
}

// choiceColumns puts cells into n columns, each as wide as its widest cell.
func choiceColumns(cells []choiceCell, n int) choiceGrid {
	g := choiceGrid{widths: make([]int, n)}
	for i, c := range cells {
		if i%n == 0 {
			g.rows = append(g.rows, cells[i:min(i+n, len(cells))])
		}
		g.widths[i%n] = max(g.widths[i%n], c.width())
	}
	return g
}

func (g choiceGrid) width() int {
	sum := 0
	for _, w := range g.widths {
		sum += w
	}
	return sum
}

// draw is the rows, and where the one is that the cursor is on.
func (g choiceGrid) draw(t *theme.Theme) (rows []string, x, y int) {
	for i, cells := range g.rows {
		var b strings.Builder
		left := 0
		for j, c := range cells {
			if c.here {
				x, y = left+1, i
			}
			b.WriteString(c.render(t, g.widths[j]))
			left += g.widths[j]
		}
		rows = append(rows, b.String())
	}
	return rows, x, y
}

// beside is a grid of one row, drawn where the value of the row stands.
func (g choiceGrid) beside(t *theme.Theme, left int) openRow {
	rows, x, _ := g.draw(t)
	return openRow{beside: rows[0], x: left + x}
}

// under is a grid below the row, whose own line says what is chosen.
func (g choiceGrid) under(t *theme.Theme, chosen string) openRow {
	rows, x, y := g.draw(t)
	for i := range rows {
		rows[i] = strings.Repeat(" ", drawerMargin) + rows[i]
	}
	return openRow{beside: " " + chosen, below: rows, x: drawerMargin + x, y: y + 1}
}

// Render draws the rows, scrolled to the one that keys go to, and below them what it asks.
func (c *checkIn) Render(w, h int) (string, *tea.Cursor) {
	t := c.theme
	foot, style := c.rows[c.at].hint(), t.Faint
	if c.wrong != "" {
		foot, style = c.wrong, t.Error
	}
	var below []string
	if h > 1 {
		for _, row := range widget.Wrap(foot, w, max(1, min(3, h-2))) {
			below = append(below, style.Render(row))
		}
	}
	room := max(1, h-len(below))
	var rows []string
	var cur *tea.Cursor
	from, to := 0, 0
	for i, r := range c.rows {
		if i != c.at {
			rows = append(rows, c.spots.place(c.closedRow(r, w), func() tea.Cmd { c.moveTo(i); return nil }))
			continue
		}
		o := r.open(t, w)
		from = len(rows)
		rows = append(rows, "❯ "+t.Selected.Render(widget.Pad(r.label(), labelWidth-1))+o.beside)
		rows = append(rows, o.below...)
		to = len(rows)
		cur = tea.NewCursor(o.x, from+o.y)
	}
	if to-from > room { // the choices alone are more than there is room for
		from, to = cur.Y, cur.Y+1
	}
	if len(rows) < room {
		below = append([]string{""}, below...)
	}
	c.top = inSight(c.top, from, to, room, len(rows))
	rows = rows[c.top:min(len(rows), c.top+room)]
	cur.Y -= c.top
	return strings.Join(append(rows, below...), "\n"), cur
}

// closedRow is a row at rest. A dot stands where nothing is said.
func (c *checkIn) closedRow(r checkInRow, w int) string {
	value := r.closed(c.theme, max(1, w-labelWidth-2))
	if value == "" {
		value = c.theme.Faint.Render("·")
	}
	return "  " + c.theme.Faint.Render(widget.Pad(r.label(), labelWidth)) + value
}
