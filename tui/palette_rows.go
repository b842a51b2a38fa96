package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"bothways/tui/widget"
)

// paletteLook is the cells of the columns of a palette. Where there is no room for what is said of a
// thing beside its name, said is 0 and kind is too: what has no key shows there what it is.
type paletteLook struct {
	kind, key, name, said int
	below                 int // the most rows below the chosen one, where nothing is said beside the names
}

// saidLeast is the least room in which it helps to say something beside a name, in cells.
const saidLeast = 24

// look measures the columns, so that names begin at the same place whatever is found.
func (p *palette) look(w, h int) paletteLook {
	const kind = 8
	l := paletteLook{kind: kind, key: 1, name: min(24, w/3)}
	for _, it := range p.all[:p.commands] {
		l.key = max(l.key, ansi.StringWidth(it.Label()))
	}
	l.key = min(l.key, 6)
	if l.said = w - 2 - l.kind - 1 - l.key - 1 - l.name - 1; l.said < saidLeast {
		return paletteLook{key: kind, name: w - 2 - kind - 1, below: max(1, min(menuReason, h/4))}
	}
	return l
}

// itemRows are one thing: what it is, its key, what it is called and what is said of it. A name that is
// longer than its column takes the place of what is said; of the chosen one both are there whole.
func (p *palette) itemRows(it menuItem, chosen bool, l paletteLook) []string {
	const between = " · "
	th := p.theme
	key, text := th.Key, th.Text
	said, most := it.Help, 1
	if it.Disabled != "" {
		key, text, said, most = th.Faint, th.Faint, it.Disabled, menuReason
	}
	if chosen {
		text, most = th.Selected, menuReason
	}
	head := chosenMark(chosen)
	if l.kind > 0 {
		head += th.Faint.Render(widget.Pad(it.kind.label(), l.kind)) + " "
	}
	label := it.Label()
	if l.kind == 0 && label == "" {
		key, label = th.Faint, it.kind.label()
	}
	head += key.Render(widget.Pad(label, l.key)) + " "
	left := strings.Repeat(" ", ansi.StringWidth(head))
	switch {
	case l.said == 0:
		row := head + text.Render(widget.Cut(it.Name, l.name))
		// What can be gone to may share its name with something else; a command does not.
		if left := l.name - ansi.StringWidth(it.Name) - ansi.StringWidth(between); !chosen && it.kind != itemCommand && said != "" && left >= 8 {
			row += th.Faint.Render(between + widget.Cut(said, left))
		}
		rows := []string{row}
		if chosen && said != "" {
			for _, row := range widget.Wrap(said, l.name+l.key+1-2, l.below) {
				rows = append(rows, "    "+th.Faint.Render(row))
			}
		}
		return rows
	case ansi.StringWidth(it.Name) > l.name:
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
