package tui

import (
	"context"
	"strings"
	"testing"

	"bothways/journal"
	"bothways/store"
)

// countedPart is a late part that counts how often it is read.
type countedPart struct {
	*balancePart
	reads, glances int
}

func (p *countedPart) read(ctx context.Context, st *store.Store, rel journal.RelationshipSummary) (func(), error) {
	p.reads++
	return p.balancePart.read(ctx, st, rel)
}

func (p *countedPart) glance(ctx context.Context, st *store.Store, rel journal.RelationshipSummary) (func(), error) {
	p.glances++
	return p.balancePart.glance(ctx, st, rel)
}

func TestLateParts(t *testing.T) {
	t.Run("read when shown, and again only while shown", func(t *testing.T) {
		d := newDesk(t)
		c := someYears(d)
		p := NewRelationship(d.root.env, c.priya)
		part := &countedPart{balancePart: newBalancePart(d.root.env)}
		p.parts = []relPart{part}
		was := func(read, glances int) {
			t.Helper()
			if part.reads != read || part.glances != glances {
				t.Errorf("read %d times and looked at %d times, want %d and %d", part.reads, part.glances, read, glances)
			}
		}
		d.open(p)
		was(0, 1)
		d.turnTo("balance")
		was(1, 1)
		d.sees("GIVEN AND RECEIVED")
		d.settle(send(changedMsg{}))
		was(2, 1)
		d.keys("tab")
		d.settle(send(changedMsg{}))
		was(2, 2)
		d.keys("shift+tab")
		was(3, 2)
	})
	t.Run("until it is read it says nothing", func(t *testing.T) {
		d := newDesk(t)
		c := someYears(d)
		for _, title := range []string{"balance", "exchanges"} {
			p := partsPage(d.root.env, c.priya)
			d.open(p)
			if !strings.Contains(d.screen(), "exchanges 3") {
				t.Errorf("the count is not known:\n%s", d.screen())
			}
			for !strings.Contains(d.screen(), "["+title) {
				p.turn(1)() // what it asks for has not come yet
			}
			d.seesNot("added up here", "Nothing is noted", "GIVEN", "received")
			d.settle(p.readShown())
			d.sees("received")
			d.keys("esc")
		}
	})
	t.Run("turned to while the page is read", func(t *testing.T) {
		d := newDesk(t)
		c := someYears(d)
		p := partsPage(d.root.env, c.priya)
		d.open(p)
		reads := p.Init()
		p.turn(1)()
		p.turn(1)()
		p.turn(1)()
		d.sees("[balance]")
		d.settle(reads)
		d.sees("GIVEN AND RECEIVED")
	})
	t.Run("an answer to an older question is dropped", func(t *testing.T) {
		d := newDesk(t)
		c := someYears(d)
		p := partsPage(d.root.env, c.priya)
		d.open(p)
		for range 4 {
			p.turn(1)()
		}
		d.sees("[exchanges 3]")
		older := p.readShown()
		page := p.Init()
		d.settle(older)
		d.seesNot("received")
		d.settle(page)
		d.sees("received")
	})
}
