package tui

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/widget"
)

// ActionsScreen is what everyone said they would do.
type ActionsScreen struct {
	env     *Env
	seq     int
	read    bool
	reading bool // more is on its way
	anew    bool // another list is on its way: the cursor goes to its beginning
	err     error

	view   actionView
	closed bool
	filter filterLine

	rows   []journal.ActionView
	next   store.Cursor
	with   []journal.NameMatch // whose names fit the filter: the first is shown
	turned int                 // how many names further than the first
	list   sectioned
}

// actionView is whose actions are shown, or which.
type actionView int

const (
	viewAll actionView = iota
	viewMine
	viewTheirs
	viewOverdue
	viewCount
)

// actionsPage is what one read found.
type actionsPage struct {
	rows []journal.ActionView
	next store.Cursor
	with []journal.NameMatch
	more bool
}

// namesOffered is how many people a filter that fits several can be turned through.
const namesOffered = 9

// NewActions makes the page.
func NewActions(env *Env) *ActionsScreen {
	return &ActionsScreen{env: env, filter: filterLine{in: newLine("part of a name")}}
}

// ID is the page's name for answers.
func (p *ActionsScreen) ID() string { return "actions" }

// Init reads again as much as was there.
func (p *ActionsScreen) Init() tea.Cmd {
	p.seq++
	p.reading = false
	limit := max(rowsRead, len(p.rows))
	if p.anew {
		limit = rowsRead
	}
	return p.load(p.query(limit), false)
}

func (p *ActionsScreen) query(limit int) store.ActionQuery {
	q := store.ActionQuery{Closed: p.closed, Limit: limit}
	switch p.view {
	case viewMine:
		q.Owner = journal.OwnerMe
	case viewTheirs:
		q.Owner = journal.OwnerThem
	case viewOverdue:
		q.OverdueOn = p.env.Day()
	}
	return q
}

// load reads a page of q, for the person the filter means where it says a name.
func (p *ActionsScreen) load(q store.ActionQuery, more bool) tea.Cmd {
	st, part, turned := p.env.Store, p.filter.part(), p.turned
	return load(p.env, p.ID(), p.seq, func(ctx context.Context) (g actionsPage, err error) {
		g.more = more
		if part != "" {
			if g.with, err = st.MatchNames(ctx, part, namesOffered); err != nil || len(g.with) == 0 {
				return g, err
			}
			q.PersonID = g.with[turned%len(g.with)].ID
		}
		g.rows, g.next, err = st.Actions(ctx, q)
		return g, err
	})
}

func (p *ActionsScreen) more() tea.Cmd {
	if p.next == "" || p.reading || p.anew || !p.list.NearEnd() {
		return nil
	}
	p.reading = true
	q := p.query(rowsRead)
	q.After = p.next
	return p.load(q, true)
}

// Update takes in what was read.
func (p *ActionsScreen) Update(msg tea.Msg) tea.Cmd {
	m, ok := msg.(loaded[actionsPage])
	if !ok || m.seq != p.seq {
		return nil
	}
	p.read, p.reading, p.err = true, false, m.err
	if m.err != nil {
		return nil
	}
	var was int64
	if a := p.chosen(); a != nil && !p.anew {
		was = a.ID
	}
	if p.anew {
		p.anew, p.list.At = false, 0
	}
	p.with, p.next = m.value.with, m.value.next
	if m.value.more {
		p.rows = append(p.rows, m.value.rows...)
	} else {
		p.rows = m.value.rows
	}
	p.arrange()
	// A row that is closed now has left the list: the cursor stays, on what comes next.
	if i := slices.IndexFunc(p.rows, func(a journal.ActionView) bool { return a.ID == was }); i >= 0 {
		p.list.At = i
	}
	return nil
}

// arrange puts the headings over the open ones, which come in the order of their days.
func (p *ActionsScreen) arrange() {
	p.list.heads = nil
	p.list.SetLen(len(p.rows))
	if p.closed {
		return
	}
	today, last := p.env.Day(), -1
	for i, a := range p.rows {
		if g := dueGroup(a.Due, today); g != last {
			p.list.heads = append(p.list.heads, section{i, dueTitle(g)})
			last = g
		}
	}
}

// dueGroup is the section of an open action.
func dueGroup(due, today journal.Date) int {
	switch {
	case due.IsZero():
		return 3
	case due.Before(today):
		return 0
	case due.Before(today.AddDays(7)):
		return 1
	}
	return 2
}

func dueTitle(g int) string { return [...]string{"OVERDUE", "THIS WEEK", "LATER", "NO DAY"}[g] }

func (p *ActionsScreen) chosen() *journal.ActionView { return rowAt(p.list.At, p.rows, nil) }

func (p *ActionsScreen) move(n int) tea.Cmd {
	p.list.Move(n)
	return p.more()
}

func (p *ActionsScreen) filterLine() *filterLine { return &p.filter }

func (p *ActionsScreen) refilter() tea.Cmd {
	p.turned = 0
	return p.start()
}

// start reads another list, from its beginning. What was there stays in sight until it comes.
func (p *ActionsScreen) start() tea.Cmd {
	p.anew = true
	return p.Init()
}

// views is how many views there are: closed actions are never overdue.
func (p *ActionsScreen) views() actionView {
	if p.closed {
		return viewOverdue
	}
	return viewCount
}

func (p *ActionsScreen) turn(n actionView) func() tea.Cmd {
	return func() tea.Cmd {
		p.view = (p.view + n + p.views()) % p.views()
		return p.start()
	}
}

func (p *ActionsScreen) toggle() tea.Cmd {
	p.closed = !p.closed
	p.view = min(p.view, p.views()-1)
	return p.start()
}

// Actions are what can be done with the chosen one, and which are shown.
func (p *ActionsScreen) Actions() []Action {
	a := p.chosen()
	why := noAction
	var rel int64
	if a != nil {
		why, rel = "", a.RelationshipID
		if rel == 0 {
			why = "It belongs to no relationship."
		}
	}
	open := Action{ID: "open", Group: groupHere, Keys: []string{"enter"}, Name: "person", Help: "everything between you two", Foot: true, Disabled: why, Run: func() tea.Cmd { return push(NewRelationship(p.env, rel)) }}
	if a != nil && a.ReflectionID != 0 {
		from := a.ReflectionID
		open.Name, open.Help, open.Disabled, open.Run = "read", "your answer it came from", "", func() tea.Cmd { return push(NewReflection(p.env, from)) }
	}
	if a != nil && a.ReviewID != 0 {
		from := a.ReviewID
		open.Name, open.Help, open.Disabled, open.Run = "read", "the review it came from", "", func() tea.Cmd { return push(NewHeldReview(p.env, from)) }
	}
	toggle := "closed ones"
	if p.closed {
		toggle = "open ones"
	}
	acts := append(actionActions(p.env, a, journal.Date{}),
		open,
		Action{ID: "view", Group: groupMove, Keys: []string{"tab", "right", "l"}, Name: "whose", Help: "all, mine, theirs, overdue", Foot: true, Run: p.turn(1)},
		Action{ID: "back view", Group: groupMove, Keys: []string{"shift+tab", "left", "h"}, Name: "whose, back", Help: "the other way round", Run: p.turn(-1)},
		Action{ID: "closed", Group: groupMove, Keys: []string{"t"}, Name: toggle, Help: "open ones, or those done and dropped, with how they went", Foot: true, Run: p.toggle},
		Action{ID: "filter", Group: groupMove, Keys: []string{"f"}, Name: "find", Help: "only those with one person", Foot: true, Run: func() tea.Cmd { return narrow(p) }},
	)
	if p.filter.part() != "" {
		acts = append(acts, Action{ID: "everyone", Group: groupMove, Keys: []string{"esc"}, Name: "everyone", Help: "those with everyone again", Foot: true, Run: func() tea.Cmd { return clearFilter(p) }})
	}
	if len(p.with) > 1 {
		acts = append(acts, Action{ID: "next name", Group: groupMove, Keys: []string{"w"}, Name: "next name", Help: "the next person whose name fits too", Foot: true, Run: func() tea.Cmd {
			p.turned = (p.turned + 1) % len(p.with)
			return p.start()
		}})
	}
	return append(acts, listMoves(p.move)...)
}

// Render draws the page.
func (p *ActionsScreen) Render(w, h int) (string, *tea.Cursor) {
	th := p.env.Theme
	filter, typing := p.filter.row(w, th)
	if typing != nil {
		typing.Y = 1
	}
	rows := []string{p.head(w), filter}
	if with := p.who(); with != "" && h > 6 {
		rows = append(rows, "    "+th.Faint.Render(widget.Cut(with, w-5)), "")
	}
	switch {
	case p.err != nil:
		rows = append(rows, indent(th.Error, journal.ErrorMessage(p.err), w))
	case p.read && len(p.rows) == 0:
		rows = append(rows, indent(th.Faint, p.empty(), w))
	}
	room := h - len(rows)
	whole := room >= wholeFrom+wholeRows
	if whole {
		room -= wholeRows
	}
	names := calledIn(p.rows)
	list, cur := p.list.render(room, th, w, func(i int, chosen bool) string {
		row := actionRow(p.rows[i], p.env, names.name(p.env.Veil, p.rows[i].PersonName), chosen, w-1)
		return p.env.spots.row(row, chosen, func() tea.Cmd { return p.move(i - p.list.At) })
	})
	if whole {
		list = wholeAction(list, p.chosen(), p.env, w, room+wholeRows)
	}
	below := len(rows)
	rows = append(rows, list...)
	if typing != nil {
		return strings.Join(rows, "\n"), typing
	}
	return strings.Join(rows, "\n"), rowCursor(cur, below)
}

func (p *ActionsScreen) head(w int) string {
	names := []string{"all", "mine", "theirs", "overdue"}[:p.views()]
	title := "Open actions"
	if p.closed {
		title = "Closed actions"
	}
	if w < 52 {
		title, _, _ = strings.Cut(title, " ")
	}
	return "  " + p.env.Theme.Strong.Render(title) + "  " + tabsRow(names, int(p.view), p.env.Theme, p.env.spots, func(i int) tea.Cmd { return p.turn(actionView(i) - p.view)() })
}

// who says which person the filter means, and that its letters fit others too.
func (p *ActionsScreen) who() string {
	if p.filter.part() == "" || len(p.with) == 0 {
		return ""
	}
	out := "with " + p.with[p.turned%len(p.with)].Name
	how := p.env.key("next name", "w") + " goes on"
	if p.filter.on {
		how = "type more, or enter and " + p.env.key("next name", "w")
	}
	switch n := len(p.with) - 1; {
	case n == namesOffered-1:
		out += " · several more names fit: " + how
	case n == 1:
		out += " · one more name fits: " + how
	case n > 1:
		out += fmt.Sprintf(" · %d more names fit: %s", n, how)
	}
	return out
}

// empty is what stands where there are no rows.
func (p *ActionsScreen) empty() string {
	switch {
	case p.filter.part() != "" && len(p.with) == 0:
		return "Nobody here has that in their name. Fewer letters find more; esc shows everyone. The words of actions are found with " + p.env.key("search", "/") + " and is:action."
	case p.closed:
		return "Nothing done or dropped here yet. " + p.env.key("done", "x") + " on an open action asks how it went and puts it here; " + p.env.key("closed", "t") + " shows the open ones."
	case p.view == viewOverdue:
		return "Nothing is overdue."
	case p.view == viewMine:
		return "Nothing is waiting for you."
	case p.view == viewTheirs:
		return "Nobody else has anything open."
	}
	return "Nothing is open. A line “- [ ] send the list fri” in a note becomes an action, and so does " + p.env.key("add", "+") + " on a person's page."
}
