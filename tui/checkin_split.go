package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/theme"
	"bothways/tui/widget"
)

// splitRow is how much of ten was listening and how much asking; what is left was advising. Two
// digits say it.
type splitRow struct {
	listening, asking int
	known             int // how many of the two are said
	part              int // the one that a digit or an arrow changes
}

func newSplitRow(s journal.Split) splitRow {
	if s.IsZero() {
		return splitRow{}
	}
	return splitRow{listening: s.Listening, asking: s.Asking, known: 2}
}

func (r *splitRow) label() string { return "my part" }
func (r *splitRow) enter()        { r.part = r.known % 2 }
func (r *splitRow) clear()        { *r = splitRow{} }
func (r *splitRow) said() bool    { return r.known == 2 }

func (r *splitRow) hint() string {
	if r.known == 1 {
		return fmt.Sprintf("Now asking, 0 to %d; advising is what is left.", journal.SplitWhole-r.listening)
	}
	return "Of ten: type listening, then asking; the rest is advising."
}

func (r *splitRow) wrong() string {
	if r.known == 1 {
		return "Asking is not said yet: a digit for it, or backspace to leave all three unsaid."
	}
	return ""
}

// split is the whole, zero where it is not all said.
func (r *splitRow) split() journal.Split {
	if r.known < 2 {
		return journal.Split{}
	}
	return journal.Split{Listening: r.listening, Asking: r.asking, Advising: journal.SplitWhole - r.listening - r.asking}
}

func (r *splitRow) key(k tea.KeyPressMsg) rowAnswer {
	switch name := k.String(); {
	case name == "right" || name == "l":
		r.step(1)
	case name == "left" || name == "h":
		r.step(-1)
	case name == "space" && r.known == 2:
		r.part = 1 - r.part
	case typesDigit(k):
		return r.digit(int(k.Text[0] - '0'))
	case name != "space" && k.Text != "":
		return rowAnswer{why: "Two digits say it: listening of ten, then asking."}
	}
	return rowAnswer{}
}

func (r *splitRow) digit(n int) rowAnswer {
	if r.part == 0 {
		r.listening, r.asking, r.known, r.part = n, 0, 1, 1
		return rowAnswer{}
	}
	if r.listening+n > journal.SplitWhole {
		return rowAnswer{why: fmt.Sprintf("Listening %d and asking %d are more than ten; asking can be 0 to %d.", r.listening, n, journal.SplitWhole-r.listening)}
	}
	r.asking, r.known = n, 2
	return rowAnswer{next: true}
}

// step gives a tenth to the part that is changed, or takes one. It is advising's, or asking's
// where advising has none. From nothing it begins with about as much of each.
func (r *splitRow) step(n int) {
	switch {
	case r.known == 0:
		r.listening, r.asking, r.known = 4, 3, 2
	case r.known == 1:
		r.asking, r.known = min(3, journal.SplitWhole-r.listening), 2
	case r.part == 0:
		r.listening = max(0, min(r.listening+n, journal.SplitWhole))
		r.asking = min(r.asking, journal.SplitWhole-r.listening)
	default:
		r.asking = max(0, min(r.asking+n, journal.SplitWhole-r.listening))
	}
}

// bar draws the ten in three shades; what is not said yet is dots.
func (r *splitRow) bar() string {
	s := strings.Repeat("█", r.listening) + strings.Repeat("▒", r.asking)
	left := journal.SplitWhole - r.listening - r.asking
	if r.known == 2 {
		return s + strings.Repeat("░", left)
	}
	return s + strings.Repeat("·", left)
}

func (r *splitRow) closed(t *theme.Theme, w int) string {
	if r.known == 0 {
		return ""
	}
	words := fmt.Sprintf("listening %d, asking %d, advising %d", r.listening, r.asking, journal.SplitWhole-r.listening-r.asking)
	if r.known == 1 {
		words = fmt.Sprintf("listening %d, asking ?", r.listening)
	}
	if with := r.bar() + "  " + words; ansi.StringWidth(with) <= w {
		words = with
	}
	return t.Text.Render(widget.Cut(words, w))
}

// open has the part that is changed in brackets, and the bar under the words where there is no
// room for it before them.
func (r *splitRow) open(t *theme.Theme, w int) openRow {
	room := max(1, w-labelWidth-2)
	number := func(known bool, n int) string {
		if !known {
			return " "
		}
		return fmt.Sprint(n)
	}
	parts := []string{
		"listening " + bracketed(number(r.known > 0, r.listening), r.part == 0),
		"asking " + bracketed(number(r.known == 2, r.asking), r.part == 1),
		"advising " + number(r.known == 2, journal.SplitWhole-r.listening-r.asking),
	}
	words := strings.Join(parts, " ")
	x := ansi.StringWidth(strings.Join(parts[:r.part+1], " ")) - 2 // on the last cell in the brackets
	if ansi.StringWidth(r.bar()+"  "+words) <= room {
		return openRow{beside: " " + t.Text.Render(r.bar()+"  "+words), x: labelWidth + 2 + ansi.StringWidth(r.bar()) + 2 + x}
	}
	return openRow{
		beside: " " + t.Text.Render(widget.Cut(words, room)), x: min(w-1, labelWidth+2+x),
		below: []string{strings.Repeat(" ", labelWidth+2) + t.Text.Render(widget.Cut(r.bar(), room))},
	}
}

// bracketed is s with brackets around it, or with the room for them.
func bracketed(s string, on bool) string {
	if on {
		return "[" + s + "]"
	}
	return " " + s + " "
}
