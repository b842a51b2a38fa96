package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/chart"
	"bothways/tui/picture"
	"bothways/tui/theme"
	"bothways/tui/widget"
)

// insightList is how wide the list of pictures is where one of them is drawn beside it, in cells.
const insightList = 40

// Render draws the page.
func (p *InsightsScreen) Render(w, h int) (string, *tea.Cursor) {
	th := p.env.Theme
	switch {
	case p.err != nil:
		return "  " + th.Strong.Render("Insights") + "\n\n" + indent(th.Error, journal.ErrorMessage(p.err), w), nil
	case !p.read:
		return p.head(p.period.Period(p.env.Day(), p.env.Day()), p.period == journal.PeriodAll, w), nil
	}
	rows := []string{p.head(p.in.Period, false, w), ""}
	room := h - len(rows)
	var body []string
	cur := -1
	switch {
	case w >= sidePanelFrom:
		list, at := p.listRows(insightList-2, room, 3)
		drawn, spot := p.pictureRows(w-insightList-2, room)
		if cur = at; p.inside {
			cur = spot
		}
		body = widget.Columns(list, drawn, insightList, th.Rule.Render("│")+" ")
	case p.inside:
		body, cur = p.pictureRows(w-1, room)
	default:
		body, cur = p.listRows(w-1, room, 2)
	}
	return strings.Join(append(rows, body...), "\n"), rowCursor(cur, len(rows))
}

// head is the title, and the period; its days are left out where they are not known yet.
func (p *InsightsScreen) head(period journal.Period, unknown bool, w int) string {
	said := p.env.Dates.Period(period)
	if days := p.env.Dates.Days(period.Days); days != said && !unknown {
		said += ": " + days
	}
	return "  " + p.env.Theme.Strong.Render("Insights") + "   " + p.env.Theme.Faint.Render(widget.Cut(said, w-14))
}

// listRows is what each picture says, in at most most rows each, and on which row the chosen one is.
func (p *InsightsScreen) listRows(w, h, most int) (rows []string, cur int) {
	all, from, to := p.listOf(w, most, most)
	if len(all) > h { // what there is comes before what it says
		all, from, to = p.listOf(w, 1, most)
	}
	if len(all) > h {
		all, from, to = p.listOf(w, 0, most)
	}
	p.list.Len = len(all)
	top := inSight(p.list.At, from, to, h, len(all))
	p.list.At = top
	rows = all[top:min(len(all), top+h)]
	if top+h < len(all) && h > 1 {
		rows = append(rows[:len(rows)-1:len(rows)-1], "  "+p.env.Theme.Faint.Render(widget.Cut(moreBelow, w-2)))
	}
	return rows, max(0, from-top)
}

// moreSaid is how many rows more the chosen picture has for what it says than it is asked for: what
// is read now is cut last.
const moreSaid = 2

// listOf is the list with at most most rows of what each picture says, and of the chosen one whole;
// from and to are the rows of that. The chosen one may take moreSaid rows more.
func (p *InsightsScreen) listOf(w, most, whole int) (all []string, from, to int) {
	th := p.env.Theme
	for i, pic := range p.pictures() {
		style, says, chosen := th.Strong, most, i == p.at
		if chosen {
			style, says, from = th.Selected, whole, len(all)
			if says > 0 {
				says += moreSaid
			}
		}
		rows := []string{chosenMark(chosen && !p.inside) + style.Render(widget.Cut(pic.Title, w-3))}
		if says > 0 {
			for _, row := range widget.Wrap(pic.Sentence, min(w-5, p.env.measure()), says) {
				rows = append(rows, "    "+th.Faint.Render(row))
			}
		}
		all = append(all, p.env.spots.rows(rows, chosen, func() tea.Cmd {
			p.inside = false
			return p.choose(i-p.at, false)
		})...)
		if chosen {
			to = len(all)
		}
	}
	return all, from, to
}

// The rows below a picture: one free, what the chosen part is, in two at most.
const partRows = 3

// pictureRows is the chosen picture: what it is called and says, the drawing, and the chosen part.
func (p *InsightsScreen) pictureRows(w, h int) (rows []string, cur int) {
	th, pic := p.env.Theme, p.shown()
	rows = []string{"  " + th.Heading.Render(widget.Cut(pic.Title, w-2))}
	for _, row := range widget.Wrap(pic.Sentence, min(w-4, p.env.measure()), 4) {
		rows = append(rows, "  "+th.Text.Render(row))
	}
	if !pic.Drawn() {
		for _, row := range widget.Wrap(pic.More, min(w-4, p.env.measure()), 4) {
			rows = append(rows, "  "+th.Faint.Render(row))
		}
		return rows, 0
	}
	rows = append(rows, "")
	if len(pic.Legend) > 0 {
		rows = append(rows, "  "+drawCells(th, pic.Legend, w-2))
	}
	at := p.spot(pic)
	room := max(1, h-len(rows)-partRows)
	drawn := pic.Draw(w-2, room, at, p.inside)
	line := p.chosenLine(drawn)
	p.drawn.Len, p.drawn.At = len(drawn), line
	from, to := p.drawn.Window(room)
	for i := from; i < to; i++ {
		row := drawCells(th, drawn[i], w-2)
		switch {
		case i == line || room < 3:
			row = p.markParts(row, pic, w-2, room, i)
		case i == to-1 && to < len(drawn):
			row = "  " + th.Faint.Render(moreBelow)
		case i == from && from > 0:
			row = "  " + th.Faint.Render("↑ more")
		default:
			row = p.markParts(row, pic, w-2, room, i)
		}
		rows = append(rows, " "+row)
	}
	cur = len(rows) - (to - line)
	if p.inside {
		rows = append(rows, "")
		part := pic.Part(at)
		said := capitalWord(part.Says)
		for _, row := range widget.Wrap(said, min(w-4, p.env.measure()), partRows-1) {
			rows = append(rows, "  "+th.Selected.Render(row))
		}
		cur = len(rows) - 1
	}
	return rows, cur
}

// markParts says what can be pointed at in row n of a picture that is drawn in w cells and about h rows: a
// press chooses the part, and a second one opens it.
func (p *InsightsScreen) markParts(row string, pic picture.Picture, w, h, n int) string {
	if p.env.spots == nil {
		return row
	}
	at := p.spot(pic)
	under := func(x int) (picture.Spot, bool) { return pic.Under(w, h, at, p.inside, n, x) }
	row += strings.Repeat(" ", max(0, w-ansi.StringWidth(row))) // below a bar is its column too
	return p.env.spots.mark(row, spot{
		again: "enter",
		part: func(x int) (here, ok bool) {
			part, ok := under(x)
			return ok && p.inside && part == at, ok
		},
		point: func(x int, _ bool) tea.Cmd {
			part, _ := under(x)
			p.inside, p.spots[pic.ID] = true, part
			return nil
		},
	})
}

// chosenLine is the row of a picture the chosen part is on: the one with the mark; else the first.
func (p *InsightsScreen) chosenLine(drawn []chart.Row) int {
	for i, row := range drawn {
		if len(row) > 0 && row[0].As == chart.Chosen {
			return i
		}
	}
	return 0
}

// capitalWord is s with its first letter as at the beginning of a sentence, where it is a plain one.
func capitalWord(s string) string {
	if s != "" && s[0] >= 'a' && s[0] <= 'z' {
		return strings.ToUpper(s[:1]) + s[1:]
	}
	return s
}

// drawCells draws cells in the styles of their meanings, in at most w cells of the terminal.
func drawCells(th *theme.Theme, cells []chart.Cell, w int) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString(meaningStyle(th, c.As).Render(c.Text))
	}
	return ansi.Truncate(b.String(), w, "…")
}

func meaningStyle(th *theme.Theme, m chart.Meaning) lipgloss.Style {
	switch m {
	case chart.Aside:
		return th.Faint
	case chart.Chosen:
		return th.Selected
	case chart.Up, chart.Second:
		return th.Key
	case chart.Down, chart.First:
		return th.Theirs
	case chart.Both, chart.Third:
		return th.Good
	}
	return th.Text
}
