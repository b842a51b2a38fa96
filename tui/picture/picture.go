package picture

import (
	"fmt"
	"strings"

	"bothways/journal"
	"bothways/tui/chart"
	"bothways/tui/wording"
)

// Picture is one picture of a period. Its parts lie in rows and columns; what has only one of either
// has 1 of it.
type Picture struct {
	ID    string // stable, for scripts
	Title string
	// Sentence says what is seen, for who does not see it. Where there is too little to be drawn it
	// says that, More says what would make it say more, and there are no parts.
	Sentence, More string
	Legend         []chart.Cell // which sign is what

	Rows, Cols int  // of its parts, 0 where nothing is drawn
	Begin      Spot // where the keys are at first

	part func(Spot) Part
	draw func(w, h int, at Spot, on bool) []chart.Row
	// under is the part a cell of what is drawn belongs to; nil where each row is a part.
	under func(w, h int, at Spot, on bool, row, x int) (Spot, bool)
	// written is what is printed, where that is not the signs and what is drawn.
	written func(w int) []chart.Row
}

// Spot is a part of a picture by its row and its column.
type Spot struct{ Row, Col int }

// Part is one part of a picture.
type Part struct {
	Says string // what it is and how many: "week of 16 Nov 2026: 3 as mentor"
	N    int    // how many things it is made of
	Pick journal.Pick
}

// Drawn reports whether there is enough to be drawn.
func (p Picture) Drawn() bool { return p.Rows > 0 && p.Cols > 0 }

// Part is the part at a spot, which lies within the rows and columns.
func (p Picture) Part(at Spot) Part { return p.part(p.within(at)) }

// Move is a spot some rows and columns away, within the picture.
func (p Picture) Move(at Spot, rows, cols int) Spot {
	return p.within(Spot{at.Row + rows, at.Col + cols})
}

func (p Picture) within(at Spot) Spot {
	return Spot{max(0, min(at.Row, p.Rows-1)), max(0, min(at.Col, p.Cols-1))}
}

// Draw draws the picture in w cells. A picture of columns takes about h rows; one of lines has one
// for each. on says whether the part at a spot is drawn as the chosen one.
func (p Picture) Draw(w, h int, at Spot, on bool) []chart.Row {
	if !p.Drawn() || w < 1 {
		return nil
	}
	return p.draw(w, h, p.within(at), on)
}

// Under is the part that is drawn in a row of what Draw draws, x cells from its beginning; ok is false
// where there is none.
func (p Picture) Under(w, h int, at Spot, on bool, row, x int) (part Spot, ok bool) {
	switch {
	case !p.Drawn() || w < 1 || row < 0 || x < 0 || x >= w:
		return Spot{}, false
	case p.under != nil:
		return p.under(w, h, p.within(at), on, row, x)
	}
	return Spot{Row: row}, row < p.Rows
}

// Written is the picture as it is printed in w cells, with what its signs mean.
func (p Picture) Written(w, h int) []chart.Row {
	switch {
	case !p.Drawn() || w < 1:
		return nil
	case p.written != nil:
		return p.written(w)
	}
	return p.signed(p.draw(w, h, p.Begin, false))
}

// signed is rows below what their signs mean.
func (p Picture) signed(rows []chart.Row) []chart.Row {
	if len(p.Legend) == 0 {
		return rows
	}
	return append([]chart.Row{p.Legend}, rows...)
}

// All are the pictures of a period in the order they are shown in. The veil hides names; days are
// written as dates says.
func All(in journal.Insights, veil journal.Veil, dates wording.Dates) []Picture {
	return []Picture{
		talks(in, dates), used(in), splits(in, dates), energy(in, veil), crossed(in, dates), promises(in), focus(in, veil), hours(in, dates),
	}
}

// tooLittle is the sentence where there is too little to be drawn, with what there is.
func tooLittle(have int, one, many string) string {
	switch have {
	case 0:
		return "Too little to say: no " + many + " in this time."
	case 1:
		return "Too little to say: one " + one + " in this time."
	}
	return "Too little to say: " + wording.Count(have) + " " + many + " in this time."
}

// byRole is how many there are in each role that has any: "2 as mentor, 1 both ways"; where only one
// has, that one: "as mentor".
func byRole(mentor, mentee, mutual int) string {
	switch mentor + mentee + mutual {
	case mentor:
		return "as mentor"
	case mentee:
		return "as mentee"
	case mutual:
		return "both ways"
	}
	var said []string
	for _, r := range []struct {
		n  int
		as string
	}{{mentor, "as mentor"}, {mentee, "as mentee"}, {mutual, "both ways"}} {
		if r.n > 0 {
			said = append(said, wording.Count(r.n)+" "+r.as)
		}
	}
	return strings.Join(said, ", ")
}

// listed is words with commas, and the word before the last.
func listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// atMost is the first n words, and how many more there are.
func atMost(words []string, n int) string {
	if len(words) <= n+1 {
		return strings.Join(words, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(words[:n], ", "), len(words)-n)
}

func chosenRow(at Spot, on bool) int {
	if on {
		return at.Row
	}
	return -1
}
