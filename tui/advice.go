package tui

import (
	"context"
	"slices"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// advicePart is what was given and received in a relationship, newest first, with what became of it
// below each, and between them what came here from others.
type advicePart struct {
	env  *Env
	rel  journal.RelationshipSummary
	all  []journal.ExchangeView
	here []journal.Advice // that was passed on here, newest first
	more bool             // older ones are not read yet
	most atomic.Int64     // how many are read

	rows []adviceRow
	list widget.List
}

// adviceRow is one line: an exchange, a note on one, or advice that came here from another
// relationship. A note has the exchange it is on too.
type adviceRow struct {
	exchange *journal.ExchangeView
	note     *journal.Advice
	came     bool // the note is on something received elsewhere
}

// adviceRead is how many exchanges are read at first, and again where older ones are asked for.
const adviceRead = 200

func newAdvicePart(env *Env) *advicePart {
	p := &advicePart{env: env}
	p.most.Store(adviceRead)
	return p
}

func (p *advicePart) title() string { return "exchanges" }
func (p *advicePart) move(n int)    { p.list.Move(n) }

func (p *advicePart) count() int {
	if p.more {
		return 0
	}
	return len(p.all)
}

func (p *advicePart) read(ctx context.Context, st *store.Store, rel journal.RelationshipSummary) (take func(), err error) {
	all, next, err := st.Exchanges(ctx, store.ExchangeQuery{RelationshipID: rel.ID, Limit: int(p.most.Load())})
	if err != nil {
		return nil, err
	}
	here, err := st.AdviceTo(ctx, rel.ID)
	return func() {
		was := p.key(p.list.At)
		p.rel, p.all, p.here, p.more = rel, all, here, next != ""
		p.arrange()
		p.list.SetLen(len(p.rows))
		p.list.Follow(was, p.key)
	}, err
}

// arrange puts what came from others between the exchanges, by its day. What is older than all that
// was read so far waits until they are.
func (p *advicePart) arrange() {
	p.rows = p.rows[:0]
	here := p.here
	came := func(until journal.Date) {
		for len(here) > 0 && !here[0].On.Before(until) {
			p.rows = append(p.rows, adviceRow{note: &here[0], came: true})
			here = here[1:]
		}
	}
	for i := range p.all {
		e := &p.all[i]
		came(journal.DateOf(e.At))
		p.rows = append(p.rows, adviceRow{exchange: e})
		for j := range e.Advice {
			p.rows = append(p.rows, adviceRow{exchange: e, note: &e.Advice[j]})
		}
	}
	if !p.more {
		came(journal.Date{})
	}
}

// key is what makes a row the same one after it moved, "" for none.
func (p *advicePart) key(i int) string {
	if i >= len(p.rows) {
		return ""
	}
	if r := p.rows[i]; r.note != nil {
		return r.note.UID
	}
	return p.rows[i].exchange.UID
}

func (p *advicePart) chosen() (r adviceRow, ok bool) {
	if p.list.At >= len(p.rows) {
		return r, false
	}
	return p.rows[p.list.At], true
}

func (p *advicePart) actions() []Action {
	r, ok := p.chosen()
	noRow, noNote := "", "Choose a note on what became of it first."
	notGot := "Only what you received can be tried or passed on."
	switch {
	case !ok:
		noRow = "Nothing is here to choose yet."
	case r.note != nil:
		noNote = ""
	}
	if ok && !r.came && r.exchange.Direction == journal.Got {
		notGot = ""
	}
	onNote, onGot := noNote == "", notGot == "" && r.note == nil
	acts := []Action{
		{ID: "open", Group: groupHere, Keys: []string{"enter"}, Name: p.opens(r), Help: "the conversation it came from, or the relationship it went to", Foot: ok, Disabled: noRow, Run: func() tea.Cmd { return p.open(r) }},
		{ID: "tried", Group: groupHere, Writes: true, Keys: []string{"t"}, Name: "tried", Help: "you tried it: what came of it", Foot: onGot, Disabled: notGot, Run: func() tea.Cmd { return askTried(p.env, *r.exchange) }},
		{ID: "passed on", Group: groupHere, Writes: true, Keys: []string{"f"}, Name: "passed on", Help: "you passed it on to somebody else", Foot: onGot, Disabled: notGot, Run: func() tea.Cmd { return askPassedOn(p.env, p.rel, *r.exchange) }},
		{ID: "edit", Group: groupHere, Writes: true, Keys: []string{"e"}, Name: "edit", Help: "change the note on what became of it", Foot: onNote, Disabled: noNote, Run: func() tea.Cmd { return askEditAdvice(p.env, *r.note) }},
		{ID: "delete", Group: groupHere, Writes: true, Keys: []string{"D"}, Name: "delete", Help: "take the note away; what was received stays", Foot: onNote, Disabled: noNote, Run: func() tea.Cmd { return deleteAdvice(p.env, *r.note) }},
	}
	if p.more {
		acts = append(acts, Action{ID: "older", Group: groupMove, Keys: []string{"o"}, Name: "older", Help: "read older ones too", Foot: true, Run: func() tea.Cmd {
			p.most.Add(adviceRead)
			return send(changedMsg{})
		}})
	}
	return acts
}

// opens names what the enter key does on a row.
func (p *advicePart) opens(r adviceRow) string {
	switch {
	case r.note != nil && r.came:
		return "go to " + wording.FirstName(r.note.FromName)
	case r.note != nil && r.note.ToID != 0:
		return "go to " + wording.FirstName(r.note.ToName)
	}
	return "read"
}

func (p *advicePart) open(r adviceRow) tea.Cmd {
	switch {
	case r.came:
		return goToRelationship(p.env, r.note.FromName, r.note.FromUID)
	case r.note != nil && r.note.ToID != 0:
		return push(NewRelationship(p.env, r.note.ToID))
	case r.exchange.SessionID != 0:
		return push(NewSession(p.env, r.exchange.SessionID))
	}
	return say("It came from an answer of yours; r lists those.")
}

// goToRelationship opens a relationship that is known by its uid and its person's name.
func goToRelationship(env *Env, name, uid string) tea.Cmd {
	return func() tea.Msg {
		id, err := relationshipOf(env.Ctx, env.Store, name, uid)
		if err != nil {
			return failed(err)
		}
		return pushMsg{NewRelationship(env, id)}
	}
}

// namesakes is among how many people of a name a relationship is looked for.
const namesakes = 50

func relationshipOf(ctx context.Context, st *store.Store, name, uid string) (int64, error) {
	people, err := st.MatchNames(ctx, name, namesakes)
	if err != nil {
		return 0, err
	}
	for _, m := range people {
		person, err := st.Person(ctx, m.ID)
		if err != nil {
			return 0, err
		}
		i := slices.IndexFunc(person.Relationships, func(r journal.RelationshipSummary) bool { return r.UID == uid })
		if i >= 0 {
			return person.Relationships[i].ID, nil
		}
	}
	return 0, journal.Errorf(journal.CodeNotFound, "The relationship it came from is not here any more.")
}
