//go:build unix

package e2e

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestPrivate uses everything that makes a file, under the loosest mask there is, and looks at each
// while it is there and afterwards: nobody else may read a file or enter a folder.
func TestPrivate(t *testing.T) {
	t.Parallel()
	path, log := otherEditor(t, `printf ' And more.' >> "$1"`)
	h := newHome(t).With("EDITOR='" + path + "'")
	loose := h.command("write", "Priya N.", "--role", "mentor")
	loose.Stdin = strings.NewReader("We began.\n- [ ] send it fri")
	loose.Path, loose.Args = "/bin/sh", append([]string{"sh", "-c", `umask 000; exec "$0" "$@"`, program()}, loose.Args[1:]...)
	if out, err := loose.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	h.private()
	c := h.command()
	c.Path, c.Args = "/bin/sh", []string{"sh", "-c", `umask 000; exec "$0"`, program()}
	p := &person{openTerminal(t, c, window{width: 80, height: 24})}
	p.BeginsNote("Sam T.").Types("He slept badly.").Sees("He slept badly.")
	h.private()
	p.Press("ctrl+e").SeesLog(log, "note.md").Sees("And more.")
	h.private()
	p.Press("esc").Sees("NOT KEPT YET").Press("P").Sees("Priya N.").Press("q").Ends().Well()
	h.private()
	h.Opens("demo").Sees("PEOPLE").Press("q").Ends().Well()
	h.private()
	if left := h.Files(); len(left) != 0 {
		t.Errorf("files are left behind: %q", left)
	}
}

// private requires that nobody else can read a file of this home or enter a folder of it. What goes
// while it is looked at is passed over.
func (h *home) private() {
	h.t.Helper()
	seen := 0
	must(h.t, filepath.WalkDir(h.dir, func(path string, d fs.DirEntry, err error) error {
		if os.IsNotExist(err) || path == h.dir {
			return nil
		}
		if err != nil {
			return err
		}
		info, err := d.Info()
		if os.IsNotExist(err) {
			return nil
		}
		must(h.t, err)
		want := fs.FileMode(0o600)
		if d.IsDir() {
			want = 0o700
		}
		if seen++; info.Mode().Perm() != want {
			h.t.Errorf("%s has mode %v", path, info.Mode())
		}
		return nil
	}))
	if seen < 5 {
		h.t.Errorf("only %d files and folders were there", seen)
	}
}
