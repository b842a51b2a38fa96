package store

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"bothways/journal/material"
)

func TestFar(t *testing.T) {
	for _, c := range []struct {
		name  string
		magic uint32
		far   bool
	}{
		{"nfs", 0x6969, true}, {"cifs", 0xff534d42, true}, {"smb2", 0xfe534d42, true}, {"9p", 0x01021997, true}, {"fuse", 0x65735546, true},
		{"ext4", 0xef53, false}, {"btrfs", 0x9123683e, false}, {"xfs", 0x58465342, false}, {"tmpfs", 0x01021994, false}, {"overlay", 0x794c7630, false}, {"nothing known", 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := toWrite
			if c.far {
				want = toWriteFar
			}
			if got := farLinux(c.magic); got != c.far || writeAccess(got) != want {
				t.Errorf("far is %v, and it is written as %v", got, writeAccess(got))
			}
		})
	}
	for name, want := range map[string]bool{"smbfs": true, "nfs": true, "macfuse": true, "apfs": false, "hfs": false, "": false} {
		if farNamed(name) != want {
			t.Errorf("%q is far: %v", name, !want)
		}
	}
}

// openFar opens a journal as if its folder were on another machine.
func openFar(t *testing.T, path string) *Store {
	t.Helper()
	s := &Store{path: path, now: time.Now, zones: newZones(), builtIn: sync.OnceValues(material.Sets), far: true}
	ok(t, s.examine(context.Background()))
	ok(t, s.connect(context.Background()))
	t.Cleanup(func() { ok(t, s.Close()) })
	return s
}

// TestFarJournal opens a journal that was on a disk as one on another machine, and the other way.
func TestFarJournal(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.db")
	near := must(Open(t.Context(), Options{Path: path}))(t)
	priya(t, near, "one")
	t.Run("another window has it open in the usual way", func(t *testing.T) {
		s := openFar(t, path)
		priya(t, s, "two")
		if n := scalar(t, near, "SELECT count(*) FROM session"); n != 2 {
			t.Errorf("the other window sees %d", n)
		}
	})
	ok(t, near.Close())
	s := openFar(t, path)
	priya(t, s, "three")
	var mode string
	ok(t, s.wr.QueryRow("PRAGMA journal_mode").Scan(&mode))
	if mode != "truncate" {
		t.Errorf("it is kept in the mode %s", mode)
	}
	if n := scalar(t, s, "SELECT count(*) FROM session"); n != 3 {
		t.Errorf("it has %d notes", n)
	}
	for _, end := range []string{walEnd, "-shm"} {
		if _, err := os.Stat(path + end); !os.IsNotExist(err) {
			t.Errorf("%s: %v", end, err)
		}
	}
	ok(t, s.Fold(t.Context()))
	near = mustOpenAt(t, path) // and back on a disk
	priya(t, near, "four")
	if n := scalar(t, near, "SELECT count(*) FROM session"); n != 4 {
		t.Errorf("back on a disk it has %d notes", n)
	}
}

func TestSyncedBy(t *testing.T) {
	for path, want := range map[string]string{
		"/home/a/Dropbox/j/journal.db":                                  "Dropbox",
		"/home/a/Dropbox (Work)/journal.db":                             "Dropbox",
		"/Users/a/Library/CloudStorage/OneDrive-Personal/journal.db":    "OneDrive",
		"/Users/a/Library/Mobile Documents/com~apple~CloudDocs/j.db":    "iCloud Drive",
		"/Users/a/Library/CloudStorage/GoogleDrive-a@b.c/My Drive/j.db": "Google Drive",
		"/home/a/Nextcloud/journal.db":                                  "Nextcloud",
		"/home/a/shared/deep/journal.db":                                "Syncthing",
		"/home/a/.local/share/bothways/journal.db":                      "",
		"/home/a/dropbox-backup/journal.db":                             "",
	} {
		marked := func(m string) bool { return filepath.ToSlash(m) == "/home/a/shared/.stfolder" }
		if got := syncedBy(filepath.FromSlash(path), marked); got != want {
			t.Errorf("%s is copied by %q, want %q", path, got, want)
		}
	}
}

func TestCopies(t *testing.T) {
	s := MustOpen(t)
	dir := filepath.Dir(s.path)
	copies := []string{"journal (1).db", "journal (Ona's conflicted copy 2026-11-20).db", "journal 2.db", "journal-conflict-20261120.db", "journal.sync-conflict-20261120-101112-ABCDEFG.db"}
	others := []string{"journal.db.report-20261121-143000.txt", "journal2.db", "journals.db", "journal-old.db", "notes (conflicted copy).db", "journal (1).txt", "journal 2026.db"}
	for _, name := range append(copies, others...) {
		ok(t, os.WriteFile(filepath.Join(dir, name), []byte("not to be opened"), 0o600))
	}
	ok(t, os.Mkdir(filepath.Join(dir, "journal 3.db"), 0o700))
	var want []string
	for _, name := range copies {
		want = append(want, filepath.Join(dir, name))
	}
	if got := s.Copies(); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("the copies are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
