package wording

import (
	"fmt"

	"bothways/journal"
)

// YearsAgo is how many years lie between about the same day of two years: "a year ago", "7 years ago".
func YearsAgo(d, today journal.Date) string {
	n := (4*today.DaysSince(d) + 730) / 1461
	if n <= 1 {
		return "a year ago"
	}
	return fmt.Sprintf("%d years ago", n)
}
