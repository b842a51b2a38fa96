package chart

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"bothways/tui/wording"
)

// Column is one step of a picture over time: what goes up, what goes down, and what goes both ways
// and so lies on both sides of the line in the middle.
type Column struct {
	Up, Down, Both int
	Label          string // below the picture, where it has room; "" for none
}

// Side is a part of a column.
type Side int

// The sides.
const (
	Whole Side = iota
	Above
	Below
)

// ColumnsAt is where the keys are: a column, -1 for none, and a side of it.
type ColumnsAt struct {
	Column int
	Side   Side
}

// Columns draws columns in w cells, with up to half rows above the line and as many below it, and
// three more: the line, the labels and the mark of the chosen column. Where all columns do not fit,
// those around the chosen one are drawn, or the last ones.
func Columns(all []Column, w, half int, at ColumnsAt) []Row {
	p, ok := layColumns(all, w, half, at)
	if !ok {
		return nil
	}
	up, down, above, below := p.up, p.down, p.above, p.below
	var rows []Row
	for level := above; level > 0; level-- {
		rows = append(rows, p.row(level, true, level == above && up > 0, up))
	}
	rows = append(rows, p.axis())
	for level := 1; level <= below; level++ {
		rows = append(rows, p.row(level, false, level == below && down > 0, down))
	}
	if below == 0 && above == 0 {
		rows = nil
	}
	rows = append(rows, p.marks(), p.labels())
	for i := range rows {
		rows[i] = rows[i].fit(w)
	}
	return rows
}

// ColumnAt is the column and the side that are drawn in a row of Columns, x cells from its beginning. The
// line in the middle and what stands below are the whole column. ok is false where there is none.
func ColumnAt(all []Column, w, half int, at ColumnsAt, row, x int) (found ColumnsAt, ok bool) {
	p, ok := layColumns(all, w, half, at)
	if !ok || x < p.scale || row < 0 {
		return ColumnsAt{}, false
	}
	i := (x - p.scale) / p.wide
	if i >= len(p.all) {
		return ColumnsAt{}, false
	}
	side := Whole
	switch {
	case row < p.above:
		side = Above
	case row > p.above && row <= p.above+p.below:
		side = Below
	case row > p.above+p.below+restRows:
		return ColumnsAt{}, false
	}
	return ColumnsAt{Column: p.from + i, Side: side}, true
}

// restRows are the rows below the columns: the mark and the labels.
const restRows = 2

// layColumns is where columns are drawn; ok is false where there is no room.
func layColumns(all []Column, w, half int, at ColumnsAt) (p columnsPicture, ok bool) {
	up, down := 0, 0
	for _, c := range all {
		up, down = max(up, c.Up+c.Both), max(down, c.Down+c.Both)
	}
	scale := max(4, len(wording.Count(max(up, down)))+2) // the cells left of the columns, for the numbers
	if len(all) == 0 || w <= scale+1 || half < 1 {
		return columnsPicture{}, false
	}
	wide := max(1, min(6, (w-scale)/len(all)))
	shown := min(len(all), (w-scale)/wide)
	from := len(all) - shown
	if at.Column >= 0 {
		from = max(0, min(from, at.Column-shown/2))
	}
	all, at.Column = all[from:from+shown], at.Column-from
	tall := max(1, min(3, half/max(1, up, down))) // the rows of one, where there are few
	each := 1                                     // what one row stands for, where there are many
	for (max(up, down)+each-1)/each > half {
		each++
	}
	above, below := (up*tall+each-1)/each, (down*tall+each-1)/each
	return columnsPicture{all: all, scale: scale, wide: wide, tall: tall, each: each, at: at, from: from, up: up, down: down, above: above, below: below}, true
}

type columnsPicture struct {
	all   []Column
	scale int
	wide  int // the cells of a column, the last of them a gap where there is more than one
	tall  int
	each  int
	at    ColumnsAt

	from         int // the first of them among all
	up, down     int // the most up, and down
	above, below int // the rows of that
}

// row is a row of cells level rows away from the line. What lies both ways is next to the line.
func (p columnsPicture) row(level int, up, numbered bool, most int) Row {
	head := strings.Repeat(" ", p.scale)
	if numbered {
		head = right(wording.Count(most), p.scale-1) + " "
	}
	row := Row{{head, Aside}}
	for i, c := range p.all {
		n, as, side := c.Up, Up, Above
		if !up {
			n, as, side = c.Down, Down, Below
		}
		low := (level - 1) * p.each // the cell stands for what is above low, up to level*each
		n *= p.tall
		both := c.Both * p.tall
		fill := " "
		switch rest := n + both - low; {
		case rest <= 0:
		case both > low+(p.each-1)/2 || n == 0:
			fill, as = Middle, Both
		case 2*rest > p.each:
			fill = Full
		case up:
			fill = "▄"
		default:
			fill = "▀"
		}
		if i == p.at.Column && (p.at.Side == Whole || p.at.Side == side) && fill != " " {
			as = Chosen
		}
		row = append(row, Cell{p.cell(fill), as})
	}
	return row
}

func (p columnsPicture) cell(fill string) string {
	if p.wide == 1 {
		return fill
	}
	return strings.Repeat(fill, p.wide-1) + " "
}

// axis is the line between up and down.
func (p columnsPicture) axis() Row {
	return Row{{right("0", p.scale-1) + " ", Aside}, {strings.Repeat("─", p.wide*len(p.all)), Aside}}
}

// marks shows which column is chosen, and which side of it.
func (p columnsPicture) marks() Row {
	if p.at.Column < 0 || p.at.Column >= len(p.all) {
		return Row{{"", Words}}
	}
	sign := "┃"
	switch p.at.Side {
	case Above:
		sign = "▲"
	case Below:
		sign = "▼"
	}
	return Row{{strings.Repeat(" ", p.scale+p.wide*p.at.Column), Words}, {sign, Chosen}}
}

// labels are as many as fit without touching each other.
func (p columnsPicture) labels() Row {
	var b strings.Builder
	free := 0
	for i, c := range p.all {
		at := i * p.wide
		n := ansi.StringWidth(c.Label)
		if n == 0 || at < free || at+n > p.wide*len(p.all)+1 {
			continue
		}
		b.WriteString(strings.Repeat(" ", at-ansi.StringWidth(b.String())) + c.Label)
		free = at + n + 1
	}
	return Row{{strings.Repeat(" ", p.scale) + b.String(), Aside}}
}
