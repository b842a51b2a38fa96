package tui

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/tui/theme"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// askThanks writes what one is thankful for. It may be written before an ending and after it.
func askThanks(env *Env, r journal.RelationshipSummary) tea.Cmd {
	return ask(newForm("Thanks to "+r.PersonName, []field{
		{key: "thanks", label: "thanks", hint: "for what? for yourself, or to be sent", value: r.Thanks, long: true},
	}, func(v values) tea.Cmd {
		if !v.anyChanged() {
			return nil
		}
		return changeEnding(env, r.ID, "Kept.", func(now *journal.Relationship) { now.Thanks = v.text("thanks") })
	}))
}

// askEndedOn sets the day on which a relationship ended.
func askEndedOn(env *Env, r journal.RelationshipSummary) tea.Cmd {
	return ask(newPrompt("When did it end?", "yesterday · fri · 12 nov", r.EndedOn.String(), endedEcho(env, r.Relationship), func(s string) tea.Cmd {
		day, _ := pastDay(s, env.Now())
		if day == r.EndedOn {
			return nil
		}
		return changeEnding(env, r.ID, "Set.", func(now *journal.Relationship) { now.EndedOn = day })
	}))
}

// askPastEndings changes the day and the thanks of the endings before.
func askPastEndings(env *Env, all []journal.PastEnding) tea.Cmd {
	var fields []field
	for i, e := range all {
		day, thanks := pastEndingKeys(i)
		fields = append(fields,
			field{key: day, label: "ended", hint: "12 nov · none where nobody knows", value: e.On.String(), echo: dayBeforeEcho(env, e.Again)},
			field{key: thanks, label: "thanks", hint: "for what?", value: e.Thanks, long: true})
	}
	return ask(newForm("As it ended before", fields, func(v values) tea.Cmd {
		if !v.anyChanged() {
			return nil
		}
		var changed []journal.PastEnding
		for i, e := range all {
			day, thanks := pastEndingKeys(i)
			if v.changed(day) || v.changed(thanks) {
				e.On, _ = dayBefore(env, v.text(day))
				e.Thanks = v.text(thanks)
				changed = append(changed, e)
			}
		}
		return write(env, "Changed. "+env.key("undo", "u")+" takes it back.", func(ctx context.Context) error { return env.Store.ChangePastEndings(ctx, changed) })
	}))
}

func pastEndingKeys(i int) (day, thanks string) {
	return fmt.Sprintf("on%d", i), fmt.Sprintf("thanks%d", i)
}

// dayBefore reads a day that has been; "" and "none" are no day.
func dayBefore(env *Env, s string) (journal.Date, bool) {
	if d, ok := typedDate(s, env.Day()); ok && d.IsZero() {
		return d, true
	}
	return pastDay(s, env.Now())
}

// dayBeforeEcho says which day a line means, and takes none after the day it began again.
func dayBeforeEcho(env *Env, again journal.Date) func(string) (string, bool) {
	past := pastEcho(env)
	return func(s string) (string, bool) {
		d, ok := dayBefore(env, s)
		switch {
		case ok && d.IsZero():
			return "nobody knows the day", true
		case ok && d.After(again):
			return "It began again on " + env.Dates.Long(again, env.Day()) + "; it ended on that day or before.", false
		}
		return past(s)
	}
}

// endedEcho says which day a line means, and why it cannot have ended on it.
func endedEcho(env *Env, r journal.Relationship) func(string) (string, bool) {
	past := pastEcho(env)
	return func(s string) (string, bool) {
		said, ok := past(s)
		day, _ := pastDay(s, env.Now())
		if ok && r.CheckEnding(day, env.Day()) != nil {
			began, since := "It began on ", r.From
			if day.Before(r.ResumedOn) {
				began, since = "It went on again on ", r.ResumedOn
			}
			return began + env.Dates.Long(since, env.Day()) + "; it ended on that day or later.", false
		}
		return said, ok
	}
}

// askGoalWords changes the words of a goal; what it is about stays.
func askGoalWords(env *Env, g journal.Goal) tea.Cmd {
	return ask(newPrompt("Change", "what do you work toward?", g.Text, someWords("A goal needs a few words."), func(s string) tea.Cmd {
		if s == g.Text {
			return nil
		}
		return write(env, "Changed.", func(ctx context.Context) error {
			now, err := env.Store.Goal(ctx, g.ID)
			if err != nil {
				return err
			}
			now.Text = s
			return env.Store.ChangeGoal(ctx, now)
		})
	}))
}

// changeEnding changes a relationship as the journal holds it by then.
func changeEnding(env *Env, id int64, done string, change func(*journal.Relationship)) tea.Cmd {
	return write(env, done, func(ctx context.Context) error {
		now, err := env.Store.Relationship(ctx, id)
		if err != nil {
			return err
		}
		change(&now.Relationship)
		return env.Store.ChangeRelationship(ctx, now.Relationship)
	})
}

// endAsk asks before a relationship ends, on which day, and what becomes of the actions that are still
// open.
type endAsk struct {
	env    *Env
	rel    journal.RelationshipSummary
	on     journal.Date // the day it ended, zero for today
	open   string       // what is, "" for nothing
	goes   string       // what is planned and goes with it, "" for nothing
	choose bool         // there are open actions to leave or to drop
	top    int          // the first row drawn
	theme  *theme.Theme
}

func askEnd(p *FarewellScreen) tea.Cmd {
	env, r := p.env, p.rel
	return ask(&endAsk{
		env: env, rel: r, open: stillOpen(p.open, p.more, wording.FirstName(r.PersonName)),
		goes: goesWithIt(env.Dates, r.NextSession, p.plan, env.Day()), choose: p.open.Actions() > 0, theme: env.Theme,
	})
}

// goesWithIt says which plans end with a relationship, "" for none.
func goesWithIt(dates wording.Dates, talk, review, today journal.Date) string {
	var goes []string
	if !talk.IsZero() && !talk.Before(today) {
		goes = append(goes, "the conversation planned for "+dates.Long(talk, today))
	}
	if !review.IsZero() {
		goes = append(goes, "the review planned for "+dates.Long(review, today))
	}
	switch len(goes) {
	case 0:
		return ""
	case 1:
		return "T" + goes[0][1:] + " goes with it."
	}
	return "T" + goes[0][1:] + " and " + goes[1] + " go with it."
}

func (e *endAsk) Title() string           { return "End it with " + e.rel.PersonName + "?" }
func (e *endAsk) setTheme(t *theme.Theme) { e.theme = t }

func (e *endAsk) Hint() string {
	if e.choose {
		return "y end · d end, drop them · w when · esc never mind"
	}
	return "y end · w when · esc never mind"
}

func (e *endAsk) Update(msg tea.Msg) (bool, tea.Cmd) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return false, nil
	}
	switch s := k.String(); {
	case s == "y" || s == "Y":
		return true, e.end(journal.LeaveActions)
	case e.choose && s == "d":
		return true, e.end(journal.DropActions)
	case s == "w":
		return false, e.askWhen()
	case s == "down" || s == "j":
		e.top++
	case s == "up" || s == "k":
		e.top--
	case s == "esc" || s == "n" || s == "N" || s == "q":
		return true, nil
	}
	return false, nil
}

// askWhen asks for the day it ended, over the question that goes on then.
func (e *endAsk) askWhen() tea.Cmd {
	value := ""
	if !e.on.IsZero() {
		value = e.on.String()
	}
	return ask(newPrompt("When did it end?", "yesterday · fri · 12 nov", value, endedEcho(e.env, e.rel.Relationship), func(s string) tea.Cmd {
		e.on, _ = pastDay(s, e.env.Now())
		return nil
	}))
}

func (e *endAsk) end(actions journal.LeftActions) tea.Cmd {
	env, id, on := e.env, e.rel.ID, e.on
	return write(env, "Ended. "+e.env.key("undo", "u")+" takes it back.", func(ctx context.Context) error {
		return env.Store.EndRelationship(ctx, id, journal.Ending{On: on, Actions: actions})
	})
}

// Render says all of it, and where there is little room what cannot be seen elsewhere; the arrows
// scroll what is still too long.
func (e *endAsk) Render(w, h int) (string, *tea.Cursor) {
	var on, open, choose string
	if !e.on.IsZero() && e.on != e.env.Day() {
		on = "It ended on " + e.env.Dates.Long(e.on, e.env.Day()) + "."
	}
	if e.open != "" {
		open = "Still open: " + e.open + "."
	}
	if e.choose {
		choose = "The open actions: y leaves them open, d drops them."
	}
	whole := open
	if open != "" {
		whole += " That may stay so."
	}
	var rows []string
	for _, said := range [][]string{
		{on, whole, choose, e.goes, "Nothing is deleted: all of it stays whole and readable, and it can begin again."},
		{on, open, choose, e.goes},
		{on, e.goes, open}, // the line of keys has what becomes of the actions
	} {
		said = slices.DeleteFunc(said, func(s string) bool { return s == "" })
		if rows = widget.Wrap(strings.Join(said, "\n"), w, 0); len(rows) <= h && len(said) > 0 {
			break
		}
	}
	e.top = max(0, min(e.top, len(rows)-h))
	return strings.Join(rows[e.top:min(len(rows), e.top+h)], "\n"), nil
}

// stillOpen says what is not settled, "" where all is.
func stillOpen(u journal.Unsettled, more bool, first string) string {
	var parts []string
	add := func(n int, one, several string) {
		switch {
		case n == 1:
			parts = append(parts, one)
		case n > 1:
			parts = append(parts, fmt.Sprintf("%d %s", n, several))
		}
	}
	add(len(u.Mine), "1 action of yours", "actions of yours")
	add(len(u.Theirs), "1 of "+first+"'s", "of "+first+"'s")
	add(len(u.Goals), "1 goal", "goals")
	add(len(u.Topics), "1 topic", "topics")
	if more {
		parts = append(parts, "and more")
	}
	return strings.Join(parts, ", ")
}
