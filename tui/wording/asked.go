package wording

import (
	"fmt"
	"time"

	"bothways/journal"
)

// NotAskedSince says in a few words how long a question has waited, by the calendar of now's zone:
// "not asked since May", with the year where it is another one, "not asked yet" for the zero time,
// and the day itself where it lies in this month or is still to come.
func (s Dates) NotAskedSince(t, now time.Time) string {
	if t.IsZero() {
		return "not asked yet"
	}
	today, day := journal.DateOf(now), journal.DateOf(t.In(now.Location()))
	switch n := today.DaysSince(day); {
	case n == 0:
		return "asked today"
	case n == 1:
		return "asked yesterday"
	case n < 0, day.Year == today.Year && day.Month == today.Month:
		return "asked on " + s.InFull(day, today)
	case day.Year == today.Year:
		return fmt.Sprintf("not asked since %s", day.Month)
	}
	return fmt.Sprintf("not asked since %s %d", day.Month, day.Year)
}
