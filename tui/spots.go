package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// spots knows, while the mouse is on, what was drawn where. Whoever draws a row says what pointing at it
// does and gets the row back between two marks of no width; the marks travel with it through columns,
// cutting and scrolling, and the root takes them out of the finished page, where their places are known.
// A nil one marks nothing: a page draws the same with the mouse off.
type spots struct {
	all     []spot
	regions []region
}

// spot is something that can be pointed at.
type spot struct {
	// point brings the cursor there; x is how many cells from the beginning of the spot. drag is that
	// the button stayed down on the way from another.
	point func(x int, drag bool) tea.Cmd
	// again is the key a second press usually is, "" for none.
	again string
	here  bool // the cursor was there already
	words bool // it is a text, in which one can drag
	// part is for a row of a picture, which has several parts: whether there is one x cells from its
	// beginning, and whether the cursor was there already. It is nil for anything else.
	part func(x int) (here, ok bool)
}

// region is where a spot was drawn.
type region struct{ y, from, to, spot int }

// The marks are control sequences no terminal knows; nobody sees them, as they are taken out. Words of
// the journal cannot have one: they are made harmless before they are drawn.
const (
	markBegin = "\x1b["
	markFinal = "z"
	markEnd   = markBegin + markFinal
)

func (s *spots) mark(row string, what spot) string {
	if s == nil || row == "" {
		return row
	}
	s.all = append(s.all, what)
	return markBegin + strconv.Itoa(len(s.all)-1) + markFinal + row + markEnd
}

// row is a row of a list: pointing at it moves the cursor there, and a second press is enter.
func (s *spots) row(row string, chosen bool, point func() tea.Cmd) string {
	return s.mark(row, spot{point: func(int, bool) tea.Cmd { return point() }, again: "enter", here: chosen})
}

// rows is a thing of a list that has several rows.
func (s *spots) rows(rows []string, chosen bool, point func() tea.Cmd) []string {
	if s == nil {
		return rows
	}
	for i, r := range rows {
		rows[i] = s.row(r, chosen, point)
	}
	return rows
}

// place is something that is pointed at and does no more on a second press.
func (s *spots) place(row string, point func() tea.Cmd) string {
	return s.mark(row, spot{point: func(int, bool) tea.Cmd { return point() }})
}

// words are a row of a text.
func (s *spots) words(row string, point func(x int, drag bool) tea.Cmd) string {
	return s.mark(row, spot{point: point, words: true})
}

// begin forgets what was drawn before.
func (s *spots) begin() {
	if s != nil {
		s.all, s.regions = s.all[:0], s.regions[:0]
	}
}

// read takes the marks out of what was drawn with its corner at x and y, and remembers their places.
func (s *spots) read(drawn string, x, y int) string {
	if s == nil {
		return drawn
	}
	rows := strings.Split(drawn, "\n")
	for i, row := range rows {
		rows[i] = s.readRow(row, x, y+i)
	}
	return strings.Join(rows, "\n")
}

func (s *spots) readRow(row string, x, y int) string {
	var clean strings.Builder
	open, first := -1, len(s.regions)
	end := func(at int) {
		if open >= 0 {
			s.regions[open].to = at
		}
		open = -1
	}
	for {
		before, n, rest, found := nextMark(row)
		clean.WriteString(before)
		if !found {
			break
		}
		row = rest
		at := x + ansi.StringWidth(clean.String())
		end(at)
		if n >= 0 && n < len(s.all) {
			s.regions = append(s.regions, region{y: y, from: at, to: at, spot: n})
			open = len(s.regions) - 1
		}
	}
	end(x + ansi.StringWidth(clean.String()))
	s.reachOut(s.regions[first:], clean.String(), x)
	return clean.String()
}

// reachOut lets what stands on a row end where something else begins: what is blank behind it is its too.
func (s *spots) reachOut(regions []region, row string, x int) {
	for i := range regions {
		r := &regions[i]
		rest := ansi.Strip(ansi.TruncateLeft(row, r.to-x, ""))
		if blank := len(rest) - len(strings.TrimLeft(rest, " ")); blank < len(rest) {
			r.to += blank
		} else {
			r.to = maxSide
		}
		if i+1 < len(regions) {
			r.to = min(r.to, regions[i+1].from)
		}
	}
}

// nextMark is what stands before the next mark and after it. n is -1 for an end.
func nextMark(row string) (before string, n int, rest string, found bool) {
	for from := 0; ; {
		i := strings.Index(row[from:], markBegin)
		if i < 0 {
			return row, -1, "", false
		}
		i += from
		to := i + len(markBegin)
		for to < len(row) && row[to] >= '0' && row[to] <= '9' {
			to++
		}
		if to < len(row) && row[to] == markFinal[0] {
			n = -1
			if to > i+len(markBegin) {
				n, _ = strconv.Atoi(row[i+len(markBegin) : to])
			}
			return row[:i], n, row[to+1:], true
		}
		from = to
	}
}

// under keeps only what is drawn from row y on: the rest lies under something else.
func (s *spots) under(y int) {
	if s == nil {
		return
	}
	kept := s.regions[:0]
	for _, r := range s.regions {
		if r.y >= y {
			kept = append(kept, r)
		}
	}
	s.regions = kept
}

// at is what was drawn at a place; x becomes that within it.
func (s *spots) at(x, y int) (what spot, within int, ok bool) {
	for i := len(s.regions) - 1; i >= 0; i-- {
		if r := s.regions[i]; r.y == y && x >= r.from && x < r.to {
			return s.all[r.spot], x - r.from, true
		}
	}
	return spot{}, 0, false
}
