package verbs

import (
	"bufio"
	"context"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/config"
	"bothways/tui/fault"
)

// app is one run of the command line.
type app struct {
	env Env
	now func() time.Time
	out *bufio.Writer // Stdout; flushed at the end

	width int // columns of the rows a person reads at out, 0 for one row for each paragraph

	journalFlag string
	json        bool
	discreet    discretion

	pipe pipe // what is piped in to be kept

	config config.Config
	faults []error // in the config file, that are still to be said
}

// Main runs the verb named in args, which are the words after the program's name, and returns the
// exit status: 0, 1 for a failure and 2 for wrong usage.
func Main(ctx context.Context, env Env, args []string) int {
	a := &app{env: env, out: bufio.NewWriterSize(env.Stdout, 32<<10), width: env.rowWidth(env.Stdout)}
	now, err := clock(env.Now, env.Getenv(envNow))
	if err != nil {
		a.report(err)
		return exitUsage
	}
	a.now = now
	// Without this a reader that leaves early ends the program before the journal is closed.
	broken := make(chan os.Signal, 1)
	signal.Notify(broken, syscall.SIGPIPE)
	defer signal.Stop(broken)

	root := a.root()
	if len(args) > 0 && args[0] == cobra.ShellCompRequestCmd {
		bare(root)
	}
	a.readDiscretion(args)
	root.SetArgs(append([]string{}, args...)) // never nil, which would mean the process's own
	err = a.wordsAside(ctx, a.faulted(fault.Try(func() error { return root.ExecuteContext(ctx) })))
	if flushed := a.out.Flush(); err == nil && flushed != nil {
		err = unwritable(flushed)
	}
	a.sayFaults()
	return a.report(err)
}

// unwritable is a failure to write the answer, in words.
func unwritable(err error) error {
	if readerLeft(err) {
		return err
	}
	e := journal.Errorf(journal.CodeInternal, "The answer could not be written out in full; the journal is not harmed.")
	e.Cause = err
	return e
}

func (a *app) root() *cobra.Command {
	// Started by a double click on Windows this is the full-screen journal, not a mistake.
	cobra.MousetrapHelpText = ""
	root := &cobra.Command{
		Use:           "bothways",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          a.noSuchVerb,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := a.needTerminal(cmd); err != nil {
				return err
			}
			return a.withJournal(cmd.Context(), func(s *store.Store) error {
				return a.startTUI(cmd.Context(), s, Start{Screen: ScreenToday})
			})
		},
	}
	root.SetOut(a.out)
	root.SetErr(a.env.Stderr)
	root.SetHelpFunc(a.help)
	root.SetFlagErrorFunc(flagError)
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpCommand(a.helpVerb())
	root.PersistentFlags().StringVar(&a.journalFlag, "journal", "", "the journal's `FILE`, in place of the usual one")
	a.discreetFlag(root)
	root.PersistentFlags().BoolP("help", "h", false, "show this help")
	root.AddCommand(a.writeVerb(), a.prepareVerb(), a.reflectVerb(), a.peopleVerb(), a.showVerb(), a.actionsVerb(), a.searchVerb(),
		a.lookBackVerb(), a.insightsVerb(), a.configVerb(),
		a.libraryVerb(), a.demoVerb(), a.completionVerb(), a.backupVerb(), a.restoreVerb(), a.checkVerb(), a.purgeVerb())
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error {
		if f := cmd.Flags().Lookup("journal"); f != nil && f.Changed && a.journalFlag == "" {
			return misused(cmd, "--journal needs the name of a file.")
		}
		a.config, a.faults = config.Read(config.Path(a.env.Getenv, a.env.Home, a.env.GOOS))
		return nil
	}
	return root
}

// startTUI hands the terminal over. What was printed before must be out by then.
func (a *app) startTUI(ctx context.Context, s *store.Store, start Start) error {
	if err := a.out.Flush(); err != nil {
		return unwritable(err)
	}
	start.Now, start.Private, start.Discreet = a.now, s.Path()+".lent", a.discreet.on
	start.Config, start.Says = a.config, a.configNews()
	// Only where it is empty: what could not be taken back from another program must stay.
	defer os.Remove(start.Private)
	if !start.MadeUp {
		start.OpenDemo = a.openDemo
	}
	return a.env.StartTUI(ctx, s, start)
}

// needTerminal refuses to open the full-screen journal where nobody could see it or type.
func (a *app) needTerminal(cmd *cobra.Command) error {
	if a.env.StdinTerminal && a.env.StdoutTerminal {
		return nil
	}
	return misused(cmd.Root(), "The full-screen journal needs a terminal to type in and to be seen on; "+
		"write, prepare, people, show, actions, search, look-back, insights, reflect --list, library and demo --to work without one.")
}

// noSuchVerb refuses words after bothways that name no verb of it.
func (a *app) noSuchVerb(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	cmd.SuggestionsMinimumDistance = 2
	nearest := cmd.SuggestionsFor(args[0])
	for i, s := range nearest {
		nearest[i] = "`" + cmd.CommandPath() + " " + s + "`"
	}
	if len(nearest) > 0 {
		return misused(cmd, "There is no verb “%s”; perhaps you mean %s.", args[0], strings.Join(nearest, " or "))
	}
	return misused(cmd, "There is no verb “%s”.", args[0])
}

// jsonFlag gives cmd the choice between plain text and JSON.
func (a *app) jsonFlag(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&a.json, "json", false, "answer in JSON")
}
