package demo

import (
	"math/rand/v2"
	"time"

	"bothways/journal"
)

const (
	openAtOnce = 8 // relationships at one time
	pausedLast = 3 // how many of the last ones are paused and not ended
)

// growth writes the older years, from their first day on. At any time there are a few
// relationships, each on a chair of its own; when one ends the next person takes the chair.
// Conversations go round the chairs, in another order every time.
type growth struct {
	size   totals
	pool   *pool
	chance *rand.Rand
	uids   uids
	ids    ids
	names  names
	first  journal.Date // the first day
	zone   *time.Location
	chairs []chair
	order  []int // of the chairs, in this round
	last   time.Time

	questions, aboutSome, aboutNone deck

	alone *answerDeck                  // of built-in questions, about nobody
	about map[journal.Role]*answerDeck // about somebody, by my role
	mood  *rand.Rand                   // of the check-ins
	arcs  *arcs

	// Used again for every note.
	text   []byte
	talk   Conversation
	topics []journal.Topic

	actions, reflected int // so far
}

// chair is a place in my life for one relationship at a time.
type chair struct {
	left   int // conversations after those of the one who sits there
	people int // people still to come
	bond   *bond
}

func newGrowth(p Plan, size totals, told *told, pool *pool) *growth {
	g := &growth{
		size: size, pool: pool, ids: told.ids, zone: told.zone,
		chance: rand.New(rand.NewPCG(p.Seed, 1)), uids: newUIDs(p.Seed, 2),
		names:     names{pool.first, pool.last, map[fullName]bool{}},
		questions: deck{cards: pool.question}, aboutSome: deck{cards: pool.aboutSome}, aboutNone: deck{cards: pool.aboutNone},
		mood: rand.New(rand.NewPCG(p.Seed, 3)),
	}
	g.alone, g.about = answerDecks(pool.answers)
	g.arcs = newArcs(p.Seed, pool)
	// A week lies between the two parts, as the told one moves some conversations back to a weekday.
	g.first = told.last.AddDays(-told.days - aWeek - size.days)
	count := min(openAtOnce, size.people)
	for i := range count {
		g.order = append(g.order, i)
		c := chair{left: size.sessions / count, people: size.people / count}
		if i < size.sessions%count {
			c.left++
		}
		if i < size.people%count {
			c.people++
		}
		g.chairs = append(g.chairs, c)
	}
	return g
}

// write hands the older years over.
func (g *growth) write(to Sink) error {
	for n := range g.size.sessions {
		place := n % len(g.chairs)
		// The last round may be short; it keeps to the chairs that have one conversation more.
		if place == 0 && n+len(g.chairs) <= g.size.sessions {
			g.chance.Shuffle(len(g.order), func(i, k int) { g.order[i], g.order[k] = g.order[k], g.order[i] })
		} else if place == 0 {
			for i := range g.order {
				g.order[i] = i
			}
		}
		sat := g.order[place]
		if b := g.chairs[sat].bond; b == nil || b.held == b.total {
			if err := g.seat(to, sat, n); err != nil {
				return err
			}
		}
		if err := g.converse(to, g.chairs[sat].bond, n); err != nil {
			return err
		}
		for g.reflected < share(g.size.reflected, n+1, g.size.sessions) {
			if err := g.reflect(to); err != nil {
				return err
			}
		}
	}
	return nil
}

// share is how much of all is due after n of total.
func share(all, n, total int) int { return int(int64(all) * int64(n) / int64(total)) }

// seat begins the next relationship on a chair with conversation n. Some get half of their even
// share of the conversations, others half as many again.
func (g *growth) seat(to Sink, number, n int) error {
	c := &g.chairs[number]
	total := c.left
	if c.people > 1 {
		even := float64(c.left) / float64(c.people)
		total = int(even * (0.5 + g.chance.Float64()))
		total = max(1, min(total, c.left-c.people+1))
	}
	c.left -= total
	c.people--
	paused := c.people == 0 && number < pausedLast && len(g.chairs) == openAtOnce
	until := min(n+total*len(g.chairs), g.size.sessions-1)
	c.bond = g.meet(total, g.at(n, c.bond), g.day(until), paused)
	if err := to.Person(c.bond.person); err != nil {
		return err
	}
	return g.begin(to, c.bond)
}

// day is midnight of the day of conversation n.
func (g *growth) day(n int) time.Time {
	d := g.first.AddDays(share(g.size.days, n, g.size.sessions))
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, g.zone)
}

// at is when conversation n may begin: on its day, at the earliest after the one before.
func (g *growth) at(n int, b *bond) time.Time {
	d := g.day(n)
	hour := 9
	if b != nil {
		hour = b.hour
	}
	t := time.Date(d.Year(), d.Month(), d.Day(), hour, 0, 0, 0, g.zone)
	if !t.After(g.last) {
		t = g.last.Add(time.Hour)
	}
	return t
}
