package journal

import (
	"strings"
	"time"
)

// Days is a run of days, both ends included: a month, a year, or any other.
type Days struct{ From, To Date }

// MonthOf is the month a day is in.
func MonthOf(d Date) Days {
	first := Date{d.Year, d.Month, 1}
	return Days{first, first.AddMonths(1).AddDays(-1)}
}

// YearOf is the year a day is in.
func YearOf(d Date) Days { return Days{Date{d.Year, time.January, 1}, Date{d.Year, time.December, 31}} }

// IsMonth and IsYear report whether it is a whole one of the calendar.
func (s Days) IsMonth() bool { return s == MonthOf(s.From) }
func (s Days) IsYear() bool  { return s == YearOf(s.From) }

// Count is how many days there are.
func (s Days) Count() int { return s.To.DaysSince(s.From) + 1 }

// Has reports whether a day is among them.
func (s Days) Has(d Date) bool { return !d.Before(s.From) && !d.After(s.To) }

// Move is the month, the year, or the run of as many days, that is n of them later, or earlier where n
// is negative. It stays where the calendar ends.
func (s Days) Move(n int) Days {
	moved := s
	switch length := s.Count(); {
	case s.IsYear():
		moved = YearOf(Date{s.From.Year + n, time.January, 1})
	case s.IsMonth():
		moved = MonthOf(s.From.AddMonths(n))
	default:
		moved = Days{s.From.AddDays(n * length), s.To.AddDays(n * length)}
	}
	if moved.From.Year < 1 || moved.To.Year > maxDateYear {
		return s
	}
	return moved
}

// ReadDays reads the whole of words as the time a person wants to look back on, on the day today: a
// year (2025), a month (2025-03, 2025-3, march 2025, mar 2025), a month's name alone, which is the last one that
// began, this or last month or year, and a day (2025-03-14, today, yesterday). Case and the amount of
// white space do not matter. Anything else is CodeInvalid: it is never guessed.
func ReadDays(words string, today Date) (Days, error) {
	w := strings.Fields(strings.ToLower(words))
	days, ok := Days{}, false
	switch len(w) {
	case 1:
		days, ok = readDaysWord(w[0], today)
	case 2:
		days, ok = readDaysWords(w[0], w[1], today)
	}
	if !ok {
		return Days{}, Errorf(CodeInvalid, "“%s” is no month or year; it goes like 2025, 2025-03, march 2025, march, last month or this year.", clip(strings.Join(w, " "), 40))
	}
	return days, nil
}

func readDaysWord(s string, today Date) (Days, bool) {
	switch s {
	case "today":
		return Days{today, today}, true
	case "yesterday":
		return Days{today.AddDays(-1), today.AddDays(-1)}, true
	}
	if year, ok := readYear(s); ok {
		return YearOf(Date{year, time.January, 1}), true
	}
	if d, err := ParseISODate(s); err == nil {
		return Days{d, d}, true
	}
	if d, err := ParseISODate(s + "-01"); err == nil {
		return MonthOf(d), true
	}
	if short := len("2025-3"); len(s) == short {
		if d, err := ParseISODate(s[:short-1] + "0" + s[short-1:] + "-01"); err == nil {
			return MonthOf(d), true
		}
	}
	if month, ok := monthNamed(s); ok {
		year := today.Year
		if month > today.Month {
			year--
		}
		return MonthOf(Date{year, month, 1}), year >= 1
	}
	return Days{}, false
}

func readDaysWords(a, b string, today Date) (Days, bool) {
	back := 0
	switch a {
	case "this":
	case "last":
		back = -1
	default:
		month, named := monthNamed(a)
		year, ok := readYear(b)
		return MonthOf(Date{year, month, 1}), named && ok
	}
	switch b {
	case "month":
		return MonthOf(today).Move(back), true
	case "year":
		return YearOf(today).Move(back), true
	}
	return Days{}, false
}

// readYear reads a year in four digits.
func readYear(s string) (int, bool) {
	year, ok := readNumber(s, 4)
	return year, ok && len(s) == 4 && year >= 1
}
