package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/theme"
)

// docHit is which of the places that are lit was gone to.
type docHit struct {
	n    int    // from 1 on, 0 for none
	of   int    // how many there are, 0 before one was gone to
	to   int    // how many further is to be gone
	best bool   // the place that tells most is to be gone to
	line string // words of the line that is to be gone to, "" for none
}

// litRows are the rows of a line in w cells, with what was looked for lit.
func (d *document) litRows(i, w int, t *theme.Theme) []string {
	l := d.lines[i]
	plain := func() []string {
		rows := d.wrap(i, w)
		out := make([]string, len(rows))
		for n, row := range rows {
			out[n] = d.row(row, l.kind, t)
		}
		return out
	}
	if len(d.look.Parts) == 0 || l.kind == docDrawn || l.kind == docHeading {
		return plain()
	}
	rows, from, lit := wrapLit(l.text, w, d.look)
	if from == nil {
		return plain()
	}
	sign, style := "  ", t.Text
	if l.kind == docLifted {
		sign, style = t.Lifted.Render("│ "), t.Lifted
	}
	for n, row := range rows {
		rows[n] = sign + litRow(row, from[n], lit, style, litStyle(t))
	}
	return rows
}

// hits are the rows on which something is lit.
func (d *document) hits() (all []docPlace) {
	w := max(1, d.w)
	for i, l := range d.lines {
		if l.kind == docDrawn || l.kind == docHeading {
			continue
		}
		rows, from, lit := wrapLit(l.text, w, d.look)
		if from == nil {
			continue
		}
		for n := range rows {
			end := from[n] + len(rows[n])
			for _, at := range lit {
				if at.Start >= from[n] && at.Start < end {
					all = append(all, docPlace{i, n})
					break
				}
			}
		}
	}
	return all
}

// nextHit goes n places that are lit further, or back where n is negative, once the text is drawn.
func (d *document) nextHit(n int) {
	if len(d.look.Parts) > 0 {
		d.hit.to += n
	}
}

// bestHit goes to the place that tells most, once the text is drawn.
func (d *document) bestHit() { d.hit.best = len(d.look.Parts) > 0 }

// best is which of some rows that are lit is the first of the place that tells most, from 1 on.
func (d *document) best(all []docPlace) int {
	var text strings.Builder
	from := make([]int, len(d.lines)) // where each line begins
	for i, l := range d.lines {
		from[i] = text.Len()
		if l.kind != docDrawn && l.kind != docHeading {
			text.WriteString(shownText(l.text))
		}
		text.WriteByte('\n')
	}
	at := d.look.Best(text.String())
	for n, p := range all {
		_, rows, _ := wrapLit(d.lines[p.line].text, max(1, d.w), d.look)
		last := p.row == len(rows)-1
		if begin := from[p.line]; last && p.line+1 < len(from) && at < from[p.line+1] || !last && at < begin+rows[p.row+1] {
			return n + 1
		}
	}
	return len(all)
}

// goToHit scrolls to the place that is to be gone to, with some rows before it in sight.
func (d *document) goToHit() {
	const before = 4
	if d.hit.to == 0 && !d.hit.best && d.hit.line == "" {
		return
	}
	all, line, to := d.hits(), d.lineOf(d.hit.line), d.hit.to
	if len(all) == 0 {
		d.hit = docHit{}
		if line < 0 {
			return
		}
		d.at = docPlace{line: line}
	} else {
		if on := slices.IndexFunc(all, func(p docPlace) bool { return p.line == line }); on >= 0 {
			d.hit = docHit{n: on + 1}
		} else if d.hit.best {
			d.hit = docHit{n: d.best(all)}
		}
		d.hit = docHit{n: max(1, min(d.hit.n+to, len(all))), of: len(all)}
		d.at = all[d.hit.n-1]
	}
	d.scroll(-min(before, d.h/3))
	d.fresh = true
}

// lineOf is the line that became a thing with some words, else the last one with them, -1 for none.
func (d *document) lineOf(words string) int {
	words = strings.Join(strings.Fields(words), " ")
	if words == "" {
		return -1
	}
	last, lifted := -1, -1
	for i, l := range d.lines {
		text := strings.Join(strings.Fields(l.text), " ")
		if l.kind == docDrawn || l.kind == docHeading || !strings.Contains(text, words) {
			continue
		}
		last = i
		if l.kind != docLifted {
			continue
		}
		if strings.HasSuffix(text, words) {
			return i
		}
		if lifted < 0 { // a day may follow them
			lifted = i
		}
	}
	if lifted >= 0 {
		return lifted
	}
	return last
}

// hitMoves are the keys that go from one lit place to another, where words were looked for.
func hitMoves(d *document, look journal.Search) []Action {
	if len(look.Parts) == 0 {
		return nil
	}
	to := func(n int) func() tea.Cmd {
		return func() tea.Cmd {
			d.nextHit(n)
			return nil
		}
	}
	next := Action{ID: "next hit", Group: groupMove, Keys: []string{"]"}, Name: "next hit", Help: "the next place with what you looked for", Foot: true, Run: to(1)}
	before := Action{ID: "last hit", Group: groupMove, Keys: []string{"["}, Name: "hit before", Help: "the place before with what you looked for", Run: to(-1)}
	n, of := d.hit.n+d.hit.to, d.hit.of
	if of == 0 {
		return []Action{next, before}
	}
	if of > 1 {
		next.Name = fmt.Sprintf("next hit, %d of %d", n, of)
	}
	switch {
	case of == 1:
		next.Disabled = "What you looked for stands here only."
		before.Disabled = next.Disabled
	case n <= 1:
		before.Disabled = fmt.Sprintf("This is the first of %d places with what you looked for.", of)
	case n >= of:
		next.Disabled = fmt.Sprintf("This is the last of %d places with what you looked for.", of)
		before.Name, before.Foot = fmt.Sprintf("hit before, %d of %d", n, of), true
	}
	return []Action{next, before}
}
