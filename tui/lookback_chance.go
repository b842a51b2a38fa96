package tui

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// lookChance is a page by chance: any conversation or answer of the whole journal.
type lookChance struct {
	env   *Env
	pick  func(int64) int64
	again func() tea.Cmd
	next  bool // another one was asked for
	m     journal.Memory
}

func newLookChance(env *Env, pick func(int64) int64, again func() tea.Cmd) *lookChance {
	return &lookChance{env: env, pick: pick, again: again, next: true}
}

func (p *lookChance) title() string  { return "by chance" }
func (p *lookChance) more() lookRead { return nil }
func (p *lookChance) move(int)       {}

// read reads the page that is shown again, or draws another.
func (p *lookChance) read() lookRead {
	st, pick, was, next := p.env.Store, p.pick, p.m, p.next
	p.next = false
	return func(ctx context.Context) (func(), error) {
		if !next && was.ID != 0 {
			if m, ok, err := st.Memory(ctx, was.Kind, was.ID); ok || err != nil {
				return func() { p.m = m }, err
			}
		}
		m, _, err := st.Chance(ctx, pick, was)
		return func() { p.m = m }, err
	}
}

func (p *lookChance) actions() []Action {
	none := ""
	if p.m.ID == 0 {
		none = "Nothing is kept yet."
	}
	m := p.m
	return []Action{
		{ID: "another", Group: groupHere, Keys: []string{"space"}, Name: "another", Help: "another page, by chance", Foot: true, Disabled: none, Run: func() tea.Cmd { p.next = true; return p.again() }},
		{ID: "open", Group: groupHere, Keys: []string{"enter"}, Name: "open", Help: "read it whole, with what came of it", Foot: true, Disabled: none, Run: func() tea.Cmd { return push(memoryPage(p.env, m)) }},
	}
}

func (p *lookChance) render(w, h int) ([]string, int) {
	if p.m.ID == 0 {
		return lookEmpty(p.env, w, "A conversation or an answer of yours will stand here, drawn by chance from all there are. None is kept yet.")
	}
	th, v, m := p.env.Theme, p.env.Veil, p.m
	head := p.env.Dates.Long(m.On, journal.Date{}) + " · " + wording.Ago(m.At, p.env.Now())
	rows := []string{"  " + th.Faint.Render(widget.Cut(head, w-3))}
	who := v.Name(m.PersonName)
	switch {
	case m.Kind == journal.MemorySession:
		who += " · " + m.Role.Phrase()
	case who == "":
		who = "your answer"
	default:
		who = "your answer, about " + who
	}
	rows = append(rows, "  "+th.Strong.Render(widget.Cut(who, w-3)), "")
	wide := max(1, min(w-4, p.env.measure()))
	if !journal.Blank(m.Question) {
		for _, row := range widget.Wrap(v.Words(m.Question), wide, 3) {
			rows = append(rows, "  "+th.Heading.Render(row))
		}
		rows = append(rows, "")
	}
	words := widget.Wrap(strings.TrimRight(v.Words(m.Words), " \n\t\r"), wide, 0)
	room := max(0, h-len(rows))
	if len(words) > room && room > 0 {
		words = append(words[:room-1:room-1], "")
	}
	for i, row := range words {
		switch {
		case i == room-1 && row == "" && len(words) == room:
			rows = append(rows, "  "+th.Faint.Render("↓ "+p.env.key("open", "enter")+" reads on"))
		default:
			rows = append(rows, "  "+th.Text.Render(row))
		}
	}
	return rows[:min(len(rows), h)], 0
}
