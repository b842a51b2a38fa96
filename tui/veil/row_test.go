package veil_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/safe"
	"bothways/tui/veil"
)

func hides() journal.Veil {
	return journal.NewVeil([]string{"Priya Natarajan", "Sam Tennant", "欧阳修明", "May Field", "Sun Wei", "Mary-Mabel"})
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
		{"joined and cut short", "   A-Priya-Nata…  x", veil.Look{}, "   A-P.-N…        x"},
		{"a joined name cut short", "Mary-Ma…  x", veil.Look{}, "M.…       x"},
		{"the end of one", "…tarajan said", veil.Look{}, "…· said"},
		{"the edge", "with Priya Nata", veil.Look{Width: 15}, "with P. N"},
		{"not the edge", "with Priya Nata", veil.Look{Width: 40}, "with P. Nata"},
		{"over two rows", "说欧阳", veil.Look{}, "说欧."},
		{"from the row before", "  修明说", veil.Look{}, "  修.说"},
		{"told in confidence", "note · priv: she leaves", veil.Look{}, "note · priv: ·····"},
		{"told in a column", "priv: she leaves  │ beside", veil.Look{}, "priv: ·····       │ beside"},
		{"behind an ellipsis", "…priv: she leaves", veil.Look{}, "…priv: ·····"},
		{"in quotes", "“priv: she leaves”", veil.Look{}, "“priv: ·····"},
		{"told twice", "priv: ····· gave: priv: she leaves", veil.Look{}, "priv: ····· gave: priv: ·····"},
		{"told beside", "priv: a secret │ priv: she leaves", veil.Look{}, "priv: ·····    │ priv: ·····"},
		{"its dots cut short", "note · priv: ···…  x", veil.Look{}, "note · priv: ···…  x"},
		{"nothing of it left", "note · priv:…   │", veil.Look{}, "note · priv:…   │"},
		{"another word", "dépriv: she stays", veil.Look{}, "dépriv: she stays"},
		{"typed", "priv: she leaves", veil.Look{Typed: true}, "priv: she leaves"},
		{"taught", "priv:        told in confidence", veil.Look{}, "priv:        told in confidence"},
		{"a month", "❯ May   ● 15  with May", veil.Look{}, "❯ May   ● 15  with M."},
		{"a due day", "❯ ~! Sun     May      ask Sun", veil.Look{}, "❯ ~! Sun     M.       ask S."},
		{"no due day", "· Sun asked  Sun     so", veil.Look{}, "· S. asked   S.      so"},
		{"no month", "May   ● both ways", veil.Look{}, "M.    ● both ways"},
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

// FuzzRow puts a name and a confidence between the words of any row: neither is there afterwards.
func FuzzRow(f *testing.F) {
	f.Add("a talk with  somebody │ else…", "natarajan", 20, 3, uint(2))
	f.Add("\x1b[1mso\x1b[31m and so\x1b[m │ 欧阳", "PRIYA", 10, 0, uint(1))
	f.Add("a\xff\x00priv: \x1b]0;x\x07", "Tennant", 0, 0, uint(0))
	f.Add("…priv: x “priv: y”  priv: ····· z", "欧阳修明", 30, 90, uint(3))
	f.Fuzz(func(t *testing.T, row, name string, width, still int, place uint) {
		if !slices.Contains([]string{"priya", "natarajan", "tennant", "欧阳修明"}, strings.ToLower(name)) {
			name = "Priya"
		}
		fields := strings.Split(safe.Line(ansi.Strip(row)), " ")
		at := int(place % uint(len(fields)+1))
		got := veil.Row(hides(), strings.Join(slices.Insert(slices.Clone(fields), at, name), " "), veil.Look{Width: width, Still: still})
		if n := times(row, name); times(ansi.Strip(got), name) > n {
			t.Fatalf("%q with %s at %d became %q", row, name, at, got)
		}
		got = veil.Row(hides(), strings.Join(append(fields, "priv:", "leaving"), " "), veil.Look{Width: width, Still: still})
		if strings.HasSuffix(ansi.Strip(got), "leaving") {
			t.Fatalf("%q with a confidence became %q", row, got)
		}
	})
}

func times(s, word string) int { return strings.Count(strings.ToLower(s), strings.ToLower(word)) }
