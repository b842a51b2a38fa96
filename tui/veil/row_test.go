package veil_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/veil"
)

func hides() journal.Veil {
	return journal.NewVeil([]string{"Priya Natarajan", "Sam Tennant", "欧阳修明"})
}

func TestRow(t *testing.T) {
	tests := []struct {
		name, row string
		look      veil.Look
		want      string
	}{
		{"words", "a talk with Priya Natarajan, again", veil.Look{}, "a talk with P. N., again"},
		{"a column", "Fri  Priya    send it", veil.Look{}, "Fri  P.       send it"},
		{"two columns", "Sam   Priya  x", veil.Look{}, "S.    P.     x"},
		{"a box", "│ Priya │", veil.Look{}, "│ P.    │"},
		{"styled", "\x1b[1mPri\x1b[31mya\x1b[m  x", veil.Look{}, "\x1b[1mP.\x1b[31m\x1b[m     x"},
		{"before the cursor", "❯ Priya and Sam", veil.Look{Still: 7}, "❯ P···· and S."},
		{"cut short", "with Priya Nata…  x", veil.Look{}, "with P. N…        x"},
		{"the end of one", "…tarajan said", veil.Look{}, "…· said"},
		{"the edge", "with Priya Nata", veil.Look{Width: 15}, "with P. N"},
		{"not the edge", "with Priya Nata", veil.Look{Width: 40}, "with P. Nata"},
		{"over two rows", "说欧阳", veil.Look{}, "说欧"},
		{"from the row before", "  修明说", veil.Look{}, "  ·说"},
		{"told in confidence", "note · priv: she leaves", veil.Look{}, "note · priv: ·····"},
		{"told in a column", "priv: she leaves  │ beside", veil.Look{}, "priv: ·····       │ beside"},
		{"typed", "priv: she leaves", veil.Look{Typed: true}, "priv: she leaves"},
		{"taught", "priv:        told in confidence", veil.Look{}, "priv:        told in confidence"},
		{"nothing", "nothing to hide", veil.Look{}, "nothing to hide"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := veil.Row(hides(), test.row, test.look); got != test.want {
				t.Errorf("%q became %q, want %q", test.row, got, test.want)
			}
			if got := veil.Row(journal.Veil{}, test.row, test.look); got != test.row {
				t.Errorf("with nothing hidden %q became %q", test.row, got)
			}
		})
	}
}

func TestSaying(t *testing.T) {
	for said, want := range map[string]string{
		"Undone: note: we met priv: she leaves.": "Undone: note: we met priv: ·····",
		"Undone: PRIV : she leaves":              "Undone: PRIV : ·····",
		"a deprived: word":                       "a deprived: word",
		"priv:":                                  "priv:",
	} {
		if got := veil.Saying(hides(), said); got != want {
			t.Errorf("%q became %q, want %q", said, got, want)
		}
	}
}

func FuzzRow(f *testing.F) {
	f.Add("with Priya Nata…  x", 20, 3)
	f.Add("\x1b[1mPri\x1b[31mya\x1b[m │ 欧阳修明", 10, 0)
	f.Add("a\xff\x00priv: \x1b]0;x\x07", 0, 0)
	f.Fuzz(func(t *testing.T, row string, width, still int) {
		got := veil.Row(hides(), row, veil.Look{Width: width, Still: still})
		for _, word := range []string{"Priya", "Natarajan", "欧阳修明"} {
			if row == word+" "+row[min(len(row), len(word)+1):] && strings.HasPrefix(ansi.Strip(got), word) {
				t.Fatalf("%q became %q", row, got)
			}
		}
	})
}
