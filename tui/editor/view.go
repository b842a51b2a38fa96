package editor

import (
	"sort"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
)

// Styles are what the rows are drawn in. Only colours and attributes count:
// padding, borders and sizes are left out.
type Styles struct {
	Text      lipgloss.Style
	Selection lipgloss.Style // drawn reversed as well, so that it shows without colour
	Faint     lipgloss.Style // stand-ins for what cannot be drawn

	// ForLine, if set, gives the style of a line in the place of Text. It is
	// called for lines that are drawn, each time, so it should look no further
	// than the line's start.
	ForLine func(line string) lipgloss.Style

	// Hide, if set, names the parts of a line that are drawn as dots, in their order and apart from
	// each other; here says that the cursor is in the line. Only what is drawn changes.
	Hide func(line string, here bool) []Span
}

// Span is a part of a line, in bytes.
type Span struct{ From, To int }

// hidden is what is drawn in the place of what is hidden, one column wide.
const hidden = "·"

// Render draws the text in at most h rows of at most w columns, and returns where
// the cursor is in them. With no room for a single cell the cursor is nil.
func (e *Editor) Render(w, h int, st Styles) (string, *tea.Cursor) {
	if w < 1 || h < 1 {
		return "", nil
	}
	e.fill = e.fill || w != e.w || h != e.h
	e.w, e.h = w, h
	e.buf.width = e.wrapWidth()
	e.scroll(e.fill)
	e.fill = false

	p := painter{e: e, w: w, text: penOf(st.Text), faint: penOf(st.Faint), sel: penOf(st.Selection.Reverse(true))}
	at, cursor := e.topRow(), e.cursorRow()
	styled, y := -1, 0 // the line whose pen is p.text; the cursor's row
	hiding := -1       // the line whose parts p.hide are
	for row := 0; row < h; row++ {
		if row > 0 {
			next, went := e.walk(at, 1)
			if went == 0 {
				break
			}
			p.out.WriteByte('\n')
			at = next
		}
		if st.ForLine != nil && styled != at.line {
			p.text = penOf(st.ForLine(e.buf.line(at.line).text))
			styled = at.line
		}
		if st.Hide != nil && hiding != at.line {
			p.hide = st.Hide(e.buf.line(at.line).text, at.line == e.cur.line)
			hiding = at.line
		}
		if at == cursor {
			y = row
		}
		p.row(at)
	}
	return p.out.String(), tea.NewCursor(min(e.column(), w-1), y)
}

// pen is a style as what switches it on and off.
type pen struct{ on, off string }

func penOf(s lipgloss.Style) pen {
	on, off, _ := strings.Cut(s.Inline(true).UnsetWidth().UnsetHeight().Render("x"), "x")
	return pen{on, off}
}

// painter draws rows, switching pens only where they differ.
type painter struct {
	e                *Editor
	out              strings.Builder
	w                int
	text, faint, sel pen
	now              pen
	hide             []Span // of the line that is drawn
}

// veiled reports whether the cluster at byte i of the line is hidden.
func (p *painter) veiled(i int) bool {
	at := sort.Search(len(p.hide), func(n int) bool { return p.hide[n].To > i })
	return at < len(p.hide) && p.hide[at].From <= i
}

func (p *painter) use(n pen) {
	if n == p.now {
		return
	}
	p.out.WriteString(p.now.off)
	p.out.WriteString(n.on)
	p.now = n
}

func (p *painter) row(at place) {
	e := p.e
	s := e.buf.line(at.line).text
	lay := e.buf.layout(at.line)
	i, end, col := lay.start(at.row), lay.end(at.row, len(s)), lay.left(at.row)
	from, to := e.selectedOn(at.line, len(s))
	p.out.WriteString(strings.Repeat(" ", col))
	for i < end {
		g := glyphAt(s[i:], col, lay.limit())
		if g.show == "" {
			g.show = strings.Repeat(" ", min(g.w, p.w-col))
			g.w = len(g.show)
		}
		if g.w == 0 || col+g.w > p.w {
			break // spaces that hang over the end
		}
		if g.class != classSpace && p.veiled(i) {
			g.show = strings.Repeat(hidden, g.w)
		}
		switch {
		case i >= from && i < to:
			p.use(p.sel)
		case g.class == classControl:
			p.use(p.faint)
		default:
			p.use(p.text)
		}
		p.out.WriteString(g.show)
		col += g.w
		i += g.n
	}
	if at.row == lay.rows()-1 && to > len(s) && from <= len(s) && col < p.w {
		p.use(p.sel) // the line break is selected
		p.out.WriteByte(' ')
	}
	p.use(pen{})
}

// selectedOn returns the selected bytes of a line of n bytes; to is n+1 if its
// line break is selected.
func (e *Editor) selectedOn(line, n int) (from, to int) {
	if !e.selecting() {
		return 0, 0
	}
	a, b := e.selection()
	if line < a.line || line > b.line {
		return 0, 0
	}
	if line == a.line {
		from = a.col
	}
	if line == b.line {
		return from, b.col
	}
	return from, n + 1
}
