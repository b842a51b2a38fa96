package store

import (
	"context"
	"database/sql"
	"fmt"

	"bothways/journal"
)

// purging is rows while they are destroyed.
type purging struct {
	*sql.Tx
	ctx   context.Context
	now   int64
	gone  rowSet
	empty rowSet // those of gone that stay without a word
}

// run destroys the rows and answers how many lines of history went.
func (p *purging) run() (versions int, err error) {
	if err := p.findEmpty(); err != nil {
		return 0, err
	}
	if err := p.untie(); err != nil {
		return 0, err
	}
	if versions, err = p.forgetHistory(); err != nil {
		return 0, err
	}
	if err := p.forgetTies(); err != nil {
		return 0, err
	}
	for _, tbl := range trashTables() {
		for _, id := range p.gone.ids(tbl) {
			if p.empty.has(tbl, id) {
				err = p.emptyRow(tbl, id)
			} else {
				_, err = p.ExecContext(p.ctx, "DELETE FROM "+string(tbl)+" WHERE id = ?", id)
			}
			if err != nil {
				return 0, err
			}
		}
	}
	// What was undone cannot be done again on what is not there.
	_, err = p.ExecContext(p.ctx, "UPDATE step SET state = 'void', updated_at = ? WHERE state = 'undone'", p.now)
	return versions, err
}

// findEmpty finds the rows that cannot go: the last of a table, since SQLite would give its number to
// the next one and whoever still has the old one in hand would meet another's words; what other rows
// cannot be without; and what those are part of.
func (p *purging) findEmpty() error {
	p.empty = rowSet{}
	for tbl, rows := range p.gone {
		last, err := list(p.ctx, p.Tx, scanID, "SELECT ifnull(max(id), 0) FROM "+string(tbl))
		if err != nil {
			return err
		}
		if rows[last[0]] {
			p.empty.add(tbl, last[0])
		}
	}
	for more := true; more; {
		more = false
		for _, c := range ties() {
			if !c.required || len(p.gone[c.parent]) == 0 {
				continue
			}
			rows, err := list(p.ctx, p.Tx, func(r *sql.Rows) (pair [2]int64, err error) { return pair, r.Scan(&pair[0], &pair[1]) },
				fmt.Sprintf("SELECT id, %s FROM %s WHERE %[1]s IN (SELECT value FROM json_each(?))", c.column, c.child), ids(p.gone.ids(c.parent)))
			if err != nil {
				return err
			}
			for _, r := range rows {
				if !p.gone.has(c.child, r[0]) || p.empty.has(c.child, r[0]) {
					more = p.empty.add(c.parent, r[1]) || more
				}
			}
		}
	}
	return nil
}

// untie makes rows that stay forget those that go. What lifted from words that go has no line any
// more.
func (p *purging) untie() error {
	for _, c := range ties() {
		if c.required {
			continue
		}
		found, err := list(p.ctx, p.Tx, func(r *sql.Rows) (pair [2]int64, err error) { return pair, r.Scan(&pair[0], &pair[1]) },
			fmt.Sprintf("SELECT id, %s FROM %s WHERE %[1]s IN (SELECT value FROM json_each(?))", c.column, c.child), ids(p.gone.ids(c.parent)))
		if err != nil {
			return err
		}
		for _, r := range found {
			if p.gone.has(c.child, r[0]) && !p.empty.has(c.child, r[0]) {
				continue
			}
			also := ""
			if c.goes == goesAlone && isOrigin(c.column) {
				also = ", source = '', source_gone = 0"
				if err := p.forgetSource(c.child, r[0]); err != nil {
					return err
				}
			}
			if _, err := p.ExecContext(p.ctx, fmt.Sprintf("UPDATE %s SET %s = NULL%s, updated_at = ? WHERE id = ?", c.child, c.column, also), p.now, r[0]); err != nil {
				return err
			}
		}
	}
	return nil
}

func isOrigin(column string) bool {
	for _, o := range origins() {
		if o.column == column {
			return true
		}
	}
	return false
}

// forgetSource takes the lines a thing lifted from, which are words of what goes, out of its history.
func (p *purging) forgetSource(tbl table, id int64) error {
	return p.rewrite(func(r row) bool {
		if _, there := r["source"]; !there {
			return false
		}
		r["source"] = ""
		return true
	}, "tbl = ? AND row_id = ?", string(tbl), id)
}

// forgetTies takes what refers to rows that go out of the history of those that stay, or undoing that
// would refer to nothing.
func (p *purging) forgetTies() error {
	for _, c := range ties() {
		if c.required || len(p.gone[c.parent]) == 0 {
			continue
		}
		err := p.rewrite(func(r row) bool {
			id, ok := r[c.column].(int64)
			if !ok || !p.gone.has(c.parent, id) {
				return false
			}
			r[c.column] = nil
			return true
		}, "tbl = ? AND instr(before || ifnull(after, ''), ?) > 0", string(c.child), `"`+c.column+`":`)
		if err != nil {
			return err
		}
	}
	return nil
}

// rewrite changes lines of history; do answers whether it changed a row.
func (p *purging) rewrite(do func(row) bool, where string, args ...any) error {
	lines, err := list(p.ctx, p.Tx, func(r *sql.Rows) (c change, err error) {
		return c, r.Scan(&c.id, &c.before, &c.after)
	}, "SELECT id, before, after FROM history WHERE "+where, args...)
	if err != nil {
		return err
	}
	for _, l := range lines {
		for column, was := range map[string]sql.NullString{"before": l.before, "after": l.after} {
			if !was.Valid {
				continue
			}
			r, err := decodeRow(was.String)
			if err != nil {
				return err
			}
			if !do(r) {
				continue
			}
			now, err := r.encode()
			if err != nil {
				return err
			}
			if _, err := p.ExecContext(p.ctx, "UPDATE history SET "+column+" = ? WHERE id = ?", now, l.id); err != nil {
				return err
			}
		}
	}
	return nil
}

// forgetHistory destroys every version of the rows, and the words of the steps that made them. A step
// that has nothing left is told from one that has by its lines. One that deleted more than is purged
// stays what it is: the rest is still in the trash, and can be undone.
func (p *purging) forgetHistory() (lines int, err error) {
	var touched []int64
	for tbl := range p.gone {
		which := ids(p.gone.ids(tbl))
		const of = "tbl = ? AND row_id IN (SELECT value FROM json_each(?))"
		steps, err := list(p.ctx, p.Tx, scanID, "SELECT DISTINCT step_id FROM history WHERE "+of, string(tbl), which)
		if err != nil {
			return 0, err
		}
		touched = append(touched, steps...)
		n, err := p.deleteHistory(of, string(tbl), which)
		if err != nil {
			return 0, err
		}
		lines += n
	}
	return lines, p.forgetSteps(touched)
}

// deleteHistory destroys lines of history and answers how many.
func (p *purging) deleteHistory(where string, args ...any) (int, error) {
	res, err := p.ExecContext(p.ctx, "DELETE FROM history WHERE "+where, args...)
	if err != nil {
		return 0, err
	}
	n, err := res.RowsAffected()
	return int(n), err
}

// forgetSteps takes the words out of steps whose rows were purged.
func (p *purging) forgetSteps(steps []int64) error {
	stays := "what IN (" + trashSQL() + ") AND EXISTS (SELECT 1 FROM history h WHERE h.step_id = step.id)"
	_, err := p.ExecContext(p.ctx, `UPDATE step SET text = '', updated_at = ?2,
		name = CASE WHEN `+stays+` THEN name ELSE '' END, what = CASE WHEN `+stays+` THEN what ELSE ?3 END
		WHERE id IN (SELECT value FROM json_each(?1))`, ids(steps), p.now, string(journal.StepPurged))
	return err
}

// emptyRow takes all words out of a row.
func (p *purging) emptyRow(tbl table, id int64) error {
	if tbl == tableDraft { // it may have been waiting
		if _, err := p.ExecContext(p.ctx, "UPDATE draft SET deleted_at = ifnull(deleted_at, ?) WHERE id = ?", p.now, id); err != nil {
			return err
		}
	}
	return set(p.ctx, p.Tx, tbl, id, emptied(tbl), p.now)
}

// purged steps over a step that was purged and is to be undone. Where nothing of it is left it is
// over, and the next undo goes on to the one before; where other rows are part of it, that is an error
// and it stays as it is.
func purged(ctx context.Context, x *sql.Tx, did journal.Step, now int64) error {
	left, err := count(ctx, x, "SELECT count(*) FROM history WHERE step_id = ?", did.ID)
	if err != nil {
		return err
	}
	if left > 0 {
		return journal.Errorf(journal.CodeConflict, "What was done there was purged in part, so it cannot be undone, nor what came before; nothing was changed.")
	}
	if err := setStep(ctx, x, did.ID, "void", now); err != nil {
		return err
	}
	// All that were purged whole and come next are over as well.
	_, err = x.ExecContext(ctx, `UPDATE step SET state = 'void', updated_at = ?2 WHERE state = 'done' AND what = ?3 AND id < ?1
		AND NOT EXISTS (SELECT 1 FROM history h WHERE h.step_id = step.id)
		AND id > (SELECT ifnull(max(s.id), 0) FROM step s WHERE s.state = 'done' AND s.id < ?1
			AND NOT (s.what = ?3 AND NOT EXISTS (SELECT 1 FROM history h WHERE h.step_id = s.id)))`, did.ID, now, string(journal.StepPurged))
	return err
}

// errPurged says that what would be undone is not there any more.
func errPurged() error {
	return journal.Errorf(journal.CodeConflict, "What was done last was purged and cannot come back; nothing was changed. Undo again goes on to what was done before it.")
}
