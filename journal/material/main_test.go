package material

import (
	"flag"
	"os"
	"testing"

	"bothways/journal"
)

const (
	flagUpdate  = "update"
	flagSources = "sources"
)

func TestMain(m *testing.M) {
	flag.Bool(flagUpdate, false, "write the lists in testdata: of wordings, and with -sources of the five texts")
	flag.String(flagSources, "", "the folder with the five texts")
	flag.Parse()
	os.Exit(m.Run())
}

func updating() bool        { return flag.Lookup(flagUpdate).Value.String() == "true" }
func sourcesFolder() string { return flag.Lookup(flagSources).Value.String() }

func builtIn(t *testing.T) ([]journal.PromptSet, []journal.Card) {
	t.Helper()
	sets, err := Sets()
	if err != nil {
		t.Fatal(err)
	}
	cards, err := Cards()
	if err != nil {
		t.Fatal(err)
	}
	return sets, cards
}

// label is a text with the place it comes from.
type label struct{ place, text string }

// texts are all words there are to read, cells of tables each on their own.
func texts(sets []journal.PromptSet, cards []journal.Card) (all []label) {
	for _, s := range sets {
		all = append(all, label{s.ID + " title", s.Title}, label{s.ID + " about", s.About})
		for _, p := range s.Prompts {
			all = append(all, label{p.ID, p.Text})
		}
	}
	for _, c := range cards {
		all = append(all, label{c.ID + " title", c.Title}, label{c.ID + " note", c.Note})
		for _, b := range c.Body {
			all = append(all, label{c.ID + " body", b})
		}
		if c.Table != nil {
			for _, column := range c.Table.Columns {
				all = append(all, label{c.ID + " head", column.Head})
				for _, cell := range column.Cells {
					all = append(all, label{c.ID + " cell", cell})
				}
			}
		}
	}
	return all
}
