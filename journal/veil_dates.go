package journal

import (
	"strings"
	"time"
	"unicode/utf8"
)

// inDate reports whether a word that is somebody's name, too, stands as the month or the weekday of a
// date: beside a number, or a weekday before such a month, or a month in a row of months.
func inDate(folded, text string, from, to int) bool {
	if countAhead(text, to) {
		return false
	}
	if alsoMonth(folded) || monthOf(folded) > 0 {
		return besideNumber(text, from, to) || besideMonth(monthOf(folded), text, from, to)
	}
	if !weekday(folded) {
		return false
	}
	if numberAhead(text, to) {
		return true
	}
	next, end := wordAfter(text, to)
	return (monthOf(next) > 0 || alsoMonth(next)) && numberAhead(text, end)
}

// alsoMonth reports whether a folded name is one of a month in another language, too.
func alsoMonth(folded string) bool {
	switch folded {
	case "augustus", "juli", "avril", "mai", "abril", "mayo", "junio", "julio":
		return true
	}
	return false
}

// monthOf is the month a folded English word is, whole or in three letters; 0 for none.
func monthOf(folded string) time.Month {
	for m := time.January; m <= time.December; m++ {
		if name := Fold(m.String()); folded == name || folded == name[:3] {
			return m
		}
	}
	return 0
}

// weekday reports whether a folded English word is a day of the week, whole or in three letters.
func weekday(folded string) bool {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if name := Fold(d.String()); folded == name || folded == name[:3] {
			return true
		}
	}
	return false
}

// besideNumber reports whether a word stands beside a number, as the month of a date does: "12 May",
// "May 26", "May'26".
func besideNumber(text string, from, to int) bool {
	before := strings.TrimRight(text[:from], " .")
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	return len(before) > 0 && from-len(before) < 3 && digit(before[len(before)-1]) || numberAhead(text, to) ||
		len(text) > to+1 && text[to] == '\'' && digit(text[to+1])
}

// numberAhead reports whether a number stands just behind a word.
func numberAhead(text string, to int) bool {
	after := strings.TrimLeft(text[to:], " .")
	return len(after) > 0 && len(text)-to-len(after) < 3 && after[0] >= '0' && after[0] <= '9'
}

// countAhead reports whether the number behind a word says how often: Sun 3 times.
func countAhead(text string, to int) bool {
	if !numberAhead(text, to) {
		return false
	}
	after := strings.TrimLeft(text[to:], " .")
	after = strings.TrimLeft(after, "0123456789")
	next, _ := wordAfter(after, 0)
	return next == "times" && strings.HasPrefix(after, " ") && !strings.HasPrefix(after, "  ")
}

// besideMonth reports whether the word before or behind a month is the one before or behind it in the
// year, as heads of columns are.
func besideMonth(m time.Month, text string, from, to int) bool {
	if m == 0 || to-from != 3 {
		return false
	}
	next, end := wordAfter(text, to)
	if len(next) == 3 && monthOf(next) == m%12+1 && end > to+len(next)+1 {
		return true
	}
	before := strings.TrimRight(text[:from], " ")
	if len(before) < 3 || from-len(before) < 2 || len(before) > 3 && before[len(before)-4] != ' ' {
		return false
	}
	return monthOf(Fold(before[len(before)-3:]))%12+1 == m && monthOf(Fold(before[len(before)-3:])) > 0
}

// wordAfter is the word behind some spaces, folded, and where it ends; "" for none.
func wordAfter(text string, to int) (string, int) {
	at := to + len(text[to:]) - len(strings.TrimLeft(text[to:], " "))
	if r, _ := utf8.DecodeRuneInString(text[at:]); at == to || !nameLetter(r) {
		return "", to
	}
	end := at + wordLen(text[at:])
	return foldWord(text[at:end]), end
}
