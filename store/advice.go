package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"bothways/journal"
)

// selectAdvice reads what became of advice: v is the note with the words that went on, e the line
// they are from, f and o the relationships it came from and went to.
const selectAdvice = `SELECT v.id, v.uid, v.exchange_id, v.text, ifnull(f.uid, ''), ifnull(p.name, ''), v.kind, v.outcome, v.noted_on,
	ifnull(v.to_relationship_id, 0), ifnull(o.uid, ''), ifnull(t.name, ''), ifnull(p.id = t.id, 0)
	FROM advice v LEFT JOIN exchange e ON e.id = v.exchange_id
	LEFT JOIN relationship f ON f.id = e.relationship_id LEFT JOIN person p ON p.id = f.person_id
	LEFT JOIN relationship o ON o.id = v.to_relationship_id LEFT JOIN person t ON t.id = o.person_id`

func scanAdvice(r *sql.Rows) (a journal.Advice, err error) {
	var on sql.NullString
	err = r.Scan(&a.ID, &a.UID, &a.ExchangeID, &a.Text, &a.FromUID, &a.FromName, &a.Kind, &a.Outcome, &on, &a.ToID, &a.ToUID, &a.ToName, &a.Returned)
	a.On = day(on)
	return a, err
}

// AdviceTo is the advice that was passed on in a relationship, newest first. It is there also where
// the conversation it came from was deleted, but not where the person was.
func (s *Store) AdviceTo(ctx context.Context, relID int64) (all []journal.Advice, err error) {
	err = s.read(ctx, func(db querier) error {
		all, err = list(ctx, db, scanAdvice, selectAdvice+" WHERE v.to_relationship_id = ? AND v.deleted_at IS NULL AND p.deleted_at IS NULL ORDER BY v.noted_on DESC, v.id DESC", relID)
		return err
	})
	return all, err
}

// AdviceLeft is what became of advice from a relationship where the conversation or the answer it
// came from was deleted, newest first: what was received is no longer listed, and this stays.
func (s *Store) AdviceLeft(ctx context.Context, relID int64) ([]journal.Advice, error) {
	return s.adviceFrom(ctx, relID, "deleted_at IS NOT NULL")
}

// AdviceFrom is all that became of advice from a relationship, newest first, also where the
// conversation or the answer it came from was deleted.
func (s *Store) AdviceFrom(ctx context.Context, relID int64) ([]journal.Advice, error) {
	return s.adviceFrom(ctx, relID, "deleted_at IS NULL", "deleted_at IS NOT NULL")
}

// adviceFrom is what became of the exchanges that meet one of the conditions, each of which has an
// index of its own.
func (s *Store) adviceFrom(ctx context.Context, relID int64, which ...string) (all []journal.Advice, err error) {
	err = s.read(ctx, func(db querier) error {
		for _, w := range which {
			some, err := list(ctx, db, scanAdvice, selectAdvice+` WHERE v.exchange_id IN (SELECT id FROM exchange WHERE relationship_id = ? AND `+w+`)
				AND v.deleted_at IS NULL`, relID)
			if err != nil {
				return err
			}
			all = append(all, some...)
		}
		return nil
	})
	slices.SortStableFunc(all, func(a, b journal.Advice) int { return cmp.Or(b.On.DaysSince(a.On), cmp.Compare(b.ID, a.ID)) })
	return all, err
}

func oneAdvice(ctx context.Context, db querier, id int64) (journal.Advice, error) {
	a, ok, err := first(ctx, db, scanAdvice, selectAdvice+" WHERE v.id = ? AND v.deleted_at IS NULL", id)
	if err == nil && !ok {
		err = notFound("note on advice")
	}
	return a, err
}

// NoteAdvice notes that something received was tried, or passed on to somebody else: today where
// no day is given.
func (s *Store) NoteAdvice(ctx context.Context, a journal.Advice) (noted journal.Advice, err error) {
	err = s.step(ctx, journal.StepAdviceNoted, "", "", func(t *tx) error {
		if a.On.IsZero() {
			a.On = s.today(t)
		}
		if err := a.Validate(); err != nil {
			return err
		}
		if a.Text, err = s.goesOn(t, a); err != nil {
			return err
		}
		set := adviceRow(a)
		set["uid"], set["exchange_id"], set["text"] = a.UID, a.ExchangeID, a.Text
		id, err := t.insert(tableAdvice, set)
		if err != nil {
			return err
		}
		noted, err = oneAdvice(t.ctx, t.Tx, id)
		t.name, t.text = adviceAbout(noted)
		return err
	})
	return noted, err
}

func adviceRow(a journal.Advice) row {
	return row{"kind": string(a.Kind), "outcome": a.Outcome, "noted_on": a.On.String(), "to_relationship_id": orNull(a.ToID)}
}

// adviceAbout is whom and what a step on advice is about.
func adviceAbout(a journal.Advice) (name, text string) {
	if a.ToName != "" {
		return a.ToName, a.Text
	}
	return a.FromName, a.Text
}

// goesOn makes sure that advice was received, and goes to somebody else who is there. It answers the
// words as they stand.
func (s *Store) goesOn(t *tx, a journal.Advice) (text string, err error) {
	if err := t.live(tableExchange, a.ExchangeID, "exchange"); err != nil {
		return "", err
	}
	var direction journal.Direction
	if err := t.QueryRowContext(t.ctx, "SELECT direction, text FROM exchange WHERE id = ?", a.ExchangeID).Scan(&direction, &text); err != nil {
		return "", err
	}
	if direction != journal.Got {
		return "", journal.Errorf(journal.CodeInvalid, "Only what you received can be noted as tried or passed on; nothing was changed.")
	}
	return text, s.goesTo(t, a)
}

// goesTo makes sure that advice goes to a relationship that is there, and not to the person it is
// from, in whichever role.
func (s *Store) goesTo(t *tx, a journal.Advice) error {
	if a.ToID == 0 {
		return nil
	}
	to, err := s.relationship(t.ctx, t.Tx, a.ToID)
	if err != nil {
		return err
	}
	back, err := count(t.ctx, t.Tx, "SELECT count(*) FROM exchange e JOIN relationship f ON f.id = e.relationship_id WHERE e.id = ? AND f.person_id = ?", a.ExchangeID, to.PersonID)
	if err == nil && back > 0 {
		err = journal.Errorf(journal.CodeInvalid, "Advice is passed on to somebody else than it came from; nothing was changed.")
	}
	return err
}

// ChangeAdvice sets what became of advice: how it travelled, to whom, the words on it, and the day
// where one is given.
func (s *Store) ChangeAdvice(ctx context.Context, a journal.Advice) error {
	return s.changeAdvice(ctx, a.ID, journal.StepAdviceChanged, func(t *tx, was journal.Advice) error {
		a.ExchangeID = was.ExchangeID
		if a.On.IsZero() {
			a.On = was.On
		}
		if err := a.Validate(); err != nil {
			return err
		}
		if a.ToID != was.ToID {
			if err := s.goesTo(t, a); err != nil {
				return err
			}
		}
		return t.update(tableAdvice, a.ID, adviceRow(a))
	})
}

// changeAdvice runs one step on a note on advice that is there.
func (s *Store) changeAdvice(ctx context.Context, id int64, what journal.StepKind, do func(*tx, journal.Advice) error) error {
	return s.step(ctx, what, "", "", func(t *tx) error {
		a, err := oneAdvice(t.ctx, t.Tx, id)
		if err != nil {
			return err
		}
		t.name, t.text = adviceAbout(a)
		return do(t, a)
	})
}

// DeleteAdvice hides the note on what became of advice. What was received stays.
func (s *Store) DeleteAdvice(ctx context.Context, id int64) error {
	return s.changeAdvice(ctx, id, journal.StepAdviceDeleted, func(t *tx, _ journal.Advice) error {
		return t.delete(tableAdvice, id)
	})
}
