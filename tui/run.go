package tui

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/config"
	"bothways/tui/fault"
	"bothways/tui/theme"
)

// Options are what the program is started with.
type Options struct {
	Store   *store.Store
	Now     func() time.Time
	Visual  string // $VISUAL
	Editor  string // $EDITOR
	Colours string // $COLORFGBG, for a terminal that does not answer what its background is
	Private string // a folder only this person can read
	MadeUp  bool   // the journal is a made-up one that is gone afterwards

	Discreet bool // begin in discreet mode, however the journal was left

	OpenDemo func(context.Context) (*store.Store, func() error, error)

	Config config.Config // what the person chose
	Says   string        // what is wrong in that, as the first news; "" for nothing

	// Start is what to open on; the zero value is the first page.
	Start Start
}

// Start is the page to begin with.
type Start struct {
	Write          bool
	RelationshipID int64 // write about this one
	Name           string
	Role           journal.Role
	At             time.Time
	Minutes        int
	Medium         journal.Medium

	Reflect  bool   // the sets of questions, or with SetID or Free:
	SetID    string // that set, where it was left
	PromptID string // that question of the set
	PersonID int64  // whom the answer is about, 0 for nobody
	Free     bool   // free words
}

// draftEvery is how long typed words may be out of the file: with the time a save takes this stays
// below a third of a second, also in the middle of a long run of typing.
const draftEvery = 250 * time.Millisecond

// framesPerSecond is how often the terminal library looks for something to draw. It does so also
// when nothing happens: at its default of 60 that alone is more than a hundredth of a core.
const framesPerSecond = 30

// flushWithin is how long the last save may take when the program is told to end.
const flushWithin = 5 * time.Second

// Run shows the journal until it is left. Whatever ends the program, a key, a signal or a fault,
// the words being typed are in the file before it returns and the terminal is as it was.
func Run(ctx context.Context, o Options) error { return newShow(ctx, o).run(ctx) }

// show is the program and what it shows.
type show struct {
	root    *Root
	guard   *guard
	program *tea.Program
	journal string // the path of the journal that is kept, "" for a made-up one
}

func newShow(ctx context.Context, o Options, more ...tea.ProgramOption) show {
	look := theme.Look{Chosen: o.Config.Theme, Dark: theme.Dark(o.Colours)}
	root := NewRoot(&Env{
		Ctx: ctx, Store: o.Store, Now: o.Now, Theme: look.Theme(),
		Visual: o.Visual, Editor: o.Editor, Private: o.Private, MadeUp: o.MadeUp, OpenDemo: o.OpenDemo,
		DraftEvery: draftEvery, Second: time.Second, Watch: true, Lent: new(atomic.Int32),
		Measure: o.Config.Measure, Week: o.Config.Week, Dates: o.Config.Dates, Still: o.Config.Still,
		Keys: o.Config.Keys, Chosen: o.Config.Editor,
	})
	root.colours = look
	if o.Says != "" {
		root.news = sayMsg{text: o.Says, bad: true}
	}
	veil, err := readVeil(ctx, o.Store, o.Discreet)
	if err != nil {
		veil = journal.NewVeil(nil) // rather too much hidden than too little; what is wrong shows on the first page
	}
	root.env.Veil = veil
	mouse, err := o.Store.Setting(ctx, store.SettingMouse)
	root.listen(err == nil && mouse == "on" || mouse == "" && o.Config.Mouse) // what was done with the key counts
	root.first(o.Config.First, o.Start)
	options := append([]tea.ProgramOption{tea.WithContext(ctx), tea.WithoutSignalHandler(), tea.WithFPS(framesPerSecond), tea.WithFilter(wheelFilter(time.Now))}, more...)
	s := show{root: root, guard: &guard{root: root}}
	s.program = tea.NewProgram(s.guard, options...)
	s.guard.stop = s.program.Quit
	if !o.MadeUp {
		s.journal = o.Store.Path()
	}
	return s
}

func (s show) run(ctx context.Context) error {
	stop := endOnSignal(s.program, s.root.env.Lent, s.guard.note)
	_, runErr := s.program.Run()
	stop()

	flushCtx, cancel := context.WithTimeout(context.WithoutCancel(ctx), flushWithin)
	defer cancel()
	err := s.guard.keep(func() error { return s.root.Flush(flushCtx) })
	if closed := fault.Try(s.root.close); err == nil {
		err = closed
	}
	if err = s.guard.ended(err, s.journal); err != nil {
		return err
	}
	return ended(runErr)
}

// asked reports whether an end was wanted: by a key, or by a signal that had to insist.
func asked(err error) bool {
	return errors.Is(err, tea.ErrInterrupted) || errors.Is(err, tea.ErrProgramKilled) && !errors.Is(err, tea.ErrProgramPanic)
}

// ended is what a person is told of how the program ended; nothing where they ended it.
func ended(err error) error {
	if err == nil || asked(err) {
		return nil
	}
	e := journal.Errorf(journal.CodeInternal, "The program had to stop; everything typed up to then is kept and waits on the first page.")
	e.Cause = err
	return e
}

// endOnSignal ends the program in good order when it is asked to go or its terminal is closed.
// The terminal library would leave a hang-up to the default, which loses what was typed last.
func endOnSignal(p *tea.Program, lent *atomic.Int32, note func(*fault.Fault)) (stop func()) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	done := make(chan struct{})
	fault.Go(func() {
		for {
			select {
			case sig := <-c:
				if sig == os.Interrupt && lent.Load() > 0 {
					continue // typed into the other editor, and meant for it
				}
			case <-done:
				return
			}
			fault.Go(p.Quit, note)
			for {
				select {
				case <-done:
					return
				case <-time.After(700 * time.Millisecond):
				}
				if lent.Load() == 0 { // else the other editor is to end first; the terminal is given back after it
					p.Kill() // stuck on a terminal that is gone
					break
				}
			}
		}
	}, note)
	return func() {
		signal.Stop(c)
		close(done)
	}
}
