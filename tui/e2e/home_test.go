//go:build unix

package e2e

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// home is an empty home folder on a machine of its own: nothing in it comes from the one the test
// runs on but the PATH. It is half past two on Saturday 21 November 2026, in London.
type home struct {
	t     testing.TB
	dir   string
	extra []string // more of the environment, as NAME=value
}

func newHome(t testing.TB) *home {
	t.Helper()
	must(t, noticeSources(filepath.Join("..", "..")))
	h := &home{t: t, dir: t.TempDir()}
	for _, d := range []string{"home", "data", "tmp", "runtime"} {
		must(t, os.Mkdir(filepath.Join(h.dir, d), 0o700))
	}
	return h
}

// With is the same home with more in its environment.
func (h *home) With(env ...string) *home {
	return &home{t: h.t, dir: h.dir, extra: append(slices.Clone(h.extra), env...)}
}

// At is the same home at another time of that Saturday.
func (h *home) At(clock string) *home {
	if len(clock) == len("15:04") {
		clock += ":00"
	}
	return h.With("BOTHWAYS_NOW=2026-11-21T" + clock + "Z")
}

func (h *home) environ() []string {
	return append([]string{
		"PATH=" + os.Getenv("PATH"),
		"HOME=" + filepath.Join(h.dir, "home"),
		"XDG_DATA_HOME=" + filepath.Join(h.dir, "data"),
		"XDG_RUNTIME_DIR=" + filepath.Join(h.dir, "runtime"),
		"TMPDIR=" + filepath.Join(h.dir, "tmp"),
		"TZ=Europe/London",
		"LANG=C.UTF-8",
		"TERM=xterm-256color",
		"COLORTERM=truecolor",
		"BOTHWAYS_NOW=2026-11-21T14:30:00Z",
	}, h.extra...)
}

// Journal is where the journal is.
func (h *home) Journal() string { return filepath.Join(h.dir, "data", "bothways", "journal.db") }

func program() string { return os.Getenv(envProgram) }

func (h *home) command(args ...string) *exec.Cmd {
	c := exec.Command(program(), args...)
	c.Env, c.Dir = h.environ(), filepath.Join(h.dir, "home")
	return c
}

// Opens starts the program in a window of 80 by 24.
func (h *home) Opens(args ...string) *person {
	h.t.Helper()
	return h.OpensIn(window{width: 80, height: 24}, args...)
}

// OpensIn starts the program in a window.
func (h *home) OpensIn(w window, args ...string) *person {
	h.t.Helper()
	return &person{openTerminal(h.t, h.command(args...), w)}
}

// answer is what came of a verb.
type answer struct {
	out, err string
	status   int
}

// Runs runs a verb with words piped into it, away from any terminal.
func (h *home) Runs(piped string, args ...string) answer {
	h.t.Helper()
	c := h.command(args...)
	var out, bad bytes.Buffer
	c.Stdin, c.Stdout, c.Stderr = strings.NewReader(piped), &out, &bad
	err := c.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		h.t.Fatal(err)
	}
	return answer{out: out.String(), err: bad.String(), status: c.ProcessState.ExitCode()}
}

// Keeps keeps a note by way of a pipe.
func (h *home) Keeps(note, name string, flags ...string) {
	h.t.Helper()
	if got := h.Runs(note, append([]string{"write", name}, flags...)...); got.status != 0 {
		h.t.Fatalf("write %q answers %d: %s", name, got.status, got.err)
	}
}

// Asks reads the JSON of a verb into to.
func (h *home) Asks(to any, args ...string) {
	h.t.Helper()
	got := h.Runs("", append(args, "--json")...)
	if got.status != 0 || got.err != "" {
		h.t.Fatalf("%v answers %d: %s", args, got.status, got.err)
	}
	if err := json.Unmarshal([]byte(got.out), to); err != nil {
		h.t.Fatalf("the JSON of %v: %v\n%s", args, err, got.out)
	}
}

// Files are all files there are, but those of the journal itself and its backups: what is left lying
// about.
func (h *home) Files() []string {
	h.t.Helper()
	var out []string
	backups := filepath.Join(filepath.Dir(h.Journal()), "backups", "journal-")
	must(h.t, filepath.WalkDir(h.dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !strings.HasPrefix(path, h.Journal()) && !strings.HasPrefix(path, backups) {
			out = append(out, path)
		}
		return err
	}))
	return out
}

// folders are all folders there are.
func (h *home) folders() []string {
	h.t.Helper()
	var out []string
	must(h.t, filepath.WalkDir(h.dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			out = append(out, path)
		}
		return err
	}))
	return out
}
