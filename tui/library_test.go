package tui

import (
	"context"
	"slices"
	"strings"
	"testing"

	"bothways/journal"
	"bothways/journal/material"
)

const tableCardID = "needs-interventions-relations"

func TestLibraryGolden(t *testing.T) {
	d := newDesk(t)
	d.open(NewLibrary(d.root.env))
	d.goldens()
}

func TestCardGolden(t *testing.T) {
	t.Run("table", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewCard(d.root.env, tableCardID))
		d.in(t).goldens()
	})
	t.Run("at its questions", func(t *testing.T) {
		d := newDesk(t)
		card := NewCard(d.root.env, tableCard().ID)
		card.cards = []journal.Card{tableCard()}
		d.open(card)
		d.keys("enter", "j")
		d.in(t).goldens()
	})
}

// libraryCards are the cards there are.
func libraryCards(t *testing.T) []journal.Card {
	t.Helper()
	cards, err := material.Cards()
	if err != nil || len(cards) < 10 {
		t.Fatal(len(cards), err)
	}
	return cards
}

// chosenRow is the row the cursor is on.
func (d *desk) chosenRow() string {
	d.t.Helper()
	var found []string
	for row := range strings.SplitSeq(d.screen(), "\n") {
		if strings.HasPrefix(row, "❯") {
			found = append(found, row)
		}
	}
	if len(found) > 1 {
		d.t.Fatalf("several rows are chosen:\n%s", d.screen())
	}
	return strings.Join(found, "")
}

func TestLibrary(t *testing.T) {
	cards := libraryCards(t)
	// firstOf is how a card begins: with its table, where it has one.
	firstOf := func(id string) string {
		i := slices.IndexFunc(cards, func(c journal.Card) bool { return c.ID == id })
		if table := cards[i].Table; table != nil {
			return table.Columns[0].Cells[0]
		}
		return strings.Join(strings.Fields(cards[i].Body[0])[:3], " ")
	}
	table := cards[slices.IndexFunc(cards, func(c journal.Card) bool { return c.ID == tableCardID })]
	// asks is how the question of the table's card at place i begins; -1 is the last.
	asks := func(d *desk, i int) string {
		t.Helper()
		q, err := d.store().Questions(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		p, ok := q.Prompt(table.Prompts[(i+len(table.Prompts))%len(table.Prompts)])
		if !ok {
			t.Fatal("the question is not there")
		}
		return "❯ " + beginning(p)
	}
	t.Run("a card is opened from the list and left again", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewLibrary(d.root.env))
		d.sees("Library", cards[0].Title, cards[len(cards)-1].Title)
		d.keys("j", "j", "enter")
		d.sees(cards[2].Title, "3 of 11")
		d.seesNot("Library")
		d.keys("esc")
		d.sees("❯ " + cards[2].Title)
	})
	t.Run("leafing forth and back, and the ends", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewCard(d.root.env, cards[0].ID))
		d.sees("1 of 11")
		d.keys("p")
		d.sees("This is the first card.")
		d.keys("n", "]")
		d.sees(cards[2].Title, "3 of 11")
		d.keys("[")
		d.sees(cards[1].Title, "2 of 11")
		for range cards {
			d.keys("n")
		}
		d.sees(cards[len(cards)-1].Title, "11 of 11", "This is the last card.")
		d.keys("esc")
		d.sees("bothways")
	})
	t.Run("a question of a card is answered now", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewCard(d.root.env, tableCardID))
		d.sees("Needs, interventions, relations", "more below")
		d.keys("enter")
		d.sees("TO ASK YOURSELF", "enter answer it now")
		d.seesNot("more below")
		if row := d.chosenRow(); !strings.HasPrefix(row, asks(d, 0)) {
			t.Errorf("the cursor is on %q", row)
		}
		d.keys("enter")
		d.atQuestion()
		d.keys("esc")
		d.sees("TO ASK YOURSELF")
	})
	t.Run("reading on by rows comes to the questions, and back", func(t *testing.T) {
		for _, size := range [][2]int{{40, 10}, {60, 20}, {80, 24}, {120, 40}} {
			d := newDesk(t)
			d.size(size[0], size[1])
			d.open(NewCard(d.root.env, tableCardID))
			d.screen()
			for range 80 {
				d.keys("j")
				d.screen()
			}
			if row := d.chosenRow(); !strings.HasPrefix(row, asks(d, -1)) {
				t.Errorf("%v: at the end the cursor is on %q", size, row)
			}
			d.seesNot("more below")
			for range 80 {
				d.keys("k")
				d.screen()
			}
			if row := d.chosenRow(); row != "" {
				t.Errorf("%v: at the beginning the cursor is on %q", size, row)
			}
			d.sees(firstOf(tableCardID))
		}
	})
	t.Run("pages, end and beginning", func(t *testing.T) {
		d := newDesk(t)
		d.size(60, 20)
		d.open(NewCard(d.root.env, tableCardID))
		d.sees(firstOf(tableCardID), "more below")
		for range 3 {
			d.keys("pgdown")
			d.screen()
		}
		d.sees("TO ASK YOURSELF")
		d.seesNot(firstOf(tableCardID), "more below")
		d.keys("home")
		d.sees(firstOf(tableCardID), "more below")
		d.seesNot("TO ASK YOURSELF")
		d.keys("end")
		d.sees("TO ASK YOURSELF")
		d.keys("b")
		d.sees("more below")
	})
	t.Run("from question to question, round again", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewCard(d.root.env, tableCardID))
		d.keys("shift+tab")
		last := d.chosenRow()
		d.keys("tab")
		first := d.chosenRow()
		if last == first || !strings.HasPrefix(first, asks(d, 0)) || !strings.HasPrefix(last, asks(d, -1)) {
			t.Errorf("first %q, last %q", first, last)
		}
	})
	t.Run("a hidden question is marked and can be answered", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewCard(d.root.env, tableCardID))
		d.keys("end")
		d.seesNot("  hidden")
		if err := d.store().HidePrompt(context.Background(), table.Prompts[0], true); err != nil {
			t.Fatal(err)
		}
		d.send(changedMsg{})
		d.sees("  hidden")
		d.keys("enter")
		if row := d.chosenRow(); !strings.HasPrefix(row, asks(d, 0)) || !strings.HasSuffix(strings.TrimRight(row, " "), "  hidden") {
			t.Errorf("the cursor is on %q", row)
		}
		d.keys("enter")
		d.atQuestion()
		d.keys("esc", "u")
		d.seesNot("  hidden")
	})
	t.Run("a question of a hidden set is hidden", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewCard(d.root.env, tableCardID))
		if err := d.store().HideSet(context.Background(), strings.Split(table.Prompts[0], "/")[0], true); err != nil {
			t.Fatal(err)
		}
		d.send(changedMsg{})
		d.keys("end")
		d.sees("  hidden")
	})
	t.Run("a card that is not there", func(t *testing.T) {
		d := newDesk(t)
		d.open(NewCard(d.root.env, "no-such-card"))
		d.sees("There is no such card", "esc goes back")
		d.keys("enter", "n", "j", "esc")
		d.sees("bothways")
	})
	t.Run("every question of every card is reached in every size", func(t *testing.T) {
		d := newDesk(t)
		q, err := d.store().Questions(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		for _, card := range cards {
			d.open(NewCard(d.root.env, card.ID))
			for _, size := range [][2]int{{40, 10}, {60, 20}, {80, 24}, {120, 40}} {
				d.size(size[0], size[1])
				d.keys("home")
				seen := d.screen()
				for range 12 {
					d.keys("space")
					seen += d.screen()
				}
				for _, id := range card.Prompts {
					if p, ok := q.Prompt(id); !ok || !strings.Contains(seen, beginning(p)) {
						t.Errorf("%s at %v: %q is not on it", card.ID, size, p.Text)
					}
				}
			}
			d.settle(pop())
		}
	})
}

func TestLibraryBeginning(t *testing.T) {
	d := newDesk(t)
	d.open(NewLibrary(d.root.env))
	for range d.root.top().(*LibraryScreen).cards {
		d.seesNot("- Institutional", "  - ")
		d.keys("down")
	}
	d.seesNot("  - ")
	rows := cardBeginning([]string{"- " + strings.Repeat("one two ", 8), "- three"}, 30)
	if want := []string{"· one two one two one two", "  one two one two one two one", "  two one two…"}; !slices.Equal(rows, want) {
		t.Errorf("%q", rows)
	}
	rows = cardBeginning([]string{"- one", "- two", "Then more."}, 30)
	if want := []string{"· one", "· two"}; !slices.Equal(rows, want) {
		t.Errorf("%q", rows)
	}
}
