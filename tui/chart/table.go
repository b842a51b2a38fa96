package chart

import (
	"strings"

	"bothways/tui/widget"
)

// Table is a table of dots.
type Table struct {
	Heads []string // of the columns, two cells each
	Rows  []TableRow
}

// TableRow is a row of a table: what it is, a dot for each column, and a word last.
type TableRow struct {
	Label string
	Dots  []Cell // of one cell each, as many as there are heads
	Note  string
}

const (
	dotWide   = 3  // the cells of a column
	labelMost = 22 // the cells of a label
)

// Draw draws the table in w cells. The cell the keys act on has brackets around it; row is -1 for
// none. Where all columns do not fit, those around the chosen one are drawn, and a sign says that
// there are more. The first row is the heads.
func (t Table) Draw(w, row, col int) []Row {
	label := 0
	for _, r := range t.Rows {
		label = max(label, len([]rune(widget.Cut(r.Label, labelMost))))
	}
	label = min(labelMost, max(label, 8)+1)
	note := 0
	for _, r := range t.Rows {
		note = max(note, len(r.Note))
	}
	fits := max(1, (w-gap-label-2-note-1)/dotWide)
	from := 0
	if col >= fits {
		from = col - fits + 1
	}
	to := min(len(t.Heads), from+fits)
	more := func(yes bool, sign string) string {
		if yes {
			return sign
		}
		return " "
	}
	var heads strings.Builder
	for _, h := range t.Heads[from:to] {
		heads.WriteString(" " + widget.Pad(h, dotWide-1))
	}
	rows := []Row{Row{{strings.Repeat(" ", gap+label) + more(from > 0, "‹") + heads.String() + more(to < len(t.Heads), "›"), Aside}}.fit(w)}
	for i, r := range t.Rows {
		as := Words
		if i == row {
			as = Chosen
		}
		out := Row{mark(i == row), {widget.Pad(r.Label, label), as}, {" ", Words}}
		for j := from; j < to; j++ {
			if i == row && j == col {
				out = append(out, Cell{"[" + r.Dots[j].Text + "]", Chosen})
			} else {
				out = append(out, Cell{" ", Words}, r.Dots[j], Cell{" ", Words})
			}
		}
		if r.Note != "" {
			out = append(out, Cell{" " + r.Note, Aside})
		}
		rows = append(rows, out.fit(w))
	}
	return rows
}
