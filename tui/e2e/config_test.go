//go:build unix

package e2e

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Chose writes the config file of this home.
func (h *home) Chose(text string) *home {
	h.t.Helper()
	dir := filepath.Join(h.dir, "home", ".config", "bothways")
	must(h.t, os.MkdirAll(dir, 0o700))
	must(h.t, os.WriteFile(filepath.Join(dir, "config.toml"), []byte(text), 0o600))
	return h
}

// TestConfig starts the program with a config file, and does what it says.
func TestConfig(t *testing.T) {
	t.Run("in force", func(t *testing.T) {
		t.Parallel()
		h := newHome(t).Chose("theme = \"plain\"\nfirst_screen = \"people\"\nmeasure = 40\ndates = \"iso\"\n[keys]\nnote = \"W\"\nkeep = \"ctrl+d\"\n")
		h.Keeps("We talked.\n- [ ] send the list 2027-03-02", "Ada", "--role", "mentor", "--at", "2026-11-20 14:00")
		p := h.Opens().Sees("People", "Ada", "W note").Press("esc").Sees("TO FOLLOW UP", "03-02", "W note")
		p.Press("W").Sees("Who did you talk with?").Types("Ada").Press("enter").Sees("ctrl+d keep")
		p.Types("These words are set no wider than forty columns, whatever room there is.")
		p.Sees("These words are set no wider than forty\n").Press("ctrl+d").Sees("W note")
		p.Press("q").Ends().Well()
		if coloured := regexp.MustCompile("\x1b\\[[0-9;]*[34]8[;:]").FindString(p.written()); coloured != "" {
			t.Errorf("there is a colour: %q", coloured)
		}
	})
	t.Run("a mistake is said, and the rest is in force", func(t *testing.T) {
		t.Parallel()
		h := newHome(t).Chose("measure = 4\nfirst_screen = \"actions\"\n")
		h.Opens().Sees("Line 1 of", "sets measure to 4", "72 is in force", "Open actions").Press("esc").Sees("A journal for your mentoring").Press("q").Ends().Well()
	})
	t.Run("sixteen colours", func(t *testing.T) {
		t.Parallel()
		p := newHome(t).Chose("theme = \"16\"\n").Opens().Sees("A journal for your mentoring").Press("q")
		p.Ends().Well()
		if raw := p.written(); strings.Contains(raw, "38;2;") || !strings.Contains(raw, "\x1b[96m") && !strings.Contains(raw, "\x1b[1;96m") {
			t.Errorf("it is written in other colours: %q", raw[:min(len(raw), 900)])
		}
	})
	t.Run("a terminal of sixteen colours", func(t *testing.T) {
		t.Parallel()
		p := newHome(t).With("TERM=xterm-16color", "COLORTERM=").Opens().Sees("A journal for your mentoring").Press("q")
		p.Ends().Well()
		if raw := p.written(); !strings.Contains(raw, "\x1b[96m") && !strings.Contains(raw, "\x1b[1;96m") {
			t.Errorf("it is written in other colours: %q", raw[:min(len(raw), 1500)])
		}
	})
	t.Run("NO_COLOR", func(t *testing.T) {
		t.Parallel()
		p := newHome(t).With("NO_COLOR=1").Opens().Sees("A journal for your mentoring").Press("q")
		p.Ends().Well()
		if coloured := regexp.MustCompile("\x1b\\[(?:[0-9;]*;)?(?:[349][0-7]|[34]8[;:][0-9;]*)m").FindString(p.written()); coloured != "" {
			t.Errorf("there is a colour: %q", coloured)
		}
	})
	t.Run("the editor goes before VISUAL", func(t *testing.T) {
		t.Parallel()
		h := newHome(t)
		script := filepath.Join(h.dir, "chosen")
		must(t, os.WriteFile(script, []byte("#!/bin/sh\nfor last; do :; done\necho 'From the chosen one.' >> \"$last\"\n"), 0o700))
		h = h.Chose("editor = \""+script+" -x\"\n").With("VISUAL=/nowhere", "EDITOR=/nowhere")
		p := h.Opens("write", "Ada", "--role", "mentor").Sees("Ada · I mentor").Types("Hello. ").Press("ctrl+e").Sees("From the chosen one.")
		p.Press("ctrl+s").Press("ctrl+c").Ends().Well()
	})
}
