package picture

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/chart"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// focusSaid is how many focuses there is help with in both directions, and which of the usual ones
// nobody helps me with.
func focusSaid(in journal.Insights, veil journal.Veil) string {
	helped, help := 0, 0
	for _, r := range in.Focus {
		if in.HelpedBy(r) {
			helped++
		}
		if in.HelpedWith(r) {
			help++
		}
	}
	says := fmt.Sprintf("You help with %s", wording.Counted(help, "focus", "focuses"))
	if helped > 0 {
		says = fmt.Sprintf("Somebody helps you with %s, and you help with %s", wording.Counted(helped, "focus", "focuses"), number(help))
	}
	never := in.NobodyHelps()
	if len(never) == 0 {
		return says + "."
	}
	for i := range never {
		never[i] = veil.Words(never[i])
	}
	return says + fmt.Sprintf(". Of the %d usual ones, no one yet for: %s.", len(journal.Focuses()), atMost(never, 6))
}

// leastWithKey is the height from which a table has room for its key.
const leastWithKey = 7

// withKey is the rows of a table, its heads first, with its key below them in h rows: where all rows
// do not fit, those around one are there.
func withKey(rows, key []chart.Row, h, at int) []chart.Row {
	from, room := aboveKey(len(rows)-1, len(key), h, at)
	if room == len(rows)-1 && (len(key) == 0 || h < len(rows)+len(key)) {
		return rows
	}
	if body := rows[1:]; len(body) > room {
		body = append([]chart.Row{}, body[from:from+room]...)
		if from > 0 {
			body[0] = chart.Row{{Text: "  ↑ more", As: chart.Aside}}
		}
		if from+room < len(rows)-1 {
			body[room-1] = chart.Row{{Text: "  ↓ more", As: chart.Aside}}
		}
		rows = append(rows[:1:1], body...)
	}
	return append(rows, key...)
}

// aboveKey is which of all rows stand above a key of so many rows in h rows, the heads not counted: from
// one on, as many as there is room for. All do where the key has no room.
func aboveKey(all, key, h, at int) (from, room int) {
	room = h - 1 - key // without the heads
	if key == 0 || h < leastWithKey || room < 3 || room >= all {
		return 0, all
	}
	return max(0, min(at-room/2, all-room)), room
}

// namesSaid is how many names a line says before it counts the rest.
const namesSaid = 6

// focusLists is who helps with what in words, a line for each focus, where a table has no room.
func focusLists(in journal.Insights, veil journal.Veil, w int) (rows []chart.Row) {
	for _, r := range in.Focus {
		who := map[journal.Role][]string{}
		for _, i := range r.With {
			one := in.Focused[i]
			who[one.Role] = append(who[one.Role], veil.Name(one.PersonName))
		}
		var said []string
		if all := who[journal.RoleMentor]; len(all) > 0 {
			said = append(said, "you help "+atMost(all, namesSaid))
		}
		if all := who[journal.RoleMentee]; len(all) == 1 {
			said = append(said, all[0]+" helps you")
		} else if len(all) > 1 {
			said = append(said, atMost(all, namesSaid)+" help you")
		}
		if all := who[journal.RoleMutual]; len(all) > 0 {
			said = append(said, "both ways with "+atMost(all, namesSaid))
		}
		if in.NotYet(r) {
			said = append(said, "no one for you yet")
		}
		indent := "  "
		for _, row := range widget.Wrap(veil.Words(r.Focus)+": "+strings.Join(said, "; "), max(1, w-4), 0) {
			rows = append(rows, chart.Row{{Text: indent + row, As: chart.Words}})
			indent = "    "
		}
	}
	return rows
}

// heads are initials for all names. Two people with the same ones are told apart where two cells can
// do that, but not where names are hidden: no more of a name than its initials is shown then.
func heads(names []string, hidden bool) []string {
	all, taken := make([]string, len(names)), map[string]bool{}
	for i, name := range names {
		all[i] = initials(name)
		if taken[all[i]] && !hidden {
			all[i] = another(name, all[i], taken)
		}
		taken[all[i]] = true
	}
	return all
}

// another is initials nobody has yet: the first letter with a later one of the last word, or with a
// number; where all of them are taken, those of the name again.
func another(name, usual string, taken map[string]bool) string {
	first := []rune(usual)[:1]
	words := strings.Fields(name)
	if len(words) == 0 {
		return usual
	}
	for _, r := range append([]rune(words[len(words)-1])[1:], []rune("23456789")...) {
		one := string(append(first[:1:1], unicode.ToLower(r)))
		if (unicode.IsLetter(r) || unicode.IsDigit(r)) && ansi.StringWidth(one) == 2 && !taken[one] {
			return one
		}
	}
	return usual
}
