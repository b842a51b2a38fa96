package store

import (
	"context"
	"database/sql"
	"strings"

	"bothways/journal"
)

// PurgedVersion is what the destruction of versions takes, or took.
type PurgedVersion struct {
	Undo    int    // steps whose undo does not bring words back any more: it takes back the rest of them, if any, and goes on to those before
	Redo    bool   // what was undone cannot be done again any more
	Warning string // a sentence where the words may still be found in the file, "" mostly
}

// PurgeableVersions says what destroying versions of a text takes. The words as they are now are no
// version to be destroyed: that is CodeConflict.
func (s *Store) PurgeableVersions(ctx context.Context, of journal.TextOf, vs ...Version) (p PurgedVersion, err error) {
	err = s.read(ctx, func(q querier) error {
		tbl, column, id, err := findText(ctx, q, of)
		if err != nil {
			return err
		}
		found, err := s.tracesOf(ctx, q, tbl, column, id, vs)
		p = found.costs()
		return err
	})
	return p, err
}

// And is what the destruction of versions of two texts takes together.
func (p PurgedVersion) And(o PurgedVersion) PurgedVersion {
	return PurgedVersion{Undo: p.Undo + o.Undo, Redo: p.Redo || o.Redo}
}

// PurgeVersions destroys the words of earlier versions of a text, wherever its history has them, and
// the drafts they were typed as, all of them or none. Undoing steps that would bring them back leaves
// them out, and they are not done again. What lifted from their lines stays, but forgets those that no
// other version has, and the words it had from them and has no more.
func (s *Store) PurgeVersions(ctx context.Context, of journal.TextOf, vs ...Version) (done PurgedVersion, err error) {
	warning, err := s.destroy(ctx, func(p *purging) error {
		tbl, column, id, err := findText(p.ctx, p.Tx, of)
		if err != nil {
			return err
		}
		found, err := s.tracesOf(p.ctx, p.Tx, tbl, column, id, vs)
		if err != nil {
			return err
		}
		done = found.costs()
		if err := p.forgetVersions(tbl, column, id, found); err != nil {
			return err
		}
		if done.Redo {
			_, err = p.ExecContext(p.ctx, "UPDATE step SET state = 'void', updated_at = ? WHERE state = 'undone'", p.now)
		}
		return err
	})
	if err != nil {
		return PurgedVersion{}, err
	}
	done.Warning = warning
	return done, nil
}

// forgetVersions takes the words out of the history of a text and of what lifted from it.
func (p *purging) forgetVersions(tbl table, column string, id int64, found versionTraces) error {
	for _, l := range found.lines {
		err := p.rewrite(func(r row) bool {
			_, has := found.in(r, column)
			if has {
				delete(r, column)
			}
			return has
		}, "id = ?", l.id)
		if err != nil {
			return err
		}
		if l.state == "done" && l.undo {
			if err := p.forgetDrafts(tbl, id, l.step); err != nil {
				return err
			}
		}
	}
	for _, d := range found.drafts {
		if _, err := p.deleteHistory("tbl = 'draft' AND row_id = ?", d); err != nil {
			return err
		}
		if err := p.emptyRow(tableDraft, d); err != nil {
			return err
		}
	}
	for _, l := range found.lifted {
		if err := p.forgetLifted(l); err != nil {
			return err
		}
	}
	for _, text := range found.texts {
		if err := p.forgetSaid(tbl, id, text); err != nil {
			return err
		}
	}
	return p.settle(column, found.all())
}

// forgetDrafts makes undoing an edit of a text leave the draft it was typed as alone: the words it has
// stay where they were kept. It goes with the thing it was an edit of, not with this history.
func (p *purging) forgetDrafts(tbl table, id, step int64) error {
	for _, o := range origins() {
		if o.table != tbl {
			continue
		}
		if _, err := p.deleteHistory("step_id = ? AND tbl = 'draft' AND row_id IN (SELECT id FROM draft WHERE "+o.column+" = ?)", step, id); err != nil {
			return err
		}
	}
	return nil
}

// opPurged is what a line of history is called that lost the words of a column, which follows, and had
// nothing else.
const opPurged = "purged "

// settle makes steps whose lines lost words what they are without them. One that has nothing left is
// over, so that undo goes on to the one before it; else undo takes back what is left. What went to the
// trash stays what it is: it can be brought back from there.
func (p *purging) settle(column string, lines []versionTrace) error {
	for _, l := range lines {
		if l.state != "done" {
			continue
		}
		// A line that has nothing else left is nothing to be undone. It only tells when the words after
		// those that went were made.
		if _, err := p.ExecContext(p.ctx, "UPDATE history SET op = ?, after = NULL WHERE id = ? AND before = '{}' AND op = 'update'", opPurged+column, l.id); err != nil {
			return err
		}
	}
	for _, l := range lines {
		if l.state != "done" {
			continue
		}
		left, err := count(p.ctx, p.Tx, "SELECT count(*) FROM history WHERE step_id = ? AND op NOT GLOB ?", l.step, opPurged+"*")
		switch {
		case err != nil:
			return err
		case left == 0:
			_, err = p.ExecContext(p.ctx, "UPDATE step SET what = ?, text = '', state = 'void', updated_at = ? WHERE id = ?", string(journal.StepPurged), p.now, l.step)
		case l.undo:
			_, err = p.ExecContext(p.ctx, "UPDATE step SET what = ?, text = '', updated_at = ? WHERE id = ? AND what <> ? AND what NOT IN ("+trashSQL()+")",
				string(journal.StepWordsPurged), p.now, l.step, string(journal.StepPurged))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// forgetSaid takes the words out of what steps of a row say of themselves.
func (p *purging) forgetSaid(tbl table, id int64, text string) error {
	type said struct {
		id   int64
		text string
	}
	steps, err := list(p.ctx, p.Tx, func(r *sql.Rows) (s said, err error) { return s, r.Scan(&s.id, &s.text) },
		"SELECT DISTINCT s.id, s.text FROM step s JOIN history h ON h.step_id = s.id WHERE h.tbl = ? AND h.row_id = ? AND s.text <> ''", string(tbl), id)
	if err != nil {
		return err
	}
	words := oneLine(text)
	for _, s := range steps {
		line := strings.TrimSuffix(oneLine(s.text), "…")
		if !strings.HasPrefix(words, line) && !strings.Contains(line, words) {
			continue
		}
		if _, err := p.ExecContext(p.ctx, "UPDATE step SET text = '', updated_at = ? WHERE id = ?", p.now, s.id); err != nil {
			return err
		}
	}
	return nil
}
