package store

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"unsafe"

	"bothways/journal"
)

// Powers of a privileged user, as bits of capabilities(7).
const (
	writesAnything = 1 << 1 // CAP_DAC_OVERRIDE
	readsAnything  = 1 << 2 // CAP_DAC_READ_SEARCH
)

// without runs do as a user who lacks powers, also where the tests run as root: file modes then
// hold for it. The thread it runs on gives them up for good and is not used again. It stays the same
// user, and as long as it may read anything it gets into every folder, whatever the modes above it.
func without(tb testing.TB, powers uint32, do func()) {
	tb.Helper()
	done := make(chan struct{})
	go func() {
		defer close(done)
		runtime.LockOSThread() // and never unlock: the thread ends with the goroutine
		if err := giveUp(powers); err != nil {
			tb.Error(err)
			return
		}
		do()
	}()
	<-done
}

// giveUp takes powers from this thread.
func giveUp(powers uint32) error {
	const version3 = 0x20080522
	head := struct {
		version uint32
		pid     int32
	}{version: version3}
	var may [2]struct{ effective, permitted, inheritable uint32 }
	if _, _, e := syscall.RawSyscall(syscall.SYS_CAPGET, uintptr(unsafe.Pointer(&head)), uintptr(unsafe.Pointer(&may)), 0); e != 0 {
		return e
	}
	may[0].effective &^= powers
	may[0].permitted &^= powers
	if _, _, e := syscall.RawSyscall(syscall.SYS_CAPSET, uintptr(unsafe.Pointer(&head)), uintptr(unsafe.Pointer(&may)), 0); e != 0 {
		return e
	}
	return nil
}

func TestReadOnly(t *testing.T) {
	ctx := context.Background()
	// What is not folded in yet is read from a copy, which needs a folder that is this user's.
	t.Setenv("TMPDIR", t.TempDir())
	// readable is a journal with a note, in folders that everybody may look into.
	readable := func(t *testing.T) string {
		t.Helper()
		dir := must(os.MkdirTemp("", "bothways-test-"))(t)
		t.Cleanup(func() {
			_ = os.Chmod(dir, 0o700)
			_ = os.RemoveAll(dir)
		})
		path := filepath.Join(dir, "journal.db")
		s := mustOpenAt(t, path)
		priya(t, s, panelNote)
		ok(t, s.Close())
		ok(t, os.Chmod(path, 0o444))
		ok(t, os.Chmod(dir, 0o555))
		return path
	}
	check := func(t *testing.T, path, note string) {
		t.Helper()
		before := fingerprint(t, filepath.Dir(path))
		without(t, writesAnything, func() {
			s, err := Open(ctx, Options{Path: path})
			if err != nil {
				t.Errorf("open: %v (%v)", err, journal.ErrorMessage(err))
				return
			}
			if !s.ReadOnly() {
				t.Error("it thinks it can write")
			}
			page, _, err := s.Sessions(ctx, SessionQuery{})
			if err != nil || len(page) == 0 || page[0].Note != note {
				t.Errorf("read %v, %v", page, err)
			}
			_, err = s.KeepNote(ctx, journal.Note{SessionID: 1, Text: "other"})
			if journal.ErrorCode(err) != journal.CodeReadOnly {
				t.Errorf("keep: %v", err)
			}
			_, err = s.SaveDraft(ctx, journal.Draft{Text: "other"})
			if journal.ErrorCode(err) != journal.CodeReadOnly {
				t.Errorf("draft: %v", err)
			}
			if _, err := s.DataVersion(ctx); err != nil {
				t.Error(err)
			}
			aside := s.aside
			if err := s.Close(); err != nil {
				t.Error(err)
			}
			if aside != "" {
				if _, err := os.Stat(aside); err == nil {
					t.Error("the copy is left")
				}
			}
		})
		if after := fingerprint(t, filepath.Dir(path)); after != before {
			t.Error("something was written")
		}
	}
	t.Run("file and folder", func(t *testing.T) { check(t, readable(t), panelNote) })
	t.Run("file", func(t *testing.T) {
		path := readable(t)
		ok(t, os.Chmod(filepath.Dir(path), 0o777))
		check(t, path, panelNote)
	})
	t.Run("folder", func(t *testing.T) {
		path := readable(t)
		ok(t, os.Chmod(path, 0o666))
		check(t, path, panelNote)
	})
	t.Run("with words that are not folded in yet", func(t *testing.T) {
		path := readable(t)
		ok(t, os.Chmod(path, 0o644))
		ok(t, os.Chmod(filepath.Dir(path), 0o755))
		s := mustOpenAt(t, path)
		must(s.KeepNote(ctx, journal.Note{SessionID: 1, Text: "newer words"}))(t)
		// What a crash leaves behind.
		crashed := filepath.Join(must(os.MkdirTemp("", "bothways-test-"))(t), "journal.db")
		t.Cleanup(func() { _ = os.RemoveAll(filepath.Dir(crashed)) })
		for _, end := range []string{"", walEnd} {
			ok(t, copyFile(crashed+end, path+end))
			ok(t, os.Chmod(crashed+end, 0o444))
		}
		ok(t, os.Chmod(filepath.Dir(crashed), 0o555))
		check(t, crashed, "newer words")
	})
	t.Run("of an older version", func(t *testing.T) {
		path := readable(t)
		dir := filepath.Dir(path)
		ok(t, os.Chmod(dir, 0o700))
		ok(t, os.Remove(path))
		formOne(t, path)
		ok(t, os.Chmod(path, 0o444))
		ok(t, os.Chmod(dir, 0o555))
		before := fingerprint(t, dir)
		without(t, writesAnything, func() {
			_, err := Open(ctx, Options{Path: path})
			if journal.ErrorCode(err) != journal.CodeReadOnly || !strings.Contains(err.Error(), "was written by an older version") {
				t.Errorf("open: %v", err)
			}
		})
		if after := fingerprint(t, dir); after != before {
			t.Error("something was written")
		}
	})
	t.Run("no new one in such a folder", func(t *testing.T) {
		path := readable(t)
		without(t, writesAnything, func() {
			_, err := Open(ctx, Options{Path: filepath.Join(filepath.Dir(path), "new.db")})
			if journal.ErrorCode(err) != journal.CodeReadOnly || !strings.HasSuffix(err.Error(), ".") {
				t.Errorf("open: %v", err)
			}
		})
	})
	t.Run("not readable", func(t *testing.T) {
		path := readable(t)
		ok(t, os.Chmod(path, 0))
		without(t, writesAnything|readsAnything, func() {
			_, err := Open(ctx, Options{Path: path})
			if journal.ErrorCode(err) != journal.CodeInvalid || !strings.Contains(err.Error(), "cannot be read") {
				t.Errorf("open: %v", err)
			}
		})
	})
}
