package tui

import (
	tea "charm.land/bubbletea/v2"

	"bothways/tui/widget"
)

// prepareView is which part of the page is in sight, as last drawn. The page has more to read than
// rows to choose, so it goes on below the last of them.
type prepareView struct {
	top      int
	h, all   int   // rows there is room for, and rows there are
	lines    []int // where the rows that can be chosen stand
	question int   // where the heading over the question stands
	kept     bool  // the cursor stays in sight; it does not where somebody read on past it
}

// end is the last row a page can begin with.
func (v *prepareView) end() int { return max(0, v.all-v.h) }

// room is how many rows of the page are in sight: one less where the last one says that more follows.
func (v *prepareView) room() int {
	if v.top < v.end() && v.h > 1 {
		return v.h - 1
	}
	return v.h
}

func (v *prepareView) shows(line int) bool { return line >= v.top && line < v.top+v.room() }

// keep brings the line of the cursor in sight; from above with the heading over it.
func (v *prepareView) keep(line int) {
	if line < v.top {
		v.top = max(0, line-1)
	}
	if !v.shows(line) {
		v.top = min(line, line-v.h+2, v.end())
	}
}

// moves are the keys that go about on the page.
func (p *PrepareScreen) moves() []Action {
	page := func() int { return max(1, p.view.h-2) }
	do := func(f func()) func() tea.Cmd { return func() tea.Cmd { f(); return nil } }
	return []Action{
		{ID: "down", Group: groupMove, Keys: []string{"down", "j"}, Name: "down", Help: "a row down", Run: do(p.down)},
		{ID: "up", Group: groupMove, Keys: []string{"up", "k"}, Name: "up", Help: "a row up", Run: do(p.up)},
		{ID: "pagedown", Group: groupMove, Keys: []string{"space", "pgdown", "ctrl+d"}, Name: "page down", Help: "a page down", Run: do(func() { p.scroll(page()) })},
		{ID: "pageup", Group: groupMove, Keys: []string{"b", "pgup", "ctrl+u"}, Name: "page up", Help: "a page up", Run: do(func() { p.scroll(-page()) })},
		{ID: "first", Group: groupMove, Keys: []string{"home"}, Name: "beginning", Help: "the beginning of the page", Run: do(func() { p.list.At = 0; p.scroll(-p.view.all) })},
		{ID: "last", Group: groupMove, Keys: []string{"end"}, Name: "end", Help: "the end of the page", Run: do(func() { p.list.At = max(0, p.list.Len-1); p.scroll(p.view.all) })},
	}
}

// down goes to the next row, and past the last one down the page.
func (p *PrepareScreen) down() {
	if p.list.At >= p.list.Len-1 {
		p.scroll(1)
		return
	}
	if v, next := &p.view, p.list.At+1; next < len(v.lines) && v.lines[next] >= v.top+2*v.room()-2 {
		p.scroll(1) // so much to read stands between that going there at once would pass some of it by
		return
	}
	p.list.Move(1)
	p.view.kept = true
}

// point goes to a row.
func (p *PrepareScreen) point(i int) tea.Cmd {
	p.list.Move(i - p.list.At)
	p.view.kept = true
	return nil
}

// up goes back the same way.
func (p *PrepareScreen) up() {
	v, at := &p.view, p.list.At
	if at < len(v.lines) && (!v.shows(v.lines[at]) || at > 0 && v.lines[at-1]-1 <= v.top-v.room()+1) || at == 0 {
		p.scroll(-1)
		return
	}
	p.list.Move(-1)
	p.view.kept = true
}

// scroll goes n rows down the page, or up where n is negative. The cursor goes along to the nearest
// row in sight; where there is none it waits on the last one above.
func (p *PrepareScreen) scroll(n int) {
	v := &p.view
	v.top = max(0, min(v.top+n, v.end()))
	rows := min(p.list.Len, len(v.lines)) // it may have been read anew since it was drawn
	if p.list.At >= rows {
		return
	}
	for v.lines[p.list.At] < v.top && p.list.At < rows-1 {
		p.list.Move(1)
	}
	for p.list.At > 0 && v.lines[p.list.At] >= v.top+v.room() {
		p.list.Move(-1)
	}
	v.kept = v.shows(v.lines[p.list.At])
}

// inSight is the part of the page that is in sight, in at most h rows. The number is the row of the
// cursor, -1 where it is out of sight.
func (p *PrepareScreen) inSight(body []string, cur, h int) ([]string, int) {
	v := &p.view
	v.h, v.all = max(0, h), len(body)
	v.top = max(0, min(v.top, v.end()))
	if h <= 0 {
		return nil, -1
	}
	if cur >= 0 && v.kept {
		v.keep(cur)
	}
	to := min(len(body), v.top+v.room())
	seen := body[v.top:to:to]
	if to < len(body) && h > 1 {
		seen = append(seen, p.more(v.question >= to))
	}
	if cur < 0 || !v.shows(cur) {
		return seen, -1
	}
	return seen, cur - v.top
}

// more is the row that says the page goes on, and with what where the question is still to come.
func (p *PrepareScreen) more(question bool) string {
	th := p.env.Theme
	if p.question == nil || !question {
		return "  " + th.Faint.Render(moreBelow)
	}
	return "  " + th.Faint.Render(widget.Cut(moreBelow+": to go in with · ", minWidth-4)) + th.Key.Render(p.env.key("with question", "o"))
}
