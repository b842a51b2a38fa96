package tui

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/journal/material"
	"bothways/tui/widget"
)

// LibraryScreen is the cards: the ideas the questions stand on, a page each.
type LibraryScreen struct {
	env   *Env
	seq   int
	read  bool
	err   error
	cards []journal.Card
	list  sectioned
}

// NewLibrary makes the page.
func NewLibrary(env *Env) *LibraryScreen { return &LibraryScreen{env: env} }

// ID is the page's name for answers.
func (l *LibraryScreen) ID() string { return "library" }

// Init reads the cards, once: they do not change.
func (l *LibraryScreen) Init() tea.Cmd {
	if l.cards != nil {
		return nil
	}
	l.seq++
	return load(l.env, l.ID(), l.seq, func(context.Context) ([]journal.Card, error) { return material.Cards() })
}

// Update takes in what was read.
func (l *LibraryScreen) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(loaded[[]journal.Card]); ok && m.seq == l.seq {
		l.read, l.cards, l.err = true, m.value, m.err
		l.list.SetLen(len(l.cards))
	}
	return nil
}

// Actions are what can be done with the chosen card.
func (l *LibraryScreen) Actions() []Action {
	none := ""
	if l.list.Len == 0 {
		none = "There is no card to open."
	}
	return append([]Action{
		{ID: "open", Group: groupHere, Keys: []string{"enter"}, Name: "open", Help: "read this card", Foot: true, Disabled: none, Run: func() tea.Cmd { return push(NewCard(l.env, l.cards[l.list.At].ID)) }},
	}, listMoves(func(n int) tea.Cmd { l.list.Move(n); return nil })...)
}

// The beginning of the chosen card stands below the list where there are this many rows for it.
const (
	beginningRows = 3
	beginningFrom = 2 + beginningRows
)

// Render draws the page.
func (l *LibraryScreen) Render(w, h int) (string, *tea.Cursor) {
	th := l.env.Theme
	rows := []string{"  " + th.Strong.Render("Library") + "   " + th.Faint.Render(widget.Cut("the ideas the questions stand on", w-14)), ""}
	switch {
	case l.err != nil:
		return strings.Join(append(rows, indent(th.Error, journal.ErrorMessage(l.err), w)), "\n"), nil
	case !l.read:
		return "", nil
	case len(l.cards) == 0:
		return strings.Join(append(rows, indent(th.Faint, "There are no cards.", w)), "\n"), nil
	}
	titles := l.titleWidth(w)
	list, cur := l.list.render(h-len(rows), th, w, func(i int, chosen bool) string {
		c, style := l.cards[i], th.Text
		if chosen {
			style = th.Selected
		}
		row := chosenMark(chosen) + style.Render(widget.Pad(c.Title, titles))
		if w >= sourcesFrom {
			row += th.Faint.Render("  " + widget.Cut(strings.Join(sourceTitles(c.Sources), " · "), w-titles-5))
		}
		return l.env.spots.row(row, chosen, func() tea.Cmd { l.list.Move(i - l.list.At); return nil })
	})
	below := rowCursor(cur, len(rows))
	rows = append(rows, list...)
	if c := l.cards[l.list.At]; h-len(rows) >= beginningFrom && len(c.Body) > 0 {
		rows = append(rows, "")
		for _, row := range cardBeginning(c.Body, min(w-4, l.env.measure())) {
			rows = append(rows, "  "+th.Faint.Render(row))
		}
	}
	return strings.Join(rows, "\n"), below
}

// cardBeginning is the first words of a card in at most beginningRows rows of w cells: its first
// paragraph, or the first items of the list it begins with.
func cardBeginning(body []string, w int) []string {
	if !strings.HasPrefix(body[0], "- ") {
		return widget.Wrap(oneLine(body[0]), w, beginningRows)
	}
	var rows []string
	for _, row := range layBody(body, w) {
		if row.text == "" { // the list is over
			break
		}
		if len(rows) == beginningRows {
			rows[beginningRows-1] = ansi.Truncate(rows[beginningRows-1]+"…", w, "…")
			break
		}
		rows = append(rows, row.text)
	}
	return rows
}

// sourcesFrom is the width from which sources stand beside the titles, in cells.
const sourcesFrom = 56

// titleWidth is how wide the titles are drawn: as the longest, and at most two thirds of a row that
// has its sources beside.
func (l *LibraryScreen) titleWidth(w int) int {
	longest := 0
	for _, c := range l.cards {
		longest = max(longest, ansi.StringWidth(c.Title))
	}
	if w < sourcesFrom {
		return w - 3
	}
	return min(longest, w*2/3)
}
