package tui

import (
	"context"
	"fmt"

	"bothways/journal"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// lookDayRead is how much of other years is read: several dozen a year of a long life.
const lookDayRead = 200

// lookDay is what was on this day in other years.
type lookDay struct {
	env  *Env
	day  journal.ThisDay
	list lookList
}

func newLookDay(env *Env) *lookDay { return &lookDay{env: env} }

func (p *lookDay) title() string     { return "this day" }
func (p *lookDay) more() lookRead    { return nil }
func (p *lookDay) move(n int)        { p.list.Move(n) }
func (p *lookDay) actions() []Action { return []Action{p.list.openAction()} }

func (p *lookDay) read() lookRead {
	today, st := p.env.Day(), p.env.Store
	return func(ctx context.Context) (func(), error) {
		d, err := st.ThisDay(ctx, today, lookDayRead)
		return func() { p.take(d) }, err
	}
}

func (p *lookDay) take(d journal.ThisDay) {
	p.day = d
	apart := false // some of it has another day than this one
	for _, m := range d.Memories {
		apart = apart || m.On.Month != d.On.Month || m.On.Day != d.On.Day
	}
	p.list.refill(func() {
		year := 0
		for _, m := range d.Memories {
			if m.On.Year != year {
				if year != 0 {
					p.list.say("")
				}
				year = m.On.Year
				p.list.head(fmt.Sprintf("%d · %s", year, wording.YearsAgo(m.On, d.On)))
			}
			lead := ""
			if apart {
				lead = p.env.Dates.Within(m.On) + " "
			}
			p.list.add(memoryRow(p.env, m, lead))
		}
		if d.More {
			p.list.say("")
			p.list.say("There is more from the years before; the month has it.")
		}
	})
}

func (p *lookDay) render(w, h int) ([]string, int) {
	if p.list.Len == 0 {
		return lookEmpty(p.env, w, "What you kept on this day in other years will stand here, or in the same week where that day was quiet. There is none yet.")
	}
	if !p.day.Week || h < 6 {
		return p.list.render(p.env, w, h)
	}
	said := "Nothing from any " + p.env.Dates.InWords(p.day.On) + "; this is of the same week."
	rows, cur := p.list.render(p.env, w, h-2)
	if cur >= 0 {
		cur += 2
	}
	return append([]string{"  " + p.env.Theme.Faint.Render(widget.Cut(said, w-3)), ""}, rows...), cur
}
