package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"bothways/journal"
)

// table is a table whose rows have a history.
type table string

const (
	tablePerson       table = "person"
	tableRelationship table = "relationship"
	tableSession      table = "session"
	tableExchange     table = "exchange"
	tableShift        table = "shift"
	tableTopic        table = "topic"
	tableAction       table = "action"
	tableReflection   table = "reflection"
	tableCheckIn      table = "checkin"
	tablePromptSet    table = "prompt_set"
	tablePrompt       table = "prompt"
	tablePromptPlace  table = "prompt_place"
	tableDraft        table = "draft"
	tableMatch        table = "pairing" // MATCH is a word of SQL
	tableAgreement    table = "agreement"
	tableGoal         table = "goal"
	tableGoalNote     table = "goal_note"
	tableReview       table = "review"
	tableAdvice       table = "advice"
	tableHint         table = "hint"
	tableEnding       table = "ending"
)

// row is columns by name. A value is an int64, a string or nil.
type row map[string]any

// columns are the names of a row's columns in a fixed order.
func (r row) columns() []string { return slices.Sorted(maps.Keys(r)) }

// tx is one step while it is made.
type tx struct {
	*sql.Tx
	ctx  context.Context
	now  int64 // milliseconds
	what journal.StepKind
	name string // the person it concerns
	text string // the words it concerns
	id   int64  // 0 until something changes
}

// write runs do in one transaction, after which the journal has something new to be backed up.
func (s *Store) write(ctx context.Context, do func(context.Context, *sql.Tx) error) error {
	err := s.derive(ctx, do)
	if err == nil {
		s.backing.wrote.Store(true)
	}
	return err
}

// derive runs do in one transaction on the one connection that writes; on its own it is for what
// could be made anew from what is there. It is not interrupted half way: a write takes milliseconds,
// and an interrupted connection would have to be made anew.
func (s *Store) derive(ctx context.Context, do func(context.Context, *sql.Tx) error) (err error) {
	if err := ctx.Err(); err != nil {
		return err
	}
	if s.wr == nil {
		return errReadOnly()
	}
	if err := s.here(); err != nil {
		return err
	}
	ctx = context.WithoutCancel(ctx)
	defer func() { s.doubts(err) }()
	if err := s.renew(ctx); err != nil {
		return s.fail(err)
	}
	t, err := s.wr.BeginTx(ctx, nil)
	if err != nil {
		return s.fail(err)
	}
	if err := do(ctx, t); err != nil {
		if undone := t.Rollback(); undone != nil {
			err = errors.Join(err, undone)
		}
		return s.fail(err)
	}
	if err := t.Commit(); err != nil {
		return s.fail(err)
	}
	return s.unmixed() // written over just now it is nowhere to be found again
}

// step runs do as one step of the journal: all of it or nothing, to be undone as one. name is the
// person it concerns and text the words; do may set both on its tx. A step that changes nothing
// leaves no trace.
func (s *Store) step(ctx context.Context, what journal.StepKind, name, text string, do func(*tx) error) error {
	return s.write(ctx, func(ctx context.Context, sqlTx *sql.Tx) error {
		t := &tx{Tx: sqlTx, ctx: ctx, now: s.now().UnixMilli(), what: what, name: name, text: text}
		if err := do(t); err != nil {
			return err
		}
		if t.id == 0 {
			return nil
		}
		_, err := t.ExecContext(ctx, "UPDATE step SET what = ?, name = ?, text = ? WHERE id = ?", string(t.what), t.name, t.text, t.id)
		return err
	})
}

// insert adds a row and returns its id. It gets a uid where it has none, and its times.
func (t *tx) insert(tbl table, r row) (int64, error) {
	r = maps.Clone(r)
	r["created_at"], r["updated_at"] = t.now, t.now
	if uid, _ := r["uid"].(string); uid == "" {
		r["uid"] = NewUID()
	}
	columns := r.columns()
	values, err := r.values(columns)
	if err != nil {
		return 0, err
	}
	query := fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", tbl, strings.Join(columns, ", "), strings.TrimSuffix(strings.Repeat("?, ", len(columns)), ", "))
	res, err := t.ExecContext(t.ctx, query, values...)
	if err != nil {
		return 0, err
	}
	id, err := res.LastInsertId()
	if err != nil {
		return 0, err
	}
	return id, t.remember(tbl, id, "insert", nil)
}

// update sets columns of a row and keeps what those that differ were before.
func (t *tx) update(tbl table, id int64, r row) error { return t.change(tbl, id, "update", r) }

// delete hides a row.
func (t *tx) delete(tbl table, id int64) error {
	return t.change(tbl, id, "delete", row{"deleted_at": t.now})
}

func (t *tx) change(tbl table, id int64, op string, r row) error {
	columns := r.columns()
	before, err := current(t.ctx, t.Tx, tbl, id, columns)
	if err != nil {
		return err
	}
	values, err := r.values(columns)
	if err != nil {
		return err
	}
	changed := row{}
	for i, c := range columns {
		if before[c] == values[i] {
			delete(before, c)
		} else {
			changed[c] = values[i]
		}
	}
	if len(changed) == 0 {
		return nil
	}
	if err := set(t.ctx, t.Tx, tbl, id, changed, t.now); err != nil {
		return err
	}
	return t.remember(tbl, id, op, before)
}

// live makes sure that a row is there and not deleted. what is how a person calls it.
func (t *tx) live(tbl table, id int64, what string) error {
	n, err := count(t.ctx, t.Tx, fmt.Sprintf("SELECT count(*) FROM %s WHERE id = ? AND deleted_at IS NULL", tbl), id)
	if err == nil && n == 0 {
		return notFound(what)
	}
	return err
}

// deleteAll hides every row of a table that a condition finds.
func (t *tx) deleteAll(tbl table, where string, args ...any) error {
	found, err := list(t.ctx, t.Tx, scanID, fmt.Sprintf("SELECT id FROM %s WHERE deleted_at IS NULL AND %s", tbl, where), args...)
	if err != nil {
		return err
	}
	for _, id := range found {
		if err := t.delete(tbl, id); err != nil {
			return err
		}
	}
	return nil
}

// remember writes a line of history, and the step's own row before the first.
func (t *tx) remember(tbl table, id int64, op string, before row) error {
	if t.id == 0 {
		if _, err := t.ExecContext(t.ctx, "UPDATE step SET state = 'void', updated_at = ? WHERE state = 'undone'", t.now); err != nil {
			return err
		}
		res, err := t.ExecContext(t.ctx, "INSERT INTO step (at, what, updated_at) VALUES (?, ?, ?)", t.now, string(t.what), t.now)
		if err != nil {
			return err
		}
		if t.id, err = res.LastInsertId(); err != nil {
			return err
		}
	}
	was, err := before.encode()
	if err != nil {
		return err
	}
	_, err = t.ExecContext(t.ctx, "INSERT INTO history (step_id, tbl, row_id, op, before) VALUES (?, ?, ?, ?, ?)", t.id, string(tbl), id, op, was)
	return err
}

// current reads columns of a row, deleted or not.
func current(ctx context.Context, q querier, tbl table, id int64, columns []string) (row, error) {
	values := make([]any, len(columns))
	to := make([]any, len(columns))
	for i := range values {
		to[i] = &values[i]
	}
	err := q.QueryRowContext(ctx, fmt.Sprintf("SELECT %s FROM %s WHERE id = ?", strings.Join(columns, ", "), tbl), id).Scan(to...)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, notFound(string(tbl))
	}
	if err != nil {
		return nil, err
	}
	r := make(row, len(columns))
	for i, c := range columns {
		r[c] = values[i]
	}
	return r, nil
}

// revised are the columns of a table that have its words, and the one that counts their changes.
// Tables where nobody counts have neither.
func revised(tbl table) (words, rev string) {
	switch tbl {
	case tableSession:
		return "note", "rev"
	case tableReflection, tableReview:
		return "text", "rev"
	case tablePrompt:
		return "text", "version"
	}
	return "", ""
}

// set writes columns of a row. The revision of a note grows with every change of its words, and is
// no part of history: an undo is a new revision too, so that whoever started from the one before
// can tell. The same goes for an answer and a review, and for the version of a question's wording.
func set(ctx context.Context, x *sql.Tx, tbl table, id int64, r row, now int64) error {
	columns := r.columns()
	values, err := r.values(columns)
	if err != nil {
		return err
	}
	if _, hidden := r["deleted_at"].(int64); hidden && tbl == tableDraft {
		// What is hidden still says when somebody typed in it last.
		if err := x.QueryRowContext(ctx, "SELECT updated_at FROM draft WHERE id = ?", id).Scan(&now); err != nil {
			return err
		}
	}
	query := fmt.Sprintf("UPDATE %s SET %s = ?, updated_at = ?", tbl, strings.Join(columns, " = ?, "))
	words, rev := revised(tbl)
	if _, ok := r[words]; ok && words != "" {
		query += ", " + rev + " = " + rev + " + 1"
	}
	_, err = x.ExecContext(ctx, query+" WHERE id = ?", append(values, now, id)...)
	return err
}

// values are a row's values in the order of columns. Text that is not UTF-8 is refused, since
// history could not give it back byte for byte.
func (r row) values(columns []string) ([]any, error) {
	values := make([]any, len(columns))
	for i, c := range columns {
		switch v := r[c].(type) {
		case nil, int64:
			values[i] = v
		case string:
			if !utf8.ValidString(v) {
				return nil, journal.Errorf(journal.CodeInvalid, "The text is not UTF-8, so it was not kept; the text itself is untouched.")
			}
			values[i] = v
		default:
			return nil, fmt.Errorf("column %s cannot hold a %T", c, v)
		}
	}
	return values, nil
}

// encode is a row as JSON, nil for a nil row.
func (r row) encode() (any, error) {
	if r == nil {
		return nil, nil
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(map[string]any(r)); err != nil {
		return nil, err
	}
	return strings.TrimSuffix(b.String(), "\n"), nil
}

// decodeRow reads what encode wrote. Numbers stay whole numbers.
func decodeRow(s string) (row, error) {
	d := json.NewDecoder(strings.NewReader(s))
	d.UseNumber()
	var r row
	if err := d.Decode(&r); err != nil {
		return nil, err
	}
	for c, v := range r {
		if n, ok := v.(json.Number); ok {
			i, err := n.Int64()
			if err != nil {
				return nil, err
			}
			r[c] = i
		}
	}
	return r, nil
}
