package tui

import (
	"context"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"bothways/store"
	"bothways/tui/theme"
)

// desk is the program without a terminal: commands run at once and in order, and time stands
// where the test puts it.
type desk struct {
	t    testing.TB
	root *Root
	now  time.Time

	still bool // nothing that no key waits for is done
}

// london is the zone the tests are written in.
func london(t testing.TB) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

// newDesk opens an empty journal on Saturday 21 November 2026, half past two, in a window of 80 by 24.
func newDesk(t testing.TB) *desk {
	t.Helper()
	d := &desk{t: t, now: time.Date(2026, 11, 21, 14, 30, 0, 0, london(t))}
	st, err := store.Open(context.Background(), store.Options{Path: filepath.Join(t.TempDir(), "journal.db"), Now: d.clock})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	d.root = NewRoot(&Env{Ctx: context.Background(), Store: st, Now: d.clock, Theme: theme.New(true), Private: t.TempDir(), Lent: new(atomic.Int32)})
	d.size(80, 24)
	d.settle(d.root.Init())
	return d
}

func (d *desk) clock() time.Time    { return d.now }
func (d *desk) store() *store.Store { return d.root.env.Store }

// open puts a page on top.
func (d *desk) open(s Screen) { d.settle(push(s)) }

func (d *desk) size(w, h int) { d.send(tea.WindowSizeMsg{Width: w, Height: h}) }

func (d *desk) send(m tea.Msg) {
	_, cmd := d.root.Update(m)
	d.settle(cmd)
}

// settle runs a command and everything it leads to. Timers fire at once.
func (d *desk) settle(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch m := cmd().(type) {
	case nil, tea.QuitMsg:
	case asideMsg:
		if !d.still {
			d.send(m)
		}
	case tea.BatchMsg:
		for _, c := range m {
			d.settle(c)
		}
	default:
		d.send(m)
	}
}

// keys are pressed one after the other: names as the terminal library has them.
func (d *desk) keys(names ...string) {
	for _, n := range names {
		d.send(keyPress(n))
	}
}

// types presses one key for each character.
func (d *desk) types(text string) {
	for _, r := range text {
		if r == '\n' {
			d.send(tea.KeyPressMsg{Code: tea.KeyEnter})
			continue
		}
		d.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

// screen is what a person reads.
func (d *desk) screen() string { return ansi.Strip(d.root.View().Content) }

// sees fails unless every text is on the screen.
func (d *desk) sees(texts ...string) {
	d.t.Helper()
	got := d.screen()
	for _, s := range texts {
		if !strings.Contains(got, s) {
			d.t.Fatalf("%q is not on the screen:\n%s", s, got)
		}
	}
}

// seesNot fails if any of the texts is on the screen.
func (d *desk) seesNot(texts ...string) {
	d.t.Helper()
	got := d.screen()
	for _, s := range texts {
		if strings.Contains(got, s) {
			d.t.Fatalf("%q is on the screen:\n%s", s, got)
		}
	}
}

// goldens compares the screen at the three sizes with what is kept beside the tests.
func (d *desk) goldens() {
	d.t.Helper()
	t, ok := d.t.(*testing.T)
	if !ok {
		d.t.Fatal("goldens need a test")
	}
	for _, size := range []struct {
		name string
		w, h int
	}{{"60x20", 60, 20}, {"80x24", 80, 24}, {"120x40", 120, 40}} {
		t.Run(size.name, func(t *testing.T) {
			d.size(size.w, size.h)
			golden.RequireEqual(t, []byte(rightTrimmed(d.screen())))
		})
	}
}

// rightTrimmed is a screen without the spaces at the ends of its rows, which nobody sees.
func rightTrimmed(s string) string {
	rows := strings.Split(s, "\n")
	for i, r := range rows {
		rows[i] = strings.TrimRight(r, " ")
	}
	return strings.Join(rows, "\n") + "\n"
}
