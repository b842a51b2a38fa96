package veil

import (
	"slices"
	"strings"

	"bothways/journal"
)

// Saying is a sentence that may quote the lines of a note one behind the other: it ends where
// something told in confidence begins.
func Saying(v journal.Veil, said string) string {
	if at := journal.Confided(said); v.On() && at > 0 {
		return said[:at] + " " + journal.Veiled
	}
	return said
}

// withConfided hides the rest of a column behind each mark of what was told in confidence.
func withConfided(hidden []journal.Hidden, plain string) []journal.Hidden {
	const column = 3 // spaces: what stands behind so many explains the mark
	for at := 0; ; {
		if at = journal.ConfidedFrom(plain, at); at == 0 {
			return hidden
		}
		spaces := len(plain[at:]) - len(strings.TrimLeft(plain[at:], " "))
		if spaces >= column || strings.HasPrefix(plain[at+spaces:], journal.Veiled) {
			continue
		}
		at += spaces
		if end := columnEnd(plain, at); strings.Trim(plain[at:end], "·… ") != "" {
			hidden = onlyHide(hidden, journal.Hidden{From: at, To: end, With: journal.Veiled})
			at = end
		}
	}
}

// columnEnd is where the column ends that a byte of a row is in.
func columnEnd(plain string, at int) int {
	end := len(plain)
	for _, gap := range []string{"  ", " │", "│", " ┃", "┃"} {
		if n := strings.Index(plain[at:], gap); n >= 0 {
			end = min(end, at+n)
		}
	}
	return end
}

// onlyHide puts one in place of all that is hidden there.
func onlyHide(hidden []journal.Hidden, whole journal.Hidden) []journal.Hidden {
	out := slices.DeleteFunc(slices.Clone(hidden), func(h journal.Hidden) bool { return h.To > whole.From && h.From < whole.To })
	at := 0
	for at < len(out) && out[at].From < whole.From {
		at++
	}
	return slices.Insert(out, at, whole)
}
