package wording

import (
	"fmt"

	"bothways/journal"
)

// Dates is how a person wants dates written. The zero Dates is DayMonth.
type Dates string

// The ways to write a date.
const (
	DayMonth Dates = "day-month" // 21 Nov
	MonthDay Dates = "month-day" // Nov 21
	ISO      Dates = "iso"       // 2026-11-21
)

// Short is a day without its year: "21 Nov", "Nov 21", "11-21".
func (s Dates) Short(d journal.Date) string {
	month := d.Month.String()[:3]
	switch s {
	case MonthDay:
		return fmt.Sprintf("%s %d", month, d.Day)
	case ISO:
		return fmt.Sprintf("%02d-%02d", int(d.Month), d.Day)
	}
	return fmt.Sprintf("%d %s", d.Day, month)
}

// DayAndYear is a day as it is read years later: "3 Mar 2027", "Mar 3 2027", "2027-03-03".
func (s Dates) DayAndYear(d journal.Date) string {
	if s == ISO {
		return d.String()
	}
	return fmt.Sprintf("%s %d", s.Short(d), d.Year)
}

// Long is a date in full for a head: "Sat 21 Nov", "Sat Nov 21", "Sat 2026-11-21", with the year where
// it is another one than today's, and as numbers always. It takes at most fifteen cells.
func (s Dates) Long(d, today journal.Date) string {
	weekday := d.Weekday().String()[:3] + " "
	if s == ISO || d.Year != today.Year {
		return weekday + s.DayAndYear(d)
	}
	return weekday + s.Short(d)
}

// Due is a due date in at most seven cells: a weekday within a week of today, else a day and month,
// else with the year. It is "" for no date.
func (s Dates) Due(d, today journal.Date) string {
	n := d.DaysSince(today)
	switch {
	case d.IsZero():
		return ""
	case n == 0:
		return "today"
	case n > -7 && n < 7:
		return d.Weekday().String()[:3]
	case d.Year == today.Year || n > 0 && n < 300:
		return s.Short(d)
	case s == ISO:
		return fmt.Sprintf("%04d-%02d", d.Year, int(d.Month))
	}
	return fmt.Sprintf("%s'%02d", d.Month.String()[:3], d.Year%100)
}

// Day is a day of the coming time, with its weekday: "Tue 24".
func (s Dates) Day(d, today journal.Date) string {
	if n := d.DaysSince(today); n >= 0 && n < 25 {
		return fmt.Sprintf("%s %d", d.Weekday().String()[:3], d.Day)
	}
	return s.Due(d, today)
}

// Echo is Long for a day to come: "today", "tomorrow" and "" for no date. Like journal.EchoDate it says
// a date that was read.
func (s Dates) Echo(d, today journal.Date) string {
	if d.IsZero() || d == today || d == today.AddDays(1) {
		return journal.EchoDate(d, today)
	}
	return s.Long(d, today)
}

// Within is a day in a column under its year, with its weekday, in one style always as wide:
// "Tue  3 Nov", "Tue Nov  3", "Tue 11-03".
func (s Dates) Within(d journal.Date) string {
	switch s {
	case MonthDay:
		return fmt.Sprintf("%.3s %.3s %2d", d.Weekday(), d.Month, d.Day)
	case ISO:
		return fmt.Sprintf("%.3s %s", d.Weekday(), s.Short(d))
	}
	return fmt.Sprintf("%.3s %2d %.3s", d.Weekday(), d.Day, d.Month)
}

// Narrow is a day of any year in at most nine cells: "3 Nov'26", "Nov 3'26", "26-11-03".
func (s Dates) Narrow(d journal.Date) string {
	if s == ISO {
		return fmt.Sprintf("%02d-%s", d.Year%100, s.Short(d))
	}
	return fmt.Sprintf("%s'%02d", s.Short(d), d.Year%100)
}

// InWords is a day of no year with its month spelled out: "3 November", "November 3", "11-03".
func (s Dates) InWords(d journal.Date) string {
	switch s {
	case MonthDay:
		return fmt.Sprintf("%s %d", d.Month, d.Day)
	case ISO:
		return s.Short(d)
	}
	return fmt.Sprintf("%d %s", d.Day, d.Month)
}

// InFull is InWords with the year where it is another one than today's, and as numbers always.
func (s Dates) InFull(d, today journal.Date) string {
	switch {
	case s == ISO:
		return s.DayAndYear(d)
	case d.Year != today.Year:
		return fmt.Sprintf("%s %d", s.InWords(d), d.Year)
	}
	return s.InWords(d)
}

// Today is the day it is, in full: "Saturday 21 November", "Saturday November 21", "Saturday 2026-11-21".
func (s Dates) Today(d journal.Date) string { return d.Weekday().String() + " " + s.InFull(d, d) }
