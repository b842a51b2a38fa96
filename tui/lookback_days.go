package tui

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// lookDays is what a month or a year was made of.
type lookDays struct {
	env   *Env
	again func() tea.Cmd
	days  journal.Days // zero until it is read first
	back  journal.LookBack
	list  lookList
}

func newLookDays(env *Env, again func() tea.Cmd) *lookDays { return &lookDays{env: env, again: again} }

func (p *lookDays) title() string {
	if p.days.IsYear() {
		return "a year"
	}
	return "a month"
}

func (p *lookDays) more() lookRead { return nil }
func (p *lookDays) move(n int)     { p.list.Move(n) }

func (p *lookDays) read() lookRead {
	if p.days.From.IsZero() {
		p.days = journal.MonthOf(p.env.Day())
	}
	st, days := p.env.Store, p.days
	return func(ctx context.Context) (func(), error) {
		b, err := st.LookBack(ctx, days)
		return func() { p.take(b) }, err
	}
}

// to shows other days, from their first row on.
func (p *lookDays) to(days journal.Days) tea.Cmd {
	p.days = days
	p.list.clear()
	return p.again()
}

func (p *lookDays) actions() []Action {
	open := p.list.openAction()
	now := journal.MonthOf(p.env.Day())
	name, other := "year", journal.YearOf(p.days.From)
	if p.days.IsYear() {
		name, other, now = "month", journal.MonthOf(p.days.From), journal.YearOf(p.env.Day())
		if p.days.Has(p.env.Day()) {
			other = journal.MonthOf(p.env.Day())
		}
	}
	unit := strings.TrimPrefix(p.title(), "a ")
	ahead := ""
	if !p.days.Move(1).From.Before(p.env.Day().AddDays(1)) && p.days.Has(p.env.Day()) {
		ahead = "This " + unit + " is not over yet."
	}
	return []Action{
		open,
		{ID: "before", Group: groupHere, Keys: []string{"[", "h", "left"}, Name: "before", Help: "the " + unit + " before this one", Foot: true, Run: func() tea.Cmd { return p.to(p.days.Move(-1)) }},
		{ID: "after", Group: groupHere, Keys: []string{"]", "l", "right"}, Name: "after", Help: "the " + unit + " after this one", Foot: true, Disabled: ahead, Run: func() tea.Cmd { return p.to(p.days.Move(1)) }},
		{ID: "year", Group: groupHere, Keys: []string{"y"}, Name: name, Help: "a whole year at once, or a month again", Foot: true, Run: func() tea.Cmd { return p.to(other) }},
		{ID: "now", Group: groupHere, Keys: []string{"t"}, Name: "this " + unit, Help: "back to where you are now", Run: func() tea.Cmd { return p.to(now) }},
		{ID: "when", Group: groupHere, Keys: []string{"w"}, Name: "which", Help: "go to a month or a year by its name", Foot: true, Run: p.askDays},
	}
}

// askDays asks for a month or a year.
func (p *lookDays) askDays() tea.Cmd {
	today := p.env.Day()
	read := func(s string) (journal.Days, string) {
		days, err := journal.ReadDays(s, today)
		switch {
		case err != nil:
			return days, journal.ErrorMessage(err)
		case !days.IsMonth() && !days.IsYear():
			days = journal.MonthOf(days.From)
		}
		return days, ""
	}
	return ask(newGoForm("Which month or year?", field{key: "days", label: "when", hint: "march 2025 · 2025 · last month", echo: func(s string) (string, bool) {
		days, wrong := read(s)
		if wrong != "" {
			return wrong, false
		}
		return p.env.Dates.Days(days), true
	}}, func(v values) tea.Cmd {
		days, _ := read(v.text("days"))
		return send(lookDaysMsg{days})
	}))
}

// lookDaysMsg brings the month or the year that was asked for.
type lookDaysMsg struct{ days journal.Days }

func (lookDaysMsg) target() string { return "look back" }

func (p *lookDays) take(b journal.LookBack) {
	p.back = b
	p.list.refill(func() {
		p.section("CONVERSATIONS", len(b.Sessions), func(i int) lookRow { return memoryRow(p.env, b.Sessions[i], p.lead(b.Sessions[i].On)) })
		p.section("SHIFTS", len(b.Shifts), func(i int) lookRow { return pastRow(p.env, b.Shifts[i], p.lead(b.Shifts[i].On)) })
		for _, of := range []struct {
			title string
			state journal.ActionState
		}{{"ACTIONS DONE", journal.ActionDone}, {"ACTIONS LET GO", journal.ActionDropped}} {
			all := b.Closed(of.state)
			p.section(of.title, len(all), func(i int) lookRow { return p.actionRow(all[i]) })
		}
		for _, of := range []struct {
			title string
			state journal.GoalState
		}{{"GOALS REACHED", journal.GoalReached}, {"GOALS LET GO", journal.GoalLetGo}} {
			all := b.GoalsIn(of.state)
			p.section(of.title, len(all), func(i int) lookRow { return p.goalRow(all[i]) })
		}
		p.section("ANSWERS", len(b.Answers), func(i int) lookRow { return memoryRow(p.env, b.Answers[i], p.lead(b.Answers[i].On)) })
		p.section("AGREED", len(b.Agreements), func(i int) lookRow { return p.agreementRow(b.Agreements[i]) })
		p.section("REVIEWS", len(b.Reviews), func(i int) lookRow { return p.reviewRow(b.Reviews[i]) })
		for _, of := range []struct {
			title string
			way   journal.Direction
		}{{"GIVEN", journal.Gave}, {"RECEIVED", journal.Got}} {
			all := b.Went(of.way)
			p.section(of.title, len(all), func(i int) lookRow { return pastRow(p.env, all[i], p.lead(all[i].On)) })
		}
		p.section("TALKED WITH FOR THE FIRST TIME", len(b.Met), func(i int) lookRow { return p.metRow(b.Met[i]) })
	})
}

// section adds the rows of one sort under their heading, if there are any.
func (p *lookDays) section(title string, n int, row func(i int) lookRow) {
	if n == 0 {
		return
	}
	if len(p.list.lines) > 0 {
		p.list.say("")
	}
	p.list.head(title)
	for i := range n {
		p.list.add(row(i))
	}
}

// lead is the day of a row: in a year with its month.
func (p *lookDays) lead(d journal.Date) string {
	if p.days.IsYear() {
		return p.env.Dates.Within(d) + " "
	}
	return fmt.Sprintf("%.3s %2d ", d.Weekday(), d.Day)
}

func (p *lookDays) actionRow(a journal.ActionView) lookRow {
	on := journal.DateOf(a.ClosedAt)
	r := lookRow{key: a.UID, lead: p.lead(on), who: a.PersonName, facts: string(a.State) + " " + p.env.Dates.Long(on, p.env.Day())}
	if a.Owner == journal.OwnerThem {
		r.facts += " · theirs"
	}
	text := a.Text
	if a.Outcome != "" {
		text += " → " + a.Outcome
	}
	r.tells(text)
	switch {
	case a.SessionID != 0 && a.SessionUID != "":
		r.open = func() Screen { return NewSession(p.env, a.SessionID) }
	case a.ReflectionID != 0:
		r.open = func() Screen { return NewReflection(p.env, a.ReflectionID) }
	case a.ReviewID != 0:
		r.open = func() Screen { return NewHeldReview(p.env, a.ReviewID) }
	}
	return r
}

func (p *lookDays) goalRow(g journal.PastGoal) lookRow {
	on := journal.DateOf(g.ClosedAt)
	r := lookRow{key: g.UID, lead: p.lead(on), who: g.PersonName, facts: string(g.State) + " " + p.env.Dates.Long(on, p.env.Day()), open: func() Screen { return NewGoal(p.env, g.ID) }}
	r.tells(g.Text)
	return r
}

func (p *lookDays) agreementRow(a journal.PastAgreement) lookRow {
	r := lookRow{key: a.UID, lead: p.lead(a.On), who: a.PersonName, facts: p.env.Dates.Long(a.On, p.env.Day()), open: func() Screen { return NewRelationship(p.env, a.RelationshipID) }}
	r.tells("what you expect of each other")
	return r
}

func (p *lookDays) reviewRow(v journal.PastReview) lookRow {
	on := journal.DateOf(v.HeldAt)
	r := lookRow{key: v.UID, lead: p.lead(on), who: v.PersonName, facts: p.env.Dates.Long(on, p.env.Day()), open: func() Screen { return NewHeldReview(p.env, v.ID) }}
	decision := ""
	if v.Decision != "" {
		decision = "decided: " + string(v.Decision)
		r.facts += " · " + decision
	}
	r.said = func(veil journal.Veil) string {
		if decision != "" {
			return decision
		}
		return wording.OneLine(narrative(veil.Words(v.Text)))
	}
	r.whole = func(veil journal.Veil) []string { return []string{narrative(veil.Words(v.Text))} }
	return r
}

func (p *lookDays) metRow(m journal.Meeting) lookRow {
	r := lookRow{key: "met " + m.PersonUID, lead: p.lead(m.On), who: m.PersonName, facts: p.env.Dates.Long(m.On, p.env.Day()), open: func() Screen { return NewSession(p.env, m.SessionID) }}
	r.tells("your first conversation")
	return r
}

func (p *lookDays) render(w, h int) ([]string, int) {
	th := p.env.Theme
	head := []string{"  " + th.Strong.Render(p.env.Dates.Days(p.days))}
	if p.back.Days != p.days {
		return head, -1 // it is on its way
	}
	if p.back.IsZero() {
		said := "Nothing is kept from " + p.env.Dates.Days(p.days) + ". "
		if p.days.Has(p.env.Day()) {
			said = "What you talked about, what shifted and what was done in " + p.env.Dates.Days(p.days) + " will stand here. There is nothing yet. "
		}
		rows, cur := lookEmpty(p.env, w, said+p.env.key("before", "[")+" goes further back.")
		return append(append(head, ""), rows...), cur
	}
	for _, row := range widget.Wrap(wording.LookBack(p.back), min(w-4, 100), 3) {
		head = append(head, "  "+th.Faint.Render(row))
	}
	if h >= 10 {
		head = append(head, "")
	}
	rows, cur := p.list.render(p.env, w, h-len(head))
	if cur >= 0 {
		cur += len(head)
	}
	return append(head, rows...), cur
}
