package tui

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// sidePanelFrom is the width from which a page has a panel at its side, in cells.
const sidePanelFrom = 110

// peopleRead is how many people are read at once: more than most lives hold, so that those with
// whom something goes on now can come first, and still read within a few milliseconds.
const peopleRead = 400

// PeopleScreen is everyone, one row for each relationship.
type PeopleScreen struct {
	env     *Env
	seq     int
	read    bool
	reading bool // more is on its way
	anew    bool // another list is on its way: the cursor goes to its beginning
	err     error

	all    []journal.PersonSummary
	next   store.Cursor
	rows   []personRow
	list   sectioned
	filter filterLine
	load   journal.Load // of this month, or of the last one
	want   personRow    // the row the cursor goes to once it is there
}

// personRow is a row of the list; relationship is 0 for a person who has none. The rest of it is
// where to find them among those read.
type personRow struct {
	person, relationship int64
	i, j                 int
}

func (r personRow) same(o personRow) bool {
	return r.person == o.person && r.relationship == o.relationship
}

// peoplePage is what one read found.
type peoplePage struct {
	people []journal.PersonSummary
	next   store.Cursor
	load   journal.Load
	more   bool // it goes below what was there
}

// NewPeople makes the page.
func NewPeople(env *Env) *PeopleScreen {
	return &PeopleScreen{env: env, filter: filterLine{in: newLine("any part of a name")}}
}

// ID is the page's name for answers.
func (p *PeopleScreen) ID() string { return "people" }

// Init reads again as much as was there.
func (p *PeopleScreen) Init() tea.Cmd {
	p.seq++
	p.reading = false
	q := store.PeopleQuery{Part: p.filter.part(), Limit: max(peopleRead, len(p.all))}
	if p.anew {
		q.Limit = peopleRead
	}
	now := p.env.Now()
	return load(p.env, p.ID(), p.seq, func(ctx context.Context) (peoplePage, error) {
		people, next, err := p.env.Store.People(ctx, q)
		if err != nil {
			return peoplePage{}, err
		}
		sum, err := monthLoad(ctx, p.env.Store, now)
		return peoplePage{people: people, next: next, load: sum}, err
	})
}

func (p *PeopleScreen) more() tea.Cmd {
	if p.next == "" || p.reading || p.anew || !p.list.NearEnd() {
		return nil
	}
	p.reading = true
	q := store.PeopleQuery{Part: p.filter.part(), After: p.next, Limit: peopleRead}
	return load(p.env, p.ID(), p.seq, func(ctx context.Context) (peoplePage, error) {
		people, next, err := p.env.Store.People(ctx, q)
		return peoplePage{people: people, next: next, more: true}, err
	})
}

// Update takes in what was read.
func (p *PeopleScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loaded[peoplePage]:
		if msg.seq != p.seq {
			return nil
		}
		p.read, p.reading, p.err = true, false, msg.err
		if msg.err != nil {
			return nil
		}
		p.next = msg.value.next
		if msg.value.more {
			p.all = append(p.all, msg.value.people...)
		} else {
			p.all, p.load = msg.value.people, msg.value.load
		}
		p.arrange()
	case loaded[personAdded]:
		p.want = personRow{person: msg.value.person, relationship: msg.value.relationship}
		p.filter.in.SetValue("")
		return p.refilter()
	}
	return nil
}

// arrange makes the rows of the people read, and keeps the cursor on the row it was on. Where
// everyone is read, what goes on now comes first; a longer list stays in the order of its names,
// or rows would move while one reads on.
func (p *PeopleScreen) arrange() {
	was, hadWas := p.chosen()
	if p.anew {
		hadWas, p.anew, p.list.At = false, false, 0
	}
	p.rows, p.list.heads = p.rows[:0], nil
	for i, s := range p.all {
		if len(s.Relationships) == 0 {
			p.rows = append(p.rows, personRow{person: s.ID, i: i, j: -1})
		}
		for j, r := range s.Relationships {
			p.rows = append(p.rows, personRow{person: s.ID, relationship: r.ID, i: i, j: j})
		}
	}
	if p.next == "" && len(p.all) <= peopleRead {
		slices.SortStableFunc(p.rows, func(a, b personRow) int { return p.group(a) - p.group(b) })
		for i, r := range p.rows {
			if i == 0 || p.group(r) != p.group(p.rows[i-1]) {
				p.list.heads = append(p.list.heads, section{i, groupTitle(p.group(r))})
			}
		}
	}
	p.list.SetLen(len(p.rows))
	if p.want.person != 0 {
		was, hadWas = p.want, true
	}
	if !hadWas {
		return
	}
	if i := slices.IndexFunc(p.rows, was.same); i >= 0 {
		p.list.At = i
		p.want = personRow{}
	} else if i := slices.IndexFunc(p.rows, func(r personRow) bool { return r.person == was.person }); i >= 0 {
		p.list.At = i
	}
}

// group is the section a row belongs to.
func (p *PeopleScreen) group(r personRow) int {
	rel := p.relationship(r)
	switch {
	case rel == nil:
		return 2
	case rel.State == journal.StatePaused:
		return 1
	case !rel.State.Open():
		return 3
	}
	return 0
}

func groupTitle(group int) string {
	return [...]string{"NOW", "PAUSED", "NO RELATIONSHIP YET", "ENDED"}[group]
}

func (p *PeopleScreen) relationship(r personRow) *journal.RelationshipSummary {
	if r.j < 0 {
		return nil
	}
	return &p.all[r.i].Relationships[r.j]
}

func (p *PeopleScreen) chosen() (personRow, bool) {
	if p.list.At < 0 || p.list.At >= len(p.rows) {
		return personRow{}, false
	}
	return p.rows[p.list.At], true
}

func (p *PeopleScreen) move(n int) tea.Cmd {
	p.list.Move(n)
	return p.more()
}

func (p *PeopleScreen) filterLine() *filterLine { return &p.filter }

func (p *PeopleScreen) refilter() tea.Cmd {
	p.anew = true
	return p.Init()
}

// Actions are what can be done with the chosen row.
func (p *PeopleScreen) Actions() []Action {
	row, ok := p.chosen()
	nobody, noRole := "", ""
	var rel *journal.RelationshipSummary
	var person journal.PersonSummary
	if !ok {
		nobody, noRole = "Nobody is here to choose; "+p.env.key("add", "+")+" adds someone.", "Nobody is here to choose; "+p.env.key("add", "+")+" adds someone."
	} else {
		person, rel = p.all[row.i], p.relationship(row)
		if rel == nil {
			noRole = "Say first which way it goes between you: " + p.env.key("role", "N") + " does."
		}
	}
	open := func() tea.Cmd {
		if rel == nil {
			return askNewRelationship(p.env, person, addedTo(person))
		}
		return push(NewRelationship(p.env, rel.ID))
	}
	acts := []Action{
		{ID: "open", Group: groupHere, Keys: []string{"enter"}, Name: "open", Help: "everything between you two", Foot: true, Disabled: nobody, Run: open},
		{ID: "note", Group: groupHere, Writes: true, Keys: []string{"n"}, Name: "note", Help: "write about a conversation with them", Foot: true, Disabled: noRole, Run: func() tea.Cmd { return push(NewWrite(p.env, WriteStart{RelationshipID: rel.ID})) }},
		{ID: "prepare", Group: groupHere, Keys: []string{"p"}, Name: "prepare", Help: "one page to read before the next conversation", Foot: true, Disabled: noRole, Run: func() tea.Cmd { return push(NewPrepare(p.env, rel.ID)) }},
		{ID: "add", Group: groupHere, Writes: true, Keys: []string{"+", "i"}, Name: "add someone", Help: "add someone you mentor, or who mentors you", Foot: true, Run: func() tea.Cmd { return addPerson(p.env) }},
		{ID: "filter", Group: groupHere, Keys: []string{"f"}, Name: "find", Help: "only those with these letters in their name", Foot: true, Run: func() tea.Cmd { return narrow(p) }},
		{ID: "edit", Group: groupHere, Writes: true, Keys: []string{"e"}, Name: "edit", Help: "their name, what you share, where to find them", Disabled: nobody, Run: func() tea.Cmd { return askEditPerson(p.env, person.Person) }},
		{ID: "role", Group: groupHere, Writes: true, Keys: []string{"N"}, Name: "another role", Help: "another relationship with the same person", Disabled: nobody, Run: func() tea.Cmd { return askNewRelationship(p.env, person, addedTo(person)) }},
		{ID: "delete", Group: groupHere, Writes: true, Keys: []string{"D"}, Name: "delete", Help: "take them out of the journal, with all that is theirs", Disabled: nobody, Run: func() tea.Cmd { return askDeletePerson(p.env, person.Person) }},
	}
	acts = append(acts, versionsAction(p.env, person.Name, nobody, journal.Texts(person.ID, journal.PersonTexts()...)...))
	if p.load.Sessions > 0 {
		acts = append(acts, loadAction(p.env, "m"))
	}
	if p.filter.part() != "" {
		acts = append(acts, Action{ID: "everyone", Group: groupMove, Keys: []string{"esc"}, Name: "everyone", Help: "show everyone again", Foot: true, Run: func() tea.Cmd { return clearFilter(p) }})
	}
	return append(acts, listMoves(p.move)...)
}

// Render draws the page.
func (p *PeopleScreen) Render(w, h int) (string, *tea.Cursor) {
	th := p.env.Theme
	filter, typing := p.filter.row(w, th)
	if typing != nil {
		typing.Y = 1
	} else if p.filter.part() == "" && p.read && p.err == nil {
		filter = loadRow(p.load, th, w)
	}
	rows := []string{"  " + th.Strong.Render("People") + "   " + th.Faint.Render(widget.Cut(p.count(), w-12)), filter}
	listWidth := w
	var side []string
	if row, ok := p.chosen(); ok && w >= sidePanelFrom {
		listWidth = w * 2 / 3
		side = aboutRows(p.env, veiledPerson(p.env.Veil, p.all[row.i]), veiledRelationship(p.env.Veil, p.relationship(row)), w-listWidth-4, 5, journal.Search{})
	}
	switch {
	case p.err != nil:
		rows = append(rows, indent(th.Error, journal.ErrorMessage(p.err), w))
	case p.read && len(p.rows) == 0 && p.filter.part() != "":
		rows = append(rows, indent(th.Faint, "Nobody here has that in their name. Fewer letters find more; esc shows everyone.", w))
	case p.read && len(p.rows) == 0:
		rows = append(rows, indent(th.Faint, "Nobody here yet. "+p.env.key("add", "+")+" adds someone.", w))
	}
	now := p.env.Now()
	list, cur := p.list.render(h-2, th, listWidth, func(i int, chosen bool) string {
		return p.env.spots.row(p.row(p.rows[i], now, chosen, listWidth-1), chosen, func() tea.Cmd { return p.move(i - p.list.At) })
	})
	if side != nil {
		list = widget.Columns(list, side[:min(len(side), h-2)], listWidth, th.Rule.Render("│")+" ")
	}
	rows = append(rows, list...)
	if typing != nil {
		return strings.Join(rows, "\n"), typing
	}
	return strings.Join(rows, "\n"), rowCursor(cur, 2)
}

func (p *PeopleScreen) count() string {
	n, more := len(p.all), ""
	if p.next != "" {
		more = " so far, by name"
	}
	switch {
	case !p.read || p.err != nil || n == 0:
		return ""
	case n == 1:
		return "one person" + more
	}
	return fmt.Sprintf("%d people%s", n, more)
}

// stateSign is the sign of where a relationship stands; the state's word stands on the row too,
// unless it is the usual one.
func stateSign(s journal.State) string {
	switch s {
	case journal.StateActive:
		return "●"
	case journal.StateTrial:
		return "◐"
	case journal.StateConsidering, journal.StateAsked:
		return "○"
	case journal.StatePaused:
		return "="
	}
	return "–"
}

// row is one person in one role: what has a known width first, the person's own words last.
func (p *PeopleScreen) row(r personRow, now time.Time, chosen bool, w int) string {
	th, rel, name := p.env.Theme, p.relationship(r), p.env.Veil.Name(p.all[r.i].Name)
	style := th.Text
	switch {
	case chosen:
		style = th.Selected
	case rel != nil && !rel.State.Open():
		style = th.Faint
	}
	sign, role, talked, open, tail := "·", "", "", "", ""
	if rel != nil {
		sign, role, talked, open = stateSign(rel.State), rel.Role.Phrase(), wording.Ago(rel.LastSession, now), wording.OpenCount(rel.OpenMine, rel.OpenTheirs)
		if rel.State != journal.StateActive {
			tail = " · " + string(rel.State)
		}
		tail += purposeTail(p.env.Veil.Words(rel.Purpose))
	}
	head, used := widget.Pad(role, 11), 15
	if w >= 50 {
		head, used = head+widget.Pad(talked, 14), used+14
	}
	if w >= 70 {
		head, used = head+widget.Pad(open, 19)+" ", used+20
	}
	room := w - used
	return chosenMark(chosen) + style.Render(sign+" ") + th.Faint.Render(head) + style.Render(widget.Cut(name, room)) + th.Faint.Render(widget.Cut(tail, room-ansi.StringWidth(widget.Cut(name, room))))
}
