package journal

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// longestSpan is where a time stops growing while it is read, in seconds. It is far beyond any that
// is kept, and small enough for every machine's int.
const longestSpan = 1 << 30

// ReadSpan reads a short time as a person types it, such as "30 seconds", "3 min" or "1 min 30 s",
// in seconds. "", "none" and "-" are no time, which is 0. Whether it is too long for what it is for
// is the caller's to say: Prompt has MaxPromptSeconds.
func ReadSpan(s string) (seconds int, ok bool) {
	s = Fold(strings.TrimSpace(s))
	if s == "none" || s == "-" {
		return 0, true
	}
	for s != "" {
		digits := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' })
		if digits < 1 || digits > 5 {
			return 0, false
		}
		n, err := strconv.Atoi(s[:digits])
		if err != nil {
			return 0, false
		}
		s = strings.TrimSpace(s[digits:])
		end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
		if end < 0 {
			end = len(s)
		}
		unit := spanUnit(s[:end])
		if unit == 0 {
			return 0, false
		}
		seconds = min(seconds+n*unit, longestSpan)
		s = strings.TrimSpace(strings.TrimLeft(s[end:], ".,"))
	}
	return seconds, true
}

// spanUnit is how many seconds a unit has, 0 for a word that is none.
func spanUnit(word string) int {
	switch word {
	case "s", "sec", "secs", "second", "seconds":
		return 1
	case "m", "min", "mins", "minute", "minutes":
		return 60
	case "h", "hour", "hours":
		return 3600
	}
	return 0
}

// Span tells a short time in few letters, as ReadSpan reads it: "30 s", "3 min", "1 min 30 s"; ""
// for none.
func Span(seconds int) string {
	switch m, s := seconds/60, seconds%60; {
	case seconds <= 0:
		return ""
	case m == 0:
		return fmt.Sprintf("%d s", s)
	case s == 0:
		return fmt.Sprintf("%d min", m)
	default:
		return fmt.Sprintf("%d min %d s", m, s)
	}
}
