package verbs

import (
	"context"

	"bothways/journal"
	"bothways/journal/material"
	"bothways/store"
)

// asked is what a person named of the questions: one of them, or a whole set where prompt is nil.
type asked struct {
	set    journal.PromptSet
	prompt *journal.Prompt
}

// builtIn are the questions there are before anything was written.
func builtIn() (journal.Questions, error) {
	sets, err := material.Sets()
	return journal.Questions{Sets: sets}, err
}

// withQuestions runs do on the questions of a journal, or on the built-in ones where there is no
// journal yet: s is nil then, and none is made.
func (a *app) withQuestions(ctx context.Context, do func(q journal.Questions, s *store.Store) error) error {
	at, err := a.findJournal(ctx)
	switch {
	case err != nil:
		return err
	case !at.exists:
		q, err := builtIn()
		if err != nil {
			return err
		}
		return do(q, nil)
	}
	return a.withStore(ctx, at.path, func(s *store.Store) error {
		q, err := s.Questions(ctx)
		if err != nil {
			return err
		}
		return do(q, s)
	})
}

// findQuestion finds the one set or question that words fit.
func findQuestion(q journal.Questions, words string) (asked, error) {
	var all []choice
	for _, set := range q.Sets {
		all = append(all, choice{id: set.ID, title: set.Title, hidden: set.Hidden})
		for _, p := range set.Prompts {
			all = append(all, choice{id: p.ID, words: p.Text, in: set.ID, hidden: p.Hidden || set.Hidden})
		}
	}
	c, err := pickOne(all, words, kind{"set or question", "of the sets and questions", "bothways reflect --list"})
	if err != nil {
		return asked{}, err
	}
	if c.in == "" {
		set, _ := q.Set(c.id)
		return asked{set: set}, nil
	}
	set, _ := q.Set(c.in)
	for _, p := range set.Prompts {
		if p.ID == c.id {
			return asked{set, &p}, nil
		}
	}
	return asked{}, journal.Errorf(journal.CodeInternal, "That question is not in its set any more.")
}
