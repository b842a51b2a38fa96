//go:build unix

package e2e

import (
	"bytes"
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestParted takes the file away, or puts another in its place, while somebody writes.
func TestParted(t *testing.T) {
	for _, c := range []struct {
		name, says string
		part       func(t *testing.T, path string)
		stays      string
	}{
		{"removed", "was removed or moved", func(t *testing.T, path string) { must(t, os.Remove(path)) }, ""},
		{"replaced", "was replaced by another", func(t *testing.T, path string) {
			must(t, os.WriteFile(path+".new", []byte("Dear diary"), 0o600))
			must(t, os.Rename(path+".new", path))
		}, "Dear diary"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			h.Keeps("We began.\n", "Priya N.", "--role", "mentor")
			p := h.Opens()
			p.Press("n").Sees("Who did you talk with?").Press("enter").Sees("Priya N. · I mentor", "Just begin").Types("half a thought")
			h.HoldsDraft("half a thought")
			c.part(t, h.Journal())
			p.Types(" and the rest").Sees("and the rest", c.says).
				Press("ctrl+s").Sees("half a thought and the rest", c.says).
				Press("ctrl+f").Sees("Put the words into a file").Press("enter").Sees("The words are in")
			if got := readFile(t, filepath.Join(h.dir, "home", "bothways-2026-11-21-1430.md")); got != "half a thought and the rest" {
				t.Errorf("the file has %q", got)
			}
			p.Press("ctrl+c").Sees("ctrl+c twice").Press("ctrl+c")
			if e := p.Ends().Tidily(); e.state.ExitCode() != 1 {
				t.Errorf("it ended with %s", e.state)
			}
			kept, err := filepath.Glob(filepath.Join(filepath.Dir(h.Journal()), "journal-kept-*.db"))
			must(t, err)
			if len(kept) != 1 {
				t.Fatalf("what was kept up to then is in %q", kept)
			}
			if d := h.With("BOTHWAYS_JOURNAL="+kept[0]).Runs("", "show", "Priya"); d.status != 0 || !strings.Contains(d.out, "We began.") {
				t.Errorf("of the copy it shows %+v", d)
			}
			now, err := os.ReadFile(h.Journal())
			switch {
			case c.stays == "" && err == nil:
				t.Error("there is a journal again")
			case c.stays != "" && string(now) != c.stays:
				t.Errorf("the file in its place has %q", now)
			}
		})
	}
	t.Run("said without a key", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		h.Keeps("We began.\n", "Priya N.", "--role", "mentor")
		p := h.Opens()
		p.Sees("PEOPLE", "Priya N.")
		must(t, os.Remove(h.Journal()))
		p.Sees("was removed or moved").Press("q")
		p.Ends().Tidily()
	})
}

// TestWrittenOver copies another journal over the one that is open, as cp does: it is said, the file
// stays as it is, opens well afterwards, and the backup that is named brings back what was there.
func TestWrittenOver(t *testing.T) {
	t.Parallel()
	other := newHome(t)
	other.Keeps("Of another.\n", "Bo", "--role", "mentor")
	h := newHome(t)
	h.Keeps("We began.\n", "Priya N.", "--role", "mentor")
	p, second := h.Opens(), h.Opens()
	second.Sees("PEOPLE", "Priya N.")
	p.Press("n").Sees("Who did you talk with?").Press("enter").Sees("Priya N. · I mentor", "Just begin").Types("half a thought")
	h.HoldsDraft("half a thought")
	put := readFile(t, other.Journal())
	must(t, exec.Command("cp", other.Journal(), h.Journal()).Run())
	p.Types(" and the rest").Sees("and the rest", "wrote over the journal's file").
		Press("ctrl+s").Sees("half a thought and the rest", "wrote over the journal's file").
		Press("ctrl+f").Sees("Put the words into a file").Press("enter").Sees("The words are in")
	second.Sees("wrote over the journal's file").Press("q").Ends().Tidily()
	p.Press("ctrl+c").Sees("ctrl+c twice").Press("ctrl+c").Ends().Tidily()
	if readFile(t, h.Journal()) != put {
		t.Error("the file was changed")
	}
	kept, err := filepath.Glob(filepath.Join(filepath.Dir(h.Journal()), "journal-kept-*.db-wal"))
	must(t, err)
	if len(kept) != 1 || !strings.Contains(readFile(t, kept[0]), "half a thought") {
		t.Errorf("what was not folded in is in %q", kept)
	}
	if got := h.Runs("", "people"); got.status != 0 || !strings.Contains(got.out, "Bo") || strings.Contains(got.out, "Priya") {
		t.Errorf("people answers %+v", got)
	}
	if got := h.Runs("", "check"); got.status != 0 {
		t.Errorf("check answers %+v", got)
	}
	if got := h.Runs("", "restore", "1", "--yes"); got.status != 0 {
		t.Errorf("restore answers %+v", got)
	}
	if got := h.Runs("", "show", "Priya"); got.status != 0 || !strings.Contains(got.out, "We began.") {
		t.Errorf("show answers %+v", got)
	}
}

// TestDamaged opens what is no journal, or not any more. It is said, and nothing is written.
func TestDamaged(t *testing.T) {
	for _, c := range []struct {
		name, says string
		damage     func([]byte) []byte
	}{
		{"empty", "is empty, which a journal never is", func([]byte) []byte { return nil }},
		{"text", "is not a journal", func([]byte) []byte { return []byte(strings.Repeat("Dear diary,\n", 900)) }},
		{"header", "is not a journal", func(b []byte) []byte { b[3] ^= 0xff; return b }},
		{"another program's", "belongs to another program", func(b []byte) []byte { b[68] ^= 0xff; return b }},
		{"newer", "newer version", func(b []byte) []byte { binary.BigEndian.PutUint32(b[60:], 99); return b }},
		{"cut in half", "is damaged", func(b []byte) []byte { return b[:len(b)/2] }},
		{"zeroed pages", "is damaged", func(b []byte) []byte { clear(b[2*4096:]); return b }},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			h.Keeps("We began.\n", "Priya N.", "--role", "mentor")
			b, err := os.ReadFile(h.Journal())
			must(t, err)
			b = c.damage(bytes.Clone(b))
			must(t, os.WriteFile(h.Journal(), b, 0o600))
			got := h.Runs("", "people")
			if got.status != 1 || got.out != "" || !strings.Contains(got.err, c.says) || strings.Count(strings.TrimSpace(got.err), "\n") > 0 {
				t.Errorf("people answers %+v", got)
			}
			got = h.Runs("new words\n", "write", "Priya")
			if got.status != 1 || !strings.Contains(got.err, c.says) {
				t.Errorf("write answers %+v", got)
			}
			// What was piped in is in a file that is named, and nowhere else.
			aside := h.Files()
			if len(aside) != 1 || !strings.Contains(got.err, aside[0]) || readFile(t, aside[0]) != "new words\n" {
				t.Fatalf("write answers %+v, and there are %q", got, aside)
			}
			must(t, os.Remove(aside[0]))
			p := h.Opens()
			if !eventually(func() bool { return !p.running() || strings.Contains(p.text(), "damaged") }) {
				p.fail("it is not said")
			}
			if strings.Contains(p.written(), "\x1b[?1049h") { // it begins, for what is damaged only shows where it is read
				p.Sees("damaged").Press("q").Ends().Tidily()
			} else if e := p.Ends(); e.state.ExitCode() != 1 || !strings.Contains(p.text(), strings.Fields(c.says)[1]) {
				p.fail("it ended with %s", e.state)
			}
			if readFile(t, h.Journal()) != string(b) {
				t.Error("the file was changed")
			}
			if left := h.Files(); len(left) > 0 {
				t.Errorf("there are %q", left)
			}
		})
	}
}
