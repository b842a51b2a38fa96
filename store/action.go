package store

import (
	"context"
	"database/sql"
	"slices"

	"bothways/journal"
)

const actionColumns = `a.id, a.uid, ifnull(a.person_id, 0), ifnull(a.relationship_id, 0), ifnull(a.session_id, 0), ifnull(a.reflection_id, 0), ifnull(a.review_id, 0), a.source,
	a.text, a.owner, a.due_on, a.state, a.outcome, a.carried, a.closed_at, a.created_at`

// selectAction reads actions with the names around them.
const selectAction = "SELECT " + actionColumns + `, ifnull(p.name, ''), ifnull(s.uid, ''), s.held_at, s.held_zone
	FROM action a LEFT JOIN person p ON p.id = a.person_id
	LEFT JOIN session s ON s.id = a.session_id AND s.deleted_at IS NULL`

// scanAction reads actionColumns, and what follows them into more.
func (s *Store) scanActionAnd(r *sql.Rows, more ...any) (a journal.Action, err error) {
	var due sql.NullString
	var closed sql.NullInt64
	var created int64
	err = r.Scan(append([]any{&a.ID, &a.UID, &a.PersonID, &a.RelationshipID, &a.SessionID, &a.ReflectionID, &a.ReviewID, &a.Source,
		&a.Text, &a.Owner, &due, &a.State, &a.Outcome, &a.Carried, &closed, &created}, more...)...)
	a.Due, a.ClosedAt, a.CreatedAt = day(due), s.clockOf(closed), s.clock(created)
	return a, err
}

func (s *Store) scanAction(r *sql.Rows) (journal.Action, error) { return s.scanActionAnd(r) }

func (s *Store) scanActionView(r *sql.Rows) (v journal.ActionView, err error) {
	var at sql.NullInt64
	var zone sql.NullString
	v.Action, err = s.scanActionAnd(r, &v.PersonName, &v.SessionUID, &at, &zone)
	v.SessionAt = s.momentOf(at, zone)
	return v, err
}

// Actions lists actions.
func (s *Store) Actions(ctx context.Context, q ActionQuery) (page []journal.ActionView, next Cursor, err error) {
	err = s.read(ctx, func(db querier) error {
		page, next, err = s.actions(ctx, db, q)
		return err
	})
	return page, next, err
}

// actions is Actions on a view of the journal.
func (s *Store) actions(ctx context.Context, db querier, q ActionQuery) ([]journal.ActionView, Cursor, error) {
	where, args := "", []any{}
	add := func(condition string, values ...any) {
		where += " AND " + condition
		args = append(args, values...)
	}
	switch {
	case q.RelationshipID != 0:
		add("a.relationship_id = ?", q.RelationshipID)
	case q.PersonID != 0:
		add("a.person_id = ?", q.PersonID)
	}
	if q.Owner != "" {
		add("a.owner = ?", string(q.Owner))
	}
	which, order := "a.state = 'open'", "a.due_key, a.id"
	if q.Closed {
		which, order = "a.state <> 'open'", "a.closed_at DESC, a.id DESC"
	} else if !q.OverdueOn.IsZero() {
		add("a.due_key < ?", q.OverdueOn.String())
	}
	switch {
	case q.After == "":
	case q.Closed:
		at, id, err := q.After.readAt()
		if err != nil {
			return nil, "", err
		}
		add("(a.closed_at, a.id) < (?, ?)", at, id)
	default:
		key, id, err := q.After.read()
		if err != nil {
			return nil, "", err
		}
		add("(a.due_key, a.id) > (?, ?)", key, id)
	}
	limit := limitOr(q.Limit)
	rows, err := list(ctx, db, s.scanActionView, selectAction+" WHERE a.deleted_at IS NULL AND "+which+where+
		" ORDER BY "+order+" LIMIT ?", append(args, limit+1)...)
	if err != nil {
		return nil, "", err
	}
	page, next := cut(rows, limit, func(v journal.ActionView) Cursor {
		switch {
		case q.Closed:
			return cursorAt(v.ClosedAt.UnixMilli(), v.ID)
		case v.Due.IsZero():
			return cursorOf("~", v.ID)
		}
		return cursorOf(v.Due.String(), v.ID)
	})
	return page, next, nil
}

// Action is one action.
func (s *Store) Action(ctx context.Context, id int64) (v journal.ActionView, err error) {
	err = s.read(ctx, func(db querier) error {
		v, err = s.action(ctx, db, id)
		return err
	})
	return v, err
}

func (s *Store) action(ctx context.Context, db querier, id int64) (journal.ActionView, error) {
	v, ok, err := first(ctx, db, s.scanActionView, selectAction+" WHERE a.id = ? AND a.deleted_at IS NULL", id)
	if err == nil && !ok {
		err = notFound("action")
	}
	return v, err
}

// AddAction adds an action by hand. What its relationship or conversation says of the person is
// added to it.
func (s *Store) AddAction(ctx context.Context, a journal.Action) (v journal.ActionView, err error) {
	if a.State == "" {
		a.State = journal.ActionOpen
	}
	if err := a.Validate(); err != nil {
		return v, err
	}
	err = s.step(ctx, journal.StepActionAdded, "", a.Text, func(t *tx) error {
		if a.RelationshipID != 0 {
			r, err := s.relationship(t.ctx, t.Tx, a.RelationshipID)
			if err != nil {
				return err
			}
			a.PersonID = r.PersonID
		}
		if a.PersonID != 0 {
			if err := t.live(tablePerson, a.PersonID, "person"); err != nil {
				return err
			}
		}
		set := actionRow(a)
		if a.State != journal.ActionOpen {
			set["closed_at"] = t.now
		}
		id, err := t.insert(tableAction, set)
		if err != nil {
			return err
		}
		v, err = s.action(t.ctx, t.Tx, id)
		t.name = v.PersonName
		return err
	})
	return v, err
}

func actionRow(a journal.Action) row {
	return row{
		"uid": a.UID, "person_id": orNull(a.PersonID), "relationship_id": orNull(a.RelationshipID), "session_id": orNull(a.SessionID),
		"reflection_id": orNull(a.ReflectionID), "review_id": orNull(a.ReviewID), "text": a.Text, "owner": string(a.Owner), "due_on": dateOrNull(a.Due), "state": string(a.State), "outcome": a.Outcome,
		"carried": int64(a.Carried), "source": a.Source,
	}
}

// changeAction runs one step on an action that is there.
func (s *Store) changeAction(ctx context.Context, id int64, what journal.StepKind, do func(*tx, journal.Action) error) error {
	return s.step(ctx, what, "", "", func(t *tx) error {
		v, err := s.action(t.ctx, t.Tx, id)
		if err != nil {
			return err
		}
		t.name, t.text = v.PersonName, v.Text
		return do(t, v.Action)
	})
}

// EditAction sets an action's words, owner and due date. The line of the note it lifted from stays
// as it is.
func (s *Store) EditAction(ctx context.Context, id int64, text string, owner journal.Owner, due journal.Date) error {
	return s.editAction(ctx, id, func(a *journal.Action) error {
		a.Text, a.Owner, a.Due = text, owner, due
		return nil
	})
}

// EditClosedAction is EditAction for one that is closed, and sets also how it went. When it was closed
// stays as it is.
func (s *Store) EditClosedAction(ctx context.Context, id int64, text string, owner journal.Owner, due journal.Date, outcome string) error {
	return s.editAction(ctx, id, func(a *journal.Action) error {
		if a.State == journal.ActionOpen {
			return journal.Errorf(journal.CodeConflict, "This action is open again, and how it went is said of one that is closed; nothing was changed.")
		}
		a.Text, a.Owner, a.Due, a.Outcome = text, owner, due, outcome
		return nil
	})
}

// editAction writes what change makes of an action's words, owner, due date and outcome.
func (s *Store) editAction(ctx context.Context, id int64, change func(*journal.Action) error) error {
	return s.changeAction(ctx, id, journal.StepActionEdited, func(t *tx, a journal.Action) error {
		if err := change(&a); err != nil {
			return err
		}
		if err := a.Validate(); err != nil {
			return err
		}
		t.text = a.Text
		return t.update(tableAction, id, row{"text": a.Text, "owner": string(a.Owner), "due_on": dateOrNull(a.Due), "outcome": a.Outcome})
	})
}

// LastOutcome is what was said of how an open action went before it was opened again, "" where
// nothing was, or where those words are destroyed.
func (s *Store) LastOutcome(ctx context.Context, id int64) (string, error) {
	of := journal.TextOf{Kind: journal.TextOutcome, ID: id}
	all, err := s.Versions(ctx, of)
	if err != nil {
		return "", err
	}
	at := slices.IndexFunc(all, func(v Version) bool { return v.Present })
	if at < 1 || all[at].Step.What != journal.StepActionReopened {
		return "", nil
	}
	for _, v := range slices.Backward(all[:at]) {
		if !v.TakenBack {
			return s.VersionText(ctx, of, v)
		}
	}
	return "", nil
}

// CloseAction marks an action as done or dropped, with a line on how it went. On one that is
// closed already it sets both anew.
func (s *Store) CloseAction(ctx context.Context, id int64, state journal.ActionState, outcome string) error {
	what := journal.StepActionDone
	switch state {
	case journal.ActionDone:
	case journal.ActionDropped:
		what = journal.StepActionDropped
	default:
		return journal.Errorf(journal.CodeInvalid, "An action is closed as done or as dropped.")
	}
	return s.changeAction(ctx, id, what, func(t *tx, a journal.Action) error {
		set := row{"state": string(state), "outcome": outcome}
		if a.State != state {
			set["closed_at"] = t.now
		}
		return t.update(tableAction, id, set)
	})
}

// ReopenAction makes a closed action open again; its outcome line goes, into its history.
func (s *Store) ReopenAction(ctx context.Context, id int64) error {
	return s.changeAction(ctx, id, journal.StepActionReopened, func(t *tx, _ journal.Action) error {
		return t.update(tableAction, id, row{"state": string(journal.ActionOpen), "outcome": "", "closed_at": nil})
	})
}

// CarryAction carries an open action over to another day, or to none, and counts that.
func (s *Store) CarryAction(ctx context.Context, id int64, due journal.Date) error {
	return s.changeAction(ctx, id, journal.StepActionCarried, func(t *tx, a journal.Action) error {
		if a.State != journal.ActionOpen {
			return journal.Errorf(journal.CodeConflict, "“%s” is closed, so it was not carried over; reopen it first.", clip(a.Text))
		}
		return t.update(tableAction, id, row{"due_on": dateOrNull(due), "carried": int64(a.Carried + 1)})
	})
}

// DeleteAction hides an action. The line of the note it lifted from stays and makes no new one.
func (s *Store) DeleteAction(ctx context.Context, id int64) error {
	return s.changeAction(ctx, id, journal.StepActionDeleted, func(t *tx, _ journal.Action) error {
		return t.delete(tableAction, id)
	})
}
