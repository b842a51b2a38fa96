package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
)

// paged is the rows read so far and where the next ones begin.
type paged[T any] struct {
	rows []T
	next store.Cursor
}

func (a paged[T]) with(b paged[T]) paged[T] { return paged[T]{append(a.rows, b.rows...), b.next} }

// relationshipPage is what one read of the page found.
type relationshipPage struct {
	rel          journal.RelationshipSummary
	person       journal.PersonSummary
	sessions     paged[journal.SessionView]
	open, closed paged[journal.ActionView]
	waiting      paged[journal.TopicView]
	past         paged[journal.TopicView]
	answers      int
	way          wayIn
	parts        []func() // put what the other parts read in place
	shown        relTab   // the part that was shown when this was asked for
}

// previewRunes is how much of a note the timeline reads: enough for its rows also where the note
// begins with lines that lift.
const previewRunes = 600

// Init reads again as much as was there.
func (p *RelationshipScreen) Init() tea.Cmd {
	p.seq++
	p.reading = false
	st, id, parts, part, shown := p.env.Store, p.id, p.parts, p.part(), p.tab
	sessions, open, closed := max(rowsRead/2, len(p.sessions.rows)), max(rowsRead, len(p.open.rows)), max(rowsRead/2, len(p.closed.rows))
	waiting, past := max(rowsRead, len(p.waiting.rows)), max(rowsRead/2, len(p.past.rows))
	open, closed = reach(open, p.to.action != 0), reach(closed, p.to.action != 0)
	waiting, past = reach(waiting, p.to.topic != 0), reach(past, p.to.topic != 0)
	return load(p.env, p.ID(), p.seq, func(ctx context.Context) (relationshipPage, error) {
		g := relationshipPage{shown: shown}
		var err error
		if g.rel, err = st.Relationship(ctx, id); err != nil {
			return g, err
		}
		if g.person, err = st.Person(ctx, g.rel.PersonID); err != nil {
			return g, err
		}
		if g.answers, err = st.CountReflections(ctx, g.rel.PersonID); err != nil {
			return g, err
		}
		if g.sessions.rows, g.sessions.next, err = st.Sessions(ctx, store.SessionQuery{RelationshipID: id, Limit: sessions, Preview: previewRunes}); err != nil {
			return g, err
		}
		if g.open.rows, g.open.next, err = st.Actions(ctx, store.ActionQuery{RelationshipID: id, Limit: open}); err != nil {
			return g, err
		}
		if g.closed.rows, g.closed.next, err = st.Actions(ctx, store.ActionQuery{RelationshipID: id, Closed: true, Limit: closed}); err != nil {
			return g, err
		}
		if g.waiting.rows, g.waiting.next, err = st.Topics(ctx, store.TopicQuery{RelationshipID: id, Limit: waiting}); err != nil {
			return g, err
		}
		if g.past.rows, g.past.next, err = st.Topics(ctx, store.TopicQuery{RelationshipID: id, Closed: true, Limit: past}); err != nil {
			return g, err
		}
		if g.way, err = readWayIn(ctx, st, g.rel); err != nil {
			return g, err
		}
		g.parts, err = readParts(ctx, st, parts, part, g.rel)
		return g, err
	})
}

// more reads on in the list of the tab whose cursor nears its end.
func (p *RelationshipScreen) more() tea.Cmd {
	if p.reading || !p.read {
		return nil
	}
	if p.part() != nil {
		return p.morePart()
	}
	st, id := p.env.Store, p.id
	var read func(context.Context) (relationshipPage, error)
	switch {
	case p.tab == tabTimeline && p.sessions.next != "" && p.timeline.NearEnd():
		after := p.sessions.next
		read = func(ctx context.Context) (g relationshipPage, err error) {
			g.sessions.rows, g.sessions.next, err = st.Sessions(ctx, store.SessionQuery{RelationshipID: id, Before: after, Limit: rowsRead / 2, Preview: previewRunes})
			return g, err
		}
	case p.tab == tabActions && p.actions.NearEnd() && p.open.next+p.closed.next != "":
		q := store.ActionQuery{RelationshipID: id, After: p.open.next, Limit: rowsRead}
		if p.open.next == "" {
			q.After, q.Closed = p.closed.next, true
		}
		read = func(ctx context.Context) (g relationshipPage, err error) {
			to := &g.open
			if q.Closed {
				to = &g.closed
			}
			to.rows, to.next, err = st.Actions(ctx, q)
			return g, err
		}
	case p.tab == tabTopics && p.topics.NearEnd() && p.waiting.next+p.past.next != "":
		q := store.TopicQuery{RelationshipID: id, After: p.waiting.next, Limit: rowsRead}
		if p.waiting.next == "" {
			q.After, q.Closed = p.past.next, true
		}
		read = func(ctx context.Context) (g relationshipPage, err error) {
			to := &g.waiting
			if q.Closed {
				to = &g.past
			}
			to.rows, to.next, err = st.Topics(ctx, q)
			return g, err
		}
	default:
		return nil
	}
	p.reading = true
	tab := p.tab
	return load(p.env, p.ID(), p.seq, func(ctx context.Context) (relationshipMore, error) {
		g, err := read(ctx)
		return relationshipMore{tab: tab, page: g}, err
	})
}

// relationshipMore is what goes below the rows of one tab.
type relationshipMore struct {
	tab  relTab
	page relationshipPage
}
