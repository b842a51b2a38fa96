package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// content is what is known of what is in the file, so that one of another time is told from one of
// another content: copying, syncing and keeping backups change times, too.
type content struct {
	sum    []byte // of all of it; nil where nobody read all
	sample []byte // of its first and last page, and of some between
	newest string // of the file alone, what newestIn answers; "" where not all was folded in
}

// readAtOnce is how large a file may be for all of it to be read whenever it changed, in bytes. Of a
// larger one that is left for a moment when nobody waits.
const readAtOnce = 1 << 20

// read reads what is quickly read. alone is that the file has all that was kept.
func (w *lookout) read(size int64, alone bool) (c content) {
	if size <= readAtOnce {
		c.sum = w.sum()
	}
	c.sample = w.sample(size)
	if alone {
		c.newest, _ = newestIn(context.Background(), w.held) // not knowing it is answered by the proof
	}
	return c
}

// sum is the sum of all of the file's content, nil where it cannot be read.
func (w *lookout) sum() []byte {
	h := sha256.New()
	if _, err := io.Copy(h, w.reader()); err != nil {
		return nil
	}
	return h.Sum(nil)
}

func (w *lookout) reader() io.Reader { return io.NewSectionReader(w.file, 0, 1<<62) }

// sample is a sum of some of the file's pages, nil where they cannot be read. On a disk that turns each
// takes some milliseconds.
func (w *lookout) sample(size int64) []byte {
	const pages = 16
	h := sha256.New()
	last := max(size/filePage-1, 0)
	for n := range int64(pages) {
		if _, err := io.Copy(h, io.NewSectionReader(w.file, last*n/(pages-1)*filePage, filePage)); err != nil {
			return nil
		}
	}
	return h.Sum(nil)
}

// newestIn tells the last thing that was kept in a journal: every change makes a step, and typing a
// draft.
func newestIn(ctx context.Context, q querier) (newest string, err error) {
	err = q.QueryRowContext(ctx, `SELECT (SELECT coalesce(max(id), 0) FROM step) || ' ' || (SELECT coalesce(max(updated_at), 0) FROM draft WHERE deleted_at IS NULL)`).Scan(&newest)
	return newest, err
}

// sameness is whether the content of a file is another.
type sameness int

const (
	unknown sameness = iota
	alike
	another
)

// compare compares what was seen with what is there now, without reading what nobody read before.
func (w *lookout) compare(v *sighting) sameness {
	switch was := w.seen; {
	case was.size != v.size, was.sample != nil && v.sample != nil && !bytes.Equal(was.sample, v.sample):
		return another
	case was.sum == nil:
		return unknown
	default:
		if v.sum == nil {
			v.sum = w.sum()
		}
		switch {
		case v.sum == nil:
			return unknown
		case bytes.Equal(was.sum, v.sum):
			return alike
		}
		return another
	}
}

// whole proves that a file nobody read in full before is still the journal's, as far as that can be:
// on a copy every page, row and index is gone through, and what was kept last is looked for. Where all
// was folded in when the file was seen, the file alone has to be whole, and else it with what is beside
// it. A copy that cannot be made proves nothing; then it is believed, since the size and some of the
// pages are what they were, and since to part with a journal that is well costs words.
func (w *lookout) whole() bool {
	dir, err := os.MkdirTemp("", "bothways-")
	if err != nil {
		return true
	}
	defer os.RemoveAll(dir)
	aside := filepath.Join(dir, "journal.db")
	if err := w.copyTo(aside); err != nil {
		return true
	}
	how, newest := toReadAt, w.seen.newest
	if newest == "" && hasWAL(w.file.Name()) {
		if err := copyFile(aside+walEnd, w.file.Name()+walEnd); err != nil {
			return true
		}
		how = toWrite
	}
	ctx := context.Background()
	return withConn(ctx, aside, how, func(conn *sql.Conn) error {
		var application uint32
		if err := conn.QueryRowContext(ctx, "PRAGMA application_id").Scan(&application); err != nil {
			return err
		}
		said, err := readTexts(ctx, conn, "PRAGMA integrity_check(1)")
		if err != nil {
			return err
		}
		is, err := newestIn(ctx, conn)
		if err != nil {
			return err
		}
		if application != applicationID || len(said) != 1 || said[0] != "ok" || newest != "" && is != newest {
			return errNotSound()
		}
		return nil
	}) == nil
}

// copyTo copies the file. It is read as it was opened: closing another opening of it would give up the
// locks of all connections.
func (w *lookout) copyTo(path string) error {
	out, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, w.reader())
	return errors.Join(err, out.Close())
}
