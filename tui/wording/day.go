package wording

import (
	"fmt"
	"time"

	"bothways/journal"
)

// DueLabel is a due date in at most seven cells: a weekday within a week of today, else a day and
// month, else with the year. It is "" for no date.
func DueLabel(d, today journal.Date) string {
	n := d.DaysSince(today)
	switch {
	case d.IsZero():
		return ""
	case n == 0:
		return "today"
	case n > -7 && n < 7:
		return d.Weekday().String()[:3]
	case d.Year == today.Year || n > 0 && n < 300:
		return fmt.Sprintf("%d %s", d.Day, d.Month.String()[:3])
	}
	return fmt.Sprintf("%s'%02d", d.Month.String()[:3], d.Year%100)
}

// DayLabel is a day of the coming time, with its weekday: "Tue 24".
func DayLabel(d, today journal.Date) string {
	if n := d.DaysSince(today); n >= 0 && n < 25 {
		return fmt.Sprintf("%s %d", d.Weekday().String()[:3], d.Day)
	}
	return DueLabel(d, today)
}

// DateLong is a date in full for a head: "Sat 21 Nov", with the year where it is another one than
// today's.
func DateLong(d, today journal.Date) string {
	s := fmt.Sprintf("%s %d %s", d.Weekday().String()[:3], d.Day, d.Month.String()[:3])
	if d.Year != today.Year {
		s += fmt.Sprintf(" %d", d.Year)
	}
	return s
}

// Ago is how long before now the day of a moment was, in the words one would use: "not yet" for the
// zero time and "planned" for a day to come. Each day is that of its own zone, as it is named
// elsewhere; what was a moment ago is of today also where its day is the next one already.
func Ago(t, now time.Time) string {
	if t.IsZero() {
		return "not yet"
	}
	days := journal.DateOf(now).DaysSince(journal.DateOf(t))
	if !t.After(now) {
		days = max(0, days)
	}
	switch {
	case days < 0:
		return "planned"
	case days == 0:
		return "today"
	case days == 1:
		return "yesterday"
	case days < 14:
		return fmt.Sprintf("%d days ago", days)
	case days < 60:
		return fmt.Sprintf("%d weeks ago", days/7)
	case days < 730:
		return fmt.Sprintf("%d months ago", days/30)
	}
	return fmt.Sprintf("%d years ago", days/365)
}

// LastTalked is Ago as a fact in a head: "last 12 days ago", or "not talked yet" for the zero time.
func LastTalked(t, now time.Time) string {
	if t.IsZero() {
		return "not talked yet"
	}
	return "last " + Ago(t, now)
}
