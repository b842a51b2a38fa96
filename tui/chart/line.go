package chart

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"bothways/tui/widget"
)

// Line is one thing in a row of its own: what it is, its number, its picture, and words of a person
// last, since terminals disagree about how wide those are.
type Line struct {
	Label string
	Value string
	Drawn []Cell
	Note  string
}

// gap is the cells between the columns of a line.
const gap = 2

// Room is how many cells are left for what is drawn in lines of w cells, where the notes are to have
// note of them, 0 for none. It is 1 at least.
func Room(lines []Line, w, note int) int {
	label, value := columns(lines)
	if note > 0 {
		note += gap
	}
	return max(1, w-gap-label-gap-value-gap-note)
}

// columns are how wide the labels and the values are.
func columns(lines []Line) (label, value int) {
	for _, l := range lines {
		label, value = max(label, ansi.StringWidth(widget.Cut(l.Label, 40))), max(value, ansi.StringWidth(l.Value))
	}
	return label, value
}

// Lines lays lines out below each other in w cells. chosen is the one the keys act on, -1 for none.
func Lines(lines []Line, w, chosen int) []Row {
	label, value := columns(lines)
	drawn := 0
	for _, l := range lines {
		drawn = max(drawn, Row(l.Drawn).Width())
	}
	rows := make([]Row, 0, len(lines))
	for i, l := range lines {
		as := Words
		if i == chosen {
			as = Chosen
		}
		row := Row{mark(i == chosen)}
		if label > 0 {
			row = append(row, Cell{widget.Pad(l.Label, label) + strings.Repeat(" ", gap), as})
		}
		if value > 0 {
			row = append(row, Cell{right(l.Value, value) + strings.Repeat(" ", gap), as})
		}
		if l.Note == "" {
			row = append(row, l.Drawn...)
		} else {
			row = append(row, padded(append([]Cell{}, l.Drawn...), drawn+gap)...)
			row = append(row, Cell{widget.Cut(l.Note, max(0, w-row.Width())), as})
		}
		rows = append(rows, row.fit(w))
	}
	return rows
}
