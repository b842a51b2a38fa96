package tui

import (
	"fmt"
	"strings"
	"time"

	"bothways/journal"
)

// pastDay reads a day that has been: a weekday, and a day and month without a year, are the last
// ones. What is still to come is not taken.
func pastDay(s string, now time.Time) (journal.Date, bool) {
	today := journal.DateOf(now)
	if day, ok := journal.ReadDate(s, today); ok && !day.After(today) {
		return day, true
	} else if ok && len(strings.Fields(s)) > 1 {
		// Seen from elsewhere it is the same day, unless it is counted from here: in 2 weeks.
		nearby, _ := journal.ReadDate(s, today.AddDays(-1))
		last, ok := journal.ReadDate(s, today.AddDays(-365))
		return last, ok && nearby == day && !last.After(today) && last.Day == day.Day && last.Month == day.Month
	}
	at, err := journal.ReadWritten(s, now)
	return journal.DateOf(at), err == nil
}

// pastEcho says which day a line means.
func pastEcho(env *Env) func(string) (string, bool) {
	return func(s string) (string, bool) {
		day, ok := pastDay(s, env.Now())
		if !ok {
			some := env.Day().AddDays(-9)
			return fmt.Sprintf("A day that has been; try today, yesterday, fri, %d %s or %s.", some.Day, strings.ToLower(some.Month.String()[:3]), some), false
		}
		return env.Dates.Long(day, env.Day()), true
	}
}
