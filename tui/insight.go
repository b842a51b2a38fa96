package tui

import (
	"cmp"
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/picture"
	"bothways/tui/widget"
)

// InsightsScreen is the pictures of a period: what each says, in a list, and one of them drawn, whose
// parts open what they are made of.
type InsightsScreen struct {
	env  *Env
	seq  int
	read bool
	err  error

	period journal.PeriodName
	in     journal.Insights

	at     int                     // the chosen picture
	inside bool                    // the keys move among the parts of that one
	spots  map[string]picture.Spot // where they are in each, as far as they have been moved
	list   widget.List             // the rows of the list
	drawn  widget.List             // the rows of the picture
}

// NewInsights makes the page, with the time that was looked at last, at first the last twelve months.
func NewInsights(env *Env) *InsightsScreen {
	return &InsightsScreen{env: env, period: cmp.Or(env.Period, journal.Period12Months), spots: map[string]picture.Spot{}}
}

// ID is the page's name for answers.
func (p *InsightsScreen) ID() string { return "insights" }

// Init adds the period up again.
func (p *InsightsScreen) Init() tea.Cmd {
	p.seq++
	name, today, week := p.period, p.env.Day(), p.env.Week
	return load(p.env, p.ID(), p.seq, func(ctx context.Context) (journal.Insights, error) {
		return readInsights(ctx, p.env.Store, name, today, week)
	})
}

// readInsights adds a period up that ends today.
func readInsights(ctx context.Context, st *store.Store, name journal.PeriodName, today journal.Date, week journal.Week) (journal.Insights, error) {
	first, err := st.FirstDay(ctx)
	if err != nil {
		return journal.Insights{}, err
	}
	return st.Insights(ctx, name.Period(today, first), week)
}

// Update takes in what was read.
func (p *InsightsScreen) Update(msg tea.Msg) tea.Cmd {
	m, ok := msg.(loaded[journal.Insights])
	if !ok || m.seq != p.seq {
		return nil
	}
	p.read, p.err = true, m.err
	if m.err == nil {
		if p.in.Period != m.value.Period { // other days: what was chosen is not there any more
			clear(p.spots)
		}
		p.in = m.value
		p.inside = p.inside && p.shown().Drawn()
	}
	return nil
}

// pictures are all of them, with names as they may be seen now.
func (p *InsightsScreen) pictures() []picture.Picture {
	return picture.All(p.in, p.env.Veil, p.env.Dates)
}

func (p *InsightsScreen) shown() picture.Picture { return p.pictures()[p.at] }

// spot is where the keys are in a picture.
func (p *InsightsScreen) spot(of picture.Picture) picture.Spot {
	if at, moved := p.spots[of.ID]; moved {
		return at
	}
	return of.Begin
}

// choose goes n pictures on, or back.
func (p *InsightsScreen) choose(n int, around bool) tea.Cmd {
	all := p.pictures()
	if p.at += n; around {
		p.at = (p.at + len(all)) % len(all)
	}
	p.at = max(0, min(p.at, len(all)-1))
	p.inside = p.inside && all[p.at].Drawn()
	p.drawn = widget.List{}
	return nil
}

// move goes to another part of the picture, or to another picture.
func (p *InsightsScreen) move(rows, cols int) tea.Cmd {
	if !p.inside {
		switch {
		case cols > 0:
			return p.enter()
		case cols < 0:
			return nil
		}
		return p.choose(rows, false)
	}
	pic := p.shown()
	p.spots[pic.ID] = pic.Move(p.spot(pic), rows, cols)
	return nil
}

// enter goes into the picture.
func (p *InsightsScreen) enter() tea.Cmd {
	p.inside = p.read && p.err == nil && p.shown().Drawn()
	return nil
}

func (p *InsightsScreen) leave() tea.Cmd {
	p.inside = false
	return nil
}

// steps are the periods up to today, each longer than the one before. A year of the calendar is none of
// them: it is chosen by its name.
func (p *InsightsScreen) steps() []journal.PeriodName {
	return []journal.PeriodName{journal.Period3Months, journal.Period12Months, journal.Period2Years, journal.Period5Years, journal.Period10Years, journal.PeriodAll}
}

// longer is the next longer period, and shorter the next shorter one; ok is false where there is none.
func (p *InsightsScreen) longer() (name journal.PeriodName, ok bool) {
	switch p.period {
	case journal.PeriodThisYear:
		return journal.Period12Months, true
	case journal.PeriodLastYear:
		return journal.Period2Years, true
	}
	steps := p.steps()
	at := slices.Index(steps, p.period) + 1
	if at >= len(steps) {
		return "", false
	}
	return steps[at], true
}

func (p *InsightsScreen) shorter() (name journal.PeriodName, ok bool) {
	if p.period == journal.PeriodThisYear || p.period == journal.PeriodLastYear {
		return journal.Period3Months, true
	}
	steps := p.steps()
	at := slices.Index(steps, p.period) - 1
	if at < 0 {
		return "", false
	}
	return steps[at], true
}

// turns are the two actions that look at a longer period, and at a shorter one.
func (p *InsightsScreen) turns() []Action {
	longer := Action{ID: "longer", Group: groupHere, Keys: []string{"]"}, Name: "longer", Help: "the next longer time", Foot: true}
	if name, ok := p.longer(); ok {
		longer.Run = func() tea.Cmd { return p.look(name) }
	} else {
		longer.Disabled = "This is all there is; there is no longer time."
	}
	shorter := Action{ID: "shorter", Group: groupHere, Keys: []string{"["}, Name: "shorter", Help: "the next shorter time"}
	if name, ok := p.shorter(); ok {
		shorter.Run = func() tea.Cmd { return p.look(name) }
	} else {
		shorter.Disabled = "Three months are the shortest time there is."
	}
	return []Action{longer, shorter}
}

// look looks at another period.
func (p *InsightsScreen) look(name journal.PeriodName) tea.Cmd {
	p.period, p.env.Period = name, name
	return p.Init()
}

// choosePeriod offers all periods, from the one that is looked at on.
func (p *InsightsScreen) choosePeriod() tea.Cmd {
	var all []Action
	for _, name := range journal.PeriodNames() {
		period := name.Period(p.env.Day(), journal.Date{})
		days := p.env.Dates.Days(period.Days)
		if name == journal.PeriodAll {
			days = "since the first thing you kept"
		}
		all = append(all, Action{ID: string(name), Name: p.env.Dates.Period(period), Help: days, Run: func() tea.Cmd { return p.look(name) }})
	}
	m := newMenu("Which time", all, func(a Action) tea.Cmd { return a.Run() }, nil)
	m.list.At = slices.Index(journal.PeriodNames(), p.period)
	return ask(m)
}

// open lists what the chosen part is made of.
func (p *InsightsScreen) open() tea.Cmd {
	at, in, id := p.spot(p.shown()), p.in, p.at
	return push(newPicked(p.env, p.shown().Part(at).Pick, func(veil journal.Veil) picture.Part {
		return picture.All(in, veil, p.env.Dates)[id].Part(at)
	}))
}

// Actions are what can be done on the page.
func (p *InsightsScreen) Actions() []Action {
	if !p.read || p.err != nil {
		return nil
	}
	pic := p.shown()
	var acts []Action
	if p.inside {
		none := ""
		if pic.Part(p.spot(pic)).N == 0 {
			none = "There is nothing here to open."
		}
		acts = append(acts,
			Action{ID: "open", Group: groupHere, Keys: []string{"enter"}, Name: "open", Help: "what this is made of", Foot: true, Disabled: none, Run: p.open},
			Action{ID: "all", Group: groupMove, Keys: []string{"esc"}, Name: "all pictures", Help: "back to the list of pictures", Foot: true, Run: p.leave})
	} else {
		none := ""
		if !pic.Drawn() {
			none = pic.Sentence + " " + pic.More
		}
		acts = append(acts, Action{ID: "look", Group: groupHere, Keys: []string{"enter"}, Name: "look", Help: "this picture, and what each part of it is made of", Foot: true, Disabled: none, Run: p.enter})
	}
	move := func(rows, cols int) func() tea.Cmd { return func() tea.Cmd { return p.move(rows, cols) } }
	acts = append(acts, Action{ID: "period", Group: groupHere, Keys: []string{"p"}, Name: "which time", Help: "three months, a year, ten, all there is", Foot: true, Run: p.choosePeriod})
	return append(append(acts, p.turns()...),
		Action{ID: "next", Group: groupMove, Keys: []string{"tab"}, Name: "next picture", Help: "the picture after this one", Foot: true, Run: func() tea.Cmd { return p.choose(1, true) }},
		Action{ID: "before", Group: groupMove, Keys: []string{"shift+tab"}, Name: "picture before", Help: "the picture before this one", Run: func() tea.Cmd { return p.choose(-1, true) }},
		Action{ID: "down", Group: groupMove, Keys: []string{"down", "j"}, Name: "down", Help: "the part below, or the next picture", Run: move(1, 0)},
		Action{ID: "up", Group: groupMove, Keys: []string{"up", "k"}, Name: "up", Help: "the part above, or the picture before", Run: move(-1, 0)},
		Action{ID: "right", Group: groupMove, Keys: []string{"right", "l"}, Name: "right", Help: "the part to the right, or into the picture", Run: move(0, 1)},
		Action{ID: "left", Group: groupMove, Keys: []string{"left", "h"}, Name: "left", Help: "the part to the left", Run: move(0, -1)},
		Action{ID: "first", Group: groupMove, Keys: []string{"home"}, Name: "first", Help: "the beginning", Run: move(-1<<20, -1<<20)},
		Action{ID: "last", Group: groupMove, Keys: []string{"end"}, Name: "last", Help: "the end", Run: p.end},
	)
}

// end goes to the last part, or to the last picture.
func (p *InsightsScreen) end() tea.Cmd {
	if !p.inside {
		return p.choose(1<<20, false)
	}
	return p.move(1<<20, 1<<20)
}
