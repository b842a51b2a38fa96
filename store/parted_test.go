//go:build unix

package store

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"bothways/journal"
)

// TestParted takes the file away, or puts another in its place, while it is open.
func TestParted(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct {
		name, how string
		part      func(t *testing.T, path string)
		stays     bool // there is a file of that name afterwards, and it stays as it is
	}{
		{"removed", "was removed or moved", func(t *testing.T, path string) { ok(t, os.Remove(path)) }, false},
		{"removed with all that is beside it", "was removed or moved", func(t *testing.T, path string) {
			for _, end := range []string{"", walEnd, "-shm"} {
				ok(t, os.Remove(path+end))
			}
		}, false},
		{"moved", "was removed or moved", func(t *testing.T, path string) { ok(t, os.Rename(path, path+".elsewhere")) }, false},
		{"replaced by another journal", "was replaced", func(t *testing.T, path string) {
			other := filepath.Join(t.TempDir(), "other.db")
			s := mustOpenAt(t, other)
			must(s.KeepNote(ctx, journal.Note{PersonName: "Bo", Role: journal.RoleMentor, Text: "of another"}))(t)
			ok(t, s.Close())
			ok(t, os.Rename(other, path))
		}, true},
		{"replaced by a text", "was replaced", func(t *testing.T, path string) {
			ok(t, os.WriteFile(path+".new", []byte("Dear diary"), 0o600))
			ok(t, os.Rename(path+".new", path))
		}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "journal.db")
			s := must(Open(ctx, Options{Path: path, Now: (&clockAt{t: faultClock(t)}).now}))(t)
			k := priya(t, s, panelNote)
			must(s.SaveDraft(ctx, journal.Draft{PersonName: "Sam", Text: "half a thou"}))(t)
			c.part(t, path)
			before := ""
			if c.stays {
				before = hashes(t, path)
			}
			_, err := s.KeepNote(ctx, journal.Note{SessionID: k.Session.ID, Text: "into nowhere"})
			wantCode(t, err, journal.CodeDamaged)
			named := regexp.MustCompile(`is in (\S+\.db)\.`).FindStringSubmatch(err.Error())
			if !strings.Contains(err.Error(), c.how) || named == nil || filepath.Dir(named[1]) != filepath.Dir(path) {
				t.Fatalf("it says %q", err)
			}
			for n, do := range []func() error{
				func() error { _, err := s.SaveDraft(ctx, journal.Draft{Text: "x"}); return err },
				func() error { _, _, err := s.Sessions(ctx, SessionQuery{}); return err },
				func() error { _, err := s.DataVersion(ctx); return err },
				s.Close,
			} {
				if again := do(); journal.ErrorMessage(again) != err.Error() {
					t.Errorf("%d answers %v", n, again)
				}
			}
			if c.stays {
				if hashes(t, path) != before {
					t.Error("the file in its place was changed")
				}
			} else if _, err := os.Stat(path); err == nil {
				t.Error("there is a file in its place")
			}
			if info := must(os.Stat(named[1]))(t); info.Mode().Perm() != 0o600 {
				t.Errorf("the copy is %o", info.Mode().Perm())
			}
			if strings.HasSuffix(c.name, "another journal") {
				other := mustOpenAt(t, path)
				ok(t, whole(other))
				if !holds(t, other, "of another") || holds(t, other, panelNote) {
					t.Error("the other journal is not what it was")
				}
			}
			kept := mustOpenAt(t, named[1])
			ok(t, whole(kept))
			if v := must(kept.Session(ctx, k.Session.ID))(t); v.Note != panelNote {
				t.Errorf("the copy has %q", v.Note)
			}
			if !holds(t, kept, "half a thou") || holds(t, kept, "into nowhere") {
				t.Error("the copy has not what was kept up to then")
			}
		})
	}
	t.Run("after it was filled", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "journal.db")
		s := must(Open(ctx, Options{Path: path}))(t)
		t.Cleanup(func() { _ = s.Close() })
		ok(t, s.Fill(ctx, func(f *Filler) error { return madeUp(f) }))
		priya(t, s, panelNote)
		ok(t, os.Remove(path))
		_, err := s.KeepNote(ctx, journal.Note{PersonName: "Ada", Role: journal.RoleMentor, Text: "into nowhere"})
		wantCode(t, err, journal.CodeDamaged)
	})
	t.Run("by a folder that went with it", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "deep")
		t.Setenv("TMPDIR", t.TempDir())
		s := must(Open(ctx, Options{Path: filepath.Join(dir, "journal.db")}))(t)
		priya(t, s, panelNote)
		ok(t, os.RemoveAll(dir))
		_, err := s.SaveDraft(ctx, journal.Draft{Text: "x"})
		wantCode(t, err, journal.CodeDamaged)
		left := must(filepath.Glob(filepath.Join(os.Getenv("TMPDIR"), "bothways-kept-*", "*.db")))(t)
		if len(left) != 1 || !strings.Contains(err.Error(), left[0]) {
			t.Errorf("it says %q, and there are %q", err, left)
		}
		_ = s.Close()
		if _, err := os.Stat(dir); err == nil {
			t.Error("the folder is there again")
		}
	})
	t.Run("before anything was written", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "journal.db")
		s := must(Open(ctx, Options{Path: path}))(t)
		ok(t, os.Remove(path))
		_, err := s.KeepNote(ctx, journal.Note{PersonName: "Ada", Role: journal.RoleMentor, Text: "x"})
		wantCode(t, err, journal.CodeDamaged)
		_ = s.Close()
		if names := dirNames(t, filepath.Dir(path)); len(names) > 0 && names[0] == "journal.db" {
			t.Errorf("the folder has %q", names)
		}
	})
}
