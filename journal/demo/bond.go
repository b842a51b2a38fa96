package demo

import (
	"math/rand/v2"
	"time"

	"bothways/journal"
)

// bond is one relationship of the older years while it lasts.
type bond struct {
	person journal.Person
	rel    journal.Relationship
	cast   cast
	hour   int // when they tend to talk
	medium journal.Medium
	total  int // conversations altogether
	held   int // conversations so far
	topics []waitingTopic
	decks  decks
	arc    arc
	energy float64 // how it has been going lately, between MinEnergy and MaxEnergy, about
}

// waitingTopic is a topic that will be raised, or given up, in a later conversation.
type waitingTopic struct {
	topic journal.Topic
	in    int // the number of that conversation; beyond the last, it never is
}

// decks are the parts a bond's notes are dealt from.
type decks struct {
	opening, beginning, doubt, turn, ending, mentor, mentee, shared, closing, brief deck
	mine, theirs, gave, got, shift, ask, hard, priv, done, dropped, private         deck
}

func newDecks(p *pool) decks {
	n, l := &p.note, &p.line
	d := func(t []template) deck { return deck{cards: t} }
	return decks{
		opening: d(n.opening), beginning: d(n.beginning), doubt: d(n.doubt), turn: d(n.turn), ending: d(n.ending),
		mentor: d(n.mentor), mentee: d(n.mentee), shared: d(n.shared), closing: d(n.closing), brief: d(n.brief),
		mine: d(l.mine), theirs: d(l.theirs), gave: d(l.gave), got: d(l.got), shift: d(l.shift), ask: d(l.ask),
		hard: d(l.hard), priv: d(l.priv), done: d(l.done), dropped: d(l.dropped), private: d(l.private),
	}
}

// stage deals a line that fits where in its story the bond is.
func (b *bond) stage(r *rand.Rand) template {
	switch at := 10 * b.held / b.total; {
	case at < 2:
		return b.decks.beginning.deal(r)
	case at < 5, b.rel.State == journal.StatePaused && at >= 8:
		return b.decks.doubt.deal(r)
	case at < 8:
		return b.decks.turn.deal(r)
	}
	return b.decks.ending.deal(r)
}

// middle deals a line that fits the role I took.
func (b *bond) middle(role journal.Role, r *rand.Rand) template {
	pick := r.IntN(10)
	switch {
	case pick < 4:
		return b.decks.shared.deal(r)
	case role == journal.RoleMentor, role == journal.RoleMutual && pick < 7:
		return b.decks.mentor.deal(r)
	}
	return b.decks.mentee.deal(r)
}

// meet begins a bond of so many conversations.
func (g *growth) meet(total int, from, until time.Time, paused bool) *bond {
	r := g.chance
	w := g.pool.walks[r.IntN(len(g.pool.walks))]
	b := &bond{total: total, decks: newDecks(g.pool), hour: 8 + r.IntN(13), medium: journal.MediumInPerson}
	full := g.names.next(r)
	b.cast = cast{
		name: full.first, trade: w.trade,
		other: pick(r, g.pool.first), boss: pick(r, g.pool.first),
		matter: pick(r, g.pool.words["matter"]), relative: pick(r, g.pool.words["relative"]),
	}
	for b.cast.other == full.first {
		b.cast.other = pick(r, g.pool.first)
	}
	for b.cast.boss == full.first || b.cast.boss == b.cast.other {
		b.cast.boss = pick(r, g.pool.first)
	}
	if r.IntN(5) == 0 {
		b.medium = journal.MediumCall
	}
	g.ids.person++
	g.ids.relationship++
	b.person = journal.Person{
		ID: g.ids.person, UID: g.uids.at(from), Name: full.first + " " + full.last,
		HowKnown: w.known, Notes: "By trade: " + w.trade + ".", CreatedAt: from,
	}
	b.rel = journal.Relationship{
		ID: g.ids.relationship, UID: g.uids.at(from), PersonID: b.person.ID,
		Setting: w.setting, Focus: w.focus, State: journal.StateEnded, From: journal.DateOf(from), Until: journal.DateOf(until), CreatedAt: from,
		Kind: pick(r, journal.Kinds()), Formality: pick(r, []journal.Formality{journal.Formal, journal.Informal, journal.Informal, journal.FormalUnsaid}),
	}
	if paused {
		b.rel.State, b.rel.Until = journal.StatePaused, journal.Date{}
	}
	if r.IntN(3) > 0 {
		b.rel.Rhythm = journal.Rhythm{Every: 1 + r.IntN(6), Unit: journal.Weeks}
	}
	switch turn := r.IntN(20); {
	case turn < 9:
		b.rel.Role, b.rel.Purpose = journal.RoleMentor, w.asMentor
	case turn < 18:
		b.rel.Role, b.rel.Purpose = journal.RoleMentee, w.asMentee
	default:
		b.rel.Role, b.rel.Purpose = journal.RoleMutual, w.asMentor+"; "+w.asMentee
	}
	return b
}

// pick is one of several.
func pick[T any](r *rand.Rand, of []T) T { return of[r.IntN(len(of))] }

// fullName is a made-up name.
type fullName struct{ first, last string }

// names gives out full names, none twice.
type names struct {
	first, last []string
	given       map[fullName]bool
}

func (n *names) next(r *rand.Rand) fullName {
	for {
		name := fullName{pick(r, n.first), pick(r, n.last)}
		if !n.given[name] {
			n.given[name] = true
			return name
		}
	}
}
