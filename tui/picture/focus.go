package picture

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/chart"
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
	word := func(r journal.FocusRow) string { return veil.Words(r.Focus) }
	helped := 0
	for _, r := range in.Focus {
		if in.HelpedBy(r) {
			helped++
		}
	}
	p.Sentence = fmt.Sprintf("Somebody helps you with %s of %d focuses", number(helped), len(in.Focus))
	if never := in.NobodyHelps(); len(never) > 0 {
		for i := range never {
			never[i] = veil.Words(never[i])
		}
		p.Sentence += ". Nobody helps you with: " + atMost(never, 6)
	}
	p.Sentence += "."
	p.Legend = []chart.Cell{{Text: helpsMe, As: chart.Down}, {Text: " helps you · ", As: chart.Aside}, {Text: iHelp, As: chart.Up}, {Text: " you help · ", As: chart.Aside}, {Text: mutual, As: chart.Both}, {Text: " both ways", As: chart.Aside}}
	table := chart.Table{}
	for _, who := range in.Focused {
		table.Heads = append(table.Heads, initials(who.PersonName))
	}
	for _, r := range in.Focus {
		row := chart.TableRow{Label: word(r), Dots: make([]chart.Cell, len(in.Focused))}
		for i := range row.Dots {
			row.Dots[i] = chart.Cell{Text: neither, As: chart.Aside}
		}
		for _, i := range r.With {
			row.Dots[i] = dot(in.Focused[i].Role)
		}
		if !in.HelpedBy(r) {
			row.Note = "nobody helps"
		}
		table.Rows = append(table.Rows, row)
	}
	p.Rows, p.Cols = len(in.Focus), len(in.Focused)
	p.draw = func(w, _ int, at Spot, on bool) []chart.Row { return table.Draw(w, chosenRow(at, on), at.Col) }
	p.part = func(at Spot) Part {
		r, who := in.Focus[at.Row], in.Focused[at.Col]
		pick := journal.Pick{Of: journal.PickRelationships, Days: in.Period.Days}
		if slices.Contains(r.With, at.Col) {
			pick.Relationships = []int64{who.RelationshipID}
			return Part{fmt.Sprintf("%s: %s, %s", word(r), veil.Name(who.PersonName), helps(who.Role)), 1, pick}
		}
		for _, i := range r.With {
			pick.Relationships = append(pick.Relationships, in.Focused[i].RelationshipID)
		}
		says := fmt.Sprintf("%s: not with %s; with nobody", word(r), veil.Name(who.PersonName))
		if n := len(r.With); n > 0 {
			says = fmt.Sprintf("%s: not with %s; with %s", word(r), veil.Name(who.PersonName), counted(n, "person", "people"))
		}
		return Part{says, len(r.With), pick}
	}
	return p
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
