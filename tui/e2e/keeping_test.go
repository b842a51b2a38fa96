//go:build unix

package e2e

import (
	"database/sql"
	"slices"
	"syscall"
	"testing"
)

// TestKeeping keeps a note while the file is somebody else's for a moment, as a very long note takes
// one: it is said, the help can be read, and what is typed goes on in the same text. Nothing runs
// beside it, for that moment has an end: the program gives up on a file that stays taken.
func TestKeeping(t *testing.T) {
	const (
		waits = "Your words are being kept"
		more  = "What you typed since is not kept yet"
		help  = "What can be done here"
	)
	begin := func(t *testing.T) (*home, *person, func()) {
		t.Helper()
		h := newHome(t)
		h.Keeps("We began.\n", "Priya N.", "--role", "mentor", "--at", "yesterday 9:30")
		p := h.Opens()
		p.Press("n").Sees("Who did you talk with?").Press("enter").Sees("Priya N. · I mentor").
			Types("first line\nsecond line").Sees("second line", "draft kept")
		return h, p, h.holds()
	}
	keeps := func(t *testing.T, h *home, note string, drafts ...string) {
		t.Helper()
		var show showShape
		h.Asks(&show, "show", "Priya")
		if len(show.Sessions) != 2 || show.Sessions[0].Note != note || !slices.Equal(h.Drafts(), drafts) {
			t.Errorf("%+v, drafts %q", show.Sessions, h.Drafts())
		}
	}
	const note = "first line\nsecond line"
	t.Run("looking around", func(t *testing.T) {
		h, p, release := begin(t)
		p.Press("ctrl+s").Sees(waits)
		at := p.cursor()
		p.Press("up")
		if !eventually(func() bool { return p.cursor() != at }) {
			p.fail("the cursor does not move")
		}
		p.Types("\x1bOP").Sees(help).Press("down", "esc").SeesNot(help).Sees("second line")
		p.Types("\x1bOP").Sees(help)
		release()
		p.Sees("Kept.", "FOLLOW UP").SeesNot(help, waits).Press("q").Ends().Well()
		keeps(t, h, note)
	})
	t.Run("leaving at once", func(t *testing.T) {
		for _, key := range []string{"esc", "ctrl+c"} {
			t.Run(key, func(t *testing.T) {
				h, p, release := begin(t)
				p.Press("ctrl+s").Sees(waits).Press(key)
				release()
				if key == "esc" {
					p.Sees("FOLLOW UP").SeesNot(waits).Press("q")
				}
				p.Ends().Well()
				keeps(t, h, note)
			})
		}
	})
	t.Run("words typed meanwhile", func(t *testing.T) {
		h, p, release := begin(t)
		p.Press("ctrl+s").Types("ud").Sees(waits, "second lineud").Pastes(" and more").Sees("second lineud and more")
		release()
		p.Sees(more, "editing a kept note").SeesNot(waits)
		h.HoldsDraft(note + "ud and more")
		keeps(t, h, note, note+"ud and more")
		p.Types("!").Press("ctrl+s").Sees("Kept.", "FOLLOW UP").Press("q").Ends().Well()
		keeps(t, h, note+"ud and more!")
	})
	t.Run("words typed over the help", func(t *testing.T) {
		h, p, release := begin(t)
		p.Press("ctrl+s").Sees(waits).Types("\x1bOP").Sees(help).Types("ud").SeesNot(help).Sees("second lineud")
		release()
		p.Sees(more).Press("esc").Sees("FOLLOW UP").Press("q").Ends().Well()
		keeps(t, h, note, note+"ud")
	})
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP} {
		t.Run("words typed meanwhile, and "+sig.String(), func(t *testing.T) {
			h, p, release := begin(t)
			p.Press("ctrl+s").Sees(waits).Types("ud").Sees("second lineud").Signals(sig)
			release()
			p.Ends()
			keeps(t, h, note, note+"ud")
			h.Opens().Sees("NOT KEPT YET").Press("enter").Sees("editing a kept note", "second lineud").
				Press("ctrl+s").Sees("Kept.").Press("q").Ends().Well()
			keeps(t, h, note+"ud")
		})
	}
}

// holds keeps everybody else from writing to the journal until release is called.
func (h *home) holds() (release func()) {
	h.t.Helper()
	db, err := sql.Open("sqlite", "file:"+h.Journal()+"?_txlock=immediate&_pragma=busy_timeout(5000)")
	must(h.t, err)
	db.SetMaxOpenConns(1)
	tx, err := db.Begin()
	must(h.t, err)
	return func() {
		h.t.Helper()
		must(h.t, tx.Rollback())
		must(h.t, db.Close())
	}
}

// cursor is where the cursor stands in the window.
func (p *person) cursor() [2]int {
	at := p.screen.CursorPosition()
	return [2]int{at.X, at.Y}
}
