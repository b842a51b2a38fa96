package tui

import (
	"cmp"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// render draws what is planned and what was held, and below the chosen one how its words begin.
func (p *reviewsPart) render(w, h int) ([]string, int) {
	th := p.env.Theme
	if len(p.reviews) == 0 {
		said := "Now and then the two of you can look at how it goes, and say whether it goes on."
		if when := p.comesRound(); when != "" {
			said += " " + when
		}
		said += " " + p.env.key("plan review", "+") + " plans a day for it; " + p.env.key("review now", "w") + " holds one now."
		return strings.Split(indent(th.Faint, said, w), "\n"), -1
	}
	var rows []string
	if when := p.comesRound(); when != "" {
		rows = append(rows, "  "+th.Faint.Render(widget.Cut(when+" "+p.env.key("plan review", "+")+" plans a day.", w-3)), "")
	}
	at, to := 0, 0
	for i, v := range p.reviews {
		if i == 0 || v.Held() != p.reviews[i-1].Held() {
			if i > 0 {
				rows = append(rows, "")
			}
			head := "PLANNED"
			if v.Held() {
				head = "HELD"
			}
			rows = append(rows, "  "+th.Heading.Render(head))
		}
		chosen := i == p.list.At
		if chosen {
			at = len(rows)
		}
		there := func() tea.Cmd { p.move(i - p.list.At); return nil }
		rows = append(rows, p.env.spots.row(p.row(v, chosen, w), chosen, there))
		if chosen {
			rows = append(rows, p.env.spots.rows(p.below(v, w), chosen, there)...)
			to = len(rows)
		}
	}
	return window(rows, at, to, h)
}

// comesRound says when the next one comes round by itself, "" where one is planned or none comes.
func (p *reviewsPart) comesRound() string {
	today := p.env.Day()
	switch {
	case p.due.IsZero():
		return ""
	case p.due.After(today):
		return "A review comes round on " + p.env.Dates.Long(p.due, today) + "."
	}
	return "A review may be worth it by now."
}

// reviewDay and reviewSaid are the cells of the columns of a review's row.
const (
	reviewDay  = 15
	reviewSaid = 8
)

// row is a review on one row: its day and what it came to first, its words last.
func (p *reviewsPart) row(v journal.Review, chosen bool, w int) string {
	th, today := p.env.Theme, p.env.Day()
	text := th.Text
	if chosen {
		text = th.Selected
	}
	words := func(s string) string { return text.Render(widget.Cut(s, w-2-reviewDay-2-reviewSaid-3)) }
	if !v.Held() {
		sign, said := th.Faint.Render(widget.Pad("planned", reviewSaid)), p.env.key("hold review", "enter")+" holds it"
		if !v.Due.After(today) {
			sign, said = th.Overdue.Render(widget.Pad("! due", reviewSaid)), p.env.key("hold review", "enter")+" holds it, "+p.env.key("plan review", "+")+" moves it"
		}
		return chosenMark(chosen) + text.Render(widget.Pad(p.env.Dates.Long(v.Due, today), reviewDay)) + "  " + sign + "  " + th.Faint.Render(widget.Cut(said, w-2-reviewDay-2-reviewSaid-3))
	}
	told := cmp.Or(wording.ReviewTold(p.env.Veil.Words(v.Text)), "without words")
	if chosen && p.longer(v, told, w) { // they stand below it
		told = ""
	}
	decided := widget.Pad(cmp.Or(string(v.Decision), "–"), reviewSaid)
	return chosenMark(chosen) + text.Render(widget.Pad(p.env.Dates.Long(journal.DateOf(v.HeldAt), today), reviewDay)) + "  " + th.Faint.Render(decided) + "  " + words(told)
}

// longer reports whether the words of a review are too many for its row.
func (p *reviewsPart) longer(v journal.Review, told string, w int) bool {
	return v.Held() && ansi.StringWidth(told) > w-2-reviewDay-2-reviewSaid-3
}

// below is how the words of the chosen review begin, where they are longer than its row.
func (p *reviewsPart) below(v journal.Review, w int) []string {
	told := wording.ReviewTold(p.env.Veil.Words(v.Text))
	if !p.longer(v, told, w) {
		return nil
	}
	var rows []string
	for _, r := range widget.Wrap(told, max(1, min(w-7, 70)), 3) {
		rows = append(rows, "     "+p.env.Theme.Faint.Render(r))
	}
	return rows
}
