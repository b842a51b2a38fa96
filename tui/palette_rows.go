package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"bothways/tui/widget"
)

// paletteLook is the cells of the columns of a palette.
type paletteLook struct{ kind, key, name, said int }

// look measures the columns, so that names begin at the same place whatever is found.
func (p *palette) look(w int) paletteLook {
	l := paletteLook{kind: 8, key: 1, name: min(24, w/3)}
	for _, it := range p.all[:p.commands] {
		l.key = max(l.key, ansi.StringWidth(it.Label()))
	}
	l.key = min(l.key, 6)
	l.said = w - 2 - l.kind - 1 - l.key - 1 - l.name - 1
	return l
}

// itemRows are one thing: what it is, its key, what it is called and what is said of it. A name that is
// longer than its column takes the place of what is said; of the chosen one both are there whole.
func (p *palette) itemRows(it menuItem, chosen bool, l paletteLook) []string {
	th := p.theme
	key, text := th.Key, th.Text
	said, most := it.Help, 1
	if it.Disabled != "" {
		key, text, said, most = th.Faint, th.Faint, it.Disabled, menuReason
	}
	if chosen {
		text, most = th.Selected, menuReason
	}
	head := chosenMark(chosen) + th.Faint.Render(widget.Pad(it.kind.label(), l.kind)) + " " + key.Render(widget.Pad(it.Label(), l.key)) + " "
	left := strings.Repeat(" ", 2+l.kind+1+l.key+1)
	if ansi.StringWidth(it.Name) > l.name {
		names := 1
		if chosen {
			names = menuReason
		}
		var rows []string
		for _, row := range widget.Wrap(it.Name, l.name+1+l.said, names) {
			rows, head = append(rows, head+text.Render(row)), left
		}
		if chosen && said != "" {
			for _, row := range widget.Wrap(said, l.name+1+l.said, most) {
				rows = append(rows, left+th.Faint.Render(row))
			}
		}
		return rows
	}
	help := widget.Wrap(said, l.said, most)
	if len(help) == 0 {
		help = []string{""}
	}
	rows := []string{head + text.Render(widget.Pad(it.Name, l.name)) + " " + th.Faint.Render(help[0])}
	for _, more := range help[1:] {
		rows = append(rows, left+strings.Repeat(" ", l.name+1)+th.Faint.Render(more))
	}
	return rows
}
