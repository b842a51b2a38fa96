package store

import (
	"cmp"
	"context"
	"encoding/json"
	"strings"

	"bothways/journal"
)

// cleanPrompt checks a question that is about to be kept. One that does not say whom it is for and
// when is for either side and for being alone.
func cleanPrompt(p journal.Prompt) (journal.Prompt, error) {
	p.Text = strings.TrimSpace(p.Text)
	p.Role, p.Moment = cmp.Or(p.Role, journal.ForEither), cmp.Or(p.Moment, journal.MomentAlone)
	return p, p.Validate()
}

// AddPrompt adds a question of the person's own at the end of a set, built in or own.
func (s *Store) AddPrompt(ctx context.Context, p journal.Prompt) (added journal.Prompt, err error) {
	if p, err = cleanPrompt(p); err != nil {
		return added, err
	}
	err = s.step(ctx, journal.StepPromptAdded, "", oneLine(p.Text), func(t *tx) error {
		q, err := s.questions(t.ctx, t.Tx)
		if err != nil {
			return err
		}
		if _, err := q.set(p.SetID); err != nil {
			return err
		}
		added = p
		added.ID, added.Version, added.Own, added.Hidden = NewUID(), 1, true, false
		set, err := promptRow(added)
		if err != nil {
			return err
		}
		set["uid"] = added.ID
		_, err = t.insert(tablePrompt, set)
		return err
	})
	return added, err
}

// ChangePrompt sets the words, role, moment and time of an own question. Its version grows with its words.
func (s *Store) ChangePrompt(ctx context.Context, p journal.Prompt) (err error) {
	if p, err = cleanPrompt(p); err != nil {
		return err
	}
	return s.changePrompt(ctx, p.ID, journal.StepPromptChanged, func(t *tx, was ownPrompt) error {
		t.text = oneLine(p.Text)
		return t.update(tablePrompt, was.row, row{"text": p.Text, "role": string(p.Role), "moment": string(p.Moment), "seconds": orNull(int64(p.Seconds))})
	})
}

// DeletePrompt takes an own question away. Answers keep the words they were asked in.
func (s *Store) DeletePrompt(ctx context.Context, id string) error {
	return s.changePrompt(ctx, id, journal.StepPromptDeleted, func(t *tx, was ownPrompt) error {
		return t.delete(tablePrompt, was.row)
	})
}

// changePrompt runs one step on a question of the person's own.
func (s *Store) changePrompt(ctx context.Context, id string, what journal.StepKind, do func(*tx, ownPrompt) error) error {
	return s.step(ctx, what, "", "", func(t *tx) error {
		q, err := s.questions(t.ctx, t.Tx)
		if err != nil {
			return err
		}
		if _, err := q.prompt(id); err != nil {
			return err
		}
		for _, own := range q.own.prompts {
			if own.ID == id && !own.deleted {
				t.text = oneLine(own.Text)
				return do(t, own)
			}
		}
		return journal.Errorf(journal.CodeInvalid, "That question is built in: it can be hidden, and a question of your own put beside it.")
	})
}

// promptRow is a question as it is kept.
func promptRow(p journal.Prompt) (row, error) {
	sources := "[]"
	if len(p.Sources) > 0 {
		b, err := json.Marshal(p.Sources)
		if err != nil {
			return nil, err
		}
		sources = string(b)
	}
	return row{
		"set_id": p.SetID, "text": p.Text, "role": string(p.Role), "moment": string(p.Moment), "seconds": orNull(int64(p.Seconds)),
		"language": p.Language, "sources": sources,
	}, nil
}
