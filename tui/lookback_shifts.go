package tui

import (
	"context"
	"fmt"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/widget"
)

// lookShifts is the shifts of all relationships, and of one's own answers, as one line through time.
type lookShifts struct {
	env  *Env
	all  []journal.PastLine // newest first
	next store.Cursor
	list lookList
}

func newLookShifts(env *Env) *lookShifts { return &lookShifts{env: env} }

func (p *lookShifts) title() string     { return "shifts" }
func (p *lookShifts) move(n int)        { p.list.Move(n) }
func (p *lookShifts) actions() []Action { return []Action{p.list.openAction()} }

// read reads as much as was there again.
func (p *lookShifts) read() lookRead {
	st, limit := p.env.Store, max(rowsRead, len(p.all))
	return func(ctx context.Context) (func(), error) {
		all, next, err := st.ShiftLine(ctx, "", limit)
		return func() { p.take(all, next) }, err
	}
}

func (p *lookShifts) more() lookRead {
	if p.next == "" || !p.list.NearEnd() {
		return nil
	}
	st, before := p.env.Store, p.next
	return func(ctx context.Context) (func(), error) {
		some, next, err := st.ShiftLine(ctx, before, rowsRead)
		return func() { p.take(append(p.all, some...), next) }, err
	}
}

// take lays the line: a year and a month where they begin, a knot for each shift.
func (p *lookShifts) take(all []journal.PastLine, next store.Cursor) {
	p.all, p.next = all, next
	p.list.refill(func() {
		var was journal.Date
		for i, l := range all {
			month := "    "
			switch {
			case i == 0:
				p.list.say(fmt.Sprintf("%04d  ┬", l.On.Year))
			case l.On.Year != was.Year:
				p.list.say("      │")
				p.list.say(fmt.Sprintf("%04d  ┼", l.On.Year))
			case l.On.Month != was.Month:
				p.list.say("      │")
			}
			if i == 0 || l.On.Year != was.Year || l.On.Month != was.Month {
				month = widget.Pad(l.On.Month.String()[:3], 4)
			}
			was = l.On
			p.list.add(pastRow(p.env, l, month+"  ● "+fmt.Sprintf("%2d  ", l.On.Day)))
		}
		if next == "" && len(all) > 0 {
			p.list.say("      ┴")
		}
	})
}

func (p *lookShifts) render(w, h int) ([]string, int) {
	if p.list.Len == 0 {
		return lookEmpty(p.env, w, "The shifts of all your conversations and answers will stand here as one line through time. A line “shift: …” in a note becomes one.")
	}
	return p.list.render(p.env, w, h)
}
