package picture

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/chart"
	"bothways/tui/wording"
)

// The signs of the table.
const (
	helpsMe = "●"
	iHelp   = "○"
	mutual  = "◐"
	neither = "·"
)

// focus is who helps with what.
func focus(in journal.Insights, veil journal.Veil) Picture {
	p := Picture{ID: "focus", Title: "Focus and people"}
	if len(in.Focused) < journal.LeastFocused {
		p.Sentence = "Too little to say: no relationship of this time has a focus."
		p.More = "A focus is what a relationship turns to, such as confidence or a change; it is among the details of each."
		return p
	}
	p.Sentence = focusSaid(in, veil)
	p.Legend = []chart.Cell{{Text: helpsMe, As: chart.Down}, {Text: " helps you · ", As: chart.Aside}, {Text: iHelp, As: chart.Up}, {Text: " you help · ", As: chart.Aside}, {Text: mutual, As: chart.Both}, {Text: " both ways", As: chart.Aside}}
	table := focusTable(in, veil)
	p.Rows, p.Cols = len(in.Focus), len(in.Focused)
	key := func(w, h, col int) []chart.Row { return table.Key(w, col, max(1, h/4)) }
	p.draw = func(w, h int, at Spot, on bool) []chart.Row {
		return withKey(table.Draw(w, chosenRow(at, on), at.Col), key(w, h, at.Col), h, at.Row)
	}
	p.under = func(w, h int, at Spot, _ bool, row, x int) (Spot, bool) {
		from, room := aboveKey(len(table.Rows), len(key(w, h, at.Col)), h, at.Row)
		if row > room {
			return Spot{}, false
		}
		r, c, ok := table.At(w, at.Col, row+from, x)
		return Spot{r, c}, ok && row > 0
	}
	p.written = func(w int) []chart.Row {
		if !table.Fits(w) {
			return focusLists(in, veil, w)
		}
		return p.signed(append(table.Draw(w, -1, 0), table.Key(w, 0, 0)...))
	}
	p.part = func(at Spot) Part { return focusPart(in, veil, at) }
	return p
}

// focusTable has a row for every focus and a column for everybody.
func focusTable(in journal.Insights, veil journal.Veil) chart.Table {
	table := chart.Table{}
	names := make([]string, len(in.Focused))
	for i, who := range in.Focused {
		names[i] = who.PersonName
	}
	table.Heads = heads(names, veil.On())
	if !veil.On() { // else the key would say the initials once more
		table.Names = names
	}
	for _, r := range in.Focus {
		row := chart.TableRow{Label: veil.Words(r.Focus), Dots: make([]chart.Cell, len(in.Focused))}
		for i := range row.Dots {
			row.Dots[i] = chart.Cell{Text: neither, As: chart.Aside}
		}
		for _, i := range r.With {
			row.Dots[i] = dot(in.Focused[i].Role)
		}
		if in.NotYet(r) {
			row.Note = "no one yet"
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// focusPart is one row with one of them.
func focusPart(in journal.Insights, veil journal.Veil, at Spot) Part {
	r, who := in.Focus[at.Row], in.Focused[at.Col]
	word := veil.Words(r.Focus)
	pick := journal.Pick{Of: journal.PickRelationships, Days: in.Period.Days}
	if slices.Contains(r.With, at.Col) {
		pick.Relationships = []int64{who.RelationshipID}
		return Part{fmt.Sprintf("%s: %s, %s", word, veil.Name(who.PersonName), helps(who.Role)), 1, pick}
	}
	for _, i := range r.With {
		pick.Relationships = append(pick.Relationships, in.Focused[i].RelationshipID)
	}
	says := fmt.Sprintf("%s: not with %s; with nobody", word, veil.Name(who.PersonName))
	if n := len(r.With); n > 0 {
		says = fmt.Sprintf("%s: not with %s; with %s", word, veil.Name(who.PersonName), wording.Counted(n, "person", "people"))
	}
	return Part{says, len(r.With), pick}
}

func dot(r journal.Role) chart.Cell {
	switch r {
	case journal.RoleMentor:
		return chart.Cell{Text: iHelp, As: chart.Up}
	case journal.RoleMentee:
		return chart.Cell{Text: helpsMe, As: chart.Down}
	}
	return chart.Cell{Text: mutual, As: chart.Both}
}

func helps(r journal.Role) string {
	switch r {
	case journal.RoleMentor:
		return "whom you help"
	case journal.RoleMentee:
		return "who helps you"
	}
	return "both ways"
}

// initials are the first letters of a name's first and last word, for the head of a narrow column.
func initials(name string) string {
	var all []string
	for word := range strings.FieldsSeq(name) {
		if at := strings.IndexFunc(word, unicode.IsLetter); at >= 0 {
			for _, r := range word[at:] {
				all = append(all, string(unicode.ToUpper(r)))
				break
			}
		}
	}
	switch len(all) {
	case 0:
		return "?"
	case 1:
		return all[0]
	}
	if both := all[0] + all[len(all)-1]; ansi.StringWidth(both) <= 2 {
		return both
	}
	return all[0]
}
