package store

import (
	"context"
	"strings"

	"bothways/journal"
)

// oneLine is words on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// cleanSet makes the title and the sentence of a set one line each, and checks them.
func cleanSet(set journal.PromptSet) (journal.PromptSet, error) {
	set.Title, set.About = oneLine(set.Title), oneLine(set.About)
	switch {
	case journal.Blank(set.Title):
		return set, journal.Errorf(journal.CodeInvalid, "A set needs a title.")
	case len(set.Title) > journal.MaxPromptText || len(set.About) > journal.MaxPromptText:
		return set, journal.Errorf(journal.CodeInvalid, "The title of a set, and what it says of itself, have room for %d characters each; one of them is longer.", journal.MaxPromptText)
	}
	return set, nil
}

// AddSet adds a set of the person's own, without questions.
func (s *Store) AddSet(ctx context.Context, set journal.PromptSet) (added journal.PromptSet, err error) {
	if set, err = cleanSet(set); err != nil {
		return added, err
	}
	err = s.step(ctx, journal.StepSetAdded, "", set.Title, func(t *tx) error {
		added = journal.PromptSet{ID: NewUID(), Title: set.Title, About: set.About, Own: true}
		_, err := t.insert(tablePromptSet, row{"uid": added.ID, "title": added.Title, "about": added.About})
		return err
	})
	return added, err
}

// ChangeSet sets the title and the sentence of an own set.
func (s *Store) ChangeSet(ctx context.Context, set journal.PromptSet) (err error) {
	if set, err = cleanSet(set); err != nil {
		return err
	}
	return s.changeSet(ctx, set.ID, journal.StepSetChanged, func(t *tx, was ownSet) error {
		t.text = set.Title
		return t.update(tablePromptSet, was.row, row{"title": set.Title, "about": set.About})
	})
}

// DeleteSet hides an own set for good, with its questions. Answers keep the words they were asked in.
func (s *Store) DeleteSet(ctx context.Context, id string) error {
	return s.changeSet(ctx, id, journal.StepSetDeleted, func(t *tx, was ownSet) error {
		if err := t.deleteAll(tablePrompt, "set_id = ?", id); err != nil {
			return err
		}
		return t.delete(tablePromptSet, was.row)
	})
}

// changeSet runs one step on a set of the person's own.
func (s *Store) changeSet(ctx context.Context, id string, what journal.StepKind, do func(*tx, ownSet) error) error {
	return s.step(ctx, what, "", "", func(t *tx) error {
		q, err := s.questions(t.ctx, t.Tx)
		if err != nil {
			return err
		}
		if _, err := q.set(id); err != nil {
			return err
		}
		for _, own := range q.own.sets {
			if own.ID == id && !own.deleted {
				t.text = own.Title
				return do(t, own)
			}
		}
		return journal.Errorf(journal.CodeInvalid, "That set is built in: it can be hidden, and a set of your own put beside it.")
	})
}
