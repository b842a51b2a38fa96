package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// TrashScreen is what was deleted lately: to read, to bring back, or to destroy.
type TrashScreen struct {
	env  *Env
	seq  int
	read bool
	err  error
	all  []journal.Trashed
	list widget.List
}

// NewTrash makes the page.
func NewTrash(env *Env) *TrashScreen { return &TrashScreen{env: env} }

// ID is the page's name for answers.
func (p *TrashScreen) ID() string { return "trash" }

// Init reads the trash again.
func (p *TrashScreen) Init() tea.Cmd {
	p.seq++
	return load(p.env, p.ID(), p.seq, p.env.Store.Trash)
}

// Update takes in what was read.
func (p *TrashScreen) Update(msg tea.Msg) tea.Cmd {
	m, ok := msg.(loaded[[]journal.Trashed])
	if !ok || m.seq != p.seq {
		return nil
	}
	p.read, p.err = true, m.err
	if m.err == nil {
		was := p.key(p.list.At)
		p.all = m.value
		p.list.SetLen(len(p.all))
		p.list.Follow(was, p.key)
	}
	return nil
}

func (p *TrashScreen) key(i int) string {
	if t := rowAt(i, p.all, nil); t != nil {
		return fmt.Sprint(t.StepID)
	}
	return ""
}

// Actions are what can be done with the chosen thing.
func (p *TrashScreen) Actions() []Action {
	if !p.read || p.err != nil {
		return nil
	}
	none := ""
	chosen := rowAt(p.list.At, p.all, nil)
	if chosen == nil {
		none, chosen = "Nothing is in the trash.", &journal.Trashed{}
	}
	acts := append([]Action{
		{ID: "read", Group: groupHere, Keys: []string{"enter"}, Name: "read", Help: "its words, and those of what goes with it", Foot: true, Disabled: none, Run: func() tea.Cmd { return push(NewTrashed(p.env, *chosen)) }},
	}, trashedActions(p.env, *chosen, none)...)
	return append(acts, listMoves(func(n int) tea.Cmd { p.list.Move(n); return nil })...)
}

// trashedActions are what can be done with a deleted thing on every page that shows it.
func trashedActions(env *Env, t journal.Trashed, none string) []Action {
	stays := none
	switch {
	case none != "" || t.Undone == "":
	case t.Again:
		stays = "It was undone, not deleted: " + env.key("redo", "ctrl+r") + " does it again, after what was undone after it."
	default:
		stays = "Something else was done since it was undone, so it cannot be done again; " + env.key("read", "enter") + " reads its words."
	}
	return []Action{
		{ID: "bring back", Group: groupHere, Writes: true, Keys: []string{"o"}, Name: "bring back", Help: "put it back where it was, with all that went with it", Foot: t.Undone == "", Disabled: stays, Run: func() tea.Cmd { return bringBackTrashed(env, t) }},
		{ID: "purge", Group: groupHere, Writes: true, Keys: []string{"D"}, Name: "purge", Help: "destroy it for good: nothing brings it back", Foot: true, Disabled: none, Run: func() tea.Cmd { return askPurge(env, t) }},
	}
}

func bringBackTrashed(env *Env, t journal.Trashed) tea.Cmd {
	return func() tea.Msg {
		told, err := env.Store.BringBackTrashed(env.Ctx, t.StepID)
		if err != nil {
			return failed(err)
		}
		return changedMsg{say: strings.Join(append([]string{"Brought back. " + env.key("undo", "u") + " undoes it."}, told...), " ")}
	}
}

// Render draws the page.
func (p *TrashScreen) Render(w, h int) (string, *tea.Cursor) {
	th := p.env.Theme
	if shown, unread := p.env.unread("", p.read, p.err, w); unread {
		return shown, nil
	}
	rows := []string{titleRow("Trash", []string{fmt.Sprintf("the last %d days", journal.TrashDays)}, th, w), ""}
	if len(p.all) == 0 {
		return strings.Join(append(rows, indent(th.Faint, "Nothing was deleted or undone lately. What was longer ago is still in the journal until “bothways purge” destroys it.", w)), "\n"), nil
	}
	below := p.belowRows(w)
	room := h - len(rows) - len(below) - 1
	if room < 3 {
		below, room = nil, h-len(rows)
	}
	from, to := p.list.Window(room)
	for i := from; i < to; i++ {
		row := trashRow(p.all[i], p.env.Day(), i == p.list.At, w, p.env)
		rows = append(rows, p.env.spots.row(row, i == p.list.At, func() tea.Cmd { p.list.Move(i - p.list.At); return nil }))
	}
	cur := rowCursor(p.list.At-from, 2)
	if below != nil {
		rows = append(append(rows, ""), below...)
	}
	return strings.Join(rows, "\n"), cur
}

// belowRows say of the chosen thing what goes with it, and until when it is offered.
func (p *TrashScreen) belowRows(w int) []string {
	t := rowAt(p.list.At, p.all, nil)
	if t == nil {
		return nil
	}
	var rows []string
	for _, r := range widget.Wrap(trashedFacts(p.env, *t), max(1, min(w-4, p.env.measure())), 4) {
		rows = append(rows, "  "+p.env.Theme.Faint.Render(r))
	}
	return rows
}

// trashedFacts is when a thing was deleted, what went with it, and how long it is offered.
func trashedFacts(env *Env, t journal.Trashed) string {
	if t.Undone != "" {
		return undoneFacts(env, t)
	}
	dates, today := env.Dates, env.Day()
	said := "deleted " + dates.Long(journal.DateOf(t.At), today) + t.At.Format(" 15:04")
	if len(t.With) > 0 {
		said += " with " + countsSentence(t.With)
	}
	return said + " · offered here until " + dates.Long(journal.DateOf(t.At.AddDate(0, 0, journal.TrashDays)), today)
}

// undoneFacts is the same of a step that was undone.
func undoneFacts(env *Env, t journal.Trashed) string {
	when := env.Dates.Long(journal.DateOf(t.At), env.Day()) + t.At.Format(" 15:04")
	if t.Again {
		return string(t.Undone) + " · undone " + when + " · " + env.key("redo", "ctrl+r") + " brings it back, " + env.key("purge", "D") + " destroys it"
	}
	return string(t.Undone) + " · undone since " + when + " · something was done after it, so it stays undone; " + env.key("purge", "D") + " destroys it"
}

// countsSentence is "2 conversations, 1 answer and 3 actions".
func countsSentence(all []journal.TrashCount) string {
	parts := make([]string, len(all))
	for i, c := range all {
		parts[i] = c.String()
	}
	return wording.Listed(parts)
}

// trashRow is a deleted thing on one row: its words come last.
func trashRow(t journal.Trashed, today journal.Date, chosen bool, w int, env *Env) string {
	th := env.Theme
	style := th.Text
	if chosen {
		style = th.Selected
	}
	return chosenMark(chosen) + th.Faint.Render(widget.Pad(env.Dates.Due(journal.DateOf(t.At), today), 8)+widget.Pad(string(t.Kind), 15)) + style.Render(widget.Cut(trashedSaid(t, env.Dates, today), w-27))
}

// trashedSaid is whom a deleted thing is about, its day and its first words.
func trashedSaid(t journal.Trashed, dates wording.Dates, today journal.Date) string {
	said := t.Name
	if t.Undone != "" {
		said += " · " + string(t.Undone)
	}
	if !t.On.IsZero() && t.Undone == "" {
		said += " · " + dates.Long(t.On, today)
	}
	if t.Text != "" && t.Kind != journal.TrashPerson {
		said += " · " + t.Text
	}
	return strings.TrimPrefix(said, " · ")
}
