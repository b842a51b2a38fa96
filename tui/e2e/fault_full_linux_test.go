package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"unsafe"
)

// mayGrow says how large the files may become that the program writes, in bytes, from now on. It is
// how a full disk or a quota looks from inside, and needs nobody's permission.
func (p *person) mayGrow(size uint64) {
	p.t.Helper()
	limit := syscall.Rlimit{Cur: size, Max: ^uint64(0)}
	var was syscall.Rlimit
	pid := uintptr(p.cmd.Process.Pid)
	if _, _, e := syscall.RawSyscall6(syscall.SYS_PRLIMIT64, pid, syscall.RLIMIT_FSIZE, 0, uintptr(unsafe.Pointer(&was)), 0, 0); e != 0 {
		p.t.Fatal(e)
	}
	limit.Max = was.Max
	limit.Cur = min(limit.Cur, limit.Max)
	if _, _, e := syscall.RawSyscall6(syscall.SYS_PRLIMIT64, pid, syscall.RLIMIT_FSIZE, uintptr(unsafe.Pointer(&limit)), 0, 0, 0); e != 0 {
		p.t.Fatal(e)
	}
}

const (
	noRoom  = 2 << 10 // for words, and not for a journal
	allRoom = ^uint64(0)
)

// TestFull writes while there is no room: the words stay, can be put elsewhere, and are kept as soon
// as there is room again.
func TestFull(t *testing.T) {
	const words = "We talked about what a chair is for."
	full := func(t *testing.T) (*home, *person) {
		t.Parallel()
		h := newHome(t)
		h.Keeps("We began.\n", "Priya N.", "--role", "mentor")
		p := h.Opens()
		p.Press("n").Sees("Who did you talk with?").Press("enter").Sees("Priya N. · I mentor", "Just begin")
		p.mayGrow(noRoom)
		p.Types(words).Sees(words, "The disk would not take this").
			Press("ctrl+s").Sees(words, "The disk would not take this", "ctrl+f puts").SeesNot("draft kept")
		return h, p
	}
	kept := func(t *testing.T, h *home) {
		t.Helper()
		var show showShape
		h.Asks(&show, "show", "Priya")
		if len(show.Sessions) != 2 || show.Sessions[0].Note != words && show.Sessions[1].Note != words {
			t.Errorf("show: %+v", show)
		}
		if d := h.Drafts(); len(d) != 0 {
			t.Errorf("there are drafts: %q", d)
		}
	}
	t.Run("put elsewhere, then kept", func(t *testing.T) {
		h, p := full(t)
		p.Press("ctrl+f").Sees("Put the words into a file", "~/bothways-2026-11-21-1430.md").
			Press("enter").Sees("The words are in", words)
		path := filepath.Join(h.dir, "home", "bothways-2026-11-21-1430.md")
		info, err := os.Stat(path)
		must(t, err)
		if got := readFile(t, path); got != words || info.Mode().Perm() != 0o600 {
			t.Errorf("the file is %o and has %q", info.Mode().Perm(), got)
		}
		p.Press("ctrl+f").Sees("Put the words into a file").Press("enter").Sees("of that name already").Press("esc").SeesNot("Put the words into a file")
		p.mayGrow(allRoom)
		p.Press("ctrl+s").Sees("Kept.").Press("q").Ends().Well()
		kept(t, h)
	})
	t.Run("a draft that was in the file before", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		h.Keeps("We began.\n", "Priya N.", "--role", "mentor")
		p := h.Opens()
		p.Press("n").Sees("Who did you talk with?").Press("enter").Sees("Priya N. · I mentor", "Just begin")
		p.Types("We talked").Sees("draft kept")
		p.mayGrow(noRoom)
		const unkept = "Not in the journal's file yet"
		p.Types(" about what a chair").Sees("The disk would not take this").SeesNot("draft kept").
			Press("left").Sees(unkept).SeesNot("draft kept").
			Press("right").Types(" is for").Sees("is for", "The disk would not take this").SeesNot("draft kept").
			Press("left").Sees(unkept).SeesNot("draft kept")
		p.mayGrow(allRoom)
		p.Press("right").Types(".").Sees(words, "draft kept").SeesNot(unkept).Press("ctrl+s").Sees("Kept.").Press("q").Ends().Well()
		kept(t, h)
	})
	t.Run("the page stays until there is room", func(t *testing.T) {
		h, p := full(t)
		p.Press("esc").Sees(words, "ctrl+c twice")
		p.mayGrow(allRoom)
		p.Press("esc").Sees("NOT KEPT YET").Press("enter").Sees(words).Press("ctrl+s").Sees("Kept.").Press("q").Ends().Well()
		kept(t, h)
	})
	t.Run("ended all the same", func(t *testing.T) {
		h, p := full(t)
		p.Press("ctrl+c").Sees(words, "ctrl+c").Press("ctrl+c")
		if e := p.Ends(); e.state.ExitCode() != 1 {
			t.Errorf("it ended with %s", e.state)
		}
		left, err := filepath.Glob(h.Journal() + ".lent/note-*/note.md")
		must(t, err)
		if len(left) != 1 || readFile(t, left[0]) != words || !strings.Contains(p.written(), filepath.Base(filepath.Dir(left[0]))) {
			t.Fatalf("the words are in %q", left)
		}
		h.Opens().Sees("Words that did not find their way back").Press("q").Ends().Well() // it is said once more
	})
}

// TestReadOnly opens a journal that this user may read and not write.
func TestReadOnly(t *testing.T) {
	for _, c := range []struct {
		name         string
		file, folder os.FileMode
	}{
		{"file", 0o400, 0o700},
		{"folder", 0o600, 0o500},
		{"both, as on a disk that is read-only", 0o400, 0o500},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			h.Keeps("We began.\n- [ ] send the list fri\n", "Priya N.", "--role", "mentor")
			folder := filepath.Dir(h.Journal())
			must(t, os.Chmod(h.Journal(), c.file))
			must(t, os.Chmod(folder, c.folder))
			t.Cleanup(func() { must(t, os.Chmod(folder, 0o700)) })
			before := readFile(t, h.Journal())
			p := h.opensBound()
			p.Sees("send the list", "can only be read").
				Press("n").Sees("so nothing can be changed in it").
				Press("q").Ends().Well()
			if readFile(t, h.Journal()) != before {
				t.Error("the file was changed")
			}
			names, err := os.ReadDir(folder)
			must(t, err)
			for _, n := range names {
				if n.Name() != "journal.db" && n.Name() != "backups" { // that of the day it was written on
					t.Errorf("there is %s", n.Name())
				}
			}
		})
	}
}

// opensBound starts the program so that the modes of files hold for it, also where the tests run as
// a user they do not hold for: what a program may be given is bounded for its thread, and for all
// that are started from there.
func (h *home) opensBound() *person {
	h.t.Helper()
	started := make(chan *person)
	go func() {
		defer close(started)
		if err := boundThread(); err != nil {
			h.t.Error(err)
			return
		}
		started <- h.Opens()
	}()
	p := <-started
	if p == nil {
		h.t.FailNow()
	}
	return p
}
