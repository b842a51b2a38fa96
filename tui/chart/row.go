package chart

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"bothways/tui/widget"
)

// Meaning is what a cell stands for.
type Meaning int

// The meanings.
const (
	Words  Meaning = iota // ordinary words
	Aside                 // what is beside the point: axes, units
	Chosen                // what the keys act on
	Up                    // what I gave: as mentor
	Down                  // what I received: as mentee
	Both                  // both ways
	First                 // the parts of a whole, in their order
	Second
	Third
)

// The fills of bars, which can be told apart without colours.
const (
	Full   = "█"
	Middle = "▒"
	Light  = "░"
)

// Cell is a piece of a row in one meaning.
type Cell struct {
	Text string
	As   Meaning
}

// Row is a row of a picture. Its text is safe for a terminal.
type Row []Cell

// Plain is the row without its meanings, and without spaces at its end.
func (r Row) Plain() string {
	var b strings.Builder
	for _, c := range r {
		b.WriteString(c.Text)
	}
	return strings.TrimRight(b.String(), " ")
}

// Width is how many cells of a terminal the row takes.
func (r Row) Width() int {
	n := 0
	for _, c := range r {
		n += ansi.StringWidth(c.Text)
	}
	return n
}

// fit cuts a row to w cells.
func (r Row) fit(w int) Row {
	left := w
	for i, c := range r {
		n := ansi.StringWidth(c.Text)
		if n > left {
			out := append(Row{}, r[:i]...)
			if left > 0 {
				out = append(out, Cell{ansi.Truncate(c.Text, left, ""), c.As})
			}
			return out
		}
		left -= n
	}
	return r
}

// padded is cells filled up with spaces to w.
func padded(cells []Cell, w int) []Cell {
	if n := w - Row(cells).Width(); n > 0 {
		cells = append(cells, Cell{strings.Repeat(" ", n), Words})
	}
	return cells
}

// mark stands before a row: the chosen one is told from the others by it.
func mark(chosen bool) Cell {
	if chosen {
		return Cell{"❯ ", Chosen}
	}
	return Cell{"  ", Words}
}

// right is text in w cells, at their right-hand end.
func right(text string, w int) string {
	text = widget.Cut(text, w)
	return strings.Repeat(" ", max(0, w-ansi.StringWidth(text))) + text
}
