package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"slices"
	"strings"

	"bothways/journal"
)

// PurgedVersion is what the destruction of versions takes, or took.
type PurgedVersion struct {
	Undo    int    // steps that cannot be undone any more, since they would bring the words back
	Redo    bool   // what was undone cannot be done again any more
	Warning string // a sentence where the words may still be found in the file, "" mostly
}

// versionTraces is where the words of a version are besides the row itself.
type versionTraces struct {
	lines  []versionTrace
	drafts []int64 // gone ones that it was kept from
}

type versionTrace struct {
	change
	step  int64
	state string
}

// PurgeableVersions says what destroying versions of a text takes. The words as they are now are no
// version to be destroyed: that is CodeConflict.
func (s *Store) PurgeableVersions(ctx context.Context, of journal.TextOf, vs ...Version) (p PurgedVersion, err error) {
	err = s.read(ctx, func(q querier) error {
		tbl, column, id, err := findText(ctx, q, of)
		if err != nil {
			return err
		}
		for _, v := range differing(vs) {
			_, found, err := s.tracesOf(ctx, q, tbl, column, id, v)
			if err != nil {
				return err
			}
			p = p.and(found.costs())
		}
		return nil
	})
	return p, err
}

// differing leaves those out that have the words of another.
func differing(vs []Version) (out []Version) {
	for _, v := range vs {
		if !slices.ContainsFunc(out, func(o Version) bool { return o.sum == v.sum }) {
			out = append(out, v)
		}
	}
	return out
}

func (p PurgedVersion) and(o PurgedVersion) PurgedVersion {
	return PurgedVersion{Undo: p.Undo + o.Undo, Redo: p.Redo || o.Redo}
}

// PurgeVersions destroys the words of earlier versions of a text, wherever its history has them, and
// the drafts they were typed as, all of them or none. Steps that would bring them back can neither be
// undone nor done again. What lifted from their lines stays, as does another version with words of them.
func (s *Store) PurgeVersions(ctx context.Context, of journal.TextOf, vs ...Version) (done PurgedVersion, err error) {
	warning, err := s.destroy(ctx, func(p *purging) error {
		tbl, column, id, err := findText(p.ctx, p.Tx, of)
		if err != nil {
			return err
		}
		for _, v := range differing(vs) {
			text, found, err := s.tracesOf(p.ctx, p.Tx, tbl, column, id, v)
			if err != nil {
				return err
			}
			done = done.and(found.costs())
			if err := p.forgetVersion(tbl, column, id, text, found); err != nil {
				return err
			}
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

// tracesOf finds every place of a version's words, and the words.
func (s *Store) tracesOf(ctx context.Context, q querier, tbl table, column string, id int64, v Version) (text string, found versionTraces, err error) {
	gone := journal.Errorf(journal.CodeNotFound, "That version is not in the journal any more; nothing was changed.")
	if id == 0 {
		return "", found, gone
	}
	now, err := current(ctx, q, tbl, id, []string{column})
	if err != nil {
		return "", found, err
	}
	if present, _ := now[column].(string); sha256.Sum256([]byte(present)) == v.sum {
		return "", found, journal.Errorf(journal.CodeConflict, "These are the words as they are now, so they were not destroyed; change or delete them first.")
	}
	_, err = list(ctx, q, func(r *sql.Rows) (none struct{}, err error) {
		var t versionTrace
		if err := r.Scan(&t.id, &t.before, &t.after, &t.step, &t.state); err != nil {
			return none, err
		}
		has := false
		for _, side := range []sql.NullString{t.before, t.after} {
			said, ok, err := columnOf(side, column)
			if err != nil {
				return none, err
			}
			if ok && len(said) == v.Bytes && sha256.Sum256([]byte(said)) == v.sum {
				text, has = said, true
			}
		}
		if has {
			t.before, t.after = sql.NullString{}, sql.NullString{} // they are long, and read again
			found.lines = append(found.lines, t)
		}
		return none, nil
	}, "SELECT h.id, h.before, h.after, s.id, s.state FROM history h JOIN step s ON s.id = h.step_id WHERE h.tbl = ? AND h.row_id = ? ORDER BY h.id", string(tbl), id)
	if err != nil {
		return "", found, err
	}
	if len(found.lines) == 0 || text == "" {
		return "", found, gone
	}
	found.drafts, err = list(ctx, q, scanID, `SELECT DISTINCT d.id FROM draft d JOIN history h ON h.tbl = 'draft' AND h.row_id = d.id
		WHERE d.deleted_at IS NOT NULL AND d.text = ?3 AND h.step_id IN (SELECT step_id FROM history WHERE tbl = ?1 AND row_id = ?2)`, string(tbl), id, text)
	return text, found, err
}

// costs are what cannot be done any more without the words.
func (f versionTraces) costs() (p PurgedVersion) {
	steps := map[int64]bool{}
	for _, l := range f.lines {
		switch {
		case l.state == "undone":
			p.Redo = true
		case l.state == "done" && !steps[l.step]:
			steps[l.step] = true
			p.Undo++
		}
	}
	return p
}

// forgetVersion takes the words out of the history of a text.
func (p *purging) forgetVersion(tbl table, column string, id int64, text string, found versionTraces) error {
	for _, l := range found.lines {
		err := p.rewrite(func(r row) bool {
			if said, _ := r[column].(string); said != text {
				return false
			}
			delete(r, column)
			return true
		}, "id = ?", l.id)
		if err != nil {
			return err
		}
		if l.state != "done" {
			continue
		}
		// A line that has nothing else left is nothing to be undone.
		if _, err := p.deleteHistory("id = ? AND before = '{}' AND op = 'update'", l.id); err != nil {
			return err
		}
		if err := p.forgetDraftAlone(tbl, id, l.step); err != nil {
			return err
		}
		if _, err := p.ExecContext(p.ctx, "UPDATE step SET what = ?, text = '', updated_at = ? WHERE id = ?", string(journal.StepPurged), p.now, l.step); err != nil {
			return err
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
	return p.forgetSaid(tbl, id, text)
}

// forgetDraftAlone leaves a step nothing to be undone where only the draft it was typed as is left of
// it: that goes with the thing it was an edit of, not with this history.
func (p *purging) forgetDraftAlone(tbl table, id, step int64) error {
	column := ""
	for _, o := range origins() {
		if o.table == tbl {
			column = o.column
		}
	}
	if column == "" {
		return nil
	}
	others, err := count(p.ctx, p.Tx, `SELECT count(*) FROM history h LEFT JOIN draft d ON h.tbl = 'draft' AND d.id = h.row_id
		WHERE h.step_id = ? AND ifnull(d.`+column+`, 0) <> ?`, step, id)
	if err != nil || others > 0 {
		return err
	}
	_, err = p.deleteHistory("step_id = ?", step)
	return err
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
