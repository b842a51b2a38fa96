//go:build unix

package e2e

import (
	"database/sql"
	"testing"
)

// TestKeeping keeps a note while the file is somebody else's for a moment, as a very long note takes
// one: it is said, the text can be moved in and the help read, and what is typed keeps its turn.
func TestKeeping(t *testing.T) {
	const waits = "Your words are being kept"
	begin := func(t *testing.T) (*home, *person, func()) {
		t.Helper()
		t.Parallel()
		h := newHome(t)
		h.Keeps("We began.\n", "Priya N.", "--role", "mentor")
		p := h.Opens()
		p.Press("n").Sees("Who did you talk with?").Press("enter").Sees("Priya N. · I mentor").
			Types("first line\nsecond line").Sees("second line", "draft kept")
		return h, p, h.holds()
	}
	keeps := func(t *testing.T, h *home) {
		t.Helper()
		var show showShape
		h.Asks(&show, "show", "Priya")
		if len(show.Sessions) != 2 || show.Sessions[0].Note != "first line\nsecond line" || len(h.Drafts()) != 0 {
			t.Errorf("%+v, drafts %q", show.Sessions, h.Drafts())
		}
	}
	t.Run("looking around", func(t *testing.T) {
		h, p, release := begin(t)
		p.Press("ctrl+s").Sees(waits)
		at := p.cursor()
		p.Press("up")
		if !eventually(func() bool { return p.cursor() != at }) {
			p.fail("the cursor does not move")
		}
		p.Types("\x1bOP").Sees("What can be done here").Press("down").Types("x").
			Press("esc").SeesNot("What can be done here").Sees("second line")
		p.Types("\x1bOP").Sees("What can be done here")
		release()
		p.Sees("Kept.", "FOLLOW UP").SeesNot("What can be done here", waits).Press("q").Ends().Well()
		keeps(t, h)
	})
	t.Run("leaving at once", func(t *testing.T) {
		for _, key := range []string{"esc", "ctrl+c", "q"} {
			t.Run(key, func(t *testing.T) {
				h, p, release := begin(t)
				p.Press("ctrl+s").Sees(waits).Press(key)
				release()
				if key == "esc" {
					p.Sees("FOLLOW UP").SeesNot(waits).Press("q")
				}
				p.Ends().Well()
				keeps(t, h)
			})
		}
	})
	t.Run("words typed meanwhile", func(t *testing.T) {
		h, p, release := begin(t)
		p.Press("ctrl+s").Sees(waits).Types("P")
		release()
		p.Sees("People").SeesNot(waits).Press("q").Ends().Well()
		keeps(t, h)
	})
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
