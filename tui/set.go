package tui

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/widget"
)

// SetScreen is the questions of one set.
type SetScreen struct {
	env  *Env
	id   string
	seq  int
	read bool
	err  error

	q      journal.Questions
	set    journal.PromptSet
	rows   []journal.Prompt // those that are shown
	hidden bool             // what is hidden is shown too
	mixed  bool             // not all questions are for the same side
	list   widget.List
	lost   lostRow
	want   string // the id of the question the cursor goes to once it is there
}

// promptAdded tells the page of a set where to put its cursor.
type promptAdded struct{ id string }

// NewSetPage makes the page of one set.
func NewSetPage(env *Env, setID string) *SetScreen { return &SetScreen{env: env, id: setID} }

// ID is the page's name for answers.
func (p *SetScreen) ID() string { return "set:" + p.id }

// Init reads the set again.
func (p *SetScreen) Init() tea.Cmd {
	p.seq++
	return load(p.env, p.ID(), p.seq, func(ctx context.Context) (journal.Questions, error) {
		return p.env.Store.Questions(ctx)
	})
}

// Update takes in what was read.
func (p *SetScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loaded[journal.Questions]:
		if msg.seq != p.seq {
			return nil
		}
		p.take(msg.value, msg.err)
	case loaded[promptAdded]:
		p.want = msg.value.id
		return p.Init()
	}
	return nil
}

func (p *SetScreen) take(q journal.Questions, err error) {
	set, ok := q.Set(p.id)
	if err == nil && !ok {
		err = journal.Errorf(journal.CodeNotFound, "That set is not in the journal any more.")
	}
	p.read, p.err = true, err
	if err == nil {
		p.q, p.set = q, set
		p.arrange()
	}
}

// arrange makes the rows of what was read, and keeps the cursor on the question it was on.
func (p *SetScreen) arrange() {
	was := p.key(p.list.At)
	if p.want != "" {
		was, p.want = p.want, ""
	}
	p.rows = p.set.Visible()
	if p.hidden {
		p.rows = p.set.Prompts
	}
	all := p.set.Prompts
	p.mixed = slices.ContainsFunc(all, func(q journal.Prompt) bool { return q.Role != all[0].Role })
	p.list.SetLen(len(p.rows))
	p.lost.follow(&p.list, was, p.key)
}

// key is what makes a row the same one after it moved.
func (p *SetScreen) key(i int) string {
	if i < 0 || i >= len(p.rows) {
		return ""
	}
	return p.rows[i].ID
}

func (p *SetScreen) chosen() *journal.Prompt { return rowAt(p.list.At, p.rows, nil) }

func (p *SetScreen) move(n int) tea.Cmd {
	p.list.Move(n)
	return nil
}

func (p *SetScreen) toggle() tea.Cmd {
	p.hidden = !p.hidden
	p.lost = lostRow{} // what is shown by this key did not come back by an undo
	p.arrange()
	return nil
}

// hiddenPrompts reports whether any question of the set is hidden.
func (p *SetScreen) hiddenPrompts() bool {
	return slices.ContainsFunc(p.set.Prompts, func(q journal.Prompt) bool { return q.Hidden })
}

// Render draws the page.
func (p *SetScreen) Render(w, h int) (string, *tea.Cursor) {
	if shown, unread := p.env.unread("This set", p.read, p.err, w); unread {
		return shown, nil
	}
	rows := p.head(w, h)
	body, cur := p.body(w, h-len(rows))
	c := rowCursor(cur, len(rows))
	return strings.Join(append(rows, body...), "\n"), c
}

// head is the title of the set and its sentence.
func (p *SetScreen) head(w, h int) []string {
	th := p.env.Theme
	mark := markOf(p.set.Own, p.set.Hidden)
	if p.hidden && w >= 60 {
		mark += "  with what is hidden"
	}
	rows := []string{"  " + titled(p.set.Title, mark, th.Strong, th.Faint, w-3)}
	if p.set.About != "" && h >= 10 {
		for _, row := range widget.Wrap(p.env.Veil.Words(oneLine(p.set.About)), p.env.textWidth(w), 2) {
			rows = append(rows, "  "+th.Faint.Render(row))
		}
	}
	return append(rows, "")
}

// body is the questions, and on which row the cursor is.
func (p *SetScreen) body(w, h int) ([]string, int) {
	th := p.env.Theme
	empty := func(s string) ([]string, int) { return strings.Split(indent(th.Faint, s, w), "\n"), -1 }
	switch {
	case len(p.rows) == 0 && len(p.set.Prompts) > 0:
		return empty("Every question of this set is hidden. " + p.env.key("hidden", "z") + " shows them, and " + p.env.key("hide", "d") + " brings one back.")
	case len(p.rows) == 0:
		return empty("No question yet. " + p.env.key("new", "n") + " writes the first: one you would like to be asked again.")
	}
	room := h
	var about []string
	if h >= wholeFrom {
		room -= belowWords
		about = p.aboutPrompt(min(w-6, 76), belowWords-1)
	}
	from, to := p.list.Window(room)
	var rows []string
	cur := -1
	for i := from; i < to; i++ {
		if i == p.list.At {
			cur = len(rows)
		}
		rows = append(rows, p.env.spots.row(p.row(p.rows[i], i == p.list.At, w-1), i == p.list.At, func() tea.Cmd { p.list.Move(i - p.list.At); return nil }))
	}
	return underList(rows, about), cur
}
