package tui

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"bothways/journal"
)

// readSpan reads a short time as a person types it, such as "30 seconds" or "3 min", in seconds.
// "" and "none" are no time.
func readSpan(s string) (seconds int, ok bool) {
	s = journal.Fold(strings.TrimSpace(s))
	if s == "" || s == "none" || s == "-" {
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
		seconds += n * unit
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

// spanShort is a short time for a row, "" for none.
func spanShort(seconds int) string {
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

// spanEcho says which time a line means.
func spanEcho(s string) (string, bool) {
	seconds, ok := readSpan(s)
	switch {
	case !ok:
		return "That is not a time I can read; try 30 seconds or 3 minutes.", false
	case seconds > journal.MaxPromptSeconds:
		return "The time for a question is up to an hour.", false
	case seconds == 0:
		return "as long as you like", true
	}
	return spanShort(seconds), true
}
