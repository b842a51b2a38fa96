package verbs

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bothways/store"
)

// TestFault panics under a verb with a word of the journal.
func TestFault(t *testing.T) {
	dir := t.TempDir()
	var out, bad bytes.Buffer
	status := Main(t.Context(), Env{
		Stdin: strings.NewReader(""), Stdout: &out, Stderr: &bad, StdinTerminal: true, StdoutTerminal: true,
		Getenv: func(name string) string { return map[string]string{"XDG_DATA_HOME": dir}[name] },
		Home:   func() (string, error) { return dir, nil },
		GOOS:   "linux",
		Now:    func() time.Time { return time.Date(2026, 11, 21, 14, 30, 0, 0, time.UTC) },
		StartTUI: func(context.Context, *store.Store, Start) error {
			panic(struct{ word string }{"Zanzibar"})
		},
	}, nil)
	journal := filepath.Join(dir, "bothways", "journal.db")
	report := journal + ".report-20261121-143000.txt"
	if status != exitFailed || out.Len() > 0 || !strings.Contains(bad.String(), "all that was kept before is safe") || !strings.Contains(bad.String(), report) {
		t.Errorf("it answers %d: %s%s", status, &out, &bad)
	}
	b, err := os.ReadFile(report)
	if err != nil || !strings.Contains(string(b), "verbs.TestFault") {
		t.Errorf("the report is %q, %v", b, err)
	}
	if strings.Contains(string(b)+bad.String(), "Zanzibar") {
		t.Errorf("a word of the journal is told:\n%s%s", b, &bad)
	}
	for _, end := range []string{"-wal", "-shm"} { // the journal was closed all the same
		if _, err := os.Stat(journal + end); !os.IsNotExist(err) {
			t.Errorf("%s: %v", end, err)
		}
	}
}
