// Package theme holds every colour and text style of the screens. A screen asks for a meaning
// (Overdue, Faint, Key), never for a colour.
package theme

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"
)

// Theme is the set of styles for one background. Nothing is ever said by a style alone: a sign
// or a word stands beside it, since a terminal may have no colours.
type Theme struct {
	Dark bool

	Text     lipgloss.Style // ordinary words
	Faint    lipgloss.Style // what is beside the point: dates, hints, sources
	Strong   lipgloss.Style // names and heads
	Heading  lipgloss.Style // the small capitals over a section
	Selected lipgloss.Style // the row the keys act on
	Key      lipgloss.Style // a key in the foot of a page
	Overdue  lipgloss.Style
	Theirs   lipgloss.Style // what the other side said they would do
	Good     lipgloss.Style
	Hard     lipgloss.Style // a topic that is hard to ask
	Lifted   lipgloss.Style // a line of a note that became a thing
	Error    lipgloss.Style
	Mark     lipgloss.Style // selected text in the editor
	Dialog   lipgloss.Style // the frame of what lies over a page
	Rule     lipgloss.Style // thin lines between columns
}

// Dark reports whether a terminal seems to have a dark background, by what it says in COLORFGBG: two
// or three numbers between semicolons, the last of them the background among sixteen colours. One
// that says nothing is taken to be dark, until it answers what it is asked.
func Dark(colorfgbg string) bool {
	switch colorfgbg[strings.LastIndexByte(colorfgbg, ';')+1:] {
	case "7", "9", "10", "11", "12", "13", "14", "15":
		return false
	}
	return true
}

// New makes the theme for a dark or a light background.
func New(dark bool) *Theme {
	if dark {
		return styled(dark, trueDark())
	}
	return styled(dark, trueLight())
}

// Sixteen makes the theme of the terminal's own sixteen colours.
func Sixteen(dark bool) *Theme {
	if dark {
		return styled(dark, sixteenDark())
	}
	return styled(dark, sixteenLight())
}

// Plain makes the theme without colours: heads, names and keys are bold, and selected text is reversed.
func Plain(dark bool) *Theme {
	t := styled(dark, palette{})
	t.Key = t.Key.Bold(true)
	return t
}

func styled(dark bool, p palette) *Theme {
	base := lipgloss.NewStyle()
	in := func(c color.Color) lipgloss.Style {
		if c == nil {
			return base
		}
		return base.Foreground(c)
	}
	dialog := base.Border(lipgloss.RoundedBorder()).Padding(0, 1)
	if p.rule != nil {
		dialog = dialog.BorderForeground(p.rule)
	}
	return &Theme{
		Dark:     dark,
		Text:     base,
		Faint:    in(p.faint),
		Strong:   base.Bold(true),
		Heading:  in(p.accent).Bold(true),
		Selected: in(p.accent).Bold(true),
		Key:      in(p.accent),
		Overdue:  in(p.warn),
		Theirs:   in(p.calm),
		Good:     in(p.good),
		Hard:     in(p.warn),
		Lifted:   in(p.calm),
		Error:    in(p.danger),
		Mark:     base.Reverse(true),
		Dialog:   dialog,
		Rule:     in(p.rule),
	}
}
