package tui

import (
	"slices"

	"bothways/journal"
)

// relPlace is where on the page of a relationship somebody wants to go: a part of it, and there a row.
type relPlace struct {
	tab   relTab
	title string // of a part that is not the page's own, "" for tab

	action, topic, review, agreement int64 // ids of rows, 0 for none
	advice                           string
	look                             journal.Search // words to be lit
}

// farRows is how many rows of one list are read at most to go to one of them.
const farRows = 5000

// relationshipAt is the page of a relationship at a place.
func relationshipAt(env *Env, id int64, to relPlace) *RelationshipScreen {
	p := NewRelationship(env, id)
	p.tab = to.tab
	if i := slices.IndexFunc(p.parts, func(part relPart) bool { return part.title() == to.title }); i >= 0 {
		p.tab = tabParts + relTab(i)
		switch part := p.parts[i].(type) {
		case *advicePart:
			part.want = to.advice
			part.had.Store(farRows)
		case *reviewsPart:
			part.want = to.review
		case *agreementPart:
			part.want, part.look = to.agreement, to.look
		case *matchPart:
			part.look = to.look
		}
	}
	p.to, p.found = to, true
	if p.tab == tabAbout {
		p.about.look = to.look
	}
	return p
}

// arrive puts the cursor on the row that was wanted, once.
func (p *RelationshipScreen) arrive() {
	to := p.to
	p.to = relPlace{}
	inTwo := func(i, first, j int) int {
		if i >= 0 || j < 0 {
			return i
		}
		return first + j
	}
	if to.action != 0 {
		is := func(a journal.ActionView) bool { return a.ID == to.action }
		if i := inTwo(slices.IndexFunc(p.open.rows, is), len(p.open.rows), slices.IndexFunc(p.closedRows(), is)); i >= 0 {
			p.actions.At = i
		}
	}
	if to.topic != 0 {
		is := func(t journal.TopicView) bool { return t.ID == to.topic }
		if i := inTwo(slices.IndexFunc(p.waiting.rows, is), len(p.waiting.rows), slices.IndexFunc(p.pastRows(), is)); i >= 0 {
			p.topics.At = i
		}
	}
}

// reach is how many rows of a list are read: as many as there were, or all up to a place that is far.
func reach(rows int, far bool) int {
	if far {
		return farRows
	}
	return rows
}
