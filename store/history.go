package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"bothways/journal"
)

// change is a line of history.
type change struct {
	id            int64
	table         table
	row           int64
	op            string
	before, after sql.NullString
}

// Undo takes back the newest step that is not undone, whichever process made it: every row is again
// what it was. ok is false where there is none. What the rows were is kept for Redo.
func (s *Store) Undo(ctx context.Context) (did journal.Step, ok bool, err error) {
	err = s.write(ctx, func(ctx context.Context, x *sql.Tx) error {
		now := s.now().UnixMilli()
		did, ok, err = findStep(ctx, x, "SELECT id, at, what, name, text FROM step WHERE state = 'done' ORDER BY id DESC LIMIT 1", s.clock)
		if err != nil || !ok {
			return err
		}
		if did.What == journal.StepPurged {
			return purged(ctx, x, did, now)
		}
		changes, err := readChanges(ctx, x, did.ID, " DESC")
		if err != nil {
			return err
		}
		for _, c := range changes {
			if err := c.takeBack(ctx, x, now); err != nil {
				return err
			}
		}
		if err := rebase(ctx, x, changes); err != nil {
			return err
		}
		return setStep(ctx, x, did.ID, "undone", now)
	})
	if err == nil && did.What == journal.StepPurged {
		err = errPurged()
	}
	return did, ok && err == nil, err
}

// Redo does the step again that was undone last. ok is false where there is none, also after
// another step was made meanwhile. A draft that was typed in since the undo goes on waiting: what
// is done again does not have its words.
func (s *Store) Redo(ctx context.Context) (did journal.Step, ok bool, err error) {
	err = s.write(ctx, func(ctx context.Context, x *sql.Tx) error {
		now := s.now().UnixMilli()
		did, ok, err = findStep(ctx, x, "SELECT id, at, what, name, text FROM step WHERE state = 'undone' ORDER BY id LIMIT 1", s.clock)
		if err != nil || !ok {
			return err
		}
		changes, err := readChanges(ctx, x, did.ID, "")
		if err != nil {
			return err
		}
		for _, c := range changes {
			after, err := decodeRow(c.after.String)
			if err != nil {
				return err
			}
			if c.table == tableDraft {
				if typed, err := typedOn(ctx, x, c.row, after); err != nil || typed {
					if err != nil {
						return err
					}
					continue
				}
			}
			if err := set(ctx, x, c.table, c.row, after, now); err != nil {
				return err
			}
		}
		return setStep(ctx, x, did.ID, "done", now)
	})
	return did, ok && err == nil, err
}

// takeBack gives a row its columns back and keeps what they were until now. A row that was new is
// hidden, since rows are never removed.
func (c change) takeBack(ctx context.Context, x *sql.Tx, now int64) error {
	before := row{"deleted_at": now}
	if c.op != "insert" {
		var err error
		if before, err = decodeRow(c.before.String); err != nil {
			return err
		}
	}
	after, err := current(ctx, x, c.table, c.row, before.columns())
	if err != nil {
		return err
	}
	if err := set(ctx, x, c.table, c.row, before, now); err != nil {
		return err
	}
	if c.table == tableDraft {
		text, err := current(ctx, x, c.table, c.row, []string{"text"})
		if err != nil {
			return err
		}
		after[draftSum] = textSum(text)
	}
	kept, err := after.encode()
	if err != nil {
		return err
	}
	_, err = x.ExecContext(ctx, "UPDATE history SET after = ? WHERE id = ?", kept, c.id)
	return err
}

// draftSum is where a line of history has the sum of a draft's text when its step was undone.
// Typing is no step, so nothing else tells that the text is another one when that is done again.
const draftSum = "text_sha256"

func textSum(r row) string {
	text, _ := r["text"].(string)
	return fmt.Sprintf("%x", sha256.Sum256([]byte(text)))
}

// typedOn reports whether a draft has another text than when its step was undone, and takes the sum
// of that text out of after.
func typedOn(ctx context.Context, x *sql.Tx, id int64, after row) (bool, error) {
	text, err := current(ctx, x, tableDraft, id, []string{"text"})
	was := after[draftSum]
	delete(after, draftSum)
	return err == nil && was != textSum(text), err
}

// rebase makes a draft that is offered again start from the note, the answer or the review as it is
// now: taking that back was a change of it too, but not one its writer did not know of. Where only
// the draft comes back it starts where it did.
func rebase(ctx context.Context, x *sql.Tx, changes []change) error {
	for _, draft := range changes {
		if draft.table != tableDraft {
			continue
		}
		for _, c := range changes {
			of := ""
			switch c.table {
			case tableSession:
				of = "session_id"
			case tableReflection:
				of = "reflection_id"
			case tableReview:
				of = "review_id"
			default:
				continue
			}
			_, err := x.ExecContext(ctx, fmt.Sprintf("UPDATE draft SET base_rev = (SELECT rev FROM %s WHERE id = ?2) WHERE id = ?1 AND %s = ?2", c.table, of), draft.row, c.row)
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func findStep(ctx context.Context, q querier, query string, clock func(int64) time.Time) (step journal.Step, ok bool, err error) {
	var at int64
	err = q.QueryRowContext(ctx, query).Scan(&step.ID, &at, &step.What, &step.Name, &step.Text)
	if errors.Is(err, sql.ErrNoRows) {
		return journal.Step{}, false, nil
	}
	step.At = clock(at)
	return step, err == nil, err
}

func setStep(ctx context.Context, x *sql.Tx, id int64, state string, now int64) error {
	_, err := x.ExecContext(ctx, "UPDATE step SET state = ?, updated_at = ? WHERE id = ?", state, now, id)
	return err
}

func readChanges(ctx context.Context, q querier, step int64, order string) ([]change, error) {
	return list(ctx, q, func(r *sql.Rows) (c change, err error) {
		return c, r.Scan(&c.id, &c.table, &c.row, &c.op, &c.before, &c.after)
	}, "SELECT id, tbl, row_id, op, before, after FROM history WHERE step_id = ? AND op NOT GLOB ? ORDER BY id"+order, step, opPurged+"*")
}
