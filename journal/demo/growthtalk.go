package demo

import (
	"math"
	"strconv"
	"strings"
	"time"

	"bothways/journal"
)

// converse writes conversation n, the bond's next, and the topics it settles.
func (g *growth) converse(to Sink, b *bond, n int) error {
	r := g.chance
	at := g.at(n, b).Add(time.Duration(r.IntN(12)*5) * time.Minute)
	g.last = at
	length := noteLength(r.Float64())
	minutes := 15 + 5*r.IntN(13)
	if length < 30 {
		minutes = 5 * r.IntN(4)
	}
	medium := b.medium
	if r.IntN(7) == 0 {
		medium = pick(r, journal.Media())
	}
	role := b.rel.Role
	if r.IntN(25) == 0 {
		role = pick(r, journal.Roles())
	}
	kept := at.Add(time.Duration(minutes+5+r.IntN(60)) * time.Minute)
	g.ids.session++
	g.talk.Session = journal.Session{
		ID: g.ids.session, UID: g.uids.at(at), RelationshipID: b.rel.ID, At: at, Minutes: minutes, Medium: medium, Role: role,
		Note: g.note(b, n, role, length, journal.DateOf(at)), Rev: 1, CreatedAt: kept, UpdatedAt: kept,
	}
	if r.IntN(30) == 0 {
		g.talk.Session.Private = string(b.decks.private.deal(r).appendTo(nil, &b.cast, r))
	}
	g.talk.PersonID, g.talk.PersonName = b.person.ID, b.person.Name
	g.talk.CheckIn = b.checkIn(role, g.mood)
	things, _ := journal.Lift(g.talk.Session.Note, journal.LiftContext{On: journal.DateOf(at), Person: b.person.Name})
	g.topics = g.talk.lifted(things, &g.ids, g.uids, g.topics[:0])
	for i := range g.talk.Actions {
		g.finish(b, n, &g.talk.Actions[i])
	}
	g.actions += len(g.talk.Actions)
	if err := to.Conversation(g.talk); err != nil {
		return err
	}
	for _, t := range g.topics {
		b.topics = append(b.topics, waitingTopic{t, b.held + 1 + r.IntN(2)})
	}
	b.held++
	if err := g.settle(to, b); err != nil {
		return err
	}
	return g.follow(to, b)
}

// settle hands over the topics that the conversation just held has raised, and after the last one
// those that never will be.
func (g *growth) settle(to Sink, b *bond) error {
	kept := b.topics[:0]
	for _, w := range b.topics {
		switch {
		case w.in == b.held-1 && w.topic.ID%7 != 0:
			w.topic.State, w.topic.RaisedIn = journal.TopicRaised, g.talk.Session.ID
		case w.in < b.held, b.held == b.total && b.rel.State == journal.StateEnded:
			w.topic.State = journal.TopicDropped
		case b.held < b.total:
			kept = append(kept, w)
			continue
		}
		if err := to.Topic(w.topic); err != nil {
			return err
		}
	}
	b.topics = kept
	return nil
}

// noteLength is about how many words a note has, for a chance between 0 and 1: now and then two
// lines, mostly a page, sometimes more.
func noteLength(chance float64) int {
	switch {
	case chance < 0.1:
		return 15
	case chance < 0.7:
		return 90 + int((chance-0.1)/0.6*210)
	}
	return 280 + int((chance-0.7)/0.3*120)
}

// note writes the words of conversation n: an opening, where in the story it is, what went on, and
// the lines that lift.
func (g *growth) note(b *bond, n int, role journal.Role, length int, on journal.Date) string {
	r := g.chance
	t := g.text[:0]
	words := 0
	add := func(line template) {
		if len(t) > 0 && t[len(t)-1] != '\n' {
			t = append(t, ' ')
		}
		t = line.appendTo(t, &b.cast, r)
		words += line.words
	}
	if length < 30 {
		add(b.decks.brief.deal(r))
	} else {
		add(b.decks.opening.deal(r))
		if r.IntN(10) < 6 {
			add(b.stage(r))
		}
		for pause := 2; words < length-15; pause-- {
			if pause == 0 {
				t = append(t, "\n\n"...)
				pause = 1 + r.IntN(3)
			}
			add(b.middle(role, r))
		}
		if r.IntN(2) == 0 {
			add(b.decks.closing.deal(r))
		}
	}
	t = g.lines(t, b, n, on)
	g.text = t
	return string(t)
}

// lines appends the lines that lift.
func (g *growth) lines(t []byte, b *bond, n int, on journal.Date) []byte {
	r := g.chance
	line := func(marker string, d *deck) {
		t = append(t, '\n')
		t = append(t, marker...)
		t = d.deal(r).appendTo(t, &b.cast, r)
	}
	bare := len(t)
	t = append(t, '\n')
	for range g.actionsDue(n) {
		if r.IntN(5) < 3 {
			line("- [ ] ", &b.decks.mine)
		} else {
			line("- [ ] @"+strings.ToLower(b.cast.name)+" ", &b.decks.theirs)
		}
		t = g.due(t, on)
	}
	for range max(0, r.IntN(4)-1) {
		if r.IntN(2) == 0 {
			line("gave: ", &b.decks.gave)
		} else {
			line("got: ", &b.decks.got)
		}
	}
	if r.IntN(10) < 3 {
		line("shift: ", &b.decks.shift)
	}
	if b.held+1 < b.total && r.IntN(10) < 4 {
		line("ask: ", &b.decks.ask)
	}
	if b.held+1 < b.total && r.IntN(15) == 0 {
		line("ask!: ", &b.decks.hard)
	}
	if r.IntN(25) == 0 {
		line("priv: ", &b.decks.priv)
	}
	if len(t) == bare+1 {
		return t[:bare]
	}
	return t
}

// actionsDue is how many actions conversation n has, so that in the end there are exactly as many
// as there should be: what is due by then, give or take two.
func (g *growth) actionsDue(n int) int {
	due := share(g.size.actions, n+1, g.size.sessions) - g.actions
	if n+1 < g.size.sessions {
		due += g.chance.IntN(5) - 2
	}
	return max(due, 0)
}

// due appends a date to an action, in one of the forms people type, or none.
func (g *growth) due(t []byte, on journal.Date) []byte {
	r := g.chance
	switch form := r.IntN(20); {
	case form < 7:
		return t
	case form < 12:
		return append(append(t, ' '), weekday(r.IntN(7))...)
	case form < 15:
		return append(t, " in "+strconv.Itoa(2+r.IntN(5))+" weeks"...)
	case form < 16:
		return append(t, " tomorrow"...)
	case form < 17:
		return append(t, " +"+strconv.Itoa(3+r.IntN(25))+"d"...)
	case form < 19:
		return append(t, " "+shortDate(on.AddDays(3+r.IntN(50)))...)
	}
	return append(t, " "+on.AddDays(3+r.IntN(80)).String()...)
}

// weekday is a weekday as people type it.
func weekday(n int) string {
	return strings.ToLower(time.Weekday(n).String()[:3])
}

// finish says what became of an action. Nearly all are closed: what stays open has no date, so
// that it does not stand above today's, and is from the last tenth of the older years.
func (g *growth) finish(b *bond, n int, a *journal.Action) {
	r := g.chance
	if n > g.size.sessions*9/10 && a.Due.IsZero() {
		open := 0.07
		if b.rel.State == journal.StatePaused {
			open = 0.3
		}
		if r.Float64() < open {
			return
		}
	}
	// Most are never carried over, some once, few more often.
	a.Carried = int(math.Pow(r.Float64(), 5) * 4)
	days := 1 + r.IntN(30) + 14*a.Carried
	if !a.Due.IsZero() {
		days = max(1, a.Due.DaysSince(journal.DateOf(a.CreatedAt))+r.IntN(9)-4+10*a.Carried)
	}
	a.ClosedAt = a.CreatedAt.AddDate(0, 0, days).Add(time.Duration(r.IntN(180)) * time.Minute)
	a.State = journal.ActionDone
	outcome := &b.decks.done
	if r.IntN(6) == 0 {
		a.State, outcome = journal.ActionDropped, &b.decks.dropped
	}
	if r.IntN(5) > 0 {
		a.Outcome = string(outcome.deal(r).appendTo(nil, &b.cast, r))
	}
}
