//go:build unix

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// backups are the names of the journal's backups.
func (h *home) backups() (names []string) {
	h.t.Helper()
	entries, err := os.ReadDir(filepath.Join(filepath.Dir(h.Journal()), "backups"))
	must(h.t, err)
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// TestBackup writes for two days, goes back to the first and comes forward again.
func TestBackup(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	first, second := h.on("2026-11-21"), h.on("2026-11-22")
	p := first.Opens()
	p.BeginsNote("Priya N.").Types("Words of the first day.").Press("ctrl+s").Sees("Kept").Press("q").Ends().Well()
	if got := h.backups(); len(got) != 1 || got[0] != "journal-2026-11-21T0900.db" {
		t.Fatalf("backups are %q", got)
	}
	second.Keeps("Words of the second day.\n", "Priya")

	open := second.Opens()
	open.Sees("PEOPLE")
	if got := second.Runs("", "restore", "journal-2026-11-21T0900.db", "--yes"); got.status != 1 || !strings.Contains(got.err, "open in another window, so nothing was changed. Quit it there (q)") {
		t.Fatalf("while it is open restore answers %d: %s", got.status, got.err)
	}
	open.Press("q").Ends().Well()

	says := func(args ...string) string {
		t.Helper()
		got := second.Runs("", args...)
		if got.status != 0 {
			t.Fatalf("%v answers %d: %s", args, got.status, got.err)
		}
		return got.out
	}
	out := says("restore", "journal-2026-11-21T0900.db", "--yes")
	if !strings.Contains(out, "Only in the journal as it is now: 1 conversation.") || !strings.Contains(out, "`bothways restore journal-2026-11-22T0900-before-restore.db` undoes this.") {
		t.Errorf("restore says %q", out)
	}
	if out := says("show", "Priya"); !strings.Contains(out, "first day") || strings.Contains(out, "second day") {
		t.Errorf("restored it holds %q", out)
	}
	says("restore", "journal-2026-11-22T0900-before-restore.db", "--yes")
	if out := says("show", "Priya"); !strings.Contains(out, "first day") || !strings.Contains(out, "second day") {
		t.Errorf("undone it holds %q", out)
	}
	if out := says("check"); !strings.HasSuffix(strings.TrimSpace(out), "All is well.") {
		t.Errorf("check says %q", out)
	}
	if left := h.Files(); len(left) != 0 {
		t.Errorf("files are left behind: %q", left)
	}

	// A journal that is damaged is not made anew, with screens or without.
	must(t, os.Truncate(h.Journal(), 10_000))
	bad, err := os.ReadFile(h.Journal())
	must(t, err)
	second.Opens().Sees("The newest good", "journal-2026-11-22T0900.db` puts it in place.")
	if now, err := os.ReadFile(h.Journal()); err != nil || string(now) != string(bad) {
		t.Errorf("the damaged file was changed (%v)", err)
	}
	says("restore", "1", "--yes")
	second.Opens().Sees("PEOPLE", "Priya N.").Press("q").Ends().Well()
}
