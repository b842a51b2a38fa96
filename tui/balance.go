package tui

import (
	"context"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/widget"
)

// balancePart is what went each way in a relationship, and how, in a few small pictures to read. All
// there ever was is added up, so it is read only while it is shown.
type balancePart struct {
	env   *Env
	rel   journal.RelationshipSummary
	b     journal.Balance
	there bool // it was read
	top   int  // the first row shown
}

func newBalancePart(env *Env) *balancePart { return &balancePart{env: env} }

func (p *balancePart) title() string     { return "balance" }
func (p *balancePart) count() int        { return 0 }
func (p *balancePart) actions() []Action { return nil }
func (p *balancePart) move(n int)        { p.top = max(0, p.top+max(-1000, min(n, 1000))) }

func (p *balancePart) read(ctx context.Context, st *store.Store, rel journal.RelationshipSummary) (take func(), err error) {
	b, err := st.Balance(ctx, rel.ID)
	return func() { p.rel, p.b, p.there = rel, b, true }, err
}

func (p *balancePart) glance(context.Context, *store.Store, journal.RelationshipSummary) (take func(), err error) {
	return func() {}, nil
}

func (p *balancePart) render(w, h int) ([]string, int) {
	if !p.there {
		return nil, -1
	}
	rows := balancePicture{theme: p.env.Theme, env: p.env, today: p.env.Day(), rel: p.rel, w: w - 1}.rows(p.b)
	if h <= 0 {
		return nil, -1
	}
	p.top = max(0, min(p.top, len(rows)-h))
	goesOn := p.top+h < len(rows)
	rows = rows[p.top:min(len(rows), p.top+h)]
	if goesOn && h > 1 {
		rows[h-1] = "  " + p.env.Theme.Faint.Render(widget.Cut(moreBelow, w-2))
	}
	return rows, 0
}
