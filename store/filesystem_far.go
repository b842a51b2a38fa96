package store

import (
	"context"
	"database/sql"
	"strings"

	lib "modernc.org/sqlite/lib"
)

// settleFar brings a journal on another machine into the form it is written in there, before anybody
// reads it: later one's own readers would be in the way. Where another window has it open it stays as
// it is for this time, since two ways at once would harm it.
func (s *Store) settleFar(ctx context.Context) error {
	mode := ""
	err := withDB(s.file, toAsItIs, func(db *sql.DB) error {
		if err := db.QueryRowContext(ctx, "PRAGMA journal_mode = TRUNCATE").Scan(&mode); err == nil || !busy(err) {
			return err
		}
		return db.QueryRowContext(ctx, "PRAGMA journal_mode").Scan(&mode)
	})
	if err == nil && strings.EqualFold(mode, "wal") {
		s.inUse = true
	}
	return err
}

// writing is how the journal is written while it is open.
func (s *Store) writing() access {
	if s.inUse {
		return toAsItIs
	}
	return writeAccess(s.far)
}

// busy reports whether somebody else was in the way.
func busy(err error) bool {
	code := sqliteCode(err)
	return code == lib.SQLITE_BUSY || code == lib.SQLITE_LOCKED
}
