package journal

import (
	"encoding/json"
	"fmt"
	"time"
)

// Date is a day of the calendar without a zone, as a person means it when they say "Friday".
// The zero Date means no date.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf is the calendar day of t in t's own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// NewDate makes a date from its parts. ok is false where the calendar has no such day.
func NewDate(year int, month time.Month, day int) (d Date, ok bool) {
	d = Date{year, month, day}
	return d, DateOf(d.time()) == d && year >= 1 && year <= 9999
}

// ParseISODate reads YYYY-MM-DD, the form dates have in the file and in JSON. "" is no date.
func ParseISODate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 {
		return Date{}, Errorf(CodeInvalid, "%q is not a date of the form 2026-12-01.", s)
	}
	return DateOf(t), nil
}

// time is the date as midnight UTC, where every day has 24 hours.
func (d Date) time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// String is YYYY-MM-DD, or "" for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Before reports whether d is an earlier day than o.
func (d Date) Before(o Date) bool { return d.time().Before(o.time()) }

// After reports whether d is a later day than o.
func (d Date) After(o Date) bool { return o.Before(d) }

// AddDays is the day n days later, or earlier where n is negative.
func (d Date) AddDays(n int) Date { return DateOf(d.time().AddDate(0, 0, n)) }

// AddMonths is the same day n months later, or the last day of that month where it is shorter:
// a month after 31 January is the end of February, not March.
func (d Date) AddMonths(n int) Date {
	first := time.Date(d.Year, d.Month, 1, 0, 0, 0, 0, time.UTC).AddDate(0, n, 0)
	last := first.AddDate(0, 1, -1).Day()
	return Date{first.Year(), first.Month(), min(d.Day, last)}
}

// DaysSince is the number of days from o to d, negative where d is earlier.
func (d Date) DaysSince(o Date) int {
	const day = 24 * 60 * 60 // a Duration would end after 292 years
	return int((d.time().Unix() - o.time().Unix()) / day)
}

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.time().Weekday() }

// MarshalJSON is the date as a string, or null for no date.
func (d Date) MarshalJSON() ([]byte, error) {
	if d.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(d.String())
}
