package wording

import (
	"fmt"
	"time"

	"bothways/journal"
)

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
