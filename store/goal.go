package store

import (
	"context"
	"database/sql"

	"bothways/journal"
)

const selectGoal = "SELECT g.id, g.uid, g.relationship_id, g.text, g.kind, g.tag, g.state, g.closed_at, g.created_at FROM goal g"

func (s *Store) scanGoal(r *sql.Rows) (g journal.Goal, err error) {
	var closed sql.NullInt64
	var created int64
	err = r.Scan(&g.ID, &g.UID, &g.RelationshipID, &g.Text, &g.Kind, &g.Tag, &g.State, &closed, &created)
	g.ClosedAt, g.CreatedAt = s.clockOf(closed), s.clock(created)
	return g, err
}

// Goals are the goals of a relationship, each with its notes: open ones, oldest first, and
// then those that were closed, last closed first.
func (s *Store) Goals(ctx context.Context, relID int64) (all []journal.Goal, err error) {
	err = s.read(ctx, func(db querier) error {
		all, err = list(ctx, db, s.scanGoal, selectGoal+" WHERE g.relationship_id = ? AND g.deleted_at IS NULL ORDER BY g.state <> 'open', g.closed_at DESC, g.created_at, g.id", relID)
		if err != nil {
			return err
		}
		for i := range all {
			if err := addNotes(ctx, db, &all[i]); err != nil {
				return err
			}
		}
		return nil
	})
	return all, err
}

// Goal is one goal with its notes.
func (s *Store) Goal(ctx context.Context, id int64) (g journal.Goal, err error) {
	err = s.read(ctx, func(db querier) error {
		g, err = s.goal(ctx, db, id)
		return err
	})
	return g, err
}

func (s *Store) goal(ctx context.Context, db querier, id int64) (journal.Goal, error) {
	g, ok, err := first(ctx, db, s.scanGoal, selectGoal+" WHERE g.id = ? AND g.deleted_at IS NULL", id)
	if err != nil {
		return g, err
	}
	if !ok {
		return g, notFound("goal")
	}
	return g, addNotes(ctx, db, &g)
}

func addNotes(ctx context.Context, db querier, g *journal.Goal) (err error) {
	g.Notes, err = list(ctx, db, scanGoalNote, selectGoalNote+" WHERE n.goal_id = ? AND n.deleted_at IS NULL ORDER BY n.noted_on DESC, n.id DESC", g.ID)
	return err
}

// AddGoal adds a goal to a relationship, an open one where its state is unsaid.
func (s *Store) AddGoal(ctx context.Context, g journal.Goal) (added journal.Goal, err error) {
	if g.State == "" {
		g.State = journal.GoalOpen
	}
	if err := g.Validate(); err != nil {
		return added, err
	}
	err = s.step(ctx, journal.StepGoalAdded, "", g.Text, func(t *tx) error {
		if _, err := s.with(t, g.RelationshipID); err != nil {
			return err
		}
		set := row{"uid": g.UID, "relationship_id": g.RelationshipID, "text": g.Text, "kind": string(g.Kind), "tag": g.Tag, "state": string(g.State)}
		if g.State != journal.GoalOpen {
			set["closed_at"] = t.now
		}
		id, err := t.insert(tableGoal, set)
		if err != nil {
			return err
		}
		added, err = s.goal(t.ctx, t.Tx, id)
		return err
	})
	return added, err
}

// with is the relationship a step is about; the step then concerns its person.
func (s *Store) with(t *tx, relID int64) (journal.RelationshipSummary, error) {
	r, err := s.relationship(t.ctx, t.Tx, relID)
	t.name = r.PersonName
	return r, err
}

// changeGoal runs one step on a goal that is there.
func (s *Store) changeGoal(ctx context.Context, id int64, what journal.StepKind, do func(*tx, journal.Goal) error) error {
	return s.step(ctx, what, "", "", func(t *tx) error {
		g, err := s.goal(t.ctx, t.Tx, id)
		if err != nil {
			return err
		}
		if _, err := s.with(t, g.RelationshipID); err != nil {
			return err
		}
		t.text = g.Text
		return do(t, g)
	})
}

// ChangeGoal sets a goal's words and what it is about. Where it stands stays.
func (s *Store) ChangeGoal(ctx context.Context, g journal.Goal) error {
	return s.changeGoal(ctx, g.ID, journal.StepGoalChanged, func(t *tx, was journal.Goal) error {
		was.Text, was.Kind, was.Tag = g.Text, g.Kind, g.Tag
		if err := was.Validate(); err != nil {
			return err
		}
		t.text = g.Text
		return t.update(tableGoal, g.ID, row{"text": g.Text, "kind": string(g.Kind), "tag": g.Tag})
	})
}

// SetGoalState says where a goal stands.
func (s *Store) SetGoalState(ctx context.Context, id int64, to journal.GoalState) error {
	what := journal.StepGoalReopened
	switch to {
	case journal.GoalReached:
		what = journal.StepGoalReached
	case journal.GoalLetGo:
		what = journal.StepGoalLetGo
	}
	return s.changeGoal(ctx, id, what, func(t *tx, g journal.Goal) error {
		if g.State == to {
			return nil
		}
		g.State = to
		if err := g.Validate(); err != nil {
			return err
		}
		set := row{"state": string(to), "closed_at": nil}
		if to != journal.GoalOpen {
			set["closed_at"] = t.now
		}
		return t.update(tableGoal, id, set)
	})
}

// DeleteGoal hides a goal with its notes.
func (s *Store) DeleteGoal(ctx context.Context, id int64) error {
	return s.changeGoal(ctx, id, journal.StepGoalDeleted, func(t *tx, _ journal.Goal) error {
		if err := t.deleteAll(tableGoalNote, "goal_id = ?", id); err != nil {
			return err
		}
		return t.delete(tableGoal, id)
	})
}
