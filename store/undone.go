package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"bothways/journal"
)

// undoneStep is a step that was undone, whether or not it can still be done again, with what it left
// in the file.
type undoneStep struct {
	journal.Step
	when   int64 // in milliseconds: when it was undone, or could be done again last
	again  bool  // it can be done again
	rows   []rowRef
	texts  []undoneText
	deeper rowSet // rows it made that were made anew since, by steps that are done
}

// undoneText is words that a step wrote into a row that was there before, until it was undone.
type undoneText struct {
	rowRef
	words row
}

// undoneSteps are the steps with words in them that were undone between two moments, both included,
// or, where steps are named, those of them. Steps without a word of their own are left out: there is
// nothing of them to be read or destroyed.
func (s *Store) undoneSteps(ctx context.Context, q querier, from, to int64, steps []int64) ([]undoneStep, error) {
	where, args := "updated_at BETWEEN ? AND ?", []any{from, to}
	if steps != nil {
		where, args = "id IN (SELECT value FROM json_each(?))", []any{ids(steps)}
	}
	found, err := list(ctx, q, func(r *sql.Rows) (u undoneStep, err error) {
		var at int64
		err = r.Scan(&u.ID, &at, &u.What, &u.Name, &u.Text, &u.when, &u.again)
		u.At = s.clock(at)
		return u, err
	}, "SELECT id, at, what, name, text, updated_at, state = 'undone' FROM step WHERE state IN ('undone', 'void') AND "+where+" ORDER BY id DESC", args...)
	if err != nil {
		return nil, err
	}
	var all []undoneStep
	for _, u := range found {
		if err := u.read(ctx, q); err != nil {
			return nil, err
		}
		if len(u.rows) > 0 || len(u.texts) > 0 || len(u.deeper) > 0 {
			all = append(all, u)
		}
	}
	return all, nil
}

// read finds what the step left: rows it made, and words it had written.
func (u *undoneStep) read(ctx context.Context, q querier) error {
	lines, err := readChanges(ctx, q, u.ID, "")
	if err != nil {
		return err
	}
	u.deeper = rowSet{}
	for _, l := range lines {
		if !slices.Contains(trashTables(), l.table) {
			continue
		}
		r := rowRef{l.table, l.row}
		if l.op == "insert" {
			hidden, err := onlyUndone(ctx, q, r)
			switch {
			case err != nil:
				return err
			case hidden:
				u.rows = append(u.rows, r)
			default:
				u.deeper.add(r.table, r.row)
			}
			continue
		}
		after, err := decodeAfter(l.after)
		if err != nil {
			return err
		}
		words := row{}
		for c := range emptied(l.table) {
			if text, ok := after[c].(string); ok && !journal.Blank(text) && text != "[]" {
				words[c] = text
			}
		}
		if len(words) > 0 {
			u.texts = append(u.texts, undoneText{r, words})
		}
	}
	if len(u.rows) == 0 && len(u.texts) == 0 && len(u.deeper) > 0 {
		return u.rememberedElsewhere(ctx, q)
	}
	return nil
}

func decodeAfter(after sql.NullString) (row, error) {
	if !after.Valid || after.String == "" {
		return row{}, nil
	}
	return decodeRow(after.String)
}

// onlyUndone reports whether a row that an undone step made is hidden, and no step that is done has
// had to do with it since.
func onlyUndone(ctx context.Context, q querier, r rowRef) (bool, error) {
	n, err := count(ctx, q, fmt.Sprintf(`SELECT count(*) FROM %[1]s x WHERE x.id = ? AND x.deleted_at IS NOT NULL AND NOT EXISTS
		(SELECT 1 FROM history h JOIN step s ON s.id = h.step_id WHERE h.tbl = '%[1]s' AND h.row_id = x.id AND s.state = 'done')`, r.table), r.row)
	return n > 0, err
}

// rememberedElsewhere leaves those rows out that were made anew since without a word of this step.
func (u *undoneStep) rememberedElsewhere(ctx context.Context, q querier) error {
	left := rowSet{}
	for tbl := range u.deeper {
		for _, id := range u.deeper.ids(tbl) {
			befores, err := hiddenBefores(ctx, q, rowRef{tbl, id})
			if err != nil {
				return err
			}
			for _, b := range befores {
				if hasWords(tbl, b) {
					left.add(tbl, id)
				}
			}
		}
	}
	u.deeper = left
	return nil
}

// hiddenBefores are what a row was while it was hidden, before steps that are done brought it back.
func hiddenBefores(ctx context.Context, q querier, r rowRef) ([]row, error) {
	lines, err := list(ctx, q, func(rows *sql.Rows) (text sql.NullString, err error) { return text, rows.Scan(&text) },
		"SELECT h.before FROM history h JOIN step s ON s.id = h.step_id WHERE h.tbl = ? AND h.row_id = ? AND s.state = 'done' AND instr(h.before, '\"deleted_at\":') > 0", string(r.table), r.row)
	if err != nil {
		return nil, err
	}
	var all []row
	for _, l := range lines {
		b, err := decodeAfter(l)
		if err != nil {
			return nil, err
		}
		if _, hidden := b["deleted_at"].(int64); hidden {
			all = append(all, b)
		}
	}
	return all, nil
}

// hasWords reports whether columns of a row have something of a person's own.
func hasWords(tbl table, r row) bool {
	for c := range emptied(tbl) {
		if text, ok := r[c].(string); ok && !journal.Blank(text) && text != "[]" {
			return true
		}
	}
	return false
}

// trashed is the step as the trash shows it.
func (u *undoneStep) trashed(ctx context.Context, q querier, s *Store) (journal.Trashed, error) {
	t := journal.Trashed{StepID: u.ID, Kind: journal.TrashUndone, Name: u.Name, At: s.clock(u.when), Undone: u.What, Again: u.again}
	words := u.Text
	greatest, main := -1, rowRef{}
	for _, r := range u.rows {
		if at := slices.Index(trashTables(), r.table); at > greatest && speaks(r.table) {
			greatest, main = at, r
		}
	}
	var wrote row // the words of a row that stays, where that is the greatest thing
	for _, one := range u.texts {
		if at := slices.Index(trashTables(), one.table); at >= greatest {
			greatest, main, wrote = at, one.rowRef, one.words
		}
	}
	switch {
	case wrote != nil:
		for _, c := range slices.Concat(readable(main.table), wrote.columns()) {
			if text, ok := wrote[c].(string); ok {
				words = text
				break
			}
		}
	case greatest >= 0:
		var d journal.Trashed
		if err := s.describe(ctx, q, main.table, main.row, &d); err != nil {
			return t, err
		}
		t.Name, t.On, words = cmp.Or(t.Name, d.Name), d.On, d.Text
	}
	t.Text = firstWords(words)
	return t, nil
}

// speaks reports whether a row says by itself what was done; a person or a relationship that a note
// made does not.
func speaks(tbl table) bool {
	return tbl != tablePerson && tbl != tableRelationship && tbl != tableDraft
}

// undoneTexts are the words of an undone step.
func undoneTexts(ctx context.Context, q querier, u undoneStep) (all []journal.Part, err error) {
	for _, r := range u.rows {
		parts, err := trashTexts(ctx, q, r.table, r.row)
		if err != nil {
			return nil, err
		}
		all = append(all, parts...)
	}
	for _, t := range u.texts {
		for _, c := range readable(t.table) {
			text, _ := t.words[c].(string)
			if journal.Blank(text) {
				continue
			}
			title := string(trashKind(t.table))
			if called := columnCalled(t.table, c); called != "" && called != title {
				title += ": " + called
			}
			all = append(all, journal.Part{Title: title, Text: text})
		}
	}
	for tbl := range u.deeper {
		for _, id := range u.deeper.ids(tbl) {
			befores, err := hiddenBefores(ctx, q, rowRef{tbl, id})
			if err != nil {
				return nil, err
			}
			for _, b := range befores {
				for _, c := range readable(tbl) {
					if text, _ := b[c].(string); !journal.Blank(text) {
						all = append(all, journal.Part{Title: strings.TrimSuffix(string(trashKind(tbl))+": "+columnCalled(tbl, c), ": "), Text: text})
					}
				}
			}
		}
	}
	return all, nil
}

// forgetUndone destroys what undone steps had written into rows that stay, and their words.
func (p *purging) forgetUndone(undone []undoneStep) (lines int, err error) {
	for _, u := range undone {
		n, err := p.deleteHistory("step_id = ?", u.ID)
		if err != nil {
			return 0, err
		}
		lines += n
		for tbl := range u.deeper {
			for _, id := range u.deeper.ids(tbl) {
				if err := p.forgetHidden(tbl, id); err != nil {
					return 0, err
				}
			}
		}
		if _, err := p.ExecContext(p.ctx, "UPDATE step SET what = ?, name = '', text = '', state = 'void', updated_at = ? WHERE id = ?", string(journal.StepPurged), p.now, u.ID); err != nil {
			return 0, err
		}
	}
	return lines, nil
}

// forgetHidden takes the words out of what a row was while it was hidden: undoing what brought it
// back hides it again, and needs none.
func (p *purging) forgetHidden(tbl table, id int64) error {
	none := emptied(tbl)
	return p.rewrite(func(r row) bool {
		if _, hidden := r["deleted_at"].(int64); !hidden {
			return false
		}
		for c := range r {
			if v, word := none[c]; word {
				r[c] = v
			}
		}
		return true
	}, "tbl = ? AND row_id = ?", string(tbl), id)
}
