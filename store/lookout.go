package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
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
	file  *os.File  // the journal's
	held  *sql.DB   // a connection that nothing closes before its time, so that the index stays the same one
	index *os.File  // nil until there is one
	last  *os.File  // the index as it was last opened, also while it is not looked at
	seen  *sighting // nil until nobody was folding in
}

// sighting is how the file was at a moment when nobody was folding in.
type sighting struct {
	size    int64
	written time.Time
	folded  foldMark
	changes uint32 // how often the index changed since it was made from the log
	all     bool   // nothing was left to be folded in
	content
}

func (v sighting) is(info fs.FileInfo) bool {
	return info.Size() == v.size && info.ModTime().Equal(v.written)
}

// foldMark is how much was ever folded in: how many pages of which log.
type foldMark struct {
	log   [8]byte
	pages uint32
}

// mark is what the index says at one moment.
type mark struct {
	foldMark
	changes uint32
	all     bool // nothing is left to be folded in
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
	if w.index = w.openIndex(); w.index == nil {
		return nil // then it cannot be watched
	}
	if _, ok := w.mark(); !ok {
		// Somebody was cut off, or is folding in just now. In the first case this brings it to an end, and
		// in the other it does nothing.
		_, err = w.held.ExecContext(ctx, "PRAGMA wal_checkpoint(PASSIVE)")
	}
	w.look()
	return err
}

// openIndex opens the index that is there, nil for none. As long as it is the same one it stays open.
// SQLite makes another when no connection was left that had the one before, so that nobody's locks are
// lost when that is closed.
func (w *lookout) openIndex() *os.File {
	name := w.file.Name() + indexEnd
	if w.last != nil {
		mine, err := w.last.Stat()
		there, gone := os.Stat(name)
		if err == nil && gone == nil && os.SameFile(mine, there) {
			return w.last
		}
	}
	f, err := os.Open(name)
	if err != nil {
		return nil
	}
	if w.last != nil {
		_ = w.last.Close()
	}
	w.last = f
	return f
}

// mark reads how much was folded in. It is not ok while somebody is folding in, or was cut off when
// they did, and where it cannot be read.
func (w *lookout) mark() (m mark, ok bool) {
	// The places are those of SQLite's description of the WAL-index, which every version keeps to: twice
	// the same head, then how far it is folded in, five marks of readers, eight bytes that are only
	// locked, and how far it will be.
	const headSize, changed, lastPage, salts, folded, folding, size = 48, 8, 16, 32, 96, 128, 132
	var b [size]byte
	if _, err := w.index.ReadAt(b[:], 0); err != nil {
		return m, false
	}
	number := func(at int) uint32 { return binary.NativeEndian.Uint32(b[at:]) }
	if string(b[:headSize]) != string(b[headSize:2*headSize]) || number(folded) != number(folding) || number(folded) > number(lastPage) {
		return m, false
	}
	m.pages, m.changes, m.all = number(folded), number(changed), number(folded) == number(lastPage)
	copy(m.log[:], b[salts:])
	return m, true
}

// look takes in how the file is, and reports whether somebody else wrote it since it was looked at
// before. Then that is not taken in.
func (w *lookout) look() (foreign bool) {
	if w.index == nil {
		return false
	}
	now, err := w.file.Stat()
	m, ok := w.mark()
	if err != nil || !ok || w.seen != nil && w.seen.folded == m.foldMark && w.seen.is(now) {
		return false
	}
	v := sighting{size: now.Size(), written: now.ModTime(), folded: m.foldMark, changes: m.changes, all: m.all}
	// With fewer changes the index was made anew, after somebody was cut off, and what was folded in
	// before is once more.
	doubtful := w.seen != nil && w.seen.folded == m.foldMark && m.changes >= w.seen.changes
	// A new log is begun also where nothing came to the file meanwhile. That its time is the same does not
	// show it: clocks of file systems are coarse.
	same := w.seen != nil && w.seen.is(now) && w.seen.all && w.seen.changes == m.changes
	switch {
	case same:
		v.content = w.seen.content
	case doubtful:
		v.content = w.read(v.size, false)
		verdict := w.compare(&v)
		if verdict == unknown && !w.whole() {
			verdict = another
		}
		foreign = verdict == another
		v.content, v.changes, v.all = w.seen.content, w.seen.changes, w.seen.all // all of which was so before
	default:
		v.content = w.read(v.size, m.all)
	}
	now, err = w.file.Stat()
	again, still := w.mark()
	if err != nil || !still || again.foldMark != m.foldMark || !v.is(now) {
		return false // it may have been written meanwhile; the next look will tell
	}
	if again.changes != m.changes && !same && !doubtful {
		v.newest = "" // it may be of what came meanwhile
	}
	if !foreign {
		w.seen = &v
	}
	return foreign
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
	w.held, w.index, w.seen = nil, nil, nil
}

// end closes the files. No connection may be left.
func (w *lookout) end() {
	if w == nil {
		return
	}
	w.pause()
	if w.last != nil {
		_ = w.last.Close()
	}
	_ = w.file.Close()
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
