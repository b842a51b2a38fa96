package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	lib "modernc.org/sqlite/lib"

	"bothways/journal"
)

// SalvagedName stands for the name of somebody whose own row could not be read.
const SalvagedName = "Name lost"

// Salvaged is what could be saved of a damaged journal.
type Salvaged struct {
	Tables []SalvagedTable

	// Invented is how many people, relationships and steps had to be made up so that what belongs to
	// them has its place.
	Invented int
}

// SalvagedTable is how many rows of a table were saved, and how many could be read but not kept
// since what they are about is lost. Broken says that some could not be read at all.
type SalvagedTable struct {
	Name        string
	Saved, Left int
	Broken      bool
}

// Salvage saves every row that can still be read of a damaged journal into a new one, the file to.
// The damaged one is copied first and only the copy is worked on.
func Salvage(ctx context.Context, o Options, to string) (out Salvaged, err error) {
	to, err = filepath.Abs(to)
	if err != nil {
		return out, unreadable(to, err)
	}
	for _, end := range []string{"", walEnd, "-journal"} { // it may take long, and would be for nothing
		if _, err := os.Lstat(to + end); err == nil {
			return out, errSalvageTaken(to + end)
		}
	}
	dir := filepath.Dir(to)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return out, unmakeable(dir, err)
	}
	work, err := os.MkdirTemp(dir, ".bothways-*.new")
	if err != nil {
		return out, unmakeable(dir, err)
	}
	defer os.RemoveAll(work)
	from := filepath.Join(work, "damaged.db")
	if err := copyToRead(from, o.Path); err != nil {
		return out, err
	}
	var tmp string
	err = withConn(ctx, from, toSalvage, func(source *sql.Conn) error {
		tmp, err = build(ctx, dir, far(dir), func(ctx context.Context, db *sql.DB) error {
			s := salvaging{ctx: ctx, from: source, now: o.Now().UnixMilli()}
			out, err = s.into(db)
			return err
		})
		return err
	})
	if err == nil {
		if err = claimName(tmp, to); err != nil {
			removeCopy(tmp)
		}
		if errors.Is(err, fs.ErrExist) { // since then
			err = errSalvageTaken(to)
		}
	}
	if damaged(err) {
		e := journal.Errorf(journal.CodeDamaged, "Nothing can be read of %s, not even what it consists of, so nothing was saved; it was not touched. Restore a backup, and keep the damaged file.", o.Path)
		e.Cause = err
		err = e
	}
	return out, (&Store{program: o.Program}).fail(err)
}

func errSalvageTaken(path string) *journal.Error {
	return journal.Errorf(journal.CodeConflict, "There is something at %s already, and it was left as it is; what is saved takes a name that is still free.", path)
}

// copyToRead copies a damaged file, and what is not folded into it, and gives the copy a beginning
// SQLite reads on from: which size its pages have, and that there are as many as are there.
func copyToRead(to, from string) error {
	if err := copyFile(to, from); err != nil {
		return unreadable(from, err)
	}
	if hasWAL(from) {
		if err := copyFile(to+walEnd, fileOf(from)+walEnd); err != nil {
			return unreadable(from, err)
		}
	}
	f, err := os.OpenFile(to, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(mendHead(f, hasWAL(to)), f.Close())
}

func mendHead(f *os.File, withWAL bool) error {
	const headSize = 100 // as every journal has it
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if info.Size() < headSize {
		return errNotSound()
	}
	var head [headSize]byte
	if _, err := f.ReadAt(head[:], 0); err != nil {
		return err
	}
	copy(head[:], "SQLite format 3\x00")
	// Page size, how it is written (2 with a WAL), no reserved bytes, and three numbers that never differ.
	mode := byte(1)
	if withWAL {
		mode = 2
	}
	copy(head[16:], []byte{filePage >> 8, 0, mode, mode, 0, 64, 32, 32})
	number := func(at int, n int64) { copy(head[at:], []byte{byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)}) }
	whole := (info.Size() + filePage - 1) / filePage
	number(28, whole)
	copy(head[92:96], head[24:28]) // that this number of pages is up to date
	number(44, 4)                  // the form of the schema
	number(56, 1)                  // UTF-8
	if _, err := f.WriteAt(head[:], 0); err != nil {
		return err
	}
	return f.Truncate(whole * filePage)
}

// salvaging is one salvage under way.
type salvaging struct {
	ctx  context.Context
	now  int64
	from *sql.Conn
	to   *sql.Conn
	out  Salvaged
}

func (s *salvaging) into(db *sql.DB) (Salvaged, error) {
	var err error
	if s.to, err = db.Conn(s.ctx); err != nil {
		return s.out, err
	}
	defer s.to.Close()
	form, err := s.form()
	if err != nil {
		return s.out, err
	}
	// A row may come before the one it points to; what points to nothing is seen to at the end.
	for _, query := range []string{"PRAGMA foreign_keys = OFF", "BEGIN IMMEDIATE"} {
		if err := s.exec(query); err != nil {
			return s.out, err
		}
	}
	for v := 1; v <= form; v++ {
		script, err := schemaFiles.ReadFile(fmt.Sprintf("schema/%04d.sql", v))
		if err != nil {
			return s.out, err
		}
		if err := s.exec(string(script)); err != nil {
			return s.out, err
		}
	}
	if err := s.exec(fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, form)); err != nil {
		return s.out, err
	}
	tables, err := readTexts(s.ctx, s.to, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%' ORDER BY rowid") // the index comes of the rows
	if err != nil {
		return s.out, err
	}
	for _, name := range tables {
		if err := s.table(name); err != nil {
			return s.out, err
		}
	}
	if err := s.mendKeys(); err != nil {
		return s.out, err
	}
	return s.out, s.exec("COMMIT")
}

func (s *salvaging) exec(query string, args ...any) error {
	_, err := s.to.ExecContext(s.ctx, query, args...)
	return err
}

// form is the form of the damaged journal, by the tables it has where its number is damaged.
func (s *salvaging) form() (int, error) {
	var form int
	if err := s.from.QueryRowContext(s.ctx, "PRAGMA user_version").Scan(&form); err != nil {
		return 0, err
	}
	names, err := readTexts(s.ctx, s.from, "SELECT name FROM sqlite_schema WHERE type = 'table'")
	if err != nil && len(names) == 0 {
		return 0, err
	}
	if len(names) == 0 {
		return 0, errNotSound()
	}
	if form >= 1 && form <= schemaVersion {
		return form, nil
	}
	has := strings.Join(names, " ") + " "
	for n, mark := range []table{"search_due", tableEnding, tableGoal, tableCheckIn} {
		if strings.Contains(has, string(mark)+" ") {
			return 5 - n, nil
		}
	}
	return 1, nil
}

// table saves the rows of a table.
func (s *salvaging) table(name string) error {
	const stored = "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid"
	columns, err := readTexts(s.ctx, s.to, stored, name)
	if err != nil {
		return err
	}
	there, err := readTexts(s.ctx, s.from, stored, name)
	if err != nil || len(there) == 0 {
		s.out.Tables = append(s.out.Tables, SalvagedTable{Name: name, Broken: true})
		return nil
	}
	has := map[string]bool{}
	for _, c := range there {
		has[c] = true
	}
	var both []string
	for _, c := range columns {
		if has[c] {
			both = append(both, quoted(c))
		}
	}
	insert, err := s.to.PrepareContext(s.ctx, fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", quoted(name), strings.Join(both, ", "),
		strings.TrimSuffix(strings.Repeat("?, ", len(both)), ", ")))
	if err != nil {
		return err
	}
	defer insert.Close()
	t := salvagingTable{salvaging: s, name: name, columns: both, insert: insert, told: SalvagedTable{Name: name}}
	err = t.save()
	s.out.Tables = append(s.out.Tables, t.told)
	return err
}

// unkept reports whether a row was refused for what it holds.
func unkept(err error) bool {
	switch sqliteCode(err) {
	case lib.SQLITE_CONSTRAINT, lib.SQLITE_MISMATCH, lib.SQLITE_TOOBIG:
		return true
	}
	return false
}
