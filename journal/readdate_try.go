package journal

import (
	"strings"
	"time"
)

// looksLikeDate reports whether words that do not read as a date look as if one was meant by
// them: a day no month has, a word misspelt, a form nobody can be sure of such as 1/12. It leans
// to no, since a plain sentence may well end in a number, and a remark about every other line
// would be worse than none.
func looksLikeDate(w []string, on Date) bool {
	last := len(w) - 1
	switch {
	case len(w) == 1:
		return looksLikeSpan(w[0]) || looksLikeNumbers(w[0]) || misspeltDay(w[0])
	case isClock(w[last]):
		// "fri 14:00", "1 dec at 9am": the day can be read, the hour has no place.
		w = w[:last]
		if w[last-1] == "at" && last > 1 {
			w = w[:last-1]
		}
		_, ok := readDateEnding(w, on)
		return ok
	case len(w) == 2 && looksLikeWhichDay(w[0], w[1]):
		return true
	case len(w) == 3 && looksLikeDistance(w[0], w[1], w[2]):
		return true
	}
	if _, named := weekdayNamed(w[0]); named {
		// A weekday the date after it does not fall on, or such a date after a weekday.
		if _, ok := readDayMonth(w[1:], on); ok {
			return true
		}
		w = w[1:]
	}
	return looksLikeDayMonth(w)
}

// looksLikeDayMonth is for "31 nov", "1st of december", "1 dec 27", "dec 1st", "dec 2027".
func looksLikeDayMonth(w []string) bool {
	switch len(w) {
	case 2:
		return isDayish(w[0]) && isMonthish(w[1]) || isMonthish(w[0]) && isDayish(w[1])
	case 3:
		if w[1] == "of" {
			return isDayish(w[0]) && isMonthish(w[2])
		}
		return isDayish(w[2]) && (isDayish(w[0]) && isMonthish(w[1]) || isMonthish(w[0]) && isDayish(w[1]))
	}
	return false
}

// looksLikeWhichDay is for "next thursdy", "this fri", "last fri", "every fri", "next week". A
// weekday is not read after these, for it is another day or more than one.
func looksLikeWhichDay(which, day string) bool {
	_, named := weekdayNamed(strings.TrimSuffix(day, "."))
	switch which {
	case "this", "next":
		switch day {
		case "week", "weekend", "month":
			return true
		}
		return named || misspeltDay(day)
	case "last", "every", "each":
		return named
	}
	return false
}

// looksLikeDistance is for "in 2 fortnights", "in two weeks", "day after tomorrow", "a week
// today", "by the 3rd".
func looksLikeDistance(a, b, c string) bool {
	switch {
	case a == "in":
		return isCount(b) && isTimeUnit(c)
	case a == "day" && b == "after", isCount(a) && isTimeUnit(b):
		_, named := weekdayNamed(c)
		return named || c == "today" || c == "tomorrow"
	case b == "the" && (a == "by" || a == "due" || a == "on" || a == "until"):
		return isOrdinal(c)
	}
	return false
}

// looksLikeSpan is for +10x and +10days. A bare +1 is somebody's guest.
func looksLikeSpan(s string) bool {
	digits := strings.TrimLeft(strings.TrimPrefix(s, "+"), "0123456789")
	return len(s) > 1 && s[0] == '+' && isDigit(s[1]) && digits != "" && 'a' <= digits[0] && digits[0] <= 'z'
}

// looksLikeNumbers is for 2026-13-01, 2026-12-01t14:00, 1/12, 1/12/27, 12.1. and 12.1.2027. It is
// no for 1-2-1, 50/50 and version 1.2.3.
func looksLikeNumbers(s string) bool {
	if day, _, ok := strings.Cut(s, "t"); ok && len(day) == len(time.DateOnly) {
		s = day
	}
	for _, sep := range [...]string{"-", "/", "."} {
		body, dotted := s, false
		if sep == "." {
			body, dotted = strings.CutSuffix(s, ".")
		}
		a, rest, found := strings.Cut(body, sep)
		if !found {
			continue
		}
		b, c, three := strings.Cut(rest, sep)
		if _, ok := readNumber(a, 4); !ok {
			return false
		}
		if _, ok := readNumber(b, 4); !ok {
			return false
		}
		if _, ok := readNumber(c, 4); three && !ok {
			return false
		}
		switch sep {
		case "-":
			return three && (len(a) == 4 || len(c) == 4)
		case "/":
			return three || isDayOfMonth(a, b)
		}
		return three && len(c) == 4 || !three && dotted && isDayOfMonth(a, b)
	}
	return false
}

// isDayOfMonth reports whether two numbers can be a day and a month, in either order.
func isDayOfMonth(a, b string) bool {
	x, okX := readNumber(a, 2)
	y, okY := readNumber(b, 2)
	return okX && okY && x > 0 && y > 0 && min(x, y) <= 12 && max(x, y) <= 31
}

// isDayish reports whether s begins with a digit and so may stand for a day or a year: 31, 1st,
// 28-31.
func isDayish(s string) bool {
	return s != "" && isDigit(s[0])
}

// isMonthish reports whether s is a month, also misspelt by one letter or with a full stop.
func isMonthish(s string) bool {
	s = strings.TrimRight(s, ".,")
	if _, ok := monthNamed(s); ok {
		return true
	}
	for _, name := range [...]string{"january", "february", "august", "september", "october", "november", "december"} {
		if misspelt(s, name, 1) {
			return true
		}
	}
	return false
}

func isOrdinal(s string) bool {
	s = strings.TrimSuffix(s, ".")
	n := strings.TrimLeft(s, "0123456789")
	return len(n) < len(s) && (n == "st" || n == "nd" || n == "rd" || n == "th")
}

func isCount(s string) bool {
	switch s {
	case "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve":
		return true
	}
	return isDayish(s)
}

func isTimeUnit(s string) bool {
	s = strings.TrimSuffix(s, ".")
	switch s {
	case "day", "days", "week", "weeks", "fortnight", "fortnights", "month", "months", "year", "years":
		return true
	}
	return misspelt(s, "weeks", 1) || misspelt(s, "months", 1) || misspelt(s, "month", 1)
}

// isClock reports whether s is a time of day: 14:00, 9:30pm, 9am.
func isClock(s string) bool {
	s = strings.TrimSuffix(s, ".")
	body := strings.TrimSuffix(strings.TrimSuffix(s, "am"), "pm")
	hour, minute, colon := strings.Cut(body, ":")
	if h, ok := readNumber(hour, 2); !ok || h > 24 {
		return false
	}
	if !colon {
		return body != s
	}
	m, ok := readNumber(minute, 2)
	return ok && len(minute) == 2 && m < 60
}

// misspeltDay reports whether s is nearly tomorrow or the name of a weekday. Short names allow
// one slip, or midday would be taken for a monday; "fridays" is a word of its own.
func misspeltDay(s string) bool {
	s = strings.TrimSuffix(s, ".")
	for _, name := range [...]string{"tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
		slips := 1
		if len(name) >= 8 {
			slips = 2
		}
		if misspelt(s, name, slips) {
			return !strings.HasSuffix(s, "s")
		}
	}
	return false
}

// misspelt reports whether s becomes name with 1 to slips letters added, dropped, changed or
// swapped with their neighbour.
func misspelt(s, name string, slips int) bool {
	if len(s) > maxDateWord || len(s)+slips < len(name) || len(s) > len(name)+slips || s == name {
		return false
	}
	// The distance of every beginning of s to every beginning of name.
	var d [maxDateWord + 1][maxDateWord + 1]int
	for i := 0; i <= len(s); i++ {
		for j := 0; j <= len(name); j++ {
			if i == 0 || j == 0 {
				d[i][j] = i + j
				continue
			}
			change := 1
			if s[i-1] == name[j-1] {
				change = 0
			}
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+change)
			if i > 1 && j > 1 && s[i-1] == name[j-2] && s[i-2] == name[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(s)][len(name)] <= slips
}
