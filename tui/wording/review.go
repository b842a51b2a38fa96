package wording

import (
	"cmp"
	"strings"

	"bothways/journal"
)

// ReviewTold is how the words of a review begin, on one row: those that were written, not the
// questions over them, nor lines that became things of their own.
func ReviewTold(text string) string {
	const most = 2000 // bytes, more than is shown
	var told []string
	text = text[:min(len(text), most)]
	for line := range strings.SplitSeq(text, "\n") {
		if _, _, lifts := journal.LiftLine(line, journal.LiftContext{}); !lifts && !strings.HasPrefix(line, "#") {
			told = append(told, line)
		}
	}
	return cmp.Or(OneLine(strings.Join(told, " ")), OneLine(text))
}

// OneLine is text on one row: white space is folded, and bytes that are no UTF-8 are left out.
func OneLine(s string) string {
	return strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " ")
}
