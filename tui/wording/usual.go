package wording

import "bothways/journal"

// What follows says the same as the methods of Dates, with the usual way to write a date.

// DueLabel is Dates.Due with the usual dates.
func DueLabel(d, today journal.Date) string { return DayMonth.Due(d, today) }

// DayLabel is Dates.Day with the usual dates.
func DayLabel(d, today journal.Date) string { return DayMonth.Day(d, today) }

// DateLong is Dates.Long with the usual dates.
func DateLong(d, today journal.Date) string { return DayMonth.Long(d, today) }

// DayAndYear is Dates.DayAndYear with the usual dates.
func DayAndYear(d journal.Date) string { return DayMonth.DayAndYear(d) }

// HintLabel is Dates.HintLabel with the usual dates.
func HintLabel(h journal.Hint, r journal.Relationship, today journal.Date) string {
	return DayMonth.HintLabel(h, r, today)
}

// TrialLabel is Dates.TrialLabel with the usual dates.
func TrialLabel(r journal.Relationship, today journal.Date) string {
	return DayMonth.TrialLabel(r, today)
}

// HintReason is Dates.HintReason with the usual dates.
func HintReason(h journal.Hint, r journal.Relationship, today journal.Date) string {
	return DayMonth.HintReason(h, r, today)
}

// Coming is Dates.Coming with the usual dates.
func Coming(c journal.Coming, r journal.Role, today journal.Date) string {
	return DayMonth.Coming(c, r, today)
}

// Ended is Dates.Ended with the usual dates.
func Ended(on journal.Date) string { return DayMonth.Ended(on) }

// EndedAndAgain is Dates.EndedAndAgain with the usual dates.
func EndedAndAgain(e journal.PastEnding) string { return DayMonth.EndedAndAgain(e) }

// NotedOn is Dates.NotedOn with the usual dates.
func NotedOn(g journal.Goal, today journal.Date) string { return DayMonth.NotedOn(g, today) }
