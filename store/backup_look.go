package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"

	"bothways/journal"
)

// Holding is how much a journal or a backup of it holds, besides what was deleted.
type Holding struct {
	People, Conversations, Actions, Answers int

	Newest time.Time // when the latest conversation or answer was; zero for none
}

// Look reads how much a file holds. Whether all of it can be read is for Check to say.
func Look(ctx context.Context, file string) (Holding, error) {
	var h Holding
	if err := soundHead(ctx, file); err != nil {
		return h, err
	}
	err := withConn(ctx, file, quietly(file), func(conn *sql.Conn) (err error) {
		h, err = hold(ctx, conn)
		return err
	})
	return h, wholly(file, err)
}

func hold(ctx context.Context, q querier) (h Holding, err error) {
	var newest int64
	err = q.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM person WHERE deleted_at IS NULL),
		(SELECT count(*) FROM session WHERE deleted_at IS NULL), (SELECT count(*) FROM action WHERE deleted_at IS NULL),
		(SELECT count(*) FROM reflection WHERE deleted_at IS NULL),
		max(coalesce((SELECT max(held_at) FROM session WHERE deleted_at IS NULL), 0),
			coalesce((SELECT max(held_at) FROM reflection WHERE deleted_at IS NULL), 0))`).
		Scan(&h.People, &h.Conversations, &h.Actions, &h.Answers, &newest)
	if newest != 0 {
		h.Newest = time.UnixMilli(newest)
	}
	return h, err
}

// wholly says of err which file it is about.
func wholly(file string, err error) error {
	if !damaged(err) {
		return (&Store{}).fail(err)
	}
	e := journal.Errorf(journal.CodeDamaged, "%s is damaged and cannot be read in full; it was not touched.", file)
	e.Cause = err
	return e
}

// Difference is what only one of two journals has, and what both have in other words.
type Difference struct {
	Conversations, Actions, Answers Apart
}

// Apart counts things of one kind: those only in the first, only in the second, and in both but
// changed.
type Apart struct{ Here, There, Changed int }

// IsZero reports whether both hold the same.
func (d Difference) IsZero() bool { return d == Difference{} }

// Compare tells what differs between two files, of what was not deleted in them.
func Compare(ctx context.Context, here, there string) (d Difference, err error) {
	for _, file := range []string{here, there} {
		if err := soundHead(ctx, file); err != nil {
			return d, err
		}
	}
	err = withConn(ctx, here, quietly(here), func(a *sql.Conn) error {
		return withConn(ctx, there, quietly(there), func(b *sql.Conn) error {
			for _, of := range []struct {
				tbl table
				to  *Apart
			}{{tableSession, &d.Conversations}, {tableAction, &d.Actions}, {tableReflection, &d.Answers}} {
				if *of.to, err = apart(ctx, a, b, of.tbl); err != nil {
					return err
				}
			}
			return nil
		})
	})
	return d, wholly(there, err)
}

// apart goes through both tables in the order of their uids, so that neither is held in memory.
func apart(ctx context.Context, a, b querier, tbl table) (n Apart, err error) {
	here, err := readMarks(ctx, a, tbl)
	if err != nil {
		return n, err
	}
	defer here.rows.Close()
	there, err := readMarks(ctx, b, tbl)
	if err != nil {
		return n, err
	}
	defer there.rows.Close()
	here.next()
	there.next()
	for !here.end || !there.end {
		switch c := here.compare(there); {
		case c < 0:
			n.Here++
			here.next()
		case c > 0:
			n.There++
			there.next()
		default:
			if here.changed != there.changed {
				n.Changed++
			}
			here.next()
			there.next()
		}
	}
	if err := here.rows.Err(); err != nil {
		return n, err
	}
	return n, there.rows.Err()
}

// marks are the rows of a table, by which they are told apart.
type marks struct {
	rows    *sql.Rows
	uid     string
	changed int64
	end     bool
}

func readMarks(ctx context.Context, q querier, tbl table) (*marks, error) {
	rows, err := q.QueryContext(ctx, "SELECT uid, updated_at FROM "+string(tbl)+" WHERE deleted_at IS NULL ORDER BY uid")
	return &marks{rows: rows}, err
}

func (m *marks) next() {
	if !m.rows.Next() || m.rows.Scan(&m.uid, &m.changed) != nil {
		m.end = true // its error, where there is one, is asked for afterwards
	}
}

// compare is which of two comes first; what has come to its end comes last.
func (m *marks) compare(o *marks) int {
	switch {
	case m.end:
		return 1
	case o.end:
		return -1
	}
	return strings.Compare(m.uid, o.uid)
}

// newestGood is the newest backup of the journal at path that can be read in full. What was set aside
// by a restore may be what nobody wanted, so it comes after all others; what was set aside by a repair
// is none, since its indexes are damaged.
func newestGood(ctx context.Context, path string) (Backup, bool) {
	all, _ := Backups(path)
	for _, aside := range []bool{false, true} {
		for _, b := range all {
			if b.Reason == BackupBeforeRepair || (b.Reason == BackupBeforeRestore) != aside {
				continue
			}
			if readsInFull(ctx, b.Path) == nil {
				return b, true
			}
		}
	}
	return Backup{}, false
}

// readsInFull reads every page and row of a file that should be a journal.
func readsInFull(ctx context.Context, path string) error {
	if err := soundHead(ctx, path); err != nil {
		return err
	}
	return withDB(path, toReadAt, func(db *sql.DB) error { return quickCheck(ctx, db) })
}

// opens reports whether a backup opens as a journal: it begins as one and is as long as it says. That
// takes no longer for a long one.
func opens(path string) bool {
	return soundHead(context.Background(), path) == nil && withDB(path, toReadAt, func(db *sql.DB) error {
		var any bool
		return db.QueryRow("SELECT EXISTS (SELECT 1 FROM person)").Scan(&any)
	}) == nil
}

// withBackup adds to what is said about a damaged journal how to go on: the newest good backup and
// the command that puts it in place, where there is one. It is looked for once: every page meets the
// damage anew.
func (s *Store) withBackup(ctx context.Context, err error) error {
	if journal.ErrorCode(err) != journal.CodeDamaged {
		return err
	}
	s.advice.Do(func() {
		said, found := newestGoodSaid(ctx, Options{Program: s.program, Now: s.now}, s.file)
		switch {
		case found:
			s.advised = " " + said
		case sqliteCode(err) != 0: // it is a journal, or was one
			s.advised = fmt.Sprintf(" There is no good backup of it in %s; `%s check --salvage FILE` saves into a new file what can still be read.",
				backupFolder(s.file), s.called())
		}
	})
	e := journal.Errorf(journal.CodeDamaged, "%s%s", journal.ErrorMessage(err), s.advised)
	e.Cause = err
	return e
}

// called is how a person runs the program on this journal.
func (s *Store) called() string { return program(Options{Program: s.program}) }

// ShellWord is word as a shell reads it as one.
func ShellWord(word string) string {
	special := func(r rune) bool {
		return r <= ' ' || r < 0xa0 && strings.ContainsRune("!\"#$&'()*;<>?[\\]^`{|}~\x7f", r) || r > 0x7e && r < 0xa0
	}
	if word != "" && strings.IndexFunc(word, special) < 0 {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
