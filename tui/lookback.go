package tui

import (
	"context"
	"math/rand/v2"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
)

// LookBackScreen is a quiet page to look back on: what was on this day in other years, what a month or a
// year was made of, a page by chance, and the shifts of a life in one line.
type LookBackScreen struct {
	env     *Env
	seq     int
	at      int
	parts   []lookPart
	days    *lookDays
	read    bool // the part that is shown
	reading bool // more of it is on its way
	err     error
}

// lookPart is one part of the page, in a file of its own. Its rows are drawn, moved in and acted on by it
// alone; one is shown at a time.
type lookPart interface {
	title() string
	// read is asked for on the update loop and what it answers is run off it; that answers what puts the
	// rows in place, on the loop again.
	read() lookRead
	more() lookRead // what lies below the rows there are, nil where nothing is to be read now
	actions() []Action
	move(n int)
	render(w, h int) (rows []string, cur int)
}

// lookRead reads a part of the page.
type lookRead func(context.Context) (take func(), err error)

// lookFound is what a read of a part found.
type lookFound struct {
	take func()
	more bool
}

// NewLookBack makes the page.
func NewLookBack(env *Env) *LookBackScreen { return newLookBack(env, rand.Int64N) }

// newLookBack is NewLookBack with what draws a page by chance.
func newLookBack(env *Env, pick func(n int64) int64) *LookBackScreen {
	p := &LookBackScreen{env: env}
	p.days = newLookDays(env, p.again)
	p.parts = []lookPart{newLookDay(env), p.days, newLookChance(env, pick, p.again), newLookShifts(env)}
	return p
}

// ID is the page's name for answers.
func (p *LookBackScreen) ID() string { return "look back" }

// Init reads the part that is shown again.
func (p *LookBackScreen) Init() tea.Cmd { return p.again() }

func (p *LookBackScreen) again() tea.Cmd {
	p.seq++
	p.reading = false
	return p.ask(p.parts[p.at].read(), false)
}

func (p *LookBackScreen) ask(read lookRead, more bool) tea.Cmd {
	return load(p.env, p.ID(), p.seq, func(ctx context.Context) (lookFound, error) {
		take, err := read(ctx)
		return lookFound{take, more}, err
	})
}

// Update takes in what was read.
func (p *LookBackScreen) Update(msg tea.Msg) tea.Cmd {
	if to, ok := msg.(lookDaysMsg); ok {
		return p.days.to(to.days)
	}
	m, ok := msg.(loaded[lookFound])
	if !ok || m.seq != p.seq {
		return nil
	}
	p.reading = false
	switch {
	case m.err != nil && m.value.more:
		return send(failed(m.err))
	case m.err != nil:
		p.read, p.err = true, m.err
		return nil
	}
	p.read, p.err = true, nil
	m.value.take()
	return p.more()
}

// more reads on where the cursor nears the end of what is there.
func (p *LookBackScreen) more() tea.Cmd {
	if p.reading || !p.read {
		return nil
	}
	read := p.parts[p.at].more()
	if read == nil {
		return nil
	}
	p.reading = true
	return p.ask(read, true)
}

func (p *LookBackScreen) move(n int) tea.Cmd {
	p.parts[p.at].move(n)
	return p.more()
}

func (p *LookBackScreen) turn(n int) func() tea.Cmd {
	return func() tea.Cmd {
		p.at = (p.at + n + len(p.parts)) % len(p.parts)
		p.read, p.err = false, nil
		return p.again()
	}
}

// Actions are those of the part that is shown, and the ways between the parts.
func (p *LookBackScreen) Actions() []Action {
	var acts []Action
	if p.read && p.err == nil {
		acts = p.parts[p.at].actions()
	}
	acts = append(acts,
		Action{ID: "tab", Group: groupMove, Keys: []string{"tab"}, Name: "next part", Help: "this day, a month or a year, a page by chance, the shifts", Foot: true, Run: p.turn(1)},
		Action{ID: "back tab", Group: groupMove, Keys: []string{"shift+tab"}, Name: "part before", Help: "the other way round", Run: p.turn(-1)})
	return append(acts, listMoves(p.move)...)
}

// Render draws the page.
func (p *LookBackScreen) Render(w, h int) (string, *tea.Cursor) {
	th := p.env.Theme
	names := make([]string, len(p.parts))
	for i, part := range p.parts {
		names[i] = part.title()
	}
	rows := []string{"  " + th.Strong.Render("Looking back")}
	if h >= 14 {
		rows = append(rows, "")
	}
	rows = append(rows, "  "+tabsWithin(names, p.at, w-3, th, p.env.spots, func(i int) tea.Cmd { return p.turn(i - p.at)() }))
	if h >= 12 {
		rows = append(rows, "")
	}
	switch {
	case p.err != nil:
		return strings.Join(rows, "\n") + "\n" + indent(th.Error, journal.ErrorMessage(p.err), w), nil
	case !p.read:
		return strings.Join(rows, "\n"), nil
	}
	body, cur := p.parts[p.at].render(w, max(0, h-len(rows)))
	return strings.Join(append(rows, body...), "\n"), rowCursor(cur, len(rows))
}

// lookEmpty says in a sentence what will stand where nothing stands yet.
func lookEmpty(env *Env, w int, said string) ([]string, int) {
	return strings.Split(indent(env.Theme.Faint, said, w), "\n"), -1
}
