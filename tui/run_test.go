package tui

import (
	"context"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
)

// TestRunPanics ends the program by a fault of its own in the middle of a note: the words are in
// the file afterwards, and the terminal is given back.
func TestRunPanics(t *testing.T) {
	for _, c := range []struct {
		name  string
		fault func(*Root) tea.Msg
	}{
		{"in an update", func(r *Root) tea.Msg { return pushMsg{} }},
		{"in a command", func(*Root) tea.Msg { return asideMsg{func() tea.Msg { panic("a fault") }} }},
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
				for _, k := range "half a thought" {
					s.program.Send(tea.KeyPressMsg{Code: k, Text: string(k)})
				}
				last <- readAll(drawn, "half a thought", func() { s.program.Send(c.fault(s.root)) })
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
