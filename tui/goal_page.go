package tui

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/widget"
)

// GoalScreen is one goal with its progress notes, newest first.
type GoalScreen struct {
	env  *Env
	id   int64
	seq  int
	read bool
	err  error

	goalPage
	list  widget.List
	found bool   // it was opened from what was found
	want  string // the uid of a note the cursor goes to once it is there
}

// goalPage is what is read for the page.
type goalPage struct {
	goal journal.Goal
	rel  journal.RelationshipSummary
}

// NewGoal makes the page of one goal.
func NewGoal(env *Env, goalID int64) *GoalScreen { return &GoalScreen{env: env, id: goalID} }

// ID is the page's name for answers.
func (p *GoalScreen) ID() string { return fmt.Sprintf("goal:%d", p.id) + foundWay(p.found) }

// Init reads the goal again.
func (p *GoalScreen) Init() tea.Cmd {
	p.seq++
	st, id := p.env.Store, p.id
	return load(p.env, p.ID(), p.seq, func(ctx context.Context) (g goalPage, err error) {
		if g.goal, err = st.Goal(ctx, id); err != nil {
			return g, err
		}
		g.rel, err = st.Relationship(ctx, g.goal.RelationshipID)
		return g, err
	})
}

// Update takes in what was read.
func (p *GoalScreen) Update(msg tea.Msg) tea.Cmd {
	m, ok := msg.(loaded[goalPage])
	if !ok || m.seq != p.seq {
		return nil
	}
	p.read, p.err = true, m.err
	if m.err != nil {
		return nil
	}
	was := p.key(p.list.At)
	if p.want != "" {
		was, p.want = p.want, ""
	}
	p.goalPage = m.value
	p.list.SetLen(len(p.goal.Notes))
	p.list.Follow(was, p.key)
	return nil
}

// key is what makes a note the same one after it moved, "" for none.
func (p *GoalScreen) key(i int) string {
	if n := rowAt(i, p.goal.Notes, nil); n != nil {
		return n.UID
	}
	return ""
}

// Actions are what can be done with the goal and the chosen note.
func (p *GoalScreen) Actions() []Action {
	if !p.read || p.err != nil {
		return nil
	}
	none, alone := "", ""
	chosen := rowAt(p.list.At, p.goal.Notes, nil)
	switch {
	case chosen == nil:
		none, alone, chosen = "There is no note yet; "+p.env.key("add note", "+")+" adds one.", "There is no note yet; "+p.env.key("add note", "+")+" adds one.", &journal.GoalNote{}
	case chosen.SessionID == 0:
		alone = "This note was added by hand; there is no conversation to read."
	case chosen.SessionUID == "":
		alone = "The conversation it came from was deleted."
	}
	n, goal := *chosen, p.goal
	acts := []Action{
		{ID: "add note", Group: groupHere, Writes: true, Keys: []string{"+"}, Name: "add note", Help: "a dated line on how it goes", Foot: true, Run: func() tea.Cmd { return askNewGoalNote(p.env, goal.ID) }},
		{ID: "edit note", Group: groupHere, Writes: true, Keys: []string{"e"}, Name: "edit note", Help: "change the chosen note or its day", Foot: none == "", Disabled: none, Run: func() tea.Cmd { return askEditGoalNote(p.env, n) }},
		{ID: "conversation", Group: groupHere, Keys: []string{"enter"}, Name: "read", Help: "the conversation the note came from", Foot: alone == "", Disabled: alone, Run: func() tea.Cmd { return push(NewSession(p.env, n.SessionID)) }},
	}
	texts := journal.Texts(goal.ID, journal.GoalTexts()...)
	if n.ID != 0 {
		texts = append(journal.Texts(n.ID, journal.TextGoalNote), texts...)
	}
	acts = append(acts, versionsAction(p.env, goal.Text, "", texts...))
	acts = append(acts, goalStateActions(p.env, goal, "")...)
	acts = append(acts,
		Action{ID: "edit goal", Group: groupHere, Writes: true, Keys: []string{"m"}, Name: "edit goal", Help: "change the goal's words and what it is about", Foot: true, Run: func() tea.Cmd { return askEditGoal(p.env, goal) }},
		Action{ID: "delete note", Group: groupHere, Writes: true, Keys: []string{"D"}, Name: "delete note", Help: "take the chosen note out of the journal", Disabled: none, Run: func() tea.Cmd { return askDeleteGoalNote(p.env, n) }})
	return append(acts, listMoves(func(n int) tea.Cmd { p.list.Move(n); return nil })...)
}

// goalWords is how many rows a goal's words take at most over its notes.
const goalWords = 4

// Render draws the page.
func (p *GoalScreen) Render(w, h int) (string, *tea.Cursor) {
	th := p.env.Theme
	if shown, unread := p.env.unread("This goal", p.read, p.err, w); unread {
		return shown, nil
	}
	var rows []string
	for _, r := range widget.Wrap(p.env.Veil.Words(p.goal.Text), max(1, min(w-4, p.env.measure())), max(1, min(goalWords, h/3))) {
		rows = append(rows, "  "+th.Strong.Render(r))
	}
	rows = append(rows, "  "+th.Faint.Render(widget.Cut(p.facts(), w-3)), "")
	if len(p.goal.Notes) == 0 {
		empty := indent(th.Faint, "A line on how it goes can stand here, with its day. "+p.env.key("add note", "+")+" adds one; in a conversation that is read, "+p.env.key("progress", "G")+" does.", w)
		return strings.Join(append(rows, empty), "\n"), nil
	}
	notes, at, to := p.notes(w)
	notes, cur := window(notes, at, to, h-len(rows))
	return strings.Join(append(rows, notes...), "\n"), rowCursor(cur, len(rows))
}

// facts is what the goal is about, with whom, and where it stands.
func (p *GoalScreen) facts() string {
	g, today := p.goal, p.env.Day()
	said := string(g.State)
	if g.State != journal.GoalOpen && !g.ClosedAt.IsZero() {
		said += " " + p.env.Dates.Long(journal.DateOf(g.ClosedAt), today)
	}
	if about := strings.Trim(string(g.Kind)+": "+p.env.Veil.Words(g.Tag), ": "); about != "" {
		said += " · " + about
	}
	return said + " · " + cmp.Or(p.rel.PersonName, "with nobody")
}

// notes draws all of them and says between which rows the chosen one is.
func (p *GoalScreen) notes(w int) (rows []string, at, to int) {
	th, today := p.env.Theme, p.env.Day()
	for i, n := range p.goal.Notes {
		chosen := i == p.list.At
		style := th.Strong
		if chosen {
			style, at = th.Selected, len(rows)
		}
		from := ""
		if n.SessionUID != "" {
			from = "  from a conversation"
		}
		note := []string{chosenMark(chosen) + style.Render(p.env.Dates.Long(n.On, today)) + th.Faint.Render(widget.Cut(from, w-18))}
		for _, r := range widget.Wrap(p.env.Veil.Words(n.Text), max(1, min(w-5, p.env.measure())), 0) {
			note = append(note, "    "+th.Text.Render(r))
		}
		rows = append(rows, p.env.spots.rows(note, chosen, func() tea.Cmd { p.list.Move(i - p.list.At); return nil })...)
		if chosen {
			to = len(rows)
		}
		rows = append(rows, "")
	}
	return rows, at, to
}
