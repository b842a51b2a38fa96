package tui

import "bothways/journal"

// spanEcho says which time a line means.
func spanEcho(s string) (string, bool) {
	seconds, ok := journal.ReadSpan(s)
	switch {
	case !ok:
		return "That is not a time I can read; try 30 seconds or 3 minutes.", false
	case seconds > journal.MaxPromptSeconds:
		return "The time for a question is up to an hour.", false
	case seconds == 0:
		return "as long as you like", true
	}
	return journal.Span(seconds), true
}
