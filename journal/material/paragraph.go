package material

import (
	"fmt"
	"slices"
	"strings"

	"bothways/journal"
)

// textLine is one line of a file, without spaces around it.
type textLine struct {
	number int // counted from 0
	text   string
}

// paragraph is lines without an empty one between them; it is never without lines.
type paragraph []textLine

// at is the number of its first line.
func (p paragraph) at() int { return p[0].number }

// words are its lines as one text.
func (p paragraph) words() string {
	var b strings.Builder
	for i, l := range p {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(l.text)
	}
	return b.String()
}

// paragraphs cuts a text up, whatever its line ends, and leaves out the notes for its editor.
func paragraphs(text string) (all []paragraph) {
	text = strings.TrimPrefix(text, "\ufeff")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	var current paragraph
	number := 0
	for line := range strings.SplitSeq(text, "\n") {
		switch {
		case strings.HasPrefix(line, "#"):
		case journal.Blank(line):
			if current != nil {
				all, current = append(all, current), nil
			}
		default:
			current = append(current, textLine{number, strings.TrimSpace(line)})
		}
		number++
	}
	if current != nil {
		all = append(all, current)
	}
	return all
}

// notices is what a person is told about a file.
type notices []journal.Notice

// add tells of a line, counted from 0 as in journal.Notice; people count from 1.
func (n *notices) add(line int, format string, args ...any) {
	*n = append(*n, journal.Notice{Line: line, Text: fmt.Sprintf("Line %d: ", line+1) + fmt.Sprintf(format, args...)})
}

// sorted are the notices in the order of their lines.
func (n notices) sorted() []journal.Notice {
	slices.SortStableFunc(n, func(a, b journal.Notice) int { return a.Line - b.Line })
	return n
}

// maxShown is how much of what could not be read a notice repeats, in letters.
const maxShown = 40

// shown is a value as a notice repeats it.
func shown(value string) string {
	letters := []rune(strings.ToValidUTF8(value, "\ufffd"))
	if len(letters) > maxShown {
		return string(letters[:maxShown]) + "…"
	}
	return string(letters)
}
