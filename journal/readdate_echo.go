package journal

import "fmt"

// EchoDate is how a date that was read is said back on the day on: "today", "tomorrow",
// "Fri 27 Nov", and with the year where it is not on's year, "Tue 5 Jan 2027". It is "" for no
// date. ReadDate reads what it says of any day from on onward as that same day.
func EchoDate(d, on Date) string {
	switch {
	case d.IsZero():
		return ""
	case d == on:
		return "today"
	case d == on.AddDays(1):
		return "tomorrow"
	}
	s := fmt.Sprintf("%.3s %d %.3s", d.Weekday(), d.Day, d.Month)
	if d.Year != on.Year {
		s += fmt.Sprintf(" %04d", d.Year)
	}
	return s
}
