package tui

import (
	"fmt"
	"strings"
	"time"

	"bothways/journal"
	"bothways/tui/theme"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// balancePicture draws a balance in rows of at most w cells. Each bar has its number beside it.
type balancePicture struct {
	theme *theme.Theme
	env   *Env // knows the keys in force
	today journal.Date
	rel   journal.RelationshipSummary
	w     int
}

// How many conversations have to say a thing before it is drawn.
const (
	splitsFrom   = 2
	energiesFrom = 3
)

// balanceLabel is the cells of the labels' column.
const balanceLabel = 12

func (p balancePicture) rows(b journal.Balance) []string {
	if b.Sessions == 0 && b.Gave+b.Got == 0 && b.Mine == (journal.ActionTally{}) && b.Theirs == (journal.ActionTally{}) {
		return p.say("What went each way is added up here, once there is something to add. " + p.env.key("note", "n") + " writes about a conversation; the lines “gave: …” and “got: …” in a note are counted.")
	}
	var rows []string
	section := func(title string, body []string) {
		if len(rows) > 0 {
			rows = append(rows, "")
		}
		rows = append(append(rows, "  "+p.theme.Heading.Render(widget.Cut(title, p.w-2))), body...)
	}
	section("GIVEN AND RECEIVED", p.exchanged(b))
	section("CONVERSATIONS", p.conversations(b))
	if b.Splits == 0 && len(b.Energies) == 0 {
		section("HOW IT WENT", p.say(p.tooLittle(0)))
	} else {
		section("LISTENING, ASKING, ADVISING", p.split(b))
		section("ENERGY AFTERWARDS", p.energy(b))
	}
	section("WHAT BECAME OF ACTIONS", p.tallies(b))
	return rows
}

func (p balancePicture) say(s string) []string {
	return strings.Split(indent(p.theme.Faint, s, p.w), "\n")
}

// line is a label and what is said beside it.
func (p balancePicture) line(label, said string) string {
	return "  " + p.theme.Faint.Render(widget.Pad(label, balanceLabel)) + p.theme.Text.Render(widget.Cut(said, p.w-balanceLabel-2))
}

// bar is a count with a bar behind it that is as long as the count, or as its share of most where
// that is more than there is room for.
func (p balancePicture) bar(n, most int) string {
	room := max(1, min(30, p.w-balanceLabel-9))
	long := n
	if most > room {
		long = (n*room + most - 1) / most
	}
	return fmt.Sprintf("%4d  %s", n, strings.Repeat("█", long))
}

func (p balancePicture) exchanged(b journal.Balance) []string {
	if b.Gave+b.Got == 0 {
		return p.say("Nothing is noted yet; a line “gave: …” or “got: …” in a note is counted.")
	}
	most := max(b.Gave, b.Got)
	rows := []string{p.line("given", p.bar(b.Gave, most)), p.line("received", p.bar(b.Got, most))}
	if len(b.Months) < 2 { // one month says nothing beside the sum
		return rows
	}
	return append(append(rows, ""), p.months(b.Months)...)
}

const (
	monthCell = 5 // the cells of a month
	tallFrom  = 4 // what fills a bar at least: one line in a month is not much of anything
)

// months is giving and receiving over the last months in a row, as many as there is room for up to
// a year. They end with this month, or with the last one in which anything went across where that
// is long ago.
func (p balancePicture) months(all []journal.BalanceMonth) []string {
	n := min(12, (p.w-balanceLabel-2)/monthCell)
	if n < 2 {
		return nil
	}
	number := func(year, month int) int { return year*12 + month - 1 }
	last, newest := number(p.today.Year, int(p.today.Month)), all[len(all)-1]
	if at := number(newest.Year, int(newest.Month)); at > last || at <= last-n {
		last = at
	}
	first := max(last-n+1, number(all[0].Year, int(all[0].Month)))
	shown, most := map[int]journal.BalanceMonth{}, tallFrom
	for _, m := range all {
		if at := number(m.Year, int(m.Month)); at >= first && at <= last {
			shown[at], most = m, max(most, m.Gave, m.Got)
		}
	}
	var heads, gave, got strings.Builder
	for at := first; at <= last; at++ {
		m := shown[at]
		heads.WriteString(widget.Pad(monthOf(at).String()[:3], monthCell))
		gave.WriteString(widget.Pad(levelOf(m.Gave, most), monthCell))
		got.WriteString(widget.Pad(levelOf(m.Got, most), monthCell))
	}
	label := "by month"
	if year := last / 12; year != p.today.Year {
		label = fmt.Sprintf("to %s %d", monthOf(last).String()[:3], year)
	}
	return []string{
		"  " + p.theme.Faint.Render(widget.Pad(label, balanceLabel)+heads.String()),
		p.line("given", gave.String()),
		p.line("received", got.String()),
	}
}

// levelOf is a count as the height of one character with the number behind it, "·" for none.
func levelOf(n, most int) string {
	switch {
	case n == 0:
		return "·"
	case n > 99:
		return "█99+"
	}
	levels := []rune("▁▂▃▄▅▆▇█")
	return fmt.Sprintf("%c%d", levels[(n*len(levels)-1)/max(n, most)], n)
}

func (p balancePicture) conversations(b journal.Balance) []string {
	if b.Sessions == 0 {
		return p.say("None is kept yet; " + p.env.key("note", "n") + " writes about one.")
	}
	all := fmt.Sprintf("%4d", b.Sessions)
	switch {
	case b.Timed == 0:
	case b.Timed < b.Sessions:
		all += fmt.Sprintf(", %s noted in %d of them", wording.Hours(b.Minutes), b.Timed)
	default:
		all += ", " + wording.Hours(b.Minutes) + " in all"
	}
	rows := []string{p.line("kept", all)}
	most := max(b.AsMentor, b.AsMentee, b.BothWays)
	for _, r := range []struct {
		label string
		n     int
	}{{"as mentor", b.AsMentor}, {"as mentee", b.AsMentee}, {"both ways", b.BothWays}} {
		if r.n > 0 {
			rows = append(rows, p.line(r.label, p.bar(r.n, most)))
		}
	}
	return rows
}

func (p balancePicture) split(b journal.Balance) []string {
	if b.Splits < splitsFrom || b.Split.IsZero() {
		return p.say(p.tooLittle(b.Splits))
	}
	ten := b.Split.Tenths()
	l, a, d := ten.Listening, ten.Asking, ten.Advising
	return []string{
		p.line("in ten", strings.Repeat("█", l)+strings.Repeat("▒", a)+strings.Repeat("░", d)),
		p.line("", fmt.Sprintf("█ listening %d  ▒ asking %d  ░ advising %d", l, a, d)),
		p.line("", "over "+inConversations(b.Splits)),
	}
}

// tooLittle says that a check-in said a thing too seldom to be drawn.
func (p balancePicture) tooLittle(n int) string {
	if n == 0 {
		return "No check-in says yet; in the timeline " + p.env.key("details", "m") + " adds one."
	}
	return "Said in " + inConversations(n) + " so far: too little to say."
}

func inConversations(n int) string {
	if n == 1 {
		return "one conversation"
	}
	return fmt.Sprintf("%d conversations", n)
}

func (p balancePicture) energy(b journal.Balance) []string {
	n := len(b.Energies)
	if n < energiesFrom {
		return p.say(p.tooLittle(n))
	}
	shown := b.Energies[max(0, n-max(1, min(40, p.w-balanceLabel-4))):]
	return []string{
		p.line("over time", widget.Spark(shown, journal.MinEnergy, journal.MaxEnergy, len(shown))),
		p.line("", fmt.Sprintf("from %s to %s, over %s", wording.Energy(shown[0]), wording.Energy(shown[len(shown)-1]), inConversations(len(shown)))),
	}
}

func (p balancePicture) tallies(b journal.Balance) []string {
	if b.Mine == (journal.ActionTally{}) && b.Theirs == (journal.ActionTally{}) {
		return p.say("Nothing was promised yet, by either side.")
	}
	head := "  " + p.theme.Faint.Render(widget.Pad("", balanceLabel)+widget.Cut("kept  dropped  open  carried over", p.w-balanceLabel-2))
	row := func(label string, t journal.ActionTally) string {
		return p.line(label, fmt.Sprintf("%4d  %7d  %4d  %12d", t.Done, t.Dropped, t.Open, t.Carried))
	}
	return []string{head, row("you", b.Mine), row(wording.FirstName(p.rel.PersonName), b.Theirs)}
}

// monthOf is the month of a count of months since the year nought.
func monthOf(n int) time.Month { return time.Month(n%12 + 1) }
