package chart_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"bothways/tui/chart"
)

func plain(rows []chart.Row) string {
	var out []string
	for _, r := range rows {
		out = append(out, r.Plain())
	}
	return strings.Join(out, "\n")
}

func TestColumns(t *testing.T) {
	none := chart.ColumnsAt{Column: -1}
	for _, c := range []struct {
		name string
		all  []chart.Column
		w, h int
		at   chart.ColumnsAt
		want string
	}{
		{"both ways, one row each", []chart.Column{{Up: 2}, {Down: 1}, {Up: 1, Both: 1}}, 10, 2, none, "  2 █   █\n    █   ▒\n  0 ──────\n  1   █ ▒\n\n"},
		{"few are drawn tall", []chart.Column{{Up: 1}, {}}, 8, 3, none, "  1 █\n    █\n    █\n  0 ────\n\n"},
		{"many share a row", []chart.Column{{Up: 8, Down: 4}, {Up: 1}}, 6, 2, none, "  8 █\n    █▄\n  0 ──\n  4 █\n\n"},
		{"the chosen one has a mark", []chart.Column{{Up: 1}, {Down: 1, Label: "now"}}, 7, 1, chart.ColumnsAt{Column: 1, Side: chart.Below}, "  1 █\n  0 ──\n  1  █\n     ▼\n"},
		{"labels do not touch", []chart.Column{{Label: "Jan"}, {Label: "Feb"}, {Label: "Mar"}, {Up: 1}, {Label: "May"}, {}, {}}, 12, 1, none, "  1    █\n  0 ───────\n\n    Jan May"},
		{"nothing at all", []chart.Column{{}, {}}, 10, 2, none, "\n"},
		{"no columns", nil, 10, 2, none, ""},
		{"no room", []chart.Column{{Up: 1}}, 4, 2, none, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := chart.Columns(c.all, c.w, c.h, c.at)
			for _, r := range got {
				if r.Width() > c.w {
					t.Errorf("a row of %d cells", r.Width())
				}
			}
			if plain(got) != c.want {
				t.Errorf("got\n%s\nwant\n%s", plain(got), c.want)
			}
		})
	}
	t.Run("more than fit end with the last, or stand around the chosen one", func(t *testing.T) {
		all := make([]chart.Column, 100)
		all[0], all[99] = chart.Column{Up: 1, Label: "first"}, chart.Column{Down: 1}
		if got := plain(chart.Columns(all, 20, 1, none)); strings.Contains(got, "first") || !strings.Contains(got, "█") {
			t.Errorf("the last are not there:\n%s", got)
		}
		if got := plain(chart.Columns(all, 20, 1, chart.ColumnsAt{Column: 2})); !strings.Contains(got, "first") || !strings.Contains(got, "┃") {
			t.Errorf("the chosen one is not there:\n%s", got)
		}
	})
}

func TestBar(t *testing.T) {
	row := func(cells []chart.Cell) string { return chart.Row(cells).Plain() }
	parts := func(a, b int) []chart.Part {
		return []chart.Part{{N: a, Fill: chart.Full}, {N: b, Fill: chart.Light}}
	}
	for _, c := range []struct {
		name string
		got  []chart.Cell
		want string
	}{
		{"a cell each", chart.Bar(parts(3, 2), 5, 10), "███░░"},
		{"a share of the room", chart.Bar(parts(50, 50), 100, 10), "█████░░░░░"},
		{"a little is seen", chart.Bar(parts(1, 0), 1000, 10), "█"},
		{"the little part is seen too", chart.Bar(parts(90, 1), 100, 10), "█████████░"},
		{"never beyond the room", chart.Bar(parts(100, 100), 100, 10), "██████████"},
		{"nothing", chart.Bar(parts(0, 0), 5, 10), ""},
		{"no room", chart.Bar(parts(3, 2), 5, 0), ""},
		{"a share fills all of it", chart.Share(parts(1, 2), 10), "███░░░░░░░"},
		{"a share of nothing", chart.Share(parts(0, 0), 10), ""},
		{"a point in the middle", chart.Point(0, -2, 2, 5), "··●··"},
		{"a point at the end", chart.Point(9, -2, 2, 5), "··│·●"},
		{"a point on no line", chart.Point(0, 2, 2, 5), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := row(c.got); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestLines(t *testing.T) {
	lines := []chart.Line{{Label: "coaching", Value: "12", Drawn: []chart.Cell{{Text: "███"}}, Note: "日本語の名前 and more"}, {Label: "a", Value: "3", Drawn: []chart.Cell{{Text: "█"}}, Note: "x"}}
	rows := chart.Lines(lines, 30, 1)
	want := "  coaching  12  ███  日本語の…\n❯ a          3  █    x"
	if got := plain(rows); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTable(t *testing.T) {
	table := chart.Table{Heads: []string{"PN", "葵", "IK", "TB"}}
	dots := func(s string) (out []chart.Cell) {
		for _, r := range s {
			out = append(out, chart.Cell{Text: string(r)})
		}
		return out
	}
	table.Rows = []chart.TableRow{{Label: "confidence", Dots: dots("●·○·")}, {Label: "stretch", Dots: dots("····"), Note: "nobody helps"}}
	want := "               PN 葵 IK TB\n❯ confidence   ●  · [○] ·\n  stretch      ·  ·  ·  ·  nobody helps"
	if got := plain(table.Draw(60, 0, 2)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	narrow := plain(table.Draw(35, 0, 3))
	if !strings.Contains(narrow, "‹") || !strings.Contains(narrow, "[·]") || strings.Contains(narrow, "PN") {
		t.Errorf("narrow, around the chosen one:\n%s", narrow)
	}
	wide := chart.Table{Heads: []string{"PN"}, Rows: []chart.TableRow{{Label: "経営者の孤独", Dots: dots("●")}}}
	if got := plain(wide.Draw(40, -1, 0)); !strings.Contains(got, "経営者の孤独 ") {
		t.Errorf("a label of wide letters is cut:\n%s", got)
	}
}

// FuzzWidths requires that nothing is wider than it may be, whatever the numbers and the words are.
func FuzzWidths(f *testing.F) {
	f.Add(uint8(40), uint8(6), 3, 5, 1, 2, "Priya 日本語 👩‍👩‍👧")
	f.Add(uint8(9), uint8(1), 1<<40, 0, -3, 60, "\x1b[31m\t")
	f.Fuzz(func(t *testing.T, w, h uint8, up, down, both, n int, name string) {
		n = (n%80 + 80) % 80
		up, down, both = up%(1<<40), down%(1<<40), both%(1<<40)
		var columns []chart.Column
		var lines []chart.Line
		table := chart.Table{}
		for i := range n {
			columns = append(columns, chart.Column{Up: max(0, up+i), Down: max(0, down-i), Both: max(0, both), Label: "5 Jan"})
			drawn := chart.Bar([]chart.Part{{N: up, Fill: chart.Full}, {N: both, Fill: chart.Light}}, max(1, up, both), int(w))
			if got := chart.Row(drawn).Width(); got > int(w) {
				t.Errorf("a bar of %d cells in %d", got, w)
			}
			lines = append(lines, chart.Line{Label: name, Value: "12", Drawn: drawn, Note: name})
			table.Heads = append(table.Heads, name)
			table.Rows = append(table.Rows, chart.TableRow{Label: name, Note: "word"})
		}
		for i := range table.Rows {
			table.Rows[i].Dots = make([]chart.Cell, len(table.Heads))
		}
		for what, rows := range map[string][]chart.Row{
			"columns": chart.Columns(columns, int(w), int(h%20), chart.ColumnsAt{Column: n / 2, Side: chart.Above}),
			"lines":   chart.Lines(lines, int(w), n/2),
			"table":   table.Draw(int(w), n/2, n/2),
		} {
			for _, r := range rows {
				if got := ansi.StringWidth(r.Plain()); got > int(w) {
					t.Errorf("%s: a row of %d cells in %d: %q", what, got, w, r.Plain())
				}
			}
		}
	})
}
