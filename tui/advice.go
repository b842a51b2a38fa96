package tui

import (
	"context"
	"slices"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/wording"
)

// advicePart is what was given and received in a relationship, newest first, with what became of it
// below each, and between them what came here from others. Below all stands what became of advice
// that is no longer listed, since the conversation or the answer it came from was deleted. It is read
// only while it is shown.
type advicePart struct {
	env   *Env
	rel   journal.RelationshipSummary
	there bool // it was read
	n     int  // how many exchanges there are in all
	all   paged[journal.ExchangeView]
	had   atomic.Int64     // how many of them are read, for reading as many again
	here  []journal.Advice // that was passed on here, newest first
	left  []journal.Advice // from conversations that were deleted, newest first

	want string // the uid of a note the cursor goes to once it is there
	rows []adviceRow
	list sectioned
}

// adviceRow is one line: an exchange, a note on one, or a note alone: on what came here from another
// relationship, or on what was received in a conversation that was deleted. A note on an exchange has
// that too.
type adviceRow struct {
	exchange *journal.ExchangeView
	note     *journal.Advice
	came     bool // the note is on something received elsewhere
}

// left reports whether all that is left of what was received is the note.
func (r adviceRow) left() bool { return r.note != nil && r.exchange == nil && !r.came }

// adviceRead is how many exchanges are read at once.
const adviceRead = 100

func newAdvicePart(env *Env) *advicePart { return &advicePart{env: env} }

func (p *advicePart) title() string { return "exchanges" }
func (p *advicePart) count() int    { return p.n }
func (p *advicePart) move(n int)    { p.list.Move(n) }

func (p *advicePart) glance(ctx context.Context, st *store.Store, rel journal.RelationshipSummary) (take func(), err error) {
	n, err := st.CountExchanges(ctx, rel.ID)
	return func() { p.n = n }, err
}

func (p *advicePart) read(ctx context.Context, st *store.Store, rel journal.RelationshipSummary) (take func(), err error) {
	var all paged[journal.ExchangeView]
	if all.rows, all.next, err = st.Exchanges(ctx, store.ExchangeQuery{RelationshipID: rel.ID, Limit: max(adviceRead, int(p.had.Load()))}); err != nil {
		return nil, err
	}
	n, err := st.CountExchanges(ctx, rel.ID)
	if err != nil {
		return nil, err
	}
	here, err := st.AdviceTo(ctx, rel.ID)
	if err != nil {
		return nil, err
	}
	left, err := st.AdviceLeft(ctx, rel.ID)
	return func() {
		p.rel, p.there, p.n, p.all, p.here, p.left = rel, true, n, all, here, left
		p.arrange()
	}, err
}

// more reads on below the exchanges that are there.
func (p *advicePart) more() func(context.Context, *store.Store) (take func(), err error) {
	if p.all.next == "" || !p.list.NearEnd() {
		return nil
	}
	q := store.ExchangeQuery{RelationshipID: p.rel.ID, Before: p.all.next, Limit: adviceRead}
	return func(ctx context.Context, st *store.Store) (take func(), err error) {
		var older paged[journal.ExchangeView]
		older.rows, older.next, err = st.Exchanges(ctx, q)
		return func() {
			if p.all.next == q.Before { // else all of it was read again meanwhile
				p.all = p.all.with(older)
				p.arrange()
			}
		}, err
	}
}

// arrange makes the rows of what was read; the cursor stays on its row.
func (p *advicePart) arrange() {
	was := p.key(p.list.At)
	if p.want != "" {
		was, p.want = p.want, ""
	}
	p.had.Store(int64(len(p.all.rows)))
	p.fill()
	p.list.SetLen(len(p.rows))
	p.list.Follow(was, p.key)
}

// fill puts what came from others between the exchanges, by its day, and what is left alone below.
// What is older than all that was read so far waits until they are. What came from the same
// relationship stands below its exchange already.
func (p *advicePart) fill() {
	p.rows, p.list.heads = nil, nil
	here := p.here
	came := func(until journal.Date) {
		for ; len(here) > 0 && !here[0].On.Before(until); here = here[1:] {
			if here[0].FromUID != p.rel.UID {
				p.rows = append(p.rows, adviceRow{note: &here[0], came: true})
			}
		}
	}
	for i := range p.all.rows {
		e := &p.all.rows[i]
		came(journal.DateOf(e.At))
		p.rows = append(p.rows, adviceRow{exchange: e})
		for j := range e.Advice {
			p.rows = append(p.rows, adviceRow{exchange: e, note: &e.Advice[j]})
		}
	}
	if p.all.next != "" {
		return
	}
	came(journal.Date{})
	p.list.heads = twoSections(len(p.rows), len(p.left), "GIVEN AND RECEIVED", "FROM WHAT WAS DELETED SINCE")
	if len(p.left) == 0 {
		p.list.heads = nil
	}
	for i := range p.left {
		p.rows = append(p.rows, adviceRow{note: &p.left[i]})
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
	if ok && r.exchange != nil && r.exchange.Direction == journal.Got {
		notGot = ""
	}
	onNote, onGot := noNote == "", notGot == "" && r.note == nil
	var note journal.Advice
	if r.note != nil {
		note = *r.note
	}
	nowhere := noRow
	if ok {
		nowhere = p.leadsNowhere(r)
	}
	return []Action{
		{ID: "open", Group: groupHere, Keys: []string{"enter"}, Name: p.opens(r), Help: "what it came from, or the relationship it went to", Foot: nowhere == "", Disabled: nowhere, Run: func() tea.Cmd { return p.open(r) }},
		{ID: "tried", Group: groupHere, Writes: true, Keys: []string{"t"}, Name: "tried", Help: "you tried it: what came of it", Foot: onGot, Disabled: notGot, Run: func() tea.Cmd { return askTried(p.env, *r.exchange) }},
		{ID: "passed on", Group: groupHere, Writes: true, Keys: []string{"f"}, Name: "passed on", Help: "you passed it on to somebody else", Foot: onGot, Disabled: notGot, Run: func() tea.Cmd { return askPassedOn(p.env, p.rel, *r.exchange) }},
		{ID: "edit", Group: groupHere, Writes: true, Keys: []string{"e"}, Name: "edit", Help: "change the note on what became of it", Foot: onNote, Disabled: noNote, Run: func() tea.Cmd { return askEditAdvice(p.env, *r.note) }},
		{ID: "delete", Group: groupHere, Writes: true, Keys: []string{"D"}, Name: "delete", Help: "take the note away; what was received stays", Foot: onNote, Disabled: noNote, Run: func() tea.Cmd { return deleteAdvice(p.env, *r.note) }},
		versionsAction(p.env, note.Text, noNote, journal.Texts(note.ID, journal.TextAdvice)...),
	}
}

// goesTo is the relationship a row leads to by its name, "" for none: the one advice came from, or
// the one it went to where that is another one.
func (p *advicePart) goesTo(r adviceRow) string {
	switch {
	case r.note == nil:
		return ""
	case r.came:
		return r.note.FromName
	case r.note.ToUID != p.rel.UID:
		return r.note.ToName
	}
	return ""
}

// opens names what the enter key does on a row.
func (p *advicePart) opens(r adviceRow) string {
	if name := p.goesTo(r); name != "" {
		return "go to " + wording.FirstName(name)
	}
	return "read"
}

// leadsNowhere says why there is nothing to open from a row, "" where there is.
func (p *advicePart) leadsNowhere(r adviceRow) string {
	switch {
	case p.goesTo(r) != "":
		return ""
	case r.came:
		return "It came from an answer that is about nobody now."
	case r.left():
		return "What it came from was deleted."
	}
	return ""
}

func (p *advicePart) open(r adviceRow) tea.Cmd {
	switch name := p.goesTo(r); {
	case name != "" && r.came:
		return goToRelationship(p.env, name, r.note.FromUID)
	case name != "":
		return push(NewRelationship(p.env, r.note.ToID))
	}
	switch e := r.exchange; {
	case e.ReflectionID != 0:
		return push(NewReflection(p.env, e.ReflectionID))
	case e.ReviewID != 0:
		return push(NewHeldReview(p.env, e.ReviewID))
	default:
		return push(NewSession(p.env, e.SessionID))
	}
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
