package material

import (
	"strings"

	"bothways/journal"
)

// readCard reads a card. Its first paragraph says what it is; then come its words, where a line
// that begins with "- " is an item of a list, and the columns of a table, one paragraph each:
//
//	column: Needs
//	- creativity
//	- risk taking
func readCard(text string) (journal.Card, []journal.Notice) {
	var c journal.Card
	var n notices
	for i, p := range paragraphs(text) {
		if i == 0 {
			c = cardHead(p, &n)
			continue
		}
		entries, words := p.cut([]string{keyColumn})
		switch {
		case len(entries) == 1 && entries[0].key == keyColumn:
			column := journal.CardColumn{Head: entries[0].value}
			for _, item := range passages(words) {
				cell, ok := strings.CutPrefix(item, "- ")
				if !ok {
					n.add(p.at(), "a column is lines that begin with a hyphen.")
				}
				column.Cells = append(column.Cells, strings.TrimSpace(cell))
			}
			if c.Table == nil {
				c.Table = &journal.CardTable{}
			}
			c.Table.Columns = append(c.Table.Columns, column)
		case len(entries) > 0:
			n.add(entries[0].number, "“%s” is not something a card has here.", entries[0].key)
		default:
			c.Body = append(c.Body, passages(words)...)
		}
	}
	if err := c.Validate(); err != nil {
		n.add(0, "%s", journal.ErrorMessage(err))
	}
	return c, n.sorted()
}

func cardHead(p paragraph, n *notices) (c journal.Card) {
	entries, words := p.cut(cardKeys())
	for _, e := range n.first(entries) {
		switch e.key {
		case keyCard:
			c.Title = e.value
		case keyID:
			c.ID = e.value
		case keyFrom:
			c.Sources = readSources(e.value)
		case keyNote:
			c.Note = e.value
		case keyAsk:
			for id := range strings.SplitSeq(e.value, ",") {
				c.Prompts = append(c.Prompts, strings.TrimSpace(id))
			}
		default:
			n.add(e.number, "“%s” is not something a card has; use card, id, from, note or ask.", e.key)
		}
	}
	if len(words) > 0 {
		n.add(words.at(), "the words of a card begin after an empty line.")
	}
	return c
}

// passages are the paragraphs and items in some lines. How the lines are broken means nothing.
func passages(lines paragraph) (all []string) {
	for _, l := range lines {
		if len(all) == 0 || strings.HasPrefix(l.text, "- ") {
			all = append(all, l.text)
		} else {
			all[len(all)-1] += " " + l.text
		}
	}
	return all
}
