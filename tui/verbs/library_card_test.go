package verbs

import (
	"bufio"
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/journal/material"
)

func TestTableRows(t *testing.T) {
	for _, c := range []struct {
		name  string
		table journal.CardTable
		w     int
		want  string
	}{
		{"none", journal.CardTable{}, 20, ""},
		{"unequal columns", journal.CardTable{Columns: []journal.CardColumn{
			{Head: "One", Cells: []string{"a"}}, {Head: "Two", Cells: []string{"b", "c"}},
		}}, 20, "ONE  TWO\n---  ---\na    b\n     c"},
		{"narrow", journal.CardTable{Columns: []journal.CardColumn{
			{Head: "One", Cells: []string{"a long cell here", "b"}}, {Head: "Two", Cells: []string{"c", "d", "e", "f"}},
		}}, 18, "ONE       TWO\n--------  ---\na long    c\n  cell    d\n  here    e\nb         f"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(tableRows(c.table, c.w), "\n"); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestCardPages prints every card: none is wider than a page, and none leaves out a question.
func TestCardPages(t *testing.T) {
	cards, err := material.Cards()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cards {
		t.Run(c.ID, func(t *testing.T) {
			var out bytes.Buffer
			a := &app{now: time.Now, out: bufio.NewWriter(&out)}
			if err := a.cardPage(c); err != nil {
				t.Fatal(err)
			}
			if err := a.out.Flush(); err != nil {
				t.Fatal(err)
			}
			for line := range strings.SplitSeq(out.String(), "\n") {
				if ansi.StringWidth(line) > pageWidth || strings.TrimRight(line, " ") != line {
					t.Errorf("line %q", line)
				}
			}
			for _, id := range c.Prompts {
				if !strings.Contains(out.String(), "\n  "+id+"\n    ") {
					t.Errorf("%s is not there", id)
				}
			}
		})
	}
}
