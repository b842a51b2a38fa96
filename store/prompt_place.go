package store

import (
	"context"
	"database/sql"
	"slices"

	"bothways/journal"
)

// HideSet stops offering a set, or offers it again.
func (s *Store) HideSet(ctx context.Context, id string, hidden bool) error {
	what := journal.StepSetShown
	if hidden {
		what = journal.StepSetHidden
	}
	return s.step(ctx, what, "", "", func(t *tx) error {
		q, err := s.questions(t.ctx, t.Tx)
		if err != nil {
			return err
		}
		set, err := q.set(id)
		if err != nil {
			return err
		}
		t.text = set.Title
		return t.hide(q.own, id, hidden)
	})
}

// HidePrompt stops offering a question, or offers it again.
func (s *Store) HidePrompt(ctx context.Context, id string, hidden bool) error {
	what := journal.StepPromptShown
	if hidden {
		what = journal.StepPromptHidden
	}
	return s.step(ctx, what, "", "", func(t *tx) error {
		q, err := s.questions(t.ctx, t.Tx)
		if err != nil {
			return err
		}
		p, err := q.prompt(id)
		if err != nil {
			return err
		}
		t.text = oneLine(p.Text)
		return t.hide(q.own, id, hidden)
	})
}

// OrderSets puts the sets in this order. Sets that are not named come after them as they are.
func (s *Store) OrderSets(ctx context.Context, ids []string) error {
	return s.step(ctx, journal.StepPromptsOrdered, "", "", func(t *tx) error {
		q, err := s.questions(t.ctx, t.Tx)
		if err != nil {
			return err
		}
		return t.order(q.own, setIDs(q.merged), ids)
	})
}

// OrderPrompts puts the questions of a set in this order. Those that are not named come after them
// as they are.
func (s *Store) OrderPrompts(ctx context.Context, setID string, ids []string) error {
	return s.step(ctx, journal.StepPromptsOrdered, "", "", func(t *tx) error {
		q, err := s.questions(t.ctx, t.Tx)
		if err != nil {
			return err
		}
		set, err := q.set(setID)
		if err != nil {
			return err
		}
		t.text = set.Title
		return t.order(q.own, promptIDs(set.Prompts), ids)
	})
}

// StopAt remembers the question somebody stopped at in a set; "" is the beginning. It is no step,
// as typing is none. A set that is not there any more remembers nothing.
func (s *Store) StopAt(ctx context.Context, setID, promptID string) error {
	return s.write(ctx, func(ctx context.Context, x *sql.Tx) error {
		q, err := s.questions(ctx, x)
		if err != nil {
			return err
		}
		if _, err := q.set(setID); err != nil || q.own.places[setID].stopped == promptID {
			return nil
		}
		now := s.now().UnixMilli()
		_, err = x.ExecContext(ctx, `INSERT INTO prompt_place (uid, stopped_at, created_at, updated_at) VALUES (?1, ?2, ?3, ?3)
			ON CONFLICT (uid) DO UPDATE SET stopped_at = ?2, updated_at = ?3`, setID, promptID, now)
		return err
	})
}

// hide stops offering a set or a question, or offers it again.
func (t *tx) hide(own ownQuestions, id string, hidden bool) error {
	p := own.places[id]
	if p.hidden == hidden {
		return nil
	}
	p.hidden = hidden
	return t.decide(id, p)
}

// order puts what stands in the order of ids in the order that is wanted.
func (t *tx) order(own ownQuestions, ids, wanted []string) error {
	ordered := inOrder(ids, wanted)
	if slices.Equal(ordered, ids) {
		return nil
	}
	for i, id := range ordered {
		p := own.places[id]
		p.pos = sql.NullInt64{Int64: int64(i), Valid: true}
		if err := t.decide(id, p); err != nil {
			return err
		}
	}
	return nil
}

// decide keeps what a person decided of a set or a question. A decision that was undone before has
// a row still.
func (t *tx) decide(id string, p place) error {
	set := row{"hidden": flag(p.hidden), "pos": nil}
	if p.pos.Valid {
		set["pos"] = p.pos.Int64
	}
	if p.row == 0 {
		set["uid"] = id
		_, err := t.insert(tablePromptPlace, set)
		return err
	}
	set["deleted_at"] = nil
	return t.update(tablePromptPlace, p.row, set)
}
