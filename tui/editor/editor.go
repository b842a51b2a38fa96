package editor

import (
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
)

// DefaultMeasure is the widest a row of text is set, in columns.
const DefaultMeasure = 72

// Options are an Editor's settings.
type Options struct {
	Measure int              // columns a row of text may take; DefaultMeasure if below 1
	Now     func() time.Time // tells pauses in typing, for undo; time.Now if nil
}

// Editor is a text, a cursor in it and the history of both. It is not safe for
// use by several goroutines.
type Editor struct {
	buf  *buffer
	hist history
	opts Options

	cur    pos
	eol    bool // the cursor stands at the end of the row before cur, not on cur's
	anchor pos  // the other end of the selection
	sel    bool
	goal   int // column that up and down aim for; -1 for the cursor's own

	top    pos  // the first row drawn
	w, h   int  // as last drawn
	fill   bool // leave no row empty below the text that text above could take
	widths ansi.Method

	clip    string // what was last cut or copied here
	clipOld bool   // something else may have been copied elsewhere since
	asked   bool   // the terminal's clipboard was asked for

	version                           uint64
	changedFrom, changedTo, changedBy int
}

// New returns an empty editor.
func New(o Options) *Editor {
	if o.Measure < 1 {
		o.Measure = DefaultMeasure
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	e := &Editor{opts: o, goal: -1, w: o.Measure + 1, h: 24}
	e.buf = newBuffer("", e.wrapWidth())
	return e
}

// SetText replaces everything, forgets the history and puts the cursor at byte
// offset cursor, clamped to the text.
func (e *Editor) SetText(s string, cursor int) {
	was := e.buf.count
	e.buf = newBuffer(s, e.wrapWidth())
	e.hist = history{}
	e.cur, e.sel, e.eol, e.goal = pos{}, false, false, -1
	e.top = pos{}
	e.asked = false // a late answer belongs to the text before
	e.version++
	e.changedFrom, e.changedTo = 0, e.buf.count
	e.changedBy += e.buf.count - was
	e.SetCursor(cursor)
}

// Text returns the text, byte for byte. It copies, so it is for keeping, not for
// every key.
func (e *Editor) Text() string { return e.buf.text() }

// Len returns the text's length in bytes.
func (e *Editor) Len() int { return e.buf.bytes - 1 }

// Empty reports whether there is no text at all.
func (e *Editor) Empty() bool { return e.Len() == 0 }

// Words returns how many words the text has: runs without spaces that hold a
// letter or digit, and each ideograph and kana.
func (e *Editor) Words() int { return e.buf.words }

// Version grows with every change of the text.
func (e *Editor) Version() uint64 { return e.version }

// LineCount returns the number of lines, at least 1.
func (e *Editor) LineCount() int { return e.buf.count }

// Line returns line i, counted from 0, without its \n.
func (e *Editor) Line(i int) string { return e.buf.line(i).text }

// CursorLine returns the line the cursor is on, counted from 0.
func (e *Editor) CursorLine() int { return e.cur.line }

// Changed returns what happened to the lines since it was last called: those from
// to before to are new or different, those before from are as they were, those
// from to on are as they were but grown lines further down. from == to and
// grown == 0 mean that nothing changed.
func (e *Editor) Changed() (from, to, grown int) {
	from, to, grown = e.changedFrom, e.changedTo, e.changedBy
	e.changedFrom, e.changedTo, e.changedBy = 0, 0, 0
	return from, to, grown
}

// Cursor returns the cursor as a byte offset in Text.
func (e *Editor) Cursor() int { return e.buf.offset(e.cur) }

// SetCursor puts the cursor at byte offset off, clamped to the text and moved
// back to the border of a cluster, and drops the selection.
func (e *Editor) SetCursor(off int) {
	e.moveTo(e.snap(e.buf.pos(off), false), false)
}

// Selection returns the selected text, empty if there is none.
func (e *Editor) Selection() string {
	if !e.selecting() {
		return ""
	}
	return e.buf.slice(e.selection())
}

// Insert puts s at the cursor, in the place of a selection, as one step of undo.
func (e *Editor) Insert(s string) { e.replaceSelection(s, kindOther) }

// InsertBlock puts s in as a paragraph of its own, after the line the cursor is
// on, and leaves the cursor on an empty line below it: one step of undo.
func (e *Editor) InsertBlock(s string) {
	from := pos{e.cur.line, 0}
	here := e.buf.line(e.cur.line).text
	at := pos{e.cur.line, len(here)}
	before := ""
	switch {
	case !blank(here):
		from, before = at, "\n\n"
	case e.cur.line > 0 && !blank(e.buf.line(e.cur.line-1).text):
		before = "\n"
	}
	after := ""
	if at.line+1 < e.buf.count && !blank(e.buf.line(at.line+1).text) {
		after = "\n"
	}
	text := before + strings.TrimRight(s, "\n") + "\n"
	e.change(from, at, text+after, kindOther)
	if after != "" {
		e.cur = pos{e.cur.line - 1, 0}
		e.hist.settle(e.state())
	}
}

// Replace puts s in the place of the whole text as one step of undo, and leaves the cursor where
// it was as far as the text goes.
func (e *Editor) Replace(s string) {
	if e.Empty() && s == "" {
		return
	}
	at := e.Cursor()
	e.change(pos{}, e.buf.end(), s, kindOther)
	e.cur = e.snap(e.buf.pos(min(at, len(s))), false)
	e.hist.settle(e.state())
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// SetWidths says how the renderer measures: by code points (ansi.WcWidth, the
// default) or, once the terminal has reported mode 2027, by clusters.
func (e *Editor) SetWidths(m ansi.Method) { e.widths = m }

// wrapWidth leaves one column for the cursor after a full row.
func (e *Editor) wrapWidth() int { return max(1, min(e.opts.Measure, e.w-1)) }

func (e *Editor) state() state {
	s := state{cursor: e.buf.offset(e.cur), sel: e.sel}
	if e.sel {
		s.anchor = e.buf.offset(e.anchor)
	}
	return s
}

func (e *Editor) restore(s state) {
	e.cur, e.eol, e.goal = e.buf.pos(s.cursor), false, -1
	if e.sel = s.sel; e.sel {
		e.anchor = e.buf.pos(s.anchor)
	}
}

func (e *Editor) selecting() bool { return e.sel && e.anchor != e.cur }

// selection returns the ends of the selection in the text's order.
func (e *Editor) selection() (from, to pos) {
	if e.anchor.less(e.cur) {
		return e.anchor, e.cur
	}
	return e.cur, e.anchor
}

// change replaces the text between from and to and puts the cursor after it.
// Every change but undo's goes through here.
func (e *Editor) change(from, to pos, ins string, k kind) {
	if from == to && ins == "" {
		return
	}
	s := step{
		off: e.buf.offset(from), old: e.buf.slice(from, to), new: ins,
		before: e.state(), kind: k, at: e.opts.Now(),
	}
	e.cur = e.replace(from, to, ins)
	e.sel, e.eol, e.goal = false, false, -1
	s.after = e.state()
	e.hist.add(s)
}

// replace changes the buffer and keeps the books. It returns the place after what
// was put in, moved on if that now lies within a cluster.
func (e *Editor) replace(from, to pos, ins string) pos {
	was := e.buf.count
	end := e.buf.replace(from, to, ins)
	grown := e.buf.count - was
	clean := e.changedFrom == e.changedTo && e.changedBy == 0
	if clean {
		e.changedFrom, e.changedTo = from.line, to.line+1+grown
	} else {
		e.changedFrom = min(e.changedFrom, from.line)
		e.changedTo = max(e.changedTo, to.line+1) + grown
	}
	e.changedBy += grown
	e.version++
	return e.snap(end, true)
}

func (e *Editor) replaceSelection(ins string, k kind) {
	from, to := e.cur, e.cur
	if e.selecting() {
		from, to = e.selection()
	}
	e.change(from, to, ins, k)
}

func (e *Editor) undo() {
	if s, ok := e.hist.back(); ok {
		e.replace(e.buf.pos(s.off), e.buf.pos(s.off+len(s.new)), s.old)
		e.restore(s.before)
	}
}

func (e *Editor) redo() {
	if s, ok := e.hist.forth(); ok {
		e.replace(e.buf.pos(s.off), e.buf.pos(s.off+len(s.old)), s.new)
		e.restore(s.after)
	}
}

// erase deletes the selection, or else what lies between the cursor and p.
func (e *Editor) erase(p pos, k kind) {
	switch {
	case e.selecting():
		e.replaceSelection("", kindOther)
	case p.less(e.cur):
		e.change(p, e.cur, "", k)
	default:
		e.change(e.cur, p, "", k)
	}
}
