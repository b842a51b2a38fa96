package store

import (
	"context"
	"database/sql"

	"bothways/journal"
)

// selectAdvice reads what became of advice: v is the note, e what was received, f and o the
// relationships it came from and went to.
const selectAdvice = `SELECT v.id, v.uid, v.exchange_id, e.text, ifnull(f.uid, ''), ifnull(p.name, ''), v.kind, v.outcome, v.noted_on,
	ifnull(v.to_relationship_id, 0), ifnull(o.uid, ''), ifnull(t.name, '')
	FROM advice v JOIN exchange e ON e.id = v.exchange_id
	LEFT JOIN relationship f ON f.id = e.relationship_id LEFT JOIN person p ON p.id = f.person_id
	LEFT JOIN relationship o ON o.id = v.to_relationship_id LEFT JOIN person t ON t.id = o.person_id`

func scanAdvice(r *sql.Rows) (a journal.Advice, err error) {
	var on sql.NullString
	err = r.Scan(&a.ID, &a.UID, &a.ExchangeID, &a.Text, &a.FromUID, &a.FromName, &a.Kind, &a.Outcome, &on, &a.ToID, &a.ToUID, &a.ToName)
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
		if err := s.goesOn(t, a); err != nil {
			return err
		}
		set := adviceRow(a)
		set["uid"], set["exchange_id"] = a.UID, a.ExchangeID
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

// goesOn makes sure that advice was received, and goes to another relationship that is there.
func (s *Store) goesOn(t *tx, a journal.Advice) error {
	if err := t.live(tableExchange, a.ExchangeID, "exchange"); err != nil {
		return err
	}
	var direction journal.Direction
	var from int64
	if err := t.QueryRowContext(t.ctx, "SELECT direction, ifnull(relationship_id, 0) FROM exchange WHERE id = ?", a.ExchangeID).Scan(&direction, &from); err != nil {
		return err
	}
	if direction != journal.Got {
		return journal.Errorf(journal.CodeInvalid, "Only what you received can be noted as tried or passed on; nothing was changed.")
	}
	return s.goesTo(t, a.ToID, from)
}

// goesTo makes sure that advice goes to a relationship that is there and is not the one it is from.
func (s *Store) goesTo(t *tx, to, from int64) error {
	switch to {
	case 0:
		return nil
	case from:
		return journal.Errorf(journal.CodeInvalid, "Advice is passed on to somebody else than it came from; nothing was changed.")
	}
	_, err := s.relationship(t.ctx, t.Tx, to)
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
			var from int64
			if err := t.QueryRowContext(t.ctx, "SELECT ifnull(relationship_id, 0) FROM exchange WHERE id = ?", a.ExchangeID).Scan(&from); err != nil {
				return err
			}
			if err := s.goesTo(t, a.ToID, from); err != nil {
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
