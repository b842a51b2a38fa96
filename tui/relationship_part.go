package tui

import (
	"context"

	"bothways/journal"
	"bothways/store"
)

// relPart is one more part of a relationship's page, in a file of its own. Its rows are drawn, moved
// in and acted on by it alone; the page shows one part at a time.
type relPart interface {
	title() string // a word, for the row of parts
	count() int    // shown behind the title, 0 for nothing
	// read is run off the update loop; what it answers puts what was read in place, on the loop.
	read(ctx context.Context, st *store.Store, rel journal.RelationshipSummary) (take func(), err error)
	actions() []Action // of the chosen row and of the part, not those of the whole page
	move(n int)        // n rows down, or up where n is negative
	// render draws at most h rows of w cells and says on which of them the cursor is, -1 for none.
	render(w, h int) (rows []string, cur int)
}

// relParts are the parts of a page beside its timeline, actions, topics and what is known, in the
// order they are shown.
func relParts(env *Env) []relPart {
	return []relPart{
		newGoalsPart(env), newReviewsPart(env), newAgreementPart(env), newMatchPart(env), newBalancePart(env), newAdvicePart(env),
	}
}

// part is the one that is shown, nil where it is one of the page's own.
func (p *RelationshipScreen) part() relPart {
	if i := int(p.tab - tabParts); i >= 0 && i < len(p.parts) {
		return p.parts[i]
	}
	return nil
}

// order is all parts in the order they are shown: what is known comes last.
func (p *RelationshipScreen) order() []relTab {
	order := []relTab{tabTimeline, tabActions, tabTopics}
	for i := range p.parts {
		order = append(order, tabParts+relTab(i))
	}
	return append(order, tabAbout)
}

// readParts reads the parts that are not the page's own; shown is the one that is, nil for none.
func readParts(ctx context.Context, st *store.Store, parts []relPart, shown relPart, rel journal.RelationshipSummary) (takes []func(), err error) {
	for _, part := range parts {
		take, err := readPart(ctx, st, part, part == shown, rel)
		if err != nil {
			return nil, err
		}
		takes = append(takes, take)
	}
	return takes, nil
}
