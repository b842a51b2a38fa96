package editor

import (
	"sort"
	"strings"
)

// layout is where the rows of one line start. It is kept with the line and holds
// for one width.
type layout struct {
	width  int   // columns a row may take
	indent int   // columns that rows after the first are set in
	prefix int   // bytes of indentation and list marker, never broken
	more   []int // byte offsets of the rows after the first
}

func (l *layout) rows() int { return len(l.more) + 1 }

func (l *layout) start(row int) int {
	if row == 0 {
		return 0
	}
	return l.more[row-1]
}

// end returns where row ends in a line of n bytes.
func (l *layout) end(row, n int) int {
	if row < len(l.more) {
		return l.more[row]
	}
	return n
}

// rowOf returns the row that holds byte offset col; the start of a row belongs to
// that row.
func (l *layout) rowOf(col int) int {
	return sort.SearchInts(l.more, col+1)
}

// left returns the column in which row starts.
func (l *layout) left(row int) int {
	if row == 0 {
		return 0
	}
	return l.indent
}

// limit is the widest a single glyph may be, the same on every row so that a
// glyph looks the same wherever it falls.
func (l *layout) limit() int { return l.width - l.indent }

// wrap lays out a line from nothing.
func wrap(s string, width int) *layout {
	l := newLayout(s, width)
	for at := 0; ; {
		at = l.rowEnd(s, at)
		if at >= len(s) {
			return l
		}
		l.more = append(l.more, at)
	}
}

func newLayout(s string, width int) *layout {
	l := &layout{width: max(width, 1)}
	if m := markerOf(s); m.marker != "" {
		l.prefix = m.size()
		for i := 0; i < l.prefix; {
			g := glyphAt(s[i:], l.indent, 1)
			i += g.n
			l.indent += g.w
		}
		if l.indent > l.width/2 {
			l.indent = 0
		}
	} else {
		l.prefix = len(s) - len(strings.TrimLeft(s, " \t"))
	}
	return l
}

// rowEnd returns where the row that starts at byte start ends.
func (l *layout) rowEnd(s string, start int) int {
	col, limit := 0, l.limit()
	if start > 0 {
		col = l.indent
	}
	brk := -1 // the last place where this row may end
	prev, before := classSpace, classSpace
	for i := start; i < len(s); {
		g := glyphAt(s[i:], col, limit)
		if g.class == classSpace {
			// Spaces hang over the end: they never start a row.
			i += g.n
			col += g.w
			if i > l.prefix {
				brk = i
			}
			before, prev = prev, classSpace
			continue
		}
		if i > start && i > l.prefix && mayBreak(before, prev, g.class) {
			brk = i
		}
		if col+g.w > l.width && i > start {
			if brk > start {
				return brk
			}
			return i
		}
		i += g.n
		col += g.w
		before, prev = prev, g.class
	}
	return len(s)
}

// mayBreak reports whether a row may end between a glyph of class prev, which
// comes after one of class before, and a glyph of class next.
func mayBreak(before, prev, next class) bool {
	switch {
	case prev == classSpace, prev == classOpen, next == classClose:
		return false // a break after a space was noted with the space
	case prev == classHyphen:
		return next == classWide || next == classLetter && (before == classLetter || before == classWide)
	}
	return prev == classWide || next == classWide || prev == classClose && before == classWide
}

// rewrap brings l, the layout of a line before s[a:a+removed] was replaced by
// inserted bytes, up to date with the line as it is now, s. It works from just
// before the change to where the rows fall into step with the old ones. l must
// not be used after.
func (l *layout) rewrap(s string, a, removed, inserted int) *layout {
	fresh := newLayout(s, l.width)
	if fresh.indent != l.indent || fresh.prefix != l.prefix {
		return wrap(s, l.width)
	}
	// A row's end depends on no more than the row after it.
	from := max(0, l.rowOf(a)-2)
	delta := inserted - removed
	old := l.more
	next := sort.SearchInts(old, a+removed) // the first old start past the change
	var mid []int
	for at := l.start(from); ; {
		at = l.rowEnd(s, at)
		if at >= len(s) {
			next = len(old)
			break
		}
		for next < len(old) && old[next]+delta < at {
			next++
		}
		if at >= a+inserted && next < len(old) && old[next]+delta == at {
			break
		}
		mid = append(mid, at)
	}
	tail := old[next:]
	if delta != 0 {
		for i := range tail {
			tail[i] += delta
		}
	}
	if from+len(mid) == next {
		copy(old[from:], mid)
		return l
	}
	if need := from + len(mid) + len(tail); need <= cap(old) {
		grown := old[:need]
		copy(grown[from+len(mid):], tail)
		copy(grown[from:], mid)
		l.more = grown
		return l
	}
	grown := make([]int, 0, from+len(mid)+len(tail)+8)
	grown = append(append(append(grown, old[:from]...), mid...), tail...)
	l.more = grown
	return l
}

func (l *layout) clone() *layout {
	c := *l
	c.more = append([]int(nil), l.more...)
	return &c
}
