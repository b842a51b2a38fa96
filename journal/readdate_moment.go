package journal

import (
	"strconv"
	"strings"
	"time"
)

// ReadMoment reads when a conversation was, as a person says it at the moment now: a day and a
// time ("2026-11-20 14:00", "yesterday 14:00", "fri 9:30"), a time of today ("14:00"), a day alone,
// or RFC 3339 with an offset. A weekday is the last one to have been, since conversations are
// told afterwards. A day alone is taken at noon, and today as now. Without an offset the time is
// in now's zone; where clocks change it is what time.Date makes of it.
//
// Anything else is CodeInvalid, and so is a moment that is still to come.
func ReadMoment(words string, now time.Time) (time.Time, error) {
	return readMoment(words, now, "a conversation is told once it was")
}

// ReadWritten is ReadMoment for when somebody wrote an answer.
func ReadWritten(words string, now time.Time) (time.Time, error) {
	return readMoment(words, now, "an answer is dated when it was written")
}

// readMoment is ReadMoment; early says why a moment cannot be still to come.
func readMoment(words string, now time.Time, early string) (time.Time, error) {
	w := strings.Fields(words)
	if len(w) == 1 {
		if day, clock, ok := strings.Cut(strings.ToUpper(w[0]), "T"); ok && len(day) == len(time.DateOnly) {
			w = []string{day, clock}
		}
	}
	t, ok := time.Time{}, false
	switch len(w) {
	case 1:
		t, ok = readMomentWord(dateWord(w[0]), now)
	case 2:
		t, ok = readDayAndClock(dateWord(w[0]), strings.ToUpper(w[1]), now)
	}
	// The same instant has to be a moment of these years in UTC, where it is kept.
	if !ok || t.Year() < 1 || t.Year() > maxDateYear || t.UTC().Year() < 1 || t.UTC().Year() > maxDateYear {
		return time.Time{}, Errorf(CodeInvalid, "%s is not a time that can be read; write it like “2026-11-20 14:00” or “yesterday 14:00”.", quoted(strings.Join(w, " ")))
	}
	if t.After(now.Add(momentSlack)) {
		return time.Time{}, Errorf(CodeInvalid, "%s is still to come; %s.", quoted(strings.Join(w, " ")), early)
	}
	return t, nil
}

// momentSlack is how far ahead of the clock a conversation may be: clocks differ a little.
const momentSlack = time.Hour

// readMomentWord reads a day alone or a time of today.
func readMomentWord(s string, now time.Time) (time.Time, bool) {
	if h, m, sec, ok := readClock(s); ok {
		return momentOn(DateOf(now), h, m, sec, now), true
	}
	d, ok := readPastDay(s, now)
	switch {
	case !ok:
		return time.Time{}, false
	case d == DateOf(now):
		return now, true
	}
	return momentOn(d, 12, 0, 0, now), true
}

// readDayAndClock reads a day and a time of day, which may have an offset where the day is a date.
func readDayAndClock(day, clock string, now time.Time) (time.Time, bool) {
	h, m, s, ok := readClock(clock)
	if !ok {
		for _, layout := range [...]string{"2006-01-02 15:04Z07:00", "2006-01-02 15:04:05Z07:00"} {
			if t, err := time.ParseInLocation(layout, day+" "+clock, now.Location()); err == nil {
				return t, true
			}
		}
		return time.Time{}, false
	}
	d, ok := readPastDay(day, now)
	if !ok {
		return time.Time{}, false
	}
	t := momentOn(d, h, m, s, now)
	if _, named := weekdayNamed(day); named && t.After(now) {
		t = momentOn(d.AddDays(-7), h, m, s, now)
	}
	return t, true
}

// readPastDay reads a day for readMomentWord and readDayAndClock. A weekday is today or one of
// the six days before.
func readPastDay(s string, now time.Time) (Date, bool) {
	today := DateOf(now)
	switch s {
	case "today":
		return today, true
	case "yesterday":
		return today.AddDays(-1), true
	case "":
		return Date{}, false
	}
	if day, ok := weekdayNamed(s); ok {
		return today.AddDays(-int(today.Weekday()-day+7) % 7), true
	}
	d, err := ParseISODate(s)
	return d, err == nil
}

// readClock reads 9:30, 14:00 and 14:00:59.
func readClock(s string) (hour, minute, second int, ok bool) {
	h, rest, _ := strings.Cut(s, ":")
	m, sec, seconds := strings.Cut(rest, ":")
	hour, okH := readNumber(h, 2)
	minute, okM := readNumber(m, 2)
	second, okS := readNumber(sec, 2)
	ok = okH && okM && len(m) == 2 && (okS && len(sec) == 2 || !seconds)
	return hour, minute, second, ok && hour < 24 && minute < 60 && second < 60
}

func momentOn(d Date, hour, minute, second int, now time.Time) time.Time {
	return time.Date(d.Year, d.Month, d.Day, hour, minute, second, 0, now.Location())
}

// quoted is the beginning of what somebody typed, within a sentence, with escapes for what would
// not be seen.
func quoted(s string) string {
	q := strconv.Quote(clip(s, 40))
	return "“" + strings.ReplaceAll(q[1:len(q)-1], `\"`, `"`) + "”"
}

// clip is s cut to at most n characters, with a mark where it was cut.
func clip(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i] + "…"
		}
		n--
	}
	return s
}
