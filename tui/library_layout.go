package tui

import (
	"slices"
	"strings"

	"bothways/journal"
	"bothways/tui/theme"
	"bothways/tui/widget"
)

// cardRow is a row of a card as laid out for a width.
type cardRow struct {
	kind     cardKind
	text     string
	cells    []string // of a row of the table, in place of text
	width    int      // of each cell
	question int      // which question of the card it belongs to, from 1; 0 for none
	first    bool     // the first row of that question
	tail     string   // beside the words, faint
}

type cardKind int

const (
	cardText cardKind = iota
	cardFaint
	cardHeading
	cardCells // of the table
	cardHeads // of its columns
	cardRule  // between heads and cells
	cardQuestion
)

// hang is how far the later rows of an item stand in from its first, in cells.
const hang = 2

// tableMeasure is how wide a table is drawn at most, in cells: what is not read along the row may
// be wider than words.
const tableMeasure = 76

// layCard lays a card out in room cells, its words in at most measure of them: its table, which is
// what one comes for, its words, where it comes from and its questions.
func layCard(c journal.Card, prompts []journal.Prompt, room, measure int) []cardRow {
	w := min(room, measure)
	var rows []cardRow
	if c.Table != nil && len(c.Table.Columns) > 0 {
		rows = layTable(c.Table.Columns, min(room, tableMeasure))
	}
	rows = apart(rows, layBody(c.Body, w))
	var from []cardRow
	if len(c.Sources) > 0 {
		from = append(from, wrapped(cardFaint, cited(c.Sources), w)...)
	}
	if c.Note != "" {
		from = append(from, wrapped(cardFaint, oneLine(c.Note), w)...)
	}
	rows = apart(rows, from)
	return apart(rows, layQuestions(prompts, w))
}

// apart puts what follows below a blank row.
func apart(rows, more []cardRow) []cardRow {
	if len(rows) > 0 && len(more) > 0 {
		rows = append(rows, cardRow{})
	}
	return append(rows, more...)
}

func wrapped(kind cardKind, s string, w int) []cardRow {
	var rows []cardRow
	for _, line := range widget.Wrap(s, w, 0) {
		rows = append(rows, cardRow{kind: kind, text: line})
	}
	return rows
}

// layBody is the paragraphs, a blank row between them, and the items of a list below each other.
func layBody(body []string, w int) []cardRow {
	var rows []cardRow
	inList := false
	for _, paragraph := range body {
		item, isItem := strings.CutPrefix(paragraph, "- ")
		var more []cardRow
		if isItem {
			for _, line := range hanging("· "+oneLine(item), w) {
				more = append(more, cardRow{text: line})
			}
		} else {
			more = wrapped(cardText, oneLine(paragraph), w)
		}
		if isItem && inList {
			rows = append(rows, more...)
		} else {
			rows = apart(rows, more)
		}
		inList = isItem
	}
	return rows
}

// columnFrom is the least width of a column of a table, in cells: below it hardly a word fits, and
// the columns are put under each other.
const columnFrom = 14

// between is what stands between two columns, in cells: a rule and a space on each side of it.
const between = 3

// layTable lays a table out: its columns side by side with a thin rule between them.
func layTable(columns []journal.CardColumn, w int) []cardRow {
	n := len(columns)
	width := (w - (n-1)*between) / n
	if width < columnFrom {
		return stacked(columns, w)
	}
	heads := make([][]string, n)
	cells := make([][]string, n)
	for i, c := range columns {
		heads[i] = widget.Wrap(oneLine(c.Head), width, 0)
		for _, cell := range c.Cells {
			cells[i] = append(cells[i], hanging(oneLine(cell), width)...)
		}
	}
	rows := abreast(cardHeads, heads, width)
	rows = append(rows, cardRow{kind: cardRule, cells: make([]string, n), width: width})
	return append(rows, abreast(cardCells, cells, width)...)
}

// hanging is a text in rows, the later ones further in, so that one sees where the next begins.
func hanging(s string, w int) []string {
	rows := widget.Wrap(s, w, 0)
	if len(rows) < 2 {
		return rows
	}
	rows = widget.Wrap(s, w-hang, 0)
	for i := range rows[1:] {
		rows[i+1] = strings.Repeat(" ", hang) + rows[i+1]
	}
	return rows
}

// abreast puts blocks of rows beside each other; a shorter one is filled up with nothing.
func abreast(kind cardKind, blocks [][]string, width int) []cardRow {
	longest := 0
	for _, b := range blocks {
		longest = max(longest, len(b))
	}
	rows := make([]cardRow, longest)
	for i := range rows {
		rows[i] = cardRow{kind: kind, width: width, cells: make([]string, len(blocks))}
		for j, b := range blocks {
			if i < len(b) {
				rows[i].cells[j] = b[i]
			}
		}
	}
	return rows
}

// stacked is a table for a window too narrow for columns: each under its head.
func stacked(columns []journal.CardColumn, w int) []cardRow {
	var rows []cardRow
	for _, c := range columns {
		block := wrapped(cardHeading, oneLine(c.Head), w)
		for _, cell := range c.Cells {
			block = append(block, layBody([]string{"- " + cell}, w)...)
		}
		rows = apart(rows, block)
	}
	return rows
}

// hiddenTail marks a question that is not offered any more.
const hiddenTail = "hidden"

// layQuestions is the questions of a card below their heading.
func layQuestions(prompts []journal.Prompt, w int) []cardRow {
	if len(prompts) == 0 {
		return nil
	}
	rows := []cardRow{{kind: cardHeading, text: "TO ASK YOURSELF"}}
	for i, p := range prompts {
		room := w
		if p.Hidden {
			room -= len("  " + hiddenTail)
		}
		for j, line := range hanging(oneLine(p.Text), room) {
			rows = append(rows, cardRow{kind: cardQuestion, text: line, question: i + 1, first: j == 0})
		}
		if p.Hidden {
			rows[len(rows)-1].tail = hiddenTail
		}
	}
	return rows
}

// draw is the row with its margin.
func (r cardRow) draw(chosen bool, t *theme.Theme) string {
	switch r.kind {
	case cardFaint:
		return "  " + t.Faint.Render(r.text)
	case cardHeading:
		return "  " + t.Heading.Render(r.text)
	case cardHeads:
		return "  " + r.across(" │ ", func(s string) string { return t.Heading.Render(s) }, t)
	case cardCells:
		return "  " + r.across(" │ ", func(s string) string { return t.Text.Render(s) }, t)
	case cardRule:
		return "  " + t.Rule.Render(strings.Join(slices.Repeat([]string{strings.Repeat("─", r.width)}, len(r.cells)), "─┼─"))
	case cardQuestion:
		style := t.Text
		if chosen {
			style = t.Selected
		}
		out := chosenMark(chosen && r.first) + style.Render(r.text)
		if r.tail != "" {
			out += t.Faint.Render("  " + r.tail)
		}
		return out
	}
	return "  " + t.Text.Render(r.text)
}

// across is the cells of a row beside each other.
func (r cardRow) across(rule string, style func(string) string, t *theme.Theme) string {
	cells := make([]string, len(r.cells))
	for i, c := range r.cells {
		cells[i] = style(widget.Pad(c, r.width))
	}
	return strings.Join(cells, t.Rule.Render(rule))
}
