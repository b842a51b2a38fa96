package chart

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"bothways/tui/widget"
)

// Table is a table of dots.
type Table struct {
	Heads []string // of the columns, two cells each
	Names []string // what each head stands for, none where they need no key
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
	label, from, to := t.shown(w, col)
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

// At is the row and the column of the dot that is drawn in a row of Draw, x cells from its beginning. What
// stands beside the dots is the row, at the chosen column. ok is false where there is neither.
func (t Table) At(w, col, drawn, x int) (r, c int, ok bool) {
	if drawn < 1 || drawn > len(t.Rows) {
		return 0, 0, false
	}
	label, from, to := t.shown(w, col)
	if x -= gap + label + 1; x >= 0 && x/dotWide < to-from {
		col = from + x/dotWide
	}
	return drawn - 1, max(0, col), true
}

// shown are how wide the labels are in w cells, and the columns that fit.
func (t Table) shown(w, col int) (label, from, to int) {
	for _, r := range t.Rows {
		label = max(label, ansi.StringWidth(widget.Cut(r.Label, labelMost)))
	}
	label = min(labelMost, max(label, 8)+1)
	note := 0
	for _, r := range t.Rows {
		note = max(note, len(r.Note))
	}
	fits := max(1, (w-gap-label-2-note-1)/dotWide)
	if col >= fits {
		from = col - fits + 1
	}
	return label, from, min(len(t.Heads), from+fits)
}

// Fits reports whether all columns fit in w cells.
func (t Table) Fits(w int) bool {
	_, _, to := t.shown(w, 0)
	return to == len(t.Heads)
}

// nameMost is the cells of a name in the key.
const nameMost = 30

// Key says whose the columns are that Draw shows, in at most most rows of w cells, 0 for all. A name
// is not broken.
func (t Table) Key(w, col, most int) (rows []Row) {
	if len(t.Names) != len(t.Heads) {
		return nil
	}
	_, from, to := t.shown(w, col)
	text := ""
	add := func() { rows = append(rows, Row{{strings.Repeat(" ", gap) + text, Aside}}.fit(w)) }
	for i := from; i < to; i++ {
		one := t.Heads[i] + " = " + widget.Cut(t.Names[i], nameMost)
		if text != "" && ansi.StringWidth(text+" · "+one) > w-gap {
			if most > 0 && len(rows) == most-1 {
				text += " · …"
				break
			}
			add()
			text = ""
		}
		if text != "" {
			text += " · "
		}
		text += one
	}
	if text != "" {
		add()
	}
	return rows
}
