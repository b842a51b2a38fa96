package tui

import (
	"context"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/widget"
)

// ReflectScreen is the sets of questions, and all answers.
type ReflectScreen struct {
	env  *Env
	seq  int
	read bool
	err  error
	tab  reflectTab

	q      journal.Questions
	rows   []journal.PromptSet // those that are shown
	hidden bool                // what is hidden is shown too
	list   widget.List
	lost   lostRow
	want   string // the id of the set the cursor goes to once it is there

	answers answers
}

// reflectTab is a part of the page.
type reflectTab int

const (
	tabQuestions reflectTab = iota
	tabAnswers
	reflectTabs
)

// setAdded tells the page of the sets where to put its cursor.
type setAdded struct{ id string }

// NewReflect makes the page.
func NewReflect(env *Env) *ReflectScreen {
	p := &ReflectScreen{env: env}
	p.answers = answers{env: env, to: p.ID()}
	return p
}

// ID is the page's name for answers.
func (p *ReflectScreen) ID() string { return "reflect" }

// Init reads the part that is shown again.
func (p *ReflectScreen) Init() tea.Cmd {
	if p.tab == tabAnswers {
		return p.answers.init()
	}
	p.seq++
	return load(p.env, p.ID(), p.seq, func(ctx context.Context) (journal.Questions, error) {
		return p.env.Store.Questions(ctx)
	})
}

// Update takes in what was read.
func (p *ReflectScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loaded[journal.Questions]:
		if msg.seq != p.seq {
			return nil
		}
		first := !p.read
		p.read, p.err = true, msg.err
		if msg.err == nil {
			p.q = msg.value
			if first && p.want == "" {
				p.want = lastSat(p.q)
			}
			p.arrange()
		}
	case loaded[setAdded]:
		p.want = msg.value.id
		return p.Init()
	case loaded[answersPage]:
		return p.answers.take(msg)
	}
	return nil
}

// lastSat is the id of the set somebody sat with last: one that was left half way before one that
// was only answered, "" where there is none.
func lastSat(q journal.Questions) (id string) {
	begun, last := false, time.Time{}
	for _, s := range q.Sets {
		goesOn, at := s.At != "", q.LastAnswered(s)
		if s.Hidden || !goesOn && at.IsZero() || begun && !goesOn {
			continue
		}
		if id == "" || goesOn && !begun || at.After(last) {
			id, begun, last = s.ID, goesOn, at
		}
	}
	return id
}

// arrange makes the rows of what was read, and keeps the cursor on the set it was on.
func (p *ReflectScreen) arrange() {
	was := p.key(p.list.At)
	if p.want != "" {
		was, p.want = p.want, ""
	}
	p.rows = p.rows[:0]
	for _, s := range p.q.Sets {
		if p.hidden || !s.Hidden {
			p.rows = append(p.rows, s)
		}
	}
	p.list.SetLen(len(p.rows))
	p.lost.follow(&p.list, was, p.key)
}

// key is what makes a row the same one after it moved.
func (p *ReflectScreen) key(i int) string {
	if i < 0 || i >= len(p.rows) {
		return ""
	}
	return p.rows[i].ID
}

func (p *ReflectScreen) chosen() *journal.PromptSet { return rowAt(p.list.At, p.rows, nil) }

func (p *ReflectScreen) move(n int) tea.Cmd {
	if p.tab == tabAnswers {
		return p.answers.move(n)
	}
	p.list.Move(n)
	return nil
}

func (p *ReflectScreen) turn() tea.Cmd {
	p.tab = (p.tab + 1) % reflectTabs
	return p.Init()
}

func (p *ReflectScreen) toggle() tea.Cmd {
	p.hidden = !p.hidden
	p.lost = lostRow{} // what is shown by this key did not come back by an undo
	p.arrange()
	return nil
}

// Render draws the page.
func (p *ReflectScreen) Render(w, h int) (string, *tea.Cursor) {
	th := p.env.Theme
	head := "  " + th.Strong.Render("Reflect") + "  " + tabsRow([]string{"questions", "answers"}, int(p.tab), th, p.env.spots, func(int) tea.Cmd { return p.turn() })
	if p.tab == tabQuestions && p.hidden && w >= 60 {
		head += th.Faint.Render("  with what is hidden")
	}
	rows := []string{head, ""}
	body, cur := p.body(w, h-len(rows))
	c := rowCursor(cur, len(rows))
	return strings.Join(append(rows, body...), "\n"), c
}

// body is the part that is shown, and on which of its rows the cursor is.
func (p *ReflectScreen) body(w, h int) ([]string, int) {
	th := p.env.Theme
	switch {
	case p.tab == tabAnswers:
		return p.answers.render(w, h, "No answer is kept yet. "+p.env.key("tab", "tab")+" goes to the questions; "+p.env.key("free", "f")+" takes free words without one.")
	case p.err != nil:
		return strings.Split(indent(th.Error, journal.ErrorMessage(p.err), w), "\n"), -1
	case !p.read:
		return nil, -1
	case len(p.rows) == 0 && len(p.q.Sets) > 0:
		return strings.Split(indent(th.Faint, "Every set is hidden. "+p.env.key("hidden", "z")+" shows them, and "+p.env.key("hide", "d")+" brings one back.", w), "\n"), -1
	case len(p.rows) == 0:
		return strings.Split(indent(th.Faint, "There are no questions here. "+p.env.key("new", "n")+" makes a set of your own; "+p.env.key("free", "f")+" takes free words without a question.", w), "\n"), -1
	}
	return p.setRows(w, h)
}

// hiddenSets reports whether any set is hidden.
func (p *ReflectScreen) hiddenSets() bool {
	return slices.ContainsFunc(p.q.Sets, func(s journal.PromptSet) bool { return s.Hidden })
}
