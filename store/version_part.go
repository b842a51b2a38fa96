package store

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"bothways/journal"
)

// wordsIn are the words of a text in what its column holds: all of it, but of tags and of the
// checklist, which are kept as JSON.
func wordsIn(kind journal.TextKind, kept string) (string, error) {
	line := kind.CheckLine()
	switch {
	case kept == "":
		return "", nil
	case line != "":
		c, _, err := checkIn(kept, line)
		return c.Word, err
	case kind == journal.TextFocus:
		tags, err := tagsIn(kept)
		return strings.Join(tags, ", "), err
	}
	return kept, nil
}

func tagsIn(kept string) (tags []string, err error) { return tags, json.Unmarshal([]byte(kept), &tags) }

// checkIn is a line of a checklist as it is kept; ok is false where it is not answered.
func checkIn(kept, line string) (c keptCheck, ok bool, err error) {
	var all []keptCheck
	if err := json.Unmarshal([]byte(kept), &all); err != nil {
		return c, false, err
	}
	i := slices.IndexFunc(all, func(c keptCheck) bool { return c.Line == line })
	if i < 0 {
		return c, false, nil
	}
	return all[i], true, nil
}

// setCheckWord makes the word on a line of the checklist what it was in kept. The answer stays as it
// is; where there is none any more the one of then comes back, since a word stands with an answer.
func (s *Store) setCheckWord(ctx context.Context, row int64, line, kept string) error {
	then, _, err := checkIn(kept, line)
	if err != nil {
		return err
	}
	return s.changeMatchOf(ctx, row, func(m *journal.Match) {
		i := slices.IndexFunc(m.Checks, func(c journal.Check) bool { return c.Line == line })
		switch {
		case i >= 0:
			m.Checks[i].Word = then.Word
		case then.Word != "":
			m.Checks = append(m.Checks, journal.Check{Line: line, Answer: journal.CheckAnswer(then.Answer), Word: then.Word})
		}
	})
}

// setFocus makes the tags of a relationship what they were in kept.
func (s *Store) setFocus(ctx context.Context, id int64, kept string) error {
	r, err := s.Relationship(ctx, id)
	if err != nil {
		return err
	}
	if r.Focus, err = tagsIn(kept); err != nil {
		return err
	}
	return s.ChangeRelationship(ctx, r.Relationship)
}

// setPastThanks sets the thanks of an ending after which it began again.
func (s *Store) setPastThanks(ctx context.Context, id int64, text string) error {
	var rel int64
	var there bool
	err := s.read(ctx, func(q querier) (err error) {
		rel, there, err = first(ctx, q, scanID, "SELECT relationship_id FROM ending WHERE id = ? AND deleted_at IS NULL", id)
		return err
	})
	if err != nil {
		return err
	}
	if !there {
		return notFound("ending")
	}
	all, err := s.Endings(ctx, rel)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(all, func(e journal.PastEnding) bool { return e.ID == id })
	if i < 0 {
		return notFound("ending")
	}
	all[i].Thanks = text
	return s.ChangePastEndings(ctx, all[i:i+1])
}
