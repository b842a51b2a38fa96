//go:build unix

package e2e

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// otherEditor is a script that stands for the person's own editor. It finds the file lent to it in
// $1, and writes down beside itself with which rights it found file and folder.
func otherEditor(t *testing.T, does string) (path, log string) {
	t.Helper()
	dir := t.TempDir()
	path, log = filepath.Join(dir, "my editor"), filepath.Join(dir, "log")
	script := "#!/bin/sh\n(ls -ld \"$1\"; ls -ld \"$(dirname \"$1\")\") | cut -c1-10 > '" + log + "'\nprintf '%s\\n' \"$1\" >> '" + log + "'\n" + does + "\n"
	must(t, os.WriteFile(path, []byte(script), 0o700))
	return path, log
}

// TestHandoff lends the words to another editor, which does with them what it likes.
func TestHandoff(t *testing.T) {
	const words = "She slept badly."
	for _, c := range []struct {
		name, does string
		sees       []string
		note       string
	}{
		{"edits", `printf '\nIt got better: 会議.\n' >> "$1"`, []string{"She slept badly.", "It got better: 会議."}, words + "\nIt got better: 会議."},
		{"replaces the file", `printf 'Quite other words.\n' > "$1.new" && mv "$1.new" "$1"`, []string{"Quite other words."}, "Quite other words."},
		{"leaves it alone", `true`, []string{words}, words},
		{"exits 1", `exit 1`, []string{words, "The editor stopped with an error"}, words},
		{"deletes the file", `rm "$1"`, []string{words, "left no note behind"}, words},
		{"empties the file", `: > "$1"`, []string{words, "came back empty"}, words},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			path, log := otherEditor(t, c.does)
			h := newHome(t).With("EDITOR='" + path + "'")
			folders := h.folders()
			p := h.Opens()
			p.BeginsNote("Priya N.").Types(words).Sees(words).
				Press("ctrl+e").SeesLog(log, "note.md").Sees(c.sees...)
			h.HoldsDraft(c.note)
			p.Types("!").Press("backspace").Press("ctrl+s").Sees("Kept", "TO FOLLOW UP").
				Press("q").Ends().Well()

			lent := strings.Split(strings.TrimSpace(readFile(t, log)), "\n")
			if len(lent) != 3 || lent[0] != "-rw-------" || lent[1] != "drwx------" {
				t.Errorf("the editor found file and folder as %q", lent)
			}
			if _, err := os.Stat(filepath.Dir(lent[len(lent)-1])); !os.IsNotExist(err) {
				t.Errorf("the folder lent is still there (%v)", err)
			}
			if left := h.Files(); len(left) != 0 {
				t.Errorf("files are left behind: %q", left)
			}
			for _, d := range h.folders() {
				if !slices.Contains(folders, d) && strings.Contains(filepath.Base(d), "note-") {
					t.Errorf("a folder is left behind: %s", d)
				}
			}
			var show showShape
			h.Asks(&show, "show", "Priya")
			if len(show.Sessions) != 1 || show.Sessions[0].Note != c.note {
				t.Errorf("the note is %+v, want %q", show.Sessions, c.note)
			}
		})
	}
	t.Run("edits and exits 1", func(t *testing.T) {
		t.Parallel()
		path, log := otherEditor(t, `printf 'half a thought' >> "$1"; exit 1`)
		h := newHome(t).With("VISUAL='"+path+"'", "EDITOR=false")
		p := h.Opens()
		p.BeginsNote("Priya N.").Types(words).Sees(words).
			Press("ctrl+e").SeesLog(log, "note.md").Sees(words, "The editor stopped with an error").
			Press("ctrl+c").Ends().Well()
		// What it left is nowhere else, so it stays.
		lent := strings.Split(strings.TrimSpace(readFile(t, log)), "\n")
		if got := readFile(t, lent[len(lent)-1]); got != words+"half a thought" {
			t.Errorf("what the editor left is %q", got)
		}
		if drafts := h.Drafts(); !slices.Equal(drafts, []string{words}) {
			t.Errorf("the file has %q", drafts)
		}
	})
	t.Run("window closed meanwhile", func(t *testing.T) {
		t.Parallel()
		path, log := otherEditor(t, `echo half a thought >> "$1"; cat > /dev/null`)
		h := newHome(t).With("EDITOR='" + path + "'")
		p := h.Opens()
		p.BeginsNote("Priya N.").Types(words).Sees(words).Press("ctrl+e").SeesLog(log, "note.md")
		p.closeSlave()
		p.closeMaster()
		if !eventually(func() bool { return !p.running() }) {
			p.fail("the program goes on in a window that is closed")
		}
		if drafts := h.Drafts(); len(drafts) != 1 || drafts[0] != words+"half a thought" {
			t.Errorf("the file has %q", drafts)
		}
	})
	t.Run("interrupted meanwhile", func(t *testing.T) { // the key is meant for the other editor
		t.Parallel()
		path, log := otherEditor(t, `printf ' And more.' >> "$1"; kill -INT $PPID`)
		h := newHome(t).With("EDITOR='" + path + "'")
		p := h.Opens()
		p.BeginsNote("Priya N.").Types(words).Sees(words).
			Press("ctrl+e").SeesLog(log, "note.md").Sees(words + " And more.").
			Press("ctrl+s").Sees("Kept.").Press("q").Ends().Well()
	})
	t.Run("told to end meanwhile", func(t *testing.T) {
		t.Parallel()
		path, log := otherEditor(t, `printf ' And more.' >> "$1"; kill -TERM $PPID; sleep 1.5`)
		h := newHome(t).With("EDITOR='" + path + "'")
		p := h.Opens()
		p.BeginsNote("Priya N.").Types(words).Sees(words).
			Press("ctrl+e").SeesLog(log, "note.md").Ends().Well()
		if drafts := h.Drafts(); !slices.Equal(drafts, []string{words + " And more."}) {
			t.Errorf("the file has %q", drafts)
		}
		if left := h.Files(); len(left) != 0 {
			t.Errorf("files are left behind: %q", left)
		}
	})
	t.Run("killed meanwhile", func(t *testing.T) {
		t.Parallel()
		path, log := otherEditor(t, `printf ' And more.' >> "$1"; kill -KILL $PPID`)
		h := newHome(t).With("EDITOR='" + path + "'")
		p := h.Opens()
		p.BeginsNote("Priya N.").Types(words).Sees(words).
			Press("ctrl+e").SeesLog(log, "note.md").Ends()
		h.Opens().Sees("NOT KEPT YET", "did not find their way back", "note.md").Press("q").Ends().Well()
	})
	t.Run("there is none", func(t *testing.T) {
		t.Parallel()
		h := newHome(t).With("EDITOR=/nowhere/an-editor")
		h.Opens().BeginsNote("Priya N.").Types(words).Sees(words).
			Press("ctrl+e").Sees("was not found", words).
			Press("ctrl+c").Ends().Well()
		if drafts := h.Drafts(); !slices.Equal(drafts, []string{words}) {
			t.Errorf("the file has %q", drafts)
		}
	})
}

// SeesLog looks until a file outside of the window has these words in it.
func (p *person) SeesLog(path, words string) *person {
	p.t.Helper()
	if !eventually(func() bool {
		b, err := os.ReadFile(path)
		return err == nil && strings.Contains(string(b), words)
	}) {
		p.fail("%q does not appear in %s", words, path)
	}
	return p
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	must(t, err)
	return string(b)
}
