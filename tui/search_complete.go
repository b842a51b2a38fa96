package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bothways/tui/filters"
)

// propose is what the last word of the line may become. tab takes the first, and again the next.
type propose struct {
	taken []string // what was proposed when tab was pressed first
	at    int      // which of them stands in the line
	head  string   // what is before it
}

func (c *propose) reset() { *c = propose{} }

// proposals are what is proposed for the line as it stands.
func (p *SearchScreen) proposals() []string {
	switch {
	case len(p.taken) == 1:
		return nil // it stands in the line
	case p.taken != nil:
		return p.taken
	}
	if p.typed != p.in.Value() {
		return nil
	}
	return p.offers
}

// complete puts the first proposal in the place of the last word, or the next one.
func (p *SearchScreen) complete() tea.Cmd {
	all := p.proposals()
	if len(all) == 0 {
		return nil
	}
	if p.taken == nil {
		head, _ := filters.LastWord(p.in.Value())
		p.propose = propose{taken: all, head: head}
	} else {
		p.at = (p.at + 1) % len(all)
	}
	p.in.SetValue(p.head + all[p.at])
	if strings.HasSuffix(all[p.at], ":") { // what goes behind it is proposed at once
		p.propose.reset()
	}
	return p.again()
}
