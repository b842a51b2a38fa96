package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// The width from which a row has long days and names, in cells.
const searchLongFrom = 66

// drawn is row i as it can be pointed at; told is whether more of the chosen one stands beside the list.
func (p *SearchScreen) drawn(i int, chosen bool, w int, told bool) string {
	return p.env.spots.row(p.row(p.Found[i], chosen, w, told), chosen, func() tea.Cmd { return p.move(i - p.list.At) })
}

// row is when it was, what it is, with whom, and the words in which it was found, in w cells. Where the
// whole name of the chosen one is told beside the list, the words have its room.
func (p *SearchScreen) row(f journal.Found, chosen bool, w int, told bool) string {
	th := p.env.Theme
	style := th.Text
	if chosen {
		style = th.Selected
	}
	name := p.env.Veil.Name(f.Person)
	if name == "" {
		name = "–"
	}
	short := name
	if !p.env.Veil.On() {
		short = wording.FirstName(name)
	}
	var head string
	if w >= searchLongFrom && told {
		head = widget.Pad(p.env.Dates.DayAndYear(f.Day), 12) + widget.Pad(string(f.Kind), 13) + widget.Pad(short, 8) + " "
	} else if w >= searchLongFrom {
		head = widget.Pad(p.env.Dates.DayAndYear(f.Day), 12) + widget.Pad(string(f.Kind), 13) + widget.Pad(name, 15) + " "
	} else {
		head = widget.Pad(p.env.Dates.Narrow(f.Day), 10) + widget.Pad(string(f.Kind), 8) + " " + widget.Pad(short, 7) + " "
	}
	room := w - 2 - ansi.StringWidth(head)
	if room < 1 {
		return chosenMark(chosen) + th.Faint.Render(widget.Cut(head, w-2))
	}
	line, lit := p.q.Snippet(f.Text(p.env.Veil), room)
	if line == "" {
		return chosenMark(chosen) + th.Faint.Render(head+widget.Cut("no words yet", room))
	}
	return chosenMark(chosen) + th.Faint.Render(head) + litLine(line, lit, room, style, litStyle(th))
}

// more is the chosen one with more of its words, in h rows of w cells.
func (p *SearchScreen) more(w, h int) []string {
	f := p.chosen()
	if f == nil || w < 16 || h < 2 {
		return nil
	}
	th := p.env.Theme
	said := string(f.Kind)
	if f.Person != "" {
		said += " · " + p.env.Veil.Name(f.Person)
	}
	rows := []string{th.Strong.Render(widget.Cut(said, w)), th.Faint.Render(widget.Cut(p.env.Dates.Long(f.Day, p.env.Day()), w))}
	if h > 6 {
		rows = append(rows, "")
	}
	line, _ := p.q.Snippet(f.Text(p.env.Veil), w*(h-len(rows)))
	words, from, lit := wrapLit(line, w, p.q)
	for i, row := range words {
		if from == nil {
			rows = append(rows, th.Text.Render(row))
		} else {
			rows = append(rows, litRow(row, from[i], lit, th.Text, litStyle(th)))
		}
	}
	return rows[:min(len(rows), h)]
}

// below is the words of the chosen one in more rows, for the foot of a list.
func (p *SearchScreen) below(w, h int) []string {
	r := p.chosen()
	if r == nil {
		return nil
	}
	th := p.env.Theme
	line, _ := p.q.Snippet(r.Text(p.env.Veil), w*h)
	words, from, lit := wrapLit(line, w, p.q)
	var rows []string
	for i, row := range words[:min(len(words), h)] {
		if from == nil {
			rows = append(rows, th.Faint.Render(row))
		} else {
			rows = append(rows, litRow(row, from[i], lit, th.Faint, litStyle(th)))
		}
	}
	return rows
}

// foundSaid is how many things were found, of which days, and in which order they stand, in w cells:
// what comes last is left out first.
func (p *SearchScreen) foundSaid(w int) string {
	n := len(p.Found)
	switch {
	case p.q.IsZero():
		return ""
	case p.shown != p.seq:
		return "…"
	}
	var said []string
	switch {
	case n > 0 && p.Next != "":
		said = append(said, fmt.Sprintf("%d and more", n))
	case n > 0:
		said = append(said, fmt.Sprintf("%d found", n))
	}
	if !p.q.From.IsZero() {
		said = append(said, "after "+p.env.Dates.DayAndYear(p.q.From.AddDays(-1)))
	}
	if !p.q.Before.IsZero() {
		said = append(said, "before "+p.env.Dates.DayAndYear(p.q.Before))
	}
	switch {
	case n == 0:
	case p.best && p.Capped:
		said = append(said, fmt.Sprintf("the best of the newest %s", wording.Count(p.BestOf)))
	case p.best:
		said = append(said, "best match first")
	default:
		said = append(said, "newest first")
	}
	for len(said) > 1 && ansi.StringWidth(strings.Join(said, " · ")) > w {
		said = said[:len(said)-1]
	}
	return strings.Join(said, " · ")
}

// searchNotices are what is to be said about what was typed, in one line.
func (p *SearchScreen) searchNotices() string {
	var all []string
	for _, n := range p.notices {
		all = append(all, n.Text)
	}
	all = append(all, p.Notes...)
	if p.Due > 0 {
		said := "things are not taken in yet, so their words are not found."
		if p.indexing {
			said = "things are being taken in; their words are found in a moment."
		}
		all = append(all, fmt.Sprintf("%d %s", p.Due, said))
	}
	return strings.Join(all, " ")
}
