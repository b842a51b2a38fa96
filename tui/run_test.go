package tui

import (
	"context"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/fault"
)

// TestRunPanics ends the program by a fault of its own in the middle of a note: the words are in
// the file afterwards, and the terminal is given back.
func TestRunPanics(t *testing.T) {
	for _, c := range []struct {
		name  string
		fault func(*Root) tea.Msg
	}{
		{"in an update", func(r *Root) tea.Msg { return pushMsg{} }},
		{"in a command", func(*Root) tea.Msg { return asideMsg{failing} }},
		{"in one of several commands", func(*Root) tea.Msg { return asideMsg{tea.Batch(tea.Batch(failing, doing), doing)} }},
		{"in a command of a turn", func(*Root) tea.Msg { return settled{rest: []tea.Cmd{doing, failing}} }},
		{"in a drawing", func(*Root) tea.Msg { return overlayMsg{&unwell{}} }},
		{"in a goroutine", func(*Root) tea.Msg { return nil }},
		{"after another editor", func(*Root) tea.Msg { return faultMsg{caught(fault.Try(func() error { failing(); return nil }))} }},
	} {
		t.Run(c.name, func(t *testing.T) {
			ctx := context.Background()
			now := func() time.Time { return time.Date(2026, 11, 21, 14, 30, 0, 0, time.UTC) }
			st, err := store.Open(ctx, store.Options{Path: filepath.Join(t.TempDir(), "journal.db"), Now: now})
			if err != nil {
				t.Fatal(err)
			}
			defer func() {
				if err := st.Close(); err != nil {
					t.Error(err)
				}
			}()
			keys, typed := io.Pipe()
			drawn, out := io.Pipe()
			s := newShow(ctx, Options{Store: st, Now: now, Start: Start{Write: true, Name: "Priya", Role: journal.RoleMentor}},
				tea.WithInput(keys), tea.WithOutput(out), tea.WithWindowSize(80, 24), tea.WithEnvironment([]string{"TERM=xterm-256color"}))
			s.root.env.DraftEvery = time.Hour // nothing but the end keeps the words
			last := make(chan string, 1)
			go func() {
				go func() { // beside the reading: what is drawn meanwhile waits for somebody to take it in
					for _, k := range "half a thought" {
						s.program.Send(tea.KeyPressMsg{Code: k, Text: string(k)})
					}
				}()
				last <- readAll(drawn, "half a thought", func() {
					if msg := c.fault(s.root); msg != nil {
						s.program.Send(msg)
					} else {
						fault.Go(func() { failing() }, s.guard.note)
					}
				})
			}()
			err = s.run(ctx)
			for _, end := range []io.Closer{typed, out} {
				if closed := end.Close(); closed != nil {
					t.Error(closed)
				}
			}
			if journal.ErrorCode(err) != journal.CodeInternal || !strings.Contains(journal.ErrorMessage(err), "everything typed up to then is kept") {
				t.Errorf("it ended with %v", err)
			}
			if errors.Is(err, tea.ErrProgramPanic) {
				t.Error("the terminal library saw it, and prints what it was about")
			}
			reported(t, st.Path(), err)
			drafts, err := st.Drafts(ctx, 5)
			if err != nil || len(drafts) != 1 || drafts[0].Text != "half a thought" {
				t.Errorf("drafts %+v %v", drafts, err)
			}
			if !strings.Contains(<-last, "\x1b[?1049l") {
				t.Error("the terminal was not given back")
			}
		})
	}
}

// TestRunPanicsTwice fails again where the words are asked for: they are in a file.
func TestRunPanicsTwice(t *testing.T) {
	d := newDesk(t)
	d.open(NewWrite(d.root.env, WriteStart{Name: "Priya", Role: journal.RoleMentor}))
	d.broken() // so that they are still owed
	d.types("half a thought")
	g := &guard{root: d.root, stop: func() {}}
	err := g.ended(g.keep(func() error { panic("half a thought") }), d.store().Path())
	if m := journal.ErrorMessage(err); strings.Contains(m, "waits on the first page") || !strings.Contains(m, "What you typed is in "+d.root.env.Private) {
		t.Errorf("it says %s", m)
	}
	reported(t, d.store().Path(), err)
	files, err := filepath.Glob(filepath.Join(d.root.env.Private, "note-*", noteFile))
	if err != nil || len(files) != 1 {
		t.Fatalf("there are %v, %v", files, err)
	}
	if b, err := os.ReadFile(files[0]); err != nil || string(b) != "half a thought" {
		t.Errorf("the file has %q, %v", b, err)
	}
}

func doing() tea.Msg { return nil }

// failing panics with words of the journal.
func failing() tea.Msg { panic(struct{ words string }{"half a thought of Priya"}) }

func caught(err error) *fault.Fault {
	var f *fault.Fault
	errors.As(err, &f)
	return f
}

// unwell is an overlay that cannot be drawn.
type unwell struct{}

func (*unwell) Title() string                         { return "" }
func (*unwell) Update(tea.Msg) (bool, tea.Cmd)        { return false, nil }
func (*unwell) Render(int, int) (string, *tea.Cursor) { failing(); return "", nil }
func (*unwell) Hint() string                          { return "" }

// reported looks for the one report beside a journal: err names it, nobody else may read it, and it
// has no word of the journal.
func reported(t *testing.T, path string, err error) {
	t.Helper()
	files, bad := filepath.Glob(path + ".report-*.txt")
	if bad != nil || len(files) != 1 {
		t.Fatalf("the reports are %v, %v", files, bad)
	}
	info, bad := os.Stat(files[0])
	if bad != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the report: %v %v", info.Mode(), bad)
	}
	b, bad := os.ReadFile(files[0])
	if bad != nil {
		t.Fatal(bad)
	}
	if !strings.Contains(journal.ErrorMessage(err), files[0]) {
		t.Errorf("%s does not name %s", journal.ErrorMessage(err), files[0])
	}
	for _, word := range []string{"half", "thought", "Priya"} {
		if strings.Contains(string(b)+err.Error(), word) {
			t.Errorf("%q is in the report or the error: %v\n%s", word, err, b)
		}
	}
	if !strings.Contains(string(b), "page: *tui.WriteScreen\n") || !strings.Contains(string(b), "bothways/tui.") {
		t.Errorf("it does not say where:\n%s", b)
	}
}

// TestGoroutines reads the program's source: every goroutine of its own is under guard.
func TestGoroutines(t *testing.T) {
	read := 0
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && (d.Name() == "testdata" || d.Name() == "fault") {
			if err == nil {
				err = fs.SkipDir
			}
			return err
		}
		if d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		read++
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt:
				t.Errorf("%s: a goroutine that fault.Go did not start", files.Position(n.Pos()))
			case *ast.SelectorExpr:
				if x, ok := n.X.(*ast.Ident); ok && x.Name == "time" && n.Sel.Name == "AfterFunc" {
					t.Errorf("%s: a goroutine that fault.After did not start", files.Position(n.Pos()))
				}
			}
			return true
		})
		return nil
	})
	if err != nil || read < 100 {
		t.Errorf("%d files were read, %v", read, err)
	}
}

// readAll reads r to its end, and calls then once text has come.
func readAll(r io.Reader, text string, then func()) string {
	var all strings.Builder
	buf := make([]byte, 4096)
	for seen := false; ; {
		n, err := r.Read(buf)
		all.Write(buf[:n])
		if !seen && strings.Contains(all.String(), text) {
			seen = true
			go then()
		}
		if err != nil {
			return all.String()
		}
	}
}
