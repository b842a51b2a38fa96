package store

import (
	"context"
	"crypto/sha256"
	"database/sql"

	"bothways/journal"
)

// versionTraces is where the words of some versions of a text are besides the row itself.
type versionTraces struct {
	texts  []string // the words, each once
	sums   map[[sha256.Size]byte]bool
	lines  []versionTrace
	drafts []int64 // gone ones that they were kept from
	lifted []liftedTraces
}

// versionTrace is a line of history that loses words.
type versionTrace struct {
	id, step int64
	state    string
	undo     bool // undoing its step would bring them back
}

// tracesOf finds every place of the words of some versions, and the words.
func (s *Store) tracesOf(ctx context.Context, q querier, tbl table, column string, id int64, vs []Version) (found versionTraces, err error) {
	if id == 0 {
		return found, errNoVersion()
	}
	now, err := current(ctx, q, tbl, id, []string{column})
	if err != nil {
		return found, err
	}
	present, _ := now[column].(string)
	found.sums = map[[sha256.Size]byte]bool{}
	for _, v := range vs {
		if sha256.Sum256([]byte(present)) == v.sum {
			return found, journal.Errorf(journal.CodeConflict, "These are the words as they are now, so they were not destroyed; change or delete them first.")
		}
		found.sums[v.sum] = true
	}
	got := map[[sha256.Size]byte]bool{}
	err = eachSide(ctx, q, tbl, id, func(l versionTrace, before, after row) {
		b, had := found.in(before, column)
		a, has := found.in(after, column)
		if !had && !has {
			return
		}
		for _, said := range []string{b, a} {
			if sum := sha256.Sum256([]byte(said)); said != "" && found.sums[sum] && !got[sum] {
				got[sum] = true
				found.texts = append(found.texts, said)
			}
		}
		l.undo = had
		found.lines = append(found.lines, l)
	})
	if err != nil {
		return found, err
	}
	if len(found.texts) < len(found.sums) {
		return found, errNoVersion()
	}
	for _, text := range found.texts {
		drafts, err := list(ctx, q, scanID, `SELECT DISTINCT d.id FROM draft d JOIN history h ON h.tbl = 'draft' AND h.row_id = d.id
			WHERE d.deleted_at IS NOT NULL AND d.text = ?3 AND h.step_id IN (SELECT step_id FROM history WHERE tbl = ?1 AND row_id = ?2)`, string(tbl), id, text)
		if err != nil {
			return found, err
		}
		found.drafts = append(found.drafts, drafts...)
	}
	found.lifted, err = found.findLifted(ctx, q, tbl, column, id, present)
	return found, err
}

func errNoVersion() error {
	return journal.Errorf(journal.CodeNotFound, "That version is not in the journal any more; nothing was changed.")
}

// in is the text in a side of a line of history, and whether that is one of the versions.
func (f versionTraces) in(side row, column string) (said string, ok bool) {
	said, ok = side[column].(string)
	return said, ok && f.sums[sha256.Sum256([]byte(said))]
}

// eachSide reads the history of a row, one line at a time: a long text is in many of them.
func eachSide(ctx context.Context, q querier, tbl table, id int64, do func(l versionTrace, before, after row)) error {
	_, err := list(ctx, q, func(r *sql.Rows) (none struct{}, err error) {
		var l versionTrace
		var b, a sql.NullString
		if err := r.Scan(&l.id, &b, &a, &l.step, &l.state); err != nil {
			return none, err
		}
		before, err := decodeAfter(b)
		if err != nil {
			return none, err
		}
		after, err := decodeAfter(a)
		if err != nil {
			return none, err
		}
		do(l, before, after)
		return none, nil
	}, "SELECT h.id, h.before, h.after, s.id, s.state FROM history h JOIN step s ON s.id = h.step_id WHERE h.tbl = ? AND h.row_id = ? ORDER BY h.id", string(tbl), id)
	return err
}

// costs are what cannot be done any more without the words.
func (f versionTraces) costs() (p PurgedVersion) {
	steps := map[int64]bool{}
	for _, l := range f.all() {
		switch {
		case l.state == "undone":
			p.Redo = true
		case l.state == "done" && l.undo && !steps[l.step]:
			steps[l.step] = true
			p.Undo++
		}
	}
	return p
}

// all are the lines of the text and of what lifted from it.
func (f versionTraces) all() []versionTrace {
	all := append([]versionTrace(nil), f.lines...)
	for _, l := range f.lifted {
		all = append(all, l.lines...)
	}
	return all
}
