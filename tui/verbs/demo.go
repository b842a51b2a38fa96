package verbs

import (
	"context"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/journal/demo"
	"bothways/store"
	"bothways/tui/safe"
	"bothways/tui/wording"
)

// How much a made-up journal can tell. The last two years of it are told by hand.
const (
	minDemoYears    = 1
	usualDemoYears  = 2
	maxDemoYears    = 100
	maxDemoSessions = 100_000
	demoSeed        = 1
)

// demoing is what `demo` was asked for.
type demoing struct {
	years, sessions int
	seed            uint64
	to              string
}

func (a *app) demoVerb() *cobra.Command {
	var in demoing
	cmd := &cobra.Command{
		Use: "demo",
		Long: "Opens a made-up journal to look around in; nothing of it is kept and yours is\n" +
			"not touched. With --to it is written to a file instead. The same seed gives\nthe same words.",
		Example:           "bothways demo --years 10 --to made-up.db",
		Args:              noWords,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := in.check(cmd); err != nil {
				return err
			}
			// However it is ended, what was made is cleared away first. The screens see to
			// signals themselves, so only the making is stopped by them.
			making, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
			defer stop()
			if in.to != "" {
				return a.demoTo(making, in)
			}
			if err := a.needTerminal(cmd); err != nil {
				return err
			}
			return a.demoOnScreen(cmd.Context(), making, in)
		},
	}
	f := cmd.Flags()
	f.IntVar(&in.years, "years", usualDemoYears, "how many `YEARS` it tells of, 1 to 100")
	f.IntVar(&in.sessions, "sessions", 0, "how `MANY` conversations it has; 0 is about forty a year")
	f.Uint64Var(&in.seed, "seed", demoSeed, "another `NUMBER` tells older years otherwise")
	f.StringVar(&in.to, "to", "", "write it to `FILE`, which must not be there yet, and leave")
	a.completeFlags(cmd)
	return cmd
}

func (d demoing) check(cmd *cobra.Command) error {
	changed := cmd.Flags().Changed
	switch {
	case d.years < minDemoYears || d.years > maxDemoYears:
		return misused(cmd, "--years is between %d and %d.", minDemoYears, maxDemoYears)
	case d.sessions < 0 || d.sessions > maxDemoSessions:
		return misused(cmd, "--sessions is between 0 and %d.", maxDemoSessions)
	case changed("to") && d.to == "":
		return misused(cmd, "--to needs the name of a file.")
	case changed("journal"):
		return misused(cmd, "A made-up journal is never mixed with yours, so --journal has no use here; --to FILE says where to write one.")
	}
	return nil
}

// demoTo writes the made-up journal to a new file.
func (a *app) demoTo(ctx context.Context, in demoing) error {
	made, err := a.makeFile(ctx, in)
	if err != nil {
		return err
	}
	return a.line("Made a journal of %s in %s: %s, %s, %s and %s.", plural(in.years, "year"), safe.Line(in.to),
		wording.Counted(made.people, "person", "people"), plural(made.sessions, "conversation"),
		plural(made.actions, "action"), plural(made.reflections, "reflection"))
}

// demoOnScreen shows the made-up journal, which goes when it is left.
func (a *app) demoOnScreen(ctx, making context.Context, in demoing) error {
	s, leave, err := a.makeDemo(making, in)
	if err != nil {
		return err
	}
	err = a.startTUI(ctx, s, Start{Screen: ScreenToday, MadeUp: true})
	if left := leave(); err == nil {
		err = left
	}
	return err
}

// openDemo makes the usual made-up journal.
func (a *app) openDemo(ctx context.Context) (*store.Store, func() error, error) {
	return a.makeDemo(ctx, demoing{years: usualDemoYears, seed: demoSeed})
}

// makeDemo makes a journal in a folder of its own and opens it. The function it returns closes it
// and clears both away.
func (a *app) makeDemo(ctx context.Context, in demoing) (*store.Store, func() error, error) {
	folder, err := privateFolder()
	if err != nil {
		return nil, nil, err
	}
	path := filepath.Join(folder, "journal.db")
	if _, err := a.fill(ctx, path, in); err != nil {
		os.RemoveAll(folder)
		return nil, nil, err
	}
	s, err := store.Open(ctx, store.Options{Path: path, Now: a.now})
	if err != nil {
		os.RemoveAll(folder)
		return nil, nil, err
	}
	return s, func() error {
		defer os.RemoveAll(folder) // there is nobody left to tell if the system will not let it go
		return s.Close()
	}, nil
}

// privateFolder makes a folder for the moment that only this person can read.
func privateFolder() (string, error) {
	folder, err := os.MkdirTemp("", "bothways-") // made with mode 0700
	if err != nil {
		e := journal.Errorf(journal.CodeInternal, "No folder could be made among the temporary files; nothing was changed.")
		e.Cause = err
		return "", e
	}
	return folder, nil
}

// fill makes the journal at path.
func (a *app) fill(ctx context.Context, path string, in demoing) (filling, error) {
	made := filling{ctx: ctx}
	plan := demo.Plan{Seed: in.seed, Years: in.years, Sessions: in.sessions, Until: a.now()}
	err := a.withStore(ctx, path, func(s *store.Store) error {
		return s.Fill(ctx, func(f *store.Filler) error {
			made.to = f
			return demo.Write(plan, &made)
		})
	})
	if ctx.Err() != nil {
		err = journal.Errorf(journal.CodeInternal, "It was stopped before it was done, and nothing of it is left.")
	}
	return made, err
}

// filling passes a made-up journal on to a store and counts what goes by.
type filling struct {
	ctx                                    context.Context
	to                                     *store.Filler
	people, sessions, actions, reflections int
}

func (f *filling) Person(p journal.Person) error {
	f.people++
	return f.to.Person(p)
}

func (f *filling) Relationship(r journal.Relationship) error { return f.to.Relationship(r) }

func (f *filling) Conversation(c demo.Conversation) error {
	if err := f.ctx.Err(); err != nil {
		return err
	}
	f.sessions++
	f.actions += len(c.Actions)
	return f.to.Session(c.View(), nil, c.Shifts)
}

func (f *filling) Topic(t journal.Topic) error { return f.to.Topic(t) }

func (f *filling) Reflection(r journal.Reflection) error {
	f.reflections++
	return f.to.Reflection(r)
}

func (f *filling) Match(m journal.Match) error         { return f.to.Match(m) }
func (f *filling) Agreement(a journal.Agreement) error { return f.to.Agreement(a) }
func (f *filling) Goal(g journal.Goal) error           { return f.to.Goal(g) }
func (f *filling) Review(r journal.Review) error       { return f.to.Review(r) }
func (f *filling) Advice(a journal.Advice) error       { return f.to.Advice(a) }
