package journal

import (
	"strings"
	"time"
)

const (
	maxDateWords = 4  // "tue 5 jan 2027" is the longest date there is
	maxDateWord  = 16 // bytes; longer than any word or number in a date
	maxDateCount = 7  // digits of the number in "in 3 days"; enough for every day up to the year 9999
	maxDateYear  = 9999
)

// ReadDate reads the whole of words as a date a person typed on the day on. It reads today and
// tomorrow; weekdays and "next tue", both the next one to come, never on itself; "1 dec" and
// "dec 1", with a year or without; both of these after a weekday that agrees, as dates are
// echoed; 2026-12-01; "in 3 days", "in a week", "in 1 month"; and +10d, +2w, +1m. Case and the
// amount of white space do not matter.
//
// Without a year it is the first such day from on onward, so that 29 feb waits for a year that
// has one. Only a date with a year can lie before on. ok is false for anything else and for years
// outside 1 to 9999: a date is never guessed.
func ReadDate(words string, on Date) (d Date, ok bool) {
	var w [maxDateWords]string
	n := 0
	for field := range strings.FieldsSeq(words) {
		if n == len(w) {
			return Date{}, false
		}
		w[n] = dateWord(field)
		n++
	}
	return readDateWords(w[:n], on)
}

// dateWord is a word in lower case, or "" where it cannot be part of a date. Only ASCII counts:
// letters of other scripts that fold to ASCII ones would make dates of words that are none.
func dateWord(s string) string {
	if len(s) > maxDateWord {
		return ""
	}
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return ""
		}
	}
	return strings.ToLower(s)
}

// readDateWords is ReadDate on words that went through dateWord.
func readDateWords(w []string, on Date) (d Date, ok bool) {
	switch {
	case len(w) == 0:
		return Date{}, false
	case len(w) == 1:
		d, ok = readDateWord(w[0], on)
	case w[0] == "in" && len(w) == 3:
		d, ok = readSpan(w[1], w[2], on)
	case w[0] == "next" && len(w) == 2:
		d, ok = readWeekday(w[1], on)
	default:
		day, named := weekdayNamed(w[0])
		if named {
			w = w[1:]
		}
		d, ok = readDayMonth(w, on)
		ok = ok && (!named || d.Weekday() == day)
	}
	if !ok {
		return Date{}, false
	}
	if d, ok = NewDate(d.Year, d.Month, d.Day); !ok {
		return Date{}, false
	}
	return d, true
}

func readDateWord(s string, on Date) (Date, bool) {
	switch {
	case s == "today":
		return on, true
	case s == "tomorrow":
		return later(on, 0, 1)
	case strings.HasPrefix(s, "+"):
		return readShortSpan(s[1:], on)
	case len(s) == len(time.DateOnly):
		d, err := ParseISODate(s)
		return d, err == nil
	}
	return readWeekday(s, on)
}

// readSpan reads "3" and "days" as that much time after on.
func readSpan(number, unit string, on Date) (Date, bool) {
	n, ok := readNumber(number, maxDateCount)
	if number == "a" {
		n, ok = 1, true
	}
	if !ok {
		return Date{}, false
	}
	switch unit {
	case "day", "days":
		return later(on, 0, n)
	case "week", "weeks":
		return later(on, 0, 7*n)
	case "month", "months":
		return later(on, n, 0)
	}
	return Date{}, false
}

// readShortSpan reads "10d" as that much time after on.
func readShortSpan(s string, on Date) (Date, bool) {
	for _, unit := range [...]string{"days", "weeks", "months"} {
		if number, ok := strings.CutSuffix(s, unit[:1]); ok && number != "a" {
			return readSpan(number, unit, on)
		}
	}
	return Date{}, false
}

func readWeekday(s string, on Date) (Date, bool) {
	day, ok := weekdayNamed(s)
	if !ok {
		return Date{}, false
	}
	return later(on, 0, 1+int(day-on.Weekday()+6)%7)
}

// later is the day so many months or days after on. ok is false where on is no day of the
// calendar, since nothing can be counted from it.
func later(on Date, months, days int) (Date, bool) {
	if _, ok := NewDate(on.Year, on.Month, on.Day); !ok {
		return Date{}, false
	}
	if months > 0 {
		return on.AddMonths(months), true
	}
	return on.AddDays(days), true
}

// readDayMonth reads "1 dec", "dec 1", "1 dec 2027", "dec 1 2027" and "dec 1, 2027".
func readDayMonth(w []string, on Date) (Date, bool) {
	if len(w) != 2 && len(w) != 3 {
		return Date{}, false
	}
	dayWord, month, ok := w[0], time.Month(0), false
	if month, ok = monthNamed(w[1]); !ok {
		dayWord = w[1]
		if len(w) == 3 {
			dayWord = strings.TrimSuffix(dayWord, ",")
		}
		month, ok = monthNamed(w[0])
	}
	day, number := readNumber(dayWord, 2)
	if !ok || !number {
		return Date{}, false
	}
	if len(w) == 3 {
		year, ok := readNumber(w[2], 4)
		if !ok || len(w[2]) != 4 {
			return Date{}, false
		}
		return NewDate(year, month, day)
	}
	return nextDayMonth(month, day, on)
}

// nextDayMonth is the first such day from on onward.
func nextDayMonth(month time.Month, day int, on Date) (Date, bool) {
	if _, ok := NewDate(on.Year, on.Month, on.Day); !ok {
		return Date{}, false
	}
	// Leap years can be eight years apart, around a century that has none.
	for year := on.Year; year <= on.Year+8; year++ {
		if d, ok := NewDate(year, month, day); ok && !d.Before(on) {
			return d, true
		}
	}
	return Date{}, false
}

// readNumber reads 1 to maxDigits digits and nothing else.
func readNumber(s string, maxDigits int) (n int, ok bool) {
	if s == "" || len(s) > maxDigits {
		return 0, false
	}
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n, true
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func weekdayNamed(s string) (time.Weekday, bool) {
	switch s {
	case "mon", "monday":
		return time.Monday, true
	case "tue", "tues", "tuesday":
		return time.Tuesday, true
	case "wed", "weds", "wednesday":
		return time.Wednesday, true
	case "thu", "thur", "thurs", "thursday":
		return time.Thursday, true
	case "fri", "friday":
		return time.Friday, true
	case "sat", "saturday":
		return time.Saturday, true
	case "sun", "sunday":
		return time.Sunday, true
	}
	return 0, false
}

// monthNamed reads the beginning of a month's name. Three letters are enough to tell all apart.
func monthNamed(s string) (time.Month, bool) {
	if len(s) < 3 {
		return 0, false
	}
	for m := time.January; m <= time.December; m++ {
		if strings.HasPrefix(monthName(m), s) {
			return m, true
		}
	}
	return 0, false
}

func monthName(m time.Month) string {
	switch m {
	case time.January:
		return "january"
	case time.February:
		return "february"
	case time.March:
		return "march"
	case time.April:
		return "april"
	case time.May:
		return "may"
	case time.June:
		return "june"
	case time.July:
		return "july"
	case time.August:
		return "august"
	case time.September:
		return "september"
	case time.October:
		return "october"
	case time.November:
		return "november"
	}
	return "december"
}
