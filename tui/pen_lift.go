package tui

import (
	"slices"
	"strings"

	"bothways/journal"
	"bothways/tui/editor"
	"bothways/tui/wording"
)

// lifts follows the lines of a text as it is typed and knows what each would become. Only lines
// that changed are read again, so that a key costs the same in a long note as in a short one.
type lifts struct {
	ctx   journal.LiftContext
	dates wording.Dates // how the summary says them
	lines []liftedLine
	ed    *editor.Editor

	count   int // of the things the text becomes
	notices []journal.Notice
	said    string // their summary
	stale   bool   // count, notices and said are to be gathered again
}

// manyLines is from how many lines that lift on they are gathered once in a while and not at every key.
const manyLines = 200

type liftedLine struct {
	thing   *journal.Lifted
	notices []journal.Notice
	fence   bool // the line opens or closes a block of code, in which nothing lifts
}

// context sets the day and the person; a change of either reads every line again.
func (l *lifts) context(c journal.LiftContext) {
	if l.ctx == c {
		return
	}
	l.ctx, l.lines, l.count, l.stale = c, nil, 0, true
	if l.ed != nil {
		l.update(l.ed)
	}
}

// update reads the lines that changed since the last time.
func (l *lifts) update(ed *editor.Editor) {
	l.ed = ed
	from, to, grown := ed.Changed()
	if len(l.lines) == 0 || len(l.lines)+grown != ed.LineCount() {
		from, to, grown = 0, ed.LineCount(), ed.LineCount()-len(l.lines)
	}
	fresh := make([]liftedLine, 0, to-from)
	touched := false
	for i := from; i < to; i++ {
		line := l.read(ed.Line(i))
		touched = touched || line.thing != nil || line.fence || line.notices != nil
		fresh = append(fresh, line)
	}
	old := l.lines[min(from, len(l.lines)):min(len(l.lines), max(from, to-grown))]
	for _, line := range old {
		touched = touched || line.thing != nil || line.fence || line.notices != nil
	}
	l.lines = slices.Replace(l.lines, min(from, len(l.lines)), min(len(l.lines), max(from, to-grown)), fresh...)
	if touched || grown != 0 {
		l.stale = true
		if l.count < manyLines {
			l.gather()
		}
	}
}

func (l *lifts) read(line string) liftedLine {
	var outside journal.Fence
	if outside.Next(line) {
		return liftedLine{fence: true}
	}
	thing, notices, ok := journal.LiftLine(line, l.ctx)
	if !ok {
		return liftedLine{}
	}
	return liftedLine{thing: &thing, notices: notices}
}

// gather sums up what the text becomes, where that may have changed.
func (l *lifts) gather() {
	if !l.stale {
		return
	}
	l.stale, l.count, l.notices = false, 0, l.notices[:0]
	l.said = journal.SummaryOf(l.each, l.ctx, l.dates.Echo)
}

// each goes through the things the lines become but for those within blocks of code, counts them and
// lists what is said about them. A line that begins or ends such a block looks like one by itself.
func (l *lifts) each(yield func(*journal.Lifted) bool) {
	var code journal.Fence
	inside := false
	for i := range l.lines {
		line := &l.lines[i]
		if line.fence {
			code.Next(l.ed.Line(i))
			inside = code != journal.Fence{}
			continue
		}
		if inside || line.thing == nil {
			continue
		}
		l.count++
		for _, n := range line.notices {
			n.Line = i
			l.notices = append(l.notices, n)
		}
		if !yield(line.thing) {
			return
		}
	}
}

// summary is the running foot: "2 actions: you Fri 27 Nov, Priya Tue 1 Dec · 1 shift".
func (l *lifts) summary() string { return l.said }

// notice is what is said about the line the cursor is on, or else about the last one of which
// something is to be said.
func (l *lifts) notice(line int) string {
	var here []string
	last := ""
	for _, n := range l.notices {
		last = n.Text
		if n.Line == line {
			here = append(here, n.Text)
		}
	}
	if len(here) > 0 {
		return strings.Join(here, " ")
	}
	return last
}
