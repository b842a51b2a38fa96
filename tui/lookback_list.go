package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// lookRow is something one looks back on, on one row: what has a known width first, then with whom, then
// its words. Names and words are as they are kept; what is hidden is hidden where they are drawn.
type lookRow struct {
	key   string // tells it from the others
	lead  string
	who   string
	own   bool                        // where it is with nobody, it was on one's own
	said  func(journal.Veil) string   // on one line
	facts string                      // of the chosen one, before its words
	whole func(journal.Veil) []string // paragraphs
	open  func() Screen               // nil where there is nothing to open
}

// lookLine is a line of a list: a row, or words between rows.
type lookLine struct {
	row  int // -1 for words
	text string
	head bool // they are a heading
}

// lookList is rows with lines between them, and a cursor over the rows.
type lookList struct {
	widget.List
	rows  []lookRow
	lines []lookLine
	on    []int       // the line of each row
	view  widget.List // the same over lines
}

// clear takes the rows away.
func (l *lookList) clear() {
	l.rows, l.lines, l.on = nil, nil, nil
	l.SetLen(0)
}

func (l *lookList) say(text string) { l.lines = append(l.lines, lookLine{row: -1, text: text}) }
func (l *lookList) head(text string) {
	l.lines = append(l.lines, lookLine{row: -1, text: text, head: true})
}

func (l *lookList) add(r lookRow) {
	l.on = append(l.on, len(l.lines))
	l.lines = append(l.lines, lookLine{row: len(l.rows)})
	l.rows = append(l.rows, r)
}

// refill puts other rows in place; the cursor stays on its row where that is still there.
func (l *lookList) refill(fill func()) {
	was, at := l.key(l.At), l.At
	l.clear()
	fill()
	l.At = at
	l.SetLen(len(l.rows))
	l.Follow(was, l.key)
}

func (l *lookList) key(i int) string {
	if r := rowAt(i, l.rows, nil); r != nil {
		return r.key
	}
	return ""
}

func (l *lookList) chosen() *lookRow { return rowAt(l.At, l.rows, nil) }

// openAction opens the chosen row.
func (l *lookList) openAction() Action {
	a := Action{ID: "open", Group: groupHere, Keys: []string{"enter"}, Name: "open", Help: "read it whole", Foot: true}
	switch r := l.chosen(); {
	case r == nil:
		a.Disabled = "Nothing is here to open."
	case r.open == nil:
		a.Disabled = "This stands by itself; there is nothing more to read."
	default:
		to := r.open
		a.Run = func() tea.Cmd { return push(to()) }
	}
	return a
}

// How much of a page the words of the chosen row have: at its foot, or at its side.
const (
	lookFoot     = 4
	lookFootFrom = 13
	lookSideFrom = 110
)

// render draws what fits, with the words of the chosen row below or beside it.
func (l *lookList) render(env *Env, w, h int) ([]string, int) {
	if h <= 0 || l.Len == 0 {
		return nil, -1
	}
	switch {
	case w >= lookSideFrom:
		left := w * 3 / 5
		rows, cur := l.draw(env, left-1, h)
		side := l.words(env, w-left-4, h)
		return widget.Columns(rows, side, left, env.Theme.Rule.Render("│")+" "), cur
	case h >= lookFootFrom:
		rows, cur := l.draw(env, w-1, h-lookFoot)
		for len(rows) < h-lookFoot+1 {
			rows = append(rows, "")
		}
		for _, r := range l.words(env, min(w-6, env.measure()), lookFoot-1) {
			rows = append(rows, "    "+r)
		}
		return rows, cur
	}
	return l.draw(env, w-1, h)
}

// draw draws the lines around the cursor.
func (l *lookList) draw(env *Env, w, h int) (rows []string, cur int) {
	cur = -1
	th := env.Theme
	l.view.Len = len(l.lines)
	if l.At == 0 { // what stands above the first row is in sight with it
		l.view.At = 0
		l.view.Window(h)
	}
	l.view.At = l.on[l.At]
	from, to := l.view.Window(h)
	for _, line := range l.lines[from:to] {
		switch {
		case line.head:
			rows = append(rows, "  "+th.Heading.Render(widget.Cut(line.text, w-2)))
		case line.row < 0:
			rows = append(rows, "  "+th.Faint.Render(widget.Cut(line.text, w-2)))
		default:
			if line.row == l.At {
				cur = len(rows)
			}
			row := l.row(env, l.rows[line.row], line.row == l.At, w)
			rows = append(rows, env.spots.row(row, line.row == l.At, func() tea.Cmd { l.Move(line.row - l.At); return nil }))
		}
	}
	return rows, cur
}

func (l *lookList) row(env *Env, r lookRow, chosen bool, w int) string {
	th := env.Theme
	style := th.Text
	if chosen {
		style = th.Selected
	}
	name := 16
	if w < 70 {
		name = 11
	}
	head := chosenMark(chosen) + th.Faint.Render(r.lead) + style.Render(widget.Pad(r.whose(env.Veil), name)) + " "
	return head + style.Render(widget.Cut(r.said(env.Veil), w-ansi.StringWidth(head)))
}

// whose is with whom a row was, as it is shown.
func (r lookRow) whose(v journal.Veil) string {
	if r.who == "" && r.own {
		return "on your own"
	}
	return v.Name(r.who)
}

// words is the chosen row in full, in at most h rows.
func (l *lookList) words(env *Env, w, h int) []string {
	r := l.chosen()
	if r == nil || h <= 0 {
		return nil
	}
	th := env.Theme
	who, facts := r.whose(env.Veil), r.facts
	var rows []string
	switch {
	case h > lookFoot: // at the side
		rows = append(rows, th.Strong.Render(widget.Cut(who, w)), th.Faint.Render(widget.Cut(facts, w)), "")
	case who != "":
		facts = who + " · " + facts
		fallthrough
	default:
		rows = append(rows, th.Faint.Render(widget.Cut(facts, w)))
	}
	for i, part := range r.whole(env.Veil) {
		if i > 0 && h > lookFoot {
			rows = append(rows, "")
		}
		if left := h - len(rows); left > 0 {
			style := th.Text
			if h < lookFoot {
				style = th.Faint
			}
			for _, row := range widget.Wrap(part, min(w, env.measure()), left) {
				rows = append(rows, style.Render(row))
			}
		}
	}
	return rows[:min(len(rows), h)]
}

// memoryRow is a conversation or an answer.
func memoryRow(env *Env, m journal.Memory, lead string) lookRow {
	r := lookRow{key: m.UID, lead: lead, who: m.PersonName, own: true, facts: memoryFacts(m, env.Dates, env.Day()), open: func() Screen { return memoryPage(env, m) }}
	r.said = func(v journal.Veil) string {
		if m.Kind == journal.MemoryAnswer && !journal.Blank(m.Question) {
			return wording.OneLine(v.Words(m.Question))
		}
		return wording.OneLine(narrative(v.Words(m.Words)))
	}
	r.whole = func(v journal.Veil) []string {
		told := narrative(v.Words(m.Words))
		if m.Kind == journal.MemoryAnswer && !journal.Blank(m.Question) {
			return []string{v.Words(m.Question), told}
		}
		return []string{told}
	}
	return r
}

// memoryFacts is when and how something was: "Sat 21 Nov 2015 · I mentor · 40 min".
func memoryFacts(m journal.Memory, dates wording.Dates, today journal.Date) string {
	parts := []string{dates.Long(m.On, today)}
	if m.Kind == journal.MemoryAnswer {
		return strings.Join(append(parts, "your answer"), " · ")
	}
	parts = append(parts, m.Role.Phrase())
	if m.Minutes > 0 {
		parts = append(parts, wording.Hours(m.Minutes))
	}
	return strings.Join(parts, " · ")
}

// memoryPage is the page to read a conversation or an answer on.
func memoryPage(env *Env, m journal.Memory) Screen {
	if m.Kind == journal.MemoryAnswer {
		return NewReflection(env, m.ID)
	}
	return NewSession(env, m.ID)
}

// pastRow is a shift or an exchange.
func pastRow(env *Env, l journal.PastLine, lead string) lookRow {
	r := lookRow{key: l.UID, lead: lead, who: l.PersonName, own: true, facts: env.Dates.Long(l.On, env.Day())}
	switch {
	case l.SessionID != 0:
		r.open = func() Screen { return NewSession(env, l.SessionID) }
	case l.ReflectionID != 0:
		r.open = func() Screen { return NewReflection(env, l.ReflectionID) }
		r.facts += " · from an answer"
	case l.ReviewID != 0:
		r.open = func() Screen { return NewHeldReview(env, l.ReviewID) }
		r.facts += " · from a review"
	}
	r.tells(l.Text)
	return r
}

// tells gives a row plain words.
func (r *lookRow) tells(text string) {
	r.said = func(v journal.Veil) string { return wording.OneLine(v.Words(text)) }
	r.whole = func(v journal.Veil) []string { return []string{v.Words(text)} }
}
