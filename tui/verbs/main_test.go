package verbs_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/verbs"
)

// bench is a command line at a terminal, on a journal of its own.
type bench struct {
	t       *testing.T
	folder  string
	env     verbs.Env
	out     bytes.Buffer
	errs    bytes.Buffer
	started []verbs.Start
	paths   []string // of the journals the screens were started on
}

func newBench(t *testing.T) *bench {
	b := &bench{t: t, folder: t.TempDir()}
	now := time.Date(2026, 11, 21, 14, 30, 0, 0, time.UTC)
	b.env = verbs.Env{
		Stdin: strings.NewReader(""), Stdout: &b.out, Stderr: &b.errs, StdinTerminal: true, StdoutTerminal: true,
		Getenv: func(string) string { return "" },
		Home:   func() (string, error) { return b.folder, nil },
		GOOS:   "linux",
		Now:    func() time.Time { return now },
		StartTUI: func(_ context.Context, s *store.Store, start verbs.Start) error {
			b.started = append(b.started, start)
			b.paths = append(b.paths, s.Path())
			return nil
		},
	}
	return b
}

// run runs the command line and fails the test where it ends with another status.
func (b *bench) run(status int, args ...string) {
	b.t.Helper()
	b.out.Reset()
	b.errs.Reset()
	if got := verbs.Main(b.t.Context(), b.env, args); got != status {
		b.t.Fatalf("bothways %q ended with %d, want %d\n%s%s", args, got, status, b.out.String(), b.errs.String())
	}
}

// keep keeps a note as if it were piped in.
func (b *bench) keep(text string, args ...string) {
	b.t.Helper()
	b.env.Stdin, b.env.StdinTerminal = strings.NewReader(text), false
	b.run(0, append([]string{"write"}, args...)...)
	b.env.Stdin, b.env.StdinTerminal = strings.NewReader(""), true
}

// start is the one start of the screens since the last one asked for.
func (b *bench) start() verbs.Start {
	b.t.Helper()
	if len(b.started) != 1 {
		b.t.Fatalf("the screens were started %d times\n%s", len(b.started), b.errs.String())
	}
	s := b.started[0]
	b.started = nil
	if s.Now == nil || s.Now().Format(time.DateOnly) != "2026-11-21" {
		b.t.Error("the screens were given no clock")
	}
	if (s.OpenDemo == nil) != s.MadeUp {
		b.t.Error("the made-up journal opens from one's own, and only from there")
	}
	return s
}

func TestScreens(t *testing.T) {
	b := newBench(t)
	b.run(0)
	if got := b.start(); got.Screen != verbs.ScreenToday || got.MadeUp {
		t.Errorf("got %+v", got)
	}
	b.keep("We talked.", "Sam T.", "--role", "mentee", "--at", "2026-11-09 17:00")
	b.keep("We talked.", "Ines K.", "--role", "mutual", "--at", "2026-11-10 17:00")

	b.run(0, "write")
	if got := b.start(); got.Screen != verbs.ScreenWrite || got.Name != "" || got.Role != "" {
		t.Errorf("write: %+v", got)
	}
	b.run(0, "write", "sam")
	if got := b.start(); got.Person == 0 || got.Relationship == 0 || got.Name != "Sam T." || got.Role != journal.RoleMentee {
		t.Errorf("write sam: %+v", got)
	}
	b.run(0, "write", "ines", "--role", "mentor")
	if got := b.start(); got.Relationship == 0 || got.Role != journal.RoleMentor {
		t.Errorf("write ines --role mentor: %+v", got)
	}
	b.run(0, "write", "sam", "--role", "mentor")
	if got := b.start(); got.Person == 0 || got.Relationship != 0 || got.Role != journal.RoleMentor {
		t.Errorf("write sam --role mentor: %+v", got)
	}
	b.run(0, "write", "Zoë", " Ng ", "--at", "yesterday 14:00", "--minutes", "30", "--medium", "phone")
	got := b.start()
	at := time.Date(2026, 11, 20, 14, 0, 0, 0, time.UTC)
	if got.Person != 0 || got.Name != "Zoë Ng" || got.Role != "" || !got.At.Equal(at) || got.Minutes != 30 || got.Medium != journal.MediumCall {
		t.Errorf("write Zoë Ng: %+v", got)
	}
	b.run(2, "write", "sam", "--json")
	b.env.StdoutTerminal = false
	b.run(2, "write", "sam")
	b.run(2)
	if len(b.started) > 0 {
		t.Error("the screens were started without a terminal")
	}
}

func TestScreensOfReflecting(t *testing.T) {
	b := newBench(t)
	b.run(1, "reflect", "no such words at all")
	b.run(1, "reflect", "meaning", "--about", "Sam")
	b.left() // a mistake makes no journal
	for _, c := range []struct {
		name             string
		args             []string
		set, prompt, who string
		free             bool
	}{
		{"the sets", []string{}, "", "", "", false},
		{"a set", []string{"thirty"}, "thirty-seconds", "", "", false},
		{"a set by its title in several words", []string{"Thirty", "seconds"}, "thirty-seconds", "", "", false},
		{"a question", []string{"meaning/sentence"}, "meaning", "meaning/sentence", "", false},
		{"a question by its short name", []string{"in-your-words"}, "meaning", "meaning/in-your-words", "", false},
		{"about somebody", []string{"meaning/sentence", "--about", "sam"}, "meaning", "meaning/sentence", "Sam T.", false},
		{"free words", []string{"--free"}, "", "", "", true},
		{"free words about somebody", []string{"--free", "--about", "sam"}, "", "", "Sam T.", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			b.t = t
			if c.who != "" {
				b.keep("We talked.", c.who, "--role", "mentee")
			}
			b.run(0, append([]string{"reflect"}, c.args...)...)
			got := b.start()
			if got.Screen != verbs.ScreenReflect || got.SetID != c.set || got.PromptID != c.prompt || got.Free != c.free ||
				got.Name != c.who || (got.Person != 0) != (c.who != "") {
				t.Errorf("got %+v", got)
			}
		})
	}
	b.t = t
	b.run(1, "reflect", "meaning/sentence", "--about", "Nobody")
	if got := b.errs.String(); !strings.Contains(got, "a reflection makes nobody new") {
		t.Errorf("said %q", got)
	}
	for _, args := range [][]string{{"--about", "sam"}, {"meaning", "--at", "yesterday"}, {"meaning", "--minutes", "3"}, {"meaning", "--json"}, {"--add", "-"}} {
		b.run(2, append([]string{"reflect"}, args...)...)
	}
	b.env.StdoutTerminal = false
	b.run(2, "reflect")
	b.run(2, "reflect", "meaning")
	if len(b.started) > 0 {
		t.Error("the screens were started all the same")
	}
}

func TestScreensOfDemo(t *testing.T) {
	b := newBench(t)
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp) // where systems other than Windows make temporary files
	start := b.env.StartTUI
	b.env.StartTUI = func(ctx context.Context, s *store.Store, at verbs.Start) error {
		info, err := os.Stat(filepath.Dir(s.Path()))
		if err != nil || info.Mode().Perm() != 0o700 {
			t.Errorf("its folder: %v, %v", info, err)
		}
		return start(ctx, s, at)
	}
	b.run(0, "demo")
	if got := b.start(); got.Screen != verbs.ScreenToday || !got.MadeUp {
		t.Errorf("got %+v", got)
	}
	b.env.StartTUI = func(context.Context, *store.Store, verbs.Start) error { return errors.New("ended by a signal") }
	b.run(1, "demo")
	for _, path := range b.paths {
		if _, err := os.Stat(filepath.Dir(path)); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s was left behind: %v", path, err)
		}
	}
	if left, err := os.ReadDir(temp); len(left) > 0 || err != nil {
		t.Errorf("left behind: %v, %v", left, err)
	}
	if _, err := os.Stat(filepath.Join(b.folder, ".local")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a journal of one's own was made: %v", err)
	}
}

func TestDemoToAFile(t *testing.T) {
	t.Run("one that somebody makes meanwhile stays", func(t *testing.T) {
		b := newBench(t)
		to := filepath.Join(b.folder, "made.db")
		real := b.env.Now
		b.env.Now = func() time.Time { // first asked after the name was seen to be free
			f, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
			if err == nil {
				_, err = f.WriteString("somebody else's")
				err = errors.Join(err, f.Close())
			}
			if err != nil && !errors.Is(err, os.ErrExist) {
				t.Error(err)
			}
			return real()
		}
		b.run(1, "demo", "--to", to)
		if said := b.errs.String(); !strings.Contains(said, "There is something at "+to+" already, and it was left as it is") {
			t.Errorf("said %q", said)
		}
		if got, err := os.ReadFile(to); string(got) != "somebody else's" {
			t.Errorf("it holds %q, %v", got, err)
		}
		b.left("made.db")
	})
	t.Run("nothing is left of one that was stopped", func(t *testing.T) {
		b := newBench(t)
		ctx, stop := context.WithCancel(t.Context())
		real := b.env.Now
		b.env.Now = func() time.Time {
			stop()
			return real()
		}
		if got := verbs.Main(ctx, b.env, []string{"demo", "--to", filepath.Join(b.folder, "made.db")}); got != 1 {
			t.Errorf("ended with %d", got)
		}
		if said := b.errs.String(); !strings.Contains(said, "nothing of it is left") {
			t.Errorf("said %q", said)
		}
		b.left()
	})
	t.Run("made for one person's eyes, and alone", func(t *testing.T) {
		b := newBench(t)
		to := filepath.Join(b.folder, "made.db")
		b.run(0, "demo", "--to", to)
		if info, err := os.Stat(to); err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("got %v, %v", info, err)
		}
		b.left("made.db")
	})
}

// left fails the test where the bench's folder holds anything else than names.
func (b *bench) left(names ...string) {
	b.t.Helper()
	entries, err := os.ReadDir(b.folder)
	if err != nil {
		b.t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if !slices.Equal(got, names) {
		b.t.Errorf("the folder holds %q, want %q", got, names)
	}
}

func TestLentTexts(t *testing.T) {
	b := newBench(t)
	for _, c := range []struct {
		name  string
		leave bool // something in the folder
	}{{"taken back", false}, {"not taken back", true}} {
		t.Run(c.name, func(t *testing.T) {
			b.t = t
			var private string
			b.env.StartTUI = func(_ context.Context, _ *store.Store, start verbs.Start) error {
				private = start.Private
				if err := os.Mkdir(private, 0o700); err != nil || !c.leave {
					return err
				}
				return os.WriteFile(filepath.Join(private, "note.md"), []byte("words"), 0o600)
			}
			b.run(0)
			if _, err := os.Stat(private); (err == nil) != c.leave {
				t.Errorf("its folder afterwards: %v", err)
			}
		})
	}
}

func TestHelpFitsAScreen(t *testing.T) {
	b := newBench(t)
	for _, args := range [][]string{
		{}, {"write"}, {"prepare"}, {"people"}, {"show"}, {"actions"}, {"actions", "add"}, {"actions", "done"},
		{"actions", "drop"}, {"actions", "reopen"}, {"search"}, {"reflect"}, {"library"}, {"demo"}, {"completion"},
		{"backup"}, {"restore"}, {"check"}, {"config"},
	} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			b.t = t
			b.run(0, append(args, "--help")...)
			lines := strings.Split(strings.TrimSuffix(b.out.String(), "\n"), "\n")
			if len(lines) > 23 { // of 24, and the prompt after it
				t.Errorf("%d lines", len(lines))
			}
			for _, l := range lines {
				if len([]rune(l)) > 80 {
					t.Errorf("wide: %q", l)
				}
			}
			if !strings.Contains(b.out.String(), "example") {
				t.Error("no example")
			}
		})
	}
}

// failing is an output that takes some bytes and then fails.
type failing struct {
	room int
	err  error
}

func (f *failing) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, f.err
	}
	return len(p), nil
}

func TestOutput(t *testing.T) {
	b := newBench(t)
	b.keep(strings.Repeat("Many words.\n", 10_000), "Sam", "--role", "mentor")
	for _, c := range []struct {
		name   string
		err    error
		status int
	}{
		{"a reader that left", &os.PathError{Op: "write", Path: "|1", Err: syscall.EPIPE}, 0},
		{"a closed pipe", io.ErrClosedPipe, 0},
		{"ErrFull", &os.PathError{Op: "write", Path: "out", Err: syscall.ENOSPC}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			b.t = t
			for _, args := range [][]string{{"show", "Sam"}, {"show", "Sam", "--json"}, {"people"}, {"people", "--json"},
				{"reflect", "--list"}, {"reflect", "--list", "--json"}, {"library"}, {"library", "--json"}, {"--help"}} {
				b.env.Stdout = &failing{room: 10, err: c.err}
				b.run(c.status, args...)
				if said := b.errs.String(); (said == "") != (c.status == 0) {
					t.Errorf("%q said %q", args, said)
				}
			}
		})
	}
}

func TestStoppedReader(t *testing.T) {
	b := newBench(t)
	b.env.StdinTerminal = false
	b.env.Stdin = io.MultiReader(strings.NewReader("half a "), readError{})
	b.run(1, "write", "Sam", "--role", "mentor")
	if !strings.Contains(b.errs.String(), "could not be read; nothing was kept") {
		t.Errorf("said %q", b.errs.String())
	}
}

type readError struct{}

func (readError) Read([]byte) (int, error) { return 0, errors.New("unplugged") }
