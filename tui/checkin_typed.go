package tui

import (
	"fmt"
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/theme"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// whenRow is the moment of a conversation, as one types it.
type whenRow struct {
	in    line
	first string
	at    time.Time // what first means, to the second
	now   time.Time
	dates wording.Dates
}

// momentLayout is a moment as it stands in a field.
const momentLayout = "2006-01-02 15:04"

func newWhenRow(dates wording.Dates, at, now time.Time) whenRow {
	r := whenRow{in: newLine("yesterday 14:00 · fri 9:30 · 2026-11-20 14:00"), first: at.Format(momentLayout), at: at, now: now, dates: dates}
	r.in.SetValue(r.first)
	return r
}

func (r *whenRow) label() string { return "when" }
func (r *whenRow) clear()        {} // its own keys do that
func (r *whenRow) said() bool    { return true }

// enter marks all of it, so that typing begins anew and an arrow goes on in what is there.
func (r *whenRow) enter() {
	r.in.Update(tea.KeyPressMsg{Code: 'a', Mod: tea.ModCtrl})
}

// untouched reports whether it means what it meant at first. So does an empty one: a conversation
// was at some time.
func (r *whenRow) untouched() bool { v := r.in.Value(); return v == r.first || journal.Blank(v) }

func (r *whenRow) moment() time.Time {
	if r.untouched() {
		return r.at
	}
	if at, err := journal.ReadMoment(r.in.Value(), r.now); err == nil {
		return at
	}
	return r.at
}

func (r *whenRow) wrong() string {
	if r.untouched() {
		return ""
	}
	if said, ok := momentEcho(r.dates, r.now)(r.in.Value()); !ok {
		return said
	}
	return ""
}

func (r *whenRow) hint() string {
	if r.wrong() != "" {
		return "A day and a time: yesterday 14:00, or fri 9:30."
	}
	return r.words() + ". Try yesterday 14:00 or fri 9:30."
}

// words is the moment it means.
func (r *whenRow) words() string {
	at := r.moment()
	return r.dates.Long(journal.DateOf(at), journal.DateOf(r.now)) + at.Format(" 15:04")
}

func (r *whenRow) key(k tea.KeyPressMsg) rowAnswer { return rowAnswer{cmd: r.in.Update(k)} }

func (r *whenRow) closed(t *theme.Theme, w int) string {
	if r.wrong() != "" {
		return t.Error.Render(widget.Cut(r.in.Value()+" ?", w))
	}
	return t.Text.Render(widget.Cut(r.words(), w))
}

func (r *whenRow) open(t *theme.Theme, w int) openRow {
	row, cur := r.in.Render(max(1, w-labelWidth-2), t)
	return openRow{beside: " " + row, x: labelWidth + 2 + cur.X}
}

// minutesRow is how long a conversation was. The first digit begins anew.
type minutesRow struct {
	n      int // 0 where unsaid
	typing bool
}

// minutesStep is what an arrow adds or takes.
const minutesStep = 5

func (r *minutesRow) label() string { return "minutes" }
func (r *minutesRow) hint() string  { return "How long it took." }
func (r *minutesRow) enter()        { r.typing = false }
func (r *minutesRow) clear()        { r.n, r.typing = 0, false }
func (r *minutesRow) said() bool    { return r.n > 0 }
func (r *minutesRow) wrong() string { return "" }

func (r *minutesRow) key(k tea.KeyPressMsg) rowAnswer {
	switch name := k.String(); {
	case name == "right" || name == "l":
		r.n, r.typing = min(r.n+minutesStep, journal.MaxMinutes), false
	case name == "left" || name == "h":
		r.n, r.typing = max(0, r.n-minutesStep), false
	case typesDigit(k):
		n := int(k.Text[0] - '0')
		if r.typing {
			n += 10 * r.n
		}
		switch {
		case n == 0:
			return rowAnswer{why: "Minutes begin with 1 to 9; backspace leaves them unsaid."}
		case n > journal.MaxMinutes:
			return rowAnswer{why: fmt.Sprintf("A conversation lasts at most a whole day, %d minutes.", journal.MaxMinutes)}
		}
		r.n, r.typing = n, true
	case k.Text != "":
		return rowAnswer{why: "Minutes take digits: 45 is three quarters of an hour."}
	}
	return rowAnswer{}
}

func (r *minutesRow) text() string {
	if r.n == 0 {
		return ""
	}
	return strconv.Itoa(r.n)
}

func (r *minutesRow) closed(t *theme.Theme, w int) string {
	return t.Text.Render(widget.Cut(r.text(), w))
}

func (r *minutesRow) open(t *theme.Theme, w int) openRow {
	s := r.text()
	return openRow{beside: " " + t.Strong.Render(widget.Cut(s, max(1, w-labelWidth-2))), x: labelWidth + 2 + len(s)}
}

// momentEcho says which moment a line means.
func momentEcho(dates wording.Dates, now time.Time) func(string) (string, bool) {
	return func(s string) (string, bool) {
		at, err := journal.ReadMoment(s, now)
		if err != nil {
			return journal.ErrorMessage(err), false
		}
		return dates.Long(journal.DateOf(at), journal.DateOf(now)) + at.Format(" 15:04"), true
	}
}
