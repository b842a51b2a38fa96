package verbs

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"bothways/tui/safe"
	"bothways/tui/widget"
)

const (
	widestRow    = 100 // columns: longer rows are hard to read, however wide the terminal is
	narrowestRow = 20  // columns
)

// rowWidth is how wide the rows are that a person reads on w, 0 where nobody does: what goes into a
// pipe or a file keeps each paragraph on one line.
func (e Env) rowWidth(w io.Writer) int {
	if e.Width == nil {
		return 0
	}
	wide := e.Width(w)
	if wide <= 0 {
		return 0
	}
	return max(narrowestRow, min(wide, widestRow))
}

// wrapped is text broken at words into rows of w columns, 0 for as they are. Rows that go on stand
// below the words of the first: behind its spaces, and behind the mark where it is an item of a list.
func wrapped(text string, w int) string {
	if w <= 0 {
		return text
	}
	var rows []string
	for line := range strings.SplitSeq(text, "\n") {
		line = safe.Line(line) // for tabs, which have no width of their own
		if ansi.StringWidth(line) <= w {
			rows = append(rows, line)
			continue
		}
		words := strings.TrimLeft(line, " ")
		lead := line[:len(line)-len(words)]
		for _, mark := range []string{"- [ ] ", "- [x] ", "- ", "* "} {
			if rest, ok := strings.CutPrefix(words, mark); ok {
				lead, words = lead+mark, rest
				break
			}
		}
		rows = append(rows, led(lead, words, w)...)
	}
	return strings.Join(rows, "\n")
}

// led is words behind lead, in rows of w columns of which the first alone has the lead and all are
// as far in. A lead too wide to leave room for words is wrapped with them.
func led(lead, words string, w int) []string {
	in := ansi.StringWidth(lead)
	if in > w/2 {
		return broken(strings.TrimLeft(lead, " ")+words, w)
	}
	rows := broken(words, w-in)
	for i, row := range rows {
		if i > 0 {
			lead = strings.Repeat(" ", in)
		}
		rows[i] = strings.TrimRight(lead+row, " ")
	}
	return rows
}

// broken is text in rows of w columns. A word that is wider, such as the name of a file, stays whole
// on a row of its own: the terminal breaks it, and it can still be copied.
func broken(text string, w int) []string {
	var rows []string
	var before []string
	flush := func() {
		if len(before) > 0 {
			for _, row := range widget.Wrap(strings.Join(before, " "), w, 0) {
				rows = append(rows, strings.ReplaceAll(row, unbroken, "-"))
			}
			before = nil
		}
	}
	for word := range strings.SplitSeq(text, " ") {
		if ansi.StringWidth(word) <= w {
			if namesFile(word) && !strings.Contains(text, unbroken) {
				word = strings.ReplaceAll(word, "-", unbroken)
			}
			before = append(before, word)
			continue
		}
		flush()
		rows = append(rows, word)
	}
	flush()
	return rows
}

// unbroken stands for a hyphen at which a row must not end; it is a character without a meaning.
const unbroken = "\ue000"

// namesFile reports whether a word looks like the name of a file, which is to be copied as it is.
func namesFile(word string) bool {
	dot := strings.LastIndexByte(word, '.')
	return strings.Contains(word, "/") || dot > 0 && dot < len(strings.TrimRight(word, ".`”’,;:)"))
}

// aside says something beside the answer.
func (a *app) aside(format string, args ...any) {
	fmt.Fprintln(a.env.Stderr, wrapped(safe.Text(a.told(fmt.Sprintf(format, args...))), a.env.rowWidth(a.env.Stderr)))
}
