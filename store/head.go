package store

import (
	"bytes"
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

// filePage is the size of a journal's pages, in bytes.
const filePage = 4096

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
	path = fileOf(path)
	first, ok := firstPage(path)
	if !ok {
		return head, nil
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
	// Closed, the copy has folded in what is beside it. Where all of a journal is there, it is whole with
	// any file, and it would be written over one that never was a part of it.
	if begins, ok := firstPage(aside); !ok || !tornFrom(first, begins) {
		return head, nil
	}
	return healed, nil
}

// sector is what a disk writes at once at the least, in bytes.
const sector = 512

// firstPage is the first page of a file that has whole sectors only, as every journal has, also one of
// which the last page did not arrive in full.
func firstPage(path string) (page []byte, ok bool) {
	f, err := os.Open(path)
	if err != nil {
		return nil, false
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || info.Size() < filePage || info.Size()%sector != 0 {
		return nil, false
	}
	page = make([]byte, filePage)
	_, err = f.ReadAt(page, 0)
	return page, err == nil
}

// tornFrom reports whether page is what a write of whole that was cut off may leave: of its first
// sector anything, and of the others mostly nothing or what was to be written. One that has words
// and is the same is enough, since no other file has it.
func tornFrom(page, whole []byte) bool {
	blank, alike, others := make([]byte, sector), 0, 0
	for at := sector; at < len(page); at += sector {
		others++
		is, should := page[at:at+sector], whole[at:at+sector]
		switch {
		case bytes.Equal(is, blank):
			alike++
		case bytes.Equal(is, should):
			return true
		}
	}
	return alike > others/2
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
	info, err := os.Stat(fileOf(path) + walEnd)
	return err == nil && info.Size() > 0
}

// peek reads the version through SQLite, with what is not folded in yet and without writing.
func (s *Store) peek(ctx context.Context) error {
	db, err := sql.Open("sqlite", dsn(s.file, toPeek))
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
