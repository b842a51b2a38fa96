package widget

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"bothways/tui/safe"
)

// Wrap breaks safe text into rows of at most w cells at words and after hyphens, and inside a word
// only where it is wider than a row. At most n rows come back, the last with an ellipsis where there
// was more; n of 0 is all of them.
//
// The library's own wrapping lets a hyphen that stands alone run over the edge, where it is lost.
func Wrap(s string, w, n int) []string {
	if w <= 0 {
		return nil
	}
	if n > 0 && len(s) > 8*w*n {
		s = strings.ToValidUTF8(s[:8*w*n], "")
	}
	var rows []string
	// A tab has no width of its own, and would take the end of its row with it.
	for line := range strings.SplitSeq(strings.ReplaceAll(safe.Text(s), "\t", "    "), "\n") {
		rows = wrapLine(rows, line, w)
	}
	if n > 0 && len(rows) > n {
		rows = rows[:n]
		rows[n-1] = ansi.Truncate(rows[n-1]+"…", w, "…")
	}
	return rows
}

// wrapLine adds the rows of one line. Spaces at a break and at the end are left out.
func wrapLine(rows []string, line string, w int) []string {
	row, used, begun := "", 0, false
	for line != "" {
		var gap, chunk string
		gap, chunk, line = nextChunk(line)
		if chunk == "" {
			break
		}
		wide := ansi.StringWidth(chunk)
		if used+len(gap)+wide <= w {
			row, used, begun = row+gap+chunk, used+len(gap)+wide, true
			continue
		}
		if begun {
			rows = append(rows, row)
		}
		row, used, begun = chunk, wide, true
		if wide > w {
			parts := strings.Split(ansi.Hardwrap(chunk, w, true), "\n")
			rows = append(rows, parts[:len(parts)-1]...)
			row = parts[len(parts)-1]
			used = ansi.StringWidth(row)
		}
	}
	return append(rows, row)
}

// nextChunk cuts off what stays together: the spaces before it apart, and a word, or its part up to
// and with a hyphen.
func nextChunk(line string) (gap, chunk, rest string) {
	from := len(line) - len(strings.TrimLeft(line, " "))
	to := from
	for to < len(line) && line[to] != ' ' {
		to++
		if line[to-1] == '-' && to < len(line) && line[to] != '-' {
			break
		}
	}
	return line[:from], line[from:to], line[to:]
}
