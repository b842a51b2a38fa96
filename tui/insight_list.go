package tui

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/picture"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// PickedScreen lists what a part of a picture is made of. Each row opens further.
type PickedScreen struct {
	env     *Env
	pick    journal.Pick
	part    func(journal.Veil) picture.Part // what is listed, with names as they may be seen
	seq     int
	read    bool
	reading bool // more is on its way
	err     error

	rows []pickedRow
	next store.Cursor
	list sectioned
}

// pickedRow is one row of the list: one of these is there.
type pickedRow struct {
	session      *journal.SessionView
	action       *journal.ActionView
	exchange     *journal.PickedExchange
	relationship *journal.RelationshipSummary
}

// key is the same for the same thing in another read.
func (r pickedRow) key() string {
	switch {
	case r.session != nil:
		return r.session.UID
	case r.action != nil:
		return r.action.UID
	case r.exchange != nil:
		return r.exchange.UID
	case r.relationship != nil:
		return r.relationship.UID
	}
	return ""
}

// pickedPage is what one read found.
type pickedPage struct {
	rows []pickedRow
	next store.Cursor
	more bool // it goes below what was there
}

func newPicked(env *Env, pick journal.Pick, part func(journal.Veil) picture.Part) *PickedScreen {
	return &PickedScreen{env: env, pick: pick, part: part}
}

// ID is the page's name for answers.
func (p *PickedScreen) ID() string { return fmt.Sprintf("insights: %+v", p.pick) }

// Init reads again as much as was there.
func (p *PickedScreen) Init() tea.Cmd {
	p.seq++
	p.reading = false
	return p.load("", max(rowsRead, len(p.rows)))
}

func (p *PickedScreen) load(after store.Cursor, limit int) tea.Cmd {
	st, pick := p.env.Store, p.pick
	return load(p.env, p.ID(), p.seq, func(ctx context.Context) (pickedPage, error) {
		g, err := readPicked(ctx, st, pick, after, limit)
		g.more = after != ""
		return g, err
	})
}

func readPicked(ctx context.Context, st *store.Store, pick journal.Pick, after store.Cursor, limit int) (g pickedPage, err error) {
	switch pick.Of {
	case journal.PickSessions:
		var all []journal.SessionView
		all, g.next, err = st.PickedSessions(ctx, pick, after, limit)
		for i := range all {
			g.rows = append(g.rows, pickedRow{session: &all[i]})
		}
	case journal.PickActions:
		var all []journal.ActionView
		all, g.next, err = st.PickedActions(ctx, pick, after, limit)
		for i := range all {
			g.rows = append(g.rows, pickedRow{action: &all[i]})
		}
	case journal.PickExchanges:
		var all []journal.PickedExchange
		all, g.next, err = st.PickedExchanges(ctx, pick, after, limit)
		for i := range all {
			g.rows = append(g.rows, pickedRow{exchange: &all[i]})
		}
	case journal.PickRelationships:
		var all []journal.RelationshipSummary
		all, err = st.PickedRelationships(ctx, pick)
		for i := range all {
			g.rows = append(g.rows, pickedRow{relationship: &all[i]})
		}
	}
	return g, err
}

// Update takes in what was read.
func (p *PickedScreen) Update(msg tea.Msg) tea.Cmd {
	m, ok := msg.(loaded[pickedPage])
	if !ok || m.seq != p.seq {
		return nil
	}
	p.read, p.reading, p.err = true, false, m.err
	if m.err != nil {
		return nil
	}
	was := ""
	if p.list.At < len(p.rows) {
		was = p.rows[p.list.At].key()
	}
	if p.next = m.value.next; m.value.more {
		p.rows = append(p.rows, m.value.rows...)
	} else {
		p.rows = m.value.rows
	}
	p.list.SetLen(len(p.rows))
	p.list.Follow(was, func(i int) string { return p.rows[i].key() })
	return nil
}

func (p *PickedScreen) move(n int) tea.Cmd {
	p.list.Move(n)
	if p.next == "" || p.reading || !p.list.NearEnd() {
		return nil
	}
	p.reading = true
	return p.load(p.next, rowsRead)
}

// opened is the page a row opens, nil where it has none.
func (p *PickedScreen) opened(r pickedRow) Screen {
	from := func(session, reflection, review, relationship int64) Screen {
		switch {
		case session != 0:
			return NewSession(p.env, session)
		case reflection != 0:
			return NewReflection(p.env, reflection)
		case review != 0:
			return NewHeldReview(p.env, review)
		case relationship != 0:
			return NewRelationship(p.env, relationship)
		}
		return nil
	}
	switch {
	case r.session != nil:
		return NewSession(p.env, r.session.ID)
	case r.action != nil:
		return from(r.action.SessionID, r.action.ReflectionID, r.action.ReviewID, r.action.RelationshipID)
	case r.exchange != nil:
		return from(r.exchange.SessionID, r.exchange.ReflectionID, r.exchange.ReviewID, 0)
	case r.relationship != nil:
		return NewRelationship(p.env, r.relationship.ID)
	}
	return nil
}

// Actions are what can be done with the chosen row.
func (p *PickedScreen) Actions() []Action {
	none, help := "There is nothing here to open.", "read it where it came from"
	var page Screen
	if p.list.At < len(p.rows) {
		if page = p.opened(p.rows[p.list.At]); page != nil {
			none = ""
		} else {
			none = "It was added by hand and belongs to nobody; there is nothing to read beside it."
		}
	}
	return append([]Action{
		{ID: "open", Group: groupHere, Keys: []string{"enter"}, Name: "open", Help: help, Foot: true, Disabled: none, Run: func() tea.Cmd { return push(page) }},
	}, listMoves(p.move)...)
}

// Render draws the page.
func (p *PickedScreen) Render(w, h int) (string, *tea.Cursor) {
	th := p.env.Theme
	rows := []string{"  " + th.Strong.Render("Insights")}
	for _, row := range widget.Wrap(capitalWord(p.part(p.env.Veil).Says), min(w-4, 84), 2) {
		rows = append(rows, "  "+th.Faint.Render(row))
	}
	rows = append(rows, "")
	switch {
	case p.err != nil:
		return strings.Join(append(rows, indent(th.Error, journal.ErrorMessage(p.err), w)), "\n"), nil
	case !p.read:
		return strings.Join(rows, "\n"), nil
	case len(p.rows) == 0:
		return strings.Join(append(rows, indent(th.Faint, "Nothing of this is here any more. esc goes back to the picture.", w)), "\n"), nil
	}
	list, cur := p.list.render(h-len(rows), th, w, func(i int, chosen bool) string {
		head, words := p.row(p.rows[i], w)
		style := th.Text
		if chosen {
			style = th.Selected
		}
		head = widget.Cut(head, w-4)
		row := chosenMark(chosen) + th.Faint.Render(head) + style.Render(widget.Cut(words, w-3-len([]rune(head))))
		return p.env.spots.row(row, chosen, func() tea.Cmd { return p.move(i - p.list.At) })
	})
	below := rowCursor(cur, len(rows))
	return strings.Join(append(rows, list...), "\n"), below
}

// longRow is the width from which a row has room for how long a conversation was, in cells.
const longRow = 72

// row is a row of w cells in two: what has a known width, and a person's words.
func (p *PickedScreen) row(r pickedRow, w int) (head, words string) {
	const dayWide, roleWide, minutesWide, stateWide, agoWide = 16, 12, 9, 13, 15
	veil, today := p.env.Veil, p.env.Day()
	named := func(name, words string) string {
		if name = veil.Name(name); name == "" {
			return veil.Words(words)
		}
		return name + ": " + strings.Join(strings.Fields(veil.Words(words)), " ")
	}
	switch {
	case r.session != nil:
		s := r.session
		head := widget.Pad(p.env.Dates.Long(journal.DateOf(s.At), today), dayWide) + widget.Pad(s.Role.Phrase(), roleWide)
		if w >= longRow {
			minutes := ""
			if s.Minutes > 0 {
				minutes = fmt.Sprintf("%d min", s.Minutes)
			}
			head += widget.Pad(minutes, minutesWide)
		}
		return head, named(s.PersonName, narrative(veil.Words(s.Note)))
	case r.action != nil:
		a := r.action
		state := string(a.State)
		if a.State == journal.ActionDone {
			state = "kept"
		}
		text := a.Text
		if a.Outcome != "" {
			text += " → " + a.Outcome
		}
		if carried := wording.Carried(a.Carried); carried != "" {
			text += " (" + carried + ")"
		}
		return wording.ActionSign(a.Action, today) + " " + widget.Pad(p.env.Dates.Long(journal.DateOf(a.CreatedAt), today), dayWide) + widget.Pad(state, minutesWide), named(a.PersonName, text)
	case r.exchange != nil:
		e := r.exchange
		return widget.Pad(directionWord(e.Direction), roleWide) + widget.Pad(p.env.Dates.Long(journal.DateOf(e.At), today), dayWide), named(e.PersonName, e.Text)
	}
	rel := r.relationship
	return widget.Pad(rel.Role.Phrase(), roleWide) + widget.Pad(string(rel.State), stateWide) + widget.Pad(wording.Ago(rel.LastSession, p.env.Now()), agoWide), named(rel.PersonName, rel.Purpose)
}
