package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// indexEnd is what SQLite calls the index of what is not folded in yet, which all who have a journal
// open share.
const indexEnd = "-shm"

// lookout notices that another program wrote over the file while it is open. SQLite would not, and mix
// what is there now with what it remembers of what was there.
//
// While a journal has a log beside it, its file is written for one reason only: something is folded
// in. Whoever does that says in the index, before the first byte, how far it is going to come, and
// when all of it is written, that it has come there. So where both numbers are the same nobody is
// folding in, and where the file differs between two such moments, but the numbers and the log they
// count in do not, it was somebody else.
//
// On Unix a process that closes a file loses all of its locks on it, also those it took through
// another opening. So what is opened here stays open until no connection is left.
type lookout struct {
	mu    sync.Mutex
	file  *os.File // the journal's
	held  *sql.DB  // a connection that nothing closes before its time, so that the index stays the same one
	index *os.File // nil until there is one
	old   []*os.File
	seen  *sighting // nil until nobody was folding in
}

// sighting is how the file was at a moment when nobody was folding in.
type sighting struct {
	size    int64
	written time.Time
	folded  foldMark
	changes uint32 // how often the index changed since it was made from the log
	sum     []byte // of all of its content; nil where nobody read it
}

func (v sighting) is(info fs.FileInfo) bool {
	return info.Size() == v.size && info.ModTime().Equal(v.written)
}

// foldMark is how much was ever folded in: how many pages of which log.
type foldMark struct {
	log   [8]byte
	pages uint32
}

// summable is how large a file may be for its whole content to be remembered, in bytes: reading it
// takes some hundredths of a second.
const summable = 32 << 20

// begin starts to watch, as far as that is possible now.
func (w *lookout) begin(ctx context.Context, dsn string) error {
	if w.held == nil {
		db, err := sql.Open("sqlite", dsn)
		if err != nil {
			return err
		}
		db.SetMaxOpenConns(1)
		w.held = db
	}
	var version int64
	if err := w.held.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	// Whether there is a log and an index says the file itself; asking SQLite takes much longer.
	const form, withLog = 18, 2
	var b [1]byte
	if _, err := w.file.ReadAt(b[:], form); err != nil || b[0] != withLog {
		return err
	}
	var err error
	if w.index, err = os.Open(w.file.Name() + indexEnd); err != nil {
		w.index = nil // then it cannot be watched
		return nil
	}
	if _, _, ok := w.mark(); !ok {
		// Somebody was cut off, or is folding in just now. In the first case this brings it to an end, and
		// in the other it does nothing.
		_, err = w.held.ExecContext(ctx, "PRAGMA wal_checkpoint(PASSIVE)")
	}
	w.look()
	return err
}

// mark reads how much was folded in. It is not ok while somebody is folding in, or was cut off when
// they did, and where it cannot be read.
func (w *lookout) mark() (m foldMark, changes uint32, ok bool) {
	// The places are those of SQLite's description of the WAL-index, which every version keeps to: twice
	// the same head, then how far it is folded in, five marks of readers, eight bytes that are only
	// locked, and how far it will be.
	const headSize, changed, lastPage, salts, folded, folding, size = 48, 8, 16, 32, 96, 128, 132
	var b [size]byte
	if _, err := w.index.ReadAt(b[:], 0); err != nil {
		return m, 0, false
	}
	number := func(at int) uint32 { return binary.NativeEndian.Uint32(b[at:]) }
	if string(b[:headSize]) != string(b[headSize:2*headSize]) || number(folded) != number(folding) || number(folded) > number(lastPage) {
		return m, 0, false
	}
	m.pages = number(folded)
	copy(m.log[:], b[salts:])
	return m, number(changed), true
}

// look takes in how the file is, and reports whether somebody else wrote it since it was looked at
// before. Then that is not taken in.
func (w *lookout) look() (foreign bool) {
	if w.index == nil {
		return false
	}
	now, err := w.file.Stat()
	m, _, ok := w.mark()
	if err != nil || !ok || w.seen != nil && w.seen.folded == m && w.seen.is(now) {
		return false
	}
	now, err = w.file.Stat()
	again, changes, still := w.mark()
	if err != nil || !still || again != m {
		return false // it may have been written meanwhile; the next look will tell
	}
	v := sighting{size: now.Size(), written: now.ModTime(), folded: m, changes: changes}
	if w.seen != nil {
		switch {
		case w.seen.is(now):
			v.sum = w.seen.sum
		case w.seen.folded == m && changes >= w.seen.changes:
			// With fewer changes the index was made anew, after somebody was cut off, and what was folded in
			// before is once more. And not every new time is a new content.
			if w.seen.sum == nil || w.seen.size != v.size || string(w.sum()) != string(w.seen.sum) {
				return true
			}
			v.sum = w.seen.sum
		}
	}
	w.seen = &v
	return false
}

// fine looks at the file, and begins to where it has not yet. It reports whether nobody else wrote it.
func (w *lookout) fine(dsn string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.index == nil {
		// What goes wrong here goes wrong again where something is read or written, and is said there.
		_ = w.begin(context.Background(), dsn)
		return true
	}
	return !w.look()
}

// learn remembers what all of the file is, so that one whose time is changed and nothing else is known
// again. It is for moments when nobody waits.
func (w *lookout) learn() {
	if w == nil {
		return
	}
	w.mu.Lock()
	if w.index == nil || w.look() || w.seen == nil || w.seen.sum != nil || w.seen.size > summable {
		w.mu.Unlock()
		return
	}
	before := w.seen
	w.mu.Unlock()
	sum := w.sum()
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.index != nil && !w.look() && w.seen == before {
		before.sum = sum
	}
}

// sum is the sum of all of the file's content, nil where it cannot be read.
func (w *lookout) sum() []byte {
	h := sha256.New()
	if _, err := io.Copy(h, io.NewSectionReader(w.file, 0, 1<<62)); err != nil {
		return nil
	}
	return h.Sum(nil)
}

// pause lets go of the connection that is held, so that all can be made anew. The next look begins
// again.
func (w *lookout) pause() {
	if w == nil {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.held != nil {
		_ = w.held.Close()
	}
	if w.index != nil {
		w.old = append(w.old, w.index)
	}
	w.held, w.index, w.seen = nil, nil, nil
}

// end closes the files. No connection may be left.
func (w *lookout) end() {
	if w == nil {
		return
	}
	w.pause()
	for _, f := range append(w.old, w.file) {
		_ = f.Close()
	}
}

// setAside moves what is not folded in, of a file that was written over, out of the way under a name of
// its own, so that nobody takes it for a part of what is there now. The name is "" where there is
// nothing. Those who have it open still do.
func (w *lookout) setAside(path string, now time.Time) (kept string, err error) {
	mine, err := w.index.Stat()
	if err != nil {
		return "", err
	}
	if there, err := os.Stat(path + indexEnd); err != nil || !os.SameFile(mine, there) {
		return "", nil // another window has done it, and what is there now is of what is there now
	}
	if hasWAL(path) {
		end := filepath.Ext(path)
		kept = strings.TrimSuffix(path, end) + "-kept-" + now.Format("2006-01-02-150405") + end + walEnd
		if _, err := os.Lstat(kept); err == nil {
			return "", fs.ErrExist // of this very second; the next try has another name
		}
		if err := os.Rename(path+walEnd, kept); err != nil {
			return "", err
		}
	}
	if err := os.Remove(path + indexEnd); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return kept, err
	}
	syncDir(filepath.Dir(path))
	return kept, nil
}
