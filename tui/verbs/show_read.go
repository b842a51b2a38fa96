package verbs

import (
	"context"

	"bothways/journal"
	"bothways/store"
)

// How many conversations, and reflections about somebody, show without --all. In plain text the
// latter stand above the conversations, as a few rows.
const shownSessions, shownReflections, shownAnswers = 20, 20, 5

// shownPerson reads what there is about one person, a page of it at a time.
type shownPerson struct {
	ctx    context.Context
	store  *store.Store
	person journal.PersonSummary // with the relationships that are asked for
	query  store.SessionQuery
	all    bool // not only the latest
	veil   journal.Veil

	more bool // conversations that are not shown; known once those shown were read
}

// findShown finds the person name fits; with a role only that relationship is read of.
func findShown(ctx context.Context, s *store.Store, name string, role journal.Role, all bool) (*shownPerson, error) {
	p, err := s.FindPerson(ctx, name)
	if err != nil {
		return nil, onlyRead(err)
	}
	query := store.SessionQuery{PersonID: p.ID, Limit: shownSessions}
	if role != "" {
		r, _, err := s.ChooseRelationship(ctx, p.ID, role)
		if err != nil {
			return nil, onlyRead(err)
		}
		query.PersonID, query.RelationshipID = 0, r.ID
		p.Relationships = []journal.RelationshipSummary{r}
	}
	return &shownPerson{ctx: ctx, store: s, person: p, query: query, all: all}, nil
}

// hide hides what a veil hides of all that is read from now on.
func (b *shownPerson) hide(v journal.Veil) { b.person, b.veil = veiled(v, b.person), v }

// sessions are the conversations, newest first.
func (b *shownPerson) sessions(before store.Cursor) ([]journal.SessionView, store.Cursor, error) {
	b.query.Before = before
	rows, next, err := b.store.Sessions(b.ctx, b.query)
	if !b.all {
		b.more, next = next != "", ""
	}
	return veiled(b.veil, rows), next, err
}

// topics goes through what is to be raised, or what was.
func (b *shownPerson) topics(closed bool, each func(journal.TopicView) error) error {
	for _, r := range b.person.Relationships {
		err := pages(func(after store.Cursor) ([]journal.TopicView, store.Cursor, error) {
			rows, next, err := b.store.Topics(b.ctx, store.TopicQuery{RelationshipID: r.ID, Closed: closed, After: after, Limit: pageSize})
			return veiled(b.veil, rows), next, err
		}, each)
		if err != nil {
			return err
		}
	}
	return nil
}

// answers are those about the person, newest first.
func (b *shownPerson) answers(before store.Cursor, limit int) ([]journal.ReflectionView, store.Cursor, error) {
	rows, next, err := b.store.Reflections(b.ctx, store.ReflectionQuery{PersonID: b.person.ID, Before: before, Limit: limit})
	return veiled(b.veil, rows), next, err
}
