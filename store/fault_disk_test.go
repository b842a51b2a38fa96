//go:build unix

package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	lib "modernc.org/sqlite/lib"

	"bothways/journal"
)

// diskSaves are the ways words get into the file. Each keeps a text that has to be there from then on.
func diskSaves() map[string]func(ctx context.Context, s *Store, text string) error {
	return map[string]func(ctx context.Context, s *Store, text string) error{
		"note": func(ctx context.Context, s *Store, text string) error {
			_, err := s.KeepNote(ctx, journal.Note{PersonName: "Priya Nambiar", Role: journal.RoleMentor, Text: text})
			return err
		},
		"edit": func(ctx context.Context, s *Store, text string) error {
			_, err := s.KeepNote(ctx, journal.Note{SessionID: 1, Text: text})
			return err
		},
		"draft": func(ctx context.Context, s *Store, text string) error {
			_, err := s.SaveDraft(ctx, journal.Draft{UID: NewUID(), Writer: "hand", PersonName: "Sam", Text: text})
			return err
		},
		"answer": func(ctx context.Context, s *Store, text string) error {
			_, err := s.KeepAnswer(ctx, journal.Draft{Kind: journal.DraftAnswer, Text: text})
			return err
		},
	}
}

// holds reports whether a text is kept somewhere, as it is now or as it was before an edit.
func holds(tb testing.TB, s *Store, text string) bool {
	tb.Helper()
	var n int
	ok(tb, s.rd.QueryRow(`SELECT (SELECT count(*) FROM session WHERE instr(note, ?1)) + (SELECT count(*) FROM draft WHERE instr(text, ?1))
		+ (SELECT count(*) FROM reflection WHERE instr(text, ?1)) + (SELECT count(*) FROM history WHERE instr(before, ?1))`, text).Scan(&n))
	return n > 0
}

// TestDiskFails makes every single thing a save asks of the disk go wrong, once and from then on.
// The save says so in a sentence and has changed nothing, or it has worked; the next one works; and
// what a crash right then would leave has everything that was ever told to be kept.
func TestDiskFails(t *testing.T) {
	for _, c := range []struct {
		name    string
		kind    diskKind
		fault   diskFault
		lasting bool
		least   int // so often at least
	}{
		{"half a write", diskWrite, diskFault{code: lib.SQLITE_IOERR_WRITE, short: 700}, false, 100},
		{"every write", diskWrite, diskFault{code: lib.SQLITE_IOERR_WRITE, short: 24}, true, 100},
		{"full", diskWrite, diskFault{code: lib.SQLITE_FULL, short: 100}, true, 100},
		{"a sync", diskSync, diskFault{code: lib.SQLITE_IOERR_FSYNC}, false, 6},
		{"every sync", diskSync, diskFault{code: lib.SQLITE_IOERR_FSYNC}, true, 6},
		{"a read", diskRead, diskFault{code: lib.SQLITE_IOERR_READ}, false, 50},
		{"every read", diskRead, diskFault{code: lib.SQLITE_IOERR_READ}, true, 50},
		{"a truncate", diskTruncate, diskFault{code: lib.SQLITE_IOERR_TRUNCATE}, false, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			points, told := 0, 0
			for name, save := range diskSaves() {
				d := newDiskTrial(t)
				for n := 1; ; n++ {
					fired, failed := d.try(fmt.Sprintf("%s %d, ", name, n), save, failAt(c.kind, n, c.fault, c.lasting))
					if !fired {
						break
					}
					if points++; failed {
						told++
					}
					if n%12 == 0 { // it is a small journal each time
						d.done()
						d = newDiskTrial(t)
					}
					if n > 500 {
						t.Fatal("it asks without end")
					}
				}
				d.done()
			}
			t.Logf("%d times something went wrong, %d times that was told", points, told)
			if points < c.least || told == 0 && c.kind != diskTruncate { // only the folding in truncates, and it is tried again
				t.Errorf("only %d times something went wrong, and %d times that was told", points, told)
			}
		})
	}
}

// failAt lets the nth operation of a kind fail, or all from there on.
func failAt(kind diskKind, n int, fault diskFault, lasting bool) func(fired *bool) func(diskOp) *diskFault {
	return func(fired *bool) func(diskOp) *diskFault {
		seen := 0
		return func(op diskOp) *diskFault {
			if op.kind != kind {
				return nil
			}
			if seen++; seen == n || lasting && seen > n {
				*fired = true
				return &fault
			}
			return nil
		}
	}
}

// diskTrial is a journal whose disk fails again and again.
type diskTrial struct {
	t     *testing.T
	v     *faultVFS
	s     *Store
	path  string
	acked []string
}

func newDiskTrial(t *testing.T) *diskTrial {
	t.Helper()
	path := filepath.Join(t.TempDir(), "here", "journal.db")
	s := mustOpenAt(t, path)
	priya(t, s, panelNote)
	ok(t, s.Close())
	v := newFaultVFS(t)
	// So little is held in memory, and so often is folded in, that a save meets all there is to go wrong.
	return &diskTrial{t: t, v: v, path: path, s: faultyStore(t, v, path, "&_pragma=cache_size(4)&_pragma=wal_autocheckpoint(8)")}
}

// try saves while something goes wrong, and then as somebody would who tries again.
func (d *diskTrial) try(text string, save func(context.Context, *Store, string) error, fails func(*bool) func(diskOp) *diskFault) (fired, failed bool) {
	d.t.Helper()
	ctx := context.Background()
	text += strings.Repeat("word ", 120) + "\n- [ ] call her fri\ngot: a view\n"
	before := must(contents(d.s))(d.t)
	d.v.failing(fails(&fired))
	err := save(ctx, d.s, text)
	d.v.failing(nil)
	after := must(contents(d.s))(d.t)
	if err != nil {
		if m := journal.ErrorMessage(err); !strings.HasSuffix(m, ".") || strings.HasPrefix(m, "Something went wrong") || !strings.Contains(m, "not") {
			d.t.Errorf("%.12s: it says %q", text, m)
		}
		if after != before {
			d.t.Errorf("%.12s: it failed and changed something", text)
		}
	} else if d.acked = append(d.acked, text); after == before {
		d.t.Errorf("%.12s: it worked and changed nothing", text)
	}
	d.crashed(text, after)
	if err != nil {
		ok(d.t, save(ctx, d.s, text))
		d.acked = append(d.acked, text)
		if n := scalar(d.t, d.s, "SELECT count(*) FROM session"); n > int64(len(d.acked))+1 {
			d.t.Errorf("%.12s: there are %d conversations after %d saves", text, n, len(d.acked))
		}
	}
	return fired, err != nil
}

// crashed looks at what is there if the program ends just now: what there was, or that and all of
// what failed just before it was told.
func (d *diskTrial) crashed(text, want string) {
	d.t.Helper()
	path := filepath.Join(must(os.MkdirTemp(filepath.Dir(filepath.Dir(d.path)), "crashed-"))(d.t), "journal.db")
	for _, end := range []string{"", walEnd} {
		if _, err := os.Stat(d.path + end); err == nil {
			ok(d.t, copyFile(path+end, d.path+end))
		}
	}
	s, err := Open(context.Background(), Options{Path: path})
	if err != nil {
		d.t.Fatalf("%.12s: %v", text, err)
	}
	ok(d.t, whole(s))
	if must(contents(s))(d.t) != want {
		d.all(s)
		if !holds(d.t, s, text) {
			d.t.Errorf("%.12s: neither what was there nor what was being kept", text)
		}
	}
	ok(d.t, s.Close())
	ok(d.t, os.RemoveAll(filepath.Dir(path)))
}

// all looks for everything that was told to be kept.
func (d *diskTrial) all(s *Store) {
	d.t.Helper()
	for _, text := range append([]string{panelNote}, d.acked...) {
		if !holds(d.t, s, text[:min(len(text), 30)]) {
			d.t.Fatalf("%.12s is lost", text)
		}
	}
}

func (d *diskTrial) done() {
	d.t.Helper()
	ok(d.t, d.s.Close())
	if names := dirNames(d.t, filepath.Dir(d.path)); len(names) != 1 {
		d.t.Errorf("the folder has %q", names)
	}
	s := mustOpenAt(d.t, d.path)
	ok(d.t, whole(s))
	d.all(s)
	ok(d.t, s.Close())
}

// TestSyncFails looks at what comes after a sync that failed: until everything told to be kept was
// synced again, nothing more is, and then the connections are new ones.
func TestSyncFails(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "journal.db")
	v := newFaultVFS(t)
	ok(t, mustOpenAt(t, path).Close())
	s := faultyStore(t, v, path, "")
	k := priya(t, s, panelNote)
	v.failing(func(op diskOp) *diskFault {
		if op.kind == diskSync {
			return &diskFault{code: lib.SQLITE_IOERR_FSYNC}
		}
		return nil
	})
	for range 3 {
		_, err := s.KeepNote(ctx, journal.Note{SessionID: k.Session.ID, Text: "not yet"})
		wantCode(t, err, journal.CodeInternal)
		if !strings.HasPrefix(err.Error(), "The disk would not take this") {
			t.Errorf("it says %q", err)
		}
	}
	if v := must(s.Session(ctx, k.Session.ID))(t); v.Note != panelNote {
		t.Errorf("the note is %q", v.Note)
	}
	v.failing(nil)
	v.mark(1)
	reword(t, s, k.Session, "now")
	var asked []string
	for _, op := range v.asked() {
		switch {
		case op.kind == diskMark:
			asked = nil
		case op.kind != diskWrite:
			asked = append(asked, op.kind.String()+" "+op.file)
		}
	}
	// What was kept is synced, and the file it is folded into, and every connection closed, which
	// takes away what is beside the file; only then the next words are taken in and synced.
	const want = "sync -wal,truncate ,sync ,truncate -wal,delete -wal,"
	if got := strings.Join(asked, ","); !strings.HasPrefix(got, want) || !strings.HasSuffix(got, "sync -wal") {
		t.Errorf("the disk was asked to %s", got)
	}
}

// TestSyncFailsWhileRead is the same while somebody reads, so that what is beside the file cannot be
// folded in whole: then nothing is told to be kept before they are done.
func TestSyncFailsWhileRead(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "journal.db")
	v := newFaultVFS(t)
	ok(t, mustOpenAt(t, path).Close())
	s := faultyStore(t, v, path, "")
	k := priya(t, s, panelNote)
	must(s.wr.Exec("PRAGMA busy_timeout = 0"))(t) // nobody is to be waited for here
	other := mustOpenAt(t, path)
	reading := must(other.rd.BeginTx(ctx, nil))(t)
	ok(t, reading.QueryRow("SELECT count(*) FROM session").Scan(new(int)))
	v.failing(failAt(diskSync, 1, diskFault{code: lib.SQLITE_IOERR_FSYNC, forgets: true}, false)(new(bool)))
	_, err := s.KeepNote(ctx, journal.Note{SessionID: k.Session.ID, Text: "not yet"})
	wantCode(t, err, journal.CodeInternal)
	v.failing(nil)
	for n, save := range diskSaves() {
		err := save(ctx, s, "not yet, with them about")
		wantCode(t, err, journal.CodeInternal)
		if !strings.Contains(err.Error(), "is being read just now, so this was not kept yet") {
			t.Errorf("%s: it says %q", n, err)
		}
	}
	if holds(t, s, "not yet") {
		t.Error("it holds what was not told to be kept")
	}
	if v := must(s.Session(ctx, k.Session.ID))(t); v.Note != panelNote {
		t.Errorf("the note is %q", v.Note)
	}
	ok(t, reading.Rollback())
	reword(t, s, k.Session, "now")
	if s.doubt.Load() || !holds(t, s, "now") {
		t.Error("it is not kept once they are done")
	}
}

// TestOpenFails lets everything go wrong that is asked of the disk while a journal is opened in which
// somebody was cut off. It is said, or it opens; and what is there stays.
func TestOpenFails(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "journal.db")
	s := mustOpenAt(t, path)
	priya(t, s, panelNote)
	ok(t, s.Close())
	s = mustOpenAt(t, path)
	must(s.SaveDraft(ctx, journal.Draft{PersonName: "Sam", Text: "half a thou"}))(t)
	crashed := filepath.Join(t.TempDir(), "crashed.db")
	for _, end := range []string{"", walEnd} {
		ok(t, copyFile(crashed+end, path+end))
	}
	v := newFaultVFS(t)
	for kind, code := range map[diskKind]int32{diskOpen: lib.SQLITE_CANTOPEN, diskRead: lib.SQLITE_IOERR_READ, diskWrite: lib.SQLITE_FULL, diskSync: lib.SQLITE_IOERR_FSYNC} {
		told := 0
		for n := 1; ; n++ {
			here := filepath.Join(must(os.MkdirTemp(t.TempDir(), "here-"))(t), "journal.db")
			for _, end := range []string{"", walEnd} {
				ok(t, copyFile(here+end, crashed+end))
			}
			fired := false
			v.failing(failAt(kind, n, diskFault{code: code}, false)(&fired))
			s, err := Open(ctx, Options{Path: here, tune: "&vfs=" + v.name})
			if err == nil {
				_, err = s.SaveDraft(ctx, journal.Draft{PersonName: "Bo", Text: "another"})
				_ = s.Close()
			}
			v.failing(nil)
			if err != nil {
				told++
				if m := journal.ErrorMessage(err); !strings.HasSuffix(m, ".") || strings.HasPrefix(m, "Something went wrong") {
					t.Errorf("%s %d: it says %q", kind, n, m)
				}
			}
			again := mustOpenAt(t, here)
			ok(t, whole(again))
			if !holds(t, again, panelNote) || !holds(t, again, "half a thou") {
				t.Errorf("%s %d: words are lost", kind, n)
			}
			ok(t, again.Close())
			if !fired {
				break
			}
		}
		if told == 0 {
			t.Errorf("%s: nothing was ever told", kind)
		}
	}
}
