package tui

import (
	"context"
	"sync/atomic"
	"time"

	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/theme"
	"bothways/tui/wording"
)

// Env is what every screen is given: the journal, the clock and the look of things.
type Env struct {
	Ctx   context.Context
	Store *store.Store
	Now   func() time.Time // in the zone of the person
	Theme *theme.Theme

	// Veil hides names and what was told in confidence, in discreet mode. It is for Update and Render
	// only: what a command writes is never what the veil shows.
	Veil journal.Veil

	// spots are what can be pointed at on the page, while the mouse is listened to; nil while it is not.
	spots *spots

	// Week is the day weeks begin on.
	Week journal.Week

	// Period is the time the pictures were looked at last, "" before that.
	Period journal.PeriodName

	Measure int                 // the widest words are set, in cells; below 1 it is the usual
	Dates   wording.Dates       // how dates are written
	Still   bool                // nothing moves by itself more than it must
	Mouse   bool                // the mouse is on from the start
	Keys    map[string][]string // keys in place of the usual ones, by the ids of actions as config.ID has them
	Chosen  string              // the editor that goes before $VISUAL, "" for none

	Visual  string // $VISUAL
	Editor  string // $EDITOR
	Private string // a folder only this person can read, for a text lent to that editor
	MadeUp  bool   // the journal is the made-up one and nothing is kept

	// Lent is above zero while another editor has the terminal, and a moment longer: a key that
	// interrupts is meant for it.
	Lent *atomic.Int32

	// Widths is how the terminal measures characters, as far as it has told.
	Widths ansi.Method

	// Looked is what was looked for last since the program began, "" for nothing.
	Looked string

	// Watch says that the journal is asked now and then whether another window wrote to it.
	Watch bool

	// Second is how long a second of a countdown takes.
	Second time.Duration

	// DraftEvery is how long typed words may be out of the file.
	DraftEvery time.Duration

	// OpenDemo opens a made-up journal that is gone when it is closed; nil where that is not offered.
	OpenDemo func(context.Context) (*store.Store, func() error, error)
}

// Day is today.
func (e *Env) Day() journal.Date { return journal.DateOf(e.Now()) }
