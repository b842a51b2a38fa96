package filters

import (
	"fmt"
	"strconv"
	"strings"

	"bothways/journal"
)

// Spans are the years, or the months of a year that is typed, that divide what there is: with some of
// it after their end, or before their beginning. The newest is the first. Where all is of one year,
// its months are what there is to propose.
func Spans(after bool, part string, oldest, newest journal.Date) []string {
	if oldest.IsZero() || newest.Before(oldest) {
		return nil
	}
	if typed, _, months := strings.Cut(part, "-"); months {
		year, err := strconv.Atoi(typed)
		if err != nil || len(typed) != len("2006") {
			return nil
		}
		return monthSpans(after, year, oldest, newest)
	}
	var out []string
	from, to := oldest.Year+1, newest.Year
	if after {
		from, to = oldest.Year, newest.Year-1
	}
	for y := to; y >= from; y-- {
		out = append(out, fmt.Sprintf("%04d", y))
	}
	if oldest.Year == newest.Year {
		return monthSpans(after, newest.Year, oldest, newest)
	}
	return out
}

// monthSpans are the months of a year that divide what there is.
func monthSpans(after bool, year int, oldest, newest journal.Date) []string {
	count := func(d journal.Date) int { return d.Year*12 + int(d.Month) - 1 }
	from, to := count(oldest)+1, count(newest)
	if after {
		from, to = count(oldest), count(newest)-1
	}
	from, to = max(from, year*12), min(to, year*12+11)
	var out []string
	for m := to; m >= from; m-- {
		out = append(out, fmt.Sprintf("%04d-%02d", year, m%12+1))
	}
	return out
}
