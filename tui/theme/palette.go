package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// palette is the few colours a theme is made of; nil is the terminal's own.
type palette struct {
	faint, accent, warn, good, calm, danger, rule color.Color
}

// trueDark are colours to be read on a dark background, down to that of a page that is dark grey or
// dark blue: words have a contrast of at least 4.5 to 1 there, and lines one of 3 to 1.
func trueDark() palette {
	c := lipgloss.Color
	return palette{faint: c("#a2a2ae"), accent: c("#c3a6ff"), warn: c("#ffb870"), good: c("#8fd6a4"), calm: c("#8ecbf0"), danger: c("#ff9b91"), rule: c("#80808c")}
}

// trueLight are colours to be read on a light background, down to one of cream or light grey.
func trueLight() palette {
	c := lipgloss.Color
	return palette{faint: c("#555c64"), accent: c("#6639ba"), warn: c("#8a4200"), good: c("#17633a"), calm: c("#0a5480"), danger: c("#a8231c"), rule: c("#7b838b")}
}

// The terminal's sixteen colours differ from one to the next. Those that are chosen here can be read on
// black, or on white, with what xterm, the Linux console, GNOME and Windows make of them; where none
// can, words have the terminal's own colour. So the faint are as strong as the others, yellow is no
// warning on white, and red and blue are none on black but for their bright ones.

func sixteenDark() palette {
	c := lipgloss.Color
	return palette{accent: c("14"), warn: c("11"), good: c("10"), calm: c("6"), danger: c("9"), rule: c("7")}
}

func sixteenLight() palette {
	c := lipgloss.Color
	return palette{accent: c("5"), warn: c("1"), calm: c("4"), danger: c("1"), rule: c("8")}
}
