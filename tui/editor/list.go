package editor

import "strings"

// marker is how a list item starts.
type marker struct {
	indent string // spaces and tabs before it
	marker string // "- ", "* ", "- [ ] ", "- [x] "; empty for a line that is no item
}

func (m marker) size() int { return len(m.indent) + len(m.marker) }

// next is what the item after this one starts with: a box starts empty.
func (m marker) next() string {
	if len(m.marker) > 2 {
		return m.indent + m.marker[:2] + "[ ] "
	}
	return m.indent + m.marker
}

func markerOf(s string) marker {
	n := 0
	for n < len(s) && (s[n] == ' ' || s[n] == '\t') {
		n++
	}
	rest := s[n:]
	if !strings.HasPrefix(rest, "- ") && !strings.HasPrefix(rest, "* ") {
		return marker{}
	}
	size := 2
	if len(rest) >= 6 && rest[2] == '[' && strings.IndexByte(" xX", rest[3]) >= 0 && rest[4:6] == "] " {
		size = 6
	}
	return marker{indent: s[:n], marker: rest[:size]}
}

// newline splits the line at the cursor. Unless plain, the new line starts with
// the marker of the list item it was split off; on an item without words the
// marker goes instead. A plain one is what enter does: lines of a note seldom
// continue as what they began, and a marker nobody typed is in the way.
func (e *Editor) newline(plain bool) {
	if e.selecting() || plain {
		e.replaceSelection("\n", kindOther)
		return
	}
	text := e.buf.line(e.cur.line).text
	m := markerOf(text)
	switch {
	case m.marker == "" || e.cur.col < m.size():
		e.change(e.cur, e.cur, "\n", kindOther)
	case len(text) == m.size():
		e.change(pos{e.cur.line, 0}, e.cur, "", kindOther)
	default:
		e.change(e.cur, e.cur, "\n"+m.next(), kindOther)
	}
}

// selectedLines returns the first and last line the selection touches, or the
// cursor's. A selection that ends before the first character of a line does not
// touch that line.
func (e *Editor) selectedLines() (first, last int) {
	if !e.selecting() {
		return e.cur.line, e.cur.line
	}
	a, b := e.selection()
	if b.col == 0 && b.line > a.line {
		b.line--
	}
	return a.line, b.line
}

// reline replaces the lines first to last by what each gives, as one step, and
// keeps cursor and selection on the same words.
func (e *Editor) reline(first, last int, each func(string) string) {
	var b strings.Builder
	cur, anchor := e.ends()
	for i := first; i <= last; i++ {
		old := e.buf.line(i).text
		now := each(old)
		grown := len(now) - len(old)
		for _, p := range []*pos{&cur, &anchor} {
			if p.line == i && p.col > 0 {
				p.col = max(0, p.col+grown)
			}
		}
		if i > first {
			b.WriteByte('\n')
		}
		b.WriteString(now)
	}
	e.rewrite(first, last, b.String(), cur, anchor)
}

// rewrite replaces whole lines as one step and puts cursor and anchor where told.
func (e *Editor) rewrite(first, last int, text string, cur, anchor pos) {
	from, to := pos{first, 0}, pos{last, len(e.buf.line(last).text)}
	if e.buf.slice(from, to) == text {
		return
	}
	sel := e.selecting()
	e.change(from, to, text, kindOther)
	e.cur, e.anchor, e.sel = e.snap(cur, false), e.snap(anchor, false), sel
	e.hist.settle(e.state())
}

// ends returns the cursor and the selection's other end, the cursor itself if
// nothing is selected.
func (e *Editor) ends() (cur, anchor pos) {
	if e.selecting() {
		return e.cur, e.anchor
	}
	return e.cur, e.cur
}

func (e *Editor) tab() {
	if !e.selecting() {
		e.change(e.cur, e.cur, "\t", kindTyping)
		return
	}
	first, last := e.selectedLines()
	e.reline(first, last, func(s string) string {
		if s == "" {
			return s
		}
		return "\t" + s
	})
}

func (e *Editor) outdent() {
	first, last := e.selectedLines()
	e.reline(first, last, func(s string) string {
		if strings.HasPrefix(s, "\t") {
			return s[1:]
		}
		for i := 0; i < 4 && strings.HasPrefix(s, " "); i++ {
			s = s[1:]
		}
		return s
	})
}

// moveLines moves the lines the selection touches one line up (-1) or down (1).
func (e *Editor) moveLines(by int) {
	first, last := e.selectedLines()
	if by < 0 && first == 0 || by > 0 && last == e.buf.count-1 {
		return
	}
	block := e.buf.slice(pos{first, 0}, pos{last, len(e.buf.line(last).text)})
	cur, anchor := e.ends()
	cur.line += by
	anchor.line += by
	if by < 0 {
		e.rewriteMoved(first-1, last, block+"\n"+e.buf.line(first-1).text, cur, anchor)
		return
	}
	e.rewriteMoved(first, last+1, e.buf.line(last+1).text+"\n"+block, cur, anchor)
}

// rewriteMoved is rewrite for moved lines. A selection that ended at the start of
// the line after the block may now end past the last line of the text.
func (e *Editor) rewriteMoved(first, last int, text string, cur, anchor pos) {
	for _, p := range []*pos{&cur, &anchor} {
		if p.line > e.buf.count-1 {
			p.line = e.buf.count - 1
			p.col = len(text) - strings.LastIndexByte(text, '\n') - 1
		}
	}
	e.rewrite(first, last, text, cur, anchor)
}
