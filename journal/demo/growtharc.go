package demo

import (
	"math/rand/v2"
	"slices"
	"time"

	"bothways/journal"
)

// arc is what a relationship of the older years has besides its conversations, as far as it has come.
type arc struct {
	reviewed bool // it is looked at now and then
	renew    int  // the number of the conversation after which it is agreed on anew, 0 for never
	agreed   journal.Agreement
	standing journal.Standing
	goals    []plannedGoal
}

// arcs deal what relationships have besides their conversations. They have a chance and uids of
// their own, so that what is said in the conversations does not depend on them.
type arcs struct {
	chance *rand.Rand
	uids   uids
	asked  []answered // built-in questions of a review
	goals  []goalCard
	dealt  int // of goals
	decks  arcDecks
}

// arcDecks are the parts arcs are dealt from.
type arcDecks struct {
	why, common, watch, word, asked                           deck
	mine, theirs, confidence, limits, feedback, often, ending deck
	note, reached, letGo, review, thanks, tried, passed       deck
}

func newArcs(seed uint64, p *pool) *arcs {
	a := &p.arc
	d := func(t []template) deck { return deck{cards: t} }
	return &arcs{
		chance: rand.New(rand.NewPCG(seed, 4)), uids: newUIDs(seed, 5), goals: slices.Clone(p.goals), asked: p.reviews,
		decks: arcDecks{
			why: d(a.why), common: d(a.common), watch: d(a.watch), word: d(a.word), asked: d(a.asked),
			mine: d(a.mine), theirs: d(a.theirs), confidence: d(a.confidence), limits: d(a.limits), feedback: d(a.feedback),
			often: d(a.often), ending: d(a.ending), note: d(a.note), reached: d(a.reached), letGo: d(a.letGo), review: d(a.review),
			thanks: d(a.thanks), tried: d(a.tried), passed: d(a.passed),
		},
	}
}

// say is the next line of a deck as a bond says it.
func (a *arcs) say(d *deck, b *bond) string {
	return string(d.deal(a.chance).appendTo(nil, &b.cast, a.chance))
}

// perhaps is a line in so many of ten cases, else "".
func (a *arcs) perhaps(inTen int, d *deck, b *bond) string {
	if a.chance.IntN(10) >= inTen {
		return ""
	}
	return a.say(d, b)
}

// begin hands over the relationship of a bond and what it has from the first day on. Short ones are
// chance acquaintances and have nothing on paper.
func (g *growth) begin(to Sink, b *bond) error {
	a, r := g.arcs, g.arcs.chance
	if r.IntN(2) == 0 {
		b.rel.AskedOn = b.rel.From.AddDays(-r.IntN(15))
		b.rel.AskedHow = a.perhaps(7, &a.decks.asked, b)
	}
	long := b.total >= 6
	if long && r.IntN(5) == 0 {
		b.rel.TrialUntil = b.rel.From.AddDays(30 + r.IntN(60))
	}
	if b.rel.State == journal.StateEnded {
		b.rel.EndedOn = b.rel.Until
		b.rel.Thanks = a.perhaps(6, &a.decks.thanks, b)
	}
	if err := to.Relationship(b.rel); err != nil {
		return err
	}
	if r.IntN(5) < 2 {
		if err := to.Match(a.match(b)); err != nil {
			return err
		}
	}
	if long {
		a.planGoals(b)
	}
	b.arc.reviewed = long && (b.rel.Formality == journal.Formal || r.IntN(3) == 0)
	if !long || b.rel.Formality != journal.Formal && r.IntN(6) > 0 {
		return nil
	}
	if r.IntN(3) == 0 {
		b.arc.renew = 3 + r.IntN(b.total/2)
	}
	b.arc.agreed = a.agreement(b)
	return g.agree(to, b, b.rel.CreatedAt)
}

// match is why the two of a bond came together.
func (a *arcs) match(b *bond) journal.Match {
	m := journal.Match{
		RelationshipID: b.rel.ID, Why: a.say(&a.decks.why, b),
		Common: a.perhaps(6, &a.decks.common, b), Watch: a.perhaps(5, &a.decks.watch, b),
	}
	if a.chance.IntN(2) == 0 {
		return m
	}
	for _, line := range journal.Checklist(b.rel.Role) {
		if a.chance.IntN(8) == 0 {
			continue
		}
		// What was begun all the same had more for it than against.
		answer := journal.CheckYes
		switch a.chance.IntN(12) {
		case 0:
			answer = journal.CheckNo
		case 1, 2:
			answer = journal.CheckNotSure
		}
		m.Checks = append(m.Checks, journal.Check{Line: line.ID, Answer: answer, Word: a.perhaps(3, &a.decks.word, b)})
	}
	return m
}

// agreement is what the two of a bond agree on, without its day.
func (a *arcs) agreement(b *bond) journal.Agreement {
	d := &a.decks
	out := journal.Agreement{
		RelationshipID: b.rel.ID, ExpectMine: a.say(&d.mine, b), ExpectTheirs: a.perhaps(8, &d.theirs, b),
		Confidence: a.perhaps(8, &d.confidence, b), Boundaries: a.perhaps(5, &d.limits, b), Feedback: a.perhaps(5, &d.feedback, b),
		Often: a.perhaps(8, &d.often, b), Ending: a.perhaps(7, &d.ending, b),
	}
	if b.arc.reviewed && a.chance.IntN(2) == 0 {
		out.Review = journal.Rhythm{Every: pick(a.chance, []int{3, 4, 6, 12}), Unit: journal.Months}
	}
	return out
}

// agree hands over the agreement of a bond as it stands from a moment on.
func (g *growth) agree(to Sink, b *bond, at time.Time) error {
	g.ids.agreement++
	now := b.arc.agreed
	now.ID, now.UID, now.On, now.UpdatedAt = g.ids.agreement, g.arcs.uids.at(at), journal.DateOf(at), at
	b.arc.standing.Agreed, b.arc.standing.AgreedOn = now.Review, now.On
	return to.Agreement(now)
}

// follow hands over what comes after the conversation just held: progress, a review, another
// agreement, advice that goes on.
func (g *growth) follow(to Sink, b *bond) error {
	at := g.talk.Session.CreatedAt
	if b.held == 1 {
		b.arc.standing.First = journal.DateOf(g.talk.Session.At)
	}
	if b.held == b.arc.renew {
		again := g.arcs.agreement(b)
		b.arc.agreed.ExpectMine, b.arc.agreed.Often = again.ExpectMine, again.Often
		if err := g.agree(to, b, at); err != nil {
			return err
		}
	}
	if err := g.progress(to, b, at); err != nil {
		return err
	}
	if err := g.lookAt(to, b, at); err != nil {
		return err
	}
	return g.passOn(to, b)
}

// lookAt holds a review the same evening, where one is due.
func (g *growth) lookAt(to Sink, b *bond, after time.Time) error {
	if !b.arc.reviewed {
		return nil
	}
	a, r := g.arcs, g.arcs.chance
	going := b.rel
	going.State = journal.StateActive
	due := journal.ReviewDue(going, b.arc.standing)
	if due.IsZero() || due.After(journal.DateOf(after)) {
		return nil
	}
	at := after.Add(time.Duration(20+r.IntN(60)) * time.Minute)
	g.ids.review++
	v := journal.Review{
		ID: g.ids.review, UID: a.uids.at(at), RelationshipID: b.rel.ID, Due: due, HeldAt: at, CreatedAt: at, Rev: 1,
		Text: a.lookedAt(b),
	}
	switch {
	case b.held == b.total && b.rel.State == journal.StatePaused:
		v.Decision = journal.DecisionPause
	case b.held == b.total:
		v.Decision = journal.DecisionEnd
	default:
		v.Decision = pick(r, []journal.Decision{
			journal.DecisionGoOn, journal.DecisionGoOn, journal.DecisionGoOn, journal.DecisionGoOn, journal.DecisionChange, "",
		})
	}
	b.arc.standing.Review = journal.DateOf(at)
	return to.Review(v)
}

// lookedAt are the words of a review: one question or two, or free ones.
func (a *arcs) lookedAt(b *bond) string {
	r := a.chance
	var t []byte
	begin, step := r.IntN(len(a.asked)), 1+r.IntN(len(a.asked)/2)
	for i := range r.IntN(3) {
		q := a.asked[(begin+i*step)%len(a.asked)]
		if !q.prompt.Role.Fits(b.rel.Role) {
			continue
		}
		t = append(t, "## "+q.prompt.Text+"\n"...)
		t = append(pick(r, q.lines).appendTo(t, &b.cast, r), "\n\n"...)
	}
	for range 1 + r.IntN(3) {
		t = append(a.decks.review.deal(r).appendTo(t, &b.cast, r), ' ')
	}
	return string(t[:len(t)-1])
}

// passOn hands over what becomes of something received: now and then it is tried, and more seldom
// somebody else gets it.
func (g *growth) passOn(to Sink, b *bond) error {
	a, r := g.arcs, g.arcs.chance
	for _, e := range g.talk.Exchanges {
		if e.Direction != journal.Got {
			continue
		}
		fate := r.IntN(60)
		if fate > 3 {
			continue
		}
		on := journal.DateOf(e.CreatedAt).AddDays(1 + r.IntN(20))
		out := journal.Advice{
			ExchangeID: e.ID, Text: e.Text, FromUID: b.rel.UID, FromName: b.person.Name, On: on,
			Kind: journal.AdviceTried, Outcome: a.perhaps(8, &a.decks.tried, b),
		}
		if fate == 0 {
			other := g.chairs[r.IntN(len(g.chairs))].bond
			if other == nil || other == b {
				continue
			}
			out.Kind, out.Outcome = journal.AdvicePassed, a.perhaps(8, &a.decks.passed, b)
			out.ToID, out.ToUID, out.ToName = other.rel.ID, other.rel.UID, other.person.Name
		}
		g.ids.advice++
		out.ID, out.UID = g.ids.advice, a.uids.at(noteTime(on, g.zone))
		if err := to.Advice(out); err != nil {
			return err
		}
	}
	return nil
}
