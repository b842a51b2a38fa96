package journal

import "slices"

// Card is one concept of the material on a page of its own.
type Card struct {
	ID      string // stable
	Title   string
	Body    []string   // paragraphs; one that begins with "- " is an item of a list
	Table   *CardTable // nil for most
	Sources []Source
	Note    string   // what else is to be said of where it comes from, "" mostly
	Prompts []string // the ids of the prompts that go with it
}

// Validate checks the rules of a card: an id, a title and words, and a table, where there is one,
// of columns with a head and cells that are not blank.
func (c Card) Validate() error {
	switch {
	case Blank(c.ID) || Blank(c.Title):
		return Errorf(CodeInvalid, "A card needs an id and a title.")
	case len(c.Body) == 0 || slices.ContainsFunc(c.Body, Blank):
		return Errorf(CodeInvalid, "A card needs words.")
	case c.Table == nil:
		return nil
	case len(c.Table.Columns) == 0:
		return Errorf(CodeInvalid, "A table needs a column.")
	}
	for _, column := range c.Table.Columns {
		if Blank(column.Head) || len(column.Cells) == 0 || slices.ContainsFunc(column.Cells, Blank) {
			return Errorf(CodeInvalid, "A column of a table needs a head and cells.")
		}
	}
	return nil
}

// CardTable is a table of a card, by columns. Their lengths may differ: what stands side by side does
// not belong together.
type CardTable struct{ Columns []CardColumn }

// CardColumn is one column of a table.
type CardColumn struct {
	Head  string
	Cells []string
}
