package tui

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/theme"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// document is a long text to read: only the lines in sight are ever wrapped, so that the length
// of a note does not matter.
type document struct {
	lines []docLine
	at    docPlace       // the first row shown
	fresh bool           // it has not been drawn since that was chosen, and may have room to spare
	w, h  int            // as last drawn
	look  journal.Search // words to be lit
	hit   docHit
}

// docLine is one line of the text.
type docLine struct {
	text string
	kind docKind
	draw func(w int) []string // of docDrawn: its rows, safe and styled
}

type docKind int

const (
	docPlain   docKind = iota
	docLifted          // it became a thing of its own
	docHeading         // of a section below the note
	docDrawn           // it draws itself
)

// docPlace is a row: a line, and which of the rows it wraps into.
type docPlace struct{ line, row int }

// docChunk is the most of one line that is wrapped at once, in bytes. A longer one is drawn as if
// it were several.
const docChunk = 4 << 10

// sessionDocument is a note with the lines that lift marked, and below what came of it: topics are
// those it left to raise.
func sessionDocument(s journal.SessionView, dates wording.Dates, today journal.Date, topics ...journal.Topic) document {
	var d document
	var fence journal.Fence
	for line := range strings.SplitSeq(strings.TrimRight(s.Note, "\n"), "\n") {
		kind := docPlain
		if !fence.Next(line) {
			if _, _, lifts := journal.LiftLine(line, journal.LiftContext{Person: s.PersonName}); lifts {
				kind = docLifted
			}
		}
		d.add(line, kind)
	}
	if s.Private != "" {
		d.add("", docPlain)
		d.add("A NOTE APART", docHeading)
		for line := range strings.SplitSeq(s.Private, "\n") {
			d.add(line, docPlain)
		}
	}
	came := cameSentences(s, dates, today, topics)
	if len(came) > 0 {
		d.add("", docPlain)
		d.add("WHAT CAME OF IT", docHeading)
	}
	for _, said := range came {
		d.add(said, docPlain)
	}
	return d
}

// cameSentences are the things that lifted, a line each: actions, what was given and received, what
// shifted, what is to be raised.
func cameSentences(s journal.SessionView, dates wording.Dates, today journal.Date, topics []journal.Topic) []string {
	var out []string
	for _, a := range s.Actions {
		out = append(out, actionSentence(a, s.PersonName, dates, today))
	}
	for _, e := range s.Exchanges {
		way := "received"
		if e.Direction == journal.Gave {
			way = "given"
		}
		out = append(out, "· "+way+": "+e.Text)
	}
	for _, shift := range s.Shifts {
		out = append(out, "· shift: "+shift)
	}
	for _, t := range topics {
		out = append(out, topicSentence(t))
	}
	return out
}

// topicSentence is something to raise with its sign and what became of it.
func topicSentence(t journal.Topic) string {
	switch {
	case t.State == journal.TopicRaised:
		return "✓ to raise: " + t.Text + " · raised"
	case t.State == journal.TopicDropped:
		return "– to raise: " + t.Text + " · dropped"
	case t.Hard:
		return "? to raise: " + t.Text + " · hard to ask"
	}
	return "· to raise: " + t.Text
}

// actionSentence is an action with its sign, whose it is and how it went.
func actionSentence(a journal.Action, person string, dates wording.Dates, today journal.Date) string {
	who := "you: "
	if a.Owner == journal.OwnerThem {
		who = wording.FirstName(person) + ": "
	}
	out := wording.ActionSign(a, today) + " " + who + a.Text
	switch {
	case a.State == journal.ActionDone:
		out += " · done"
	case a.State == journal.ActionDropped:
		out += " · dropped"
	case !a.Due.IsZero():
		out += " · due " + dates.Long(a.Due, today)
	}
	if a.State != journal.ActionOpen && a.Outcome != "" {
		out += " → " + a.Outcome
	}
	return out
}

// add puts a line at the end, in pieces where it is very long.
func (d *document) add(line string, kind docKind) {
	for len(line) > docChunk {
		n := strings.LastIndexByte(line[:docChunk], ' ') + 1
		if n == 0 {
			for n = docChunk; n > docChunk-utf8.UTFMax && !utf8.RuneStart(line[n]); n-- {
			}
		}
		d.lines = append(d.lines, docLine{text: line[:n], kind: kind})
		line = line[n:]
	}
	d.lines = append(d.lines, docLine{text: line, kind: kind})
}

func (d *document) wrap(i, w int) []string {
	if l := d.lines[i]; l.kind == docDrawn {
		return l.draw(w)
	}
	return widget.Wrap(d.lines[i].text, w, 0)
}

// scroll goes n rows down, or up where n is negative.
func (d *document) scroll(n int) {
	w := max(1, d.w)
	for ; n > 0 && d.below(d.h); n-- {
		if d.at.row++; d.at.row >= len(d.wrap(d.at.line, w)) {
			d.at = docPlace{d.at.line + 1, 0}
		}
	}
	for ; n < 0 && d.at != (docPlace{}); n++ {
		if d.at.row--; d.at.row < 0 {
			d.at.line--
			d.at.row = len(d.wrap(d.at.line, w)) - 1
		}
	}
}

// page goes a page on or back, one row of it staying in sight beside the one that says there is more.
func (d *document) page(n int) { d.scroll(n * max(1, d.h-2)) }

// startAt shows the text from a line on, or from before it where it would not fill the page.
func (d *document) startAt(line int) { d.at, d.fresh = docPlace{line: max(0, line)}, true }

// end shows the last page.
func (d *document) end() {
	if len(d.lines) == 0 {
		return
	}
	last := len(d.lines) - 1
	d.at = docPlace{last, len(d.wrap(last, max(1, d.w))) - 1}
	d.scroll(1 - d.h)
}

// below reports whether there is more than h rows from the first one shown.
func (d *document) below(h int) bool {
	n := -d.at.row
	for i := d.at.line; i < len(d.lines); i++ {
		if n += len(d.wrap(i, max(1, d.w))); n > h {
			return true
		}
	}
	return false
}

// render draws at most h rows of w cells and the margin before them. Where more follows, the last row
// says so.
func (d *document) render(w, h int, t *theme.Theme) []string {
	if w < 1 || h < 1 || len(d.lines) == 0 {
		return nil
	}
	d.w, d.h = w, h
	d.goToHit()
	d.at.line = min(d.at.line, len(d.lines)-1)
	d.at.row = max(0, min(d.at.row, len(d.wrap(d.at.line, w))-1))
	if d.fresh && !d.below(h) {
		d.end()
	}
	d.fresh = false
	more := h > 1 && d.below(h)
	if more {
		h--
	}
	var rows []string
	for i := d.at.line; i < len(d.lines) && len(rows) < h; i++ {
		drawn := d.litRows(i, w, t)
		if i == d.at.line {
			drawn = drawn[d.at.row:]
		}
		rows = append(rows, drawn[:min(len(drawn), h-len(rows))]...)
	}
	if more {
		rows = append(rows, "  "+t.Faint.Render(widget.Cut(moreBelow, w)))
	}
	return rows
}

// moreBelow is the sign on the last row of a page that goes on.
const moreBelow = "↓ more"

// row draws one row. A line that lifted has a bar before it, for eyes and terminals without
// colours.
func (d *document) row(s string, kind docKind, t *theme.Theme) string {
	switch kind {
	case docDrawn:
		return s
	case docLifted:
		return t.Lifted.Render("│ " + s)
	case docHeading:
		return "  " + t.Heading.Render(s)
	}
	return "  " + t.Text.Render(s)
}

// readMoves are the keys that move in a long text.
func readMoves(d *document) []Action {
	do := func(f func()) func() tea.Cmd { return func() tea.Cmd { f(); return nil } }
	return []Action{
		{ID: "down", Group: groupMove, Keys: []string{"down", "j"}, Name: "down", Help: "a row down", Run: do(func() { d.scroll(1) })},
		{ID: "up", Group: groupMove, Keys: []string{"up", "k"}, Name: "up", Help: "a row up", Run: do(func() { d.scroll(-1) })},
		{ID: "pagedown", Group: groupMove, Keys: []string{"space", "pgdown", "ctrl+d"}, Name: "page down", Help: "a page down", Run: do(func() { d.page(1) })},
		{ID: "pageup", Group: groupMove, Keys: []string{"b", "pgup", "ctrl+u"}, Name: "page up", Help: "a page up", Run: do(func() { d.page(-1) })},
		{ID: "first", Group: groupMove, Keys: []string{"home"}, Name: "beginning", Help: "the beginning of the text", Run: do(func() { d.at = docPlace{} })},
		{ID: "last", Group: groupMove, Keys: []string{"end"}, Name: "end", Help: "the end of the text", Run: do(d.end)},
	}
}
