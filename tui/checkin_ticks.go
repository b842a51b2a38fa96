package tui

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/tui/theme"
	"bothways/tui/widget"
)

// tickRow is any number of things, each ticked by its digit.
type tickRow struct {
	name, asks string
	known      []string
	on         []bool
	first      []string // what was ticked when it began
	other      []string // ticked, and none of the known
	touched    bool
	pick       int // the one that space ticks
}

func newTickRow(name, asks string, known, said []string) tickRow {
	r := tickRow{name: name, asks: asks, known: known, on: make([]bool, len(known)), first: said}
	for _, word := range said {
		if i := slices.Index(known, word); i >= 0 {
			r.on[i] = true
		} else {
			r.other = append(r.other, word)
		}
	}
	return r
}

func (r *tickRow) label() string { return r.name }
func (r *tickRow) hint() string  { return r.asks }
func (r *tickRow) enter()        { r.pick = 0 }
func (r *tickRow) said() bool    { return len(r.words()) > 0 }
func (r *tickRow) wrong() string { return "" }

func (r *tickRow) clear() {
	clear(r.on)
	r.other, r.touched = nil, true
}

// words are what is ticked: in the order they are known in, or as they were where none was touched.
func (r *tickRow) words() []string {
	if !r.touched {
		return r.first
	}
	var out []string
	for i, word := range r.known {
		if r.on[i] {
			out = append(out, word)
		}
	}
	return append(out, r.other...)
}

func (r *tickRow) key(k tea.KeyPressMsg) rowAnswer {
	n := len(r.known)
	switch name := k.String(); {
	case name == "right" || name == "l":
		r.pick = (r.pick + 1) % n
	case name == "left" || name == "h":
		r.pick = (r.pick + n - 1) % n
	case name == "space":
		r.tick(r.pick)
	case typesDigit(k):
		i := int(k.Text[0] - '1')
		if k.Text == "0" || i >= n {
			return rowAnswer{why: r.span()}
		}
		r.tick(i)
	case k.Text != "":
		return rowAnswer{why: r.span()}
	}
	return rowAnswer{}
}

func (r *tickRow) span() string { return "1 to " + strconv.Itoa(len(r.known)) + " tick one of these." }

func (r *tickRow) tick(i int) { r.pick, r.on[i], r.touched = i, !r.on[i], true }

func (r *tickRow) closed(t *theme.Theme, w int) string {
	return t.Text.Render(widget.Cut(strings.Join(r.words(), ", "), w))
}

func (r *tickRow) open(t *theme.Theme, w int) openRow {
	cells := make([]choiceCell, len(r.known))
	for i, word := range r.known {
		cells[i] = choiceCell{choiceOption: choiceOption{digit: strconv.Itoa(i + 1), name: word}, on: r.on[i], here: i == r.pick, lit: i == r.pick}
	}
	return spreadChoices(cells, w-drawerMargin).under(t, r.closed(t, max(0, w-labelWidth-2)))
}
