package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/filters"
)

// find reads what fits the line as it stands; the read before it is given up.
func (p *SearchScreen) find(limit int) tea.Cmd {
	if p.cancel != nil {
		p.cancel()
	}
	p.seq++
	p.reading = false
	var ctx context.Context
	ctx, p.cancel = context.WithCancel(p.env.Ctx)
	st, to, seq, today := p.env.Store, p.ID(), p.seq, p.env.Day()
	g := searchPage{typed: p.in.Value()}
	ended := g.typed == p.ended
	o := store.SearchOptions{Limit: limit, Best: p.best, Open: p.env.Veil.On()}
	return func() tea.Msg {
		err := g.search(ctx, st, o, today, ended)
		switch {
		case err != nil:
		case journal.Blank(g.typed):
			g.examples, err = searchExamples(ctx, st, today)
		default:
			g.offers, err = filters.Offers(ctx, st, g.typed, today)
		}
		return loaded[searchPage]{to: to, seq: seq, value: g, err: err}
	}
}

// readMore reads on below what was found.
func (p *SearchScreen) readMore() tea.Cmd {
	g := searchPage{typed: p.typed, q: p.q, more: true}
	st, o := p.env.Store, store.SearchOptions{Before: p.Next, Best: p.best, Open: p.env.Veil.On()}
	return load(p.env, p.ID(), p.seq, func(ctx context.Context) (searchPage, error) {
		var err error
		g.SearchResult, err = st.Search(ctx, g.q, o)
		return g, err
	})
}

// indexedMore says that words were taken in that could not be found before.
type indexedMore struct{}

// takeIn takes in what cannot be found yet, and searches again.
func (p *SearchScreen) takeIn() tea.Cmd {
	if p.Due == 0 || p.indexing || p.env.Store.ReadOnly() {
		return nil
	}
	p.indexing = true
	return aside(load(p.env, p.ID(), 0, func(ctx context.Context) (indexedMore, error) {
		due, err := p.env.Store.Indexed(ctx)
		if err == nil && due > 0 {
			err = journal.Errorf(journal.CodeInvalid, "The words could not all be taken in.")
		}
		return indexedMore{}, err
	}))
}

// open opens the chosen thing. Where what is shown is not yet what was found for the line, that is
// waited for, and the first of it opened.
func (p *SearchScreen) open() tea.Cmd {
	if p.shown == p.seq {
		return p.openFound()
	}
	find := p.find(store.SearchPage)
	return func() tea.Msg {
		m := find()
		if got, ok := m.(loaded[searchPage]); ok {
			got.value.open = true
			return got
		}
		return m
	}
}
