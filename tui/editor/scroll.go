package editor

// scrollMargin is how many rows are kept in sight above and below the cursor.
const scrollMargin = 2

// topRow returns the first row drawn. It is kept as a place in the text, so it
// stays on its words when the width changes.
func (e *Editor) topRow() place {
	if e.top.line >= e.buf.count {
		e.top = pos{e.buf.count - 1, 0}
	}
	return place{e.top.line, e.buf.layout(e.top.line).rowOf(e.top.col)}
}

func (e *Editor) setTop(p place) {
	e.top = pos{p.line, e.buf.layout(p.line).start(p.row)}
}

// scroll moves the text as little as it takes to have the cursor in sight; a
// cursor that jumped off the screen gets the middle. With fill no row at the end
// is left empty that text above could take.
func (e *Editor) scroll(fill bool) {
	margin := min(scrollMargin, (e.h-1)/2)
	top, cur := e.topRow(), e.cursorRow()
	lowest := e.down(cur, -margin)                     // a top below this has no margin above
	highest := e.down(e.down(cur, margin), -(e.h - 1)) // one above this has none below
	switch {
	case top.less(e.down(cur, -2*e.h)), e.down(cur, e.h).less(top):
		top = e.down(e.down(cur, e.h/2), -(e.h - 1))
		if lowest.less(top) {
			top = lowest
		}
	case lowest.less(top):
		top = lowest
	case top.less(highest):
		top = highest
	}
	if fill {
		end := place{e.buf.count - 1, 0}
		end.row = e.buf.layout(end.line).rows() - 1
		if full := e.down(end, -(e.h - 1)); full.less(top) {
			top = full
		}
	}
	e.setTop(top)
}

// down returns the row n rows down from p, or up if n is negative, as far as the
// text goes.
func (e *Editor) down(p place, n int) place {
	p, _ = e.walk(p, n)
	return p
}

// Point puts the cursor on row y of what was drawn last, as near to column x as it goes, and with
// extend selects up to there.
func (e *Editor) Point(x, y int, extend bool) {
	at, _ := e.walk(e.topRow(), max(0, y))
	e.toRow(at, max(0, x), extend)
}

// Wheel shows what is n rows further down, or up where n is negative. The cursor goes along as far as
// it has to, to stay in sight.
func (e *Editor) Wheel(n int) {
	if e.h < 1 {
		return
	}
	end := place{e.buf.count - 1, 0}
	end.row = e.buf.layout(end.line).rows() - 1
	top := e.down(e.topRow(), n)
	if last := e.down(end, -(e.h - 1)); last.less(top) {
		top = last
	}
	e.setTop(top)
	margin := min(scrollMargin, (e.h-1)/2)
	first, last := e.down(top, margin), e.down(top, e.h-1-margin)
	if top == (place{}) {
		first = top
	}
	switch cur := e.cursorRow(); {
	case cur.less(first):
		e.toRow(first, e.goalColumn(), false)
	case last.less(cur):
		e.toRow(last, e.goalColumn(), false)
	}
}

// goalColumn is the column the cursor keeps to while it goes up and down.
func (e *Editor) goalColumn() int {
	if e.goal >= 0 {
		return e.goal
	}
	return e.column()
}
