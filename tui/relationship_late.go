package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
)

// latePart is a part that is read only while it is shown, because that takes long where there are
// many years of it.
type latePart interface {
	relPart
	// glance reads what its title says, in place of read while it is not shown.
	glance(ctx context.Context, st *store.Store, rel journal.RelationshipSummary) (take func(), err error)
}

// longPart is a part whose rows are read on as its cursor nears their end.
type longPart interface {
	relPart
	// more is how the next rows are read, nil where none are wanted; what it answers puts them in place.
	more() func(context.Context, *store.Store) (take func(), err error)
}

// partRead is what was read for one part alone: it puts itself in place.
type partRead struct {
	take func()
	more bool // what goes below what is there, and what the page waited for
}

// readPart reads a part as far as the page needs it.
func readPart(ctx context.Context, st *store.Store, part relPart, shown bool, rel journal.RelationshipSummary) (take func(), err error) {
	if late, ok := part.(latePart); ok && !shown {
		return late.glance(ctx, st, rel)
	}
	return part.read(ctx, st, rel)
}

// readShown reads the part that is shown where the page left it out, nil for nothing to read.
func (p *RelationshipScreen) readShown() tea.Cmd {
	part, ok := p.part().(latePart)
	if !ok || !p.read || p.err != nil {
		return nil
	}
	st, rel := p.env.Store, p.rel
	return load(p.env, p.ID(), p.seq, func(ctx context.Context) (partRead, error) {
		take, err := part.read(ctx, st, rel)
		return partRead{take: take}, err
	})
}

// morePart reads on in the part that is shown.
func (p *RelationshipScreen) morePart() tea.Cmd {
	part, ok := p.part().(longPart)
	if !ok || p.reading || !p.read {
		return nil
	}
	read := part.more()
	if read == nil {
		return nil
	}
	p.reading = true
	st := p.env.Store
	return load(p.env, p.ID(), p.seq, func(ctx context.Context) (partRead, error) {
		take, err := read(ctx, st)
		return partRead{take: take, more: true}, err
	})
}

// takePart puts in place what was read for one part.
func (p *RelationshipScreen) takePart(msg loaded[partRead]) tea.Cmd {
	if msg.seq != p.seq {
		return nil
	}
	p.reading = p.reading && !msg.value.more
	if msg.err != nil {
		return send(failed(msg.err))
	}
	msg.value.take()
	return p.morePart()
}
