package tui

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/safe"
	"bothways/tui/theme"
)

// versionDocument is an earlier text beside the present one: line by line, in two columns where there
// is room, else one under the other. What is only in one of them stands in brackets with a sign, and
// is lit as well: [−then−], [+now+]. It begins at the first change.
func versionDocument(blocks []journal.DiffBlock, t *theme.Theme) document {
	var d document
	changed := false
	for _, b := range blocks {
		if b.Same {
			for _, line := range b.Then {
				for _, part := range shortened(line) {
					d.draws(versionLine{then: part, now: part, same: true}, t)
				}
			}
			continue
		}
		if !changed {
			changed = true
			d.startAt(len(d.lines) - versionContext)
		}
		then, now := pieces(b.Then), pieces(b.Now)
		for i := range max(len(then), len(now)) {
			var l versionLine
			if i < len(then) {
				l.then, l.hasThen = then[i], true
			}
			if i < len(now) {
				l.now, l.hasNow = now[i], true
			}
			d.draws(l, t)
		}
	}
	return d
}

// versionContext is how many lines stand above the first change, where a text begins to be shown.
const versionContext = 2

func (d *document) draws(l versionLine, t *theme.Theme) {
	d.lines = append(d.lines, docLine{kind: docDrawn, draw: func(w int) []string { return l.rows(w, t) }})
}

// pieces are lines of which none is too long to be laid out at once.
func pieces(lines [][]journal.DiffSpan) [][]journal.DiffSpan {
	var out [][]journal.DiffSpan
	for _, l := range lines {
		out = append(out, shortened(l)...)
	}
	return out
}

// shortened cuts a very long line into several.
func shortened(line []journal.DiffSpan) [][]journal.DiffSpan {
	out := [][]journal.DiffSpan{nil}
	used := 0
	for _, s := range line {
		for s.Text != "" {
			n := len(s.Text)
			if room := docChunk - used; n > room {
				if n = strings.LastIndexByte(s.Text[:room], ' ') + 1; n == 0 {
					n = len(strings.ToValidUTF8(s.Text[:room], ""))
				}
			}
			if n == 0 {
				out, used = append(out, nil), 0
				continue
			}
			last := len(out) - 1
			out[last] = append(out[last], journal.DiffSpan{Op: s.Op, Text: s.Text[:n]})
			used, s.Text = used+n, s.Text[n:]
			if s.Text != "" {
				out, used = append(out, nil), 0
			}
		}
	}
	return out
}

// versionLine is a line of one text and the one of the other that stands in its place.
type versionLine struct {
	then, now       []journal.DiffSpan
	hasThen, hasNow bool
	same            bool
}

// versionGap is the cells between two columns, the sign of the right one among them.
const versionGap = 5

// rows lays the line out in w cells and the margin before them, which says what it is: − then, + now,
// nothing for both.
func (l versionLine) rows(w int, t *theme.Theme) []string {
	if !beside(w) {
		if l.same {
			return spanRows(l.now, "  ", w, t)
		}
		var rows []string
		if l.hasThen {
			rows = spanRows(l.then, "− ", w, t)
		}
		if l.hasNow {
			rows = append(rows, spanRows(l.now, "+ ", w, t)...)
		}
		return rows
	}
	half := versionHalf(w)
	thenSign, nowSign := "− ", "+ "
	if l.same {
		thenSign, nowSign = "  ", "  "
	}
	var then, now []string
	if l.same || l.hasThen {
		then = spanRows(l.then, thenSign, half, t)
	}
	if l.same || l.hasNow {
		now = spanRows(l.now, nowSign, half, t)
	}
	rows := make([]string, max(len(then), len(now)))
	for i := range rows {
		var left, right string
		if i < len(then) {
			left = then[i]
		}
		if i < len(now) {
			right = now[i]
		}
		rows[i] = left + strings.Repeat(" ", max(0, half+2-ansi.StringWidth(left))) + " " + t.Rule.Render("│") + " " + right
	}
	return rows
}

// versionsBesideFrom is the width of a text from which two stand side by side.
const versionsBesideFrom = sidePanelFrom - 4

func beside(w int) bool { return w >= versionsBesideFrom }

// versionHalf is the cells of each of two columns.
func versionHalf(w int) int { return (w - versionGap) / 2 }

// spanRows wraps a line to w cells after its sign of two. What is in one text only is bracketed.
func spanRows(spans []journal.DiffSpan, sign string, w int, t *theme.Theme) []string {
	style := func(op journal.DiffOp) lipgloss.Style {
		switch op {
		case journal.DiffGone:
			return t.Overdue
		case journal.DiffNew:
			return t.Good
		}
		return t.Text
	}
	head := t.Faint
	switch strings.TrimSpace(sign) {
	case "−":
		head = t.Overdue
	case "+":
		head = t.Good
	}
	room := max(1, w)
	rows := []string{""}
	used := 0
	put := func(text string, op journal.DiffOp) {
		rows[len(rows)-1] += style(op).Render(text)
		used += ansi.StringWidth(text)
	}
	breakRow := func() { rows, used = append(rows, ""), 0 }
	for _, word := range spanWords(spans) {
		wide := ansi.StringWidth(word.gap) + word.width()
		switch {
		case used == 0:
		case used+wide <= room:
			put(word.gap, word.gapOp)
		default:
			breakRow()
		}
		for _, p := range word.parts {
			for used+ansi.StringWidth(p.Text) > room {
				cut := ansi.Truncate(p.Text, room-used, "")
				if cut == "" && used == 0 { // wider than the row
					cut = p.Text
				}
				put(cut, p.Op)
				if p.Text = p.Text[len(cut):]; p.Text == "" {
					break
				}
				breakRow()
			}
			if p.Text != "" {
				put(p.Text, p.Op)
			}
		}
	}
	for i := range rows {
		rows[i] = head.Render(sign) + rows[i]
	}
	return rows
}

// spanWord is what stands together between two spaces, in parts of different styles.
type spanWord struct {
	gap   string
	gapOp journal.DiffOp
	parts []journal.DiffSpan
}

func (s spanWord) width() (n int) {
	for _, p := range s.parts {
		n += ansi.StringWidth(p.Text)
	}
	return n
}

// spanWords cuts a line into words; brackets are part of the words they stand at.
func spanWords(spans []journal.DiffSpan) []spanWord {
	var out []spanWord
	begin := true // a new word begins
	for _, s := range spans {
		open, end := "", ""
		switch s.Op {
		case journal.DiffGone:
			open, end = "[−", "−]"
		case journal.DiffNew:
			open, end = "[+", "+]"
		}
		text := open + safe.Line(strings.ReplaceAll(s.Text, "\t", "    ")) + end
		for text != "" {
			n := len(text) - len(strings.TrimLeft(text, " "))
			gap := text[:n]
			text = text[n:]
			n = strings.IndexByte(text, ' ')
			if n < 0 {
				n = len(text)
			}
			if gap != "" || begin {
				out = append(out, spanWord{gap: gap, gapOp: s.Op})
			}
			begin = false
			if n > 0 {
				last := &out[len(out)-1]
				last.parts = append(last.parts, journal.DiffSpan{Op: s.Op, Text: text[:n]})
			}
			text = text[n:]
		}
	}
	return out
}
