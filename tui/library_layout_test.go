package tui

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/theme"
)

// tableCard is a card with a bit of everything.
func tableCard() journal.Card {
	return journal.Card{
		ID: "table", Title: "Needs, interventions, relations",
		Body: []string{
			"What somebody comes with, what you do about it and what grows between you are three things, and it helps to keep them apart.",
			"- a short item",
			"- an item that is rather longer than one row of a narrow window can hold, so that it goes on below",
			"Words after the list.",
		},
		Table: &journal.CardTable{Columns: []journal.CardColumn{
			{Head: "Needs", Cells: []string{"self-development", "confidence building", "creativity", "fulfilment of potential", "risk taking"}},
			{Head: "Interventions", Cells: []string{"teaching", "coaching", "role modelling", "counselling", "support", "advice", "sponsorship", "guidance", "resources"}},
			{Head: "Relations", Cells: []string{"interpersonal relations", "social relations", "networking", "sharing", "trust"}},
		}},
		Sources: []journal.Source{journal.SourceWIM, journal.SourceMFA},
		Note:    "The table is by Morton-Cooper and Palmer (2000: 44), as cited there.",
		Prompts: []string{"meaning/friend", "before-as-mentor/needs"},
	}
}

// laid is the card as it stands on a page w cells wide.
func laid(c journal.Card, prompts []journal.Prompt, w int) []string {
	var rows []string
	for _, r := range layCard(c, prompts, w, 72) {
		rows = append(rows, strings.TrimRight(ansi.Strip(r.draw(false, theme.New(true))), " "))
	}
	return rows
}

func TestLayCard(t *testing.T) {
	prompts := []journal.Prompt{{Text: "What was it like?\nTake a minute."}, {Text: "Which of these have you not used with anybody for as long as you can remember?", Hidden: true}}
	t.Run("no row is wider than the page", func(t *testing.T) {
		for w := 20; w <= 80; w++ {
			for _, r := range laid(tableCard(), prompts, w) {
				if got := ansi.StringWidth(r); got > w+2 {
					t.Fatalf("at %d: a row of %d cells: %q", w, got, r)
				}
			}
		}
	})
	t.Run("every word of the table is whole in 56 cells", func(t *testing.T) {
		all := strings.Join(laid(tableCard(), nil, 56), "\n")
		for _, col := range tableCard().Table.Columns {
			for _, cell := range append(col.Cells, col.Head) {
				for _, word := range strings.FieldsFunc(cell, func(r rune) bool { return r == ' ' || r == '-' }) {
					if !strings.Contains(all, word) {
						t.Errorf("%q is broken:\n%s", word, all)
					}
				}
			}
		}
	})
	t.Run("columns beside each other, a cell that goes on stands in", func(t *testing.T) {
		rows := laid(tableCard(), nil, 56)
		at := slices.IndexFunc(rows, func(s string) bool { return strings.Contains(s, "┼") })
		if at < 1 {
			t.Fatal("there is no rule below the heads")
		}
		want := []string{
			"  Needs            │ Interventions    │ Relations",
			"  ─────────────────┼──────────────────┼─────────────────",
			"  self-development │ teaching         │ interpersonal",
			"  confidence       │ coaching         │   relations",
			"    building       │ role modelling   │ social relations",
		}
		if got := rows[at-1 : at-1+len(want)]; !slices.Equal(got, want) {
			t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	})
	t.Run("columns under each other where there is no room", func(t *testing.T) {
		rows := laid(tableCard(), nil, 36)
		at := slices.Index(rows, "  Needs")
		if at < 0 || rows[at+1] != "  · self-development" || slices.Index(rows, "  Relations") < at {
			t.Errorf("got\n%s", strings.Join(rows, "\n"))
		}
	})
	t.Run("a list stands together and its items stand in", func(t *testing.T) {
		rows := laid(tableCard(), nil, 56)
		at := slices.Index(rows, "  · a short item")
		if at < 1 || rows[at-1] != "" || !strings.HasPrefix(rows[at+1], "  · an item") || !strings.HasPrefix(rows[at+2], "    ") || !slices.Contains(rows[at+3:at+5], "") {
			t.Errorf("got\n%s", strings.Join(rows, "\n"))
		}
	})
	t.Run("sources, then questions, a hidden one marked", func(t *testing.T) {
		all := strings.Join(laid(tableCard(), prompts, 72), "\n")
		last := 0
		for _, s := range []string{"from “What is mentoring? (Anthea)” and “Mentoring for all”", "as cited there", "TO ASK YOURSELF", "What was it like? Take a minute.", "Which of these", "  hidden"} {
			i := strings.Index(all, s)
			if i < last {
				t.Errorf("%q is not there, or too early:\n%s", s, all)
			}
			last = i
		}
	})
	t.Run("nothing on it", func(t *testing.T) {
		if rows := laid(journal.Card{}, nil, 60); len(rows) != 0 {
			t.Errorf("got %q", rows)
		}
	})
}
