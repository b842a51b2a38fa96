package tui

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/journal/material"
	"bothways/tui/widget"
)

// CardScreen is one card to read, with the questions that go with it below.
type CardScreen struct {
	env  *Env
	id   string
	seq  int
	read bool
	err  error

	cards     []journal.Card // all of them, so that one can leaf through
	questions journal.Questions
	prompts   []journal.Prompt // of this card

	rows  []cardRow // as laid out for a page of width cells
	width int
	at    int // the question the cursor is on, -1 while the card is read
	top   int // the first row shown
	h     int // rows in sight, as last drawn
}

// cardPage is what is read for the page.
type cardPage struct {
	cards     []journal.Card
	questions journal.Questions
}

// NewCard makes the page of one card.
func NewCard(env *Env, id string) *CardScreen {
	return &CardScreen{env: env, id: id, at: -1, width: env.measure() + 4, h: 20}
}

// ID is the page's name for answers.
func (c *CardScreen) ID() string { return "card:" + c.id }

// Init reads the questions again, and the cards once.
func (c *CardScreen) Init() tea.Cmd {
	c.seq++
	known := c.cards
	return load(c.env, c.ID(), c.seq, func(ctx context.Context) (p cardPage, err error) {
		if p.cards = known; p.cards == nil {
			if p.cards, err = material.Cards(); err != nil {
				return p, err
			}
		}
		p.questions, err = c.env.Store.Questions(ctx)
		return p, err
	})
}

// Update takes in what was read.
func (c *CardScreen) Update(msg tea.Msg) tea.Cmd {
	m, ok := msg.(loaded[cardPage])
	if !ok || m.seq != c.seq {
		return nil
	}
	c.read, c.err = true, m.err
	if m.err == nil {
		c.cards, c.questions = m.value.cards, m.value.questions
		c.lay()
	}
	return nil
}

// place is where the card stands among all, -1 where it is not there.
func (c *CardScreen) place() int {
	return slices.IndexFunc(c.cards, func(card journal.Card) bool { return card.ID == c.id })
}

// lay finds the questions of the card and lays all of it out for the width of the page.
func (c *CardScreen) lay() {
	c.rows, c.prompts = nil, nil
	i := c.place()
	if i < 0 {
		return
	}
	for _, id := range c.cards[i].Prompts {
		if p, ok := c.questions.Prompt(id); ok {
			set, _ := c.questions.Set(p.SetID)
			p.Hidden = p.Hidden || set.Hidden
			c.prompts = append(c.prompts, p)
		}
	}
	c.at = min(c.at, len(c.prompts)-1)
	c.rows = layCard(c.cards[i], c.prompts, c.width-4, c.env.measure())
}

// leaf turns to the card n further on.
func (c *CardScreen) leaf(n int) tea.Cmd {
	c.id = c.cards[c.place()+n].ID
	c.at, c.top = -1, 0
	c.lay()
	return c.Init() // what was asked under the name of the other card does not find its way here
}

// Actions are what can be done with the card.
func (c *CardScreen) Actions() []Action {
	i := c.place()
	if i < 0 {
		return nil
	}
	first, last, none := "", "", ""
	if i == 0 {
		first = "This is the first card."
	}
	if i == len(c.cards)-1 {
		last = "This is the last card."
	}
	if len(c.prompts) == 0 {
		none = "No question goes with this card."
	}
	do := func(f func()) func() tea.Cmd { return func() tea.Cmd { f(); return nil } }
	answer := Action{ID: "answer", Group: groupHere, Keys: []string{"enter"}, Name: "to its questions", Help: "go to the questions of this card", Foot: true, Disabled: none, Run: do(c.toQuestions)}
	if c.at >= 0 {
		p := c.prompts[c.at]
		answer.Name, answer.Help, answer.Run = "answer it now", "answer this question now", func() tea.Cmd { return sitWith(c.env, p) }
	}
	return []Action{
		answer,
		{ID: "next card", Group: groupHere, Keys: []string{"n", "]", "right", "l"}, Name: "next card", Help: "the card after this one", Foot: true, Disabled: last, Run: func() tea.Cmd { return c.leaf(1) }},
		{ID: "card before", Group: groupHere, Keys: []string{"p", "[", "left", "h"}, Name: "card before", Help: "the card before this one", Foot: true, Disabled: first, Run: func() tea.Cmd { return c.leaf(-1) }},
		{ID: "next question", Group: groupMove, Keys: []string{"tab"}, Name: "next question", Help: "from question to question", Disabled: none, Run: do(func() { c.choose((c.at + 1) % len(c.prompts)) })},
		{ID: "question before", Group: groupMove, Keys: []string{"shift+tab"}, Name: "question before", Help: "the question before", Disabled: none, Run: do(func() { c.choose((max(c.at, 0) - 1 + len(c.prompts)) % len(c.prompts)) })},
		{ID: "down", Group: groupMove, Keys: []string{"down", "j"}, Name: "down", Help: "a row down, or the next question", Run: do(c.down)},
		{ID: "up", Group: groupMove, Keys: []string{"up", "k"}, Name: "up", Help: "a row up, or the question before", Run: do(c.up)},
		{ID: "pagedown", Group: groupMove, Keys: []string{"space", "pgdown", "ctrl+d"}, Name: "page down", Help: "a page down", Run: do(func() { c.scroll(max(1, c.h-1)) })},
		{ID: "pageup", Group: groupMove, Keys: []string{"b", "pgup", "ctrl+u"}, Name: "page up", Help: "a page up", Run: do(func() { c.scroll(-max(1, c.h-1)) })},
		{ID: "first", Group: groupMove, Keys: []string{"home"}, Name: "beginning", Help: "the beginning of the card", Run: do(func() { c.scroll(-len(c.rows)) })},
		{ID: "last", Group: groupMove, Keys: []string{"end"}, Name: "end", Help: "the end of the card", Run: do(func() { c.scroll(len(c.rows)) })},
	}
}

// choose puts the cursor on question i and brings it in sight.
func (c *CardScreen) choose(i int) {
	from, to := c.span(i)
	if from < 0 {
		return
	}
	c.at = i
	c.top = max(0, min(max(c.top, to-c.h), from))
}

// toQuestions puts the cursor on the first question, with as many of the others in sight as fit.
func (c *CardScreen) toQuestions() {
	if from, _ := c.span(0); from > 0 {
		c.top = max(c.top, min(from-1, len(c.rows)-c.h))
	}
	c.choose(0)
}

// span is which rows question i takes; from is -1 where there is none.
func (c *CardScreen) span(i int) (from, to int) {
	from = slices.IndexFunc(c.rows, func(r cardRow) bool { return r.question == i+1 })
	for to = from; to >= 0 && to < len(c.rows) && c.rows[to].question == i+1; to++ {
	}
	return from, to
}

// inSight reports whether question i is.
func (c *CardScreen) inSight(i int) bool {
	from, to := c.span(i)
	return from >= c.top && to <= c.top+c.h
}

// down reads on by a row; once the questions are in sight it goes from one to the next.
func (c *CardScreen) down() {
	switch {
	case c.at >= 0 && c.at < len(c.prompts)-1:
		c.choose(c.at + 1)
	case c.at < 0 && len(c.prompts) > 0 && (c.inSight(0) || c.top+c.h >= len(c.rows)):
		c.choose(0) // it is there, or above where pages were turned
	default:
		c.scroll(1)
	}
}

// up goes back the same way.
func (c *CardScreen) up() {
	if c.at > 0 {
		c.choose(c.at - 1)
		return
	}
	c.at = -1
	c.scroll(-1)
}

// scroll goes n rows down, or up where n is negative. The cursor stays on a question in sight only.
func (c *CardScreen) scroll(n int) {
	c.top = max(0, min(c.top+n, len(c.rows)-c.h))
	if c.at >= 0 && !c.inSight(c.at) {
		c.at = -1
	}
}

// Render draws the page.
func (c *CardScreen) Render(w, h int) (string, *tea.Cursor) {
	th, i := c.env.Theme, c.place()
	switch {
	case c.err != nil:
		return "\n" + indent(th.Error, journal.ErrorMessage(c.err), w), nil
	case !c.read:
		return "", nil
	case i < 0:
		return "  " + th.Strong.Render("There is no such card") + "\n\n" + indent(th.Faint, "esc goes back; the library lists the cards there are.", w), nil
	}
	if c.width != w {
		c.width = w
		c.lay()
	}
	c.h = max(1, h-2)
	c.top = max(0, min(c.top, len(c.rows)-c.h))
	if c.at >= 0 && !c.inSight(c.at) { // the window became smaller
		c.choose(c.at)
	}
	count, more := fmt.Sprintf("   %d of %d", i+1, len(c.cards)), ""
	if c.top+c.h < len(c.rows) {
		more = " · more below"
	}
	title := widget.Cut(c.cards[i].Title, w-4-len(count)-len(more))
	rows := []string{"  " + th.Strong.Render(title) + th.Faint.Render(count+more), ""}
	cur := 0
	for n, row := range c.rows[c.top:min(len(c.rows), c.top+c.h)] {
		chosen := c.at >= 0 && row.question == c.at+1
		if chosen && row.first {
			cur = n
		}
		drawn := row.draw(chosen, th)
		if row.question > 0 {
			drawn = c.env.spots.row(drawn, chosen, func() tea.Cmd { c.choose(row.question - 1); return nil })
		}
		rows = append(rows, drawn)
	}
	return strings.Join(rows, "\n"), tea.NewCursor(0, cur+2)
}
