package store

import (
	"context"
	"database/sql"

	"bothways/journal"
)

// selectGoalNote reads progress notes. One from a conversation that was deleted stays, and has no
// uid to follow then.
const selectGoalNote = `SELECT n.id, n.uid, n.goal_id, n.noted_on, n.text, ifnull(n.session_id, 0), ifnull(s.uid, '')
	FROM goal_note n LEFT JOIN session s ON s.id = n.session_id AND s.deleted_at IS NULL`

func scanGoalNote(r *sql.Rows) (n journal.GoalNote, err error) {
	var on sql.NullString
	err = r.Scan(&n.ID, &n.UID, &n.GoalID, &on, &n.Text, &n.SessionID, &n.SessionUID)
	n.On = day(on)
	return n, err
}

func goalNote(ctx context.Context, db querier, id int64) (journal.GoalNote, error) {
	n, ok, err := first(ctx, db, scanGoalNote, selectGoalNote+" WHERE n.id = ? AND n.deleted_at IS NULL", id)
	if err == nil && !ok {
		err = notFound("progress note")
	}
	return n, err
}

// AddGoalNote notes how a goal goes: today where the note has no day.
func (s *Store) AddGoalNote(ctx context.Context, n journal.GoalNote) (added journal.GoalNote, err error) {
	err = s.changeGoal(ctx, n.GoalID, journal.StepGoalNoted, func(t *tx, _ journal.Goal) error {
		if n.On.IsZero() {
			n.On = s.today(t)
		}
		if err := n.Validate(); err != nil {
			return err
		}
		if n.SessionID != 0 {
			if err := t.live(tableSession, n.SessionID, "conversation"); err != nil {
				return err
			}
		}
		t.text = n.Text
		id, err := t.insert(tableGoalNote, row{"uid": n.UID, "goal_id": n.GoalID, "session_id": orNull(n.SessionID), "noted_on": n.On.String(), "text": n.Text})
		if err != nil {
			return err
		}
		added, err = goalNote(t.ctx, t.Tx, id)
		return err
	})
	return added, err
}

// today is the day a step is made.
func (s *Store) today(t *tx) journal.Date { return journal.DateOf(s.clock(t.now)) }

// changeGoalNote runs one step on a progress note that is there.
func (s *Store) changeGoalNote(ctx context.Context, id int64, what journal.StepKind, do func(*tx, journal.GoalNote) error) error {
	return s.step(ctx, what, "", "", func(t *tx) error {
		n, err := goalNote(t.ctx, t.Tx, id)
		if err != nil {
			return err
		}
		g, err := s.goal(t.ctx, t.Tx, n.GoalID)
		if err != nil {
			return err
		}
		if _, err := s.with(t, g.RelationshipID); err != nil {
			return err
		}
		t.text = n.Text
		return do(t, n)
	})
}

// ChangeGoalNote sets the words of a progress note, and its day where one is given. The
// conversation it came from stays.
func (s *Store) ChangeGoalNote(ctx context.Context, n journal.GoalNote) error {
	return s.changeGoalNote(ctx, n.ID, journal.StepGoalNoteChanged, func(t *tx, was journal.GoalNote) error {
		was.Text = n.Text
		if !n.On.IsZero() {
			was.On = n.On
		}
		if err := was.Validate(); err != nil {
			return err
		}
		t.text = n.Text
		return t.update(tableGoalNote, n.ID, row{"text": was.Text, "noted_on": was.On.String()})
	})
}

// DeleteGoalNote hides a progress note.
func (s *Store) DeleteGoalNote(ctx context.Context, id int64) error {
	return s.changeGoalNote(ctx, id, journal.StepGoalNoteDeleted, func(t *tx, _ journal.GoalNote) error {
		return t.delete(tableGoalNote, id)
	})
}
