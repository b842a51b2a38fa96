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

// palette is the few colours a theme is made of.
type palette struct {
	text, faint, accent, warn, good, calm, danger, rule color.Color
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
	c := lipgloss.Color
	p := palette{text: c("#24292f"), faint: c("#656d76"), accent: c("#6639ba"), warn: c("#9a4a00"), good: c("#1a6f3c"), calm: c("#0b5e8a"), danger: c("#b3261e"), rule: c("#afb8c1")}
	if dark {
		p = palette{text: c("#e2e2e6"), faint: c("#9a9aa6"), accent: c("#c3a6ff"), warn: c("#ffb870"), good: c("#8fd6a4"), calm: c("#8ecbf0"), danger: c("#ff9b91"), rule: c("#4b4b57")}
	}
	base := lipgloss.NewStyle()
	return &Theme{
		Dark:     dark,
		Text:     base,
		Faint:    base.Foreground(p.faint),
		Strong:   base.Bold(true),
		Heading:  base.Foreground(p.accent).Bold(true),
		Selected: base.Bold(true).Foreground(p.accent),
		Key:      base.Foreground(p.accent),
		Overdue:  base.Foreground(p.warn),
		Theirs:   base.Foreground(p.calm),
		Good:     base.Foreground(p.good),
		Hard:     base.Foreground(p.warn),
		Lifted:   base.Foreground(p.calm),
		Error:    base.Foreground(p.danger),
		Mark:     base.Reverse(true),
		Dialog:   base.Border(lipgloss.RoundedBorder()).BorderForeground(p.rule).Padding(0, 1),
		Rule:     base.Foreground(p.rule),
	}
}
