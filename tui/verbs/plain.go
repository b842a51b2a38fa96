package verbs

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/safe"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// Plain text has no colour and no frames: what is said there is heard as well as seen. Columns of
// a fixed width come first on a row and a person's own words last, and those always through
// package safe, whether a terminal is there or not.

// line writes one line. Words of the journal among args must have been through safe.
func (a *app) line(format string, args ...any) error {
	return a.rows(wrapped(fmt.Sprintf(format, args...), a.width))
}

// lineOf writes one line of columns and, behind them, a person's own words, which stay there where
// they go on in further rows.
func (a *app) lineOf(columns, words string) error {
	if a.width <= 0 || ansi.StringWidth(columns+words) <= a.width {
		return a.rows(columns + words)
	}
	return a.rows(strings.Join(led(columns, words, a.width), "\n"))
}

// rows writes rows that are as wide as they may be.
func (a *app) rows(text string) error {
	if _, err := fmt.Fprintln(a.out, text); err != nil {
		return unwritable(err)
	}
	return nil
}

// page is how wide the built-in texts are, also where nobody sees them.
func (a *app) page() int {
	if a.width > 0 {
		return min(a.width, pageWidth)
	}
	return pageWidth
}

// block writes text of the journal with two spaces before each line, and without white space at
// its end.
func (a *app) block(text string) error {
	text = strings.TrimRight(safe.Text(text), " \t\n")
	for text != "" {
		var one string
		one, text, _ = strings.Cut(text, "\n")
		if one != "" {
			one = "  " + one
		}
		if err := a.line("%s", one); err != nil {
			return err
		}
	}
	return nil
}

const (
	shortID     = 6 // characters at the end of an id, enough to tell it from a lifetime of others
	dueWidth    = 15
	personWidth = 14
	pageWidth   = 78 // columns the built-in texts are wrapped to at most
)

// endOf is the end of an id as lists show it. Ids made in the same moment begin alike, so it is
// the end that tells them apart.
func endOf(uid string) string {
	if len(uid) <= shortID {
		return uid
	}
	return uid[len(uid)-shortID:]
}

// actionRow is an action in one line: the end of its id, a sign, whose it is, when it is due, with
// whom, and what it is.
func (a *app) actionRow(v journal.ActionView) error {
	today := journal.DateOf(a.now())
	due := a.config.Dates.Echo(v.Due, today)
	if due == "" {
		due = "-"
	}
	person := v.PersonName
	if person == "" {
		person = "-"
	}
	return a.lineOf(fmt.Sprintf("%s  %s %-4s  %s  %s  ", endOf(v.UID), wording.ActionSign(v.Action, today), v.Owner,
		widget.Pad(due, dueWidth), widget.Pad(person, personWidth)), actionWords(v.Action))
}

// actionWords is what an action says, how it went and how often it was carried over.
func actionWords(v journal.Action) string {
	words := safe.Line(v.Text)
	switch v.State {
	case journal.ActionDropped:
		words += " · dropped"
	case journal.ActionDone:
		words += " · done"
	}
	if v.Outcome != "" {
		words += ": " + safe.Line(v.Outcome)
	}
	if carried := wording.Carried(v.Carried); carried != "" {
		words += " (" + carried + ")"
	}
	return words
}

// topicRow is something to raise, with a word where it is hard.
func (a *app) topicRow(t journal.Topic) error {
	hard := "·     "
	if t.Hard {
		hard = "? hard"
	}
	return a.lineOf("  "+hard+"  ", safe.Line(t.Text))
}

// openCount says how many actions are open on each side, in words also where none is.
func openCount(mine, theirs int) string {
	if said := wording.OpenCount(mine, theirs); said != "" {
		return said
	}
	return "nothing open"
}

// dayLong is a day in full, also in the year that is now: "Sat 21 Nov 2026". What was printed may
// be read in another one.
func (a *app) dayLong(d journal.Date) string {
	return fmt.Sprintf("%.3s %s", d.Weekday(), a.config.Dates.DayAndYear(d))
}

// joined is those parts that say something, with a dot between them.
func joined(parts ...string) string {
	said := parts[:0:0]
	for _, p := range parts {
		if p != "" {
			said = append(said, p)
		}
	}
	return strings.Join(said, " · ")
}

// checkIn is how a conversation was, in one line; none where nothing was said of it.
func (a *app) checkIn(c journal.CheckIn) error {
	if c.IsZero() {
		return nil
	}
	return a.line("%s", safe.Line(wording.CheckIn(c)))
}

// sessionHead says when, how and for how long a conversation was.
func (a *app) sessionHead(v journal.SessionView) string {
	minutes := ""
	if v.Minutes > 0 {
		minutes = fmt.Sprintf("%d min", v.Minutes)
	}
	return joined(a.dayLong(journal.DateOf(v.At))+v.At.Format(" 15:04"), string(v.Medium), minutes)
}

// plural is n of something: "1 action", "2 actions".
func plural(n int, one string) string { return wording.Counted(n, one, one+"s") }
