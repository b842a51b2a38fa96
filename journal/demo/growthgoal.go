package demo

import (
	"slices"
	"time"

	"bothways/journal"
)

// mostGoals is how many goals a relationship of the older years has at most.
const mostGoals = 3

// plannedGoal is a goal with the numbers of the conversations it comes up in and is closed after.
type plannedGoal struct {
	goal        journal.Goal // without an ID as long as it has not come up
	begin, done int
}

// planGoals plans the goals of a bond; a third have none.
func (a *arcs) planGoals(b *bond) {
	r := a.chance
	if r.IntN(3) == 0 {
		return
	}
	for range 1 + r.IntN(mostGoals) {
		card := a.nextGoal()
		p := plannedGoal{begin: 1 + r.IntN(1+b.total/2)}
		p.done = p.begin + 2 + r.IntN(b.total/2)
		p.goal = journal.Goal{
			RelationshipID: b.rel.ID, Kind: card.kind, Tag: card.tag, State: journal.GoalOpen,
			Text: string(card.text.appendTo(nil, &b.cast, r)),
		}
		b.arc.goals = append(b.arc.goals, p)
	}
}

// nextGoal deals a goal, as a deck does with lines.
func (a *arcs) nextGoal() goalCard {
	at := a.dealt % len(a.goals)
	if at == 0 {
		a.chance.Shuffle(len(a.goals), func(i, k int) { a.goals[i], a.goals[k] = a.goals[k], a.goals[i] })
	}
	a.dealt++
	return a.goals[at]
}

// progress notes how a bond's goals go after the conversation just held, and hands over those that
// nothing more will be noted of: all of them after the last one.
func (g *growth) progress(to Sink, b *bond, at time.Time) error {
	a, r := g.arcs, g.arcs.chance
	kept := b.arc.goals[:0]
	for _, p := range b.arc.goals {
		begun := p.goal.ID != 0
		last := b.held == b.total
		switch {
		case !begun && b.held == p.begin:
			g.ids.goal++
			p.goal.ID, p.goal.UID, p.goal.CreatedAt = g.ids.goal, a.uids.at(at), at
		case begun && (b.held == p.done || last && b.rel.State == journal.StateEnded):
			words := &a.decks.reached
			p.goal.State, p.goal.ClosedAt = journal.GoalReached, at
			if r.IntN(4) == 0 {
				words, p.goal.State = &a.decks.letGo, journal.GoalLetGo
			}
			g.goalNote(&p.goal, b, words)
			last = true
		case begun && r.IntN(5) == 0:
			g.goalNote(&p.goal, b, &a.decks.note)
		}
		if !last {
			kept = append(kept, p)
			continue
		}
		if p.goal.ID == 0 { // it never came up
			continue
		}
		slices.Reverse(p.goal.Notes)
		if err := to.Goal(p.goal); err != nil {
			return err
		}
	}
	b.arc.goals = kept
	return nil
}

// goalNote adds a progress note, mostly from the conversation just held.
func (g *growth) goalNote(to *journal.Goal, b *bond, from *deck) {
	s := &g.talk.Session
	on := journal.DateOf(s.At)
	g.ids.goalNote++
	n := journal.GoalNote{ID: g.ids.goalNote, UID: g.arcs.uids.at(noteTime(on, g.zone)), GoalID: to.ID, On: on, Text: g.arcs.say(from, b)}
	if g.arcs.chance.IntN(5) > 0 {
		n.SessionID, n.SessionUID = s.ID, s.UID
	}
	to.Notes = append(to.Notes, n)
}
