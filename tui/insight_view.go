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
		if p.period == journal.PeriodAll { // when it began is not known yet
			return p.head(p.env.Dates.Period(journal.Period{Name: p.period}), w), nil
		}
		return p.head(p.env.Dates.PeriodAndDays(p.period.Period(p.env.Day(), journal.Date{})), w), nil
	}
	rows := []string{p.head(p.env.Dates.PeriodAndDays(p.in.Period), w), ""}
	room := h - len(rows)
	var body []string
	cur := -1
	switch {
	case w >= sidePanelFrom:
		list, at := p.listRows(insightList-2, room, true)
		drawn, spot := p.pictureRows(w-insightList-2, room)
		if cur = at; p.inside {
			cur = spot
		}
		body = widget.Columns(list, drawn, insightList, th.Rule.Render("│")+" ")
	case p.inside:
		body, cur = p.pictureRows(w-1, room)
	default:
		body, cur = p.listRows(w-1, room, false)
	}
	return strings.Join(append(rows, body...), "\n"), rowCursor(cur, len(rows))
}

// head is the title, and the period.
func (p *InsightsScreen) head(said string, w int) string {
	return "  " + p.env.Theme.Strong.Render("Insights") + "   " + p.env.Theme.Faint.Render(widget.Cut(said, w-14))
}

// listRows is what each picture says, and on which row the chosen one is. beside says that the chosen one is
// drawn beside the list, with all it says.
func (p *InsightsScreen) listRows(w, h int, beside bool) (rows []string, cur int) {
	all, from, to := p.listOf(w, h, beside)
	p.list.Len = len(all)
	top := inSight(p.list.At, from, to, h, len(all))
	p.list.At = top
	rows = all[top:min(len(all), top+h)]
	if top+h < len(all) && h > 1 {
		rows = append(rows[:len(rows)-1:len(rows)-1], "  "+p.env.Theme.Faint.Render(widget.Cut(moreBelow, w-2)))
	}
	return rows, max(0, from-top)
}

// chosenSaid is how many rows the chosen picture has for what it says where it is not drawn beside the
// list, and mostSaid how many each has where there is room.
const chosenSaid, mostSaid = 4, 6

// listOf is the list, with as many rows of what each picture says as h rows have room for; from and to are
// the rows of the chosen one.
func (p *InsightsScreen) listOf(w, h int, beside bool) (all []string, from, to int) {
	th, pics, wide := p.env.Theme, p.pictures(), max(1, min(w-5, p.env.measure()))
	each, whole := saidRows(pics, wide, h, beside)
	for i, pic := range pics {
		style, says, chosen := th.Strong, each, i == p.at
		if chosen {
			style, says, from = th.Selected, whole, len(all)
		}
		title := pic.Title
		if ansi.StringWidth(title) > w-3 { // the picture itself says by which steps it is
			title, _, _ = strings.Cut(title, ", by ")
		}
		mark := chosenMark(chosen)
		if chosen && p.inside { // the keys are in the picture; this says which it is
			mark = th.Faint.Render("› ")
		}
		rows := []string{mark + style.Render(widget.Cut(title, w-3))}
		if says > 0 {
			for _, row := range widget.Wrap(pic.Sentence, wide, says) {
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

// saidRows is how many rows each picture has in a list of h rows for what it says, and how many the chosen one
// has. It is the same whichever is chosen: else all rows would come and go while one moves through them.
func saidRows(pics []picture.Picture, w, h int, beside bool) (each, chosen int) {
	all := make([]int, len(pics))
	for i, pic := range pics {
		all[i] = len(widget.Wrap(pic.Sentence, w, mostSaid))
	}
	for each = mostSaid; ; each-- {
		if chosen = each; !beside {
			chosen = max(each, chosenSaid)
		}
		rows, more := len(pics), 0
		for _, said := range all {
			rows += min(said, each)
			more = max(more, min(said, chosen)-min(said, each))
		}
		if rows+more <= h || each == 0 {
			return each, chosen
		}
	}
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
