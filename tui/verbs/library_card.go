package verbs

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/safe"
	"bothways/tui/widget"
)

const (
	between = 2 // columns between those of a table
	hang    = 2 // columns by which what goes on in the next row of a table stands back
)

// cardPage is a card in plain text, no wider than a page.
func (a *app) cardPage(c journal.Card) error {
	rows := widget.Wrap(c.Title, a.page(), 0)
	if c.Table != nil {
		rows = append(append(rows, ""), tableRows(*c.Table, a.page())...)
	}
	inList := false
	for _, paragraph := range c.Body {
		item, isItem := strings.CutPrefix(paragraph, "- ")
		if !isItem || !inList {
			rows = append(rows, "")
		}
		inList = isItem
		if isItem {
			rows = append(rows, hanging("- ", item, a.page())...)
			continue
		}
		rows = append(rows, widget.Wrap(paragraph, a.page(), 0)...)
	}
	if len(c.Sources) > 0 || c.Note != "" {
		rows = append(rows, "")
	}
	if len(c.Sources) > 0 {
		rows = append(rows, widget.Wrap("From "+titles(c.Sources)+".", a.page(), 0)...)
	}
	if c.Note != "" {
		rows = append(rows, widget.Wrap(c.Note, a.page(), 0)...)
	}
	for _, row := range rows {
		if err := a.line("%s", row); err != nil {
			return err
		}
	}
	return a.cardQuestions(c)
}

// cardQuestions are the questions that go with a card, each with the id that answers it.
func (a *app) cardQuestions(c journal.Card) error {
	q, err := builtIn()
	if err != nil || len(c.Prompts) == 0 {
		return err
	}
	if err := a.line("\nQUESTIONS"); err != nil {
		return err
	}
	for _, id := range c.Prompts {
		p, ok := q.Prompt(id)
		if !ok {
			continue
		}
		if err := a.line("  %s", safe.Line(p.ID)); err != nil {
			return err
		}
		if err := a.question(p.Text, "    "); err != nil {
			return err
		}
	}
	return nil
}

// titles are sources by their titles, in a sentence.
func titles(sources []journal.Source) string {
	said := shapes(sources, func(s journal.Source) string { return "“" + s.Title() + "”" })
	if len(said) < 2 {
		return strings.Join(said, "")
	}
	return strings.Join(said[:len(said)-1], ", ") + " and " + said[len(said)-1]
}

// hanging is text wrapped to w columns after lead, with the rows that follow the first below its
// words.
func hanging(lead, text string, w int) []string {
	width := ansi.StringWidth(lead)
	rows := widget.Wrap(text, w-width, 0)
	for i := range rows {
		if i == 0 {
			rows[i] = lead + rows[i]
			continue
		}
		rows[i] = strings.Repeat(" ", width) + rows[i]
	}
	return rows
}

// cellRows is a cell in w columns; what does not fit in one row goes on a little to the right, so that
// it is not taken for a cell of its own.
func cellRows(cell string, w int) []string {
	rows := widget.Wrap(cell, w, 0)
	if len(rows) < 2 || w <= hang {
		return rows
	}
	rows = widget.Wrap(cell, w-hang, 0)
	for i := 1; i < len(rows); i++ {
		rows[i] = strings.Repeat(" ", hang) + rows[i]
	}
	return rows
}

// tableRows draws the columns of a table side by side, each under its head, in w columns at most.
func tableRows(t journal.CardTable, w int) []string {
	if len(t.Columns) == 0 {
		return nil
	}
	room := (w - between*(len(t.Columns)-1)) / len(t.Columns)
	var columns [][]string
	height := 0
	for _, c := range t.Columns {
		wide := ansi.StringWidth(safe.Line(c.Head))
		for _, cell := range c.Cells {
			wide = max(wide, ansi.StringWidth(safe.Line(cell)))
		}
		wide = min(wide, room)
		rows := []string{widget.Pad(strings.ToUpper(c.Head), wide), strings.Repeat("-", wide)}
		for _, cell := range c.Cells {
			rows = append(rows, cellRows(cell, wide)...)
		}
		for i := range rows {
			rows[i] = widget.PadStyled(rows[i], wide)
		}
		columns = append(columns, rows)
		height = max(height, len(rows))
	}
	out := make([]string, height)
	for i := range out {
		var parts []string
		for _, rows := range columns {
			if i < len(rows) {
				parts = append(parts, rows[i])
				continue
			}
			parts = append(parts, strings.Repeat(" ", ansi.StringWidth(rows[0])))
		}
		out[i] = strings.TrimRight(strings.Join(parts, strings.Repeat(" ", between)), " ")
	}
	return out
}
