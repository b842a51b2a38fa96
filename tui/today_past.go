package tui

import (
	"context"
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// readPast reads the last there was on this day in another year, nil for nothing.
func readPast(ctx context.Context, env *Env, day journal.Date) (*journal.Memory, error) {
	m, ok, err := env.Store.LastOnThisDay(ctx, day)
	if err != nil || !ok {
		return nil, err
	}
	return &m, nil
}

// pastRow is one faint line on it, where n rows are left below all else.
func (t *TodayScreen) pastRow(w, n int) []string {
	if t.past == nil || n < 1 || w < 50 {
		return nil
	}
	th, v, m := t.env.Theme, t.env.Veil, *t.past
	head := wording.YearsAgo(m.On, t.env.Day())
	if m.On.Day == t.env.Day().Day {
		head += " today"
	} else {
		head = fmt.Sprintf("%d February %d", m.On.Day, m.On.Year)
	}
	if who := wording.FirstName(v.Name(m.PersonName)); who != "" {
		head += ", " + widget.Cut(who, 16)
	}
	said := memoryRow(t.env, m, "").said(v)
	key := t.env.key("look back", "M")
	room := w - 5 - ansi.StringWidth("   "+key+" look back")
	row := widget.Cut(strings.ToUpper(head[:1])+head[1:]+": “"+said, room)
	if ansi.StringWidth(row) < room {
		row += "”"
	}
	rows := []string{"  " + th.Faint.Render(row) + "   " + th.Key.Render(key) + th.Faint.Render(" look back")}
	if n > 1 {
		rows = append([]string{""}, rows...)
	}
	return rows
}
