package tui

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/wording"
)

// FarewellScreen is the page on which a relationship ends: what is still open between the two, a
// few questions to sit with, thanks, and the end itself. All of it may be left as it is.
type FarewellScreen struct {
	env  *Env
	id   int64
	seq  int
	read bool
	err  error

	rel  journal.RelationshipSummary
	open journal.Unsettled
	more bool // there is more open than was read
	past []journal.PastEnding
	plan journal.Date // of the next review, zero for none
	list sectioned
}

// farewellPage is what is read for the page.
type farewellPage struct {
	rel  journal.RelationshipSummary
	open journal.Unsettled
	more bool
	past []journal.PastEnding
	plan journal.Date
}

// NewEnding makes the page on which a relationship ends.
func NewEnding(env *Env, relationshipID int64) *FarewellScreen {
	return &FarewellScreen{env: env, id: relationshipID}
}

// ID is the page's name for answers.
func (p *FarewellScreen) ID() string { return fmt.Sprintf("ending:%d", p.id) }

// Init reads the page again.
func (p *FarewellScreen) Init() tea.Cmd {
	p.seq++
	st, id := p.env.Store, p.id
	return load(p.env, p.ID(), p.seq, func(ctx context.Context) (farewellPage, error) { return readFarewell(ctx, st, id) })
}

func readFarewell(ctx context.Context, st *store.Store, id int64) (g farewellPage, err error) {
	if g.rel, err = st.Relationship(ctx, id); err != nil {
		return g, err
	}
	if g.past, err = st.Endings(ctx, id); err != nil {
		return g, err
	}
	reviews, err := st.Reviews(ctx, id)
	if err != nil {
		return g, err
	}
	if i := slices.IndexFunc(reviews, func(v journal.Review) bool { return !v.Held() }); i >= 0 {
		g.plan = reviews[i].Due
	}
	actions, nextAction, err := st.Actions(ctx, store.ActionQuery{RelationshipID: id, Limit: rowsRead})
	if err != nil {
		return g, err
	}
	goals, err := st.Goals(ctx, id)
	if err != nil {
		return g, err
	}
	topics, nextTopic, err := st.Topics(ctx, store.TopicQuery{RelationshipID: id, Limit: rowsRead})
	g.open, g.more = journal.LeftToSettle(actions, goals, topics), nextAction+nextTopic != ""
	return g, err
}

// Update takes in what was read.
func (p *FarewellScreen) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(loaded[farewellPage]); ok && m.seq == p.seq {
		p.read, p.err = true, m.err
		if m.err != nil {
			return nil
		}
		was := p.key(p.list.At)
		p.rel, p.open, p.more, p.past, p.plan = m.value.rel, m.value.open, m.value.more, m.value.past, m.value.plan
		p.arrange()
		p.list.Follow(was, p.key)
	}
	return nil
}

// arrange tells the list how many rows there are and where their headings stand.
func (p *FarewellScreen) arrange() {
	u, n := p.open, 0
	p.list.heads = nil
	for _, s := range []struct {
		title string
		n     int
	}{{"YOU SAID YOU WOULD", len(u.Mine)}, {upperFirst(p.rel.PersonName) + " SAID", len(u.Theirs)}, {"GOALS", len(u.Goals)}, {"TO RAISE", len(u.Topics)}} {
		if s.n > 0 {
			p.list.heads = append(p.list.heads, section{n, s.title})
		}
		n += s.n
	}
	p.list.SetLen(n)
}

// farewellRow is one of what is still open: one of the three is set.
type farewellRow struct {
	action *journal.ActionView
	goal   *journal.Goal
	topic  *journal.TopicView
}

func (p *FarewellScreen) row(i int) (r farewellRow) {
	u := &p.open
	if r.action = rowAt(i, u.Mine, u.Theirs); r.action != nil {
		return r
	}
	i -= u.Actions()
	if r.goal = rowAt(i, u.Goals, nil); r.goal != nil {
		return r
	}
	r.topic = rowAt(i-len(u.Goals), u.Topics, nil)
	return r
}

// key is what makes a row the same one after it moved, "" for none.
func (p *FarewellScreen) key(i int) string {
	switch r := p.row(i); {
	case r.action != nil:
		return r.action.UID
	case r.goal != nil:
		return r.goal.UID
	case r.topic != nil:
		return r.topic.UID
	}
	return ""
}

// Actions are what can be done on the page.
func (p *FarewellScreen) Actions() []Action {
	if !p.read || p.err != nil {
		return nil
	}
	none := ""
	if len(p.past) == 0 {
		none = "It never ended and began again."
	}
	acts := append(p.rowActions(), p.endActions()...)
	thanks := journal.Texts(p.id, journal.TextThanks)
	for _, e := range slices.Backward(p.past) { // the newest first
		thanks = append(thanks, journal.Texts(e.ID, journal.TextPastThanks)...)
	}
	acts = append(acts,
		versionsAction(p.env, p.rel.PersonName, "", thanks...),
		Action{ID: "endings", Group: groupHere, Writes: true, Keys: []string{"b"}, Name: "before", Help: "change the day and the thanks of the endings before", Disabled: none, Run: func() tea.Cmd { return askPastEndings(p.env, p.past) }},
		Action{ID: "thanks", Group: groupHere, Writes: true, Keys: []string{"t"}, Name: "thanks", Help: "what you want to thank them for, for yourself or to be sent", Foot: true, Run: func() tea.Cmd { return askThanks(p.env, p.rel) }},
		Action{ID: "questions", Group: groupHere, Keys: []string{"s"}, Name: "questions", Help: "sit with the questions for an ending, about " + wording.FirstName(p.rel.PersonName), Foot: true, Run: func() tea.Cmd {
			return push(NewQuestion(p.env, QuestionStart{SetID: "ending-well", PersonID: p.rel.PersonID}))
		}},
		Action{ID: "relationship", Group: groupGo, Keys: []string{"enter", "r"}, Name: "relationship", Help: "everything between you two", Run: func() tea.Cmd { return push(NewRelationship(p.env, p.id)) }},
	)
	return append(acts, listMoves(func(n int) tea.Cmd { p.list.Move(n); return nil })...)
}

// endActions end the relationship or take it up again, whichever there is to do.
func (p *FarewellScreen) endActions() []Action {
	again := Action{ID: "again", Group: groupHere, Writes: true, Keys: []string{"B"}, Name: "begin again", Help: "take it up again; all that was written stays", Foot: true, Run: p.beginAgain}
	end := Action{ID: "end", Group: groupHere, Writes: true, Keys: []string{"E"}, Name: "end it", Help: "end the relationship; it stays whole and readable", Foot: true, Run: func() tea.Cmd { return askEnd(p) }}
	switch p.rel.State {
	case journal.StateEnded:
		return []Action{again, {ID: "day", Group: groupHere, Writes: true, Keys: []string{"w"}, Name: "when", Help: "the day it ended", Run: func() tea.Cmd { return askEndedOn(p.env, p.rel) }}}
	case journal.StateDeclined:
		again.Name, again.Help = "consider again", "take it up again"
		if p.rel.Sessions == 0 {
			return []Action{again}
		}
		return []Action{end, again}
	}
	return []Action{end}
}

// rowActions are those of the chosen row, none where nothing is open.
func (p *FarewellScreen) rowActions() []Action {
	switch r := p.row(p.list.At); {
	case r.action != nil:
		return onlyKeys(actionActions(p.env, r.action, journal.Date{}), "x", "d", "e")
	case r.goal != nil:
		goal := *r.goal
		return append(openGoalStates(p.env, goal),
			Action{ID: "goal edit", Group: groupHere, Writes: true, Keys: []string{"e"}, Name: "edit", Help: "change its words", Run: func() tea.Cmd { return askGoalWords(p.env, goal) }})
	case r.topic != nil:
		return onlyKeys(topicActions(p.env, *r.topic), "x", "d", "e")
	}
	return nil
}

// onlyKeys is those of acts that have one of the keys.
func onlyKeys(acts []Action, keys ...string) []Action {
	return slices.DeleteFunc(acts, func(a Action) bool {
		return !slices.ContainsFunc(a.Keys, func(k string) bool { return slices.Contains(keys, k) })
	})
}

// beginAgain takes it up again, and leaves for the page of the relationship: there is nothing to end
// any more.
func (p *FarewellScreen) beginAgain() tea.Cmd {
	said := "Begun again. " + p.env.key("undo", "u") + " takes it back."
	if p.rel.State == journal.StateDeclined {
		said = "Considered again. " + p.env.key("undo", "u") + " takes it back."
	}
	return func() tea.Msg {
		if err := p.env.Store.BeginAgain(p.env.Ctx, p.id); err != nil {
			return failed(err)
		}
		return inOrder(send(changedMsg{say: said}), popPage(p), push(NewRelationship(p.env, p.id)))()
	}
}
