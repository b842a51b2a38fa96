package tui

import (
	"cmp"
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/journal/material"
	"bothways/store"
)

// palette finds by a few letters what can be done here and whatever can be gone to. The commands are
// there at once; the rest is read beside the typing, which does not wait for it, and enter does: what
// it takes does not depend on how fast somebody types.
type palette struct {
	menu
	env      *Env
	commands int // how many of all are commands; they come first
	read     bool
	entered  bool // enter was pressed before the rest was there
}

// reached is what is read for a palette.
type reached struct {
	store.Reachable
	cards []journal.Card
}

// palettePeople is how many people are offered before anything is typed: those talked with last.
const palettePeople = 9

// paletteFound is the most that is shown of what fits: who looks for more types another letter.
const paletteFound = 60

func newPalette(env *Env, actions []Action, run func(Action) tea.Cmd) *palette {
	p := &palette{menu: *newMenu("Commands, people, sets, cards", actions, run, nil), env: env}
	p.commands, p.narrow = len(p.all), p.filter
	p.query.hint = "a few letters of what you look for"
	return p
}

func (p *palette) ID() string   { return "palette" }
func (p *palette) Hint() string { return "enter do it, or go there · ↑↓ move · esc close" }

// Init reads what can be gone to.
func (p *palette) Init() tea.Cmd {
	return aside(load(p.env, p.ID(), 0, func(ctx context.Context) (r reached, err error) {
		if r.Reachable, err = p.env.Store.Reachable(ctx); err != nil {
			return r, err
		}
		r.cards, err = material.Cards()
		return r, err
	}))
}

// Update takes keys, and what was read.
func (p *palette) Update(msg tea.Msg) (bool, tea.Cmd) {
	switch msg := msg.(type) {
	case loaded[reached]:
		return p.took(msg)
	case tea.KeyPressMsg:
		if p.entered { // the choice is made
			return msg.String() == "esc", nil
		}
		if msg.String() == "enter" && !p.read && foldTyped(p.query.Value()) != "" {
			p.entered = true
			return false, nil
		}
	}
	return p.menu.Update(msg)
}

// took puts what was read behind the commands. The cursor stays on what somebody moved it to.
func (p *palette) took(m loaded[reached]) (bool, tea.Cmd) {
	if p.read {
		return false, nil
	}
	p.read = true
	if m.err != nil {
		p.entered = false
		return false, send(failed(m.err))
	}
	at := p.list.At
	p.all = append(p.all, p.items(m.value)...)
	p.filter()
	if foldTyped(p.query.Value()) == "" { // the commands have not moved
		p.list.Move(at)
	}
	if p.entered {
		p.entered = false
		return p.choose()
	}
	return false, nil
}

// filter shows what fits. Before anything is typed that is what can be done here, for somebody who
// looks for a command, and whom they talked with last. Of the commands those that cannot be done now
// come last.
func (p *palette) filter() {
	q := foldTyped(p.query.Value())
	if q == "" {
		shown, people := slices.Clone(p.all[:p.commands]), 0
		slices.SortStableFunc(shown, func(a, b menuItem) int { return cmp.Compare(a.cannot(), b.cannot()) })
		for _, it := range p.all[p.commands:] {
			if it.kind == itemPerson && people < palettePeople {
				shown, people = append(shown, it), people+1
			}
		}
		p.show(shown)
		return
	}
	words := strings.Fields(q)
	found := slices.DeleteFunc(findItems(p.all, q), func(it menuItem) bool {
		// To write about Priya is not looked for by a part of her name alone.
		return it.kind == itemDoing && !slices.ContainsFunc(words, func(w string) bool { return beginsWord(it.verbs(), w) })
	})
	p.show(found[:min(len(found), paletteFound)])
}

// cannot is 1 for what cannot be done now.
func (it menuItem) cannot() int {
	if it.Disabled != "" {
		return 1
	}
	return 0
}

// Render draws what was found, each thing with what it is.
func (p *palette) Render(w, h int) (string, *tea.Cursor) {
	look := p.look(w, h)
	return p.render(w, h, func(it menuItem, chosen bool) []string { return p.itemRows(it, chosen, look) })
}
