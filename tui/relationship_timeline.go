package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/theme"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// timeline is a list of conversations, each of several rows.
type timeline struct {
	widget.List
	top int // the first conversation shown
}

// follow puts the cursor on row i; -1 leaves it.
func (l *timeline) follow(i int) {
	if i >= 0 {
		l.At = i
	}
}

// timelineLook is what conversations are drawn with.
type timelineLook struct {
	theme *theme.Theme
	today journal.Date
	role  journal.Role // that of the relationship, which need not be said again
	veil  journal.Veil

	measure int // the widest words are set, in cells
	dates   wording.Dates

	spots *spots
	move  func(n int) tea.Cmd
}

// render draws the conversations around the cursor into at most h rows.
func (l *timeline) render(w, h int, all []journal.SessionView, look timelineLook) (rows []string, cur int) {
	if h <= 0 || l.At >= len(all) {
		return nil, -1
	}
	words := 3
	if h < 10 {
		words = 1
	}
	// Going up from the cursor, see how many conversations fit above it.
	first, used := l.At, len(look.rows(all[l.At], false, words, w))
	for first > 0 && first > l.top {
		n := len(look.rows(all[first-1], false, words, w))
		if used+n > h {
			break
		}
		first, used = first-1, used+n
	}
	l.top = min(first, l.At)
	for i := l.top; i < len(all) && len(rows) < h; i++ {
		if i == l.At {
			cur = len(rows)
		}
		rows = append(rows, look.spots.rows(look.rows(all[i], i == l.At, words, w), i == l.At, func() tea.Cmd { return look.move(i - l.At) })...)
	}
	return rows[:min(len(rows), h)], cur
}

// rows are one conversation: when and how, its first words, what shifted, how it went, what came
// of it.
func (k timelineLook) rows(s journal.SessionView, chosen bool, words, w int) []string {
	t := k.theme
	style := t.Strong
	if chosen {
		style = t.Selected
	}
	day := journal.DateOf(s.At)
	rows := []string{chosenMark(chosen) + style.Render(widget.Pad(k.dates.Long(day, k.today), 15)) + " " + t.Faint.Render(widget.Cut(k.how(s), w-19))}
	textWidth := min(w-5, k.measure)
	for _, row := range widget.Wrap(narrative(k.veil.Words(s.Note)), textWidth, words) {
		rows = append(rows, "    "+t.Text.Render(row))
	}
	for i, shift := range s.Shifts {
		if i == 1 && words == 1 {
			break
		}
		rows = append(rows, "    "+t.Lifted.Render("shift: "+widget.Cut(k.veil.Words(shift), textWidth-7)))
	}
	if said := wording.CheckIn(s.CheckIn); said != "" {
		rows = append(rows, "    "+t.Faint.Render(widget.Cut(said, w-5)))
	}
	if came := cameOfIt(s); came != "" {
		rows = append(rows, "    "+t.Faint.Render(widget.Cut(came, textWidth)))
	}
	return append(rows, "")
}

// how is the medium, how long it was, and the role of that day where it was another one.
func (k timelineLook) how(s journal.SessionView) string {
	var parts []string
	if s.Medium != "" {
		parts = append(parts, string(s.Medium))
	}
	if s.Minutes > 0 {
		parts = append(parts, fmt.Sprintf("%d min", s.Minutes))
	}
	if s.Role != k.role {
		parts = append(parts, dayRole(s.Role))
	}
	return strings.Join(parts, " · ")
}

// dayRole is the side I took on one day.
func dayRole(r journal.Role) string {
	switch r {
	case journal.RoleMentor:
		return "as mentor that day"
	case journal.RoleMentee:
		return "as mentee that day"
	}
	return "both ways that day"
}

// cameOfIt counts what lifted from a note.
func cameOfIt(s journal.SessionView) string {
	open, gave, got := 0, 0, 0
	for _, a := range s.Actions {
		if a.State == journal.ActionOpen {
			open++
		}
	}
	for _, e := range s.Exchanges {
		if e.Direction == journal.Gave {
			gave++
		} else {
			got++
		}
	}
	var parts []string
	if n := len(s.Actions); n > 0 {
		said := fmt.Sprintf("%d actions", n)
		if n == 1 {
			said = "1 action"
		}
		if open > 0 {
			said += fmt.Sprintf(", %d open", open)
		}
		parts = append(parts, said)
	}
	if gave > 0 {
		parts = append(parts, fmt.Sprintf("%d given", gave))
	}
	if got > 0 {
		parts = append(parts, fmt.Sprintf("%d received", got))
	}
	return strings.Join(parts, " · ")
}

// narrative is what a note tells, for a list: of one that is nothing but things, those.
func narrative(note string) string {
	const most = 2000 // bytes, more than is shown
	if told := journal.Plain(note, journal.LiftContext{}, most); told != "" {
		return told
	}
	return strings.TrimSpace(note[:min(len(note), most)])
}
