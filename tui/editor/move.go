package editor

import (
	"math"
	"unicode"
	"unicode/utf8"
)

// moveTo puts the cursor at p. With extend the selection grows or shrinks to p,
// else it is dropped.
func (e *Editor) moveTo(p pos, extend bool) {
	if extend && !e.sel {
		e.anchor = e.cur
	}
	e.sel = extend
	e.cur, e.eol, e.goal = p, false, -1
	e.hist.closed = true
}

// snap returns p moved to the border of a cluster, on or back.
func (e *Editor) snap(p pos, on bool) pos {
	s := e.buf.line(p.line).text
	p.col = min(p.col, len(s))
	lay := e.buf.layout(p.line)
	for i := lay.start(lay.rowOf(p.col)); i < p.col; {
		n := clusterLen(s[i:])
		if i+n > p.col {
			if on {
				return pos{p.line, i + n}
			}
			return pos{p.line, i}
		}
		i += n
	}
	return p
}

// prev returns the place one cluster before p, over the end of a line.
func (e *Editor) prev(p pos) pos {
	if p.col > 0 {
		return e.snap(pos{p.line, p.col - 1}, false)
	}
	if p.line == 0 {
		return p
	}
	return pos{p.line - 1, len(e.buf.line(p.line - 1).text)}
}

// next returns the place one cluster after p, over the end of a line.
func (e *Editor) next(p pos) pos {
	s := e.buf.line(p.line).text
	if p.col < len(s) {
		return pos{p.line, p.col + clusterLen(s[p.col:])}
	}
	if p.line == e.buf.count-1 {
		return p
	}
	return pos{p.line + 1, 0}
}

// left and right of a selection go to its end on that side.
func (e *Editor) left(extend bool) {
	p := e.prev(e.cur)
	if e.selecting() && !extend {
		p, _ = e.selection()
	}
	e.moveTo(p, extend)
}

func (e *Editor) right(extend bool) {
	p := e.next(e.cur)
	if e.selecting() && !extend {
		_, p = e.selection()
	}
	e.moveTo(p, extend)
}

// place is a row of the screen: a line and which of its rows.
type place struct{ line, row int }

func (p place) less(q place) bool {
	return p.line < q.line || p.line == q.line && p.row < q.row
}

// cursorRow returns the row the cursor is drawn on.
func (e *Editor) cursorRow() place {
	lay := e.buf.layout(e.cur.line)
	row := lay.rowOf(e.cur.col)
	if e.eol && row > 0 && lay.start(row) == e.cur.col {
		row--
	}
	return place{e.cur.line, row}
}

// walk returns the row n rows down from p, or up if n is negative, stopping at
// the ends of the text, and how far it got.
func (e *Editor) walk(p place, n int) (place, int) {
	went := 0
	for went < n {
		left := e.buf.layout(p.line).rows() - 1 - p.row
		if left >= n-went {
			return place{p.line, p.row + n - went}, n
		}
		if p.line == e.buf.count-1 {
			return place{p.line, p.row + left}, went + left
		}
		went += left + 1
		p = place{p.line + 1, 0}
	}
	for went > n {
		if p.row >= went-n {
			return place{p.line, p.row - (went - n)}, n
		}
		if p.line == 0 {
			return place{0, 0}, went - p.row
		}
		went -= p.row + 1
		p = place{p.line - 1, e.buf.layout(p.line-1).rows() - 1}
	}
	return p, went
}

// column returns the cursor's column on its row, by the measure in use.
func (e *Editor) column() int {
	at := e.cursorRow()
	x, _ := e.measureTo(at, math.MaxInt, e.cur.col)
	return x
}

// measureTo walks the glyphs of a row up to, and not over, column x or byte col,
// and returns how far it came.
func (e *Editor) measureTo(at place, x, col int) (int, int) {
	s := e.buf.line(at.line).text
	lay := e.buf.layout(at.line)
	i, end := lay.start(at.row), min(col, lay.end(at.row, len(s)))
	wide := lay.left(at.row) // by the wrap's measure, for tabs
	here := wide
	for i < end {
		g := glyphAt(s[i:], wide, lay.limit())
		w := g.width(e.widths)
		if here+w > x {
			break
		}
		wide += g.w
		here += w
		i += g.n
	}
	return here, i
}

// rowEnd returns the last place on a row. On a row that ends in a space, it is
// before that space: after it is the start of the next row. On one that was
// broken within a word it is the same place as the next row's start, and eol
// tells them apart.
func (e *Editor) rowEnd(at place) (p pos, eol bool) {
	s := e.buf.line(at.line).text
	lay := e.buf.layout(at.line)
	end := lay.end(at.row, len(s))
	if at.row == len(lay.more) {
		return pos{at.line, end}, false
	}
	last := e.snap(pos{at.line, end - 1}, false)
	if glyphAt(s[last.col:], 0, lay.limit()).class == classSpace {
		return last, false
	}
	return pos{at.line, end}, true
}

// toRow puts the cursor on a row, as near to column x as it goes.
func (e *Editor) toRow(at place, x int, extend bool) {
	end, eol := e.rowEnd(at)
	_, col := e.measureTo(at, x, end.col)
	e.moveTo(pos{at.line, col}, extend)
	e.eol = eol && col == end.col
	e.goal = x
}

// vertical moves n rows down, or up if n is negative, in the goal column. Past
// the first and last row it goes to the end of the text.
func (e *Editor) vertical(n int, extend bool) {
	goal := e.goal
	if e.selecting() && !extend {
		from, to := e.selection()
		p := from
		if n > 0 {
			p = to
		}
		e.moveTo(p, false)
	}
	if goal < 0 {
		goal = e.column()
	}
	at, went := e.walk(e.cursorRow(), n)
	switch {
	case went == 0 && n < 0:
		e.moveTo(pos{}, extend)
		e.goal = goal
	case went == 0 && n > 0:
		e.moveTo(e.buf.end(), extend)
		e.goal = goal
	default:
		e.toRow(at, goal, extend)
	}
}

// page moves a screenful and lets the text move along, so that the cursor stays
// where it is on the screen.
func (e *Editor) page(dir int, extend bool) {
	n := max(1, e.h-2)
	top := e.topRow()
	e.vertical(dir*n, extend)
	e.setTop(e.down(top, dir*n))
	e.fill = true
}

// home goes to the start of the row, end to its end. Up and down after end keep
// to the ends of rows.
func (e *Editor) home(extend bool) {
	at := e.cursorRow()
	e.moveTo(pos{at.line, e.buf.layout(at.line).start(at.row)}, extend)
}

func (e *Editor) endOfRow(extend bool) {
	p, eol := e.rowEnd(e.cursorRow())
	e.moveTo(p, extend)
	e.eol, e.goal = eol, math.MaxInt
}

// SelectAll selects the whole text, so that what is typed next takes its place.
func (e *Editor) SelectAll() { e.selectAll() }

func (e *Editor) selectAll() {
	e.moveTo(pos{}, false)
	e.moveTo(e.buf.end(), true)
}

// wordClass sorts runes for word moves: 0 is no word, else words of different
// classes end where they meet, so that Japanese can be walked through.
func wordClass(r rune) int {
	switch {
	case unicode.Is(unicode.Han, r):
		return 2
	case unicode.Is(unicode.Hiragana, r):
		return 3
	case unicode.Is(unicode.Katakana, r):
		return 4
	case unicode.IsLetter(r), unicode.IsDigit(r), r == '_':
		return 1
	}
	return 0
}

// holds reports whether r is part of a word whose letters stand around it.
func holds(r rune) bool {
	return r == '\'' || r == '’' || r == '\u200d' || r == '\u200c'
}

// wordRight returns the end of the next word; at the end of a line, the start of
// the next line.
func (e *Editor) wordRight(p pos) pos {
	s := e.buf.line(p.line).text
	if p.col == len(s) {
		return e.next(p)
	}
	i, class := p.col, 0
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		c := wordClass(r)
		if class != 0 && c != class {
			after, _ := utf8.DecodeRuneInString(s[i+n:])
			if !unicode.IsMark(r) && (!holds(r) || wordClass(after) != class) {
				break
			}
		} else if c != 0 {
			class = c
		}
		i += n
	}
	return e.snap(pos{p.line, i}, true)
}

// wordLeft returns the start of the word before p; at the start of a line, the
// end of the line before.
func (e *Editor) wordLeft(p pos) pos {
	if p.col == 0 {
		return e.prev(p)
	}
	s := e.buf.line(p.line).text[:p.col]
	i, class := len(s), 0
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		c := wordClass(r)
		if class != 0 && c != class {
			before, _ := utf8.DecodeLastRuneInString(s[:i-n])
			if !unicode.IsMark(r) && (!holds(r) || wordClass(before) != class) {
				break
			}
		} else if c != 0 {
			class = c
		}
		i -= n
	}
	return e.snap(pos{p.line, i}, false)
}
