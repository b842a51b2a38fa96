package store

import (
	"database/sql"
	"errors"
	"math"
	"strings"
)

// How far salvaging goes on looking for single rows between broken pages.
const (
	rowsTried  = 1_000_000 // in all
	rowsMissed = 20_000    // one after another, where it is not known how far the rows go
)

// salvagingTable is a table whose rows are being saved.
type salvagingTable struct {
	*salvaging
	name    string
	columns []string
	insert  *sql.Stmt
	told    SalvagedTable
}

// save reads a table from both ends of its ids, as far as that goes. Where a page is broken it asks
// for the rows in between one by one: those on whole pages answer.
func (t *salvagingTable) save() error {
	low, broken, err := t.run("rowid > ? ORDER BY rowid", math.MinInt64, math.MaxInt64)
	if err != nil || !broken {
		return err
	}
	t.told.Broken = true
	high, broken, err := t.run("rowid < ? ORDER BY rowid DESC", math.MaxInt64, low)
	if err != nil || !broken {
		return err
	}
	return t.between(max(low, 0), high)
}

// run reads rows in the order a condition says, beginning at from and ending before end. It answers
// the last id that was read, and whether a broken page ended it.
func (t *salvagingTable) run(where string, from, end int64) (last int64, broken bool, err error) {
	rows, err := t.from.QueryContext(t.ctx, "SELECT rowid, "+strings.Join(t.columns, ", ")+" FROM "+quoted(t.name)+" NOT INDEXED WHERE "+where, from)
	if err != nil {
		return from, true, t.ctx.Err()
	}
	defer rows.Close()
	last = from
	for rows.Next() {
		id, values, err := t.scan(rows)
		if err != nil {
			return last, true, t.ctx.Err()
		}
		if id == end || from == math.MaxInt64 && id <= end {
			return end, false, nil
		}
		if err := t.keep(values); err != nil {
			return last, false, err
		}
		last = id
	}
	if rows.Err() != nil {
		return last, true, t.ctx.Err()
	}
	return last, false, nil
}

func (t *salvagingTable) scan(rows *sql.Rows) (id int64, values []any, err error) {
	values = make([]any, len(t.columns))
	to := []any{&id}
	for i := range values {
		to = append(to, &values[i])
	}
	return id, values, rows.Scan(to...)
}

// keep writes a row, and counts one that the new journal does not take.
func (t *salvagingTable) keep(values []any) error {
	_, err := t.insert.ExecContext(t.ctx, values...)
	switch {
	case err == nil:
		t.told.Saved++
	case unkept(err):
		t.told.Left++
	default:
		return err
	}
	return nil
}

// between asks for every row with an id between low and high, one by one.
func (t *salvagingTable) between(low, high int64) error {
	one, err := t.from.PrepareContext(t.ctx, "SELECT rowid, "+strings.Join(t.columns, ", ")+" FROM "+quoted(t.name)+" NOT INDEXED WHERE rowid = ?")
	if err != nil {
		return t.ctx.Err()
	}
	defer one.Close()
	missed := 0
	for id := low + 1; id < high && id-low <= rowsTried; id++ {
		if high == math.MaxInt64 && missed > rowsMissed {
			break
		}
		values, err := t.single(one, id)
		if err != nil {
			return err
		}
		if values == nil {
			missed++
			continue
		}
		missed = 0
		if err := t.keep(values); err != nil {
			return err
		}
	}
	return nil
}

// single reads one row, nil where that is not possible or there is none.
func (t *salvagingTable) single(one *sql.Stmt, id int64) ([]any, error) {
	rows, err := one.QueryContext(t.ctx, id)
	if err != nil {
		return nil, t.ctx.Err()
	}
	defer rows.Close()
	if !rows.Next() {
		return nil, t.ctx.Err()
	}
	_, values, err := t.scan(rows)
	if err != nil {
		return nil, t.ctx.Err()
	}
	return values, nil
}

// lostKey is a row that points to one that could not be saved.
type lostKey struct {
	table, parent, column string
	id                    int64
	required              bool
}

// mendKeys sees to the rows that point to one that is lost: where they can do without they do, and
// where it is a person, a relationship or a step one is made up. What is left is taken out again.
func (s *salvaging) mendKeys() error {
	const rounds = 10 // what is made up points to something, too
	for range rounds {
		lost, err := s.lostKeys()
		if err != nil || len(lost) == 0 {
			return err
		}
		for _, k := range lost {
			if err := s.mendKey(k); err != nil {
				return err
			}
		}
	}
	return errNotSound()
}

func (s *salvaging) lostKeys() ([]lostKey, error) {
	return list(s.ctx, s.to, func(r *sql.Rows) (k lostKey, err error) {
		return k, r.Scan(&k.table, &k.id, &k.parent, &k.column, &k.required)
	}, `SELECT c."table", c.rowid, c.parent, k."from", i."notnull" FROM pragma_foreign_key_check AS c
		JOIN pragma_foreign_key_list(c."table") AS k ON k.id = c.fkid
		JOIN pragma_table_info(c."table") AS i ON i.name = k."from"`)
}

func (s *salvaging) mendKey(k lostKey) error {
	tbl, column := quoted(k.table), quoted(k.column)
	if !k.required {
		return s.exec("UPDATE "+tbl+" SET "+column+" = NULL WHERE rowid = ?", k.id)
	}
	var parent int64
	err := s.to.QueryRowContext(s.ctx, "SELECT "+column+" FROM "+tbl+" WHERE rowid = ?", k.id).Scan(&parent)
	if errors.Is(err, sql.ErrNoRows) {
		return nil // taken out meanwhile
	}
	if err != nil {
		return err
	}
	if n, err := count(s.ctx, s.to, "SELECT count(*) FROM "+quoted(k.parent)+" WHERE rowid = ?", parent); err != nil || n > 0 {
		return err // made up meanwhile
	}
	switch table(k.parent) {
	case tablePerson:
		err = s.exec("INSERT INTO person (id, uid, name, name_key, created_at, updated_at) VALUES (?, ?, ?, lower(?), ?, ?)",
			parent, NewUID(), SalvagedName, SalvagedName, s.now, s.now)
	case tableRelationship:
		err = s.inventRelationship(parent, k)
	case "step":
		err = s.exec("INSERT INTO step (id, at, what, state, updated_at) VALUES (?, ?, '', 'void', ?)", parent, s.now, s.now)
	default:
		s.leave(k.table)
		return s.exec("DELETE FROM "+tbl+" WHERE rowid = ?", k.id)
	}
	s.out.Invented++
	return err
}

// inventRelationship makes a relationship up, with the person of the row that needs it where that
// has one, else with somebody made up: never with anybody it may not have been.
func (s *salvaging) inventRelationship(id int64, k lostKey) error {
	var person int64
	if table(k.table) == tableSession {
		if err := s.to.QueryRowContext(s.ctx, "SELECT person_id FROM session WHERE id = ?", k.id).Scan(&person); err != nil {
			return err
		}
	} else {
		res, err := s.to.ExecContext(s.ctx, "INSERT INTO person (uid, name, name_key, created_at, updated_at) VALUES (?, ?, lower(?), ?, ?)",
			NewUID(), SalvagedName, SalvagedName, s.now, s.now)
		if err != nil {
			return err
		}
		if person, err = res.LastInsertId(); err != nil {
			return err
		}
		s.out.Invented++
	}
	return s.exec("INSERT INTO relationship (id, uid, person_id, role, state, created_at, updated_at) VALUES (?, ?, ?, 'mutual', 'active', ?, ?)",
		id, NewUID(), person, s.now, s.now)
}

// leave counts a saved row as one that was taken out again.
func (s *salvaging) leave(name string) {
	for i := range s.out.Tables {
		if t := &s.out.Tables[i]; t.Name == name {
			t.Saved--
			t.Left++
		}
	}
}
