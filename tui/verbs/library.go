package verbs

import (
	"strings"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/journal/material"
	"bothways/tui/safe"
	"bothways/tui/widget"
)

func (a *app) libraryVerb() *cobra.Command {
	cmd := &cobra.Command{
		Use: "library [CARD]",
		Long: "Lists the cards of the library, or shows one: what mentoring is and can be, with\n" +
			"where it comes from and the questions that go with it. CARD is an id, the\n" +
			"beginning of one, or any part of a title.",
		Example:           "bothways library friend",
		ValidArgsFunction: a.completeCard,
		RunE: func(cmd *cobra.Command, args []string) error {
			words := strings.Join(args, " ")
			if len(args) > 0 && journal.Blank(words) {
				return misused(cmd, "That name is empty; `%s` takes an id or any part of a card's title.", cmd.CommandPath())
			}
			cards, err := material.Cards()
			if err != nil {
				return err
			}
			if words == "" {
				return a.listCards(cards)
			}
			card, err := findCard(cards, words)
			if err != nil {
				return err
			}
			if a.json {
				return a.writeJSON(wholeCardShape(card))
			}
			return a.cardPage(card)
		},
	}
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) listCards(cards []journal.Card) error {
	if a.json {
		list := jsonArray{w: a.out}
		for _, c := range cards {
			if err := list.Add(cardShape(c)); err != nil {
				return err
			}
		}
		return a.endList(&list)
	}
	width := 0
	for _, c := range cards {
		width = max(width, len(c.ID))
	}
	for _, c := range cards {
		if err := a.line("%s  %s", widget.Pad(c.ID, width), safe.Line(c.Title)); err != nil {
			return err
		}
	}
	return nil
}

// findCard finds the one card that words fit.
func findCard(cards []journal.Card, words string) (journal.Card, error) {
	all := shapes(cards, func(c journal.Card) choice { return choice{id: c.ID, title: c.Title} })
	found, err := pickOne(all, words, kind{"card", "of the cards", "bothways library"})
	if err != nil {
		return journal.Card{}, err
	}
	for _, c := range cards {
		if c.ID == found.id {
			return c, nil
		}
	}
	return journal.Card{}, journal.Errorf(journal.CodeInternal, "That card is not in the library any more.")
}

type cardJSON struct {
	ID      string           `json:"id"`
	Title   string           `json:"title"`
	Sources []journal.Source `json:"sources"` // their keys
	Prompts []string         `json:"prompts"` // their ids
}

type wholeCardJSON struct {
	cardJSON
	Body  []string   `json:"body"` // paragraphs; "- " begins an item of a list
	Table *tableJSON `json:"table"`
	Note  *string    `json:"note"`
}

type tableJSON struct {
	Columns []columnJSON `json:"columns"`
}

type columnJSON struct {
	Head  string   `json:"head"`
	Cells []string `json:"cells"`
}

func cardShape(c journal.Card) cardJSON {
	return cardJSON{c.ID, c.Title, append([]journal.Source{}, c.Sources...), append([]string{}, c.Prompts...)}
}

func wholeCardShape(c journal.Card) wholeCardJSON {
	out := wholeCardJSON{cardJSON: cardShape(c), Body: append([]string{}, c.Body...), Note: orNull(c.Note)}
	if c.Table != nil {
		out.Table = &tableJSON{shapes(c.Table.Columns, func(col journal.CardColumn) columnJSON {
			return columnJSON{col.Head, append([]string{}, col.Cells...)}
		})}
	}
	return out
}
