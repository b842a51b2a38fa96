package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"bothways/journal"
)

// walEnd is what SQLite calls the file of what is not folded in yet.
const walEnd = "-wal"

// fileHead is what the first bytes of a SQLite file say.
type fileHead struct {
	sqlite      bool
	application uint32
	version     uint32
}

// readHead reads the head of a file as bytes. It is the one way to look at a file that is sure to
// leave it, and the folder around it, as it was.
func readHead(path string) (fileHead, error) {
	f, err := os.Open(path)
	if err != nil {
		return fileHead{}, err
	}
	defer f.Close()
	var b [100]byte
	if _, err := io.ReadFull(f, b[:]); err != nil {
		if errors.Is(err, io.ErrUnexpectedEOF) {
			return fileHead{}, nil
		}
		return fileHead{}, err
	}
	return fileHead{
		sqlite:      strings.HasPrefix(string(b[:]), "SQLite format 3\x00"),
		version:     binary.BigEndian.Uint32(b[60:]),
		application: binary.BigEndian.Uint32(b[68:]),
	}, nil
}

// headOf is the head of a journal's file, also of one that was cut off while its beginning was being
// written: what is not folded in yet has that again, and SQLite writes it once more.
func headOf(ctx context.Context, path string) (fileHead, error) {
	head, err := readHead(path)
	if err != nil || head.sqlite || !hasWAL(path) {
		return head, err
	}
	dir, err := os.MkdirTemp("", "bothways-")
	if err != nil {
		return head, nil // what can be said without looking
	}
	defer os.RemoveAll(dir)
	aside := filepath.Join(dir, "journal.db")
	if copyFile(aside, path) != nil || copyFile(aside+walEnd, path+walEnd) != nil {
		return head, nil
	}
	healed := head
	err = withConn(ctx, aside, toWrite, func(conn *sql.Conn) error {
		// Any other file beside what was left of a journal is not whole with it.
		if err := quickCheck(ctx, conn); err != nil {
			return err
		}
		if err := conn.QueryRowContext(ctx, "PRAGMA application_id").Scan(&healed.application); err != nil {
			return err
		}
		healed.sqlite = true
		return conn.QueryRowContext(ctx, "PRAGMA user_version").Scan(&healed.version)
	})
	if err != nil {
		return head, ctx.Err()
	}
	return healed, nil
}

// check says why a file is no journal of this version, or nil.
func (h fileHead) check(path string) error {
	switch {
	case !h.sqlite:
		return journal.Errorf(journal.CodeDamaged, "%s is not a journal, or its beginning is damaged; it was not touched. Name another file.", path)
	case h.application != applicationID:
		return journal.Errorf(journal.CodeDamaged, "%s belongs to another program and is not a journal; it was not touched. Name another file.", path)
	case int64(h.version) > schemaVersion:
		return errNewer(int64(h.version))
	}
	return nil
}

// hasWAL reports whether something is not folded into the file yet.
func hasWAL(path string) bool {
	info, err := os.Stat(path + walEnd)
	return err == nil && info.Size() > 0
}

// peek reads the version through SQLite, with what is not folded in yet and without writing.
func (s *Store) peek(ctx context.Context) error {
	db, err := sql.Open("sqlite", dsn(s.path, toPeek))
	if err != nil {
		return err
	}
	defer db.Close()
	version, err := readVersion(ctx, db)
	if err == nil && version > schemaVersion {
		return errNewer(version)
	}
	// A file that cannot be peeked at, since its folder is not writable, is looked into later.
	return nil
}

func (s *Store) version(ctx context.Context) (int64, error) {
	version, err := readVersion(ctx, s.rd)
	if err == nil && version > schemaVersion {
		return version, errNewer(version)
	}
	return version, err
}

func readVersion(ctx context.Context, db *sql.DB) (version int64, err error) {
	err = db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version)
	return version, err
}

func errNewer(version int64) *journal.Error {
	return journal.Errorf(journal.CodeNewer, "This journal was written by a newer version of bothways (its form is %d, and this version knows forms up to %d). It was not touched; please use the newer version.", version, schemaVersion)
}
